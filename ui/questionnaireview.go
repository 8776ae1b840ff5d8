package ui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// Title is the session's.
func (q *questionnaire) Title(l Look) string {
	if q.session == nil {
		return l.T("questionnaire.title")
	}
	return oneLine(q.session.Title)
}

// View draws one item. What must be seen comes first: the question, the anchors
// and whether the answer is saved; the rest is shown as far as there is room.
func (q *questionnaire) View(l Look, width, height int) string {
	if q.session == nil {
		return ""
	}
	top := q.progress(l, width)
	ask := l.Title.Render(wrap(l.Words.Text(q.item().Text, q.session.Unit), width))
	choices := q.choicesView(l, width, "\n")
	foot := q.saver.state(l)

	room := height - lines(top, ask, choices, foot)
	if room < 0 { // a long message at the foot: the choices stay whole
		ask = l.shorten(ask, width, lipgloss.Height(ask)+room)
		room = 0
	}
	take := func(text string) string {
		n := lipgloss.Height(text)
		if text == "" || n > room {
			return ""
		}
		room -= n
		return text + "\n"
	}
	note := take(q.noteLine(l, width))
	aim := take(q.aim(l, width))
	before := take(q.beforeLine(l))
	legend := take(answerLegend(l, q.asked, q.item(), q.session.Unit, width))
	usual := take(q.usual(l, width))
	rule := ""
	if !q.item().Reverse { // there the higher of two statements is the lesser one
		rule = take(l.Muted.Render(wrap(l.T("questionnaire.rule"), width)))
	}
	gap := func() string {
		if room <= 0 {
			return ""
		}
		room--
		return "\n"
	}
	gapTop, gapChoices, gapNote := gap(), gap(), gap()
	if room >= q.asked.Levels { // a large window gives each anchor air
		choices = q.choicesView(l, width, "\n\n")
	}
	body := top + "\n" + gapTop + ask + "\n" + aim + rule + gapChoices + choices + "\n" + gapNote + legend + before + usual + note
	return pad(strings.TrimSuffix(body, "\n"), height-1) + "\n" + foot
}

// lines is the height of texts one below the other.
func lines(texts ...string) int {
	n := 0
	for _, t := range texts {
		n += lipgloss.Height(t)
	}
	return n
}

// progress says in which section the person is and how much is done.
func (q *questionnaire) progress(l Look, width int) string {
	it := q.items[q.at]
	left := l.Words.Text(it.scale.Title, q.session.Unit) + " " + strconv.Itoa(it.number) + "/" + strconv.Itoa(len(it.scale.Items))
	right := l.T("questionnaire.progress", "number", q.at+1, "count", len(q.items), "done", q.touched())
	room := width - lipgloss.Width(right) - 2
	return l.Key.Render(l.cell(left, room)) + "  " + l.Muted.Render(right)
}

func (q *questionnaire) aim(l Look, width int) string {
	if q.item().Aim.Empty() {
		return ""
	}
	return l.Muted.Render(wrap(l.Words.Text(q.item().Aim, q.session.Unit), width))
}

func (q *questionnaire) usual(l Look, width int) string {
	if q.item().Evidence.Empty() {
		return ""
	}
	return l.Muted.Render(wrap(l.T("questionnaire.evidence")+" "+l.Words.Text(q.item().Evidence, q.session.Unit), width))
}

// noteLine shows what was written at the item, cut to one line each.
func (q *questionnaire) noteLine(l Look, width int) string {
	e := q.entry()
	var out []string
	if e.Note != "" {
		out = append(out, l.cell(l.T("note.note")+": "+oneLine(e.Note), width))
	}
	if e.Evidence != "" {
		out = append(out, l.cell(l.T("note.evidence")+": "+oneLine(e.Evidence), width))
	}
	return strings.Join(out, "\n")
}

// choicesView draws the anchors, and below them the two answers without a level.
func (q *questionnaire) choicesView(l Look, width int, between string) string {
	var rows []string
	words := answerWords(l, q.asked, q.item(), q.session.Unit)
	for c := range q.asked.Levels {
		word := ""
		if words != nil {
			word = words[c]
		}
		rows = append(rows, q.choiceRow(l, c, strconv.Itoa(c+1), word, l.Words.Text(q.item().Anchors[c], q.session.Unit), width))
	}
	half := width / 2
	dont := q.choiceRow(l, q.asked.Levels, "0", "", l.T("answer.dont-know"), half)
	none := q.choiceRow(l, q.asked.Levels+1, "-", "", l.T("answer.inapplicable"), half)
	return strings.Join(rows, between) + between + l.cell(dont, half) + none
}

// choiceRow draws one choice: a pointer where the person is, a mark where the
// answer is, the word of the answer scale if there is one, and the year where the
// session before had it.
func (q *questionnaire) choiceRow(l Look, choice int, label, word, text string, width int) string {
	chosen := q.choiceOf(q.entry().Answer) == choice
	pointer, mark := " ", " "
	style := l.Text
	if choice == q.cursor {
		pointer = l.Key.Render(l.Pointer)
		style = l.Title
	}
	if chosen {
		mark = l.Chosen.Render(l.Mark)
		style = l.Chosen
	}
	if year := q.earlierAt(choice); year != "" {
		text += " " + "(" + year + ")"
	}
	lead := pointer + " " + l.Key.Render(label) + " " + mark + " "
	if word != "" {
		lead += l.Key.Render(word) + "  "
	}
	indent := lipgloss.Width(lead)
	wrapped := strings.Split(wrap(text, width-indent), "\n")
	for i, line := range wrapped {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		wrapped[i] = lead + style.Render(line)
	}
	return strings.Join(wrapped, "\n")
}

// beforeLine explains the year beside a choice.
func (q *questionnaire) beforeLine(l Look) string {
	for c := range q.choices() {
		if year := q.earlierAt(c); year != "" {
			return l.Muted.Render(l.T("questionnaire.before", "year", year))
		}
	}
	return ""
}

// earlierAt is the year of the session before if it had this choice, else empty.
func (q *questionnaire) earlierAt(choice int) string {
	if q.past == nil {
		return ""
	}
	e := q.past.Entry(q.item().ID, 1)
	if e.Answer.Kind == assess.Unanswered || q.choiceOf(e.Answer) != choice || q.earlier.Instrument.Levels != q.asked.Levels {
		return ""
	}
	return yearOf(q.earlier.Date)
}
