package report

import (
	"strings"

	"luwes/assess"
)

// scales adds a section for each kind of scale, or for each group of the questionnaire
// that is a heading of its own; then the composites, and what cannot be compared.
func (b *board) scales() {
	b.heading(2, b.w.T("report.results"))
	for _, kind := range kinds {
		for of := b.comparable(kind); len(of) > 0; {
			chapter, n := b.chapter(of[0]), 1
			for n < len(of) && b.chapter(of[n]) == chapter {
				n++
			}
			title := b.w.Kind(kind)
			if chapter != nil {
				title = b.words(chapter.Title)
			}
			b.section(kind, title, of[:n])
			of = of[n:]
		}
		if kind == assess.Strategy {
			b.balances()
		}
	}
	b.composites()
	b.incomparable()
}

// comparable are the places of the scales of a kind that at least two sessions have a
// score of, made in the same way.
func (b *board) comparable(kind assess.Kind) []int {
	var out []int
	for i := range b.change.Scales {
		if s := &b.change.Scales[i]; s.Scale.Kind == kind && s.Same && known(s.Scores) > 1 {
			out = append(out, i)
		}
	}
	return out
}

// known counts the figures that there are.
func known(figures []assess.Figure) int {
	n := 0
	for _, f := range figures {
		if f.OK() {
			n++
		}
	}
	return n
}

// chapter is the group that a scale stands in, in the first session that asks it; nil
// where the kind heads it.
func (b *board) chapter(i int) *assess.Group {
	s := b.change.Scales[i].Scale
	for k := range b.change.Sides {
		if r := b.change.Sides[k].Result; r.Scale(s.ID) != nil {
			return r.Instrument.Chapter(s)
		}
	}
	return nil
}

func (b *board) section(kind assess.Kind, title string, of []int) {
	b.heading(3, title)
	if id := "report.kind." + string(kind); b.w.Has(id) {
		b.told(id)
	}
	b.graphs(kind, title, of)
	var rows []boardRow
	for _, i := range of {
		rows = append(rows, b.scaleRow(i))
	}
	b.tables(title, rows)
}

// balances say of each session whether its strategies move together.
func (b *board) balances() {
	var out [][]Span
	for i := range b.change.Sides {
		side := report{s: b.sessions[i], w: b.w, result: b.change.Sides[i].Result}
		if said := side.balanced(); said != nil && !b.few(i) {
			out = append(out, append([]Span{{Text: ordinal(i) + " "}}, said...))
		}
	}
	b.points(out)
}

// composites set the scores side by side that join scales. Their difference is never
// tested.
func (b *board) composites() {
	var rows []boardRow
	for _, c := range b.change.Composites() {
		if c.Same && known(c.Scores) > 1 {
			rows = append(rows, b.compositeRow(c))
		}
	}
	if len(rows) > 0 {
		title := b.w.T("report.composites")
		b.heading(3, title)
		b.tables(title, rows)
	}
}

// incomparable names what cannot be compared, and why, without a number: scores that
// arise otherwise must not be read beside each other.
func (b *board) incomparable() {
	rows := b.apart()
	if len(rows) == 0 {
		return
	}
	title := b.w.T("compare.section.apart")
	b.heading(3, title)
	b.add(Table{Caption: title, Rows: rows, Columns: []Column{column(b.w.T("report.scale")), column(b.w.T("report.compared.why"))}})
}

// apart are the scales and composites that cannot be compared, with the reason.
func (b *board) apart() [][]string {
	var rows [][]string
	add := func(title assess.Text, same bool, scores []assess.Figure) {
		switch {
		case !same:
			rows = append(rows, []string{b.words(title), b.w.Reason(assess.ScoredOtherwise)})
		case known(scores) < 2:
			rows = append(rows, []string{b.words(title), b.missing(scores)})
		}
	}
	for i := range b.change.Scales {
		add(b.change.Scales[i].Scale.Title, b.change.Scales[i].Same, b.change.Scales[i].Scores)
	}
	for _, c := range b.change.Composites() {
		add(c.Composite.Title, c.Same, c.Scores)
	}
	return rows
}

// missing names the sessions without a score, and why each has none; those of which
// nothing may be shown stand in the summary.
func (b *board) missing(scores []assess.Figure) string {
	var out []string
	for i, f := range scores {
		switch {
		case b.few(i):
		case f.Reason == assess.NotInBoth:
			out = append(out, ordinal(i)+" "+b.w.T("compare.not-asked"))
		case !f.OK():
			out = append(out, ordinal(i)+" "+b.w.Reason(f.Reason))
		}
	}
	return strings.Join(out, "; ")
}
