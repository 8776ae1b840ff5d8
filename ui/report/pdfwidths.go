package report

import (
	"math"
	"strings"
)

// handWidth is what a column needs that is filled in by hand.
const handWidth = 110.0

// columnWidths shares the width of the text among the columns of a table. Each gets
// what its longest word needs; what is left goes to those whose texts are longer, as
// browsers do it: in proportion to what each lacks to stand on one line. A column of
// numbers gets no more than it needs.
func (p *print) columnWidths(columns []Column, rows [][]string) []float64 {
	least, most := make([]float64, len(columns)), make([]float64, len(columns))
	for i, c := range columns {
		least[i], most[i] = p.extent(c.Title, Bold)
		for _, row := range rows {
			e := Plain
			if i == 0 {
				e = Bold
			}
			l, m := p.extent(row[i], e)
			if c.Number {
				l = m // a number stays on its line
			}
			least[i], most[i] = math.Max(least[i], l), math.Max(most[i], m)
		}
		switch {
		case c.Number:
			most[i] = least[i]
		case c.Fill:
			most[i] = math.Max(most[i], handWidth)
		}
		most[i] = math.Max(damped(most[i]), least[i])
	}
	return share(textWidth, least, most)
}

// damped makes texts of many lines wish for less than all of them in a row: what
// fills a cell grows in both directions. No text may take all from the others.
func damped(line float64) float64 {
	if line <= textWidth {
		return line
	}
	return textWidth * math.Min(math.Sqrt(line/textWidth), 3)
}

// extent is how wide the longest word of a text is, and the text on one line, with
// the room at the sides of a cell. A word may take a quarter of the page.
func (p *print) extent(text string, e Emphasis) (word, line float64) {
	f := p.faces[e]
	for part := range strings.FieldsSeq(f.shown(text)) {
		word = math.Max(word, f.width(part, p.look.table.size))
	}
	return math.Min(word, textWidth/4) + 2*cellSide + 0.1, f.width(f.shown(text), p.look.table.size) + 2*cellSide + 0.1
}

// share gives each column at least what it needs, and of the rest in proportion to
// what it could use; where there is more than that, in proportion to its width.
func share(room float64, least, most []float64) []float64 {
	needed, wished := total(least), total(most)
	out := make([]float64, len(least))
	for i := range out {
		switch {
		case needed >= room:
			out[i] = least[i] * room / needed
		case wished <= room:
			out[i] = most[i] * room / wished
		default:
			out[i] = least[i] + (most[i]-least[i])*(room-needed)/(wished-needed)
		}
	}
	return out
}

func total(of []float64) float64 {
	sum := 0.0
	for _, x := range of {
		sum += x
	}
	return sum
}
