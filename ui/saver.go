package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A saver brings the entries of one respondent to disk, in the order in which
// they were made, and keeps what could not be saved until it can. Commands of the
// toolkit run side by side, so only one save is under way at a time.
type saver struct {
	store      Store
	opt        Options
	session    string
	respondent string

	pending []assess.Entry // not yet on disk, oldest first, one an item and round
	place   string         // item where the person is, if not yet on disk
	puts    int            // how often an entry was put
	running *saving
	sent    int   // how many of pending, from the first, are on their way
	err     error // why the last attempt did not reach the disk
	saved   bool  // something has reached it since the start
}

// A saving is one write that is under way; over is closed when it has ended.
type saving struct {
	over  chan struct{}
	place string
	err   error
}

type savedMsg struct {
	saver  *saver
	saving *saving
}

type retryMsg struct{ saver *saver }

// patience is how long a key waits for its save. A disk usually needs less, and
// then the screen goes from the key to "saved" in one frame; a slower one is
// waited for in the background.
const patience = time.Second / framesPerSecond / 2

// put takes an entry; send begins to save it.
func (s *saver) put(e assess.Entry) {
	s.puts++
	waiting := slices.DeleteFunc(s.pending[s.sent:], func(old assess.Entry) bool { return old.Item == e.Item && old.Round == e.Round })
	s.pending = append(s.pending[:s.sent:s.sent], append(waiting, e)...)
}

// at takes the place where the person is; send begins to save it.
func (s *saver) at(item string) { s.place = item }

// farewell is how long a screen that is left waits for its last answers.
const farewell = time.Second

// send saves all that waits in one write, unless a save is under way already.
func (s *saver) send() tea.Cmd {
	if s.running != nil || len(s.pending) == 0 && s.place == "" {
		return nil
	}
	ctx, entries := s.opt.context(), slices.Clone(s.pending)
	run := &saving{over: make(chan struct{}), place: s.place}
	s.running, s.sent = run, len(s.pending)
	go func() {
		run.err = s.store.Save(ctx, s.session, s.respondent, run.place, entries...)
		close(run.over)
	}()
	if s.over(patience) {
		return s.done(run)
	}
	return func() tea.Msg { <-run.over; return savedMsg{s, run} }
}

// over waits so long for the save that is under way, and reports whether it ended.
func (s *saver) over(wait time.Duration) bool {
	select {
	case <-s.running.over:
		return true
	case <-time.After(wait):
		return false
	}
}

// finish waits until everything is on disk, for a moment, and reports whether it
// is: a screen that is closed no longer hears what becomes of its last answers.
// What failed before is tried once more.
func (s *saver) finish() (cmd tea.Cmd, all bool) {
	var cmds []tea.Cmd
	for again := true; s.running != nil || len(s.pending) > 0; {
		if s.running == nil {
			if !again {
				break
			}
			again = false
			cmds = append(cmds, s.send())
			continue
		}
		if !s.over(farewell) {
			break
		}
		cmds = append(cmds, s.done(s.running))
	}
	return tea.Batch(cmds...), len(s.pending) == 0
}

// lastSave hands what waits to the store, behind the save that is under way.
func (s *saver) lastSave(ctx context.Context) {
	if s.running != nil {
		s.over(farewell)
	}
	if len(s.pending) > 0 {
		_ = s.store.Save(ctx, s.session, s.respondent, s.place, s.pending...)
	}
}

// done takes the answer of the store and goes on with what came meanwhile.
func (s *saver) done(run *saving) tea.Cmd {
	sent := s.sent
	s.running, s.sent = nil, 0
	if run.place == s.place && (run.err == nil || sent == 0) {
		s.place = "" // a place that could not be kept is no loss
	}
	if sent == 0 {
		return s.send()
	}
	failed := s.err != nil
	s.err = run.err
	if run.err != nil {
		return tea.Batch(fail(run.err), s.opt.retryLater(run.err, retryMsg{s}))
	}
	s.saved = true
	s.pending = s.pending[sent:]
	if failed {
		return tea.Batch(s.send(), notice("save.recovered"))
	}
	return s.send()
}

// retryLater sends a message after a while where waiting can help: the disk was full,
// or another program was writing.
func (o Options) retryLater(err error, again tea.Msg) tea.Cmd {
	var t interface{ Temporary() bool }
	if !errors.As(err, &t) || !t.Temporary() {
		return nil
	}
	return tea.Tick(o.retryAfter(), func(time.Time) tea.Msg { return again })
}

// update handles the messages that are for this saver.
func (s *saver) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.saver == s && msg.saving == s.running {
			return s.done(msg.saving)
		}
	case retryMsg:
		if msg.saver == s {
			return s.send()
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
