package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// leastHeaders is the width of the headers, if none is longer.
const leastHeaders = 24

// View draws a row for each column, and below them all of the selected one.
func (m *matching) View(l Look, width, height int) string {
	f := m.now()
	if len(f.mapping.Columns) == 0 {
		return fit(wrap(l.T("match.nothing"), width), width, height)
	}
	head := m.head(l, f, width)
	foot := m.foot(l, f, width)
	rows, headers := make([]string, len(f.mapping.Columns)), 0
	for _, c := range f.mapping.Columns {
		headers = max(headers, lipgloss.Width(m.header(l, c)))
	}
	for i, c := range f.mapping.Columns {
		rows[i] = l.row(m.row(l, f, c, headers, width-2), i == m.at, width)
	}
	room := height - lipgloss.Height(head) - lipgloss.Height(foot) - 1
	return head + "\n" + pad(scroll(l, rows, m.at, width, max(room, 1)), max(room, 1)) + "\n\n" + foot
}

func (m *matching) head(l Look, f *fitting, width int) string {
	said := l.T("match.known", "items", f.known(), "all", f.instrument.ItemCount(), "instrument", l.Words.Text(f.instrument.Title, ""))
	if f.kept {
		said += " " + l.T("match.kept")
	} else if n := f.unsure(); n > 0 {
		said += " " + l.Words.N("match.unsure", n)
	}
	return wrap(said, width) + "\n"
}

// row writes a sign for how sure the match is, the header, and what it is taken
// for, beside the longest header.
func (m *matching) row(l Look, f *fitting, c assess.Column, headers, width int) string {
	sign := l.Good.Render(l.Check)
	switch {
	case c.Role == assess.IgnoredColumn && c.Sure == 1:
		sign = l.Muted.Render(l.Dot)
	case c.Sure < 1:
		sign = l.Warn.Render("?")
	}
	taken := l.T("mapping.role."+string(c.Role), "item", c.Item)
	room := max(width-2, 20)
	column := min(max(headers, leastHeaders)+2, room*3/5)
	return sign + " " + l.cell(m.header(l, c), column-1) + " " + l.cell(taken, room-column)
}

func (m *matching) header(l Look, c assess.Column) string {
	if header := oneLine(c.Header); header != "" {
		return header
	}
	return l.T("match.no-header", "n", c.Place)
}

// foot tells of the selected column what it says, what it was taken for and why,
// and the first answers in it.
func (m *matching) foot(l Look, f *fitting, width int) string {
	c := f.mapping.Columns[m.at]
	lines := []string{l.Title.Render(firstLines(wrap(m.header(l, c), width), 2))}
	if it, _ := f.instrument.Item(c.Item); it != nil {
		lines = append(lines, firstLines(wrap(l.T("match.taken-for", "item", it.ID, "text", l.Words.Text(it.Text, "")), width), 2))
	}
	lines = append(lines, l.Muted.Render(l.cell(m.because(l, c), width)))
	if samples := f.samples(c.Place, 5); len(samples) > 0 {
		lines = append(lines, l.Muted.Render(l.cell(l.T("match.samples", "list", strings.Join(samples, " · ")), width)))
	}
	return strings.Join(lines, "\n")
}

// because says how a column was recognised, or who chose what it holds.
func (m *matching) because(l Look, c assess.Column) string {
	switch c.By {
	case assess.ByNothing:
		return l.T("match.unknown")
	case assess.ByHand:
		return l.T("match.chosen")
	}
	return l.T("match.because", "basis", l.T("mapping.by."+string(c.By), "sure", l.Words.Percent(c.Sure)))
}
