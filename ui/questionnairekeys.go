package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// keyLevels, keyItems and keyChoice only tell; the menu of keys presses nothing for them.
var (
	keyLevels     = bind("1–5", "key.answer", "")
	keyItems      = bind("←→", "key.items", "")
	keyChoice     = bind("↑↓ Enter", "key.answer-choice", "")
	keyDontKnow   = bind("0", "key.dont-know", "0")
	keyNone       = bind("-", "key.inapplicable", "-")
	keyNextItem   = bind("→", "key.next-item", "right", "pgdown", "tab")
	keyPrevItem   = bind("←", "key.previous-item", "left", "pgup", "shift+tab")
	keyNote       = bind("n", "key.note", "n", "f5")
	keyOutline    = bind("o", "key.outline", "o", "f6")
	keyUnanswered = bind("b", "key.next-unanswered", "b", "f7")
	keyReview     = bind("F8", "key.review", "f8")
	keyUndo       = bind("u", "key.undo", "u", "ctrl+z")
	keyClear      = bind("Del", "key.clear", "delete", "backspace")
)

func (q *questionnaire) press(msg tea.KeyPressMsg) tea.Cmd {
	if q.gone {
		return nil
	}
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= q.asked.Levels {
		return q.answer(assess.At(n))
	}
	switch {
	case key.Matches(msg, keyBack) && q.hand != nil:
		return q.open(newHandback(q))
	case key.Matches(msg, keyBack):
		return q.leave()
	case key.Matches(msg, keyDontKnow):
		return q.answer(assess.Answer{Kind: assess.DontKnow})
	case key.Matches(msg, keyNone):
		return q.answer(assess.Answer{Kind: assess.Inapplicable})
	case key.Matches(msg, keyNextItem):
		return q.goTo(q.at + 1)
	case key.Matches(msg, keyPrevItem):
		return q.goTo(q.at - 1)
	case key.Matches(msg, keyNote):
		return q.open(newNote(q))
	case key.Matches(msg, keyOutline):
		return q.open(newOutline(q))
	case key.Matches(msg, keyUnanswered):
		return q.nextUnanswered()
	case key.Matches(msg, keyReview):
		return q.open(newReview(q))
	case key.Matches(msg, keyUndo):
		return q.undo()
	case key.Matches(msg, keyClear):
		return q.clear()
	}
	return q.move(msg.String())
}

// move selects a choice; Enter answers with the selected one.
func (q *questionnaire) move(k string) tea.Cmd {
	switch k {
	case "up":
		q.cursor = max(q.cursor-1, 0)
	case "down":
		q.cursor = min(q.cursor+1, q.choices()-1)
	case "home":
		return q.goTo(0)
	case "end":
		return q.goTo(len(q.items) - 1)
	case "enter":
		if q.cursor < 0 {
			return notice("questionnaire.choose-first")
		}
		return q.answer(q.answerAt(q.cursor))
	}
	return nil
}

// leave goes back once every answer is on disk. Where one cannot be saved, the
// screen stays, says so, and goes on trying.
func (q *questionnaire) leave() tea.Cmd {
	cmd, all := q.saver.finish()
	if !all {
		return tea.Batch(cmd, q.stays())
	}
	return tea.Batch(cmd, q.close())
}

// stays says why the screen stays open.
func (q *questionnaire) stays() tea.Cmd {
	n := q.saver.unsaved()
	return func() tea.Msg {
		return noticeMsg{func(l Look) string { return l.Words.N("notice.unsaved-stay", n) }}
	}
}

// Keys of the questionnaire.
func (q *questionnaire) Keys() []key.Binding {
	if q.session == nil {
		return []key.Binding{keyBack}
	}
	levels := keyLevels
	levels.SetHelp("1–"+strconv.Itoa(q.asked.Levels), "key.answer")
	if q.hand != nil {
		return []key.Binding{levels, keyNote, keyItems, keyFinishing, keyUndo, keyOutline, keyUnanswered,
			keyDontKnow, keyNone, keyClear, keyChoice, keyLanguage, keyHandback}
	}
	return []key.Binding{levels, keyNote, keyItems, keyReview, keyResults, keyUndo, keyOutline, keyUnanswered,
		keyDontKnow, keyNone, keyClear, keyChoice, keyBack}
}
