package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// paperForm begins the entry of a form that somebody filled on paper: whose it is,
// and that the person agreed in writing.
type paperForm struct {
	turn
	store   Store
	opt     Options
	session *assess.Session
	form    *person
	agreed  bool
	busy    bool // reading who is there, or saving
}

type paperMsg struct {
	screen  *paperForm
	session *assess.Session // as it was read, or
	id      string          // the person who joined
	err     error
}

func newPaperForm(store Store, opt Options, s *assess.Session) *paperForm {
	p := &paperForm{store: store, opt: opt, session: s, form: newPerson(s), busy: true}
	p.form.onPaper = true
	return p
}

// Init begins in the first field, and reads who is there already.
func (p *paperForm) Init() tea.Cmd {
	return tea.Batch(p.form.goTo(p.form.at), func() tea.Msg {
		s, err := p.store.Session(p.opt.context(), p.session.ID)
		return paperMsg{screen: p, session: s, err: err}
	})
}

// Loading reports that it is being read who is there, or the person taken in.
func (p *paperForm) Loading() bool { return p.busy }

// Update hands the keys to the form, and opens the sheet once the person is known.
func (p *paperForm) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case paperMsg:
		if msg.screen == p {
			return p, p.take(msg)
		}
	case tea.KeyPressMsg:
		if !p.busy {
			return p, p.press(msg)
		}
	case tea.PasteMsg:
		return p, p.form.typed(msg)
	}
	return p, nil
}

func (p *paperForm) take(msg paperMsg) tea.Cmd {
	p.busy = false
	switch {
	case msg.err != nil && takenMeanwhile(msg.err):
		return tea.Batch(p.form.refuse(), p.leave(forgetMsg{}))
	case msg.err != nil:
		return fail(msg.err)
	case msg.id != "":
		return p.leave(insteadMsg{p, newPaperSheet(p.store, p.opt, p.session.ID, msg.id)})
	}
	p.session, p.form.session = msg.session, msg.session
	return nil
}

func (p *paperForm) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return p.close()
	case key.Matches(msg, keyAgreed):
		p.agreed, p.form.problem = !p.agreed, ""
		return nil
	}
	cmd, on := p.form.press(msg)
	switch {
	case !on:
		return cmd
	case !p.agreed:
		p.form.problem = "paper.consent-missing"
		return nil
	}
	p.busy = true
	r := p.form.respondent()
	return func() tea.Msg {
		id, err := p.store.Join(p.opt.context(), p.session.ID, r)
		return paperMsg{screen: p, id: id, err: err}
	}
}

var (
	keyAgreed  = bind("F7", "key.agreed-on-paper", "f7")
	keyToSheet = bind("F8", "key.to-sheet", "f8")
)

// Header is that of the session.
func (p *paperForm) Header() assess.Header { return p.session.Header }

// Typing reports that keys belong to a field.
func (p *paperForm) Typing() bool { return p.form.field() != nil }

// Keys of the form.
func (p *paperForm) Keys() []key.Binding {
	keys := p.form.keys(keyToSheet, keyBack)
	return append([]key.Binding{keyAgreed}, keys...)
}

// Title names the session.
func (p *paperForm) Title(l Look) string { return l.T("paper.title") + ": " + oneLine(p.session.Title) }

// View draws the form, and whether the person agreed in writing.
func (p *paperForm) View(l Look, width, height int) string {
	sign := l.Unmark
	if p.agreed {
		sign = l.Mark
	}
	agreed := wrap("F7 "+sign+" "+l.T("paper.consent"), width)
	body := p.form.view(l, width, "paper.go-on")
	text := body + "\n\n" + strings.Replace(agreed, "F7", l.Key.Render("F7"), 1)
	if lipgloss.Height(text) > height {
		text = body + "\n" + agreed
	}
	return fit(text, width, height)
}

// Cursor stands in the field that is typed in.
func (p *paperForm) Cursor(l Look, width, _ int) *tea.Cursor { return p.form.cursor(l, width) }
