package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
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
	asked   int // number of the query whose answer is waited for
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
}

func newSessions(store Store, opt Options, bin bool) *sessions {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	return &sessions{store: store, opt: opt, bin: bin, filter: in, sort: assess.ByDate}
}

var (
	keyOpen    = bind("Enter", "key.open", "enter")
	keyNew     = bind("n", "key.new", "n")
	keyFilter  = bind("/", "key.filter", "/")
	keySort    = bind("s", "key.sort", "s")
	keyMark    = bind("cap.space", "key.mark", "space")
	keyCompare = bind("c", "key.compare", "c")
	keyWave    = bind("w", "key.wave", "w")
	keyDetails = bind("e", "key.details", "e")
	keyDelete  = bind("d", "key.delete", "d", "delete")
	keyBin     = bind("b", "key.bin", "b")
	keyExample = bind("x", "key.example", "x")
	keyPutBack = bind("Enter", "key.put-back", "enter", "u")
	keyEmpty   = bind("k", "key.empty-bin", "k")
	keyLeave   = bind("q", "key.quit", "q")
	keyEndList = bind("Enter", "key.filter-done", "enter")
)

func (s *sessions) Init() tea.Cmd { return s.load(true) }

// load asks for the first page, or for the one after the rows that are there.
func (s *sessions) load(first bool) tea.Cmd {
	s.asked++
	s.loading = true
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
		if err != nil {
			return failMsg{err}
		}
		msg := pageMsg{screen: s, asked: asked, first: first, page: page}
		if page.Total == 0 && !s.bin && q.Filter == "" {
			bin, err := s.store.Sessions(s.opt.context(), assess.Query{Bin: true, Limit: 1})
			if err != nil {
				return failMsg{err}
			}
			msg.binned = bin.Total
		}
		return msg
	}
}

