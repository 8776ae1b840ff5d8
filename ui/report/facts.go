package report

import (
	"maps"
	"slices"
	"strings"

	"luwes/assess"
)

// facts lists what the records say, with date and source, what follows from it, and
// then sets it beside what people feel. The short report leaves it out.
func (r *report) facts() {
	if len(r.s.Facts) == 0 || r.opt.Short {
		return
	}
	r.heading(2, r.w.T("facts.title"))
	r.told("report.facts.about")
	r.counts()
	r.grid()
	r.derived()
	r.beside()
}

// counts lists the counts of the fact sheet, in its order.
func (r *report) counts() {
	var rows [][]string
	for _, line := range assess.FactSheet {
		if f, ok := assess.FactAt(r.s.Facts, line.ID); ok {
			rows = append(rows, r.fact(f, r.counted(f, line.Unit)))
		}
	}
	if len(rows) == 0 {
		return
	}
	r.add(Table{Caption: r.w.T("facts.title"), Rows: rows, Columns: append([]Column{column(r.w.T("report.facts.record")),
		numbers(r.w.T("facts.value"))}, r.origin()...)})
}

// counted is a number with its unit, and of a share what it is a share of where that
// is known.
func (r *report) counted(f assess.Fact, unit assess.FactUnit) string {
	value := r.w.Measure(f.Value, unit)
	if unit == assess.ShareFact && f.Of > 0 {
		return r.w.T("facts.share-of", "share", value, "of", r.w.Number(f.Of, 0))
	}
	return value
}

// grid lists who may take which decision, in words.
func (r *report) grid() {
	var rows [][]string
	for _, d := range assess.Decisions {
		if f, ok := assess.FactAt(r.s.Facts, d.ID); ok {
			rows = append(rows, r.fact(f, r.w.RecordValue(f.Value, assess.LevelFact)))
		}
	}
	if len(rows) == 0 {
		return
	}
	title := r.w.T("report.facts.grid")
	r.heading(3, title)
	r.say(plain(r.w.T("facts.grid-explain")))
	r.add(Table{Caption: title, Rows: rows, Columns: append([]Column{column(r.w.T("report.facts.decision")),
		column(r.w.T("report.facts.level"))}, r.origin()...)})
}

// fact is a row of the sheet or of the grid, with where the number is from.
func (r *report) fact(f assess.Fact, value string) []string {
	return []string{r.w.RecordName(f.ID), value, r.w.Date(f.Date), f.Source, f.Note}
}

func (r *report) origin() []Column {
	return []Column{column(r.w.T("report.date")), column(r.w.T("report.facts.source")), column(r.w.T("report.note"))}
}

// derived lists the figures that follow from the facts, each with its arithmetic, and
// names those for which facts are missing.
func (r *report) derived() {
	var rows [][]string
	unknown := map[assess.Reason][]string{}
	for _, d := range assess.Derive(r.s.Facts) {
		name := r.w.RecordName(d.ID)
		if !d.Value.OK() {
			unknown[d.Value.Reason] = append(unknown[d.Value.Reason], name)
			continue
		}
		rows = append(rows, []string{name, r.w.Measure(d.Value.Value, d.Unit), r.w.Arithmetic(d.Way),
			r.w.T("report.facts.of", "n", d.N, "all", d.Of)})
	}
	title := r.w.T("facts.page.figures")
	r.heading(3, title)
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.facts.record")), numbers(r.w.T("facts.value")),
		column(r.w.T("report.facts.way")), column(r.w.T("report.facts.base"))}})
	var points [][]Span
	for _, why := range slices.Sorted(maps.Keys(unknown)) {
		points = append(points, r.marked("report.facts.unknown", "why", r.w.Reason(why), "figures", strings.Join(unknown[why], "; ")))
	}
	r.points(points)
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
		rows = append(rows, []string{r.w.RecordName(g.Record) + ": " + r.w.Measure(g.Value.Value, g.Unit), r.about(g),
			r.w.Measure(g.Bureaucratic, g.Unit) + " → " + r.w.Measure(g.Adaptable, g.Unit),
			r.w.Figure(g.Paper, 0), r.w.Figure(g.Felt, 0), points})
	}
	if len(rows) == 0 {
		return
	}
	title := r.w.T("facts.beside")
	r.heading(3, title)
	r.told("report.facts.beside", "limit", r.w.Number(assess.LargeRecordGap, 0))
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.facts.record")), column(r.w.T("report.scale")),
		numbers(r.w.T("report.facts.marks")), numbers(r.w.T("report.facts.paper")), numbers(r.w.T("report.facts.felt")),
		numbers(r.w.T("report.change.points"))}})
}

// about names what a record speaks to.
func (r *report) about(g assess.RecordGap) string {
	scale := r.words(r.s.Instrument.Scale(g.Scale).Title)
	if g.Item == "" {
		return scale
	}
	return scale + ", " + g.Item
}
