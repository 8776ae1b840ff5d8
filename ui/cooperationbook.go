package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A cooperationBook is what the screens of cooperation have in common: the fields
// of one session, and the saver of them.
type cooperationBook struct {
	store   Store
	opt     Options
	id      string
	session *assess.Session // nil until it is read
	saver   partSaver
}

type bookReadMsg struct {
	book    *cooperationBook
	puts    int // of the saver when the reading began
	session *assess.Session
}

func newCooperationBook(store Store, opt Options, id string) *cooperationBook {
	b := &cooperationBook{store: store, opt: opt, id: id}
	b.saver = partSaver{store: store, opt: opt, session: id, part: assess.CooperationPart, load: b.read}
	return b
}

// read reads the session.
func (b *cooperationBook) read() tea.Cmd {
	puts := b.saver.puts
	return func() tea.Msg {
		s, err := b.store.Session(b.opt.context(), b.id)
		if err != nil {
			return failMsg{err}
		}
		s.Dossier = s.Dossier.Clone()
		return bookReadMsg{b, puts, s}
	}
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
	id := newID()
	b.session.Cooperation = append(b.session.Cooperation, assess.Cooperation{ID: id, Field: field})
	return id
}

// remove takes a field out.
func (b *cooperationBook) remove(id string) {
	b.session.Cooperation = slices.DeleteFunc(b.session.Cooperation, func(c assess.Cooperation) bool { return c.ID == id })
}

// keep begins to save what has just been changed.
func (b *cooperationBook) keep() tea.Cmd { return b.saver.put(b.session.Dossier) }

// update takes what was read and what was saved.
func (b *cooperationBook) update(msg tea.Msg) tea.Cmd {
	read, ok := msg.(bookReadMsg)
	if !ok || read.book != b {
		return b.saver.update(msg)
	}
	again, fresh := b.saver.read(read.session, read.puts)
	if fresh {
		b.session = read.session
	}
	return again
}

// header is that of the session, as far as it is known.
func (b *cooperationBook) header() assess.Header {
	if b.session == nil {
		return assess.Header{ID: b.id}
	}
	return b.session.Header
}
