package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/chart"
	"luwes/ui/theme"
)

// A projected screen has the window to itself, without header and footer, and is
// drawn in a theme of its own, whatever the rest looks like.
type projected interface{ Projected() *theme.Theme }

// project gives the window to the top screen. The terminal paints its own light
// background; what was before comes back with the next screen.
func (a *App) project(v tea.View, p projected) tea.View {
	l := a.look
	l.Theme = p.Projected()
	v.Content = pad(fit(a.top().View(l, a.width, a.height), a.width, a.height), a.height)
	if a.opt.ASCII {
		v.Content = plain.Replace(v.Content)
	}
	if !a.opt.NoColor {
		v.BackgroundColor, v.ForegroundColor = lipgloss.Color("#ffffff"), lipgloss.Color("#000000")
	}
	return v
}

// room is one item for the projector: large, with the dots of everybody, without
// notes or reasons, dark on light. Its sizes are those of the whole window.
type room struct {
	turn
	store      Store
	opt        Options
	id         string
	item       string
	theme      *theme.Theme
	discussion *discussion
	asked      int // how often it was read
	failed     bool
	at         int
	practice   *point // the item that does not count; then there is no session
}

// newRoom shows an item of a session to the room.
func newRoom(store Store, opt Options, id, item string) *room {
	return &room{store: store, opt: opt, id: id, item: item, theme: theme.New("light", opt.ASCII)}
}

// newPracticeRoom shows the practice item to the room.
func newPracticeRoom(opt Options) *room {
	return &room{opt: opt, theme: theme.New("light", opt.ASCII), practice: practicePoint()}
}

// Init reads the session, if there is one.
func (r *room) Init() tea.Cmd {
	if r.practice != nil {
		return nil
	}
	r.asked++
	return loadDiscussion(r.store, r.opt, r.id, r, r.asked)
}

// Loading reports that the session is not read yet.
func (r *room) Loading() bool { return r.practice == nil && r.discussion == nil && !r.failed }

// Projected is the theme of the projector.
func (r *room) Projected() *theme.Theme { return r.theme }

// Update takes what was loaded and the keys.
func (r *room) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case discussedMsg:
		if msg.screen != r || msg.asked != r.asked {
			return r, nil
		}
		if r.failed = msg.err != nil; r.failed {
			return r, fail(msg.err)
		}
		r.discussion = msg.discussion
		r.at = r.discussion.find(r.item)
	case refreshMsg:
		return r, r.Init()
	case tea.KeyPressMsg:
		return r, r.press(msg)
	}
	return r, nil
}

func (r *room) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyRoomBack):
		if r.practice != nil {
			return r.close()
		}
		return r.close(placeMsg{r.id, r.item})
	case key.Matches(msg, talkNext):
		r.goTo(r.at + 1)
	case key.Matches(msg, talkPrev):
		r.goTo(r.at - 1)
	}
	return nil
}

func (r *room) goTo(at int) {
	if r.discussion == nil || len(r.discussion.points) == 0 {
		return
	}
	r.at = max(min(at, len(r.discussion.points)-1), 0)
	r.item = r.discussion.points[r.at].item.ID
}

var keyRoomBack = bind("Esc", "key.back", "esc", "f9")

// Keys of the room view. It tells of none by itself; the menu of keys does.
func (r *room) Keys() []key.Binding {
	var keys []key.Binding
	if r.discussion != nil && r.at < len(r.discussion.points)-1 {
		keys = append(keys, talkNext)
	}
	if r.at > 0 {
		keys = append(keys, talkPrev)
	}
	return append(keys, keyRoomBack)
}

// Title names the view, in the menu of keys.
func (r *room) Title(l Look) string { return l.T("room.title") }

// shown is the item on the projector and its session; nil while there is none.
func (r *room) shown() (p *point, unit string) {
	switch {
	case r.practice != nil:
		return r.practice, ""
	case r.discussion == nil || len(r.discussion.points) == 0:
		return nil, ""
	}
	return r.discussion.points[r.at], r.discussion.session.Unit
}

// View draws the item as large as the window allows: with air between the anchors
// where there is room, each with its people below it or, in a small window, before it.
func (r *room) View(l Look, width, height int) string {
	margin := width / 14
	inner := width - 2*margin
	p, unit := r.shown()
	if p == nil {
		return r.instead(l, margin, width, height)
	}
	b := board{texts: p.item.Anchors, unit: unit, first: p.first, second: p.second}
	if p.settlement.Outcome == assess.Agreed {
		b.agreed = p.settlement.Level
	}
	ask := l.Title.Render(wrap(l.Words.Text(p.item.Text, unit), inner))
	all, brief := r.foot(l, p, inner, true), r.foot(l, p, inner, false)
	for _, form := range []struct{ board, gap, foot string }{
		{b.below(l, inner, "\n\n\n"), "\n\n\n", all}, {b.below(l, inner, "\n\n"), "\n\n\n", all}, {b.below(l, inner, "\n\n"), "\n\n", all},
		{b.below(l, inner, "\n"), "\n\n", all}, {b.beside(l, inner, "\n"), "\n\n", all}, {b.beside(l, inner, "\n"), "\n", all},
		{b.beside(l, inner, "\n"), "\n", brief},
	} {
		text := ask + form.gap + form.board + form.gap + form.foot
		if spare := height - lipgloss.Height(text); spare >= 0 {
			return strings.Repeat("\n", spare/2) + indent(text, margin)
		}
	}
	return fit(indent(ask+"\n"+b.beside(l, inner, "\n"), margin), width, height)
}

func (r *room) instead(l Look, margin, width, height int) string {
	id := "results.loading"
	switch {
	case r.failed:
		id = "results.failed"
	case r.discussion != nil:
		id = "room.collecting"
	}
	return fit("\n"+indent(wrap(l.T(id), width-2*margin), margin), width, height)
}

// foot says what the dots come to, and what was settled; with all, how much people
// differ as a number too.
func (r *room) foot(l Look, p *point, width int, all bool) string {
	if r.practice != nil {
		return wrap(l.T("practice.room"), width)
	}
	rows := [][]string{row(l.T("talk.first"), p.facts(l, p.first, all)...)}
	if p.second.held() {
		rows = append(rows, row(l.T("talk.second"), p.facts(l, p.second, all)...))
	}
	if text := p.outcome(l); text != "" {
		rows = append(rows, row(l.T("talk.settled"), l.Good.Render(text)))
	}
	return twoColumns(l, rows, width)
}

// below draws each anchor over the people who chose it, the two rounds side by
// side.
func (b board) below(l Look, width int, between string) string {
	half := (width - 4) / 2
	dots := b.dots(half / 2) // with a blank behind each dot
	var out []string
	for i, text := range b.texts {
		row := hanging(b.mark(l, i+1)+" ", l.Words.Text(text, b.unit), width)
		people := ""
		if b.first.counts != nil {
			people = chart.People(l.Theme, l.Pin+" ", b.first.counts[i], dots, half)
		}
		if b.second.counts != nil {
			people += chart.People(l.Theme, l.Mark+" ", b.second.counts[i], dots, half)
		}
		if people != "" {
			row += "\n" + indent(strings.TrimRight(people, " "), 5)
		}
		out = append(out, row)
	}
	if b.second.counts != nil {
		legend := l.cell(l.Pin+" "+l.T("talk.first"), half) + l.Mark + " " + l.T("talk.second")
		out = append(out, l.Muted.Render(indent(legend, 5)))
	}
	return strings.Join(out, between)
}
