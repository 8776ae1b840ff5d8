package ui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// View draws how many are done, what can be done now, and who is how far.
func (h *hub) View(l Look, width, height int) string {
	if h.session == nil {
		return ""
	}
	head := h.progress(l, width) + "\n"
	if height < 20 {
		head = strings.TrimSuffix(head, "\n")
	}
	rows := h.actRows(l, width)
	body := head + "\n" + scroll(l, rows, h.at, width, max(min(height-lipgloss.Height(head)-1, len(rows)), 1))
	room := height - lipgloss.Height(body) - 1
	if people := h.peopleView(l, width, room); people != "" {
		body += "\n\n" + people
	}
	return fit(body, width, height)
}

// progress is the line that the facilitator looks at: how many are done.
func (h *hub) progress(l Look, width int) string {
	done, all := h.session.Finished(), h.all()
	n := raised(h.session)
	switch {
	case n > 0:
		items := h.session.Asked().ItemCount()
		return l.Title.Render(l.T("workshop.hands-done", "done", n, "all", items)) + "\n" + gauge(l, n, items, min(width, 60)) +
			"\n" + l.Muted.Render(wrap(l.T("workshop.hands-closed"), width))
	case len(h.session.Respondents) == 0:
		text := l.Title.Render(l.T("workshop.nobody")) + "\n" + wrap(l.T("workshop.nobody-how"), width)
		if h.session.Expected > 0 {
			text += " " + l.Words.N("workshop.expected", h.session.Expected)
		}
		if h.finds != nil {
			text += "\n" + l.Muted.Render(wrap(detectText(l, *h.finds, h.session.Identity), width))
		}
		return wrap(text, width)
	}
	count := l.T("workshop.done", "done", done, "all", all)
	if h.session.Expected == 0 {
		count = l.Words.N("workshop.done-open", done)
	}
	return l.Title.Render(count) + h.rest(l) + "\n" + gauge(l, done, all, min(width, 60)) + "\n" + l.Muted.Render(wrap(l.T(h.state()), width))
}

// rest says how many have begun and are not done.
func (h *hub) rest(l Look) string {
	n := 0
	for _, r := range h.session.Respondents {
		if r.Phase == assess.Answering || r.Phase == assess.Waiting {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return "  " + l.Dot + "  " + l.Words.N("workshop.unfinished", n)
}

// state is the id of the message that says whether the answers may be seen.
func (h *hub) state() string {
	switch {
	case h.session.Status == assess.Completed:
		return "workshop.state-completed"
	case h.session.Collecting():
		return "workshop.state-collecting"
	}
	return "workshop.state-revealed"
}

// gauge is a bar of how much is done.
func gauge(l Look, done, all, width int) string {
	filled := 0
	if all > 0 {
		filled = width * min(done, all) / all
	}
	return l.Value.Render(strings.Repeat(l.Bar, filled)) + l.Track.Render(strings.Repeat(l.Empty, width-filled))
}

func (h *hub) actRows(l Look, width int) []string {
	var rows []string
	for i, a := range h.acts() {
		text := l.Key.Render(actDigit(i)) + "  " + l.T(a.text)
		if a.text == "workshop.last-plan" {
			text += "  " + l.Warn.Render("? "+l.Words.N("workshop.waiting", h.waits))
		}
		if a.text == "workshop.pin" {
			id := "workshop.pin-none"
			if h.session.Locked {
				id = "workshop.pin-set"
			}
			text += "  " + l.Muted.Render(l.T(id))
		}
		rows = append(rows, l.row(text, i == h.at, width))
	}
	return rows
}

// actDigit is the digit that does what stands at a place; the tenth has none.
func actDigit(i int) string {
	if i >= 9 {
		return " "
	}
	return strconv.Itoa(i + 1)
}

// personCell is the width of one participant in the list.
const personCell = 19

// peopleView lists the participants with how far they are, as many as there is
// room for. Of an anonymous session there is nothing to list.
func (h *hub) peopleView(l Look, width, room int) string {
	people := h.session.Respondents
	if h.session.Identity == assess.Anonymous || len(people) == 0 || room < 1 {
		return ""
	}
	columns := max(width/personCell, 1)
	shown := len(people)
	if shown > columns*room {
		shown = max(columns*room-1, 0) // the last place says how many more there are
	}
	var cells []string
	for i := range shown {
		cells = append(cells, l.cell(phaseSign(l, people[i].Phase)+" "+oneLine(people[i].ID), personCell-1)+" ")
	}
	if left := len(people) - shown; left > 0 {
		cells = append(cells, l.Muted.Render(l.cell(l.Words.N("workshop.more-people", left), personCell)))
	}
	var rows []string
	for i := 0; i < len(cells); i += columns {
		rows = append(rows, strings.Join(cells[i:min(i+columns, len(cells))], ""))
	}
	if len(rows) < room {
		rows = append(rows, l.Muted.Render(l.cell(phaseLegend(l), width)))
	}
	return strings.Join(rows, "\n")
}

// phaseSign tells the phases apart without colour.
func phaseSign(l Look, p assess.Phase) string {
	switch p {
	case assess.Waiting:
		return l.Unmark
	case assess.Answering:
		return l.Warn.Render(l.Bang)
	}
	return l.Good.Render(l.Check)
}

// phaseLegend explains the signs.
func phaseLegend(l Look) string {
	var parts []string
	for _, p := range []assess.Phase{assess.Done, assess.Answering, assess.Waiting} {
		parts = append(parts, phaseSign(l, p)+" "+l.T("phase."+string(p)))
	}
	return strings.Join(parts, "   ")
}
