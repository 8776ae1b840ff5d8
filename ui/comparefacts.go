package ui

import (
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// onPaper sets the numbers of the fact sheets side by side, one block each, as far
// as two sessions know them. No test and no direction stand beside them: they are
// counts, and none is better for being higher. Of single decisions the means speak.
func (t *table) onPaper() []string {
	sides := make([][]assess.Record, len(t.c.sides))
	for i, side := range t.c.sides {
		sides[i] = assess.Records(side.session.Facts)
	}
	var out []string
	for i, r := range sides[0] {
		if r.Unit == assess.LevelFact && !r.Derived() {
			continue
		}
		figures, known := make([]assess.Figure, len(sides)), 0
		for k := range sides {
			if figures[k] = sides[k][i].Value; figures[k].OK() {
				known++
			}
		}
		if known >= 2 {
			out = append(out, t.paperRow(r, figures))
		}
	}
	if len(out) > 0 {
		out[0] = t.l.Title.Render(wrap(t.l.T("compare.facts"), t.width)) + "\n" + out[0]
		out[len(out)-1] += "\n"
	}
	return out
}

// paperRow writes a record under the columns of the sessions; the name of one that
// is too long for its column takes a line of its own.
func (t *table) paperRow(r assess.Record, figures []assess.Figure) string {
	cells := t.cells(figures, func(f assess.Figure) string {
		if r.Derived() {
			return figureText(t.l, f, r.Unit)
		}
		return factText(t.l, f.Value, r.Unit)
	})
	name := t.l.Words.RecordName(r.ID)
	if lipgloss.Width(name) >= t.name {
		return indent(wrap(name, t.width-2), 2) + "\n  " + t.l.cell("", t.name) + cells
	}
	return "  " + t.l.cell(name, t.name) + cells
}
