package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A confirmation asks before something that cannot be taken back. Its texts are
// ids of messages.
type confirmation struct {
	title, question, yes, no string
	values                   []any
	act                      tea.Cmd // its message follows when the screen is closed
}

// confirm is the screen of a confirmation. It begins on the answer that changes
// nothing.
type confirm struct {
	turn
	confirmation
	yes  bool
	busy bool // doing it
}

type confirmedMsg struct {
	screen *confirm
	said   tea.Msg
}

func newConfirm(c confirmation) *confirm { return &confirm{confirmation: c} }

func (c *confirm) Init() tea.Cmd { return nil }

// Loading reports that what was confirmed is being done: keys that are typed
// meanwhile are meant for what comes after it.
func (c *confirm) Loading() bool { return c.busy }

// Update takes the choice, and what came of it.
func (c *confirm) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case confirmedMsg:
		if msg.screen == c {
			return c, c.close(msg.said)
		}
	case tea.KeyPressMsg:
		if !c.busy {
			return c, c.press(msg)
		}
	}
	return c, nil
}

func (c *confirm) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyChoose) && c.yes:
		c.busy = true
		return func() tea.Msg { return confirmedMsg{c, c.act()} }
	case key.Matches(msg, keyBack), key.Matches(msg, keyChoose):
		return c.close()
	}
	switch msg.String() {
	case "up", "down", "tab":
		c.yes = !c.yes
	}
	return nil
}

var keyChoose = bind("Enter", "key.choose", "enter")

func (c *confirm) Keys() []key.Binding { return []key.Binding{keyChoose, keyCancel} }

func (c *confirm) Title(l Look) string { return l.T(c.title, c.values...) }

func (c *confirm) View(l Look, width, _ int) string {
	return wrap(l.T(c.question, c.values...), width) + "\n\n" +
		l.row(l.T(c.confirmation.no, c.values...), !c.yes, width) + "\n" +
		l.row(l.T(c.confirmation.yes, c.values...), c.yes, width)
}
