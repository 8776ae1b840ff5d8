package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
)

// compare is "luwes compare SESSION SESSION…": sessions side by side.
func (p *program) compare() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "compare",
		Args: p.want(2, -1, "SESSION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			sides, err := p.sides(cmd.Context(), args)
			if err != nil {
				return err
			}
			c := assess.Compare(sides)
			if asJSON {
				return transfer.WriteComparison(p.out, c)
			}
			p.showComparison(c)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// sides loads the sessions in the order given. The same one twice is a slip.
func (p *program) sides(ctx context.Context, refs []string) ([]assess.Side, error) {
	var sides []assess.Side
	seen := map[string]bool{}
	err := p.reading(ctx, func(store *data.Store) error {
		for _, ref := range refs {
			s, err := session(ctx, store, ref)
			if err != nil {
				return err
			}
			if seen[s.ID] {
				return misuse("same-sessions", "session", s.ID)
			}
			seen[s.ID] = true
			sides = append(sides, assess.SideOf(s))
		}
		return nil
	})
	return sides, err
}

// sidesAcross is how many sessions stand beside each other in one table.
const sidesAcross = 3

func (p *program) showComparison(c *assess.Comparison) {
	for i, side := range c.Sides {
		fmt.Fprintf(p.out, "%s  %s (%s) · %s · %s\n", letter(i), clean(side.Title), side.ID, p.words().Date(side.Date),
			p.words().N("comparison.people", side.Result.Respondents))
	}
	for _, kind := range kinds {
		for from := 0; from < len(c.Sides); from += sidesAcross {
			p.showCompared(c, kind, from, min(from+sidesAcross, len(c.Sides)))
		}
	}
	p.showMoved(c)
	fmt.Fprintln(p.out)
	p.showCautions(c)
}

// showCompared writes the scales of one kind for some of the sides; with two or
// more, the last column is the change from the first of all sides to the last,
// and below stands what it shows.
func (p *program) showCompared(c *assess.Comparison, kind assess.Kind, from, to int) {
	var rows [][]string
	told := reasons{}
	var head *assess.Scale
	last := len(c.Sides) - 1
	pair := c.Pair(0, last)
	for k := range c.Scales {
		s := c.Scales[k].Scale
		if s.Kind != kind {
			continue
		}
		if head == nil {
			head = s
		}
		row := []string{p.text(s.Title, "")}
		for i := from; i < to; i++ {
			row = append(row, p.sideScore(c, k, i))
		}
		if to-1 == last {
			change, why := p.changed(c, pair, k)
			row = append(row, change)
			told.add(why, row[0])
		}
		rows = append(rows, row)
	}
	if head == nil {
		return
	}
	fmt.Fprintln(p.out, "\n"+p.kindTitle(kind, head, ""))
	columns := []column{{give: true}}
	for i := from; i < to; i++ {
		columns = append(columns, column{title: letter(i), right: true})
	}
	if to-1 == last {
		columns = append(columns, column{title: letter(0) + "→" + letter(last), right: true})
	}
	writeTable(p.out, "  ", columns, rows)
	p.showReasons(told)
}

func (p *program) showReasons(list reasons) {
	for _, why := range list {
		fmt.Fprintln(p.out, wrap(clean(strings.Join(why.scales, ", ")+": "+why.words), "  "))
	}
}

// reasons are why scales have no score or no change, each told once.
type reasons []struct {
	words  string
	scales []string
}

func (r *reasons) add(why, scale string) {
	if why == "" {
		return
	}
	for i := range *r {
		if (*r)[i].words == why {
			(*r)[i].scales = append((*r)[i].scales, scale)
			return
		}
	}
	*r = append(*r, struct {
		words  string
		scales []string
	}{why, []string{scale}})
}

// sideScore is a score with the people and the coverage behind it.
func (p *program) sideScore(c *assess.Comparison, k, i int) string {
	side := &c.Sides[i]
	s := side.Result.Scale(c.Scales[k].Scale.ID)
	if side.Few() || s == nil || !s.Score.OK() {
		return "–"
	}
	return fmt.Sprintf("%s (n %d, %s)", p.words().Figure(s.Score, 1), s.N, p.coverage(s))
}

// changed is the change of a scale and what it shows, or why there is none.
func (p *program) changed(c *assess.Comparison, pair *assess.Pair, k int) (change, told string) {
	ch := &pair.Scales[k]
	if !ch.Comparable {
		return "–", p.words().Reason(ch.Reason)
	}
	return p.words().Signed(ch.Difference.Value, 1), p.verdict(c, pair, ch)
}

// letter names the place of a session: A, B, …, Z, 27, 28, …
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return fmt.Sprint(i + 1)
}
