package command

import (
	"fmt"
	"strconv"

	"luwes/assess"
)

// verdict says whether a change can be told from chance; empty where one person
// spoke on each side, of which nothing can be said.
func (p *program) verdict(c *assess.Comparison, pair *assess.Pair, ch *assess.ScaleChange) string {
	from, to := &c.Sides[pair.From], &c.Sides[pair.To]
	if from.Method != assess.GroupMethod && to.Method != assess.GroupMethod {
		return ""
	}
	return p.words().Verdict(ch, pair.Margin, !assess.SamePlace(from.Header, to.Header))
}

// showCautions says what may lie behind the change from the first side to the
// last beside the government itself.
func (p *program) showCautions(c *assess.Comparison) {
	last := len(c.Sides) - 1
	pair := c.Pair(0, last)
	if a := pair.Attendance; a.Reason == "" && (c.Sides[0].Method == assess.GroupMethod || c.Sides[last].Method == assess.GroupMethod) {
		fmt.Fprintln(p.out, wrap(p.words().T("group.attendance", "both", a.Both, "first", a.First, "second", a.Second,
			"from", letter(0), "to", letter(last)), ""))
	}
	p.showRanks(&pair.Ranks, last)
	fmt.Fprintln(p.out, wrap(p.words().T("comparison.caution", "margin", p.words().Points(pair.Margin)), ""))
}

// showRanks sets the ranks beside each other where the mix is another one.
func (p *program) showRanks(m *assess.RankMix, last int) {
	if !m.Shift.OK() || m.Shift.Value == 0 {
		return
	}
	fmt.Fprintln(p.out, wrap(p.words().T("group.ranks", "share", p.words().Percent(m.Shift.Value), "from", letter(0), "to", letter(last)), ""))
	var rows [][]string
	for _, r := range m.Rows {
		rows = append(rows, []string{p.rank(r.Rank), strconv.Itoa(r.From), strconv.Itoa(r.To)})
	}
	writeTable(p.out, "  ", []column{{give: true}, {title: letter(0), right: true}, {title: letter(last), right: true}}, rows)
}

// rank names a rank band, and gives any other rank as it was typed.
func (p *program) rank(rank string) string {
	if id := "rank." + rank; p.words().Has(id) {
		return p.words().T(id)
	}
	return clean(rank)
}
