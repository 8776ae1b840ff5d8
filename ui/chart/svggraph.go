package chart

import (
	"math"
	"strings"
	"unicode/utf8"

	"luwes/assess"
)

// A Graph is a drawing for paper and pages: a row for each score, with its name
// and its figure in words, so that nothing is told by length or colour alone.
type Graph struct {
	Form  Form
	Title string
	Told  string // all that it shows, in words
	Rows  []GraphRow
	Names [2]string // of the areas of a [Radar]: what is, and what was or is wanted
}

// A Form is how the rows of a graph are drawn.
type Form uint8

// The forms.
const (
	Bars      Form = iota // amounts: the longer, the more
	Positions             // places on a line between two poles
	Changes               // from a place to another: a ring, an arrow, and a dot
	Radar                 // amounts on axes from one middle, joined to an area; at least three
)

// A GraphRow is one score of a graph.
type GraphRow struct {
	Name      string
	Figure    string        // the score as it is written
	Low, High string        // the poles at 0 and at 100; drawn where they are not those of the row before
	Value     assess.Figure // 0–100; unknown draws an empty row
	From      assess.Figure // 0–100, of [Changes] and, where every row has one, of [Radar]
	Range     *[2]float64   // 0–100, between which the score could well have been; nil for none
}

// A Shape is one mark of a graph. Whoever can draw these can draw every graph.
type Shape struct {
	Kind   ShapeKind
	Role   Role
	X, Y   float64 // where it begins; the centre of a dot or ring, the baseline of words
	W, H   float64 // of a box and a line: how far it goes to the right and down
	R      float64 // radius of a dot or ring
	Points []Point // the corners of an area
	Text   string
	Anchor Anchor // of words
}

// A Point is a place in a graph, in its units from the left and from the top.
type Point struct{ X, Y float64 }

// A ShapeKind tells shapes apart.
type ShapeKind uint8

// The kinds of shapes.
const (
	Box ShapeKind = iota
	Line
	Dot
	Ring
	Label
	Area // closed by its corners; drawn as an outline over a thin colour, as areas may lie on each other
)

// A Role is what a shape is for; a format gives it its colour.
type Role string

// The roles.
const (
	TrackRole Role = "track" // all that a score could be
	ValueRole Role = "value" // the score
	RangeRole Role = "range" // between which it could well have been, and what was before
	TextRole  Role = "text"
	MutedRole Role = "muted"
)

// An Anchor is the end of words that stands at X.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	End
	Middle
)

// The measures of a graph, in the units of its shapes; letters of names are Letters
// high, those of poles Small.
const (
	Width   = 640.0
	Letters = 15.0
	Small   = 12.5
	margin  = 9.0
	poles   = 23.0 // height of a line with the poles
	row     = 48.0
	middle  = 31.0 // from the top of a row to the middle of its bar
	bar     = 14.0
	dot     = 7.0
	head    = 11.0 // length of the head of an arrow
)

// Shapes lays the graph out in a room [Width] wide, and says how high it is.
func (g *Graph) Shapes() (shapes []Shape, height float64) {
	var l layout
	if g.Form == Radar {
		l.radar(g)
		return l.shapes, l.y
	}
	low, high := "", ""
	for _, r := range g.Rows {
		if (r.Low != low || r.High != high) && r.Low != "" && r.High != "" {
			l.poles(r)
		}
		low, high = r.Low, r.High
		l.row(g.Form, r)
	}
	return l.shapes, l.y
}

// A layout is a graph while it is laid out.
type layout struct {
	shapes []Shape
	y      float64 // where the next row begins
}

func (l *layout) add(s ...Shape) { l.shapes = append(l.shapes, s...) }

func (l *layout) poles(r GraphRow) {
	y := l.y + poles - 9
	l.add(Shape{Kind: Label, Role: MutedRole, X: margin, Y: y, Text: "0 = " + short(r.Low, halfPoles)},
		Shape{Kind: Label, Role: MutedRole, X: Width - margin, Y: y, Text: short(r.High, halfPoles) + " = 100", Anchor: End})
	l.y += poles
}

// What fits on a line in letters of middling width, so that no name runs into its
// figure and no pole into the other.
const (
	lineLetters = 72 // of a name and its figure
	halfPoles   = 38 // of one pole
)

// short cuts a text to so many letters; the whole of it stands in [Graph.Told].
func short(text string, letters int) string {
	if utf8.RuneCountInString(text) <= letters {
		return text
	}
	return strings.TrimRight(string([]rune(text)[:letters-1]), " ") + "…"
}

func (l *layout) row(form Form, r GraphRow) {
	l.add(Shape{Kind: Label, Role: TextRole, X: margin, Y: l.y + Letters, Text: short(r.Name, max(lineLetters-utf8.RuneCountInString(r.Figure), 10))},
		Shape{Kind: Label, Role: TextRole, X: Width - margin, Y: l.y + Letters, Text: r.Figure, Anchor: End})
	y := l.y + middle
	if form == Bars {
		l.bar(r, y)
	} else {
		l.rail(form, r, y)
	}
	l.y += row
}

func (l *layout) bar(r GraphRow, y float64) {
	l.add(Shape{Kind: Box, Role: TrackRole, X: margin, Y: y - bar/2, W: Width - 2*margin, H: bar})
	if !known(r.Value) {
		return
	}
	l.add(Shape{Kind: Box, Role: ValueRole, X: margin, Y: y - bar/2, W: at(r.Value.Value) - margin, H: bar})
	l.likely(r, y)
}

// rail draws the line between two poles with its middle, and what stands on it.
func (l *layout) rail(form Form, r GraphRow, y float64) {
	l.add(Shape{Kind: Line, Role: TrackRole, X: margin, Y: y, W: Width - 2*margin})
	for _, x := range []float64{margin, Width / 2, Width - margin} {
		l.add(Shape{Kind: Line, Role: TrackRole, X: x, Y: y - bar/2, H: bar})
	}
	l.likely(r, y)
	if form == Changes && known(r.From) {
		from := at(r.From.Value)
		if known(r.Value) {
			l.arrow(from, at(r.Value.Value), y)
		}
		l.add(Shape{Kind: Ring, Role: RangeRole, X: from, Y: y, R: dot})
	}
	if known(r.Value) {
		l.add(Shape{Kind: Dot, Role: ValueRole, X: at(r.Value.Value), Y: y, R: dot})
	}
}

// arrow draws the way from one place to another; its head ends before the dot, and
// is left out where it would touch the ring.
func (l *layout) arrow(from, to, y float64) {
	l.add(Shape{Kind: Line, Role: ValueRole, X: from, Y: y, W: to - from})
	if math.Abs(to-from) < 2*dot+head+4 {
		return
	}
	way := math.Copysign(1, to-from)
	for _, side := range []float64{-1, 1} {
		l.add(Shape{Kind: Line, Role: ValueRole, X: to - way*dot, Y: y, W: -way * head, H: side * head * .7})
	}
}

// likely draws a line with ends between the scores that could well have been.
func (l *layout) likely(r GraphRow, y float64) {
	if r.Range == nil {
		return
	}
	from, to := at(r.Range[0]), at(r.Range[1])
	l.add(Shape{Kind: Line, Role: RangeRole, X: from, Y: y, W: to - from})
	for _, x := range []float64{from, to} {
		l.add(Shape{Kind: Line, Role: RangeRole, X: x, Y: y - bar/4, H: bar / 2})
	}
}

// at is the place of a score across the graph.
func at(score float64) float64 { return margin + clamp(score)/100*(Width-2*margin) }
