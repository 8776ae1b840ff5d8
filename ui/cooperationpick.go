package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
)

// cooperationPick is where a new field is chosen: one of the list, or a name of
// one's own, which is typed into the first row.
type cooperationPick struct {
	turn
	book *cooperationBook
	own  textinput.Model
	at   int // 0 the own name, then the fields of the list
}

func newCooperationPick(book *cooperationBook) *cooperationPick {
	return &cooperationPick{book: book, own: newInput(), at: 1}
}

// newInput is a text of one line in the terminal's own colours.
func newInput() textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 120
	in.SetVirtualCursor(false)
	return in
}

var pickField = bind("Enter", "key.cooperation-pick", "enter")

// Init begins at the list.
func (p *cooperationPick) Init() tea.Cmd { return nil }

// Update takes the choice, or a key of the own name.
func (p *cooperationPick) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p, p.press(msg)
	case tea.PasteMsg:
		return p, p.typed(msg)
	}
	return p, nil
}

func (p *cooperationPick) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return p.close()
	case key.Matches(msg, pickField):
		return p.take()
	case msg.String() == "up" || msg.String() == "down" || p.at > 0:
		p.at = moved(msg, p.at, len(assess.CooperationFields)+1, 8)
		if p.at == 0 {
			return p.own.Focus()
		}
		p.own.Blur()
		return nil
	}
	return p.typed(msg)
}

func (p *cooperationPick) typed(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if p.at == 0 {
		p.own, cmd = p.own.Update(msg)
	}
	return cmd
}

// take makes the field and goes on to its form.
func (p *cooperationPick) take() tea.Cmd {
	name := strings.TrimSpace(p.own.Value())
	if p.at > 0 {
		name = assess.CooperationFields[p.at-1]
	}
	if name == "" {
		return notice("cooperation.name-first")
	}
	id := p.book.add(name)
	cmd := p.book.keep()
	p.turn.leave(insteadMsg{p, newCooperationForm(p.book, id)})
	return cmd
}

// Typing reports that keys belong to the own name.
func (p *cooperationPick) Typing() bool { return p.at == 0 }

// Keys of the choice.
func (p *cooperationPick) Keys() []key.Binding { return []key.Binding{pickField, keyBack} }

// Subject is the session.
func (p *cooperationPick) Subject() (Store, string) { return p.book.store, p.book.id }

// Header is that of the session.
func (p *cooperationPick) Header() assess.Header { return p.book.header() }

// Title names the screen.
func (p *cooperationPick) Title(l Look) string { return l.T("cooperation.pick-title") }

// View draws the own name and the list.
func (p *cooperationPick) View(l Look, width, height int) string {
	own := l.T("cooperation.own-name") + "  "
	if p.at == 0 {
		field := p.own
		field.SetWidth(max(width-ansi.StringWidth(own)-3, 1))
		own += field.View()
	} else {
		own += oneLine(p.own.Value())
	}
	rows := []string{l.row(own, p.at == 0, width)}
	for i, id := range assess.CooperationFields {
		rows = append(rows, l.row(l.Words.CooperationField(id), p.at == i+1, width))
	}
	return scroll(l, rows, p.at, width, height)
}

// Cursor stands in the own name.
func (p *cooperationPick) Cursor(l Look, width, height int) *tea.Cursor {
	if p.at != 0 {
		return nil
	}
	c := p.own.Cursor()
	if c != nil {
		c.X += ansi.StringWidth(l.T("cooperation.own-name")) + 4
	}
	return c
}
