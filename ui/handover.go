package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// handover stands between two people of a group. It knows nothing of the one
// before: no code, no answer. What a person does lies above it on the stack and is
// closed when the laptop comes back. Only the facilitator leads on from here.
type handover struct {
	turn
	hub     *hub
	session *assess.Session // who may still begin
	parted  parting         // how the last person left
}

// A parting is how a person gave the laptop back.
type parting int

const (
	noParting  parting = iota
	finished           // done
	unfinished         // wants to go on later
	declined           // did not agree, so that nothing was stored
)

type handoverMsg struct {
	screen  *handover
	session *assess.Session
}

func newHandover(h *hub, s *assess.Session) *handover { return &handover{hub: h, session: s} }

// Init takes the PINs that were given out of the keyring: the facilitator no
// longer has the laptop.
func (h *handover) Init() tea.Cmd {
	h.hub.opt.keys.drop()
	return h.load
}

// Loading reports that the session is not read yet.
func (h *handover) Loading() bool { return h.session == nil }

func (h *handover) load() tea.Msg {
	s, err := h.hub.store.Session(h.hub.opt.context(), h.hub.id)
	if err != nil {
		return failMsg{err}
	}
	return handoverMsg{h, s}
}

// Update lets the next person begin, or the facilitator lead on.
func (h *handover) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case handoverMsg:
		if msg.screen == h {
			h.session = msg.session
		}
	case refreshMsg:
		return h, h.load
	case tea.KeyPressMsg:
		return h, h.press(msg)
	}
	return h, nil
}

func (h *handover) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyFacilitator):
		return h.open(h.ask(returnMsg{h.hub}))
	case !key.Matches(msg, keyBegin):
		return nil
	case h.parted != noParting:
		h.parted = noParting
		return h.leave(ownLookMsg{})
	}
	return h.open(newJoin(h))
}

// part takes the laptop back from a person.
func (h *handover) part(p parting) tea.Msg {
	h.parted = p
	return returnMsg{h}
}

// ask lets nobody but the facilitator go on with a message: it asks for the PIN,
// or where there is none, whether this is meant.
func (h *handover) ask(then tea.Msg) Screen {
	if h.session.Locked {
		p := newPINCheck(h.hub.store, h.hub.opt, h.session.Header, "pin.laptop-back")
		p.then = func() tea.Msg { return then }
		return p
	}
	id := "handover.back"
	if then == (quitMsg{}) {
		id = "handover.quit"
	}
	return newConfirm(confirmation{
		title: id, question: id + "-question", yes: id + "-yes", no: "handover.stay",
		act: func() tea.Msg { return then },
	})
}

var (
	keyBegin       = bind("Enter", "key.begin", "enter")
	keyFacilitator = bind("Esc", "key.facilitator", "esc")
)

// Keys lead forward, or to the facilitator.
func (h *handover) Keys() []key.Binding { return []key.Binding{keyBegin, keyLanguage, keyFacilitator} }

// Title says whose turn it is.
func (h *handover) Title(l Look) string { return l.T("handover.title") }

// reading is the widest that a text gets which a stranger reads from its beginning to
// its end.
const reading = 76

// View greets the next person, or thanks the last.
func (h *handover) View(l Look, width, height int) string {
	id := map[parting]string{noParting: "handover.welcome", finished: "handover.thanks", unfinished: "handover.later", declined: "handover.declined"}[h.parted]
	next := "handover.begin"
	if h.parted != noParting {
		next = "handover.next"
	}
	said := wrap(l.T(id+"-text", "minutes", expectedMinutes(h.session.Asked().ItemCount())), min(width, reading))
	rest := l.row("[ "+l.T(next)+" ]", true, width) + "\n\n" + l.Muted.Render(wrap(l.T("handover.language"), width))
	if h.parted == noParting { // the first that a person sees: what becomes of the answers
		parts := privacy(l, h.session, min(width, reading))
		switch {
		case lines(said, rest)+lines(parts...)+len(parts)+4 <= height:
			said += "\n\n" + strings.Join(parts, "\n\n")
		case lines(rest)+lines(parts...)+4 <= height: // it matters more than the welcome
			said = strings.Join(parts, "\n")
		}
	}
	text := l.Title.Render(l.T(id)) + "\n\n" + said + "\n\n" + rest
	if room := height - lines(text); room > 4 {
		text = strings.Repeat("\n", room/3) + text
	}
	return fit(text, width, height)
}
