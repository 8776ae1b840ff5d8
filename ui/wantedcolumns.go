package ui

import (
	"math"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/ui/locale"
)

// wantedColumns lays out the rows of the wanted levels: a name, a picture where there
// is room for one, and the numbers.
type wantedColumns struct {
	w     *wanted
	l     Look
	width int
	name  int  // cells of the name
	short bool // the scales have short names, and the long ones leave no room for the picture
	track int  // cells of the picture; 0 puts it below the selected row
	cells [5]int
}

// wantedHeads name the columns of numbers. No score stands without the people and the
// share of answers that it rests on.
var wantedHeads = [5]string{"wanted.n", "wanted.coverage", "wanted.present", "wanted.wanted", "wanted.gap"}

// leastTrack is the shortest picture that still tells places apart.
const leastTrack = 12

func (w *wanted) columns(l Look, width int) wantedColumns {
	c := wantedColumns{w: w, l: l, width: width}
	room := width - 2
	for i, id := range wantedHeads {
		c.cells[i] = max(lipgloss.Width(l.T(id)), [5]int{2, 4, 5, 5, 7}[i]) + 2
		room -= c.cells[i]
	}
	c.name = max(room, 1)
	if w.scale != nil { // the words of an item need the line
		return c
	}
	long, brief := 0, 0
	for _, g := range w.gaps {
		long = max(long, lipgloss.Width(w.text(l, g.Scale.Title)))
	}
	if builtIn(idsOf(w.session.Instrument.Scales, func(s assess.Scale) string { return s.ID })) {
		for _, g := range w.gaps {
			brief = max(brief, lipgloss.Width(l.T("scale."+g.Scale.ID)))
		}
	}
	switch {
	case room-long-2 >= leastTrack:
		c.name, c.track = long, room-long-2
	case brief > 0:
		c.short, c.name = true, min(brief, room)
		if c.track = room - brief - 2; c.track < leastTrack {
			c.track, c.name = 0, room
		}
	}
	return c
}

// heading names the columns of numbers.
func (c wantedColumns) heading() string {
	text := ""
	for i, id := range wantedHeads {
		text += c.l.right(c.l.T(id), c.cells[i])
	}
	return c.l.Muted.Render(c.l.right(text, c.width))
}

// line draws one scale or item.
func (c wantedColumns) line(g assess.WantedGap, selected bool) string {
	label := c.l.cell(c.label(g), c.name)
	if c.track > 0 {
		label += "  " + c.picture(g, c.track)
	}
	return c.l.row(label+c.numbers(g), selected, c.width)
}

// selected draws the selected row with what belongs to it, in as many lines as there
// are at most.
func (c wantedColumns) selected(g assess.WantedGap, height int) string {
	block := c.line(g, true)
	if g.Item != nil {
		return block + "\n" + c.item(g, height-1)
	}
	if title := c.w.text(c.l, g.Scale.Title); title != strings.TrimRight(c.l.cell(c.label(g), c.name), " ") {
		block += "\n" + aside(c.l, title, c.width)
	}
	if c.track == 0 {
		block += "\n" + strings.Repeat(" ", 4) + c.picture(g, min(c.width-8, 40))
	}
	for _, about := range c.w.about(c.l, g) {
		block += "\n" + aside(c.l, about, c.width)
	}
	return block
}

func (c wantedColumns) label(g assess.WantedGap) string {
	switch {
	case g.Item != nil:
		return g.Item.ID + "  " + distinct(c.l, c.w.session, g.Item)
	case c.short:
		return c.l.T("scale." + g.Scale.ID)
	}
	return c.w.text(c.l, g.Scale.Title)
}

// numbers writes what the present rests on, the present, the wanted and the gap.
func (c wantedColumns) numbers(g assess.WantedGap) string {
	people, coverage := locale.None, locale.None
	if g.N > 0 {
		people = c.l.Words.Integer(g.N)
	}
	if g.Coverage.OK() {
		coverage = c.l.Words.Percent(g.Coverage.Value)
	}
	text := ""
	for i, cell := range []string{people, coverage, c.figure(g.Present), c.figure(g.Wanted), c.gap(g)} {
		text += c.l.right(cell, c.cells[i])
	}
	return text
}

// figure writes a score with a decimal, a level as it is.
func (c wantedColumns) figure(f assess.Figure) string {
	switch {
	case !f.OK():
		return locale.None
	case c.w.scale != nil:
		return oneDecimal(c.l, f.Value)
	}
	return c.l.Words.Number(f.Value, 1)
}

// gap writes what is lacking with a sign that says the direction.
func (c wantedColumns) gap(g assess.WantedGap) string {
	if !g.Gap.OK() {
		return locale.None
	}
	sign := c.l.Flat
	switch {
	case g.Gap.Value > 0.05:
		sign = c.l.Up
	case g.Gap.Value < -0.05:
		sign = c.l.Down
	}
	return c.l.Words.Signed(g.Gap.Value, 1) + " " + sign
}

// picture draws the present as the results do, and the wanted level as a sign on it: a
// place between two poles must not look like much of something.
func (c wantedColumns) picture(g assess.WantedGap, width int) string {
	in := c.w.session.Instrument
	if !g.Wanted.OK() {
		return drawn(c.l, in, g.Scale.Kind, g.Present, width)
	}
	at := g.Wanted.Value
	if least := in.ScoreOf(1); positioned(g.Scale.Kind) {
		at = (at - least) / (100 - least) * 100
	}
	cell := int(math.Round(min(max(at, 0), 100) / 100 * float64(width-1)))
	line := drawn(c.l, in, g.Scale.Kind, g.Present, width)
	return ansi.Cut(line, 0, cell) + c.l.Chosen.Render(c.l.Aim) + ansi.Cut(line, cell+1, width)
}
