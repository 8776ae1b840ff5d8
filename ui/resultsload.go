package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A scored session is a session with what its answers say, as the screens of
// results show it. It is made by a command and never changed.
type scored struct {
	session *assess.Session
	result  *assess.Result
	// analysis is what a group says beyond the scores; nil where one voice is all
	// there is, or where an anonymous session is too small to show anything
	analysis *assess.Analysis
	balance  assess.Balance
	rows     []resultRow    // in the order of the screen
	few      bool           // anonymous, and too few voices to show anything
	earlier  *assess.Header // the session before of the same place, or nil
}

// scoredMsg brings a scored session to every screen that shows it.
type scoredMsg struct {
	id     string
	scored *scored
	err    error
}

// loadScored loads and scores a session.
func loadScored(store Store, id string) tea.Cmd {
	return func() tea.Msg {
		session, err := store.Session(context.Background(), id)
		if err != nil {
			return scoredMsg{id: id, err: err}
		}
		msg := scoredMsg{id: id, scored: analyzed(session)}
		earlier, err := store.Earlier(context.Background(), id)
		if err == nil && earlier != nil {
			msg.scored.earlier = &earlier.Header
		}
		msg.err = err
		return msg
	}
}

// unreadFirst tells which parts of the session could not be read, when it is shown for
// the first time.
func unreadFirst(before, now *scored) tea.Cmd {
	if before != nil || now == nil || len(now.session.Unread) == 0 {
		return nil
	}
	return fail(now.session.Unreadable())
}

// failed tells of an error, if there is one.
func failed(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	return fail(err)
}

// score scores a session.
func score(session *assess.Session) *scored {
	s := &scored{session: session, result: session.Score()}
	s.few = session.Identity == assess.Anonymous && s.result.Voices < assess.AnonymousFrom
	s.balance = s.result.Balance()
	if !s.few {
		s.rows = resultRows(s.result)
	}
	return s
}

// analyzed is a scored session with what a group says beyond the scores.
func analyzed(session *assess.Session) *scored {
	s := score(session)
	if s.few || s.solo() {
		return s
	}
	s.analysis = session.Analyze()
	s.result = s.analysis.Result // one result, so that its scales are the same
	s.rows = resultRows(s.result)
	s.balance = s.result.Balance()
	return s
}

// kinds are the sections of the results in their order.
var kinds = []assess.Kind{assess.Strategy, assess.Dimension, assess.Symptom, assess.Other}

// composites is the kind of the rows that join scales.
const composites assess.Kind = "composite"

func resultRows(r *assess.Result) []resultRow {
	var rows []resultRow
	for _, kind := range kinds {
		for i := range r.Scales {
			if r.Scales[i].Scale.Kind == kind {
				rows = append(rows, resultRow{kind: kind, scale: &r.Scales[i]})
			}
		}
	}
	for i := range r.Composites {
		rows = append(rows, resultRow{kind: composites, composite: &r.Composites[i]})
	}
	return rows
}

// solo reports whether one voice is all that the session has: one person, or
// the room as one.
func (s *scored) solo() bool {
	return s.session.Method != assess.GroupMethod && len(s.session.Respondents) <= 1
}

// nameless reports whether respondents may not be told apart on a screen.
func (s *scored) nameless() bool { return s.session.Identity == assess.Anonymous }

// text gives a text of the instrument in the words of the session.
func (s *scored) text(l Look, t assess.Text) string { return l.Words.Text(t, s.session.Unit) }
