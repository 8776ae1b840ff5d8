package report

import (
	"strconv"
	"strings"
	"unicode"
)

func (r *report) heading(level int, title string) {
	r.b.WriteString(strings.Repeat("#", level) + " " + text(title) + "\n\n")
}

// paragraph writes Markdown as it is.
func (r *report) paragraph(markdown string) { r.b.WriteString(markdown + "\n\n") }

// table writes a table; every cell is escaped. Columns whose title begins with
// ">" are numbers and stand at the right.
func (r *report) table(titles []string, rows [][]string) {
	line := func(cells []string) { r.b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	head, rule := make([]string, len(titles)), make([]string, len(titles))
	for i, t := range titles {
		t, right := strings.CutPrefix(t, ">")
		head[i], rule[i] = text(t), "---"
		if right {
			rule[i] = "---:"
		}
	}
	line(head)
	line(rule)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = text(c)
		}
		line(cells)
	}
	r.b.WriteString("\n")
}

// marks are the characters that Markdown or the HTML in it would take for its
// own.
const marks = "\\`*_{}[]<>#|~"

// text escapes words of a person: on one line, with nothing in it that Markdown
// reads as a mark.
func text(s string) string {
	var b strings.Builder
	for _, c := range strings.Join(strings.FieldsFunc(s, lineBreak), " / ") {
		switch {
		case unicode.IsControl(c):
			b.WriteByte(' ')
			continue
		case c == '&':
			b.WriteString("&amp;")
			continue
		case strings.ContainsRune(marks, c):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

func lineBreak(c rune) bool { return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' }

func itoa(n int) string { return strconv.Itoa(n) }
