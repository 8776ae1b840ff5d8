package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// reasons are the two texts of a talk: why some chose high levels, and why some
// chose low ones. Every key is saved as it is pressed.
type reasons struct {
	turn
	t    *talk
	pair *pair
}

func newReasons(t *talk) *reasons {
	st := t.point().settlement
	return &reasons{t: t, pair: newPair(0, st.High, "reasons.high", st.Low, "reasons.low")}
}

var reasonsOther = bind("Tab", "key.reasons-other", "tab", "shift+tab")

// Init begins with the high side.
func (r *reasons) Init() tea.Cmd { return r.pair.focus(0) }

// Update takes the keys of the texts.
func (r *reasons) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.pair.resize(msg.Width-8, msg.Height-8)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keyNoteDone):
			return r, r.close()
		case key.Matches(msg, reasonsOther):
			return r, r.pair.focus(1 - r.pair.at)
		}
		return r, r.typed(msg)
	case tea.PasteMsg:
		return r, r.typed(msg)
	}
	return r, nil
}

func (r *reasons) typed(msg tea.Msg) tea.Cmd {
	if r.t.discussion.locked() {
		return notice("questionnaire.locked")
	}
	cmd, changed := r.pair.typed(msg)
	if !changed {
		return cmd
	}
	st := r.t.point().settlement
	st.High, st.Low = r.pair.value(0), r.pair.value(1)
	return tea.Batch(cmd, r.t.settle(st))
}

// Subject is the session of the talk.
func (r *reasons) Subject() (Store, string) { return r.t.Subject() }

// Header is that of the session.
func (r *reasons) Header() assess.Header { return r.t.Header() }

// Typing reports that keys belong to a text.
func (r *reasons) Typing() bool { return true }

// Keys of the texts.
func (r *reasons) Keys() []key.Binding { return []key.Binding{reasonsOther, keyNoteDone} }

// Title is that of the talk.
func (r *reasons) Title(l Look) string { return r.t.Title(l) }

// View draws the question, both texts and whether they are saved.
func (r *reasons) View(l Look, width, height int) string {
	return pad(fit(r.head(l, width)+"\n"+r.pair.view(l, width), width, height-1), height-1) + "\n" + r.t.foot(l)
}

// head is the question in at most two lines.
func (r *reasons) head(l Look, width int) string { return r.t.question(l, width, 2) }

// question is the item in at most so many lines.
func (t *talk) question(l Look, width, most int) string {
	return l.Muted.Render(l.shorten(wrap(t.discussion.text(l, t.point().item.Text), width), width, most))
}

// Cursor stands where the person writes.
func (r *reasons) Cursor(l Look, width, _ int) *tea.Cursor {
	c := r.pair.cursor()
	if c != nil {
		c.Y += lipgloss.Height(r.head(l, width))
	}
	return c
}
