package ui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// item writes below the selected item its question, every level that can be wanted in
// its own words, and what the present one rests on. Where that is too tall, the levels
// that are not wanted are cut to a line each.
func (c wantedColumns) item(g assess.WantedGap, height int) string {
	after := c.w.less(c.l, g)
	if basis := c.itemBasis(g); basis != "" {
		after = append(after, basis)
	}
	draw := func(whole bool) string {
		parts := append([]string{c.w.text(c.l, g.Item.Text)}, c.anchors(g, whole)...)
		return aside(c.l, wrapped(append(parts, after...), c.width-4), c.width)
	}
	if text := draw(true); lipgloss.Height(text) <= height {
		return text
	}
	return draw(false)
}

// wrapped breaks every text that still needs it.
func wrapped(parts []string, width int) string {
	for i, p := range parts {
		if lipgloss.Width(p) > width {
			parts[i] = wrap(p, width)
		}
	}
	return strings.Join(parts, "\n")
}

// anchors are the levels of an item, level 1 of its direction first, with the signs of
// the present and of the wanted one before them.
func (c wantedColumns) anchors(g assess.WantedGap, whole bool) []string {
	levels := c.w.highest()
	if len(g.Item.Anchors) != levels {
		return nil
	}
	var out []string
	for level := 1; level <= levels; level++ {
		ticked := level
		if g.Item.Reverse {
			ticked = levels + 1 - level
		}
		here, there := g.Present == assess.Known(float64(level)), g.Wanted == assess.Known(float64(level))
		lead := sign(here, c.l.Pin) + sign(there, c.l.Aim) + " " + strconv.Itoa(level) + "  "
		text := hanging(lead, c.w.text(c.l, g.Item.Anchors[ticked-1]), c.width-4)
		if !whole && !there {
			text = cutTo(c.l, lead+c.w.text(c.l, g.Item.Anchors[ticked-1]), c.width-4)
		}
		out = append(out, text)
	}
	return out
}

// sign is a sign, or the room for it.
func sign(shown bool, s string) string {
	if shown {
		return s
	}
	return " "
}

// itemBasis says how the present level of an item follows from what people answered.
// Of one voice its own answer is the level.
func (c wantedColumns) itemBasis(g assess.WantedGap) string {
	a := c.w.analysis
	if a == nil {
		return ""
	}
	if !g.Present.OK() {
		return c.l.Words.ReasonSentence(g.Present.Reason)
	}
	if a.Result.Voices < 2 {
		return ""
	}
	for i := range a.Items {
		if it := &a.Items[i]; it.Item == g.Item {
			id := "wanted.median"
			if it.Agreed.OK() {
				id = "wanted.agreed"
			}
			answers := strings.Join(counts(c.l, it.ItemResult, a.Result.Respondents), " "+c.l.Dot+" ")
			return c.l.T(id, "level", c.figure(g.Present), "answers", answers)
		}
	}
	return ""
}
