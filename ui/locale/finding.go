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
