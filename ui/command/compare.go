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

// compare is "luwes compare SESSION SESSION…": sessions side by side, as a table, for
// other programs, or as a paper for people.
func (p *program) compare() *cobra.Command {
	var asJSON bool
	var to paperOut
	cmd := &cobra.Command{
		Use:  "compare",
		Args: p.want(2, -1, "SESSION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := wantComparedPaper(cmd, to); err != nil {
				return err
			}
			sessions, err := p.several(cmd.Context(), args)
			if err != nil {
				return err
			}
			if to.format != "" {
				return p.writeCompared(sessions, to)
			}
			sides := make([]assess.Side, len(sessions))
			for i, s := range sessions {
				sides[i] = assess.SideOf(s)
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
	to.flags(cmd)
	return cmd
}

// several loads the sessions in the order given. The same one twice is a slip.
func (p *program) several(ctx context.Context, refs []string) ([]*assess.Session, error) {
	var sessions []*assess.Session
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
			sessions = append(sessions, s)
		}
		return nil
	})
	return sessions, err
}

// sidesAcross is how many sessions stand beside each other in one table.
const sidesAcross = 3

func (p *program) showComparison(c *assess.Comparison) {
	for i, side := range c.Sides {
		fmt.Fprintf(p.out, "%s  %s (%s) · %s · %s\n", letter(i), clean(side.Title), side.ID, p.words().Date(side.Date),
			p.words().Voices(side.Method, side.Result.Respondents))
	}
	for _, kind := range kinds {
		for _, places := range sections(c, kind) {
			across(c, func(from, to int) { p.showCompared(c, places, from, to) })
		}
	}
	p.showComparedComposites(c)
	p.showMoved(c)
	fmt.Fprintln(p.out)
	p.showCautions(c)
}

// across calls with as many sides as stand beside each other, until all were told.
func across(c *assess.Comparison, tell func(from, to int)) {
	for from := 0; from < len(c.Sides); from += sidesAcross {
		tell(from, min(from+sidesAcross, len(c.Sides)))
	}
}

// sections are the places of the scales of a kind in the comparison, apart by the
// heading that they stand under.
func sections(c *assess.Comparison, kind assess.Kind) [][]int {
	var out [][]int
	var heading string
	for k := range c.Scales {
		s := c.Scales[k].Scale
		if s.Kind != kind {
			continue
		}
		of := ""
		if chapter := home(c, s).Chapter(s); chapter != nil {
			of = chapter.ID
		}
		if out == nil || of != heading {
			out, heading = append(out, nil), of
		}
		out[len(out)-1] = append(out[len(out)-1], k)
	}
	return out
}

// home is the instrument of the first side that asks a scale.
func home(c *assess.Comparison, s *assess.Scale) *assess.Instrument {
	for i := range c.Sides {
		if c.Sides[i].Result.Scale(s.ID) != nil {
			return c.Sides[i].Result.Instrument
		}
	}
	return c.Sides[0].Result.Instrument
}

// showCompared writes the scales at some places for some of the sides; with two or
// more, the last column is the change from the first of all sides to the last,
// and below stands what it shows.
func (p *program) showCompared(c *assess.Comparison, places []int, from, to int) {
	var rows [][]string
	told := reasons{}
	last := len(c.Sides) - 1
	pair := c.Pair(0, last)
	for _, k := range places {
		row := []string{p.text(c.Scales[k].Scale.Title, "")}
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
	head := c.Scales[places[0]].Scale
	fmt.Fprintln(p.out, "\n"+p.kindTitle(home(c, head), head, ""))
	writeTable(p.out, "  ", lettered(from, to, last), rows)
	p.showReasons(told)
}

// lettered are the columns for some of the sides, and for the change beside the last.
func lettered(from, to, last int) []column {
	columns := []column{{give: true}}
	for i := from; i < to; i++ {
		columns = append(columns, column{title: letter(i), right: true})
	}
	if to-1 == last {
		columns = append(columns, column{title: letter(0) + "→" + letter(last), right: true})
	}
	return columns
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
