package report

import "luwes/assess"

// method says how a score arises.
func (r *report) method() {
	r.heading(2, r.w.T("report.how"))
	r.paragraph(r.w.T("report.how.scale", "share", r.w.Percent(r.minimum())))
	if r.result.Instrument.Convention == assess.Share {
		r.paragraph(r.w.T("report.how.share", "levels", r.result.Instrument.Levels,
			"lowest", r.w.Number(100/float64(r.result.Instrument.Levels), 1)))
	} else {
		r.paragraph(r.w.T("report.how.range", "levels", r.result.Instrument.Levels))
	}
	r.paragraph(r.w.T("report.how.session"))
}

// minimum is the share of items that must be answered; the usual one if scales
// differ.
func (r *report) minimum() float64 {
	if len(r.result.Scales) == 0 {
		return 0.5
	}
	return r.result.Scales[0].Scale.Minimum
}

// limits says what cannot be concluded from these answers.
func (r *report) limits() {
	r.heading(2, r.w.T("report.limits"))
	n := r.result.Respondents
	switch {
	case n <= 1 && r.s.Method == assess.ConsensusMethod:
		r.bullet("consensus")
	case n <= 1:
		r.bullet("one")
	case n < 5:
		r.bullet("few", "n", n)
	case n < 12:
		r.bullet("group", "n", n)
	}
	r.bullet("opinions")
	r.bullet("position")
	r.bullet("compare")
	r.b.WriteString("\n")
}

func (r *report) bullet(id string, pairs ...any) {
	r.b.WriteString("- " + r.w.T("report.limits."+id, pairs...) + "\n")
}
