package ui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys that the screens of the talk have in common.
var (
	keyTalk   = bind("Enter", "key.talk", "enter")
	keyOpenUp = bind("Enter", "key.reveal", "enter")
	keyRoom   = bind("F9", "key.room", "f9")
)

// reveal lists the items of a group by disagreement, with what everybody answered.
// As long as the group still answers it shows nothing of that, and asks first.
type reveal struct {
	turn
	store      Store
	opt        Options
	id         string
	discussion *discussion
	asked      int // how often it was read
	failed     bool
	opening    bool // the answers are being opened
	at         int
	box        *timer // time for the whole list
}

// newReveal opens the answers of the session with an id.
func newReveal(store Store, opt Options, id string) Screen {
	return &reveal{store: store, opt: opt, id: id, box: newTimer(opt, 45*time.Minute, 5*time.Minute)}
}

// placeMsg tells the other screens of a talk at which item the facilitator is.
type placeMsg struct{ session, item string }

// Init reads the session.
func (r *reveal) Init() tea.Cmd { return r.load() }

// Loading reports that the answers are not read yet, or are being opened.
func (r *reveal) Loading() bool { return r.discussion == nil && !r.failed || r.opening }

func (r *reveal) load() tea.Cmd {
	r.asked++
	return loadDiscussion(r.store, r.opt, r.id, r, r.asked)
}

// Update takes what was loaded, the ticks and the keys.
func (r *reveal) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case discussedMsg:
		if msg.screen == r && msg.asked == r.asked {
			return r, r.take(msg)
		}
	case refreshMsg:
		if !r.opening { // they are read when they are open
			return r, r.load()
		}
	case placeMsg:
		if msg.session == r.id && r.discussion != nil {
			r.at = r.discussion.find(msg.item)
		}
	case tickMsg:
		return r, r.box.update(msg)
	case tea.KeyPressMsg:
		return r, r.press(msg)
	}
	return r, nil
}

// take shows a session that was read and stays at the item.
func (r *reveal) take(msg discussedMsg) tea.Cmd {
	if r.failed = msg.err != nil; r.failed {
		r.opening = false
		return fail(msg.err)
	}
	before := r.discussion
	r.discussion, r.opening = msg.discussion, false
	if before != nil && r.at < len(before.points) {
		r.at = r.discussion.find(before.points[r.at].item.ID)
	}
	return nil
}

func (r *reveal) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return r.close()
	case r.discussion == nil, r.opening:
		return nil
	case r.discussion.session.Collecting():
		if key.Matches(msg, keyOpenUp) {
			r.opening = true
			return r.openUp(r.load())
		}
		return nil
	case !r.listed():
		return nil
	case key.Matches(msg, keyTalk):
		return r.open(newTalk(r.store, r.opt, r.id, r.item(), r.box))
	case key.Matches(msg, keyRoom):
		return r.open(newRoom(r.store, r.opt, r.id, r.item()))
	}
	if !r.discussion.locked() {
		if cmd, taken := r.box.press(msg); taken {
			return cmd
		}
	}
	r.at = moved(msg, r.at, len(r.discussion.points), 5)
	return nil
}

// openUp opens the answers to the room, and then reads them.
func (r *reveal) openUp(load tea.Cmd) tea.Cmd {
	asked := r.asked
	return func() tea.Msg {
		if err := r.store.Reveal(r.opt.context(), r.id); err != nil {
			return discussedMsg{screen: r, asked: asked, err: err}
		}
		return load()
	}
}

// listed reports whether there is a list to work with.
func (r *reveal) listed() bool {
	return r.discussion != nil && len(r.discussion.points) > 0 && !r.discussion.few && r.discussion.answered()
}

func (r *reveal) item() string { return r.discussion.points[r.at].item.ID }

// Subject is the session of the talk.
func (r *reveal) Subject() (Store, string) { return r.store, r.id }

// Header is that of the session.
func (r *reveal) Header() assess.Header { return r.discussion.header(r.id) }

// Keys of the list, or of what comes before it.
func (r *reveal) Keys() []key.Binding {
	switch {
	case r.discussion != nil && r.discussion.session.Collecting():
		return []key.Binding{keyOpenUp, keyBack}
	case !r.listed():
		return []key.Binding{keyBack}
	}
	keys := []key.Binding{keyTalk, keyRoom, keyResults, keyBack, listMove, listStart, listEnds}
	if r.discussion.locked() {
		return keys
	}
	return slices.Insert(keys, 2, keyTimer, keyMore, keyLess)
}

// Title names the session.
func (r *reveal) Title(l Look) string { return r.discussion.titled(l, "reveal.title") }

// header is that of the session; before it is known, that of one whose results
// may not be shown.
func (d *discussion) header(id string) assess.Header {
	if d == nil {
		return assess.Header{ID: id, Method: assess.GroupMethod, Status: assess.Open}
	}
	return d.session.Header
}

// titled is the name of a screen before the title of the session, once it is known.
func (d *discussion) titled(l Look, id string) string {
	if d == nil {
		return l.T(id)
	}
	return l.T(id) + ": " + oneLine(d.session.Title)
}
