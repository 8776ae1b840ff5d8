package command

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"luwes/assess"
)

// movedItems is how many items are named as changed most.
const movedItems = 8

// showMoved names the items that changed most from the first side to the last.
func (p *program) showMoved(c *assess.Comparison) {
	last := len(c.Sides) - 1
	if c.Sides[0].Few() || c.Sides[last].Few() {
		return
	}
	var changes []assess.ItemChange
	for _, ch := range c.Pair(0, last).Items {
		if ch.Difference.OK() && ch.Difference.Value != 0 {
			changes = append(changes, ch)
		}
	}
	if len(changes) == 0 {
		return
	}
	slices.SortStableFunc(changes, func(a, b assess.ItemChange) int {
		return cmp.Compare(math.Abs(b.Difference.Value), math.Abs(a.Difference.Value))
	})
	var rows [][]string
	for _, ch := range changes[:min(movedItems, len(changes))] {
		rows = append(rows, []string{ch.Item.ID, p.words().Signed(ch.Difference.Value, 1), p.text(ch.Item.Text, "")})
	}
	fmt.Fprintln(p.out, "\n"+p.words().T("comparison.moved"))
	writeTable(p.out, "  ", []column{{}, {right: true}, {give: true}}, rows)
}
