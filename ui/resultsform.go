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
}

// The narrowest pictures that still show a difference of one band.
const (
	leastGraph  = 20
	leastBeside = 16
	mostGraph   = 60
)

// form measures the rows from one place to another. The columns are those of all
// sections, so that pictures and numbers stand under each other.
func (r *results) form(l Look, from, to, width int) rowForm {
	f := rowForm{l: l, s: r.scored, kind: r.scored.rows[from].kind, width: width, shared: true}
	for _, row := range r.scored.rows {
		f.score = max(f.score, lipgloss.Width(scoreText(l, row.score(), row.bands(r.scored.result.Instrument))))
		f.band = max(f.band, lipgloss.Width(r.scored.text(l, row.band())))
		if row.kind != assess.Symptom {
			f.name = max(f.name, lipgloss.Width(r.scored.text(l, row.title())))
		}
	}
	for i := from; i < to; i++ {
		low, high := f.poles(r.scored.rows[i])
		if i == from {
			f.low, f.high = low, high
		}
		f.shared = f.shared && low == f.low && high == f.high
		f.lows, f.highs = max(f.lows, lipgloss.Width(low)), max(f.highs, lipgloss.Width(high))
		f.name = max(f.name, min(lipgloss.Width(r.scored.text(l, r.scored.rows[i].title())), 26))
	}
	f.fitIn()
	return f
}

// fitIn chooses between one line and several.
func (f *rowForm) fitIn() {
	f.name = min(f.name, 36)
	f.graph = min(f.width-2-f.name-2-2-f.score-2-f.band, mostGraph)
	f.stacked = f.graph < leastGraph
	if positioned(f.kind) {
		f.stacked = f.stacked || !f.shared || f.lows+f.highs+1 > f.graph
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
	if f.stacked || !positioned(f.kind) || f.low == "" && f.high == "" {
		return ""
	}
	gap := f.graph - lipgloss.Width(f.low) - lipgloss.Width(f.high)
	return l.Muted.Render(strings.Repeat(" ", f.name+4) + f.low + strings.Repeat(" ", max(gap, 1)) + f.high)
}

// row draws one row and what it rests on.
func (f rowForm) row(l Look, i int, selected bool) string {
	row := f.s.rows[i]
	basis := basisText(l, f.s, row)
	if f.stacked {
		return f.stack(l, row, selected) + "\n" + under(l, basis, 4, f.width)
	}
	lead := 4 + f.name
	if lead+lipgloss.Width(basis) > f.width {
		lead = 4
	}
	graph := drawn(l, f.kind, row.score(), f.graph)
	return pointer(l, selected) + f.named(l, row, f.name, selected) + "  " + graph + "  " + f.number(l, row) + "\n" + under(l, basis, lead, f.width)
}

// stack draws name and number over the picture.
func (f rowForm) stack(l Look, row resultRow, selected bool) string {
	name := max(f.width-2-2-f.score-2-f.band, 1)
	name = min(name, mostGraph)
	first := pointer(l, selected) + f.named(l, row, name, selected) + "  " + f.number(l, row)
	graph := drawn(l, f.kind, row.score(), f.graph)
	low, high := f.poles(row)
	switch {
	case f.lows > 0 || f.highs > 0:
		graph = l.right(low, f.lows) + " " + graph + " " + high
	case positioned(f.kind) && low+high != "":
		gap := f.graph - lipgloss.Width(low) - lipgloss.Width(high)
		graph += "\n" + low + strings.Repeat(" ", max(gap, 1)) + high
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

func (f rowForm) number(l Look, row resultRow) string {
	score := scoreText(l, row.score(), row.bands(f.s.result.Instrument))
	return l.Title.Render(l.right(score, f.score)) + "  " + f.s.text(l, row.band())
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
