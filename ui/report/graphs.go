package report

import (
	"strings"

	"luwes/assess"
	"luwes/ui/chart"
)

// graph draws the scales of one kind: dimensions as places between two poles,
// everything else as bars.
func (r *report) graph(kind assess.Kind, of []*assess.ScaleResult) Chart {
	g := &chart.Graph{Form: chart.Bars, Title: r.w.T("report.graph.bars", "kind", r.w.Kind(kind))}
	if kind == assess.Dimension {
		g.Form, g.Title = chart.Positions, r.w.T("report.graph.positions", "kind", r.w.Kind(kind))
	}
	var told []string
	ranges := false
	for _, s := range of {
		row := chart.GraphRow{Name: r.words(s.Scale.Title), Figure: r.w.Figure(s.Score, 1), Value: s.Score,
			Low: r.words(s.Scale.Low), High: r.words(s.Scale.High)}
		if a := r.analysed(s.Scale.ID); r.w.Range(a) != "" {
			row.Range = &[2]float64{a.Interval.Low.Value, a.Interval.High.Value}
			ranges = true
			row.Figure += " (" + r.w.Range(a) + ")"
		}
		g.Rows = append(g.Rows, row)
		told = append(told, row.Name+" "+r.figureOrWhy(s.Score, row.Figure))
	}
	if ranges {
		g.Title += " " + r.w.T("report.graph.range")
	}
	g.Told = strings.Join(told, "; ") + "."
	return Chart{g}
}

// analysed is what is known of a scale over a group; nil where there is none.
func (r *report) analysed(scale string) *assess.ScaleAnalysis {
	if r.analysis == nil {
		return nil
	}
	for i := range r.analysis.Scales {
		if a := &r.analysis.Scales[i]; a.Scale.ID == scale {
			return a
		}
	}
	return nil
}

func (r *report) figureOrWhy(f assess.Figure, written string) string {
	if !f.OK() {
		return r.w.Reason(f.Reason)
	}
	return written
}

// changes draws where each comparable scale was and where it is.
func (r *report) changes(pair *assess.Pair, title string) *chart.Graph {
	g := &chart.Graph{Form: chart.Changes, Title: r.w.T("report.graph.changes", "title", title)}
	var told []string
	for i := range pair.Scales {
		ch, scores := &pair.Scales[i], r.change.Scales[i].Scores
		if !ch.Comparable || !ch.Difference.OK() {
			continue
		}
		row := chart.GraphRow{Name: r.words(ch.Scale.Title), From: scores[0], Value: scores[1],
			Figure: r.w.Figure(scores[0], 1) + " → " + r.w.Figure(scores[1], 1) + " (" + r.w.Signed(ch.Difference.Value, 1) + ")"}
		g.Rows = append(g.Rows, row)
		told = append(told, row.Name+" "+row.Figure)
	}
	g.Told = strings.Join(told, "; ") + "."
	return g
}
