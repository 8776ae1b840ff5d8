package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

var keyChosen = bind("Enter", "key.choose", "enter")

// chooseFile asks for a file that is there; an empty name chooses none.
type chooseFile struct {
	turn
	title, question string // ids of messages
	field           *pathField
	choose          func(path string)
}

func newChooseFile(opt Options, title, question, path, ending string, choose func(string)) *chooseFile {
	return &chooseFile{title: title, question: question, field: newPathField(opt, path, ending), choose: choose}
}

// Init begins in the field.
func (c *chooseFile) Init() tea.Cmd { return c.field.focus() }

// Update takes the keys.
func (c *chooseFile) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, keyBack):
			return c, c.close()
		case key.Matches(k, keyChosen):
			cmd, done := c.field.enter()
			if !done {
				return c, cmd
			}
			c.choose(c.field.value())
			return c, c.close()
		}
	}
	return c, c.field.update(msg)
}

// Typing reports that keys belong to the name.
func (c *chooseFile) Typing() bool { return true }

// Keys of the field.
func (c *chooseFile) Keys() []key.Binding {
	return []key.Binding{keyChosen, keyOffers, keyTake, keyCancel}
}

// Title says what the file is for.
func (c *chooseFile) Title(l Look) string { return l.T(c.title) }

// View draws the field with what is offered.
func (c *chooseFile) View(l Look, width, height int) string {
	head := c.head(l, width)
	return head + "\n" + c.field.draw(l, width, height-lipgloss.Height(head)-1)
}

func (c *chooseFile) head(l Look, width int) string { return wrap(l.T(c.question), width) + "\n" }

// Cursor stands in the field.
func (c *chooseFile) Cursor(l Look, width, _ int) *tea.Cursor {
	return c.field.cursor(l, width, lipgloss.Height(c.head(l, width)))
}
