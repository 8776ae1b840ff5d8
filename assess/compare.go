package assess

import "strings"

// Margin is the difference in points, of 0–100, below which luwes calls no
// change meaningful. It is fixed before anybody looks at the answers.
const Margin = 10.0

// A Comparison sets two or more sessions side by side. The p values of all its
// strategies and dimensions, over all pairs, are adjusted together; those of the
// symptoms, and of whatever else is asked, are families of their own. Where an
// instrument has neither strategies nor dimensions all its scales are one family.
type Comparison struct {
	Sides  []Side  // in the order given
	Margin float64 // points below which no change matters: that of the latest session
	Scales []ComparedScale
	Items  []ComparedItem
	Pairs  []Pair // every pair of sides, the earlier one of the list first
}

// A ComparedScale is one scale over all sides.
type ComparedScale struct {
	Scale  *Scale
	Scores []Figure // one a side, 0–100; unknown where the side lacks the scale
	Same   bool     // scored in the same way on all sides that have it
	Spread *Spread  // whether the sessions differ at all; nil with fewer than three
}

// A ComparedItem is one item over all sides, keyed.
type ComparedItem struct {
	Item  *Item
	Scale *Scale
	Means []Figure // one a side, 1..L
	Same  bool
}

// A Pair is the change between two sides, second minus first.
type Pair struct {
	From, To   int     // places in Sides
	Margin     float64 // points below which no change matters: that of the later session
	Scales     []ScaleChange
	Items      []ItemChange
	Attendance Attendance
	Ranks      RankMix
}

// An ItemChange is the change of one item.
type ItemChange struct {
	Item       *Item
	Scale      *Scale
	Difference Figure // steps of the answer scale, keyed
}

// Compare sets sessions side by side. Scales are matched by id without case, in the
// order in which they first appear; a scale whose scoring fingerprint differs between two
// sides is not compared, and the pair says why. Items are compared if their id,
// their key and the number of levels are the same. No side is changed.
func Compare(sides []Side) *Comparison {
	c := &Comparison{Sides: sides, Margin: latestMargin(sides...)}
	c.gatherScales()
	c.gatherItems()
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			c.Pairs = append(c.Pairs, c.pair(i, j))
		}
	}
	c.judge()
	return c
}

// Pair returns the change between two places of Sides; nil if there is none.
func (c *Comparison) Pair(from, to int) *Pair {
	for i := range c.Pairs {
		if c.Pairs[i].From == from && c.Pairs[i].To == to {
			return &c.Pairs[i]
		}
	}
	return nil
}

func (c *Comparison) gatherScales() {
	seen := map[string]bool{}
	for _, side := range c.Sides {
		for i := range side.Result.Scales {
			s := side.Result.Scales[i].Scale
			id := strings.ToLower(s.ID)
			if seen[id] {
				continue
			}
			seen[id] = true
			c.Scales = append(c.Scales, c.scaleOver(s))
		}
	}
}

func (c *Comparison) scaleOver(s *Scale) ComparedScale {
	over := ComparedScale{Scale: s, Same: true}
	print := ""
	for _, side := range c.Sides {
		r := side.Result.Scale(s.ID)
		if r == nil {
			over.Scores = append(over.Scores, Unknown(NotInBoth))
			continue
		}
		over.Scores = append(over.Scores, r.Score)
		if print == "" {
			print = r.Fingerprint
		}
		over.Same = over.Same && r.Fingerprint == print
	}
	if len(c.Sides) > 2 {
		over.Spread = c.spread(&over)
	}
	return over
}

func (c *Comparison) gatherItems() {
	seen := map[string]bool{}
	for _, side := range c.Sides {
		for i := range side.Result.Items {
			it := &side.Result.Items[i]
			id := strings.ToLower(it.Item.ID)
			if seen[id] {
				continue
			}
			seen[id] = true
			over := ComparedItem{Item: it.Item, Scale: it.Scale, Same: true}
			for _, other := range c.Sides {
				mean, same := itemBeside(side.Result, it, other.Result)
				over.Means = append(over.Means, mean)
				over.Same = over.Same && same
			}
			c.Items = append(c.Items, over)
		}
	}
}

// itemBeside returns the mean of an item in another result, and whether it is
// answered in the same way there.
func itemBeside(mine *Result, it *ItemResult, other *Result) (Figure, bool) {
	o := other.Item(it.Item.ID)
	if o == nil {
		return Unknown(NotInBoth), true
	}
	same := o.Item.Reverse == it.Item.Reverse && other.Instrument.Levels == mine.Instrument.Levels
	return o.Mean, same
}

func (c *Comparison) pair(i, j int) Pair {
	from, to := &c.Sides[i], &c.Sides[j]
	p := Pair{From: i, To: j, Margin: latestMargin(*from, *to), Attendance: attendance(from, to), Ranks: mix(from, to)}
	for _, s := range c.Scales {
		p.Scales = append(p.Scales, changeOf(s.Scale, from, to, p.Margin))
	}
	for k, it := range c.Items {
		p.Items = append(p.Items, ItemChange{Item: it.Item, Scale: it.Scale, Difference: c.itemDifference(k, i, j)})
	}
	return p
}

func (c *Comparison) itemDifference(k, i, j int) Figure {
	a, b := c.Items[k].Means[i], c.Items[k].Means[j]
	id := c.Items[k].Item.ID
	from, to := c.Sides[i].Result, c.Sides[j].Result
	switch {
	case !a.OK():
		return a
	case !b.OK():
		return b
	}
	if _, same := itemBeside(from, from.Item(id), to); !same {
		return Unknown(ScoredOtherwise)
	}
	return Known(b.Value - a.Value)
}
