package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// handRow gives a row that is filled in by hand the height of a signature, 9 mm.
const handRow = `<w:trHeight w:val="510" w:hRule="atLeast"/>`

// longCell is how many letters of one cell are too many to be kept on one page.
const longCell = 1200

// table is one whose head comes again on each page, and whose rows stay whole.
func (w *docx) table(t Table) {
	widths := columnWidths(t, w.width, w.letter)
	w.open("ReportTable", t.Caption, widths, true)
	head, room := make([]string, len(t.Columns)), ""
	for i, c := range t.Columns {
		if c.Fill {
			room = handRow
		}
		head[i] = w.cell(widths[i], "", w.words(c.Title, cellStyle(c), true, Bold))
	}
	w.row(`<w:cantSplit/><w:tblHeader/>`, head)
	for n, row := range t.Rows {
		properties, cells := `<w:cantSplit/>`+room, make([]string, len(row))
		for i, text := range row {
			emphasis := Plain
			if i == 0 {
				emphasis = Bold
			}
			if utf8.RuneCountInString(text) > longCell {
				properties = room
			}
			cells[i] = w.cell(widths[i], "", w.words(text, cellStyle(t.Columns[i]), n == 0, emphasis))
		}
		w.row(properties, cells)
	}
	w.close()
}

// fields are a table without a head.
func (w *docx) fields(f Fields) {
	widths := []int{w.width * 3 / 10, w.width - w.width*3/10}
	w.open("ReportTable", "", widths, false)
	for _, row := range f.Rows {
		w.row(`<w:cantSplit/>`, []string{w.cell(widths[0], "", w.words(row.Name, "TableText", false, Bold)),
			w.cell(widths[1], "", w.words(row.Value, "TableText", false, Plain))})
	}
	w.close()
}

func cellStyle(c Column) string {
	if c.Number {
		return "TableNumber"
	}
	return "TableText"
}

// open begins a table of columns as wide as said, in twentieths of a point; what it
// shows is for who cannot see where it stands.
func (w *docx) open(style, told string, widths []int, head bool) {
	w.apart()
	w.turn()
	fmt.Fprintf(&w.b, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>`, w.style[style])
	row := 0
	if head {
		row = 1
	}
	fmt.Fprintf(&w.b, `<w:tblLook w:val="%04X" w:firstRow="%d" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`, 0x0600|row<<5, row)
	if told != "" {
		fmt.Fprintf(&w.b, `<w:tblCaption w:val="%s"/>`, escapeXML(told))
	}
	w.b.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(&w.b, `<w:gridCol w:w="%d"/>`, width)
	}
	w.b.WriteString(`</w:tblGrid>`)
}

func (w *docx) close() {
	w.b.WriteString(`</w:tbl>`)
	w.after = true
}

// turn begins a page before a table, which cannot say so of itself.
func (w *docx) turn() {
	if w.broken {
		w.styled("Gap", "", "")
	}
}

func (w *docx) row(properties string, cells []string) {
	if properties != "" {
		properties = "<w:trPr>" + properties + "</w:trPr>"
	}
	w.b.WriteString("<w:tr>" + properties + strings.Join(cells, "") + "</w:tr>")
}

func (w *docx) cell(width int, properties, paragraphs string) string {
	return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>`, width, properties, paragraphs)
}

// words are the paragraph of a cell; stays keeps it on the page of the next row.
func (w *docx) words(text, style string, stays bool, e Emphasis) string {
	keep := ""
	if stays {
		keep = "<w:keepNext/>"
	}
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>`, w.style[style], keep, w.run(text, e))
}

// Room for words in a table, in twentieths of a point: a bold letter in 9 points of our
// typeface, and of a wide one, as a template may have, and the margins of a cell.
const (
	letterRoom = 110
	wideRoom   = 132
	cellRoom   = 200
	longWord   = 24  // letters of a word that may be broken
	longText   = 140 // letters from which a column grows no more
)

// columnWidths shares a width among columns: each has room for its longest word, and
// the rest goes to those with the most text, of all rows and of the longest one; letter is the room for one.
func columnWidths(t Table, width, letter int) []int {
	least, wish := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	left, more := width, 0
	for i, c := range t.Columns {
		word, longest, all := wordLength(c.Title), utf8.RuneCountInString(c.Title), 0
		for _, row := range t.Rows {
			n := utf8.RuneCountInString(row[i])
			word, longest, all = max(word, wordLength(row[i])), max(longest, n), all+n
			if c.Number { // a figure stays on one line
				word = max(word, n)
			}
		}
		least[i] = min(word, longWord)*letter + cellRoom
		text := min(longest/4+all/max(len(t.Rows), 1), longText)
		wish[i] = max(text*letter+cellRoom-least[i], 1)
		if c.Number { // and needs no more than that
			wish[i] = 1
		}
		left, more = left-least[i], more+wish[i]
	}
	return shared(least, wish, left, more, width)
}

// wordLength is that of the longest word of a text, in letters; the wide ones count for
// one and a half, as a word that just misses its column is torn before its last letter.
func wordLength(text string) int {
	n := 0
	for _, word := range strings.Fields(text) {
		wide := 0
		for _, letter := range "mwMW%" {
			wide += strings.Count(word, string(letter))
		}
		n = max(n, utf8.RuneCountInString(word)+(wide+1)/2)
	}
	return n
}

// shared gives what is left in the proportion of wishes, or takes what is missing
// from all alike; the last column has what rounding leaves.
func shared(least, wish []int, left, more, width int) []int {
	out, given := make([]int, len(least)), 0
	for i := range out {
		if left >= 0 {
			out[i] = least[i] + left*wish[i]/more
		} else {
			out[i] = least[i] * width / (width - left)
		}
		given += out[i]
	}
	if n := len(out); n > 0 {
		out[n-1] += width - given
	}
	return out
}
