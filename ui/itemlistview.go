package ui

import (
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// View draws the head and as many items as fit.
func (il *itemList) View(l Look, width, height int) string {
	switch {
	case il.scored == nil && il.failed:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case il.scored == nil:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	case len(il.all) == 0:
		return fit(wrap(l.T("items.none"), width), width, height)
	}
	head := il.head(l, width)
	room := height - lipgloss.Height(head)
	from, to := max(il.at-height, 0), min(il.at+height+1, len(il.shown))
	blocks := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		blocks = append(blocks, il.row(l, i, width))
	}
	return fit(head+"\n"+scroll(l, blocks, il.at-from, width, room), width, height)
}

// head says which items are shown, in which order, and how many lack something.
func (il *itemList) head(l Look, width int) string {
	scale := l.T("items.all-scales")
	if il.scale > 0 {
		scale = il.scored.text(l, il.scored.result.Scale(il.scales[il.scale-1]).Scale.Title)
	}
	order := "items.by-level"
	if il.ordered {
		order = "items.by-order"
	}
	parts := []string{l.Title.Render("‹ " + scale + " ›"), l.Words.N("items.count", len(il.shown)), l.T(order)}
	if !il.scored.solo() {
		parts = append(parts, l.Words.N("items.median", il.scored.result.Voices))
	}
	head := facts(l, parts, width)
	if lacks := il.lacks(l, width); lacks != "" {
		head += "\n" + l.Muted.Render(lacks)
	}
	return head + "\n"
}

// lacks counts the items without a level and the levels without evidence.
func (il *itemList) lacks(l Look, width int) string {
	n := map[string]int{}
	for _, row := range il.shown {
		if row.provisional() {
			n["provisional"]++
		}
		n[row.without]++
	}
	var parts []string
	for _, what := range []string{"provisional", "none", "dk", "na", "few"} {
		if n[what] > 0 {
			parts = append(parts, l.Words.N("items.count-"+what, n[what], "least", assess.AnonymousFrom))
		}
	}
	return facts(l, parts, width)
}

// itemLead is how far the words of an item stand under its first line.
const itemLead = 4

// row draws one item; the selected one in full.
func (il *itemList) row(l Look, i, width int) string {
	row, selected := il.shown[i], i == il.at
	room := max(width-itemLead, 1)
	out := pointer(l, selected) + il.first(l, row, width-2)
	question := ansiWrapped(il.scored.text(l, row.item.Item.Text), room)
	if selected {
		question = l.Title.Render(question)
	} else {
		question = cut(l, question, 2)
	}
	out += "\n" + indent(question, itemLead)
	if row.without == "" {
		anchor := anchorOf(l, il.scored, row.item.Item, row.item.Median.Value)
		out += "\n" + indent(hanging(l.Chosen.Render(l.Check)+" ", anchor, room), itemLead)
	}
	if selected || width >= 100 {
		out += il.remarked(l, row, room)
	}
	return out
}

// first is the line over an item: its level, its place in the questionnaire, and
// whether the level is provisional.
func (il *itemList) first(l Look, row itemRow, width int) string {
	level := l.T("items.without."+row.without, "least", assess.AnonymousFrom)
	if row.without == "" {
		level = l.T("items.level", "level", levelText(l, row.item))
	}
	end := ""
	if row.provisional() {
		end = "  " + l.Warn.Render(l.Bang+" "+l.T("items.provisional"))
	}
	scale := " " + l.Dot + " " + il.scored.text(l, row.item.Scale.Title) + " " + l.Dot + " " + row.item.Item.ID
	room := width - lipgloss.Width(level) - lipgloss.Width(end)
	return l.Title.Render(level) + l.Muted.Render(l.cell(scale, max(room, 0))) + end
}

// cut keeps the first lines of a text, the last of them with an ellipsis.
func cut(l Look, text string, most int) string {
	all := strings.Split(text, "\n")
	if len(all) <= most {
		return text
	}
	return strings.Join(all[:most], "\n") + l.Ellipse
}

// remarked is the evidence and the notes of an item, each on one line.
func (il *itemList) remarked(l Look, row itemRow, width int) string {
	out := ""
	for _, part := range []struct {
		id      string
		remarks []remark
	}{{"items.evidence", row.evidence}, {"items.note", row.notes}} {
		if len(part.remarks) == 0 {
			continue
		}
		text := l.T(part.id) + " " + part.remarks[0].text
		rest := ""
		if n := len(part.remarks) - 1; n > 0 {
			rest = " " + l.Words.N("items.others", n)
		}
		out += "\n" + indent(l.Muted.Render(cutTo(l, text, width-lipgloss.Width(rest))+rest), itemLead)
	}
	return out
}

// cutTo cuts a text to a width, without filling it.
func cutTo(l Look, text string, width int) string {
	return strings.TrimRight(l.cell(text, max(width, 1)), " ")
}

// hanging writes a text behind a sign, its further lines under the first word.
func hanging(sign, text string, width int) string {
	lead := lipgloss.Width(sign)
	return sign + strings.ReplaceAll(ansiWrapped(text, max(width-lead, 1)), "\n", "\n"+strings.Repeat(" ", lead))
}

// levelText is the level of an item: what one person ticked, or the median of
// several, after reversing.
func levelText(l Look, it *assess.ItemResult) string {
	if !it.Median.OK() {
		return locale.None
	}
	if it.Median.Value == math.Trunc(it.Median.Value) {
		return strconv.Itoa(int(it.Median.Value))
	}
	return l.Words.Number(it.Median.Value, 1)
}

// anchorOf is the words of a keyed level; between two levels, those of both.
func anchorOf(l Look, s *scored, it *assess.Item, keyed float64) string {
	words := func(level float64) string {
		ticked := int(level)
		if it.Reverse {
			ticked = s.result.Instrument.Levels + 1 - ticked
		}
		return anchorText(l, s, it, ticked)
	}
	low, high := math.Floor(keyed), math.Ceil(keyed)
	if low == high {
		return words(low)
	}
	return l.T("items.between", "low", int(low), "high", int(high), "first", words(low), "second", words(high))
}
