// Package chart draws numbers with characters. Every function is pure: it takes
// values, a width in cells and a theme, and returns one line without a newline.
package chart

import (
	"math"
	"strings"

	"luwes/assess"
	"luwes/ui/theme"
)

// Bar draws a score of 0–100 as a bar of the given width; an unknown score as an
// empty track.
func Bar(t *theme.Theme, score assess.Figure, width int) string {
	width = max(width, 1)
	full := 0
	if known(score) {
		full = cells(score.Value, width)
	}
	return t.Value.Render(strings.Repeat(t.Bar, full)) + t.Track.Render(strings.Repeat(t.Empty, width-full))
}

// Position draws a score of 0–100 as a place on the line between two poles; an
// unknown score as the line without a place.
func Position(t *theme.Theme, score assess.Figure, width int) string {
	width = max(width, 3)
	line := make([]string, width)
	for i := range line {
		line[i] = t.Rail
	}
	line[width/2], line[0], line[width-1] = t.Middle, t.Left, t.Right
	if !known(score) {
		return t.Track.Render(strings.Join(line, ""))
	}
	at := int(math.Round(clamp(score.Value) / 100 * float64(width-1)))
	pin := t.Value.Bold(true).Render(t.Pin)
	return track(t, line[:at]) + pin + track(t, line[at+1:])
}

// track renders the cells of a line at once: a view has many of them.
func track(t *theme.Theme, cells []string) string {
	if len(cells) == 0 {
		return ""
	}
	return t.Track.Render(strings.Join(cells, ""))
}

// Step draws a score of 0–100 as one cell: the higher, the fuller. An unknown
// score is a blank.
func Step(t *theme.Theme, score assess.Figure) string {
	if !known(score) {
		return t.Muted.Render(t.Blank)
	}
	n := len(t.Steps)
	return t.Value.Render(t.Steps[min(int(clamp(score.Value)/100*float64(n)), n-1)])
}

// Trend draws one cell a score, in the order given: how a scale moved from
// session to session.
func Trend(t *theme.Theme, scores []assess.Figure) string {
	var b strings.Builder
	for _, s := range scores {
		b.WriteString(Step(t, s))
	}
	return b.String()
}

// Arrow draws a change in points: a rise, a fall, or neither where it rounds to
// less than half a point.
func Arrow(t *theme.Theme, points float64) string {
	switch {
	case points >= 0.5:
		return t.Up
	case points <= -0.5:
		return t.Down
	}
	return t.Flat
}

// cells is the number of filled cells for a score: none only for 0, all only for
// 100.
func cells(score float64, width int) int {
	score = clamp(score)
	n := int(math.Round(score / 100 * float64(width)))
	if score > 0 {
		n = max(n, 1)
	}
	if score < 100 {
		n = min(n, max(width-1, 0))
	}
	return n
}

// known reports whether there is a number to draw.
func known(score assess.Figure) bool { return score.OK() && !math.IsNaN(score.Value) }

func clamp(score float64) float64 { return min(max(score, 0), 100) }
