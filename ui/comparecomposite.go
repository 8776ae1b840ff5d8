package ui

import (
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// chapter is the group that a scale stands in, in the first session that asks it.
func (c *compared) chapter(s *assess.Scale) *assess.Group {
	for _, side := range c.sides {
		if side.result.Scale(s.ID) != nil {
			return side.result.Instrument.Chapter(s)
		}
	}
	return nil
}

// composites makes the rows of the scores that join scales.
func (c *compared) composites() []comparedRow {
	var rows []comparedRow
	for _, over := range c.Comparison.Composites() {
		of := over.Composite
		row := comparedRow{section: string(composites), composite: of, scale: &assess.ComparedScale{
			Scale: &assess.Scale{ID: of.ID, Kind: composites, Title: of.Title, Bands: over.Bands}, Scores: over.Scores, Same: over.Same,
		}}
		var ok bool
		row.from, row.to, ok = ends(over.Scores)
		switch {
		case !over.Same:
			row.section, row.reason = apart, assess.ScoredOtherwise
		case !ok:
			row.section, row.reason = apart, lacking(over.Scores)
		default:
			row.change = over.Scores[row.to].Value - over.Scores[row.from].Value
		}
		rows = append(rows, row)
	}
	return rows
}

// asked reports whether a session has what a row is about.
func (s *scored) asked(row comparedRow) bool {
	if row.composite != nil {
		return s.result.Composite(row.composite.ID) != nil
	}
	return s.result.Scale(row.scale.Scale.ID) != nil
}

// compositeDetail tells the score of each session and the scales that it joins.
func (t *table) compositeDetail(row comparedRow) string {
	out := t.l.Title.Render(t.title(row)) + "\n" + t.told(row, t.width) + "\n\n"
	bands := row.scale.Scale.Bands
	for i, side := range t.c.sides {
		out += t.side(i)
		own := side.result.Composite(row.composite.ID)
		if own == nil || !row.scale.Scores[i].OK() {
			out += indent(t.lacks(row.scale.Scores[i].Reason), 4) + "\n\n"
			continue
		}
		out += "    " + t.l.Title.Render(scoreText(t.l, own.Score, bands)) + bandAfter(t.l, side, resultRow{kind: composites, composite: own}) + "\n\n"
	}
	out += t.l.Title.Render(t.l.T("compare.weights")) + "\n" + t.head() + "\n"
	for _, w := range row.composite.Weights {
		out += t.weighed(w)
	}
	return out
}

// weighed writes one scale of a composite with its weight before the scores.
func (t *table) weighed(w assess.Weight) string {
	for i := range t.c.Scales {
		s := &t.c.Scales[i]
		if !strings.EqualFold(s.Scale.ID, w.Scale) {
			continue
		}
		name := t.l.right(t.l.Words.Number(w.Value, weightDecimals(w.Value)), 4) + " × " + t.c.sides[0].text(t.l, s.Scale.Title)
		cells := t.cells(s.Scores, func(f assess.Figure) string { return t.l.Words.Number(f.Value, 1) })
		return strings.TrimRight("  "+t.l.cell(name, t.name)+cells+t.moved(s.Scores), " ") + "\n"
	}
	return ""
}

// moved writes the change of a score from the first session to the last, where both
// have one.
func (t *table) moved(scores []assess.Figure) string {
	from, to := scores[0], scores[len(scores)-1]
	if !from.OK() || !to.OK() {
		return t.l.right(locale.None, changeCell)
	}
	change := to.Value - from.Value
	return t.l.right(changeText(t.l, change, pointDecimals(change)), changeCell)
}

// weightDecimals writes a weight whole where it is whole.
func weightDecimals(w float64) int {
	if w == float64(int(w)) {
		return 0
	}
	return 1
}
