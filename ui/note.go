package ui

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// note is where the person writes a note and the evidence of one item. Every key
// is saved as it is pressed, so there is nothing to confirm.
type note struct {
	turn
	q      *questionnaire
	fields [2]textarea.Model // note, evidence
	at     int
}

const (
	fieldNote = iota
	fieldEvidence
)

// noteLimit is the longest note, in characters: several pages.
const noteLimit = 4000

func newNote(q *questionnaire) *note {
	n := &note{q: q}
	e := q.entry()
	for i, text := range []string{e.Note, e.Evidence} {
		f := textarea.New()
		f.Prompt = ""
		f.ShowLineNumbers = false
		f.CharLimit = noteLimit
		f.SetVirtualCursor(false)
		f.SetStyles(bare(f.Styles()))
		f.SetValue(text)
		n.fields[i] = f
	}
	return n
}

// bare leaves a text in the terminal's own colours: the toolkit's would paint
// its line black.
func bare(s textarea.Styles) textarea.Styles {
	s.Focused = textarea.StyleState{Selection: lipgloss.NewStyle().Reverse(true)}
	s.Blurred = s.Focused
	return s
}

// Init begins in the note.
func (n *note) Init() tea.Cmd { return n.fields[n.at].Focus() }

var (
	keyOther    = bind("Tab", "key.other-field", "tab", "shift+tab")
	keyNoteDone = bind("Esc", "key.note-done", "esc")
)

func (n *note) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		n.resize(msg.Width, msg.Height)
		return n, nil
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keyNoteDone):
			return n, n.close()
		case key.Matches(msg, keyOther):
			n.fields[n.at].Blur()
			n.at = 1 - n.at
			return n, n.fields[n.at].Focus()
		}
		return n, n.typed(msg)
	case tea.PasteMsg:
		return n, n.typed(msg)
	}
	return n, nil
}

// typed hands a key to the field and saves what it changed.
func (n *note) typed(msg tea.Msg) tea.Cmd {
	if n.q.locked() {
		return notice("questionnaire.locked")
	}
	var cmd tea.Cmd
	before := n.fields[n.at].Value()
	n.fields[n.at], cmd = n.fields[n.at].Update(msg)
	if n.fields[n.at].Value() == before {
		return cmd
	}
	e := n.q.entry()
	e.Note, e.Evidence = n.fields[fieldNote].Value(), n.fields[fieldEvidence].Value()
	n.q.who().Put(e)
	n.q.saver.put(e)
	return tea.Batch(cmd, n.q.saver.send())
}

// resize gives the note two thirds of the room that the question leaves.
func (n *note) resize(width, height int) {
	room := max(height-13, 4)
	for i := range n.fields {
		n.fields[i].SetWidth(max(min(width-8, 100), 20))
	}
	n.fields[fieldNote].SetHeight(max(room*2/3, 2))
	n.fields[fieldEvidence].SetHeight(max(room/3, 2))
}

// Subject is the session that is being answered.
func (n *note) Subject() (Store, string) { return n.q.Subject() }

// Typing reports that keys belong to a text.
func (n *note) Typing() bool { return true }

// Keys of the note.
func (n *note) Keys() []key.Binding { return []key.Binding{keyOther, keyNoteDone} }

// Title is that of the questionnaire.
func (n *note) Title(l Look) string { return n.q.Title(l) }

// View draws the question, the two fields and whether they are saved.
func (n *note) View(l Look, width, height int) string {
	head := n.head(l, width)
	usual := "  " + l.Muted.Render(l.cell(l.T("questionnaire.evidence")+" "+l.Words.Text(n.q.item().Evidence, n.q.session.Unit), width-2))
	if n.q.item().Evidence.Empty() {
		usual = ""
	}
	body := head + "\n" + n.label(l, fieldNote, "note.note") + "\n" + indent(n.fields[fieldNote].View(), 2) + "\n" +
		n.label(l, fieldEvidence, "note.evidence") + "\n" + usual + "\n" + indent(n.fields[fieldEvidence].View(), 2)
	return pad(fit(body, width, height-1), height-1) + "\n" + n.q.saver.state(l)
}

// head is the question in at most three lines.
func (n *note) head(l Look, width int) string {
	text := wrap(l.Words.Text(n.q.item().Text, n.q.session.Unit), width)
	return l.Muted.Render(l.shorten(text, width, 3))
}

func (n *note) label(l Look, field int, id string) string {
	if field == n.at {
		return l.Key.Render(l.Pointer) + " " + l.Title.Render(l.T(id))
	}
	return "  " + l.Muted.Render(l.T(id))
}

// Cursor stands where the person types.
func (n *note) Cursor(l Look, width, _ int) *tea.Cursor {
	c := n.fields[n.at].Cursor()
	if c == nil {
		return nil
	}
	c.X += 2
	c.Y += lipgloss.Height(n.head(l, width)) + 1 // the label
	if n.at == fieldEvidence {
		c.Y += n.fields[fieldNote].Height() + 2 // the label, and what is usual
	}
	return c
}