func (s *sessions) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case pageMsg:
		if msg.screen == s && msg.asked == s.asked {
			s.take(msg)
		}
	case refreshMsg:
		if msg.from != "" {
			s.keep = msg.from
		}
		return s, s.load(true)
	case tea.KeyPressMsg:
		if s.filtering {
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

func (s *sessions) take(msg pageMsg) {
	s.loaded, s.loading = true, false
	s.total, s.more, s.binned = msg.page.Total, msg.page.More, msg.binned
	if !msg.first {
		s.rows = append(s.rows, msg.page.Rows...)
		return
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

func (s *sessions) typeFilter(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "enter", "down", "tab":
			s.filtering = false
			s.filter.Blur()
			return nil
		case "esc":
			return s.clearFilter()
		}
	}
	before := s.filter.Value()
	var cmd tea.Cmd
	s.filter, cmd = s.filter.Update(msg)
	if s.filter.Value() == before {
		return cmd
	}
	s.at = 0
	return tea.Batch(cmd, s.load(true))
}

func (s *sessions) clearFilter() tea.Cmd {
	s.filtering = false
	s.filter.Blur()
	s.filter.Reset()
	return s.load(true)
}

func (s *sessions) press(msg tea.KeyPressMsg) tea.Cmd {
	if cmd, moved := s.move(msg); moved {
		return cmd
	}
	switch {
	case key.Matches(msg, keyBack):
		return s.back()
	case key.Matches(msg, keyFilter) && s.loaded:
		s.filtering = true
		return s.filter.Focus()
	case key.Matches(msg, keySort):
		return s.nextSort()
	case s.bin:
		return s.pressBin(msg)
	case key.Matches(msg, keyNew):
		return s.open(newDetails(s.store, s.opt, assess.Header{}))
	case key.Matches(msg, keyExample) && !s.demo:
		return s.openExample()
	case key.Matches(msg, keyBin):
		return s.open(newSessions(s.store, s.opt, true))
	case key.Matches(msg, keyLeave) && !s.demo:
		return quit
	case key.Matches(msg, keyCompare):
		return s.compare()
	}
	if len(s.rows) == 0 {
		return s.pressEmpty(msg)
	}
	return s.pressRow(msg)
}

// pressEmpty handles Enter on the two offers of the empty list.
func (s *sessions) pressEmpty(msg tea.KeyPressMsg) tea.Cmd {
	if !key.Matches(msg, keyOpen) || !s.loaded || s.filter.Value() != "" {
		return nil
	}
	if s.at == 1 && !s.demo {
		return s.openExample()
	}
	return s.open(newDetails(s.store, s.opt, assess.Header{}))
}

func (s *sessions) pressRow(msg tea.KeyPressMsg) tea.Cmd {
	row := s.selected()
	switch {
	case key.Matches(msg, keyOpen):
		return s.open(guarded(s.store, s.opt, []assess.Header{row.Header}, func() Screen { return s.screenOf(row.Header) }))
	case key.Matches(msg, keyMark):
		s.toggle(row.Header)
	case key.Matches(msg, keyWave):
		return s.wave(row.ID)
	case key.Matches(msg, keyReopen) && row.Status == assess.Completed:
		return s.open(guarded(s.store, s.opt, []assess.Header{row.Header}, func() Screen { return newReopen(s.store, s.opt, row.Header) }))
	case key.Matches(msg, keyDetails):
		return s.open(newDetails(s.store, s.opt, row.Header))
	case key.Matches(msg, keyDelete):
		return s.delete()
	}
	return nil
}

// screenOf is the screen on which a session is looked at: that of a group leads to
// its results by itself.
func (s *sessions) screenOf(h assess.Header) Screen {
	if h.Status == assess.Completed && h.Method != assess.GroupMethod {
		return newResults(s.store, s.opt, h.ID)
	}
	return newWork(s.store, s.opt, h.ID, h.Method)
}

func (s *sessions) toggle(h assess.Header) {
	if i := slices.IndexFunc(s.marked, sameSession(h.ID)); i >= 0 {
		s.marked = slices.Delete(s.marked, i, i+1)
	} else {
		s.marked = append(s.marked, h)
	}
	s.at = min(s.at+1, max(len(s.rows)-1, 0))
}

func sameSession(id string) func(assess.Header) bool {
	return func(h assess.Header) bool { return h.ID == id }
}

// move handles the keys that only change the place, and loads the next page
// before the end is reached.
func (s *sessions) move(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	last := len(s.rows) - 1
	if len(s.rows) == 0 && !s.bin && !s.demo {
		last = 1 // the offers
	}
	switch msg.String() {
	case "up":
		s.at--
	case "down":
		s.at++
	case "pgup":
		s.at -= 10
	case "pgdown":
		s.at += 10
	case "home":
		s.at = 0
	case "end":
		s.at = last
	default:
		return nil, false
	}
	s.at = max(min(s.at, last), 0)
	if s.more && !s.loading && s.at > len(s.rows)-pageSize/2 {
		return s.load(false), true
	}
	return nil, true
}

func (s *sessions) back() tea.Cmd {
	switch {
	case s.filter.Value() != "":
		return s.clearFilter()
	case len(s.marked) > 0:
		s.marked = nil
		return nil
	case s.bin || s.demo:
		return s.close()
	}
	return notice("sessions.how-to-quit")
}

var sortOrders = []assess.SortOrder{assess.ByDate, assess.ByChanged, assess.ByRegion, assess.ByTitle}

func (s *sessions) nextSort() tea.Cmd {
	i := slices.Index(sortOrders, s.sort)
	s.sort = sortOrders[(i+1)%len(sortOrders)]
	s.keep = s.selected().ID
	return s.load(true)
}

// Typing reports whether the keys of a text belong to the filter.
func (s *sessions) Typing() bool { return s.filtering }

// Header is that of the selected session.
func (s *sessions) Header() assess.Header { return s.selected().Header }

// Subject is the selected session, so that its results are one key away.
func (s *sessions) Subject() (Store, string) {
	if s.bin {
		return s.store, ""
	}
	return s.store, s.selected().ID
}

// Keys depend on what is on the screen.
func (s *sessions) Keys() []key.Binding {
	switch {
	case s.filtering:
		return []key.Binding{keyEndList, keyBack}
	case s.bin && len(s.rows) == 0:
		return []key.Binding{keyBack}
	case s.bin:
		return []key.Binding{keyPutBack, keyEmpty, keyFilter, keySort, keyBack}
	case len(s.rows) == 0 && s.filter.Value() != "":
		return []key.Binding{keyFilter, keyBack}
	case len(s.rows) == 0:
		return s.emptyKeys()
	}
	keys := []key.Binding{keyOpen, keyResults, keyNew, keyMark, keyFilter, keyWave, keyCompare}
	if len(s.marked) > 1 {
		keys = []key.Binding{keyCompare, keyOpen, keyMark, keyResults, keyFilter, keyWave, keyNew}
	}
	if s.selected().Collecting() {
		keys = slices.DeleteFunc(keys, func(b key.Binding) bool { return b.Help().Desc == keyResults.Help().Desc })
	}
	keys = append(keys, keySort, keyDetails, keyDelete, keyBin)
	if s.selected().Status == assess.Completed {
		keys = append(keys, keyReopen)
	}
	if s.demo {
		return append(keys, keyBack)
	}
	return append(keys, keyExample, keyLeave)
}

// emptyKeys are those of a list without any session.
func (s *sessions) emptyKeys() []key.Binding {
	if s.demo {
		return []key.Binding{keyOpen, keyNew, keyBin, keyBack}
	}
	return []key.Binding{keyOpen, keyNew, keyExample, keyBin, keyLeave}
}
