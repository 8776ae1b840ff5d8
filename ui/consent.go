package ui

import (
	"errors"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// consent tells a person what the answers are for, who sees what and how long it
// is kept, and asks whether they agree, before anything is stored of them: Law
// 27/2022 on the protection of personal data. Nothing is selected beforehand, so
// that nobody agrees by Enter alone.
type consent struct {
	turn
	join *join
	at   int // -1 before anything is selected
	busy bool
}

// The choices.
const (
	consentYes = iota
	consentNo
)

type joinedMsg struct {
	screen *consent
	id     string
	err    error
}

func newConsent(j *join) *consent { return &consent{join: j, at: -1} }

func (c *consent) Init() tea.Cmd { return nil }

// Loading reports that the person is being taken in.
func (c *consent) Loading() bool { return c.busy }

// Update takes the choice, and what the store says to it.
func (c *consent) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case joinedMsg:
		if msg.screen == c {
			return c, c.joined(msg)
		}
	case tea.KeyPressMsg:
		if !c.busy {
			return c, c.press(msg)
		}
	}
	return c, nil
}

func (c *consent) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return c.leave(replaceMsg{c.join})
	case key.Matches(msg, keyAgree):
		return c.agree()
	case key.Matches(msg, keyDecline):
		return c.decline()
	case key.Matches(msg, keyChoose):
		switch c.at {
		case consentYes:
			return c.agree()
		case consentNo:
			return c.decline()
		}
		return notice("consent.choose-first")
	}
	switch msg.String() {
	case "down", "tab":
		c.at = min(c.at+1, consentNo)
	case "up", "shift+tab":
		c.at = max(c.at-1, consentYes)
	}
	return nil
}

func (c *consent) agree() tea.Cmd {
	c.busy = true
	r := c.join.form.respondent()
	hub := c.join.hand.hub
	return func() tea.Msg {
		id, err := hub.store.Join(hub.opt.context(), hub.id, r)
		return joinedMsg{c, id, err}
	}
}

func (c *consent) decline() tea.Cmd { return c.leave(c.join.hand.part(declined)) }

// joined opens the questionnaire, or goes back to the form where somebody took the
// code meanwhile.
func (c *consent) joined(msg joinedMsg) tea.Cmd {
	c.busy = false
	switch {
	case msg.err == nil:
		return c.leave(insteadMsg{c, newAnswering(c.join.hand, msg.id)})
	case takenMeanwhile(msg.err):
		return tea.Batch(c.join.form.refuse(), c.leave(insteadMsg{c, c.join}, forgetMsg{}))
	}
	return fail(msg.err)
}

// takenMeanwhile reports whether the store refused a code that somebody has.
func takenMeanwhile(err error) bool {
	var one assess.Problem
	var carrier interface{ Problem() assess.Problem }
	if errors.As(err, &carrier) {
		one = carrier.Problem()
	} else {
		errors.As(err, &one)
	}
	return one.Code == "respondent-exists"
}

var (
	keyAgree   = bind("1", "key.agree", "1")
	keyDecline = bind("2", "key.decline", "2")
)

// Keys of the question.
func (c *consent) Keys() []key.Binding {
	return []key.Binding{keyAgree, keyDecline, keyChoose, keyLanguage, keyBack}
}

// Title names the screen.
func (c *consent) Title(l Look) string { return l.T("consent.title") }

// privacy tells what the answers are for, who sees what and how long it is kept,
// and more, a paragraph each.
func privacy(l Look, s *assess.Session, width int, more ...string) []string {
	var parts []string
	for _, id := range append([]string{"consent.purpose", "consent.seen-" + string(s.Identity), "consent.kept-" + string(s.Identity)}, more...) {
		lead, text, _ := strings.Cut(l.T(id, "place", place(s.Header)), ": ")
		parts = append(parts, l.styled(lead+":", text, width))
	}
	return parts
}

// View tells everything at once, so that nobody agrees to what lies below the
// edge of the window.
func (c *consent) View(l Look, width, height int) string {
	parts := privacy(l, c.join.form.session, width, "consent.empty")
	rows := l.row(l.Key.Render("1")+"  "+l.T("consent.yes"), c.at == consentYes, width) + "\n" +
		l.row(l.Key.Render("2")+"  "+l.T("consent.no"), c.at == consentNo, width)
	between := "\n\n"
	if lines(strings.Join(parts, between))+lines(rows)+1 > height {
		between = "\n"
	}
	text := strings.Join(parts, between)
	if lines(text)+lines(rows)+1 <= height {
		text += "\n"
	}
	return fit(text+"\n"+rows, width, height)
}

// styled writes a text after its heading on the same line.
func (l Look) styled(heading, text string, width int) string {
	wrapped := wrap(heading+" "+text, width)
	return l.Title.Render(heading) + strings.TrimPrefix(wrapped, heading)
}
