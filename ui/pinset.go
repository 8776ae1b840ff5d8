package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// pinSet is where the facilitator chooses a PIN, typed twice because it is not
// shown. The last row goes on without one: without passing the laptop on at all
// where there was none to choose, or by taking the old one away.
type pinSet struct {
	turn
	store  Store
	opt    Options
	header assess.Header
	then   func() tea.Msg // what follows where the laptop is passed on; nil from the menu

	fields  [2]textinput.Model
	at      int
	problem string
	busy    bool
}

type pinSetMsg struct {
	screen *pinSet
	pin    string
	err    error
}

// withoutPIN is the row after the two fields.
const withoutPIN = 2

func newPINSet(store Store, opt Options, h assess.Header, then func() tea.Msg) *pinSet {
	return &pinSet{store: store, opt: opt, header: h, then: then, fields: [2]textinput.Model{pinField(), pinField()}}
}

// Init begins in the first field.
func (p *pinSet) Init() tea.Cmd { return p.fields[0].Focus() }

// Update takes the digits, and the word of the store.
func (p *pinSet) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case pinSetMsg:
		if msg.screen == p {
			return p, p.saved(msg)
		}
	case tea.KeyPressMsg:
		if !p.busy {
			return p, p.press(msg)
		}
	}
	return p, nil
}

func (p *pinSet) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return p.close()
	case key.Matches(msg, keyNext):
		return p.enter()
	case msg.String() == "down" || msg.String() == "tab":
		return p.goTo(p.at + 1)
	case msg.String() == "up" || msg.String() == "shift+tab":
		return p.goTo(p.at - 1)
	case p.at == withoutPIN || !digitsOnly(msg):
		return nil
	}
	p.problem = ""
	var cmd tea.Cmd
	p.fields[p.at], cmd = p.fields[p.at].Update(msg)
	return cmd
}

func (p *pinSet) goTo(row int) tea.Cmd {
	if p.at < withoutPIN {
		p.fields[p.at].Blur()
	}
	p.at = max(min(row, p.lastRow()), 0)
	if p.at < withoutPIN {
		return p.fields[p.at].Focus()
	}
	return nil
}

// lastRow is that of going on without a PIN, where there is something to go on
// with or a PIN to take away.
func (p *pinSet) lastRow() int {
	if p.then == nil && !p.header.Locked {
		return withoutPIN - 1
	}
	return withoutPIN
}

func (p *pinSet) enter() tea.Cmd {
	pin := p.fields[0].Value()
	switch {
	case p.at == withoutPIN && !p.header.Locked:
		return p.leave(p.then())
	case p.at == withoutPIN:
		return p.save("")
	case len(pin) < shortestPIN:
		p.problem = "pin.too-short"
		return p.goTo(0)
	case p.at == 0:
		return p.goTo(1)
	case p.fields[1].Value() != pin:
		p.problem = "pin.differs"
		p.fields[0].Reset()
		p.fields[1].Reset()
		return p.goTo(0)
	}
	return p.save(pin)
}

func (p *pinSet) save(pin string) tea.Cmd {
	p.busy = true
	return func() tea.Msg {
		return pinSetMsg{p, pin, p.store.SetPIN(p.opt.context(), p.header.ID, pin)}
	}
}

func (p *pinSet) saved(msg pinSetMsg) tea.Cmd {
	p.busy = false
	if msg.err != nil {
		return fail(msg.err)
	}
	p.header.Locked = msg.pin != ""
	p.opt.keys.add(p.header.ID) // whoever chose it knows it
	id := "pin.saved"
	if msg.pin == "" {
		id = "pin.removed"
	}
	if p.then != nil {
		return p.leave(p.then())
	}
	return p.close(noticeMsg{func(l Look) string { return l.T(id) }})
}

// Typing reports that keys belong to a field.
func (p *pinSet) Typing() bool { return p.at < withoutPIN }

// Keys of the screen.
func (p *pinSet) Keys() []key.Binding { return []key.Binding{keyNext, keyFields, keyCancel} }

// keyFields only tells.
var keyFields = bind("↑↓", "key.fields", "")

// Title names the screen.
func (p *pinSet) Title(l Look) string { return l.T("pin.title") }

// View asks for the PIN twice.
func (p *pinSet) View(l Look, width, _ int) string {
	rows := []string{wrap(l.T("pin.explain"), width), ""}
	for i, id := range []string{"pin.choose", "pin.again"} {
		rows = append(rows, l.row(l.cell(l.T(id), pinLabel), p.at == i, pinLabel+2)+p.fields[i].View())
	}
	if p.lastRow() == withoutPIN {
		id := "pin.without"
		if p.header.Locked {
			id = "pin.remove"
		}
		rows = append(rows, "", l.row(l.T(id), p.at == withoutPIN, width))
	}
	if p.problem != "" {
		rows = append(rows, "", l.Bad.Render(wrap(l.Bang+" "+l.T(p.problem), width)))
	}
	return strings.Join(append(rows, "", l.Muted.Render(wrap(l.T("pin.at-next-start"), width))), "\n")
}

// pinLabel is the width of the labels.
const pinLabel = 22

// Cursor stands in the field that is typed in.
func (p *pinSet) Cursor(l Look, width, _ int) *tea.Cursor {
	if p.at == withoutPIN {
		return nil
	}
	c := p.fields[p.at].Cursor()
	if c == nil {
		return nil
	}
	c.X += pinLabel + 2
	c.Y += lines(wrap(l.T("pin.explain"), width)) + 1 + p.at
	return c
}
