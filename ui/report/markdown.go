package report

import (
	"io"
	"strings"
	"unicode"
)

// WriteMarkdown writes a report as Markdown with tables. Charts are left out: the
// tables say the same.
func WriteMarkdown(out io.Writer, d *Document) error {
	m := &markdown{}
	m.b.WriteString("# " + inline(d.Title) + "\n\n")
	m.line(inline(d.Kicker))
	if d.Draft != "" {
		m.line("**" + inline(d.Draft) + "**")
	}
	d.write(m)
	_, err := io.WriteString(out, m.b.String())
	return err
}

// markdown is the [writer] of Markdown.
type markdown struct {
	ahead
	b strings.Builder
}

func (m *markdown) line(s string) { m.b.WriteString(s + "\n\n") }

func (m *markdown) heading(h Heading) { m.line(strings.Repeat("#", h.Level) + " " + inline(h.Text)) }

func (m *markdown) paragraph(p Paragraph) { m.line(runs(p.Spans)) }

func (m *markdown) list(l List) {
	for _, item := range l.Items {
		m.b.WriteString("- " + runs(item) + "\n")
	}
	m.b.WriteString("\n")
}

func (m *markdown) fields(f Fields) {
	rows := make([][]string, len(f.Rows))
	for i, row := range f.Rows {
		rows[i] = []string{row.Name, row.Value}
	}
	m.grid([]Column{{}, {}}, rows)
}

func (m *markdown) table(t Table) { m.grid(t.Columns, t.Rows) }

func (m *markdown) chart(Chart) {}

// question gives each answer a box of a task list.
func (m *markdown) question(q Question) {
	text := inline(q.Text)
	if q.Number != "" {
		text = "**" + inline(q.Number) + "** " + text
	}
	m.line(text)
	if q.Aim != "" {
		m.line("*" + inline(q.Aim) + "*")
	}
	for _, o := range q.Options {
		m.b.WriteString("- [ ] " + inline(strings.TrimSpace(o.Mark+"  "+o.Text)) + "\n")
	}
	m.b.WriteString("\n")
	for _, line := range q.Lines {
		m.line(inline(line) + ": " + strings.Repeat("\\_", 40))
	}
}

// signature is a table with an empty cell for each line to fill in.
func (m *markdown) signature(s Signature) {
	var rows [][]string
	for _, line := range s.Lines {
		rows = append(rows, []string{line, ""})
	}
	for _, signer := range s.Signers {
		rows = append(rows, []string{signer.Role, ""}, []string{signer.Sign, ""})
		for _, line := range signer.Lines {
			rows = append(rows, []string{line, ""})
		}
	}
	m.grid([]Column{{}, {}}, rows)
}

func (m *markdown) pageBreak() {}

func (m *markdown) grid(columns []Column, rows [][]string) {
	line := func(cells []string) { m.b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	head, rule := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		head[i], rule[i] = inline(c.Title), "---"
		if c.Number {
			rule[i] = "---:"
		}
	}
	line(head)
	line(rule)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = inline(c)
		}
		line(cells)
	}
	m.b.WriteString("\n")
}

// runs writes stretches of text with their emphasis.
func runs(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		mark := [...]string{Plain: "", Italic: "*", Bold: "**"}[s.Emphasis]
		b.WriteString(mark + escaped(s.Text) + mark)
	}
	return strings.TrimSpace(b.String())
}

// marks are the characters that Markdown or the HTML in it would take for its
// own.
const marks = "\\`*_{}[]<>#|~"

// inline escapes a text that stands alone.
func inline(s string) string { return strings.TrimSpace(escaped(s)) }

// escaped puts words of a person on one line, with nothing in it that Markdown
// reads as a mark.
func escaped(s string) string {
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
	return b.String()
}

func lineBreak(c rune) bool { return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' }
