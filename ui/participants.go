package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// participants lists the people of a group with how far they are. Here a code is
// opened again, and personal data is erased.
type participants struct {
	turn
	store   Store
	opt     Options
	session *assess.Session
	at      int
}

type participantsMsg struct {
	screen  *participants
	session *assess.Session
}

func newParticipants(store Store, opt Options, s *assess.Session) *participants {
	return &participants{store: store, opt: opt, session: s}
}

func (p *participants) Init() tea.Cmd { return nil }

// Update takes the keys, and what has changed.
func (p *participants) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case participantsMsg:
		if msg.screen == p {
			p.session = msg.session
			p.at = min(p.at, max(len(p.people())-1, 0))
		}
	case refreshMsg:
		return p, p.load
	case tea.KeyPressMsg:
		return p, p.press(msg)
	}
	return p, nil
}

func (p *participants) load() tea.Msg {
	s, err := p.store.Session(p.opt.context(), p.session.ID)
	if err != nil {
		return failMsg{err}
	}
	return participantsMsg{p, s}
}

// people are those who can be listed: none of an anonymous session.
func (p *participants) people() []assess.Respondent {
	if p.session.Identity == assess.Anonymous {
		return nil
	}
	return p.session.Respondents
}

func (p *participants) press(msg tea.KeyPressMsg) tea.Cmd {
	some := len(p.people()) > 0
	switch {
	case key.Matches(msg, keyBack):
		return p.close()
	case key.Matches(msg, keyAgain) && some:
		return p.again(p.people()[p.at])
	case key.Matches(msg, keyErase) && some:
		return p.erase(p.people()[p.at].ID)
	case key.Matches(msg, keyEraseAll) && len(p.session.Respondents) > 0:
		return p.eraseAll()
	}
	p.at = step(msg.String(), p.at, max(len(p.people()), 1))
	return nil
}

var (
	keyAgain    = bind("Enter", "key.again", "enter", "o")
	keyErase    = bind("Del", "key.erase", "delete", "d")
	keyEraseAll = bind("F9", "key.erase-all", "f9")
)

// again lets a person go on whose code is refused.
func (p *participants) again(r assess.Respondent) tea.Cmd {
	switch {
	case !p.session.Collecting():
		return notice("participants.over")
	case r.Phase == assess.Waiting:
		return notice("participants.open-already", "code", oneLine(r.ID))
	}
	return p.open(newConfirm(confirmation{
		title: "participants.again", question: "participants.again-question", yes: "participants.again-yes", no: "participants.no",
		values: []any{"code", oneLine(r.ID)},
		act: p.does(func() error { return p.store.Mark(p.opt.context(), p.session.ID, r.ID, assess.Waiting) },
			notice("participants.opened", "code", oneLine(r.ID))),
	}))
}

// erase takes the personal data of one person out of the file.
func (p *participants) erase(id string) tea.Cmd {
	return p.open(newConfirm(confirmation{
		title: "participants.erase", question: "participants.erase-question", yes: "participants.erase-yes", no: "participants.no",
		values: []any{"code", oneLine(id)},
		act:    p.does(func() error { return p.store.Forget(p.opt.context(), p.session.ID, id) }, notice("participants.erased")),
	}))
}

// eraseAll takes the codes, units and ranks of all out of the file.
func (p *participants) eraseAll() tea.Cmd {
	return p.open(newConfirm(confirmation{
		title: "participants.erase-all", question: "participants.erase-all-question", yes: "participants.erase-all-yes", no: "participants.no",
		values: []any{"count", len(p.session.Respondents)},
		act:    p.does(func() error { return p.store.Forget(p.opt.context(), p.session.ID, "") }, notice("participants.erased-all")),
	}))
}

// does makes a command of what the store shall do, and of what is said after it.
func (p *participants) does(what func() error, then tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		if err := what(); err != nil {
			return failMsg{err}
		}
		return then()
	}
}

// Header is that of the session.
func (p *participants) Header() assess.Header { return p.session.Header }

// Keys are those for the people that are listed.
func (p *participants) Keys() []key.Binding {
	switch {
	case len(p.session.Respondents) == 0:
		return []key.Binding{keyBack}
	case len(p.people()) == 0:
		return []key.Binding{keyEraseAll, keyBack}
	}
	return []key.Binding{keyAgain, keyErase, keyEraseAll, keyBack}
}

// Title names the session.
func (p *participants) Title(l Look) string {
	return l.T("participants.title") + ": " + oneLine(p.session.Title)
}

// View lists the people.
func (p *participants) View(l Look, width, height int) string {
	all := p.session.Respondents
	switch {
	case len(all) == 0:
		return fit(wrap(l.T("participants.none"), width), width, height)
	case len(p.people()) == 0:
		return fit(wrap(l.T("participants.anonymous", "done", p.session.Finished(), "all", len(all)), width), width, height)
	}
	var rows []string
	for i, r := range p.people() {
		text := l.cell(phaseSign(l, r.Phase)+" "+oneLine(r.ID), width/2) + l.T("phase."+phaseWord(r.Phase))
		rows = append(rows, l.row(text, i == p.at, width))
	}
	foot := l.Muted.Render(wrap(l.T("participants.explain"), width))
	room := height - lipgloss.Height(foot) - 1
	return fit(pad(scroll(l, rows, p.at, width, room), room+1)+"\n"+foot, width, height)
}

// phaseWord is the phase as it is called: people out of a file are done.
func phaseWord(p assess.Phase) string {
	if p == assess.Unmanaged {
		p = assess.Done
	}
	return string(p)
}
