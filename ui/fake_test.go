package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
)

// A fakeStore keeps sessions in memory. Each method fails with fail while it is
// set.
type fakeStore struct {
	mu       sync.Mutex // a slow save is still under way while the next key comes
	sessions []*assess.Session
	fail     error
	saves    []assess.Entry // every entry that was saved, in order
	changed  bool
	pins     map[string]string // of sessions
}

// at is the time of everything in the fake.
var at = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func (f *fakeStore) find(id string) *assess.Session {
	i := slices.IndexFunc(f.sessions, func(s *assess.Session) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return f.sessions[i]
}

func (f *fakeStore) Sessions(_ context.Context, q assess.Query) (assess.Page, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return assess.Page{}, f.fail
	}
	var page assess.Page
	for _, s := range f.sessions {
		text := strings.ToLower(s.Title + " " + s.Region.Name)
		if s.Binned.IsZero() != q.Bin && strings.Contains(text, strings.ToLower(q.Filter)) {
			page.Rows = append(page.Rows, assess.Row{Header: s.Header, Instrument: s.Instrument.ID, Summary: assess.Summarize(s.Score())})
		}
	}
	slices.SortStableFunc(page.Rows, func(a, b assess.Row) int { return strings.Compare(b.Date, a.Date) })
	page.Total = len(page.Rows)
	return page, nil
}

func (f *fakeStore) Session(_ context.Context, id string) (*assess.Session, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return nil, f.fail
	}
	s := f.find(id)
	if s == nil {
		return nil, assess.NewProblem("session-unknown", "session", id)
	}
	c := *s
	c.Respondents = nil
	for _, r := range s.Respondents {
		r.Entries = slices.Clone(r.Entries)
		c.Respondents = append(c.Respondents, r)
	}
	return &c, nil
}

func (f *fakeStore) Merge(_ context.Context, id string, from *assess.Session) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.find(id)
	s.Respondents = append(s.Respondents, from.Respondents...)
	return f.fail
}

func (f *fakeStore) Create(_ context.Context, s *assess.Session) (string, error) {
	if f.fail != nil {
		return "", f.fail
	}
	c := *s
	c.ID = fmt.Sprintf("session%03d", len(f.sessions)+1)
	f.sessions = append(f.sessions, &c)
	return c.ID, nil
}

func (f *fakeStore) Amend(_ context.Context, id string, h assess.Header) error {
	if f.fail != nil {
		return f.fail
	}
	f.find(id).Header = h
	return nil
}

func (f *fakeStore) Save(_ context.Context, session, respondent, place string, entries ...assess.Entry) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return f.fail
	}
	f.saves = append(f.saves, entries...)
	s := f.find(session)
	for i := range s.Respondents {
		if r := &s.Respondents[i]; r.ID == respondent {
			for _, e := range entries {
				r.Put(e)
			}
			if place != "" {
				r.Place = place
			}
		}
	}
	return nil
}

func (f *fakeStore) Complete(_ context.Context, id string) error {
	if f.fail != nil {
		return f.fail
	}
	f.find(id).Status = assess.Completed
	return nil
}

func (f *fakeStore) Reopen(_ context.Context, id, reason string) error {
	if f.fail != nil {
		return f.fail
	}
	s := f.find(id)
	s.Status = assess.Open
	s.Reopenings = append(s.Reopenings, assess.Reopening{At: at, Reason: reason})
	return nil
}

func (f *fakeStore) Delete(_ context.Context, ids ...string) error {
	for _, id := range ids {
		f.find(id).Binned = at
	}
	return f.fail
}

func (f *fakeStore) Undelete(_ context.Context, ids ...string) error {
	for _, id := range ids {
		f.find(id).Binned = time.Time{}
	}
	return f.fail
}

func (f *fakeStore) EmptyBin(context.Context) (int, error) {
	before := len(f.sessions)
	f.sessions = slices.DeleteFunc(f.sessions, func(s *assess.Session) bool { return !s.Binned.IsZero() })
	return before - len(f.sessions), f.fail
}

func (f *fakeStore) Earlier(_ context.Context, id string) (*assess.Session, error) {
	return f.before(id, func(me, other *assess.Session) bool { return other.Instrument.ID == me.Instrument.ID })
}

func (f *fakeStore) EarlierPlan(_ context.Context, id string) (*assess.Session, error) {
	return f.before(id, func(_, other *assess.Session) bool { return len(other.Plan) > 0 })
}

func (f *fakeStore) before(id string, such func(me, other *assess.Session) bool) (*assess.Session, error) {
	me := f.find(id)
	var best *assess.Session
	for _, s := range f.sessions {
		if s != me && me != nil && assess.SamePlace(s.Header, me.Header) && s.Date < me.Date && such(me, s) && (best == nil || s.Date > best.Date) {
			best = s
		}
	}
	return best, f.fail
}

func (f *fakeStore) Poll(context.Context) (bool, error) { return f.changed, f.fail }

func clock() time.Time { return at }

type ctx = context.Context

func cells(line string) int { return ansi.StringWidth(line) }
