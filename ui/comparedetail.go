package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// comparedDetail shows one scale or one item of a comparison in every session.
type comparedDetail struct {
	comparedPaper
	section   string
	of        string // id of the scale, item or composite
	composite bool   // it is that of a composite
}

func (d *comparedDetail) row() (comparedRow, bool) {
	for _, row := range d.data.rows {
		if row.id() == d.of && (row.item != nil) == (d.section == mostly) && (row.composite != nil) == d.composite {
			return row, true
		}
	}
	return comparedRow{}, false
}

// Title names the scale or item.
func (d *comparedDetail) Title(l Look) string {
	row, ok := d.row()
	switch {
	case !ok:
		return l.T("compare.title")
	case row.item != nil:
		return l.T("compare.title") + ": " + row.item.Item.ID
	}
	return l.T("compare.title") + ": " + d.data.sides[0].text(l, row.scale.Scale.Title)
}

// Update takes what was loaded, and the keys.
func (d *comparedDetail) Update(msg tea.Msg) (Screen, tea.Cmd) { return d, d.read(msg) }

// View draws every session's figure with what it rests on.
func (d *comparedDetail) View(l Look, width, height int) string {
	row, ok := d.row()
	if !ok {
		return fit(wrap(l.T("results.failed"), width), width, height)
	}
	t := newTable(l, d.data, 0, width)
	var text string
	switch {
	case row.item != nil:
		text = t.itemDetail(row)
	case row.section == apart:
		text = t.apartDetail(row)
	case row.composite != nil:
		text = t.compositeDetail(row)
	default:
		text = t.scaleDetail(row)
	}
	return d.paper.draw(l, strings.Split(strings.TrimRight(text, "\n"), "\n"), width, height)
}

// side heads the part of one session.
func (t *table) side(i int) string {
	h := t.c.sides[i].session.Header
	text := number(i) + " " + t.l.Words.Date(h.Date) + " " + t.l.Dot + " " + oneLine(place(h))
	return t.l.Title.Render(cutTo(t.l, text, t.width)) + "\n"
}

// scaleDetail tells the score of each session, then the items.
func (t *table) scaleDetail(row comparedRow) string {
	s := row.scale.Scale
	out := t.l.Title.Render(t.title(row)) + "\n" + t.told(row, t.width) + "\n\n"
	for i, side := range t.c.sides {
		out += t.side(i)
		res := side.result.Scale(s.ID)
		if res == nil {
			out += indent(t.lacks(assess.NotInBoth), 4) + "\n\n"
			continue
		}
		own := resultRow{kind: s.Kind, scale: res}
		if res.Score.OK() {
			score := scoreText(t.l, res.Score, side.result.Instrument.BandsOf(res.Scale))
			out += "    " + drawn(t.l, side.result.Instrument, s.Kind, res.Score, min(max(t.width-34, 10), 40)) + "  " + t.l.Title.Render(score) + bandAfter(t.l, side, own) + "\n"
		}
		out += under(t.l, basisText(t.l, side, own), 4, t.width) + "\n\n"
	}
	return out + t.plannedOf(s) + t.itemsOf(s)
}

// itemsOf lists the items of a scale with their levels in every session.
func (t *table) itemsOf(s *assess.Scale) string {
	out := t.l.Title.Render(t.l.T("compare.items-of")) + "\n" + t.head() + "\n"
	for i := range t.c.Items {
		it := &t.c.Items[i]
		if it.Scale.ID != s.ID || !it.Same {
			continue
		}
		change := locale.None
		if d := t.c.Pair(0, len(t.c.sides)-1).Items[i].Difference; d.OK() {
			change = changeText(t.l, d.Value, levelDecimals(d.Value))
		}
		cells := t.cells(it.Means, func(f assess.Figure) string { return levelNumber(t.l, f.Value) })
		out += "  " + t.l.cell(it.Item.ID, t.name) + cells + t.l.right(change, changeCell) + "\n"
		out += under(t.l, t.c.sides[0].text(t.l, it.Item.Text), 4, t.width) + "\n"
	}
	return out
}

// apartDetail says why there is nothing to compare, without a number.
func (t *table) apartDetail(row comparedRow) string {
	out := t.l.Title.Render(t.title(row)) + "\n\n" + ansiWrapped(t.l.T("compare.apart", "reason", t.why(row)), t.width) + "\n\n"
	for i, side := range t.c.sides {
		out += t.side(i)
		id := "compare.has"
		if !side.asked(row) {
			id = "compare.has-not"
		}
		out += indent(ansiWrapped(t.l.T(id), max(t.width-4, 1)), 4) + "\n"
	}
	return out
}

// itemDetail tells what each session said to an item.
func (t *table) itemDetail(row comparedRow) string {
	it := row.item
	side := t.c.sides[row.to]
	out := t.l.Muted.Render(ansiWrapped(side.text(t.l, it.Scale.Title), t.width)) + "\n" + t.l.Title.Render(wrap(side.text(t.l, it.Item.Text), t.width)) + "\n"
	if !it.Item.Aim.Empty() {
		out += t.l.Muted.Render(wrap(side.text(t.l, it.Item.Aim), t.width)) + "\n"
	}
	out += "\n" + t.l.T("compare.item-change", "change", changeText(t.l, row.change, levelDecimals(row.change)), "from", number(0), "to", number(len(t.c.sides)-1)) + "\n"
	for i := range t.c.sides {
		out += "\n" + t.side(i) + indent(t.level(it, i, max(t.width-4, 1)), 4) + "\n"
	}
	return out
}
