package ui

import (
	"slices"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// sessions is the first screen: the saved sessions, or the bin.
type sessions struct {
	turn
	store Store
	opt   Options
	bin   bool
	demo  bool // the store is the throw-away one with examples

	filter    textinput.Model
	filtering bool
	sort      assess.SortOrder

	rows    []assess.Row
	total   int
	binned  int // sessions in the bin, known only while the list is empty
	more    bool
	loaded  bool
	loading bool
	behind  bool // the rows are to be read anew
	busy    bool // something is being done to sessions
	asked   int  // number of the query whose answer is waited for
	at      int
	marked  []assess.Header
	keep    string // id of the row to select after a reload
}

// pageSize is how many rows are asked for at once.
const pageSize = 100

type pageMsg struct {
	screen *sessions
	asked  int
	first  bool
	page   assess.Page
	binned int
	err    error
}

// A doneMsg says what became of what the list did to sessions.
type doneMsg struct {
	screen *sessions
	open   Screen            // to be opened, or
	told   func(Look) string // to be said
	err    error
}

func newSessions(store Store, opt Options, bin bool) *sessions {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	return &sessions{store: store, opt: opt, bin: bin, filter: in, sort: assess.ByDate}
}

func (s *sessions) Init() tea.Cmd { return s.load(true) }

// Loading reports that the rows are not those that a key would be meant for. The
// letters of a filter wait for none.
func (s *sessions) Loading() bool { return s.busy || s.behind && !s.filtering }

// load asks for the first page, or for the one after the rows that are there.
func (s *sessions) load(first bool) tea.Cmd {
	s.asked++
	s.loading, s.behind = true, s.behind || first
	q := assess.Query{Bin: s.bin, Filter: s.filter.Value(), Sort: s.sort, Limit: pageSize}
	if !first && len(s.rows) > 0 {
		q.After = &s.rows[len(s.rows)-1]
	}
	if first {
		q.Limit = max(pageSize, len(s.rows))
	}
	asked := s.asked
	return func() tea.Msg {
		page, err := s.store.Sessions(s.opt.context(), q)
		msg := pageMsg{screen: s, asked: asked, first: first, page: page, err: err}
		if err == nil && page.Total == 0 && !s.bin && q.Filter == "" {
			bin, err := s.store.Sessions(s.opt.context(), assess.Query{Bin: true, Limit: 1})
			msg.binned, msg.err = bin.Total, err
		}
		return msg
	}
}

func (s *sessions) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case pageMsg:
		if msg.screen == s && msg.asked == s.asked {
			return s, s.take(msg)
		}
	case doneMsg:
		if msg.screen == s {
			return s, s.done(msg)
		}
	case refreshMsg:
		if msg.from != "" {
			s.keep = msg.from
		}
		return s, s.load(true)
	case tea.KeyPressMsg:
		switch {
		case s.busy:
			return s, nil
		case s.filtering:
			return s, s.typeFilter(msg)
		}
		return s, s.press(msg)
	case tea.PasteMsg:
		if s.filtering {
			return s, s.typeFilter(msg)
		}
	}
	return s, nil
}

// take shows what was read. Of rows that could not be read the old ones stay.
func (s *sessions) take(msg pageMsg) tea.Cmd {
	s.loading, s.behind = false, false
	if msg.err != nil {
		return fail(msg.err)
	}
	s.loaded = true
	s.total, s.more, s.binned = msg.page.Total, msg.page.More, msg.binned
	if !msg.first {
		s.rows = append(s.rows, msg.page.Rows...)
		return nil
	}
	if s.keep == "" {
		s.keep = s.selected().ID
	}
	s.rows = msg.page.Rows
	s.renew()
	if i := slices.IndexFunc(s.rows, func(r assess.Row) bool { return r.ID == s.keep }); i >= 0 {
		s.at = i
	}
	s.keep = ""
	s.at = min(s.at, max(len(s.rows)-1, 0))
	return nil
}

// renew brings the marked sessions up to date: one may have been locked or
// revealed since.
func (s *sessions) renew() {
	for _, r := range s.rows {
		if i := slices.IndexFunc(s.marked, sameSession(r.ID)); i >= 0 {
			s.marked[i] = r.Header
		}
	}
}

func (s *sessions) selected() assess.Row {
	if s.at < len(s.rows) {
		return s.rows[s.at]
	}
	return assess.Row{}
}

// screenOf is the screen on which a session is looked at: that of a group leads to
// its results by itself.
func (s *sessions) screenOf(h assess.Header) Screen {
	if h.Status == assess.Completed && h.Method != assess.GroupMethod {
		return newResults(s.store, s.opt, h.ID)
	}
	return newWork(s.store, s.opt, h.ID, h.Method)
}

// Header is that of the selected session.
func (s *sessions) Header() assess.Header { return s.selected().Header }

// Subject is the selected session, so that its results are one key away.
func (s *sessions) Subject() (Store, string) {
	if s.bin {
		return s.store, ""
	}
	return s.store, s.selected().ID
}
