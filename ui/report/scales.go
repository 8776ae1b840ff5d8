package report

import (
	"strings"

	"luwes/assess"
)

// kinds are the kinds of scales in the order of a report.
var kinds = []assess.Kind{assess.Strategy, assess.Dimension, assess.Symptom, assess.Other}

// scales adds one section for each kind of scale, the balance after the
// strategies. The short report has charts of them, and one table.
func (r *report) scales() {
	r.heading(2, r.w.T("report.results"))
	if r.opt.Short {
		for _, kind := range kinds {
			r.kind(kind)
		}
		r.overview()
		r.composites()
		return
	}
	r.radar()
	for _, kind := range kinds {
		r.kind(kind)
		if kind == assess.Strategy {
			r.balance()
		}
	}
	r.composites()
}

// of are the results of one kind of scales.
func (r *report) of(kind assess.Kind) []*assess.ScaleResult {
	var out []*assess.ScaleResult
	for i := range r.result.Scales {
		if s := &r.result.Scales[i]; s.Scale.Kind == kind {
			out = append(out, s)
		}
	}
	return out
}

// kind adds a section for the scales of a kind, or one for each group of the
// questionnaire that is a heading of its own.
func (r *report) kind(kind assess.Kind) {
	for of := r.of(kind); len(of) > 0; {
		chapter, n := r.result.Instrument.Chapter(of[0].Scale), 1
		for n < len(of) && r.result.Instrument.Chapter(of[n].Scale) == chapter {
			n++
		}
		title := r.w.Kind(kind)
		if chapter != nil {
			title = r.words(chapter.Title)
		}
		r.section(kind, title, of[:n])
		of = of[n:]
	}
}

func (r *report) section(kind assess.Kind, title string, of []*assess.ScaleResult) {
	if r.opt.Short && kind == assess.Symptom { // the table and the summary tell of them
		return
	}
	if !r.opt.Short {
		r.heading(3, title)
	}
	if id := "report.kind." + string(kind); r.w.Has(id) {
		r.told(id)
	}
	r.add(r.graph(kind, title, of))
	if r.opt.Short {
		return
	}
	var rows [][]string
	for _, s := range of {
		rows = append(rows, r.row(s))
	}
	value := r.w.T("report.score")
	if kind == assess.Dimension {
		value = r.w.T("report.position")
	}
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.scale")), numbers(value),
		column(r.w.T("report.meaning")), numbers("n"), numbers(r.w.T("report.answered"))}})
}

func (r *report) row(s *assess.ScaleResult) []string {
	return []string{r.words(s.Scale.Title), r.w.Figure(s.Score, 1), r.meaning(s), r.w.Integer(s.N), r.share(s.Coverage())}
}

// meaning puts a score into words: between which poles, which band, and how many
// people are behind it only in part.
func (r *report) meaning(s *assess.ScaleResult) string {
	if !s.Score.OK() {
		return r.w.Reason(s.Score.Reason)
	}
	var parts []string
	if stands := r.stands(s); stands != "" {
		parts = append(parts, stands)
	}
	if band := r.words(s.Band.Title); band != "" {
		parts = append(parts, band)
	}
	switch {
	case s.Prorated > 0 && r.together():
		parts = append(parts, r.w.T("report.prorated.room"))
	case s.Prorated > 0:
		parts = append(parts, r.w.N("report.prorated", s.Prorated))
	}
	if s.NotScored > 0 {
		parts = append(parts, r.w.N("report.not-scored", s.NotScored))
	}
	return strings.Join(parts, "; ")
}

// stands says between which poles a score lies; empty without poles.
func (r *report) stands(s *assess.ScaleResult) string {
	low, high := r.words(s.Scale.Low), r.words(s.Scale.High)
	if low == "" || high == "" {
		return ""
	}
	return r.w.T("report.side."+side(s.Score.Value), "low", low, "high", high)
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
	if said := r.balanced(); said != nil {
		r.say(said)
	}
}

// balanced says whether the strategies move together; nil where that cannot be told.
func (r *report) balanced() []Span {
	b := r.result.Balance()
	switch {
	case b.Verdict == assess.NoVerdict:
		return nil
	case b.Equal():
		return r.marked("report.balance.equal")
	}
	return r.marked("report.balance."+string(b.Verdict), "points", r.w.Number(b.Spread.Value, 1),
		"lead", r.words(b.Lead.Title), "lag", r.words(b.Lag.Title))
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
	title := r.w.T("report.composites")
	r.heading(3, title)
	r.add(Table{Caption: title, Rows: rows,
		Columns: []Column{column(r.w.T("report.scale")), numbers(r.w.T("report.score")), column(r.w.T("report.meaning"))}})
}
