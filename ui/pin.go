package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// The length of a PIN, in digits.
const (
	shortestPIN = 4
	longestPIN  = 8
)

// pinCheck asks the facilitator for the PIN of a session, and then goes on with
// the message of then. The digits are not shown: a projector may be on.
type pinCheck struct {
	turn
	store  Store
	opt    Options
	header assess.Header
	why    string // id of the message that says what the PIN is asked for
	then   func() tea.Msg

	field textinput.Model
	busy  bool
	wrong bool
}

type pinMsg struct {
	screen *pinCheck
	right  bool
	err    error
}

func newPINCheck(store Store, opt Options, h assess.Header, why string) *pinCheck {
	return &pinCheck{store: store, opt: opt, header: h, why: why, field: pinField()}
}

// pinField is a field for a PIN.
func pinField() textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = longestPIN
	in.EchoMode = textinput.EchoPassword
	in.EchoCharacter = '*'
	in.SetVirtualCursor(false)
	in.SetWidth(longestPIN + 1)
	return in
}

// digitsOnly reports whether a key belongs into a field of digits: a digit, or a
// key that writes nothing.
func digitsOnly(msg tea.KeyPressMsg) bool {
	return strings.Trim(msg.Text, "0123456789") == ""
}

// Init begins in the field.
func (p *pinCheck) Init() tea.Cmd { return p.field.Focus() }

// Update takes the digits, and the word of the store.
func (p *pinCheck) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case pinMsg:
		if msg.screen == p {
			return p, p.answered(msg)
		}
	case tea.KeyPressMsg:
		return p, p.press(msg)
	}
	return p, nil
}

func (p *pinCheck) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return p.close()
	case p.busy:
		return nil
	case key.Matches(msg, keyPINGiven):
		return p.check()
	case !digitsOnly(msg):
		return nil
	}
	p.wrong = false
	var cmd tea.Cmd
	p.field, cmd = p.field.Update(msg)
	return cmd
}

func (p *pinCheck) check() tea.Cmd {
	p.busy = true
	pin := p.field.Value()
	return func() tea.Msg {
		right, err := p.store.CheckPIN(p.opt.context(), p.header.ID, pin)
		return pinMsg{p, right, err}
	}
}

func (p *pinCheck) answered(msg pinMsg) tea.Cmd {
	p.busy = false
	p.field.Reset()
	switch {
	case msg.err != nil:
		return fail(msg.err)
	case !msg.right:
		p.wrong = true
		return nil
	}
	p.opt.keys.add(p.header.ID)
	return p.leave(p.then())
}

var keyPINGiven = bind("Enter", "key.pin-given", "enter")

// Typing reports that keys belong to the field.
func (p *pinCheck) Typing() bool { return true }

// Keys of the question.
func (p *pinCheck) Keys() []key.Binding { return []key.Binding{keyPINGiven, keyCancel} }

// Title names the screen.
func (p *pinCheck) Title(l Look) string { return l.T("pin.title") }

// View asks for the PIN.
func (p *pinCheck) View(l Look, width, _ int) string {
	text := p.question(l, width) + "\n\n" + l.Key.Render(l.Pointer) + " " + l.T("pin.field") + " " + p.field.View()
	if p.wrong {
		text += "\n\n" + l.Bad.Render(wrap(l.Bang+" "+l.T("pin.wrong"), width))
	}
	return text + "\n\n" + l.Muted.Render(wrap(l.T("pin.at-next-start"), width))
}

func (p *pinCheck) question(l Look, width int) string {
	return wrap(l.T(p.why, "title", oneLine(p.header.Title)), width)
}

// Cursor stands in the field.
func (p *pinCheck) Cursor(l Look, width, _ int) *tea.Cursor {
	c := p.field.Cursor()
	if c == nil {
		return nil
	}
	c.X += 3 + lipgloss.Width(l.T("pin.field"))
	c.Y += lipgloss.Height(p.question(l, width)) + 1
	return c
}
