package ui

import (
	"context"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

var (
	talkReasons = bind("n", "key.talk-reasons", "n", "f5")
	talkHands   = bind("h", "key.talk-hands", "h", "f6")
	talkRevote  = bind("k", "key.talk-revote", "k", "f7")
	talkSettle  = bind("Enter", "key.talk-settle", "enter", "s")
	talkUndo    = bind("u", "key.talk-undo", "u", "ctrl+z")
	talkNext    = bind("→", "key.next-item", "right", "tab")
	talkPrev    = bind("←", "key.previous-item", "left", "shift+tab")
)

// talk is the talk about one item: what everybody answered, the reasons of both
// sides, the second round, and what the group settled. It leads through the items
// in the order of disagreement.
type talk struct {
	turn
	store      Store
	opt        Options
	id         string
	item       string
	discussion *discussion
	asked      int // how often it was read
	puts       int // of the settler, when it was read last
	failed     bool
	stale      bool // what is shown is to be read anew once everything is saved
	leaving    bool // the screen closes once everything is saved
	at         int
	settler    *settler
	timer      *timer // for this item
	box        *timer // for the whole list; nil if there is none
	paper      paper
}

// perItem is the most time that an item gets, until the facilitator sets another.
const perItem = 5 * time.Minute

// itemTime is the time for one of the items that are left: less than usual where the
// whole list has less for each, in whole minutes as the list says it.
func (t *talk) itemTime() time.Duration {
	if t.box == nil || t.box.left == 0 || t.discussion == nil {
		return perItem
	}
	each := t.box.left / time.Duration(max(t.discussion.open(), 1))
	return min(perItem, max(each.Truncate(time.Minute), time.Minute))
}

func newTalk(store Store, opt Options, id, item string, box *timer) *talk {
	return &talk{store: store, opt: opt, id: id, item: item, box: box, timer: newTimer(opt, perItem, time.Minute),
		settler: &settler{store: store, opt: opt, session: id}}
}

// Init reads the session.
func (t *talk) Init() tea.Cmd { return t.load() }

// Loading reports that the answers are not read yet, or what was settled not saved.
func (t *talk) Loading() bool { return t.discussion == nil && !t.failed || t.leaving }

func (t *talk) load() tea.Cmd {
	t.asked++
	t.puts = t.settler.puts
	return loadDiscussion(t.store, t.opt, t.id, t, t.asked)
}

// Update takes what was loaded or saved, the ticks and the keys.
func (t *talk) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case discussedMsg:
		if msg.screen == t && msg.asked == t.asked {
			return t, t.take(msg)
		}
	case refreshMsg:
		return t, t.reload()
	case placeMsg:
		if msg.session == t.id && t.discussion != nil {
			t.goTo(t.discussion.find(msg.item))
		}
	case tickMsg:
		return t, t.timer.update(msg)
	case tea.KeyPressMsg:
		return t, t.press(msg)
	default:
		return t, t.saved(t.settler.update(msg))
	}
	return t, nil
}

// saved goes on with what had to wait for the disk.
func (t *talk) saved(cmd tea.Cmd) tea.Cmd {
	switch {
	case t.settler.stuck():
		t.leaving = false
	case t.leaving && t.settler.unsaved() == 0:
		return tea.Batch(cmd, t.close(placeMsg{t.id, t.item}))
	case t.stale:
		return tea.Batch(cmd, t.reload())
	}
	return cmd
}

// reload reads the session anew, but not before everything is on disk: what was
// typed is newer.
func (t *talk) reload() tea.Cmd {
	if t.stale = t.settler.unsaved() > 0; t.stale {
		return nil
	}
	return t.load()
}

// take shows a session that was read. Where something was put since, it is read anew.
func (t *talk) take(msg discussedMsg) tea.Cmd {
	if t.failed = msg.err != nil && t.discussion == nil; msg.err != nil {
		return fail(msg.err)
	}
	if t.puts != t.settler.puts {
		return t.reload()
	}
	first := t.discussion == nil
	t.discussion = msg.discussion
	t.at = t.discussion.find(t.item)
	if first {
		t.timer.set(t.itemTime())
	}
	return nil
}

// ready reports whether there is an item to talk about.
func (t *talk) ready() bool { return t.discussion != nil && len(t.discussion.points) > 0 }

func (t *talk) point() *point { return t.discussion.points[t.at] }

