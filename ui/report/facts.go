package report

import (
	"luwes/assess"
)

// facts lists what the records say, with date and source, and then sets it beside
// what people feel. The short report leaves it out.
func (r *report) facts() {
	if len(r.s.Facts) == 0 || r.opt.Short {
		return
	}
	title := r.w.T("facts.title")
	r.heading(2, title)
	r.told("report.facts.about")
	var rows [][]string
	for _, f := range r.s.Facts {
		if line, ok := assess.LineOf(f.ID); ok {
			rows = append(rows, []string{r.w.RecordName(f.ID), r.w.Measure(f.Value, line.Unit), r.w.Date(f.Date), f.Source, f.Note})
		}
	}
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.facts.record")), numbers(r.w.T("report.facts.value")),
		column(r.w.T("report.date")), column(r.w.T("report.facts.source")), column(r.w.T("report.note"))}})
	r.beside()
}

// beside sets the records beside what people feel about the same thing, as far as
// both are known.
func (r *report) beside() {
	var rows [][]string
	for _, g := range r.opt.Rules.RecordGaps(r.s, r.analysis) {
		if !g.Points.OK() {
			continue
		}
		points := r.signed(g.Points, 0)
		if g.Large {
			points += " (" + r.w.T("facts.large") + ")"
		}
		rows = append(rows, []string{r.w.RecordName(g.Record), r.about(g), r.w.Figure(g.Paper, 0), r.w.Figure(g.Felt, 0), points})
	}
	if len(rows) == 0 {
		return
	}
	title := r.w.T("facts.beside")
	r.heading(3, title)
	r.say(plain(r.w.T("facts.beside-explain")))
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.facts.record")), column(r.w.T("report.scale")),
		numbers(r.w.T("report.facts.paper")), numbers(r.w.T("report.facts.felt")), numbers(r.w.T("report.change.points"))}})
}

// about names what a record speaks to.
func (r *report) about(g assess.RecordGap) string {
	scale := r.words(r.s.Instrument.Scale(g.Scale).Title)
	if g.Item == "" {
		return scale
	}
	return scale + ", " + g.Item
}
