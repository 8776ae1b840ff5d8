package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/ui/locale"
)

// tableWidth is the widest line that a table has.
const tableWidth = 80

// A column of a table of text.
type column struct {
	title string
	right bool // numbers stand at the right
	give  bool // gives up its width when the table is too wide
}

// writeTable writes rows under their titles, two spaces apart. Columns that
// give are cut until the table fits; a title that is empty everywhere leaves out
// the line of titles.
func writeTable(w io.Writer, indent string, columns []column, rows [][]string) {
	widths := make([]int, len(columns))
	titled := false
	for i, c := range columns {
		widths[i] = ansi.StringWidth(c.title)
		titled = titled || c.title != ""
		for _, row := range rows {
			row[i] = clean(row[i])
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
	}
	narrow(columns, widths, tableWidth-len(indent))
	if titled {
		titles := make([]string, len(columns))
		for i, c := range columns {
			titles[i] = c.title
		}
		fmt.Fprintln(w, tableLine(indent, columns, widths, titles))
	}
	for _, row := range rows {
		fmt.Fprintln(w, tableLine(indent, columns, widths, row))
	}
}

// narrow takes width from the widest of the columns that give, cell by cell,
// until the table fits or none can give any more.
func narrow(columns []column, widths []int, limit int) {
	total := 2 * (len(widths) - 1)
	for _, n := range widths {
		total += n
	}
	for ; total > limit; total-- {
		widest := -1
		for i, c := range columns {
			if c.give && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

// narrowest is the width below which a column says nothing.
const narrowest = 8

func tableLine(indent string, columns []column, widths []int, cells []string) string {
	parts := make([]string, len(cells))
	for i, cell := range cells {
		cell = ansi.Truncate(cell, widths[i], "…")
		space := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
		if columns[i].right {
			parts[i] = space + cell
		} else {
			parts[i] = cell + space
		}
	}
	return strings.TrimRight(indent+strings.Join(parts, "  "), " ")
}

// wrap breaks a text into lines that fit, each behind the indent.
func wrap(text, indent string) string {
	text = ansi.Wordwrap(text, tableWidth-len(indent), "")
	return indent + strings.ReplaceAll(text, "\n", "\n"+indent)
}

// clean makes a text of a file or a person safe for a terminal and keeps it on
// one line.
func clean(s string) string { return locale.OneLine(s) }

// text is a text of an instrument on one line.
func (p *program) text(t assess.Text, unit string) string { return clean(p.words().Text(t, unit)) }
