package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"luwes/assess"
)

// A bookCell is one cell: a number, a date, or text, and the formula of which the
// value is what luwes expects it to give.
type bookCell struct {
	value   any // nil, float64, int, time.Time or string
	formula string
	style   bookStyle
}

// A bookStyle says how a cell looks; the number formats behind it are those of the
// language.
type bookStyle int

const (
	plainStyle bookStyle = iota // text at the top of its cell, wrapped
	titleStyle
	headStyle
	labelStyle
	noteStyle
	countStyle  // a whole number
	scoreStyle  // 0–100, one decimal
	shareStyle  // 0–1 as percent
	numberStyle // a level or a weight, in its shortest form
	factStyle   // a number of the title sheet, at the left like the texts around it
	factShareStyle
	dateStyle
)

// textCell is a text from outside or from the words.
func textCell(s string) bookCell { return bookCell{value: safeText(s)} }

func noteCell(s string) bookCell  { return bookCell{value: safeText(s), style: noteStyle} }
func labelCell(s string) bookCell { return bookCell{value: safeText(s), style: labelStyle} }

func headCells(titles ...string) []bookCell {
	out := make([]bookCell, len(titles))
	for i, t := range titles {
		out[i] = bookCell{value: safeText(t), style: headStyle}
	}
	return out
}

// figureCell is a figure as a number, and an empty cell where it is unknown.
func figureCell(f assess.Figure, style bookStyle) bookCell {
	if !f.OK() {
		return bookCell{style: style}
	}
	return bookCell{value: f.Value, style: style}
}

// by returns the cell with a formula that gives its value, and an empty text where
// that is unknown.
func (c bookCell) by(formula string) bookCell {
	c.formula = formula
	if c.value == nil {
		c.value = ""
	}
	return c
}

// longestText is the number of characters that a cell of a spreadsheet holds, less
// some room for what is put around them.
const longestText = 32_000

// safeText is a text as it may stand in a cell: a beginning with which a
// spreadsheet would run it, now or after it is saved as CSV, gets an apostrophe, as
// in answers files; control characters leave, and what is longer than a cell holds
// is cut.
func safeText(s string) string {
	if starts := strings.TrimLeft(s, "'"); starts != "" && strings.IndexByte("=+-@\t\r", starts[0]) >= 0 {
		s = "'" + s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	return cutText(s)
}

// cutText counts as spreadsheets do, in UTF-16.
func cutText(s string) string {
	units := 0
	for i, r := range s {
		if units++; r > 0xFFFF {
			units++
		}
		if units > longestText {
			return s[:i] + "…"
		}
	}
	return s
}
