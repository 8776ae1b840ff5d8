package assess

import "luwes/assess/stats"

// A Spread is the one test that three or more sessions do not all have the same
// score on a scale (Welch 1951). It takes everybody for a stranger, and comes
// before the changes of pairs.
type Spread struct {
	Sessions    int // that have people with a score
	F, DF1, DF2 Figure
	P           Figure
}

// spread tests a scale over the sides that have people with a score on it. It is
// unknown for [ScoredOtherwise] where these are not scored in the same way, with
// fewer than two such sides for the reason of a side without people, and
// otherwise for [OnePerson] or [NoSpread] of any side.
func (c *Comparison) spread(over *ComparedScale) *Spread {
	groups, lacking := c.groups(over)
	switch {
	case !over.Same:
		return untestedSpread(len(groups), ScoredOtherwise)
	case len(groups) < 2:
		return untestedSpread(len(groups), lacking)
	}
	f := stats.WelchANOVA(groups)
	return &Spread{
		Sessions: len(groups),
		F:        orWhy(f.F, f.Reason), DF1: orWhy(f.DF1, f.Reason), DF2: orWhy(f.DF2, f.Reason), P: orWhy(f.P, f.Reason),
	}
}

// groups returns the scores of each side that has people, and why the first of
// the others has none.
func (c *Comparison) groups(over *ComparedScale) (groups [][]float64, lacking Reason) {
	for i := range c.Sides {
		why := over.Scores[i].Reason
		if c.Sides[i].Few() {
			why = AnonymousFew
		}
		var people []PersonScore
		if why == "" {
			people, why = c.Sides[i].crowd(c.Sides[i].Result.Scale(over.Scale.ID))
		}
		if why == "" {
			groups = append(groups, scoresOf(people))
		} else if lacking == "" {
			lacking = why
		}
	}
	return groups, lacking
}

func untestedSpread(sessions int, why Reason) *Spread {
	u := Unknown(why)
	return &Spread{Sessions: sessions, F: u, DF1: u, DF2: u, P: u}
}
