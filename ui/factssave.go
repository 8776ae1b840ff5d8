package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A partSaver brings one part of a session's dossier to disk, whole and the newest
// only, one save at a time, and keeps what could not be saved until it can.
type partSaver struct {
	store   Store
	opt     Options
	session string
	part    assess.Part

	newest  assess.Dossier
	puts    int // how often something was put
	kept    int // the put that is on disk
	running *partSaving
	err     error // why the last attempt did not reach the disk
	saved   bool  // something has reached it since the start
}

// A partSaving is one write that is under way; over is closed when it has ended.
type partSaving struct {
	over chan struct{}
	put  int
	err  error
}

type partSavedMsg struct {
	saver  *partSaver
	saving *partSaving
}

type partAgainMsg struct{ saver *partSaver }

// put takes what the part is now, and begins to save it.
func (s *partSaver) put(d assess.Dossier) tea.Cmd {
	s.newest = d
	s.puts++
	return s.send()
}

// send saves the newest, unless a save is under way. It waits for a disk that is
// quick, so that a key and its "saved" are one frame.
func (s *partSaver) send() tea.Cmd {
	if s.running != nil || s.unsaved() == 0 {
		return nil
	}
	ctx, newest, run := s.opt.context(), s.newest, &partSaving{over: make(chan struct{}), put: s.puts}
	s.running = run
	go func() {
		run.err = s.store.Keep(ctx, s.session, s.part, newest)
		close(run.over)
	}()
	if s.over(patience) {
		return s.done(run)
	}
	return func() tea.Msg { <-run.over; return partSavedMsg{s, run} }
}

// over waits so long for the save that is under way, and reports whether it ended.
func (s *partSaver) over(wait time.Duration) bool {
	select {
	case <-s.running.over:
		return true
	case <-time.After(wait):
		return false
	}
}

// done takes the answer of the store and goes on with what came meanwhile.
func (s *partSaver) done(run *partSaving) tea.Cmd {
	s.running = nil
	failed := s.err != nil
	s.err = run.err
	if run.err != nil {
		return tea.Batch(fail(run.err), s.opt.retryLater(run.err, partAgainMsg{s}))
	}
	s.saved, s.kept = true, run.put
	if failed {
		return tea.Batch(s.send(), notice("facts.save.recovered"))
	}
	return s.send()
}

// finish waits a moment for what is under way, tries once more what failed, and
// reports whether everything is on disk: a screen that is closed no longer hears
// of it.
func (s *partSaver) finish() (cmd tea.Cmd, all bool) {
	var cmds []tea.Cmd
	for range 2 {
		if s.running == nil {
			cmds = append(cmds, s.send())
		}
		if s.running != nil && s.over(farewell) {
			cmds = append(cmds, s.done(s.running))
		}
	}
	return tea.Batch(cmds...), s.unsaved() == 0
}

// lastSave hands the newest to the store, behind the save that is under way.
func (s *partSaver) lastSave(ctx context.Context) {
	if s.running != nil {
		s.over(farewell)
	}
	if s.unsaved() > 0 {
		_ = s.store.Keep(ctx, s.session, s.part, s.newest)
	}
}

// update handles the messages that are for this saver.
func (s *partSaver) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case partSavedMsg:
		if msg.saver == s && msg.saving == s.running {
			return s.done(msg.saving)
		}
	case partAgainMsg:
		if msg.saver == s {
			return s.send()
		}
	}
	return nil
}

// unsaved is 1 if the newest is not on disk.
func (s *partSaver) unsaved() int { return min(s.puts-s.kept, 1) }

// state says whether everything is on disk.
func (s *partSaver) state(l Look) string {
	switch {
	case s.unsaved() > 0 && s.err != nil:
		return l.Bad.Render(l.Cross + " " + l.T("facts.save.failed"))
	case s.unsaved() > 0:
		return l.Muted.Render(l.T("save.saving"))
	case s.saved:
		return l.Good.Render(l.Check + " " + l.T("save.saved"))
	}
	return l.Muted.Render(l.T("facts.save.always"))
}
