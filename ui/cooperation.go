package ui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// cooperation lists the fields in which a region works with others or might, with
// where it stands in each. The fields outlive the answers: they can be changed
// after the session is completed.
type cooperation struct {
	turn
	book   *cooperationBook
	stands []assess.Stance // of the fields, in their order
	at     int
}

func newCooperation(store Store, opt Options, id string) Screen {
	return &cooperation{book: newCooperationBook(store, opt, id)}
}

var (
	fieldsOpen   = bind("Enter", "key.cooperation-open", "enter")
	fieldsFirst  = bind("Enter", "key.cooperation-new", "enter")
	fieldsNew    = bind("n", "key.cooperation-new", "n", "f7")
	fieldsStand  = bind("r", "key.cooperation-stand", "r", "f8")
	fieldsRemove = bind("d", "key.cooperation-remove", "d", "delete")
)

// Init reads the session.
func (c *cooperation) Init() tea.Cmd { return c.book.read() }

// Loading reports that the session is not read yet.
func (c *cooperation) Loading() bool { return c.book.session == nil }

// Update takes what was read or saved, and the keys.
func (c *cooperation) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		c.weigh()
		return c, c.book.saver.refresh()
	case removeFieldMsg:
		if msg.book != c.book {
			return c, nil
		}
		c.book.remove(msg.id)
		c.weigh()
		return c, c.book.keep()
	case tea.KeyPressMsg:
		return c, c.press(msg)
	}
	cmd := c.book.update(msg)
	c.weigh()
	return c, cmd
}

// weigh finds where the region stands in each field.
func (c *cooperation) weigh() {
	c.stands = nil
	if c.book.session == nil {
		return
	}
	for i := range c.book.session.Cooperation {
		c.stands = append(c.stands, c.book.session.Cooperation[i].Position().Stance)
	}
	c.at = max(min(c.at, len(c.stands)-1), 0)
}

func (c *cooperation) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return c.leave()
	case c.book.session == nil:
		return nil
	case key.Matches(msg, fieldsNew), len(c.stands) == 0 && key.Matches(msg, fieldsOpen):
		return c.open(newCooperationPick(c.book))
	case len(c.stands) == 0:
		return nil
	case key.Matches(msg, fieldsOpen):
		return c.open(newCooperationForm(c.book, c.selected().ID))
	case key.Matches(msg, fieldsStand):
		return c.open(newCooperationResult(c.book, c.selected().ID))
	case key.Matches(msg, fieldsRemove):
		return c.ask()
	}
	c.at = moved(msg, c.at, len(c.stands), 10)
	return nil
}

// leave closes the list once everything is on disk.
func (c *cooperation) leave() tea.Cmd {
	cmd, all := c.book.saver.finish()
	if !all {
		return tea.Batch(cmd, notice("cooperation.not-yet-saved"))
	}
	return tea.Batch(cmd, c.close())
}

func (c *cooperation) selected() *assess.Cooperation { return &c.book.session.Cooperation[c.at] }

// ask asks before a field is taken out with all that is known of it.
func (c *cooperation) ask() tea.Cmd {
	id := c.selected().ID
	return c.open(newConfirm(confirmation{
		title: "cooperation.remove-title", question: "cooperation.remove-question",
		yes: "cooperation.remove-yes", no: "cooperation.remove-no",
		act: func() tea.Msg { return removeFieldMsg{c.book, id} },
	}))
}

type removeFieldMsg struct {
	book *cooperationBook
	id   string
}

// Unsaved is 1 while something is not on disk.
func (c *cooperation) Unsaved() int { return c.book.saver.unsaved() }

// lastSave saves what is not on disk when the program ends.
func (c *cooperation) lastSave(ctx context.Context) { c.book.saver.lastSave(ctx) }

// Subject is the session.
func (c *cooperation) Subject() (Store, string) { return c.book.store, c.book.id }

// Header is that of the session.
func (c *cooperation) Header() assess.Header { return c.book.header() }

// Title names the screen.
func (c *cooperation) Title(l Look) string {
	if c.book.session == nil {
		return l.T("cooperation.title")
	}
	return l.T("cooperation.title") + ": " + oneLine(c.book.session.Title)
}

// Keys of the list; of an empty one only the way to a first field.
func (c *cooperation) Keys() []key.Binding {
	switch {
	case c.book.session == nil:
		return []key.Binding{keyBack}
	case len(c.stands) == 0:
		return []key.Binding{fieldsFirst, keyBack}
	}
	return []key.Binding{fieldsOpen, fieldsNew, fieldsStand, fieldsRemove, keyBack}
}

// View draws what this is for, or the fields with where the region stands.
func (c *cooperation) View(l Look, width, height int) string {
	if c.book.session == nil {
		return ""
	}
	if len(c.stands) == 0 {
		return wrap(l.T("cooperation.empty"), min(width, 76)) + "\n\n" + l.row("[ "+l.T("cooperation.first")+" ]", true, width)
	}
	foot := c.book.saver.state(l)
	if c.book.session.Status == assess.Completed {
		foot = l.Muted.Render(wrap(l.T("cooperation.completed"), width)) + "\n" + foot
	}
	rows := make([]string, len(c.stands))
	for i := range rows {
		rows[i] = c.rowOf(l, i, width)
	}
	room := height - lipgloss.Height(foot) - 1
	return pad(scroll(l, rows, c.at, width, room), room) + "\n\n" + foot
}

// rowOf is one field, with its stance and how much of it is known below it.
func (c *cooperation) rowOf(l Look, i, width int) string {
	f := &c.book.session.Cooperation[i]
	known, all := f.Answered()
	below := stanceSign(l, c.stands[i]) + " " + l.T("cooperation.stance."+string(c.stands[i])) + "  " +
		l.Muted.Render(l.T("cooperation.known", "known", known, "all", all))
	return l.row(l.Words.CooperationField(f.Field), i == c.at, width) + "\n" + l.row("  "+below, false, width)
}

// stanceSign tells the stances apart without colour.
func stanceSign(l Look, s assess.Stance) string {
	switch s {
	case assess.FormBody:
		return l.Good.Render(l.Check)
	case assess.PrepareBody:
		return l.Value.Render(l.Up)
	case assess.ThroughExisting:
		return l.Value.Render(l.Flat)
	case assess.NotNeededYet:
		return l.Muted.Render(l.Cross)
	}
	return l.Warn.Render("?")
}
