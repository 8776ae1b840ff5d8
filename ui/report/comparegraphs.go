package report

import (
	"slices"
	"strings"

	"luwes/assess"
	"luwes/ui/chart"
)

// graphRows is how many rows a chart of several sessions has at most.
const graphRows = 12

// graphs draw the change of one place between two sessions, and else a row for each
// session: places stand side by side, and nothing goes from one to another.
func (b *board) graphs(kind assess.Kind, title string, of []int) {
	if len(b.sessions) == 2 && !b.places {
		b.add(Chart{b.changes(b.outer(), title, of)})
		return
	}
	for part := range slices.Chunk(of, max(graphRows/len(b.sessions), 1)) {
		b.add(Chart{b.sideBySide(kind, title, part)})
	}
}

// sideBySide draws scales as places between two poles where they are dimensions, else
// as bars, those of all sessions below each other. It has no ranges: two that overlap
// would be read as a verdict, which looks at the people and not at the ranges.
func (b *board) sideBySide(kind assess.Kind, title string, of []int) *chart.Graph {
	g := &chart.Graph{Form: chart.Bars, Title: b.w.T("report.graph.bars", "kind", title)}
	if kind == assess.Dimension {
		g.Form, g.Title = chart.Positions, b.w.T("report.graph.positions", "kind", title)
	}
	var told []string
	for _, i := range of {
		s := &b.change.Scales[i]
		for k, score := range s.Scores {
			if !score.OK() {
				continue // the table says why
			}
			row := chart.GraphRow{Name: ordinal(k) + " " + b.words(s.Scale.Title), Figure: b.w.Figure(score, 1), Value: score,
				Low: b.words(s.Scale.Low), High: b.words(s.Scale.High)}
			g.Rows = append(g.Rows, row)
			told = append(told, row.Name+" "+row.Figure)
		}
	}
	g.Told = strings.Join(told, "; ") + "."
	return g
}
