package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// A rowForm is how the rows of one section are laid out: in one line with the
// picture between name and score, or stacked where that would be too tight.
type rowForm struct {
	l       Look
	s       *scored
	kind    assess.Kind
	chapter *assess.Group // what heads the section instead of the kind, or nil
	width   int
	name    int // cells of the name
	graph   int // cells of the picture
	score   int // cells of the score
	band    int // cells of the band
	stacked bool
	shared  bool // all scales have the same poles
	low     string
	high    string
	lows    int // cells of the poles beside a stacked picture; 0 puts them below
	highs   int
	numbers []string // the scores as they are written
	hang    int      // cells before what a score rests on
}

// The narrowest pictures that still show a difference of one band.
const (
	leastGraph  = 20
	leastBeside = 16
	mostGraph   = 60
)

// How much of a name is shown at most. Those of the symptoms are long and stand
// far down; in a window that is not wide they must not take the pictures of all
// others their room.
const (
	mostName  = 36
	leastName = 25
	wideNames = 100 // the width from which all names have room
)

// columns measures the columns of all rows, so that the pictures and the numbers
// of all sections stand under each other.
func (r *results) columns(l Look, width int) rowForm {
	f := rowForm{l: l, s: r.scored, width: width}
	f.numbers = make([]string, len(r.scored.rows))
	for i, row := range r.scored.rows {
		f.numbers[i] = scoreText(l, row.score(), row.bands(r.scored.result.Instrument))
		f.score = max(f.score, lipgloss.Width(f.numbers[i]))
		f.band = max(f.band, lipgloss.Width(r.scored.text(l, row.band())))
		most := mostName
		if row.kind == assess.Symptom && width < wideNames {
			most = leastName
		}
		f.name = max(f.name, min(lipgloss.Width(r.scored.text(l, row.title())), most))
	}
	f.hang = f.hanging(l)
	return f
}

// hanging is where what a score rests on begins, the same in all rows: under the
// picture if the longest has room there, else under the name.
func (f rowForm) hanging(l Look) int {
	for _, row := range f.s.rows {
		if 4+f.name+lipgloss.Width(basisText(l, f.s, row)) > f.width {
			return 4
		}
	}
	return 4 + f.name
}

// section lays out the rows from one place to another.
func (f rowForm) section(from, to int) rowForm {
	f.kind, f.chapter, f.shared = f.s.rows[from].kind, f.s.chapterOf(f.s.rows[from]), true
	for i := from; i < to; i++ {
		low, high := f.poles(f.s.rows[i])
		if i == from {
			f.low, f.high = low, high
		}
		f.shared = f.shared && low == f.low && high == f.high
		f.lows, f.highs = max(f.lows, lipgloss.Width(low)), max(f.highs, lipgloss.Width(high))
	}
	f.fitIn()
	return f
}

// fitIn chooses between one line and several.
func (f *rowForm) fitIn() {
	f.graph = min(f.width-2-f.name-2-2-f.score-2-f.band, mostGraph)
	f.stacked = f.graph < leastGraph
	if positioned(f.kind) && !f.shared {
		f.stacked = f.stacked || f.lows+f.highs+1 > f.graph
	}
	if !f.stacked {
		return
	}
	room := f.width - 4
	if !positioned(f.kind) || f.lows == 0 && f.highs == 0 {
		f.graph, f.lows, f.highs = min(room, mostGraph), 0, 0
		return
	}
	f.graph = min(room-f.lows-f.highs-2, mostGraph)
	if f.graph < leastBeside {
		f.graph, f.lows, f.highs = min(room, mostGraph), 0, 0
	}
}

func (f rowForm) poles(row resultRow) (low, high string) {
	if row.scale == nil {
		return "", ""
	}
	return f.s.text(f.l, row.scale.Scale.Low), f.s.text(f.l, row.scale.Scale.High)
}

// ends writes the poles over the pictures of a section that shares them.
func (f rowForm) ends(l Look) string {
	if f.stacked || !f.shared || !positioned(f.kind) || f.low == "" && f.high == "" {
		return ""
	}
	low, high := f.least(l)+" = "+f.low, f.high+" = 100"
	if lipgloss.Width(low)+lipgloss.Width(high)+2 > f.graph {
		return ""
	}
	return strings.Repeat(" ", f.name+4) + f.apart(l, low, high)
}

// least is the lowest score that the instrument's convention can give.
func (f rowForm) least(l Look) string {
	text, _ := digits(l, f.s.result.Instrument.ScoreOf(1))
	return text
}

// apart writes two poles at the ends of the picture.
func (f rowForm) apart(l Look, low, high string) string {
	gap := f.graph - lipgloss.Width(low) - lipgloss.Width(high)
	return l.Muted.Render(low + strings.Repeat(" ", max(gap, 1)) + high)
}

// row draws one row and what it rests on.
func (f rowForm) row(l Look, i int, selected bool) string {
	row := f.s.rows[i]
	basis := basisText(l, f.s, row)
	if f.stacked {
		return f.stack(l, i, selected) + "\n" + under(l, basis, 4, f.width)
	}
	first := pointer(l, selected) + f.named(l, row, f.name, selected) + "  " + drawn(l, f.s.result.Instrument, f.kind, row.score(), f.graph) + "  " + f.number(l, i)
	if positioned(f.kind) && !f.shared {
		low, high := f.poles(row)
		ends := f.apart(l, low, high)
		if lipgloss.Width(basis) <= f.name {
			return first + "\n  " + l.Muted.Render(l.cell(basis, f.name)) + "  " + ends
		}
		first += "\n" + strings.Repeat(" ", 4+f.name) + ends
	}
	return first + "\n" + under(l, basis, f.hang, f.width)
}

// stack draws name and number over the picture.
func (f rowForm) stack(l Look, i int, selected bool) string {
	row := f.s.rows[i]
	name := min(max(f.width-2-2-f.score-2-f.band, 1), f.name+2+mostGraph)
	first := pointer(l, selected) + f.named(l, row, name, selected) + "  " + f.number(l, i)
	graph := drawn(l, f.s.result.Instrument, f.kind, row.score(), f.graph)
	low, high := f.poles(row)
	switch {
	case f.lows > 0 || f.highs > 0:
		graph = l.Muted.Render(l.right(low, f.lows)) + " " + graph + " " + l.Muted.Render(high)
	case positioned(f.kind) && low+high != "":
		graph += "\n" + f.apart(l, low, high)
	}
	return first + "\n" + indent(graph, 4)
}

func (f rowForm) named(l Look, row resultRow, width int, selected bool) string {
	name := l.cell(f.s.text(l, row.title()), width)
	if selected {
		return l.Title.Render(name)
	}
	return name
}

func (f rowForm) number(l Look, i int) string {
	return l.Title.Render(l.right(f.numbers[i], f.score)) + "  " + f.s.text(l, f.s.rows[i].band())
}

// pointer is the pointer before the selected row, in two cells.
func pointer(l Look, selected bool) string {
	if selected {
		return l.Key.Render(l.Pointer) + " "
	}
	return "  "
}

// under writes a muted text that hangs under something.
func under(l Look, text string, lead, width int) string {
	return indent(l.Muted.Render(ansiWrapped(text, width-lead)), lead)
}
