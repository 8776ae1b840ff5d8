package report

import (
	"strings"

	"luwes/assess"
	"luwes/ui/chart"
)

// graph draws the scales of a section: dimensions as places between two poles,
// everything else as bars.
func (r *report) graph(kind assess.Kind, title string, of []*assess.ScaleResult) Chart {
	g := &chart.Graph{Form: chart.Bars, Title: r.w.T("report.graph.bars", "kind", title)}
	if kind == assess.Dimension {
		g.Form, g.Title = chart.Positions, r.w.T("report.graph.positions", "kind", title)
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

// changes draws where each comparable scale of some was and where it is.
func (r *report) changes(pair *assess.Pair, title string, of []int) *chart.Graph {
	g := &chart.Graph{Form: chart.Changes, Title: r.w.T("report.graph.changes", "title", title)}
	var told []string
	for _, i := range of {
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

// radar draws the strategies and dimensions together, over what was before or is
// wanted where all of them have it. Fewer than three scores make no area.
func (r *report) radar() {
	g := &chart.Graph{Form: chart.Radar, Title: r.w.T("report.graph.radar")}
	var of []*assess.ScaleResult
	for _, s := range append(r.of(assess.Strategy), r.of(assess.Dimension)...) {
		if s.Score.OK() {
			of = append(of, s)
		}
	}
	if len(of) < 3 {
		return
	}
	other, told := r.under(of), make([]string, len(of))
	for i, s := range of {
		row := chart.GraphRow{Name: r.words(s.Scale.Title), Figure: r.w.Figure(s.Score, 1), Value: s.Score, From: assess.Unknown(assess.NotScored)}
		told[i] = row.Name + " " + row.Figure
		if other != nil {
			row.From = other.at[i]
			told[i] += " (" + r.w.T("report.graph.beside", "name", other.name, "value", r.w.Figure(row.From, 1)) + ")"
		}
		g.Rows = append(g.Rows, row)
	}
	if other != nil {
		g.Title += " " + r.w.T("report.graph.areas", "now", r.w.T("report.change.now"), "other", other.name)
		g.Names = [2]string{r.w.T("report.change.now"), other.name}
	}
	g.Told = strings.Join(told, "; ") + "."
	r.add(Chart{g})
}

// A besides is what a radar has under its scores.
type besides struct {
	name string
	at   []assess.Figure // of each axis, all known
}

// under is the earlier score of every scale, else the wanted one; nil where one of
// them has neither, or where the earlier session may not be shown.
func (r *report) under(of []*assess.ScaleResult) *besides {
	then, wanted := &besides{name: r.w.T("report.change.then")}, &besides{name: r.w.T("report.wanted")}
	gaps := r.s.WantedGaps(r.analysis)
	for _, s := range of {
		if f := r.earlier(s.Scale.ID); f.OK() {
			then.at = append(then.at, f)
		}
		for _, g := range gaps {
			if g.Scale.ID == s.Scale.ID && g.Wanted.OK() {
				wanted.at = append(wanted.at, g.Wanted)
			}
		}
	}
	for _, b := range []*besides{then, wanted} {
		if len(b.at) == len(of) {
			return b
		}
	}
	return nil
}

// earlier is the score of a scale in the session before, if the two may be compared.
func (r *report) earlier(scale string) assess.Figure {
	if r.change == nil || r.change.Sides[0].Few() {
		return assess.Unknown(assess.AnonymousFew)
	}
	pair := r.change.Pair(0, 1)
	for i := range pair.Scales {
		if ch := &pair.Scales[i]; ch.Scale.ID == scale && ch.Comparable {
			return r.change.Scales[i].Scores[0]
		}
	}
	return assess.Unknown(assess.NotScored)
}
