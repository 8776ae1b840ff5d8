package ui

import (
	"math"
	"slices"
	"strings"

	"luwes/assess"
)

// way writes how far a rating is from the next class and the items that would carry
// it there, of the selected one with the sum.
func (v *levers) way(l Look, i, width int) string {
	a, unit := &v.found.ways[i], v.found.session.Unit
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
		text := stepText(l, s) + "  "
		if i != v.at {
			text = cutTo(l, text+distinct(l, v.found.session, s.Item), width-2)
		} else {
			text = l.Title.Render(wrap(text+v.found.text(l, s.Item.Text), width-2))
		}
		out = append(out, lead+strings.ReplaceAll(text, "\n", "\n  "))
	}
	out = append(out, under(l, v.worth(l, lever, i == v.at), 4, width))
	if i == v.at {
		if slices.ContainsFunc(lever.Steps, func(s assess.Step) bool { return s.Item.Reverse }) {
			out = append(out, under(l, reversedText(l, v.found), 4, width))
		}
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
	steps, items := in.Levels, m.Items
	if in.Convention == assess.Range { // the lowest level is worth nothing
		steps--
	}
	before, after := l.Words.Number(m.Before, 1), l.Words.Number(m.After, 1)
	moved := m.After - m.Before
	if math.Abs(levels*100/float64(steps*items)-moved) > 1e-6 {
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
