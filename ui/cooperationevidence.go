package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// cooperationEvidence is where the documents behind an arrangement are named. Every
// key is saved as it is pressed.
type cooperationEvidence struct {
	turn
	book            *cooperationBook
	id, arrangement string
	text            textarea.Model
}

func newCooperationEvidence(book *cooperationBook, id, arrangement string) *cooperationEvidence {
	return &cooperationEvidence{book: book, id: id, arrangement: arrangement, text: newField(book.field(id).Evidence[arrangement])}
}

// Init begins in the text.
func (e *cooperationEvidence) Init() tea.Cmd { return e.text.Focus() }

// Update hands a key to the text and saves what it changed.
func (e *cooperationEvidence) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		e.text.SetWidth(max(min(msg.Width-8, 100), 20))
		e.text.SetHeight(max(min(msg.Height-12, 8), 2))
	case tea.KeyPressMsg:
		if key.Matches(msg, keyNoteDone) {
			return e, e.close()
		}
		return e, e.typed(msg)
	case tea.PasteMsg:
		return e, e.typed(msg)
	}
	return e, nil
}

func (e *cooperationEvidence) typed(msg tea.Msg) tea.Cmd {
	before := e.text.Value()
	var cmd tea.Cmd
	e.text, cmd = e.text.Update(msg)
	c := e.book.field(e.id)
	if e.text.Value() == before || c == nil {
		return cmd
	}
	c.Prove(e.arrangement, strings.TrimSpace(e.text.Value()))
	return tea.Batch(cmd, e.book.keep())
}

// Typing reports that keys belong to a text.
func (e *cooperationEvidence) Typing() bool { return true }

// Keys of the text.
func (e *cooperationEvidence) Keys() []key.Binding { return []key.Binding{keyNoteDone} }

// Subject is the session.
func (e *cooperationEvidence) Subject() (Store, string) { return e.book.store, e.book.id }

// Header is that of the session.
func (e *cooperationEvidence) Header() assess.Header { return e.book.header() }

// Title names the field.
func (e *cooperationEvidence) Title(l Look) string { return fieldTitle(l, e.book.field(e.id)) }

// View draws the arrangement, the text and whether it is saved.
func (e *cooperationEvidence) View(l Look, width, height int) string {
	body := e.head(l, width) + "\n" + indent(e.text.View(), 2)
	return pad(fit(body, width, height-1), height-1) + "\n" + e.book.saver.state(l)
}

func (e *cooperationEvidence) head(l Look, width int) string {
	return l.Title.Render(wrap(l.Words.CooperationQuestion(e.arrangement), width)) + "\n" + l.Muted.Render(wrap(l.T("cooperation.evidence-hint"), width)) + "\n"
}

// Cursor stands where the person types.
func (e *cooperationEvidence) Cursor(l Look, width, _ int) *tea.Cursor {
	c := e.text.Cursor()
	if c != nil {
		c.X += 2
		c.Y += lipgloss.Height(e.head(l, width))
	}
	return c
}
