package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A comparedPaper is a text about sessions that the comparison below it loads: what
// its details and its appendix have in common.
type comparedPaper struct {
	turn
	ids   []string
	data  *compared
	paper paper
}

// Init does nothing: the sessions came with the screen.
func (c *comparedPaper) Init() tea.Cmd { return nil }

// Keys are those of a text.
func (c *comparedPaper) Keys() []key.Binding {
	return append(c.paper.keys(), keyBack)
}

// read takes what was loaded, and the keys.
func (c *comparedPaper) read(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case comparedMsg:
		if msg.ids == strings.Join(c.ids, " ") && msg.data != nil {
			c.data = msg.data
		}
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return c.close()
		}
		c.paper.press(msg)
	}
	return nil
}
