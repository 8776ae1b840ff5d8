package locale

import "luwes/assess"

// Certainty says how sure a finding is, and whether it is answers or records, or
// both, that are missing.
func (w *Words) Certainty(f assess.Finding) string {
	answers, records := f.Wanting()
	id := "findings.certainty." + string(f.Sureness())
	switch {
	case answers == records && f.OnRecord():
		id += ".both"
	case records:
		id += ".records"
	}
	return w.T(id)
}

// Because heads what a finding rests on: answers, or answers and records.
func (w *Words) Because(f assess.Finding) string {
	if f.OnRecord() {
		return w.T("findings.because-records")
	}
	return w.T("findings.because")
}

// Straight says how many answers are on one level as ticked, by the word that an
// instrument has for it where all its items share one.
func (w *Words) Straight(s *assess.Straight, in *assess.Instrument, unit string) string {
	level := w.T("items.level", "level", s.Level)
	if s.Level <= len(in.Labels) {
		level = w.Text(in.Labels[s.Level-1], unit)
	}
	return w.T("findings.straight", "n", s.N, "all", s.Of, "level", level)
}
