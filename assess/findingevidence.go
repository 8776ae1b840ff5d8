package assess

import "strings"

// prove notes for which items somebody has noted evidence, in whatever round.
func (r *reading) prove(s *Session) {
	noted := map[string]bool{}
	for i := range s.Respondents {
		for _, e := range s.Respondents[i].Entries {
			if e.Evidence != "" && !noted[e.Item] {
				noted[e.Item] = strings.TrimSpace(e.Evidence) != ""
			}
		}
	}
	for i := range r.items {
		r.items[i].proven = r.items[i].item != nil && noted[r.items[i].item.ID]
	}
}

// lookEvidence compares the share of items with evidence among those that have a
// level. Where none has, nothing is asked for.
func (c *Condition) lookEvidence(r *reading) (truth, float64) {
	levels, proven := 0, 0
	for _, place := range c.items {
		if it := &r.items[place]; it.valued() {
			levels++
			if it.proven {
				proven++
			}
		}
	}
	if levels == 0 {
		return denied, 0
	}
	return c.within(100 * float64(proven) / float64(levels))
}

// bare are the items that have a level and no evidence.
func (r *reading) bare(places []int) []*subject {
	var out []*subject
	for _, place := range places {
		if it := &r.items[place]; it.valued() && !it.proven {
			out = append(out, it)
		}
	}
	return out
}

// A Straight is the level, as ticked, that nearly all first answers of a session are
// on: at least [StraightShare] of them, of [ConspicuousFrom] answers or more. Where
// some items state a fault, so that agreeing with them says the opposite, hardly any
// region can be like that.
type Straight struct {
	Level int // 1..L, before reversing
	N     int // answers on it
	Of    int // answers with a level
}

// straight is nil where answers differ enough, or are too few to tell.
func (a *Analysis) straight() *Straight {
	levels := a.Result.Instrument.Levels
	ticked := make([]int, levels+1)
	all := 0
	for _, it := range a.Items {
		for i, n := range it.Counts {
			level := i + 1
			if it.Item.Reverse {
				level = levels - i
			}
			ticked[level] += n
			all += n
		}
	}
	for level, n := range ticked {
		if all >= ConspicuousFrom && float64(n) >= StraightShare*float64(all)-scoreNoise {
			return &Straight{Level: level, N: n, Of: all}
		}
	}
	return nil
}

// holds is a condition on it, of the size of its share.
func (s *Straight) holds() (truth, float64) {
	if s == nil {
		return denied, 0
	}
	return given, float64(s.N) / float64(s.Of)
}
