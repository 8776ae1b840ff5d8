package command

import (
	"fmt"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data/transfer"
)

// writeResult writes luwes/result/1 of a session, with what the rules of its
// instrument find. The header is nil for answers that belong to no session.
func (p *program) writeResult(s *assess.Session, h *assess.Header) error {
	a := s.Analyze()
	return transfer.WriteResult(p.out, a, h, diagnosis(s, a))
}

// diagnosis is nil where the instrument has no rules.
func diagnosis(s *assess.Session, a *assess.Analysis) *assess.Diagnosis {
	rules := instruments.Rules(s.Instrument.ID)
	if rules == nil {
		return nil
	}
	return rules.Diagnose(s, a)
}

// showFindings names what the rules find, a line each, with the records behind a
// finding below it: they stand nowhere else in this output.
func (p *program) showFindings(s *assess.Session) {
	d := diagnosis(s, nil)
	if d == nil || len(d.Findings) == 0 {
		return
	}
	fmt.Fprintln(p.out, "\n"+p.words().T("findings.title"))
	for _, f := range d.Findings {
		fmt.Fprintln(p.out, wrap(p.words().T("findings.kind."+string(f.Rule.Kind))+": "+p.text(f.Rule.Title, s.Unit), "  "))
		for _, t := range f.Triggers {
			if t.Record != nil {
				fmt.Fprintln(p.out, wrap(p.record(*t.Record), "    "))
			}
		}
	}
}

// record writes a number on paper with its unit and where it is from.
func (p *program) record(r assess.Record) string {
	w := p.words()
	return w.RecordName(r.ID) + ": " + w.RecordValue(r.Value.Value, r.Unit) + " (" + clean(w.Origins(r.Facts)) + ")"
}
