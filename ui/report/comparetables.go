package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// across is how many sessions stand beside each other in one table.
const across = 4

// A boardRow is a scale or composite in the tables of a comparison.
type boardRow struct {
	title  string
	lacks  string                           // which sessions have no score, and why
	scores []string                         // one a session
	pair   func(*assess.Pair) (a, b string) // the difference of a pair, and what can be said of it
}

// scaleRow is the row of a scale, each score with how many people it rests on and what
// share of the items they answered.
func (b *board) scaleRow(i int) boardRow {
	s := &b.change.Scales[i]
	row := boardRow{title: b.words(s.Scale.Title), lacks: b.missing(s.Scores), pair: func(p *assess.Pair) (string, string) { return b.difference(p, i) }}
	for k, score := range s.Scores {
		cell := locale.None
		if res := b.change.Sides[k].Result.Scale(s.Scale.ID); score.OK() {
			cell = b.w.Number(score.Value, 1) + " (n " + strconv.Itoa(res.N) + "; " + b.share(res.Coverage()) + ")"
		}
		row.scores = append(row.scores, cell)
	}
	return row
}

func (b *board) compositeRow(c assess.ComparedComposite) boardRow {
	row := boardRow{title: b.words(c.Composite.Title), lacks: b.missing(c.Scores), pair: func(p *assess.Pair) (string, string) {
		composed := b.composed(c, p.From, p.To)
		return composed[3], composed[4]
	}}
	for _, score := range c.Scores {
		row.scores = append(row.scores, b.w.Figure(score, 1))
	}
	return row
}

// difference is the change of a scale between two sessions, and whether it can be told
// from chance, or why the two cannot be compared. Of one voice it is only said whether
// it is small.
func (b *board) difference(pair *assess.Pair, i int) (points, said string) {
	ch := &pair.Scales[i]
	switch {
	case !ch.Comparable:
		return locale.None, b.w.Reason(ch.Reason)
	case !b.one(pair.From) && !b.one(pair.To):
		said = b.w.Verdict(ch, pair.Margin, b.places)
	case math.Abs(ch.Difference.Value) < noticed:
		said = b.w.T("compare.same")
	case math.Abs(ch.Difference.Value) <= pair.Margin:
		said = b.w.T("compare.small")
	default:
		said = b.w.T("report.compared.voice")
	}
	return b.w.Signed(ch.Difference.Value, 1), said
}

// tables set rows side by side: two sessions with their difference in one table, more of
// them a few at a time and the difference from the first to the last below.
func (b *board) tables(title string, rows []boardRow) {
	if len(b.sessions) == 2 {
		b.pairTable(b.outer(), title, rows, true)
		return
	}
	for some := range slices.Chunk(b.visible(), across) {
		t := Table{Caption: title, Columns: []Column{column(b.w.T("report.scale"))}}
		for _, i := range some {
			t.Columns = append(t.Columns, numbers(b.named(i)))
		}
		for _, row := range rows {
			cells := []string{row.title}
			for _, i := range some {
				cells = append(cells, row.scores[i])
			}
			t.Rows = append(t.Rows, cells)
		}
		b.add(t)
	}
	b.lacking(rows)
	if !b.places { // of places every pair counts alike
		b.pairTable(b.outer(), title, rows, false)
	}
}

// lacking says of rows with the same gaps once why there is no score.
func (b *board) lacking(rows []boardRow) {
	var why []string
	of := map[string][]string{}
	for _, row := range rows {
		if row.lacks != "" && of[row.lacks] == nil {
			why = append(why, row.lacks)
		}
		of[row.lacks] = append(of[row.lacks], row.title)
	}
	var points [][]Span
	for _, w := range why {
		points = append(points, lead(strings.Join(of[w], ", "), w))
	}
	b.points(points)
}

// pairTable has the difference of each row between two sessions, with the scores of the
// two if they do not stand above.
func (b *board) pairTable(pair *assess.Pair, title string, rows []boardRow, scores bool) {
	t := Table{Caption: title, Columns: []Column{column(b.w.T("report.scale"))}}
	if scores {
		t.Columns = append(t.Columns, numbers(b.named(pair.From)), numbers(b.named(pair.To)))
	}
	t.Columns = append(t.Columns, numbers(b.between(pair)), column(b.w.T("report.compared.said")))
	for _, row := range rows {
		cells := []string{row.title}
		if scores {
			cells = append(cells, row.scores[pair.From], row.scores[pair.To])
		}
		difference, said := row.pair(pair)
		t.Rows = append(t.Rows, append(cells, difference, said))
	}
	b.add(lean(t))
}

// between names the difference of a pair: the second less the first.
func (b *board) between(pair *assess.Pair) string {
	return b.w.T("report.compared.between", "from", ordinal(pair.From), "to", ordinal(pair.To))
}
