package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// Keys are those of the selected row.
func (f *cooperationForm) Keys() []key.Binding {
	if f.field() == nil {
		return []key.Binding{keyBack}
	}
	q, asked := f.question()
	if !asked {
		return []key.Binding{formPartners, formStand, formTopic, keyBack}
	}
	digits := formChoose
	digits.SetHelp("1–"+strconv.Itoa(len(q.Choices)), "key.cooperation-choose")
	if q.Choices[0] == "0" {
		digits.SetHelp("0–"+strconv.Itoa(min(len(q.Choices)-1, 9)), "key.cooperation-choose")
	}
	keys := []key.Binding{digits, formStand}
	onward := formNext
	if q.Part == assess.ArrangementsTopic {
		onward = formEvidence
	}
	keys = append(keys, onward)
	if f.field().Answer(q.ID) != "" {
		keys = append(keys, formUnknown)
	}
	return append(keys, formTopic, formChange, keyBack)
}

// leastQuestion is the width of the questions in the form of a field at least.
const leastQuestion = 36

// questionCell is what the longest question needs, up to half of the width.
func questionCell(l Look, width int) int {
	longest := 0
	for _, q := range assess.CooperationQuestions {
		longest = max(longest, lipgloss.Width(l.Words.CooperationQuestion(q.ID)))
	}
	return max(min(longest+1, width/2), leastQuestion)
}

// View draws where the region stands, the rows by topic, and the selected one in
// full.
func (f *cooperationForm) View(l Look, width, height int) string {
	c := f.field()
	if c == nil {
		return l.T("cooperation.gone")
	}
	head := f.head(l, c, width)
	rows := []string{f.partnersRow(l, c, width)}
	var before assess.CooperationTopic
	for i, q := range assess.CooperationQuestions {
		text := ""
		if q.Part != before {
			text = "\n" + l.Title.Render(l.cell(l.T("cooperation.topic."+string(q.Part)), width)) + "\n"
			before = q.Part
		}
		rows = append(rows, text+f.questionRow(l, c, q, i+1 == f.at, width))
	}
	return head + "\n\n" + scroll(l, rows, f.at, width, height-lipgloss.Height(head)-1)
}

// head is where the region stands, and whether everything is on disk.
func (f *cooperationForm) head(l Look, c *assess.Cooperation, width int) string {
	known, all := c.Answered()
	stand := stanceSign(l, f.stand.Stance) + " " + l.Title.Render(l.T("cooperation.stance."+string(f.stand.Stance)))
	return l.cell(stand, width) + "\n" + l.cell(l.Muted.Render(l.T("cooperation.known", "known", known, "all", all))+"  "+f.book.saver.state(l), width)
}

func (f *cooperationForm) partnersRow(l Look, c *assess.Cooperation, width int) string {
	var names []string
	for _, p := range c.Partners {
		names = append(names, oneLine(p.Name))
	}
	value, column := l.Muted.Render(l.Blank), questionCell(l, width)
	if len(names) > 0 {
		value = l.Chosen.Render(strings.Join(names, ", "))
	}
	text := l.row(l.cell(l.T("cooperation.partners"), column)+value, f.at == 0, width)
	if f.at == 0 {
		if lipgloss.Width(value) > width-2-column { // the row cuts them
			text += "\n" + indent(wrap(strings.Join(names, ", "), width-4), 4)
		}
		text += "\n" + indent(l.Muted.Render(wrap(l.T("cooperation.partners-hint"), width-4)), 4)
	}
	return text
}

func (f *cooperationForm) questionRow(l Look, c *assess.Cooperation, q assess.CooperationQuestion, selected bool, width int) string {
	value := l.Muted.Render(l.Blank)
	if a := c.Answer(q.ID); a != "" {
		value = l.Chosen.Render(l.Words.CooperationChoice(q.ID, a))
	}
	if documents := oneLine(c.Evidence[q.ID]); documents != "" {
		value += "  " + l.Muted.Render(documents)
	}
	text := l.row(l.cell(l.Words.CooperationQuestion(q.ID), questionCell(l, width)-1)+" "+value, selected, width)
	if !selected {
		return text
	}
	text += "\n" + indent(wrap(l.T("cooperation.ask."+q.ID), width-4), 4) + "\n" + indent(choicesLine(l, c, q, width-4), 4)
	if documents := c.Evidence[q.ID]; documents != "" {
		text += "\n" + under(l, l.T("cooperation.proof", "documents", oneLine(documents)), 4, width)
	}
	return text
}

// choicesLine are the choices with their digits; the one that was made is marked.
func choicesLine(l Look, c *assess.Cooperation, q assess.CooperationQuestion, width int) string {
	if q.Part == assess.PhaseTopic {
		return phasesLine(l, c.Answer(q.ID), q.Choices, width) + "\n" + l.Muted.Render(wrap(l.T("cooperation.phase-hint"), width))
	}
	var parts []string
	for i, choice := range q.Choices {
		digit := strconv.Itoa(i + 1)
		if q.Choices[0] == "0" {
			digit = choice
		}
		parts = append(parts, choiceMark(l, c.Answer(q.ID) == choice)+l.Key.Render(digit)+" "+l.Words.CooperationChoice(q.ID, choice))
	}
	parts = append(parts, choiceMark(l, c.Answer(q.ID) == "")+l.Key.Render("-")+" "+l.T("cooperation.unknown"))
	return flow(parts, width)
}

// phasesLine are the phases in their order: those behind, the one where the
// cooperation stands, and those ahead.
func phasesLine(l Look, at string, phases []string, width int) string {
	here := slices.Index(phases, at)
	parts := make([]string, len(phases))
	for i, phase := range phases {
		parts[i] = l.Words.CooperationPhase(phase)
		if phase == "0" {
			parts[i] = "0. " + parts[i]
		}
		switch {
		case i == here:
			parts[i] = l.Chosen.Render(l.Pin + " " + parts[i])
		case i < here && i > 0:
			parts[i] = l.Good.Render(l.Check) + " " + parts[i]
		case i > here && here >= 0:
			parts[i] = l.Muted.Render(l.Unmark + " " + parts[i])
		}
	}
	return flow(parts, width)
}

// flow sets parts one after the other and begins a new line between two of them
// rather than within one.
func flow(parts []string, width int) string {
	var lines []string
	room := -1
	for _, part := range parts {
		if cells := lipgloss.Width(part); cells+2 <= room {
			lines[len(lines)-1] += "  " + part
			room -= cells + 2
		} else {
			lines = append(lines, wrap(part, width))
			room = width - cells
		}
	}
	return strings.Join(lines, "\n")
}

func choiceMark(l Look, made bool) string {
	if made {
		return l.Chosen.Render(l.Pin) + " "
	}
	return ""
}
