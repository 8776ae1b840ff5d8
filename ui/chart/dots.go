package chart

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/ui/theme"
)

// Dots draws how many people chose each level as one cell of the line a level,
// level 1 first: a dot for each person, or the numbers where not every level has
// room for its dots. A level that nobody chose has the sign of a blank.
func Dots(t *theme.Theme, counts []int, width int) string {
	if len(counts) == 0 {
		return strings.Repeat(" ", max(width, 0))
	}
	cell := max(width/len(counts), 1)
	room := cell - 1 // a blank between two levels
	var b strings.Builder
	for _, n := range counts {
		text := t.Track.Render(t.Blank)
		switch {
		case n > 0 && !Fits(counts, room):
			text = t.Value.Render(strconv.Itoa(n))
		case n > 0:
			text = t.Value.Render(strings.Repeat(t.Pin, n))
		}
		b.WriteString(text + strings.Repeat(" ", max(cell-lipgloss.Width(text), 0)))
	}
	return b.String() + strings.Repeat(" ", max(width-cell*len(counts), 0))
}

// Fits reports whether each of the counts can be drawn as dots in so many cells.
func Fits(counts []int, cells int) bool {
	return len(counts) == 0 || slices.Max(counts) <= cells
}

// People draws the people at one level: a dot for each, or their number where the
// level with the most people would not fit into the width. The sign is that of
// the round.
func People(t *theme.Theme, sign string, n int, dots bool, width int) string {
	text := t.Track.Render(t.Blank)
	switch {
	case n > 0 && dots:
		text = t.Value.Render(strings.Repeat(sign, n))
	case n > 0:
		text = t.Value.Render(strconv.Itoa(n) + " × " + sign)
	}
	return text + strings.Repeat(" ", max(width-lipgloss.Width(text), 0))
}