func (t *talk) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return t.back()
	case !t.ready(), t.leaving:
		return nil
	case key.Matches(msg, talkNext):
		t.goTo(t.at + 1)
	case key.Matches(msg, talkPrev):
		t.goTo(t.at - 1)
	case key.Matches(msg, talkReasons):
		return t.open(newReasons(t))
	case key.Matches(msg, talkSettle):
		return t.open(newSettle(t))
	case key.Matches(msg, talkUndo):
		return t.unsettle()
	case key.Matches(msg, talkHands):
		return t.hands()
	case key.Matches(msg, talkRevote):
		return t.revote()
	case key.Matches(msg, keyRoom):
		return t.open(newRoom(t.store, t.opt, t.id, t.item))
	default:
		return t.timeOrScroll(msg)
	}
	return nil
}

// timeOrScroll hands a key to the timer, which a completed session has none of, or
// moves the text.
func (t *talk) timeOrScroll(msg tea.KeyPressMsg) tea.Cmd {
	if !t.discussion.locked() {
		if cmd, taken := t.timer.press(msg); taken {
			return cmd
		}
	}
	t.paper.press(msg)
	return nil
}

// goTo goes to another item; its time begins anew.
func (t *talk) goTo(at int) {
	at = max(min(at, len(t.discussion.points)-1), 0)
	if at == t.at {
		return
	}
	t.at, t.item, t.paper = at, t.discussion.points[at].item.ID, paper{}
	t.timer = newTimer(t.opt, t.itemTime(), time.Minute)
}

// back goes to the list, at this item, once everything is saved. Where something
// cannot be saved, the screen stays, says so, and tries again.
func (t *talk) back() tea.Cmd {
	if t.settler.stuck() {
		return tea.Batch(t.settler.send(), notice("talk.unsaved-stay"))
	}
	t.leaving = true
	return t.saved(nil)
}

// settle takes what the talk leaves at the item, and saves it.
func (t *talk) settle(st assess.Settlement) tea.Cmd {
	if t.discussion.locked() {
		return notice("questionnaire.locked")
	}
	t.point().settlement = st
	return t.settler.put(st)
}

// unsettle takes back what was settled. What was written stays.
func (t *talk) unsettle() tea.Cmd {
	st := t.point().settlement
	if st.Outcome == assess.Unsettled {
		return notice("talk.nothing-settled")
	}
	st.Outcome, st.Level = assess.Unsettled, 0
	return t.settle(st)
}

// hands opens the second round by show of hands. It is not mixed with answers of
// persons: who counted twice could not be told.
func (t *talk) hands() tea.Cmd {
	switch p := t.point(); {
	case t.discussion.locked():
		return notice("questionnaire.locked")
	case p.second.held() && !p.byHands:
		return notice("talk.round-by-person")
	}
	return t.open(newHands(t.store, t.opt, t.id, t.item, 2))
}

// revote opens the second round person by person.
func (t *talk) revote() tea.Cmd {
	switch p := t.point(); {
	case t.discussion.locked():
		return notice("questionnaire.locked")
	case t.discussion.session.Identity == assess.Anonymous:
		return notice("talk.revote-anonymous")
	case p.byHands:
		return notice("talk.round-by-hands")
	}
	return t.open(newRevote(t))
}

// Unsaved is the number of items with something that is not on disk.
func (t *talk) Unsaved() int { return t.settler.unsaved() }

// lastSave saves what is not on disk when the program ends.
func (t *talk) lastSave(ctx context.Context) { t.settler.lastSave(ctx) }

// Subject is the session of the talk, and Header its header.
func (t *talk) Subject() (Store, string) { return t.store, t.id }

func (t *talk) Header() assess.Header { return t.discussion.header(t.id) }

// Keys of the talk.
func (t *talk) Keys() []key.Binding {
	if !t.ready() {
		return []key.Binding{keyBack}
	}
	keys := []key.Binding{talkSettle, talkReasons, talkHands}
	add := func(b key.Binding, useful bool) {
		if useful {
			keys = append(keys, b)
		}
	}
	add(talkRevote, t.discussion.session.Identity != assess.Anonymous)
	add(keyRoom, true)
	add(keyTimer, !t.discussion.locked())
	add(talkNext, t.at < len(t.discussion.points)-1)
	add(talkPrev, t.at > 0)
	add(textDown, t.paper.top < t.paper.last)
	add(textUp, t.paper.top > 0)
	add(talkUndo, true)
	add(keyMore, !t.discussion.locked())
	add(keyLess, !t.discussion.locked())
	return append(keys, keyResults, keyBack)
}

// Title says which item it is, and how many there are.
func (t *talk) Title(l Look) string {
	if !t.ready() {
		return l.T("talk.title")
	}
	id, count := "talk.at", len(t.discussion.points)
	if t.point().apart {
		id, count = "talk.at-apart", t.discussion.apart
	}
	return l.T(id, "item", t.point().number, "at", t.at+1, "count", count)
}
