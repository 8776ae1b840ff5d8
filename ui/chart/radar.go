package chart

import (
	"math"
	"strings"
	"unicode/utf8"
)

// The measures of a radar, in the units of its shapes.
const (
	reach   = 130.0 // from the middle to 100
	away    = 12.0  // from 100 to the words
	line    = 18.0  // from one line of words to the next
	letter  = 8.3   // width of one letter, at most, in the mean
	corner  = 4.0   // radius of the dot at a corner
	sample  = 26.0  // width of what an area looks like, beside its name
	ofNames = 3     // lines that a name and its figure may need above and below
)

// radar draws each row as an axis from the middle, 0, outward to 100, clockwise
// from the top. The areas join the scores of all rows; that of what was before is
// drawn only if every row has one. Fewer than three axes have no area: nothing is
// drawn.
func (l *layout) radar(g *Graph) {
	if len(g.Rows) < 3 {
		return
	}
	o := Point{Width / 2, ofNames*line + away + reach}
	l.web(o, len(g.Rows))
	before, all := l.corners(o, g.Rows, func(r GraphRow) (float64, bool) { return r.From.Value, known(r.From) })
	if all {
		l.add(Shape{Kind: Area, Role: RangeRole, Points: before})
	}
	now, whole := l.corners(o, g.Rows, func(r GraphRow) (float64, bool) { return r.Value.Value, known(r.Value) })
	if whole {
		l.add(Shape{Kind: Area, Role: ValueRole, Points: now})
	}
	for _, p := range now {
		l.add(Shape{Kind: Dot, Role: ValueRole, X: p.X, Y: p.Y, R: corner})
	}
	for i, r := range g.Rows {
		l.axisName(o, axis(i, len(g.Rows)), r)
	}
	l.y = o.Y + reach + away + (ofNames+.5)*line
	l.legend(g.Names, all)
}

// web draws what the areas stand on: the axes, and a line around at each quarter.
func (l *layout) web(o Point, n int) {
	for _, quarter := range []float64{25, 50, 75, 100} {
		around := make([]Point, n)
		for i := range around {
			around[i] = outward(o, axis(i, n), quarter)
		}
		l.add(Shape{Kind: Area, Role: TrackRole, Points: around})
	}
	for i := range n {
		end := outward(o, axis(i, n), 100)
		l.add(Shape{Kind: Line, Role: TrackRole, X: o.X, Y: o.Y, W: end.X - o.X, H: end.Y - o.Y})
	}
	for _, score := range []float64{50, 100} {
		l.add(Shape{Kind: Label, Role: MutedRole, X: o.X + 5, Y: outward(o, 0, score).Y + Small, Text: number(score)})
	}
}

// corners are the places of the known scores, and whether all are known.
func (l *layout) corners(o Point, rows []GraphRow, score func(GraphRow) (float64, bool)) (at []Point, all bool) {
	for i, r := range rows {
		if s, ok := score(r); ok {
			at = append(at, outward(o, axis(i, len(rows)), clamp(s)))
		}
	}
	return at, len(at) == len(rows)
}

// axisName writes the name of an axis and its figure where the axis ends: above
// it, below it, or beside it.
func (l *layout) axisName(o Point, angle float64, r GraphRow) {
	at := outward(o, angle, 100*(reach+away)/reach)
	anchor, room := Middle, Width-2*margin
	switch side := math.Sin(angle); {
	case side > .1:
		anchor, room = Start, Width-margin-at.X
	case side < -.1:
		anchor, room = End, at.X-margin
	}
	lines := append(wrapped(r.Name, int(room/letter)), r.Figure)
	first := at.Y + Letters/3 - line*float64(len(lines)-1)/2 // beside: around the end
	switch up := math.Cos(angle); {
	case up > .9:
		first = at.Y - line*float64(len(lines)-1)
	case up < -.9:
		first = at.Y + Letters
	}
	for i, text := range lines {
		l.add(Shape{Kind: Label, Role: TextRole, X: at.X, Y: first + line*float64(i), Text: text, Anchor: anchor})
	}
}

// legend says which area is which; of one area there is nothing to tell apart.
func (l *layout) legend(names [2]string, both bool) {
	if !both {
		return
	}
	for i, role := range []Role{ValueRole, RangeRole} {
		y := l.y + bar/2
		l.add(Shape{Kind: Area, Role: role, Points: []Point{{margin, y - bar/3}, {margin + sample, y - bar/3}, {margin + sample, y + bar/3}, {margin, y + bar/3}}},
			Shape{Kind: Label, Role: TextRole, X: margin + sample + 8, Y: y + Letters/3, Text: names[i]})
		l.y += line + 4
	}
}

// axis is the angle of an axis of n, from the top clockwise.
func axis(i, n int) float64 { return 2 * math.Pi * float64(i) / float64(n) }

// outward is the place of a score on an axis.
func outward(o Point, angle, score float64) Point {
	return Point{o.X + math.Sin(angle)*reach*score/100, o.Y - math.Cos(angle)*reach*score/100}
}

// wrapped breaks a name between words into lines of so many letters; a longer word
// stays whole.
func wrapped(name string, letters int) []string {
	var lines []string
	for _, word := range strings.Fields(name) {
		if last := len(lines) - 1; last >= 0 && utf8.RuneCountInString(lines[last]+" "+word) <= letters {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}
