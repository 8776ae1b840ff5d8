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
	act                      tea.Cmd
}

// confirm is the screen of a confirmation. It begins on the answer that changes
// nothing.
type confirm struct {
	turn
	confirmation
	yes bool
}

func newConfirm(c confirmation) *confirm { return &confirm{confirmation: c} }

func (c *confirm) Init() tea.Cmd { return nil }

func (c *confirm) Update(msg tea.Msg) (Screen, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return c, nil
	}
	switch {
	case key.Matches(k, keyBack):
		return c, c.close()
	case key.Matches(k, keyChoose):
		if c.yes {
			return c, tea.Batch(c.close(), c.act)
		}
		return c, c.close()
	}
	switch k.String() {
	case "up", "down", "tab":
		c.yes = !c.yes
	}
	return c, nil
}

var keyChoose = bind("Enter", "key.choose", "enter")

func (c *confirm) Keys() []key.Binding { return []key.Binding{keyChoose, keyCancel} }

func (c *confirm) Title(l Look) string { return l.T(c.title, c.values...) }

func (c *confirm) View(l Look, width, _ int) string {
	return wrap(l.T(c.question, c.values...), width) + "\n\n" +
		l.row(l.T(c.confirmation.no, c.values...), !c.yes, width) + "\n" +
		l.row(l.T(c.confirmation.yes, c.values...), c.yes, width)
}
