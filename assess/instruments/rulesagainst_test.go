package instruments_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// opposites are the pairs of rules of which one says the opposite of the other.
func opposites(rs *assess.Rules) [][2]*assess.Rule {
	var out [][2]*assess.Rule
	for i := range rs.List {
		for _, id := range rs.List[i].Against {
			out = append(out, [2]*assess.Rule{&rs.List[i], rs.Rule(id)})
		}
	}
	return out
}

// A strength has an opposite, or the two would not be told apart by a test.
func TestStrengthsHaveOpposites(t *testing.T) {
	has := map[string]bool{}
	for _, rs := range ruleSets() {
		for _, pair := range opposites(rs) {
			has[pair[0].ID], has[pair[1].ID] = true, true
		}
	}
	eachRule(func(_ *assess.Rules, rule *assess.Rule) {
		if rule.Kind == assess.StrengthRule && !has[rule.ID] {
			t.Errorf("%s has no opposite", rule.ID)
		}
	})
}

// No answers fire two opposites: every item and scale that a pair looks at takes
// every value on either side of every limit, whether answers can give it or not.
func TestOppositesExclude(t *testing.T) {
	var pairs [][2]*assess.Rule
	for _, rs := range ruleSets() {
		pairs = append(pairs, opposites(rs)...)
	}
	for _, pair := range pairs {
		if slices.Contains(pair[0].Covers, pair[1].ID) || slices.Contains(pair[1].Covers, pair[0].ID) {
			continue // never found together, whatever holds
		}
		values := map[string][]float64{}
		for _, rule := range pair {
			rule.When.Each(func(c *assess.Condition) {
				if c.Item != "" {
					values[c.Item] = []float64{1, 2, 2.5, 3, 3.5, 4, 5}
				}
				for _, limit := range []assess.Figure{c.Above, c.Below} {
					if c.Fact != "" && limit.OK() {
						values[c.Fact] = append(values[c.Fact], limit.Value-.5, limit.Value, limit.Value+.5)
					}
				}
				b := besides[c.Beside]
				if c.Beside != "" {
					values[c.Beside] = append(values[c.Beside], b.bureaucratic, b.adaptable, (b.bureaucratic+b.adaptable)/2)
				}
				if b.item != "" {
					values[b.item] = []float64{1, 2, 2.5, 3, 3.5, 4, 5}
				}
				if c.Composite != "" {
					values[c.Composite] = []float64{25, 50, 62.5, 75, 76, 80, 87.5, 88.5, 95, 100}
				}
				for _, id := range []string{c.Scale, c.Gap[0], c.Gap[1], b.scale} {
					if id != "" {
						values[id] = []float64{0, 20, 35, 40, 45, 55, 60, 65, 80, 81, 100}
					}
				}
			})
		}
		ids := slices.Sorted(maps.Keys(values))
		assign(ids, values, map[string]float64{}, func(v map[string]float64) bool {
			if holds(&pair[0].When, v) && holds(&pair[1].When, v) {
				t.Errorf("%s and %s both on %v", pair[0].ID, pair[1].ID, v)
				return false
			}
			return true
		})
	}
}

// assign calls f with every assignment until it says false.
func assign(ids []string, values map[string][]float64, v map[string]float64, f func(map[string]float64) bool) bool {
	if len(ids) == 0 {
		return f(v)
	}
	for _, x := range values[ids[0]] {
		v[ids[0]] = x
		if !assign(ids[1:], values, v, f) {
			return false
		}
	}
	return true
}

// holds is what a condition says by its definition, without agreement.
func holds(c *assess.Condition, v map[string]float64) bool {
	is := func(b assess.Condition) bool { return holds(&b, v) }
	switch {
	case c.All != nil:
		return !slices.ContainsFunc(c.All, func(b assess.Condition) bool { return !is(b) })
	case c.Any != nil:
		return slices.ContainsFunc(c.Any, is)
	}
	x := v[c.Item+c.Scale+c.Composite+c.Gap[0]+c.Fact]
	if b, ok := besides[c.Beside]; ok {
		x = b.gap(v, c.Beside)
	}
	if c.Gap[1] != "" {
		x -= v[c.Gap[1]]
	}
	return (!c.Above.OK() || x > c.Above.Value) && (!c.Below.OK() || x < c.Below.Value)
}

// The same for whole sessions: random answers, and corners in which each scale is
// all low, all high or mixed.
func TestOppositesNeverMeet(t *testing.T) {
	for _, c := range []struct {
		id             string
		sessions, seen int
	}{{instruments.DefaultID, 4000, 60}, {instruments.EvaluationID, 400, 20}} {
		rnd := rand.New(rand.NewPCG(4, 2008))
		rs := instruments.Rules(c.id)
		pairs := opposites(rs)
		seen := map[string]bool{}
		for n := range c.sessions {
			s := answersTo(rs.Instrument, randomRow(rs.Instrument, rnd, n%2 == 0))
			s.Facts = randomSheet(rnd)
			prove(s, itemsOf(rs.Instrument, rs.Instrument.Scales[rnd.IntN(8)].ID), 100)
			d := rs.Diagnose(s, nil)
			ids := map[string]bool{}
			for _, f := range d.Findings {
				ids[f.Rule.ID], seen[f.Rule.ID] = true, true
			}
			for _, pair := range pairs {
				if ids[pair[0].ID] && ids[pair[1].ID] {
					t.Fatalf("%s and %s on the same answers", pair[0].ID, pair[1].ID)
				}
			}
		}
		if len(seen) < c.seen {
			t.Errorf("the search saw only %d rules of %s", len(seen), c.id)
		}
	}
}

// randomSheet fills the fact sheet now with low numbers, now with high ones, and the
// grid around one level.
func randomSheet(rnd *rand.Rand) []assess.Fact {
	var out []assess.Fact
	for _, line := range assess.FactSheet {
		most := map[assess.FactUnit]int{assess.CountFact: 60, assess.NumberFact: 12}[line.Unit]
		if most == 0 {
			most = 100
		}
		if line.ID == "levels" {
			most = 8
		}
		out = append(out, assess.Fact{ID: line.ID, Value: float64(1 + rnd.IntN(most))})
	}
	level := rnd.IntN(4)
	for _, d := range assess.Decisions {
		out = append(out, assess.Fact{ID: d.ID, Value: float64(level + rnd.IntN(2))})
	}
	return out
}

func randomRow(in *assess.Instrument, rnd *rand.Rand, corner bool) string {
	row := ""
	for _, s := range in.Scales {
		first, span := 1, in.Levels
		if corner {
			first, span = []int{1, in.Levels - 1, 1}[rnd.IntN(3)], []int{2, 2, in.Levels}[rnd.IntN(3)]
			span = min(span, in.Levels+1-first)
		}
		for _, it := range s.Items {
			row += string(rune('0' + as(in, it, first+rnd.IntN(span))))
		}
	}
	return row
}
