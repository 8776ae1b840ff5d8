package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// reopen asks why a completed session is opened again; the reason is kept with
// it.
type reopen struct {
	turn
	store  Store
	opt    Options
	header assess.Header
	reason textinput.Model
	busy   bool // being opened
}

type reopenedMsg struct {
	screen *reopen
	err    error
}

func newReopen(store Store, opt Options, h assess.Header) *reopen {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 200
	in.SetVirtualCursor(false)
	return &reopen{store: store, opt: opt, header: h, reason: in}
}

// Init begins in the field.
func (r *reopen) Init() tea.Cmd { return r.reason.Focus() }

// Loading reports that the session is being opened.
func (r *reopen) Loading() bool { return r.busy }

// Update takes the keys, and what became of the opening.
func (r *reopen) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case reopenedMsg:
		if msg.screen == r {
			return r, r.opened(msg.err)
		}
		return r, nil
	case tea.KeyPressMsg:
		switch {
		case r.busy:
			return r, nil
		case key.Matches(msg, keyBack):
			return r, r.close()
		case key.Matches(msg, keyReopenNow):
			return r, r.submit()
		}
	case tea.PasteMsg:
	default:
		return r, nil
	}
	var cmd tea.Cmd
	r.reason, cmd = r.reason.Update(msg)
	return r, cmd
}

func (r *reopen) submit() tea.Cmd {
	reason := strings.TrimSpace(r.reason.Value())
	if reason == "" {
		return notice("reopen.reason-missing")
	}
	r.busy = true
	return func() tea.Msg { return reopenedMsg{r, r.store.Reopen(r.opt.context(), r.header.ID, reason)} }
}

// opened goes on with the work on the session.
func (r *reopen) opened(err error) tea.Cmd {
	r.busy = false
	if err != nil {
		return fail(err)
	}
	return r.leave(insteadMsg{r, newWork(r.store, r.opt, r.header.ID, r.header.Method)})
}

var (
	keyReopen    = bind("o", "key.reopen", "o")
	keyReopenNow = bind("Enter", "key.reopen", "enter")
)

// Typing reports that keys belong to the field.
func (r *reopen) Typing() bool { return true }

// Keys of the question.
func (r *reopen) Keys() []key.Binding { return []key.Binding{keyReopenNow, keyCancel} }

// Title names the screen.
func (r *reopen) Title(l Look) string { return l.T("reopen.title") }

// View asks for the reason.
func (r *reopen) View(l Look, width, _ int) string {
	field := r.reason
	field.SetWidth(width - 3)
	return wrap(l.T("reopen.question"), width) + "\n\n" + l.Key.Render(l.Pointer) + " " + field.View()
}

// Cursor stands in the field.
func (r *reopen) Cursor(l Look, width, _ int) *tea.Cursor {
	c := r.reason.Cursor()
	if c == nil {
		return nil
	}
	c.X += 2
	c.Y += lipgloss.Height(wrap(l.T("reopen.question"), width)) + 1
	return c
}
