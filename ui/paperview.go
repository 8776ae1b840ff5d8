package ui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// Title names the form, where it has a name.
func (p *paperSheet) Title(l Look) string {
	if p.session == nil || p.session.Identity == assess.Anonymous {
		return l.T("paper.title")
	}
	return l.T("paper.title") + ": " + oneLine(p.person)
}

// cellWidth is the width of one answer of the sheet.
const cellWidth = 4 // "[3] "

// View draws all items of the form, the question at the cursor, and the sum.
func (p *paperSheet) View(l Look, width, height int) string {
	if p.session == nil {
		return ""
	}
	foot := p.saver.state(l)
	if p.sum != nil {
		foot = p.sum.view(l, width) + "\n" + foot
	} else {
		foot = p.asking(l, width) + "\n" + foot
	}
	rows, at := p.grid(l, width)
	gap := 1
	if height-lipgloss.Height(foot) == len(rows) { // rather all answers than an empty line
		gap = 0
	}
	room := height - lipgloss.Height(foot) - gap
	return fit(pad(window(rows, at, room), room+gap)+"\n"+foot, width, height)
}

// grid draws one scale a row, as many items a line as fit, and tells in which row
// the cursor is.
func (p *paperSheet) grid(l Look, width int) (rows []string, at int) {
	title := min(max(width/3, 16), 24)
	fits := max((width-title-numberCell)/cellWidth, 1)
	for i := 0; i < len(p.items); i += len(p.items[i].scale.Items) {
		name := l.cell(l.Words.Text(p.items[i].scale.Title, p.session.Unit), title-1) + " "
		end := i + len(p.items[i].scale.Items)
		for from := i; from < end; from += fits {
			to := min(from+fits, end)
			numbers := itoa(from + 1)
			if to > from+1 {
				numbers += "–" + itoa(to)
			}
			line := name + l.Muted.Render(l.cell(numbers, numberCell))
			for k := from; k < to; k++ {
				line += p.cell(l, k)
			}
			if p.at >= from && p.at < to {
				at = len(rows)
			}
			rows = append(rows, line)
			name = strings.Repeat(" ", title)
		}
	}
	return rows, at
}

// numberCell is the width of the numbers of the items before a row.
const numberCell = 7

// cell is one answer; the one at the cursor stands in brackets.
func (p *paperSheet) cell(l Look, at int) string {
	sign := l.Muted.Render(l.Blank)
	switch a := p.who().Entry(p.items[at].item.ID, p.round).Answer; a.Kind {
	case assess.Level:
		sign = l.Chosen.Render(strconv.Itoa(a.Level))
	case assess.DontKnow:
		sign = "0"
	case assess.Inapplicable:
		sign = "-"
	}
	if at == p.at && p.sum == nil {
		return l.Key.Render("[") + sign + l.Key.Render("]") + " "
	}
	return " " + sign + "  "
}

// asking is the question at the cursor, so that a slip of one row is noticed.
func (p *paperSheet) asking(l Look, width int) string {
	text := wrap(itoa(p.at+1)+". "+l.Words.Text(p.item().Text, p.session.Unit), width)
	legend := l.Muted.Render(wrap(l.T("paper.legend"), width))
	return l.Title.Render(l.shorten(text, width, 3)) + "\n" + legend
}

// view asks for the sum, and says whether it agrees.
func (s *paperSum) view(l Look, width int) string {
	typed := s.sheet.ticked()
	field := "[" + l.right(s.counted, 4) + "]"
	if s.at == sumField {
		field = l.Key.Render(field)
	}
	rows := []string{
		wrap(l.T("paper.filled", "done", s.sheet.touched(), "all", len(s.sheet.items)), width),
		l.row(l.T("paper.sum")+" "+field, s.at == sumField, width),
	}
	switch {
	case s.checked:
		rows = append(rows, l.Warn.Render(wrap(l.Bang+" "+l.T("paper.sum-differs", "counted", s.counted, "typed", typed), width)))
	case s.counted != "" && s.agrees():
		rows = append(rows, l.Good.Render(l.Check+" "+l.T("paper.sum-agrees", "typed", typed)))
	default:
		rows = append(rows, l.Muted.Render(l.cell("  "+l.T("paper.sum-optional"), width)))
	}
	done := "paper.finish"
	if s.checked {
		done = "paper.finish-anyway"
	}
	for i, id := range []string{done, "paper.back", "paper.later"}[:s.rows()-1] {
		rows = append(rows, l.row(l.T(id), s.at == i+1, width))
	}
	return strings.Join(rows, "\n")
}
