package assess

import (
	"strings"
	"unicode"
)

// A Table is one sheet of a file that was collected elsewhere, as text: what
// luwes did not write and a person must match to the items of an instrument. A
// file of plain text has one table without a name.
type Table struct {
	Name   string // of the sheet; empty for plain text
	Hidden bool   // the spreadsheet does not show it
	Rows   []TableRow
	Flaws  []TableFlaw // places whose text is not what a person sees or means
}

// A TableRow is a row that holds anything.
type TableRow struct {
	Line  int      // from 1, as the file counts
	Cells []string // from the first column; short where the rest is empty
}

// A TableFlaw is a rectangle of cells, counted from 1, both ends included, that
// must not be read as if it were filled in. It only matters where a column is used.
type TableFlaw struct {
	Code                               string // of the problem that it is, such as "cells-merged"
	Line, Column, LastLine, LastColumn int
}

// Cell is the text of a column, counted from 1, without surrounding space; empty
// where the row ends before it.
func (r TableRow) Cell(column int) string {
	if column < 1 || column > len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column-1])
}

// width is the number of columns that any row has.
func (t *Table) width() int {
	n := 0
	for _, r := range t.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// filled reports whether a column holds anything below a row.
func (t *Table) filled(column, below int) bool {
	for _, r := range t.Rows[below+1:] {
		if r.Cell(column) != "" {
			return true
		}
	}
	return false
}

// problem is a problem at a cell of the table.
func (t *Table) problem(code string, line, column int, pairs ...string) Problem {
	p := NewProblem(code, pairs...).At(line, column)
	p.Place.Sheet = t.Name
	return p
}

// brief makes a value fit into a sentence.
func brief(s string) string {
	const limit = 40
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return s
}
