package ui

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A compared set of sessions, ready to be drawn. It is made by a command and
// never changed.
type compared struct {
	sides []*scored // in date order
	*assess.Comparison
	rows []comparedRow
}

// A comparedRow is one scale or item of the comparison.
type comparedRow struct {
	section   string        // a kind of scales, or one of those below
	chapter   *assess.Group // heads the section instead of the kind, or nil
	scale     *assess.ComparedScale
	composite *assess.Composite // the scale stands for it: it has scores and no answers of its own
	item      *assess.ComparedItem
	from, to  int // the first and the last side with a number
	change    float64
	tested    *assess.ScaleChange // the change of a scale between these two; nil of an item
	reason    assess.Reason       // why a scale cannot be compared
}

// The sections after those of the kinds.
const (
	apart   = "apart" // scales that cannot be compared
	mostly  = "items" // items that changed most
	mostOf  = 10      // so many of these
	noticed = 0.05    // the least change of a level that is one
)

func (row comparedRow) id() string {
	if row.item != nil {
		return row.item.Item.ID
	}
	return row.scale.Scale.ID
}

// comparedMsg brings compared sessions to every screen that shows them.
type comparedMsg struct {
	ids  string
	data *compared
	err  error
}

// loadCompared loads, scores and compares sessions.
func loadCompared(store Store, ids []string) tea.Cmd {
	return func() tea.Msg {
		msg := comparedMsg{ids: strings.Join(ids, " ")}
		var sides []*scored
		for i, id := range ids {
			if slices.Contains(ids[:i], id) {
				continue
			}
			session, err := store.Session(context.Background(), id)
			if err != nil {
				msg.err = err
				return msg
			}
			sides = append(sides, score(session))
		}
		msg.data = compareSides(sides)
		return msg
	}
}

// compareSides puts sessions into the order of their dates and compares them.
func compareSides(sides []*scored) *compared {
	slices.SortStableFunc(sides, func(a, b *scored) int {
		return cmp.Or(cmp.Compare(a.session.Date, b.session.Date), a.session.Created.Compare(b.session.Created), cmp.Compare(a.session.ID, b.session.ID))
	})
	c := &compared{sides: sides}
	assessed := make([]assess.Side, len(sides))
	for i, s := range sides {
		if s.few {
			hide(s.result)
		}
		assessed[i] = assess.Side{Header: s.session.Header, Result: s.result, Ranks: s.session.Ranks()}
	}
	c.Comparison = assess.Compare(assessed)
	if len(sides) > 1 {
		c.gather()
	}
	return c
}

// tested reports whether any two of the sessions are of several people, so that
// there are statistics of a change.
func (c *compared) tested() bool {
	groups := 0
	for _, s := range c.sides {
		if !s.solo() && !s.few {
			groups++
		}
	}
	return groups > 1
}

// hide makes every figure of an anonymous session with too few people unknown.
func hide(r *assess.Result) {
	hidden := assess.Unknown(assess.AnonymousFew)
	for i := range r.Scales {
		r.Scales[i].Score, r.Scales[i].Band = hidden, assess.Band{}
	}
	for i := range r.Items {
		r.Items[i].Mean, r.Items[i].Median, r.Items[i].Counts = hidden, hidden, nil
	}
}

// gather makes the rows: the scales by kind, those that cannot be compared, and
// the items that changed most.
func (c *compared) gather() {
	var without []comparedRow
	for _, kind := range kinds {
		for i := range c.Scales {
			if c.Scales[i].Scale.Kind != kind {
				continue
			}
			row := c.scaleRow(i)
			if row.reason != "" {
				row.section = apart
				without = append(without, row)
				continue
			}
			c.rows = append(c.rows, row)
		}
	}
	for _, row := range c.composites() {
		if row.section == apart {
			without = append(without, row)
			continue
		}
		c.rows = append(c.rows, row)
	}
	c.rows = append(c.rows, without...)
	c.rows = append(c.rows, c.mostChanged()...)
}

// scaleRow compares one scale, first with last of the sessions that have a score.
func (c *compared) scaleRow(i int) comparedRow {
	s := &c.Scales[i]
	row := comparedRow{section: string(s.Scale.Kind), chapter: c.chapter(s.Scale), scale: s}
	var ok bool
	row.from, row.to, ok = ends(s.Scores)
	switch {
	case !s.Same:
		row.reason = assess.ScoredOtherwise
	case !ok:
		row.reason = lacking(s.Scores)
	default:
		row.tested = &c.Pair(row.from, row.to).Scales[i]
		row.reason, row.change = row.tested.Reason, row.tested.Difference.Value
	}
	return row
}

// ends are the first and the last known figure; false if there are not two.
func ends(figures []assess.Figure) (from, to int, ok bool) {
	from, to = -1, -1
	for i, f := range figures {
		if !f.OK() {
			continue
		}
		if from < 0 {
			from = i
		}
		to = i
	}
	return max(from, 0), max(to, 0), from >= 0 && to > from
}

// lacking is why figures cannot be compared: that a session did not ask at all
// says more than that another has no score.
func lacking(figures []assess.Figure) assess.Reason {
	var first assess.Reason
	for _, f := range figures {
		if f.Reason == assess.NotInBoth {
			return f.Reason
		}
		if first == "" {
			first = f.Reason
		}
	}
	return first
}

// mostChanged are the items whose level changed most from the first session to
// the last.
func (c *compared) mostChanged() []comparedRow {
	var rows []comparedRow
	last := len(c.sides) - 1
	for i := range c.Items {
		d := c.Pair(0, last).Items[i].Difference
		if c.Items[i].Same && d.OK() && math.Abs(d.Value) >= noticed {
			rows = append(rows, comparedRow{section: mostly, item: &c.Items[i], to: last, change: d.Value})
		}
	}
	slices.SortStableFunc(rows, func(a, b comparedRow) int { return cmp.Compare(math.Abs(b.change), math.Abs(a.change)) })
	return rows[:min(len(rows), mostOf)]
}

// places reports whether the sessions are of different places.
func (c *compared) places() bool {
	for _, s := range c.sides[1:] {
		if !assess.SamePlace(s.session.Header, c.sides[0].session.Header) {
			return true
		}
	}
	return false
}
