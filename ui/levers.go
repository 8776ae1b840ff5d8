package ui

import (
	"math"
	"slices"
	"strings"

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
	ways  []assess.Ascent // to the next class, of each composite with a rating
	all   []assess.Lever  // the best of one, two and three items, then further single ones
	best  int             // how many of them are the best
	tried int
	ready bool
	at    int
}

type leversMsg struct {
	screen *levers
	levers *assess.Levers
	ways   []assess.Ascent
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
		return leversMsg{v, v.found.rules.Levers(s, a, s.Wanted), v.found.rules.Ascents(s, a)}
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
			v.ways = msg.ways
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
func (v *levers) rows() int { return len(v.ways) + len(v.all) }

// changes are those of the selected row; none of a rating that cannot rise.
func (v *levers) changes() []assess.Change {
	if v.at < len(v.ways) {
		return v.ways[v.at].Changes()
	}
	return v.all[v.at-len(v.ways)].Changes()
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
		return fit(wrap(l.T("levers.none"), width), width, height)
	}
	blocks := []string{}
	for i := range v.ways {
		blocks = append(blocks, v.way(l, i, width)+"\n")
	}
	if len(v.all) == 0 {
		blocks[len(blocks)-1] += "\n" + wrap(l.T("levers.none"), width)
	}
	for i, lever := range v.all {
		block := v.lever(l, i+len(v.ways), lever, width)
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

// about says what the changes are chosen for: for the findings they remove or, where
// none makes the findings fewer, for what else they bring.
func (v *levers) about(l Look) string {
	id := "levers.about"
	if !slices.ContainsFunc(v.all, func(c assess.Lever) bool { return c.Net() > 0 }) {
		id = "levers.about-none-go"
	}
	return l.T(id, "tried", l.Words.Integer(v.tried))
}

// way writes how far a rating is from the next class and the items that would carry
// it there, of the selected one with the sum.
func (v *levers) way(l Look, i, width int) string {
	a, unit := &v.ways[i], v.found.session.Unit
	lines := l.Words.Ascent(a, unit)
	lines = append(lines, l.Words.Raises(a, unit)...)
	out := []string{l.Title.Render(wrap(l.T("ascent.title"), width))}
	for k, line := range lines {
		lead := "  "
		switch {
		case k == 0:
			lead = pointer(l, i == v.at)
		case k > 2:
			lead = "    "
		}
		out = append(out, hanging(lead, line, width))
	}
	return strings.Join(out, "\n")
}

// lever writes the items of a change, and the findings and points it moves.
func (v *levers) lever(l Look, i int, lever assess.Lever, width int) string {
	lead := pointer(l, i == v.at)
	var out []string
	for k, s := range lever.Steps {
		if k > 0 {
			lead = "  "
		}
		text := stepText(l, s) + "  " + v.found.text(l, s.Item.Text)
		if i != v.at {
			text = cutTo(l, text, width-2)
		} else {
			text = l.Title.Render(wrap(text, width-2))
		}
		out = append(out, lead+strings.ReplaceAll(text, "\n", "\n  "))
	}
	out = append(out, under(l, v.worth(l, lever, i == v.at), 4, width))
	if i == v.at {
		for _, f := range lever.Removed {
			out = append(out, indent(hanging("- ", v.found.text(l, f.Rule.Title), width-4), 4))
		}
		for _, f := range lever.Added {
			out = append(out, indent(hanging("+ ", v.found.text(l, f.Rule.Title), width-4), 4))
		}
		for _, m := range lever.Moves {
			out = append(out, under(l, v.arithmetic(l, lever, m), 4, width))
		}
		for _, c := range lever.Closing {
			out = append(out, under(l, v.closing(l, c), 4, width))
		}
	}
	return strings.Join(out, "\n")
}

// worth says how many findings go and come, and how far scales move; of the selected
// change the arithmetic below says the latter.
func (v *levers) worth(l Look, lever assess.Lever, selected bool) string {
	parts := []string{l.T("levers.removed-none")}
	if len(lever.Removed) > 0 {
		parts[0] = l.Words.N("levers.removed", len(lever.Removed))
	}
	if len(lever.Added) > 0 {
		parts = append(parts, l.Words.N("levers.added", len(lever.Added)))
	}
	for _, m := range lever.Moves {
		if !selected {
			parts = append(parts, v.found.text(l, m.Scale.Title)+" "+l.Words.Signed(m.After-m.Before, 1))
		}
	}
	for _, m := range lever.Joints {
		parts = append(parts, v.found.text(l, m.Composite.Title)+" "+l.Words.Signed(m.After-m.Before, 1))
	}
	if len(v.found.session.Wanted) > 0 {
		parts = append(parts, l.T("levers.closed", "points", l.Words.Signed(lever.Closed, 1)))
	}
	return strings.Join(parts, " "+l.Dot+" ")
}

// arithmetic says how a scale moves: by how many levels its items go up, of all the
// levels that its items with an answer have. Where items weigh differently, or one had no level
// yet, it only says from where to where.
func (v *levers) arithmetic(l Look, lever assess.Lever, m assess.Move) string {
	levels := 0.0
	for _, s := range lever.Steps {
		if s.Scale.ID == m.Scale.ID {
			levels += float64(s.To) - s.From
		}
	}
	in, name := v.found.session.Instrument, v.found.text(l, m.Scale.Title)
	steps, items := in.Levels-1, m.Items
	before, after := l.Words.Number(m.Before, 1), l.Words.Number(m.After, 1)
	moved := m.After - m.Before
	if in.Convention != assess.Range || math.Abs(levels*100/float64(steps*items)-moved) > 1e-6 {
		return name + " " + before + " → " + after
	}
	return l.T("levers.arithmetic", "scale", name, "before", before, "after", after, "levels", levelNumber(l, levels),
		"steps", steps, "items", items, "points", l.Words.Signed(moved, 1))
}

// closing says how the gap to the wanted level changes, and from what it is counted
// where that is not what the screen of wanted levels counts from.
func (v *levers) closing(l Look, c assess.Closing) string {
	before, after := c.Gaps()
	if c.Item != nil {
		return l.T("levers.closing-item", "item", c.Item.ID, "wanted", levelNumber(l, c.Wanted), "before", levelNumber(l, before),
			"after", levelNumber(l, after), "points", l.Words.Signed(c.Points, 1))
	}
	text := l.T("levers.closing", "scale", v.found.text(l, c.Scale.Title), "wanted", l.Words.Number(c.Wanted, 1),
		"before", l.Words.Number(before, 1), "after", l.Words.Number(after, 1))
	if c.Agreed() {
		text += " " + l.T("levers.closing-agreed", "agreed", l.Words.Number(c.Before, 1), "said", l.Words.Number(c.Said.Value, 1))
	}
	return text
}

// stepText writes an item with the level that it has and would have.
func stepText(l Look, s assess.Step) string {
	from := l.Blank
	if s.From > 0 {
		from = levelNumber(l, s.From)
	}
	return s.Item.ID + " " + from + " → " + itoa(s.To)
}
