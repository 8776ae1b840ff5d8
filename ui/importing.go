package ui

import (
	"context"
	"errors"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

var (
	keyImport = bind("m", "key.import", "m", "f11")
	keyRead   = bind("Enter", "key.read-file", "enter")
)

// readable are the endings of the files that may hold answers.
var readable = []string{".csv", ".tsv", ".txt", ".xlsx", ".json"}

// importing asks for a file or a folder, reads it, and goes on to what must be
// looked at before anything is saved.
type importing struct {
	turn
	store Store
	opt   Options
	into  *assess.Session // that the people join; nil makes new sessions
	home  Screen          // to which it goes back when something was saved
	field *pathField
	begun bool               // the folder to begin in is known
	stop  context.CancelFunc // ends the reading that is under way; nil while there is none
}

// incomingMsg brings what a file holds.
type incomingMsg struct {
	screen *importing
	in     *Incoming
	match  *matching // of tables
	err    error
}

func newImporting(store Store, opt Options, into *assess.Session, home Screen) *importing {
	i := &importing{store: store, opt: opt, into: into, home: home}
	i.field = newPathField(opt, "", readable...)
	return i
}

// folderMsg brings the folder to begin in.
type folderMsg struct {
	screen *importing
	folder string
}

// Init begins in the folder that was used last.
func (i *importing) Init() tea.Cmd {
	return func() tea.Msg { return folderMsg{i, i.opt.Exchange.Folder()} }
}

// Loading reports that it is not known yet where to begin. Keys do not wait for a file
// that is read: nothing of it is saved before a person has looked at it.
func (i *importing) Loading() bool { return !i.begun }

// Update takes what was read, and the keys.
func (i *importing) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case folderMsg:
		if msg.screen == i && !i.begun {
			i.begun = true
			i.field.set(within(msg.folder))
			return i, i.field.focus()
		}
	case incomingMsg:
		if msg.screen == i {
			return i, i.look(msg)
		}
	case tea.KeyPressMsg:
		return i, i.press(msg)
	case listingMsg:
		return i, i.field.update(msg)
	case tea.PasteMsg:
		if i.Typing() {
			return i, i.field.update(msg)
		}
	}
	return i, nil
}

func (i *importing) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack) && i.stop != nil:
		i.stop()
		return nil
	case key.Matches(msg, keyBack):
		return i.close()
	case i.stop != nil:
		return nil
	case key.Matches(msg, keyRead):
		if cmd, done := i.field.enter(); !done {
			return cmd
		}
		return i.read()
	}
	return i.field.update(msg)
}

func (i *importing) read() tea.Cmd {
	path := i.field.value()
	if path == "" {
		return notice("import.nameless")
	}
	ctx, stop := context.WithCancel(i.opt.context())
	i.stop = stop
	return func() tea.Msg {
		in, err := i.opt.Exchange.Read(ctx, path)
		if err = errors.Join(err, ctx.Err()); err != nil {
			return incomingMsg{screen: i, err: err}
		}
		msg := incomingMsg{screen: i, in: in}
		if in.Tables != nil {
			msg.match = newMatching(i, in)
		}
		return msg
	}
}

// look goes on to what must be looked at.
func (i *importing) look(msg incomingMsg) tea.Cmd {
	i.stop()
	i.stop = nil
	switch in := msg.in; {
	case errors.Is(msg.err, context.Canceled):
		return notice("import.ended")
	case msg.err != nil:
		return i.refuse(msg.err)
	case in.Session != nil:
		return i.open(newTakeIn(i, in.Session))
	case in.Filled != nil && i.into != nil:
		return i.open(newTakeIn(i, in.Filled))
	case in.Filled != nil:
		return i.open(newBrought(i, in.Path, in.Filled))
	case in.Files != nil:
		return i.open(newFolderIn(i, in))
	case !msg.match.certain():
		return i.open(msg.match)
	}
	next, err := msg.match.next()
	if err != nil {
		return i.refuse(err)
	}
	return i.leave(openMsg{msg.match}, openMsg{next}) // the columns can be looked at all the same
}

// saved goes back to where the file was asked for, and tells what came.
func (i *importing) saved(told func(Look) string) []tea.Msg {
	return []tea.Msg{returnMsg{i.home}, noticeMsg{told}}
}

// refuse tells why a file cannot be taken in: all of it, where that is more than a
// sentence.
func (i *importing) refuse(err error) tea.Cmd {
	if problemCount(err) > 1 {
		return i.open(newRefusal(i.field.value(), err))
	}
	return fail(err)
}

// Typing reports that keys belong to the name.
func (i *importing) Typing() bool { return i.stop == nil }

// Keys of the field.
func (i *importing) Keys() []key.Binding {
	if i.stop != nil {
		return []key.Binding{keyCancel}
	}
	return []key.Binding{keyRead, keyOffers, keyTake, keyCancel}
}

// Title says where the answers go.
func (i *importing) Title(l Look) string {
	if i.into != nil {
		return l.T("import.title-into", "title", oneLine(i.into.Title))
	}
	return l.T("import.title")
}

// View draws the name with what is offered.
func (i *importing) View(l Look, width, height int) string {
	if i.stop != nil {
		return wrap(l.T("import.reading", "path", oneLine(i.field.value())), width)
	}
	head := i.head(l, width)
	return head + "\n" + i.field.draw(l, width, height-lipgloss.Height(head)-1)
}

func (i *importing) head(l Look, width int) string {
	return wrap(l.T("import.question"), width) + "\n" + l.Muted.Render(wrap(l.T("import.about"), width)) + "\n"
}

// Cursor stands in the name.
func (i *importing) Cursor(l Look, width, _ int) *tea.Cursor {
	if !i.Typing() {
		return nil
	}
	return i.field.cursor(l, width, lipgloss.Height(i.head(l, width)))
}
