package ui

import (
	"charm.land/bubbles/v2/textinput"
	"charm.land/lipgloss/v2"
)

// inSight draws the text of a field in so many cells, the last one left for the
// caret, and gives the cell of the caret. A text that is longer shows the part around
// the caret, with a sign at each end that is cut: the field of the toolkit scrolls
// only once it is typed in, and cuts without a sign.
func inSight(l Look, in *textinput.Model, width int) (text string, caret int) {
	runes, at := []rune(in.Value()), in.Position()
	wide := func(from, to int) int { return lipgloss.Width(string(runes[from:to])) }
	if wide(0, len(runes)) < width || width < 4 {
		return string(runes), wide(0, at)
	}
	from := 0
	for from < at && 1+wide(from, at) > width-3 { // the letter after the caret stays in sight too
		from++
	}
	lead := ""
	if from > 0 {
		lead = l.Ellipse
	}
	shown := string(runes[from:])
	return lead + cutTo(l, shown, width-lipgloss.Width(lead)-1), lipgloss.Width(lead) + wide(from, at)
}
