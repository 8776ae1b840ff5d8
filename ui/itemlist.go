package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// The keys of the list of items.
var (
	itemsDetail = bind("Enter", "key.results-item", "enter")
	itemsSort   = bind("s", "key.results-sort", "s", "f5")
	itemsScale  = bind("←→", "key.results-scale", "right")
)

// itemList shows the items of a session, the lowest levels first: where to look
// when a score is low.
type itemList struct {
	turn
	store   Store
	id      string
	scored  *scored
	all     []itemRow // in the order of the questionnaire
	shown   []itemRow // as sorted and filtered
	scales  []string  // ids of the scales that have items, in order
	scale   int       // 0 shows all of them, n only the n-th
	ordered bool      // by the questionnaire instead of the level
	at      int
	failed  bool
}

// newItemList opens the items of a session. What is known of it already may be
// nil.
func newItemList(store Store, id string, s *scored) *itemList {
	il := &itemList{store: store, id: id}
	il.take(s)
	return il
}

func (il *itemList) take(s *scored) {
	il.scored = s
	if s == nil || s.few {
		il.all, il.shown = nil, nil
		return
	}
	il.all = itemRows(s)
	il.scales = nil
	for i := range s.result.Scales {
		il.scales = append(il.scales, s.result.Scales[i].Scale.ID)
	}
	il.scale = min(il.scale, len(il.scales))
	il.arrange()
}

// arrange sorts and filters anew, and keeps the selection on its item.
func (il *itemList) arrange() {
	selected := ""
	if il.at < len(il.shown) {
		selected = il.shown[il.at].item.Item.ID
	}
	il.shown = il.shown[:0:0]
	for _, row := range il.all {
		if il.scale == 0 || row.item.Scale.ID == il.scales[il.scale-1] {
			il.shown = append(il.shown, row)
		}
	}
	if !il.ordered {
		sortByLevel(il.shown)
	}
	il.at = 0
	for i, row := range il.shown {
		if row.item.Item.ID == selected {
			il.at = i
		}
	}
}

// Init loads the session unless it came with the screen.
func (il *itemList) Init() tea.Cmd {
	if il.scored != nil {
		return nil
	}
	return loadScored(il.store, il.id)
}

// Loading reports that the session is not read yet.
func (il *itemList) Loading() bool { return il.scored == nil && !il.failed }

// Title names the session.
func (il *itemList) Title(l Look) string { return il.scored.titled(l, "items.title") }

// Keys are those of the list.
func (il *itemList) Keys() []key.Binding {
	if len(il.shown) == 0 {
		return []key.Binding{keyBack}
	}
	return []key.Binding{itemsDetail, keyBack, itemsSort, itemsScale, listMove, listStart, listEnds}
}

// Update takes what was loaded, and the keys.
func (il *itemList) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return il, loadScored(il.store, il.id)
	case scoredMsg:
		if msg.id != il.id {
			return il, nil
		}
		il.failed = msg.err != nil
		if msg.scored != nil {
			il.take(msg.scored)
		}
		return il, failed(msg.err)
	case tea.KeyPressMsg:
		return il, il.press(msg)
	}
	return il, nil
}

func (il *itemList) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return il.close()
	case len(il.shown) == 0:
		return nil
	case key.Matches(msg, itemsDetail):
		return il.open(newItemDetail(il.store, il.id, il.scored, il.shown, il.at))
	case key.Matches(msg, itemsSort):
		il.ordered = !il.ordered
		il.arrange()
		il.at = 0
	case key.Matches(msg, itemsScale):
		il.filter(1)
	case msg.String() == "left":
		il.filter(-1)
	default:
		il.at = moved(msg, il.at, len(il.shown), 3)
	}
	return nil
}

// filter goes to the next or the previous scale, all of them between the last
// and the first.
func (il *itemList) filter(by int) {
	n := len(il.scales) + 1
	il.scale = (il.scale + by + n) % n
	il.arrange()
	il.at = 0
}
