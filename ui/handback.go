package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// newAnswering is the questionnaire of one person of a group. It leads nowhere but
// back to the screen between people.
func newAnswering(h *handover, person string) *questionnaire {
	q := newQuestionnaire(h.hub.store, h.hub.opt, h.hub.id)
	q.hand, q.person = h, person
	return q
}

type partedMsg struct {
	screen  *questionnaire
	parting parting
	err     error
}

// part gives the laptop back once every answer is on disk. Whoever is not done
// stays in the phase of answering: the code is refused until the facilitator opens
// it again, so that nobody else goes on in that person's place.
func (q *questionnaire) part(p parting) tea.Cmd {
	cmd, all := q.saver.finish()
	if !all {
		return tea.Batch(cmd, q.stays())
	}
	q.gone = true
	return tea.Batch(cmd, func() tea.Msg {
		var err error
		if p == finished {
			err = q.store.Mark(q.opt.context(), q.id, q.person, assess.Done)
		}
		return partedMsg{q, p, err}
	})
}

// parted goes to the screen between people, which thanks.
func (q *questionnaire) parted(msg partedMsg) tea.Cmd {
	q.gone = false
	if msg.err != nil {
		return fail(msg.err)
	}
	return q.turn.leave(q.hand.part(msg.parting))
}

// handback asks, before the laptop goes back, whether the person is done.
type handback struct {
	turn
	q  *questionnaire
	at int
}

func newHandback(q *questionnaire) *handback { return &handback{q: q} }

func (h *handback) Init() tea.Cmd { return nil }

// choices are ids of messages. An anonymous person cannot come back: there is
// nothing by which to know who it is.
func (h *handback) choices() []string {
	if h.q.session.Identity == assess.Anonymous {
		return []string{"handback.stay", "handback.finish"}
	}
	return []string{"handback.stay", "handback.finish", "handback.later"}
}

// Update takes the choice.
func (h *handback) Update(msg tea.Msg) (Screen, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || h.q.gone {
		return h, nil
	}
	switch {
	case key.Matches(k, keyBack):
		return h, h.close()
	case key.Matches(k, keyFinished):
		return h, h.q.part(finished)
	case key.Matches(k, keyChoose):
		switch h.choices()[h.at] {
		case "handback.finish":
			return h, h.q.part(finished)
		case "handback.later":
			return h, h.q.part(unfinished)
		}
		return h, h.close()
	}
	h.at = step(k.String(), h.at, len(h.choices()))
	return h, nil
}

var (
	keyHandback  = bind("Esc", "key.hand-back", "esc")
	keyFinishing = bind("F8", "key.finishing", "f8")
	keyFinished  = bind("F8", "key.finished", "f8")
)

// Keys of the question.
func (h *handback) Keys() []key.Binding { return []key.Binding{keyChoose, keyFinished, keyBack} }

// Title names the screen.
func (h *handback) Title(l Look) string { return l.T("handback.title") }

// View says how much is done, and asks.
func (h *handback) View(l Look, width, height int) string {
	done, all := h.q.touched(), len(h.q.items)
	text := l.T("handback.question", "done", done, "all", all) + " " + l.T("handback.how-"+string(h.q.session.Identity))
	text = wrap(text, width) + "\n"
	for i, id := range h.choices() {
		text += "\n" + l.row(l.T(id), i == h.at, width)
	}
	return fit(text+"\n\n"+h.q.saver.state(l), width, height)
}
