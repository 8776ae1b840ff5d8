package command

import (
	"fmt"

	"luwes/assess"
)

// showComparedComposites writes the scores that join scales. Their change is never
// tested: it is made of the scores of sessions, and belongs to no person.
func (p *program) showComparedComposites(c *assess.Comparison) {
	list := c.Composites()
	if len(list) == 0 {
		return
	}
	last := len(c.Sides) - 1
	across(c, func(from, to int) {
		var rows [][]string
		told := reasons{}
		for _, over := range list {
			row := []string{p.text(over.Composite.Title, "")}
			for _, score := range over.Scores[from:to] {
				row = append(row, p.words().Figure(score, 1))
			}
			if to-1 == last {
				change, why := p.compositeChange(over)
				row = append(row, change)
				told.add(why, row[0])
			}
			rows = append(rows, row)
		}
		fmt.Fprintln(p.out, "\n"+p.words().T("show.composites"))
		writeTable(p.out, "  ", lettered(from, to, last), rows)
		p.showReasons(told)
	})
}

// compositeChange is the change from the first side to the last, or why there is none.
func (p *program) compositeChange(over assess.ComparedComposite) (change, why string) {
	first, last := over.Scores[0], over.Scores[len(over.Scores)-1]
	switch {
	case !over.Same:
		return "–", p.words().Reason(assess.ScoredOtherwise)
	case !first.OK():
		return "–", p.words().Reason(first.Reason)
	case !last.OK():
		return "–", p.words().Reason(last.Reason)
	}
	return p.words().Signed(last.Value-first.Value, 1), ""
}
