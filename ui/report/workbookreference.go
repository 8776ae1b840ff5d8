package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Places on a sheet are counted from 0; a spreadsheet counts rows from 1 and
// names columns by letters.

// columnAt names a column: A, B, … AA.
func columnAt(column int) string {
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		panic(err) // more columns than any spreadsheet has: instruments are limited far below
	}
	return name
}

// cellAt is a place, such as B3.
func cellAt(column, row int) string { return columnAt(column) + strconv.Itoa(row+1) }

// fixedAt is a place that stays where it is when the formula is copied: $B$3.
func fixedAt(column, row int) string { return "$" + columnAt(column) + "$" + strconv.Itoa(row+1) }

// inSheet is what stands before a place on another sheet.
func inSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'!" }

// rangeOf is the rectangle between two places, both included, fixed, on a sheet.
func rangeOf(sheet string, column, row, lastColumn, lastRow int) string {
	return inSheet(sheet) + fixedAt(column, row) + ":" + fixedAt(lastColumn, lastRow)
}

// numberOf writes a constant of a formula in the shortest form that reads back as
// itself; formulas have decimal points in every language.
func numberOf(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// quoted is a text within a formula.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
