package ui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A settler brings what a talk leaves to disk, the newest of each item, one save
// at a time, and keeps what could not be saved until it can.
type settler struct {
	store   Store
	opt     Options
	session string

	pending []assess.Settlement // not yet on disk, one an item, oldest first
	sending bool
	err     error // why the last attempt did not reach the disk
	saved   bool  // something has reached it since the start
	puts    int   // how often something was put
}

type settledMsg struct {
	settler *settler
	sent    assess.Settlement
	err     error
}

type settleAgainMsg struct{ settler *settler }

// put takes what an item has now, and begins to save it.
func (s *settler) put(st assess.Settlement) tea.Cmd {
	s.puts++
	if i := slices.IndexFunc(s.pending, func(old assess.Settlement) bool { return old.Item == st.Item }); i >= 0 {
		s.pending[i] = st
	} else {
		s.pending = append(s.pending, st)
	}
	return s.send()
}

// send saves what has waited longest. It waits for a disk that is quick, so that
// a key and its "saved" are one frame.
func (s *settler) send() tea.Cmd {
	if s.sending || len(s.pending) == 0 {
		return nil
	}
	s.sending = true
	ctx, st := s.opt.context(), s.pending[0]
	answer := make(chan settledMsg, 1)
	go func() { answer <- settledMsg{s, st, s.store.Settle(ctx, s.session, st)} }()
	select {
	case msg := <-answer:
		return s.done(msg)
	case <-time.After(patience):
		return func() tea.Msg { return <-answer }
	}
}

// done takes the answer of the store and goes on with what came meanwhile.
func (s *settler) done(msg settledMsg) tea.Cmd {
	s.sending = false
	failed := s.err != nil
	s.err = msg.err
	if msg.err != nil {
		return tea.Batch(fail(msg.err), s.opt.retryLater(msg.err, settleAgainMsg{s}))
	}
	s.saved = true
	if s.pending[0] == msg.sent { // nothing was typed since
		s.pending = s.pending[1:]
	}
	if failed {
		return tea.Batch(s.send(), notice("talk.save.recovered"))
	}
	return s.send()
}

// update handles the messages that are for this settler.
func (s *settler) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case settledMsg:
		if msg.settler == s {
			return s.done(msg)
		}
	case settleAgainMsg:
		if msg.settler == s {
			return s.send()
		}
	}
	return nil
}

// unsaved is the number of items with something that is not on disk.
func (s *settler) unsaved() int { return len(s.pending) }

// lastSave hands what waits to the store.
func (s *settler) lastSave(ctx context.Context) {
	for _, st := range s.pending {
		_ = s.store.Settle(ctx, s.session, st)
	}
}

// stuck reports whether something cannot be saved at the moment.
func (s *settler) stuck() bool { return len(s.pending) > 0 && s.err != nil }

// state says whether everything is on disk.
func (s *settler) state(l Look) string {
	switch {
	case s.stuck():
		return l.Bad.Render(l.Cross + " " + l.Words.N("talk.save.failed", len(s.pending)))
	case len(s.pending) > 0:
		return l.Muted.Render(l.T("save.saving"))
	case s.saved:
		return l.Good.Render(l.Check + " " + l.T("save.saved"))
	}
	return l.Muted.Render(l.T("talk.save.always"))
}
