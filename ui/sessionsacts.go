package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// What the list of sessions does to sessions.

// acting returns the ids that an action is for: the marked ones, or else the
// selected one.
func (s *sessions) acting() []string {
	if len(s.marked) > 0 {
		return idsOf(s.marked, func(h assess.Header) string { return h.ID })
	}
	if id := s.selected().ID; id != "" {
		return []string{id}
	}
	return nil
}

func (s *sessions) compare() tea.Cmd {
	if len(s.marked) < 2 {
		return notice("sessions.mark-two")
	}
	for _, h := range s.marked {
		if h.Collecting() {
			return notice("workshop.no-comparison-yet", "title", oneLine(h.Title))
		}
	}
	ids := s.acting()
	return s.open(guarded(s.store, s.opt, slices.Clone(s.marked), func() Screen { return newCompare(s.store, ids).leaving(s.opt) }))
}

func (s *sessions) delete() tea.Cmd {
	ids := s.acting()
	s.marked = nil
	return s.does(func() doneMsg {
		err := s.store.Delete(s.opt.context(), ids...)
		return doneMsg{err: err, told: func(l Look) string { return l.Words.N("sessions.deleted", len(ids)) }}
	})
}

// does does something to sessions. Keys that are typed meanwhile wait: they are meant
// for the rows, or for the screen, that come after it.
func (s *sessions) does(what func() doneMsg) tea.Cmd {
	s.busy = true
	return func() tea.Msg {
		msg := what()
		msg.screen = s
		return msg
	}
}

func (s *sessions) done(msg doneMsg) tea.Cmd {
	s.busy = false
	switch {
	case msg.err != nil:
		return fail(msg.err)
	case msg.open != nil:
		return s.open(msg.open)
	}
	return tea.Batch(s.load(true), s.leave(noticeMsg{msg.told}))
}

// wave makes a new session like the selected one, dated today, and opens it.
func (s *sessions) wave(id string) tea.Cmd {
	today := s.opt.today()
	return s.does(func() doneMsg {
		old, err := s.store.Session(s.opt.context(), id)
		if err != nil {
			return doneMsg{err: err}
		}
		next := old.Wave(waveTitle(old.Header, today), today)
		made, err := s.store.Create(s.opt.context(), &next)
		return doneMsg{err: err, open: newWork(s.store, s.opt, made, next.Method)}
	})
}

func (s *sessions) openExample() tea.Cmd {
	if s.opt.Example == nil {
		return nil
	}
	return s.does(func() doneMsg {
		store, err := s.opt.Example(s.opt.context())
		example := newSessions(store, s.opt, false)
		example.demo = true
		return doneMsg{err: err, open: example}
	})
}

func (s *sessions) pressBin(msg tea.KeyPressMsg) tea.Cmd {
	if len(s.rows) == 0 {
		return nil
	}
	switch {
	case key.Matches(msg, keyPutBack):
		ids := s.acting()
		s.marked = nil
		return s.does(func() doneMsg {
			err := s.store.Undelete(s.opt.context(), ids...)
			return doneMsg{err: err, told: func(l Look) string { return l.T("sessions.put-back") }}
		})
	case key.Matches(msg, keyEmpty):
		return s.open(newConfirm(confirmation{
			title: "bin.empty-title", question: "bin.empty-question", yes: "bin.empty-yes", no: "bin.empty-no",
			values: []any{"count", s.total},
			act:    s.emptyBin(),
		}))
	}
	return nil
}

func (s *sessions) emptyBin() tea.Cmd {
	return func() tea.Msg {
		n, err := s.store.EmptyBin(s.opt.context())
		if err != nil {
			return failMsg{err}
		}
		return noticeMsg{func(l Look) string { return l.Words.N("sessions.emptied", n) }}
	}
}

// offeredTitle is the title that a new session gets unless the person types
// another: the place and the year.
func offeredTitle(region, unit, date string) string {
	title := region
	if unit != "" {
		title = unit + ", " + region
	}
	if year := yearOf(date); year != "" {
		title += " " + year
	}
	return title
}

// waveTitle is the title of a session that is made like an older one: the old
// title with the new year, and numbered where it names that year already.
func waveTitle(old assess.Header, date string) string {
	then, now := yearOf(old.Date), yearOf(date)
	switch {
	case strings.Contains(old.Title, now): // numbered below
	case strings.Contains(old.Title, then):
		return strings.ReplaceAll(old.Title, then, now)
	default:
		return old.Title + " " + now
	}
	title, n := old.Title, 1
	if i := strings.LastIndex(title, " ("); i >= 0 && strings.HasSuffix(title, ")") {
		if k, err := strconv.Atoi(title[i+2 : len(title)-1]); err == nil {
			title, n = title[:i], k
		}
	}
	return title + " (" + strconv.Itoa(n+1) + ")"
}

// yearOf is the year of an ISO date.
func yearOf(date string) string { return date[:min(4, len(date))] }
