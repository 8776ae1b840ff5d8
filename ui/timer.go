package ui

import (
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// A timer counts down a time that the facilitator sets. It ends nothing: it only
// shows what is left. It ticks once a second, and only while it runs.
type timer struct {
	now  func() time.Time
	step time.Duration // by which more and less change it
	left time.Duration // until the last tick
	from time.Time     // time of the last tick; zero while it does not run
	run  int           // counts the starts, so that a tick of an earlier one is told apart
}

// longest is the most that a timer can be set to.
const longest = 3 * time.Hour

type tickMsg struct {
	timer *timer
	run   int
}

func newTimer(opt Options, left, step time.Duration) *timer {
	now := opt.Now
	if now == nil {
		now = time.Now
	}
	return &timer{now: now, left: left, step: step}
}

var (
	keyTimer = bind("t", "key.timer", "t")
	keyMore  = bind("+", "key.more-time", "+", "=")
	keyLess  = bind("-", "key.less-time", "-")
)

// press starts, stops or sets the timer, and reports whether the key was for it.
func (t *timer) press(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	switch {
	case key.Matches(msg, keyTimer):
		return t.toggle(), true
	case key.Matches(msg, keyMore):
		t.set(t.left.Truncate(t.step) + t.step)
		return nil, true
	case key.Matches(msg, keyLess):
		t.set((t.left - 1).Truncate(t.step))
		return nil, true
	}
	return nil, false
}

func (t *timer) set(left time.Duration) { t.left = min(max(left, 0), longest) }

// toggle starts the timer, or stops it where it is.
func (t *timer) toggle() tea.Cmd {
	if t.running() {
		t.pass()
		t.from = time.Time{}
		return nil
	}
	if t.left == 0 {
		t.left = t.step
	}
	t.run++
	t.from = t.now()
	return t.tick()
}

func (t *timer) running() bool { return !t.from.IsZero() }

func (t *timer) tick() tea.Cmd {
	run := t.run
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{t, run} })
}

// update takes a tick and waits for the next one, until the time is over.
func (t *timer) update(msg tickMsg) tea.Cmd {
	if msg.timer != t || msg.run != t.run || !t.running() {
		return nil
	}
	t.pass()
	if t.left == 0 {
		t.from = time.Time{}
		return nil
	}
	return t.tick()
}

// pass takes away what has gone by since the last tick.
func (t *timer) pass() {
	now := t.now()
	t.set(t.left - now.Sub(t.from))
	t.from = now
}

// view writes the time that is left, and a sign where it does not run.
func (t *timer) view(l Look) string {
	text := clockText(t.left)
	switch {
	case t.left == 0:
		return l.Warn.Render(l.Bang + " " + l.T("timer.over"))
	case t.running():
		return l.Title.Render(text)
	}
	return l.Muted.Render(l.T("timer.paused", "time", text))
}

// clockText writes a time as minutes and seconds; a started second counts.
func clockText(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
