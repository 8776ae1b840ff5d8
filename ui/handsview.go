package ui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
)

// Title names the session.
func (h *hands) Title(l Look) string {
	id := "hands.title"
	if h.round == 2 {
		id = "hands.title-again"
	}
	if h.session == nil {
		return l.T(id)
	}
	return l.T(id) + ": " + oneLine(h.session.Title)
}

// View draws the item, a number before each anchor, and the total beside the
// number of people.
func (h *hands) View(l Look, width, height int) string {
	if h.session == nil {
		return ""
	}
	q := h.items[h.at]
	foot := h.totalView(l, width) + "\n" + h.state(l)
	ask := l.Title.Render(wrap(l.Words.Text(q.item.Text, h.session.Unit), width))
	counts := h.countsView(l, q, width)
	top := h.place(l, q, width)
	room := height - lines(top, ask, counts, foot)
	if room < 0 {
		ask = l.shorten(ask, width, lipgloss.Height(ask)+room)
	}
	explain := l.Muted.Render(wrap(l.T("hands.explain"), width))
	if n := lines(explain); n < room {
		foot = explain + "\n" + foot
		room -= n
	}
	gap := ""
	if room >= 1 {
		gap = "\n"
	}
	body := top + "\n" + ask + "\n" + gap + counts
	return fit(pad(body, height-lines(foot))+"\n"+foot, width, height)
}

// place says which item it is, and how many are counted.
func (h *hands) place(l Look, q question, width int) string {
	left := l.Words.Text(q.scale.Title, h.session.Unit) + " " + strconv.Itoa(q.number) + "/" + strconv.Itoa(len(q.scale.Items))
	if h.only != "" {
		return l.Key.Render(l.cell(left, width))
	}
	right := l.T("hands.progress", "number", h.at+1, "count", len(h.items), "done", raised(h.session))
	return l.Key.Render(l.cell(left, width-lipgloss.Width(right)-2)) + "  " + l.Muted.Render(right)
}

// countLead is the width of pointer, number and level before an anchor.
const countLead = 12 // "› [  7]  1  "

func (h *hands) countsView(l Look, q question, width int) string {
	var rows []string
	words := answerWords(l, h.session.Instrument, q.item, h.session.Unit)
	for i := range h.draft.Levels {
		text := l.Words.Text(q.item.Anchors[i], h.session.Unit)
		if words != nil {
			text = words[i] + "  " + text
		}
		rows = append(rows, h.countRow(l, i, strconv.Itoa(i+1), text, width))
	}
	n := len(rows)
	dont := h.countRow(l, n, "0", l.T("answer.dont-know"), width)
	half := max(lipgloss.Width(dont)+3, width/2-countLead)
	return strings.Join(append(rows, l.cell(dont, half)+h.countRow(l, n+1, "-", l.T("answer.inapplicable"), width-half)), "\n")
}

func (h *hands) countRow(l Look, field int, label, text string, width int) string {
	pointer, style := " ", l.Text
	number := strconv.Itoa(*h.number(field))
	if number == "0" && field != h.field {
		number = l.Blank
	}
	number = "[" + l.right(number, 3) + "]"
	if field == h.field {
		pointer, style = l.Key.Render(l.Pointer), l.Title
		number = l.Key.Render(number)
	}
	lead := pointer + " " + number + "  " + l.Muted.Render(label) + "  "
	wrapped := strings.Split(wrap(text, width-countLead), "\n")
	for i, line := range wrapped {
		if i > 0 {
			lead = strings.Repeat(" ", countLead)
		}
		wrapped[i] = lead + style.Render(line)
	}
	return strings.Join(wrapped, "\n")
}

// totalView compares the hands with the people.
func (h *hands) totalView(l Look, width int) string {
	n, all := h.total(), h.people()
	switch {
	case all == 0:
		return l.Words.N("hands.total", n)
	case n == all:
		return l.Good.Render(l.Check + " " + l.T("hands.total-all", "n", n, "all", all))
	case n < all:
		return wrap(l.T("hands.total-less", "n", n, "all", all, "missing", all-n), width)
	}
	return l.Warn.Render(wrap(l.Bang+" "+l.T("hands.total-more", "n", n, "all", all, "over", n-all), width))
}

// state says whether the counts are on disk.
func (h *hands) state(l Look) string {
	switch n := len(h.raises); {
	case n > 0 && h.err != nil:
		return l.Bad.Render(l.Cross + " " + l.Words.N("hands.unsaved", n))
	case n > 0:
		return l.Muted.Render(l.T("save.saving"))
	case h.saved && !h.changed():
		return l.Good.Render(l.Check + " " + l.T("save.saved"))
	}
	return l.Muted.Render(l.T("hands.enter-saves"))
}
