package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

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
	case key.Matches(msg, keyImport) && s.opt.Exchange != nil:
		return s.open(newImporting(s.store, s.opt, nil, s))
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
	case key.Matches(msg, keyPapers) && s.opt.Exchange != nil:
		return s.open(guarded(s.store, s.opt, []assess.Header{row.Header}, func() Screen { return newPapers(s.store, s.opt, row.ID) }))
	case key.Matches(msg, keyDetails):
		return s.open(newDetails(s.store, s.opt, row.Header))
	case key.Matches(msg, keyDelete):
		return s.delete()
	}
	return nil
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
	if s.opt.Exchange != nil {
		keys = append(keys, keyPapers, keyImport)
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
	keys := []key.Binding{keyOpen, keyNew}
	if s.opt.Exchange != nil {
		keys = append(keys, keyImport)
	}
	if s.demo {
		return append(keys, keyBin, keyBack)
	}
	return append(keys, keyExample, keyBin, keyLeave)
}
