package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"luwes/assess"
	"luwes/ui/locale"
)

const (
	mostItems = 10   // that differ most are named
	noticed   = 0.05 // the least difference of a level that is one
)

// items are those whose level differs most between the first session and the last.
func (b *board) items() {
	outer := b.outer()
	var of []int
	for i := range b.change.Items {
		if d := outer.Items[i].Difference; b.change.Items[i].Same && d.OK() && math.Abs(d.Value) >= noticed {
			of = append(of, i)
		}
	}
	if len(of) == 0 {
		return
	}
	size := func(i int) float64 { return math.Abs(outer.Items[i].Difference.Value) }
	slices.SortStableFunc(of, func(i, j int) int { return cmp.Compare(size(j), size(i)) })
	title := b.w.T("compare.section.items", "levels", b.result.Instrument.Levels)
	b.heading(2, title)
	b.told("report.compared.items", "from", b.named(outer.From), "to", b.named(outer.To))
	t := Table{Caption: title, Columns: []Column{column(b.w.T("report.item")), column(b.w.T("report.question")),
		numbers(ordinal(outer.From)), numbers(ordinal(outer.To)), numbers(b.w.T("report.change.points"))}}
	for _, i := range of[:min(len(of), mostItems)] {
		it := &b.change.Items[i]
		t.Rows = append(t.Rows, []string{it.Item.ID, b.words(it.Item.Text), b.levelOf(it, outer.From), b.levelOf(it, outer.To),
			b.w.Signed(outer.Items[i].Difference.Value, 1)})
	}
	b.add(t)
}

// levelOf is the mean level of an item in a session, with how many people answered it.
func (b *board) levelOf(it *assess.ComparedItem, i int) string {
	own := b.change.Sides[i].Result.Item(it.Item.ID)
	if own == nil || !it.Means[i].OK() {
		return locale.None
	}
	return b.w.Number(it.Means[i].Value, 1) + " (n " + strconv.Itoa(own.N) + ")"
}
