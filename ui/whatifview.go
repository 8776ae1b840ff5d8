package ui

import (
	"math"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// View draws what would move, and the items to change.
func (w *whatIf) View(l Look, width, height int) string {
	head := w.head(l, width)
	room := height - lipgloss.Height(head) - 1
	if most := height * 3 / 5; height-room > most { // the items keep two fifths of a small window
		head = l.shorten(head, width, most-1)
		room = height - most
	}
	blocks := make([]string, len(w.items))
	for i := range w.items {
		blocks[i] = w.row(l, i, width)
	}
	return fit(head+"\n\n"+scroll(l, blocks, w.at, width, room), width, height)
}

// head says how many findings would go and come, and which scales would move.
func (w *whatIf) head(l Look, width int) string {
	if len(w.levels) == 0 || w.result == nil {
		return wrap(l.T("whatif.about"), width)
	}
	var out []string
	var moves []string
	for _, m := range w.result.Moves {
		if m.After != m.Before {
			moves = append(moves, w.found.text(l, m.Scale.Title)+" "+l.Words.Number(m.Before, 1)+" → "+l.Words.Number(m.After, 1))
		}
	}
	out = append(out, l.Title.Render(facts(l, moves, width)))
	for _, m := range w.result.Joints {
		out = append(out, wrap(w.joint(l, m), width))
	}
	count := "whatif.legend"
	if len(w.result.Removed)+len(w.result.Added) == 0 {
		count = "whatif.same"
	}
	out = append(out, l.T(count, "before", len(w.result.Real.Findings), "after", len(w.result.Changed.Findings)))
	for _, f := range w.result.Removed {
		out = append(out, hanging("  - ", w.found.text(l, f.Rule.Title), width))
	}
	for _, f := range w.result.Added {
		out = append(out, hanging("  + ", w.found.text(l, f.Rule.Title), width))
	}
	if w.agreed() {
		out = append(out, l.Muted.Render(wrap(l.T("whatif.agreed"), width)))
	}
	return strings.Join(out, "\n")
}

// agreed reports whether a score that moves counts from what the group settled, and
// so begins at another number than the results show first.
func (w *whatIf) agreed() bool {
	for _, m := range w.result.Moves {
		for _, r := range w.found.analysis.Result.Scales {
			if m.After != m.Before && r.Scale.ID == m.Scale.ID && r.Score.OK() && math.Abs(r.Score.Value-m.Before) > 1e-9 {
				return true
			}
		}
	}
	return false
}

// joint writes a composite that would move, with its class where that changes.
func (w *whatIf) joint(l Look, m assess.JointMove) string {
	text := w.found.text(l, m.Composite.Title) + " " + l.Words.Number(m.Before, 1) + " → " + l.Words.Number(m.After, 1)
	if m.From != m.To {
		text += ": " + w.found.text(l, m.From.Title) + " → " + w.found.text(l, m.To.Title)
	}
	return text
}

// row writes an item with its own level and the one that is tried, the selected one
// with the words of that level.
func (w *whatIf) row(l Look, i, width int) string {
	it := w.items[i]
	own, shown := finalLevel(it), l.Blank
	if own > 0 {
		shown = levelNumber(l, own)
	}
	level := own
	if tried, ok := w.levels[it.Item.ID]; ok {
		shown += " → " + itoa(tried)
		level = float64(tried)
	}
	lead := pointer(l, i == w.at) + l.cell(it.Item.ID, 6) + l.cell(shown, 9)
	if i != w.at {
		return lead + cutTo(l, distinct(l, w.found.session, it.Item), width-17)
	}
	out := hanging(lead, w.found.text(l, it.Item.Text), width)
	if level > 0 {
		s := &scored{session: w.found.session, result: w.found.analysis.Result}
		out += "\n" + under(l, anchorOf(l, s, it.Item, level), 17, width)
	}
	if it.Item.Reverse {
		out += "\n" + under(l, reversedText(l, w.found), 17, width)
	}
	return out
}
