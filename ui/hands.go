package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// hands is where the facilitator types how many hands went up for each level of an
// item. Such answers belong to nobody, so no person gets a score from them.
type hands struct {
	turn
	store Store
	opt   Options
	id    string
	only  string // the one item that is asked; empty for all
	round int

	session *assess.Session
	items   []question
	at      int          // the item on the screen
	field   int          // the number that is typed: levels, then don't know, then not applicable
	fresh   bool         // the next digit begins the number anew
	draft   assess.Hands // what the screen shows

	raises  []assess.Hands // not yet on disk, oldest first
	sending bool
	saved   bool
	err     error
	leaving bool
}

type handsMsg struct {
	screen  *hands
	session *assess.Session
}

type raisedMsg struct {
	screen *hands
	err    error
}

type raiseAgainMsg struct{ screen *hands }

// newHands opens the show of hands of a session at one item, and closes it again
// when that is saved; with an empty item it goes through all of them. The round is
// 1, or 2 after a talk.
func newHands(store Store, opt Options, id, item string, round int) Screen {
	return &hands{store: store, opt: opt, id: id, only: item, round: round, fresh: true}
}

// Init reads the session.
func (h *hands) Init() tea.Cmd {
	return func() tea.Msg {
		s, err := h.store.Session(h.opt.context(), h.id)
		if err != nil {
			return failMsg{err}
		}
		return handsMsg{h, s}
	}
}

// Loading reports that the session is not read yet, or what was typed not saved.
func (h *hands) Loading() bool { return h.session == nil || h.leaving }

// Update takes the session that was read, the keys, and the word of the store.
func (h *hands) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case handsMsg:
		if msg.screen == h && h.session == nil {
			return h, h.take(msg.session)
		}
	case raisedMsg:
		if msg.screen == h {
			return h, h.raised(msg.err)
		}
	case raiseAgainMsg:
		if msg.screen == h {
			return h, h.send()
		}
	case partingMsg:
		if h.session != nil {
			return h, tea.Batch(h.keep(), h.send())
		}
	case tea.KeyPressMsg:
		return h, h.press(msg)
	}
	return h, nil
}

// take begins at the first item without a count.
func (h *hands) take(s *assess.Session) tea.Cmd {
	if h.round == 1 && answered(s) {
		return h.turn.close(forgetMsg{}, noticeMsg{func(l Look) string { return l.T("workshop.people-answered") }})
	}
	h.session = s
	for _, q := range questions(s.Asked()) {
		if h.only == "" || q.item.ID == h.only {
			h.items = append(h.items, q)
		}
	}
	first := slices.IndexFunc(h.items, func(q question) bool { return s.HandsAt(q.item.ID, h.round).Blank() })
	h.show(max(first, 0))
	return nil
}

// show goes to an item.
func (h *hands) show(at int) {
	h.at, h.field, h.fresh = at, 0, true
	h.draft = h.session.HandsAt(h.items[at].item.ID, h.round)
	levels := make([]int, h.session.Instrument.Levels)
	copy(levels, h.draft.Levels)
	h.draft.Levels = levels
}

// number is the count that a field holds.
func (h *hands) number(field int) *int {
	switch n := len(h.draft.Levels); field {
	case n:
		return &h.draft.DontKnow
	case n + 1:
		return &h.draft.Inapplicable
	}
	return &h.draft.Levels[field]
}

func (h *hands) fields() int { return len(h.draft.Levels) + 2 }

// total is how many hands went up at the item.
func (h *hands) total() int { return h.draft.Raised() + h.draft.DontKnow + h.draft.Inapplicable }

// people is how many hands there should be; 0 when that is not known.
func (h *hands) people() int {
	if h.round == 2 && len(h.session.Respondents) > 0 {
		return len(h.session.Respondents)
	}
	if h.session.Expected > 0 {
		return h.session.Expected
	}
	for _, other := range h.session.Hands { // as many as at the first item
		if !other.Blank() && other.Item != h.draft.Item {
			return other.Raised() + other.DontKnow + other.Inapplicable
		}
	}
	return 0
}

// changed reports whether the numbers of the screen are others than those that were
// kept.
func (h *hands) changed() bool {
	old, now := h.session.HandsAt(h.draft.Item, h.round), h.draft
	if old.Blank() && now.Blank() {
		return false
	}
	return !slices.Equal(old.Levels, now.Levels) || old.DontKnow != now.DontKnow || old.Inapplicable != now.Inapplicable
}

// keep takes the numbers of the screen, and begins to save what is new of them.
func (h *hands) keep() tea.Cmd {
	if !h.changed() {
		return nil
	}
	kept := h.draft
	kept.Levels = slices.Clone(kept.Levels) // the digits that follow change the draft
	same := func(o assess.Hands) bool { return o.Item == kept.Item && o.Round == h.round }
	h.session.Hands = append(slices.DeleteFunc(h.session.Hands, same), kept)
	under := 0
	if h.sending {
		under = 1 // that one is on its way
	}
	waiting := slices.DeleteFunc(slices.Clone(h.raises[under:]), same)
	h.raises = append(slices.Clone(h.raises[:under]), append(waiting, kept)...)
	return h.send()
}

// send saves the oldest count that is not on disk, one at a time.
func (h *hands) send() tea.Cmd {
	if h.sending || len(h.raises) == 0 {
		return nil
	}
	h.sending = true
	next := h.raises[0]
	return func() tea.Msg { return raisedMsg{h, h.store.Raise(h.opt.context(), h.id, next)} }
}

func (h *hands) raised(err error) tea.Cmd {
	failed := h.err != nil
	h.sending, h.err = false, err
	if err != nil {
		h.leaving = false
		return tea.Batch(fail(err), h.opt.retryLater(err, raiseAgainMsg{h}))
	}
	h.saved = true
	h.raises = h.raises[1:]
	switch {
	case len(h.raises) == 0 && h.leaving:
		return h.turn.close()
	case failed:
		return tea.Batch(h.send(), notice("save.recovered"))
	}
	return h.send()
}

// Unsaved is the number of items that are not on disk.
func (h *hands) Unsaved() int { return len(h.raises) }

// lastSave hands to the store what is not on disk when the program ends, and what is
// only typed.
func (h *hands) lastSave(ctx context.Context) {
	if h.session == nil {
		return
	}
	h.sending = true // nobody hears of another
	h.keep()
	for _, one := range h.raises {
		_ = h.store.Raise(ctx, h.id, one)
	}
}

// Header is that of the session.
func (h *hands) Header() assess.Header {
	if h.session == nil {
		return assess.Header{ID: h.id, Method: assess.GroupMethod, Status: assess.Open}
	}
	return h.session.Header
}
