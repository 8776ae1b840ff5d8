package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A partSaver brings one part of a session's dossier to disk, whole and the newest
// only, one save at a time, and keeps what could not be saved until it can. What
// another program has written is read anew when nothing waits to be saved.
type partSaver struct {
	store   Store
	opt     Options
	session string
	part    assess.Part
	load    func() tea.Cmd // reads the session

	known   assess.Dossier // the part as it was read or saved last
	newest  assess.Dossier
	puts    int // how often something was put
	kept    int // the put that is on disk
	running *partSaving
	stale   bool  // another program has written while something was not saved
	err     error // why the last attempt did not reach the disk
	saved   bool  // something has reached it since the start
}

// A partSaving is one write that is under way; over is closed when it has ended.
type partSaving struct {
	over chan struct{}
	put  int
	now  assess.Dossier
	err  error
}

type partSavedMsg struct {
	saver  *partSaver
	saving *partSaving
}

type partAgainMsg struct{ saver *partSaver }

// read takes a session that was read when something had been put so often, and
// reports whether it is to be shown. What was put since is newer: then the session is
// read once more.
func (s *partSaver) read(session *assess.Session, puts int) (again tea.Cmd, fresh bool) {
	if puts != s.puts {
		return s.refresh(), false
	}
	s.known = session.Dossier.Clone()
	return nil, true
}

// refresh reads the session anew, but not before everything is on disk.
func (s *partSaver) refresh() tea.Cmd {
	if s.stale = s.unsaved() > 0; s.stale {
		return nil
	}
	return s.load()
}

// put takes what the part is now, and begins to save it.
func (s *partSaver) put(d assess.Dossier) tea.Cmd {
	s.newest = d.Clone()
	s.puts++
	return s.send()
}

// send saves the newest, unless a save is under way. It waits for a disk that is
// quick, so that a key and its "saved" are one frame.
func (s *partSaver) send() tea.Cmd {
	if s.running != nil || s.unsaved() == 0 {
		return nil
	}
	ctx, was, run := s.opt.context(), s.known, &partSaving{over: make(chan struct{}), put: s.puts, now: s.newest}
	s.running = run
	go func() {
		run.err = s.store.Keep(ctx, s.session, s.part, was, run.now)
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
	failed := s.err != nil
	s.settle(run)
	if run.err != nil {
		return tea.Batch(fail(run.err), s.opt.retryLater(run.err, partAgainMsg{s}))
	}
	cmd := s.send()
	if s.stale {
		cmd = tea.Batch(cmd, s.refresh())
	}
	if failed {
		cmd = tea.Batch(cmd, notice("save.part-recovered"))
	}
	return cmd
}

// settle notes what has come of a save.
func (s *partSaver) settle(run *partSaving) {
	s.running, s.err = nil, run.err
	if run.err == nil {
		s.saved, s.kept, s.known = true, run.put, run.now
	}
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
	if s.running != nil && s.over(farewell) {
		s.settle(s.running)
	}
	if s.unsaved() > 0 {
		_ = s.store.Keep(ctx, s.session, s.part, s.known, s.newest)
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
		return l.Bad.Render(l.Cross + " " + l.T("save.part-failed"))
	case s.unsaved() > 0:
		return l.Muted.Render(l.T("save.saving"))
	case s.saved:
		return l.Good.Render(l.Check + " " + l.T("save.saved"))
	}
	return l.Muted.Render(l.T("save.part-always"))
}
