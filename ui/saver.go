package ui

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A saver brings the entries of one respondent to disk, one after another in the
// order in which they were made, and keeps what could not be saved until it can.
// Commands of the toolkit run side by side, so only one is under way at a time.
type saver struct {
	store      Store
	opt        Options
	session    string
	respondent string

	pending []assess.Entry // not yet on disk, oldest first, one an item and round
	place   string         // item where the person is, if not yet on disk
	sending bool
	err     error // why the last attempt did not reach the disk
	saved   bool  // something has reached it since the start
}

type savedMsg struct {
	saver *saver
	entry *assess.Entry // what was tried; nil for a place
	place string
	err   error
}

type retryMsg struct{ saver *saver }

// put takes an entry and begins to save it.
func (s *saver) put(e assess.Entry) tea.Cmd {
	held := 0
	if s.sending && len(s.pending) > 0 {
		held = 1 // the first is on its way
	}
	waiting := slices.DeleteFunc(s.pending[held:], func(old assess.Entry) bool { return old.Item == e.Item && old.Round == e.Round })
	s.pending = append(s.pending[:held:held], append(waiting, e)...)
	return s.next()
}

// at takes the place where the person is.
func (s *saver) at(item string) tea.Cmd {
	s.place = item
	return s.next()
}

// next sends the oldest entry, or the place when there is none.
func (s *saver) next() tea.Cmd {
	if s.sending {
		return nil
	}
	ctx := s.opt.context()
	switch {
	case len(s.pending) > 0:
		s.sending = true
		e := s.pending[0]
		return func() tea.Msg { return savedMsg{s, &e, "", s.store.SaveEntry(ctx, s.session, s.respondent, e)} }
	case s.place != "":
		s.sending = true
		place := s.place
		return func() tea.Msg { return savedMsg{s, nil, place, s.store.SavePlace(ctx, s.session, s.respondent, place)} }
	}
	return nil
}

// done takes the answer of the store and goes on.
func (s *saver) done(msg savedMsg) tea.Cmd {
	s.sending = false
	if msg.entry == nil {
		if msg.place == s.place {
			s.place = "" // a place that could not be kept is no loss
		}
		return s.next()
	}
	failed := s.err != nil
	s.err = msg.err
	if msg.err != nil {
		return tea.Batch(fail(msg.err), s.retryLater(msg.err))
	}
	s.saved = true
	s.pending = s.pending[1:]
	if failed {
		return tea.Batch(s.next(), notice("save.recovered"))
	}
	return s.next()
}

// retryLater tries again by itself where waiting can help: the disk was full, or
// another program was writing.
func (s *saver) retryLater(err error) tea.Cmd {
	var t interface{ Temporary() bool }
	if !errors.As(err, &t) || !t.Temporary() {
		return nil
	}
	return tea.Tick(s.opt.retryAfter(), func(time.Time) tea.Msg { return retryMsg{s} })
}

// update handles the messages that are for this saver.
func (s *saver) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.saver == s {
			return s.done(msg)
		}
	case retryMsg:
		if msg.saver == s {
			return s.next()
		}
	}
	return nil
}

// unsaved is the number of entries that are not on disk.
func (s *saver) unsaved() int { return len(s.pending) }

// state says whether everything is on disk. The words for it are in the language
// of the moment.
func (s *saver) state(l Look) string {
	switch {
	case s.err != nil && len(s.pending) > 0:
		return l.Bad.Render(l.Cross + " " + l.Words.N("save.failed", len(s.pending)))
	case len(s.pending) > 0:
		return l.Muted.Render(l.T("save.saving"))
	case s.saved:
		return l.Good.Render(l.Check + " " + l.T("save.saved"))
	}
	return l.Muted.Render(l.T("save.always"))
}
