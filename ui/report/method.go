package report

import (
	"luwes/assess"
	"luwes/ui/locale"
)

// method says how a score arises, and what the words about a group rest on; the
// short report says the first in one sentence above its [report.limits].
func (r *report) method() {
	if r.opt.Short {
		return
	}
	r.heading(2, r.w.T("report.how"))
	if r.handsOnly() {
		r.told("report.how.hands")
		r.convention()
	} else {
		r.formula()
	}
	if !r.handsOnly() && !r.together() {
		r.told("report.how.session")
	}
	r.told("report.how.coverage")
	r.told("report.how.rounding")
	if r.result.Respondents >= locale.GroupFrom && !r.handsOnly() {
		r.told("report.how.interval", "least", locale.GroupFrom, "rough", locale.RoughUnder)
		r.told("report.how.agreement", "cut", r.w.Points(r.cut()), "least", locale.GroupFrom, "points", locale.PointsFrom)
	}
	if r.change != nil {
		r.told("report.how.change", "margin", r.w.Points(r.change.Margin))
	}
}

// handsOnly reports whether hands were counted, so that there are no persons to take a
// mean of.
func (r *report) handsOnly() bool {
	return len(r.result.Scales) > 0 && r.result.Scales[0].SD.Reason == assess.CountsOnly
}

// formula says how the answers of a person become a score.
func (r *report) formula() {
	r.told("report.how.scale", "share", r.w.Percent(r.minimum()))
	r.convention()
}

// convention says how a mean level becomes a score.
func (r *report) convention() {
	if r.result.Instrument.Convention == assess.Share {
		r.told("report.how.share", "levels", r.result.Instrument.Levels,
			"lowest", r.w.Number(100/float64(r.result.Instrument.Levels), 1))
	} else {
		r.told("report.how.range", "levels", r.result.Instrument.Levels)
	}
}

// margin is the difference below which no change is called meaningful, in points: that
// of the session, which was fixed before anybody looked.
func (r *report) margin() float64 {
	if r.s.Margin > 0 {
		return r.s.Margin
	}
	return assess.Margin
}

// cut is how far people may typically differ and still be called agreed, in points
// of 0–100 between the poles.
func (r *report) cut() float64 {
	levels := r.result.Instrument.Levels
	return 100 * assess.Cut(levels) / float64(levels-1)
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
	switch {
	case r.opt.Short && r.handsOnly():
		r.told("report.how.short-hands")
	case r.opt.Short:
		r.told("report.how.short", "share", r.w.Percent(r.minimum()))
	}
	var points [][]Span
	point := func(id string, pairs ...any) { points = append(points, r.marked("report.limits."+id, pairs...)) }
	n := r.result.Respondents
	switch {
	case n <= 1 && r.s.Method == assess.ConsensusMethod:
		point("consensus")
	case n <= 1:
		point("one")
	case n < 5:
		point("few", "n", n)
	case n < 12:
		point("group", "n", n)
	}
	point("opinions")
	point("position")
	point("compare", "margin", r.w.Points(r.margin()))
	r.points(points)
}
