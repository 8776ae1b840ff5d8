package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// join is where the person who got the laptop says who they are.
type join struct {
	turn
	hand *handover
	form *person
}

func newJoin(h *handover) *join { return &join{hand: h, form: newPerson(h.session)} }

// Init begins in the first field.
func (j *join) Init() tea.Cmd { return j.form.goTo(j.form.at) }

// Update hands the keys to the form, and goes on to the consent.
func (j *join) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return j, j.close()
		}
		j.form.session = j.hand.session // with whoever has joined since
		cmd, on := j.form.press(msg)
		if on {
			return j, j.leave(replaceMsg{newConsent(j)})
		}
		return j, cmd
	case tea.PasteMsg:
		return j, j.form.typed(msg)
	}
	return j, nil
}

// Typing reports that keys belong to a field.
func (j *join) Typing() bool { return j.form.field() != nil }

var keyToConsent = bind("F8", "key.go-on", "f8")

// Keys of the form.
func (j *join) Keys() []key.Binding { return append(j.form.keys(keyToConsent, keyCancel), keyLanguage) }

// Title says what is asked.
func (j *join) Title(l Look) string { return l.T("person.title") }

// View draws the form.
func (j *join) View(l Look, width, height int) string {
	return fit(j.form.view(l, width, "person.go-on"), width, height)
}

// Cursor stands in the field that is typed in.
func (j *join) Cursor(l Look, width, _ int) *tea.Cursor { return j.form.cursor(l, width) }
