package ui

import (
	"context"
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A cooperationBook is what the screens of cooperation have in common: the fields
// of one session. It brings every change to disk, the whole part at once and one
// save at a time, and keeps what could not be saved until it can.
type cooperationBook struct {
	store   Store
	opt     Options
	id      string
	session *assess.Session // nil until it is read

	version, kept int  // of the fields: as they are here, and on disk
	sending       bool // a save is under way
	err           error
}

type (
	bookReadMsg struct {
		book    *cooperationBook
		version int // when the reading began
		session *assess.Session
	}
	bookKeptMsg struct {
		book    *cooperationBook
		version int
		err     error
	}
	bookAgainMsg struct{ book *cooperationBook }
)

// read reads the session. What was changed here meanwhile is newer than the disk.
func (b *cooperationBook) read() tea.Cmd {
	version := b.version
	return func() tea.Msg {
		s, err := b.store.Session(b.opt.context(), b.id)
		if err != nil {
			return failMsg{err}
		}
		s.Cooperation = cloneFields(s.Cooperation)
		return bookReadMsg{b, version, s}
	}
}

func cloneFields(of []assess.Cooperation) []assess.Cooperation {
	out := make([]assess.Cooperation, len(of))
	for i, c := range of {
		out[i] = c.Clone()
	}
	return out
}

// field finds a field by its id; nil if it is gone.
func (b *cooperationBook) field(id string) *assess.Cooperation {
	i := slices.IndexFunc(b.session.Cooperation, func(c assess.Cooperation) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &b.session.Cooperation[i]
}

// add puts a new field at the end, and returns its id.
func (b *cooperationBook) add(field string) string {
	n := 0
	for _, c := range b.session.Cooperation {
		if i, err := strconv.Atoi(c.ID); err == nil {
			n = max(n, i)
		}
	}
	id := strconv.Itoa(n + 1)
	b.session.Cooperation = append(b.session.Cooperation, assess.Cooperation{ID: id, Field: field})
	return id
}

// remove takes a field out.
func (b *cooperationBook) remove(id string) {
	b.session.Cooperation = slices.DeleteFunc(b.session.Cooperation, func(c assess.Cooperation) bool { return c.ID == id })
}

// keep begins to save what has just been changed.
func (b *cooperationBook) keep() tea.Cmd {
	b.version++
	return b.send()
}

// send saves the fields as they are. It waits for a disk that is quick, so that a
// key and its "saved" are one frame.
func (b *cooperationBook) send() tea.Cmd {
	if b.sending || b.kept == b.version {
		return nil
	}
	b.sending = true
	ctx, version := b.opt.context(), b.version
	d := assess.Dossier{Cooperation: cloneFields(b.session.Cooperation)}
	answer := make(chan bookKeptMsg, 1)
	go func() { answer <- bookKeptMsg{b, version, b.store.Keep(ctx, b.id, assess.CooperationPart, d)} }()
	select {
	case msg := <-answer:
		return b.done(msg)
	case <-time.After(patience):
		return func() tea.Msg { return <-answer }
	}
}

// done takes the answer of the store and goes on with what came meanwhile.
func (b *cooperationBook) done(msg bookKeptMsg) tea.Cmd {
	b.sending = false
	failed := b.err != nil
	b.err = msg.err
	if msg.err != nil {
		return tea.Batch(fail(msg.err), b.opt.retryLater(msg.err, bookAgainMsg{b}))
	}
	b.kept = msg.version
	if failed {
		return tea.Batch(b.send(), notice("cooperation.save-recovered"))
	}
	return b.send()
}

// update handles the messages that are for this book.
func (b *cooperationBook) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case bookReadMsg:
		if msg.book == b && msg.version == b.version && b.unsaved() == 0 {
			b.session = msg.session
		}
	case bookKeptMsg:
		if msg.book == b {
			return b.done(msg)
		}
	case bookAgainMsg:
		if msg.book == b {
			return b.send()
		}
	}
	return nil
}

// unsaved is 1 while something is not on disk: it is saved whole.
func (b *cooperationBook) unsaved() int { return min(b.version-b.kept, 1) }

// lastSave hands the fields to the store.
func (b *cooperationBook) lastSave(ctx context.Context) {
	if b.unsaved() > 0 {
		_ = b.store.Keep(ctx, b.id, assess.CooperationPart, assess.Dossier{Cooperation: b.session.Cooperation})
	}
}

// state says whether everything is on disk.
func (b *cooperationBook) state(l Look) string {
	switch {
	case b.err != nil && b.unsaved() > 0:
		return l.Bad.Render(l.Cross + " " + l.T("cooperation.save-failed"))
	case b.unsaved() > 0:
		return l.Muted.Render(l.T("save.saving"))
	case b.version > 0:
		return l.Good.Render(l.Check + " " + l.T("save.saved"))
	}
	return l.Muted.Render(l.T("cooperation.save-always"))
}

// header is that of the session, as far as it is known.
func (b *cooperationBook) header() assess.Header {
	if b.session == nil {
		return assess.Header{ID: b.id}
	}
	return b.session.Header
}
