package ui

import (
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// What the facilitator does from the hub.

// pass hands the laptop to the next person. Before the first time the facilitator
// is asked for a PIN, and may go on without one.
func (h *hub) pass() tea.Cmd {
	if raised(h.session) > 0 {
		return notice("workshop.hands-were-raised")
	}
	if h.session.Locked || h.freely {
		return h.open(newHandover(h, h.session))
	}
	p := newPINSet(h.store, h.opt, h.session.Header, nil)
	p.then = func() tea.Msg {
		s := *h.session
		s.Locked = p.header.Locked
		h.freely = !s.Locked
		return insteadMsg{p, newHandover(h, &s)}
	}
	return h.open(p)
}

func (h *hub) paper() tea.Cmd {
	if raised(h.session) > 0 {
		return notice("workshop.hands-were-raised")
	}
	return h.open(newPaperForm(h.store, h.opt, h.session))
}

func (h *hub) hands() tea.Cmd {
	if answered(h.session) {
		return notice("workshop.people-answered")
	}
	return h.open(newHands(h.store, h.opt, h.id, "", 1))
}

func (h *hub) participants() tea.Cmd { return h.open(newParticipants(h.store, h.opt, h.session)) }

func (h *hub) pin() tea.Cmd { return h.open(newPINSet(h.store, h.opt, h.session.Header, nil)) }

func (h *hub) lastPlan() tea.Cmd { return h.open(newPlan(h.store, h.opt, h.id)) }

func (h *hub) talk() tea.Cmd { return h.open(newReveal(h.store, h.opt, h.id)) }

func (h *hub) papers() tea.Cmd { return h.open(newPapers(h.store, h.opt, h.id)) }

// importing takes in people who answered on another laptop or in a form.
func (h *hub) importing() tea.Cmd {
	if raised(h.session) > 0 {
		return notice("workshop.hands-were-raised")
	}
	return h.open(newImporting(h.store, h.opt, h.session, h))
}

func (h *hub) results() tea.Cmd { return h.open(newResults(h.store, h.opt, h.id)) }

// reveal opens the answers to the room, which ends the answering.
func (h *hub) reveal() tea.Cmd {
	return h.ask("workshop.reveal", func() error { return h.store.Reveal(h.opt.context(), h.id) }, func() tea.Msg {
		return openMsg{newReveal(h.store, h.opt, h.id)}
	})
}

// end completes the session, which ends the answering too.
func (h *hub) end() tea.Cmd {
	return h.ask("workshop.end", func() error { return h.store.Complete(h.opt.context(), h.id) }, notice("workshop.ended"))
}

// ask does what ends the answering, once the facilitator knows how many are done.
func (h *hub) ask(id string, do func() error, then tea.Cmd) tea.Cmd {
	question, done, all := id+"-question", h.session.Finished(), h.all()
	switch n := raised(h.session); {
	case !h.session.Collecting():
		question = id + "-open"
	case n > 0:
		question, done, all = id+"-hands", n, h.session.Asked().ItemCount()
	}
	return h.open(newConfirm(confirmation{
		title: id, question: question, yes: id + "-yes", no: "workshop.not-yet",
		values: []any{"done", done, "all", all},
		act: func() tea.Msg {
			if err := do(); err != nil {
				return failMsg{err}
			}
			return then()
		},
	}))
}

// all is how many people the session is about: those who are expected, or those
// who came where they are more.
func (h *hub) all() int { return max(h.session.Expected, len(h.session.Respondents)) }

// raised is the number of items with a show of hands in the first round.
func raised(s *assess.Session) int {
	n := 0
	for _, h := range s.Hands {
		if h.Round == 1 && !h.Blank() {
			n++
		}
	}
	return n
}

// answered reports whether anybody has left something alone in the first round.
func answered(s *assess.Session) bool {
	for _, r := range s.Respondents {
		for _, e := range r.Entries {
			if e.Round == 1 && !e.Blank() {
				return true
			}
		}
	}
	return false
}

// practice opens an item that does not count, to learn the keys on.
func (h *hub) practice() tea.Cmd { return h.open(newPractice(h.opt)) }
