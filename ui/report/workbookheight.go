package report

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Rows get their height here, because not every program makes room for wrapped text
// when it opens a file.
const (
	lineHeight    = 15.0  // of one line, in points
	highestRow    = 409.0 // that a spreadsheet allows
	wordsPerWidth = 0.9   // of a column's width, what whole words fill on average
)

// height is the height of a row in points, as far as its texts can be estimated.
func (s *bookSheet) height(row []bookCell) float64 {
	lines := 1
	for i, c := range row {
		if text, ok := c.value.(string); ok && (c.style == plainStyle || c.style == headStyle || c.style == labelStyle) {
			lines = max(lines, linesOf(text, s.width(i)))
		}
	}
	return min(float64(lines)*lineHeight, highestRow)
}

// linesOf is how many lines a text takes in a column of so many characters.
func linesOf(text string, width float64) int {
	lines := 0
	for part := range strings.SplitSeq(text, "\n") {
		lines += max(1, int(math.Ceil(float64(utf8.RuneCountInString(part))/(width*wordsPerWidth))))
	}
	return lines
}

// width is the width of a column in characters.
func (s *bookSheet) width(column int) float64 { return s.widths[min(column, len(s.widths)-1)] }

// columns is the number of columns of the widest row.
func (s *bookSheet) columns() int {
	n := 0
	for _, row := range s.rows {
		n = max(n, len(row))
	}
	return n
}

// pageWidth is how many characters a page holds beside each other, still readable.
const pageWidth = 190.0

// pages is how many pages a sheet is wide when printed.
func (s *bookSheet) pages() int {
	total := 0.0
	for i := range s.columns() {
		total += s.width(i)
	}
	return max(1, int(math.Ceil(total/pageWidth)))
}
