package report

import (
	"strings"

	"luwes/assess"
)

// scales writes one section for each kind of scale, the balance after the
// strategies.
func (r *report) scales() {
	r.heading(2, r.w.T("report.results"))
	for _, kind := range []assess.Kind{assess.Strategy, assess.Dimension, assess.Symptom, assess.Other} {
		r.kind(kind)
		if kind == assess.Strategy {
			r.balance()
		}
	}
	r.composites()
}

func (r *report) kind(kind assess.Kind) {
	var rows [][]string
	for i := range r.result.Scales {
		if s := &r.result.Scales[i]; s.Scale.Kind == kind {
			rows = append(rows, r.row(s))
		}
	}
	if len(rows) == 0 {
		return
	}
	r.heading(3, r.w.Kind(kind))
	if id := "report.kind." + string(kind); r.w.Has(id) {
		r.paragraph(r.w.T(id))
	}
	value := r.w.T("report.score")
	if kind == assess.Dimension {
		value = r.w.T("report.position")
	}
	r.table([]string{r.w.T("report.scale"), ">" + value, r.w.T("report.meaning"), ">n", ">" + r.w.T("report.answered")}, rows)
}

func (r *report) row(s *assess.ScaleResult) []string {
	covered := "–"
	if c := s.Coverage(); c.OK() {
		covered = r.w.Percent(c.Value)
	}
	return []string{r.words(s.Scale.Title), r.w.Figure(s.Score, 1), r.meaning(s), r.w.Integer(s.N), covered}
}

// meaning puts a score into words: between which poles, which band, and how many
// people are behind it only in part.
func (r *report) meaning(s *assess.ScaleResult) string {
	if !s.Score.OK() {
		return r.w.Reason(s.Score.Reason)
	}
	var parts []string
	low, high := r.words(s.Scale.Low), r.words(s.Scale.High)
	if low != "" && high != "" {
		parts = append(parts, r.w.T("report.side."+side(s.Score.Value), "low", low, "high", high))
	}
	if band := r.words(s.Band.Title); band != "" {
		parts = append(parts, band)
	}
	if s.Prorated > 0 {
		parts = append(parts, r.w.N("report.prorated", s.Prorated))
	}
	if s.NotScored > 0 {
		parts = append(parts, r.w.N("report.not-scored", s.NotScored))
	}
	return strings.Join(parts, "; ")
}

// side says in which fifth of the way from pole to pole a score lies.
func side(score float64) string {
	switch {
	case score <= 20:
		return "low"
	case score <= 40:
		return "lower"
	case score <= 60:
		return "middle"
	case score <= 80:
		return "higher"
	}
	return "high"
}

func (r *report) balance() {
	b := r.result.Balance()
	if b.Verdict == assess.NoVerdict {
		return
	}
	r.paragraph(r.w.T("report.balance."+string(b.Verdict), "points", r.w.Number(b.Spread.Value, 1),
		"lead", text(r.words(b.Lead.Title)), "lag", text(r.words(b.Lag.Title))))
}

func (r *report) composites() {
	if len(r.result.Composites) == 0 {
		return
	}
	var rows [][]string
	for _, c := range r.result.Composites {
		remark := r.words(c.Band.Title)
		if !c.Score.OK() {
			remark = r.w.Reason(c.Score.Reason)
		}
		rows = append(rows, []string{r.words(c.Composite.Title), r.w.Figure(c.Score, 1), remark})
	}
	r.heading(3, r.w.T("report.composites"))
	r.table([]string{"", ">" + r.w.T("report.score"), ""}, rows)
}
