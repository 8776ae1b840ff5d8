package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

var leversTry = bind("Enter", "key.levers-try", "enter")

// levers shows the few changes that would remove most findings, with their
// arithmetic, and before them, where the questionnaire gives a rating, the way to the
// next class. Enter tries one.
type levers struct {
	turn
	store Store
	opt   Options
	found *found
	all   []assess.Lever // the best of one, two and three items, then further single ones
	best  int            // how many of them are the best
	tried int
	ready bool
	at    int
}

type leversMsg struct {
	screen *levers
	levers *assess.Levers
}

// mostSingles is how many single changes are listed after the best ones.
const mostSingles = 5

func newLevers(store Store, opt Options, d *found) *levers {
	return &levers{store: store, opt: opt, found: d}
}

// Init tries the changes.
func (v *levers) Init() tea.Cmd {
	return func() tea.Msg {
		s, a := v.found.session, v.found.analysis
		return leversMsg{v, v.found.rules.Levers(s, a, s.Wanted)}
	}
}

// Loading reports that the changes are not computed yet.
func (v *levers) Loading() bool { return !v.ready }

// Subject is the session that the changes are of.
func (v *levers) Subject() (Store, string) { return v.store, v.found.session.ID }

// Title says what these are.
func (v *levers) Title(l Look) string { return l.T("levers.title") }

// Keys are those of a list.
func (v *levers) Keys() []key.Binding {
	if v.rows() == 0 {
		return []key.Binding{keyBack}
	}
	return []key.Binding{leversTry, keyBack, listMove, listStart, listEnds}
}

// Update takes what was found, and the keys.
func (v *levers) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case leversMsg:
		if msg.screen == v {
			v.take(msg.levers)
		}
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keyBack):
			return v, v.close()
		case v.rows() == 0:
		case key.Matches(msg, leversTry):
			return v, v.open(newWhatIf(v.store, v.opt, v.found, v.changes()))
		default:
			v.at = moved(msg, v.at, v.rows(), 4)
		}
	}
	return v, nil
}

// rows are the ways to the next class and the levers, in this order.
func (v *levers) rows() int { return len(v.found.ways) + len(v.all) }

// changes are those of the selected row; none of a rating that cannot rise.
func (v *levers) changes() []assess.Change {
	if v.at < len(v.found.ways) {
		return v.found.ways[v.at].Changes()
	}
	return v.all[v.at-len(v.found.ways)].Changes()
}

// take lists the best changes and, after them, the best single ones that are not
// among them.
func (v *levers) take(found *assess.Levers) {
	v.ready, v.tried = true, found.Tried
	v.all, v.best = found.Best, len(found.Best)
	for _, single := range found.Singles {
		if len(v.all) < v.best+mostSingles && (v.best == 0 || len(v.all[0].Steps) > 1 || single.Steps[0].Item != v.all[0].Steps[0].Item) {
			v.all = append(v.all, single)
		}
	}
}

// View draws each change with what it would do.
func (v *levers) View(l Look, width, height int) string {
	switch {
	case !v.ready:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	case v.rows() == 0:
		return fit(wrap(v.none(l), width), width, height)
	}
	blocks := []string{}
	for i := range v.found.ways {
		blocks = append(blocks, v.way(l, i, width)+"\n")
	}
	if len(v.all) == 0 {
		blocks[len(blocks)-1] += "\n" + wrap(v.none(l), width)
	}
	for i, lever := range v.all {
		block := v.lever(l, i+len(v.found.ways), lever, width)
		if i == 0 {
			block = l.Muted.Render(wrap(v.about(l), width)) + "\n\n" + block
		}
		if i == v.best {
			block = l.Title.Render(l.T("levers.singles")) + "\n" + block
		}
		blocks = append(blocks, block+"\n")
	}
	return scroll(l, blocks, v.at, width, height)
}

// none says that no change helps, and what would let one: levers also close gaps.
func (v *levers) none(l Look) string {
	if len(v.found.session.Wanted) > 0 {
		return l.T("levers.none")
	}
	return l.T("levers.none") + " " + l.T("levers.none-wanted")
}

// about says what the changes are chosen for: for the findings they remove or, where
// none makes the findings fewer, for what else they bring; and which findings count,
// because a trial shows the others too.
func (v *levers) about(l Look) string {
	id := "levers.about"
	if !slices.ContainsFunc(v.all, func(c assess.Lever) bool { return c.Net() > 0 }) {
		id = "levers.about-none-go"
	}
	return l.T(id, "tried", l.Words.Integer(v.tried)) + " " + l.T("levers.counted")
}
