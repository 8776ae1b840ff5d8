package report

import (
	"math"
	"strings"
)

// cellSide is the room at the sides of the words of a cell.
const cellSide = 5.0

// fewLines is how many lines of a row that goes over pages stand on each at least.
const fewLines = 3

// handRoom is the height of a row that is filled in by hand.
const handRoom = 25.0

// A grid is a table with the widths of its columns, which hold the room at the sides.
type grid struct {
	p       *print
	columns []Column
	widths  []float64
	head    cells // empty without one
	fill    bool  // its rows are filled in by hand
}

// cells are the lines of each cell of a row.
type cells [][]textLine

// lines is the number of lines of the highest cell.
func (c cells) lines() int {
	n := 1
	for _, cell := range c {
		n = max(n, len(cell))
	}
	return n
}

// height is how much room the words of a row need.
func (g *grid) height(c cells) float64 {
	return float64(c.lines())*g.p.look.table.leading + 2*g.p.look.cellTop
}

// rowHeight is that of a row; one that is filled in by hand has room for that.
func (g *grid) rowHeight(c cells) float64 {
	if g.fill {
		return math.Max(g.height(c), handRoom)
	}
	return g.height(c)
}

func (p *print) table(t Table) {
	g := &grid{p: p, columns: t.Columns, widths: p.columnWidths(t.Columns, t.Rows)}
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
		g.fill = g.fill || c.Fill
	}
	g.head = g.cells(titles, true)
	g.rows(t.Rows)
	p.space(9)
}

// fields are a table of two columns without a head.
func (p *print) fields(f Fields) {
	const names = 130
	g := &grid{p: p, columns: make([]Column, 2), widths: []float64{names, textWidth - names}}
	rows := make([][]string, len(f.Rows))
	for i, row := range f.Rows {
		rows[i] = []string{row.Name, row.Value}
	}
	g.rows(rows)
	p.space(9)
}

// cells breaks the texts of a row, and keeps the lines that they have; the name of the
// row is bold, as is its head.
func (g *grid) cells(row []string, head bool) cells {
	out := make(cells, len(row))
	for i, text := range row {
		e := Plain
		if head || i == 0 {
			e = Bold
		}
		for line := range strings.FieldsFuncSeq(text, lineBreak) {
			out[i] = append(out[i], g.p.wrap([]Span{{line, e}}, g.p.look.table.size, g.widths[i]-2*cellSide)...)
		}
	}
	return out
}

func (g *grid) rows(rows [][]string) {
	all := make([]cells, len(rows))
	for i, row := range rows {
		all[i] = g.cells(row, false)
	}
	g.p.introduce(g.together(all))
	g.drawHead()
	for i, c := range all {
		if i > 0 && i == len(all)-2 {
			g.pair(c, all[i+1])
		}
		g.row(c)
	}
}

// pair keeps the last two rows on one page, unless they are high.
func (g *grid) pair(a, b cells) {
	if both := g.rowHeight(a) + g.rowHeight(b); both > g.p.left() && both <= fullRoom/3 {
		g.p.newPage()
		g.drawHead()
	}
}

// together is the room that a table needs where it begins: a small one all of it,
// any other its head and its first two rows.
func (g *grid) together(rows []cells) float64 {
	if len(rows) == 0 {
		return 0
	}
	head := 0.0
	if len(g.head) > 0 {
		head = g.height(g.head)
	}
	all := head
	for _, c := range rows {
		all += g.rowHeight(c)
	}
	if all <= fullRoom/4 {
		return all
	}
	first := 0.0
	for _, c := range rows[:min(2, len(rows))] {
		first += g.rowHeight(c)
	}
	return head + math.Min(first, fullRoom/3)
}

func (g *grid) drawHead() {
	if len(g.head) == 0 {
		return
	}
	height := g.height(g.head)
	g.p.fill(band)
	g.p.pdf.Rect(sideMargin, g.p.y, textWidth, height, "F")
	g.draw(g.head, height)
	g.p.stroke(faint, 1, sideMargin, g.p.y, textWidth, 0)
}

// row draws a row on this page if it fits, else on the next one; one that is higher
// than half a page is parted, with a few lines of it on each side.
func (g *grid) row(c cells) {
	for {
		if g.rowHeight(c) <= g.p.left() {
			g.draw(c, g.rowHeight(c))
			g.p.stroke(hairline, 0.5, sideMargin, g.p.y, textWidth, 0)
			return
		}
		fits := int((g.p.left() - 2*g.p.look.cellTop) / g.p.look.table.leading)
		lines := c.lines()
		if g.height(c) > fullRoom/2 && fits >= fewLines {
			var now cells
			now, c = c.part(min(fits, max(lines-fewLines, fewLines)))
			g.draw(now, g.height(now))
		}
		g.p.newPage()
		g.drawHead()
	}
}

// part parts the cells of a row after so many lines.
func (c cells) part(after int) (now, later cells) {
	for _, cell := range c {
		n := min(after, len(cell))
		now, later = append(now, cell[:n]), append(later, cell[n:])
	}
	return now, later
}

// draw writes the cells of a row of a height, and goes below it.
func (g *grid) draw(c cells, height float64) {
	x := sideMargin
	for i, cell := range c {
		for j, line := range cell {
			at := x + cellSide
			if g.columns[i].Number {
				at = x + g.widths[i] - cellSide - line.width()
			}
			g.p.putLine(g.p.look.table, line, at, g.p.y+g.p.look.cellTop+float64(j)*g.p.look.table.leading)
		}
		x += g.widths[i]
		if g.fill && i < len(c)-1 {
			g.p.stroke(hairline, 0.5, x, g.p.y, 0, height)
		}
	}
	g.p.y += height
}
