package assess_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"luwes/assess"
)

// ranksOf gives each person a level at a1 and a rank, in turn; units and groups
// follow if there are any.
func ranksOf(levels []int, traits ...[]string) *assess.Session {
	var rows [][]int
	for _, l := range levels {
		rows = append(rows, []int{l, l})
	}
	s := filled(questionnaire(5, scaleOf("a", 2)), rows...)
	for i := range s.Respondents {
		for j, names := range traits {
			r := &s.Respondents[i]
			*[]*string{&r.Rank, &r.Unit, &r.Group}[j] = names[i]
		}
	}
	return s
}

// times repeats names: "x", 5, "y", 6.
func times(pairs ...any) (names []string) {
	for i := 0; i < len(pairs); i += 2 {
		for range pairs[i+1].(int) {
			names = append(names, pairs[i].(string))
		}
	}
	return names
}

func TestSubgroups(t *testing.T) {
	fives := []int{1, 1, 1, 1, 1, 5, 5, 5, 5, 5}
	eleven := append([]int{3}, fives...)
	for _, c := range []struct {
		name   string
		levels []int
		ranks  []string
		want   string
		why    assess.Reason
	}{
		{"two of five", fives, times("Head", 5, "staff", 5), "[Head 5 0 staff 5 100]", ""},
		{"case and blanks do not part", fives, append(times("Head", 4, " head ", 1), times("staff", 5)...), "[Head 5 0 staff 5 100]", ""},
		{"one of five and as many others", fives, times("Head", 5, "a", 3, "", 2), "[Head 5 0]", ""},
		{"nobody else", fives[:5], times("Head", 5), "[Head 5 0]", ""},
		{"four others", fives[:9], times("Head", 5, "staff", 4), "[]", assess.Traceable},
		{"one other", eleven, times("", 1, "Head", 5, "staff", 5), "[]", assess.Traceable},
		{"none of five", fives, times("a", 4, "b", 4, "c", 2), "[]", assess.TooFew},
		{"no ranks", fives, times("", 10), "[]", assess.TooFew},
		{"the silent do not count", append([]int{0}, fives...), times("Head", 6, "staff", 5), "[Head 5 0 staff 5 100]", ""},
	} {
		got, why := ranksOf(c.levels, c.ranks).Subgroups(assess.ByRank)
		if text := briefly(got); text != c.want || why != c.why {
			t.Errorf("%s: %s (%s), want %s (%s)", c.name, text, why, c.want, c.why)
		}
	}
}

func briefly(groups []assess.Subgroup) string {
	parts := []any{}
	for _, g := range groups {
		score := g.Summary.Scales[0].Score
		if !score.OK() {
			parts = append(parts, g.Name, g.Summary.Respondents, score.Reason)
			continue
		}
		parts = append(parts, g.Name, g.Summary.Respondents, score.Value)
	}
	return fmt.Sprint(parts)
}

// A grouping that would leave a cell of one person with those before it is refused.
func TestSubgroupsOfSeveralGroupings(t *testing.T) {
	levels := make([]int, 20)
	for i := range levels {
		levels[i] = 1 + i/10
	}
	ranks := times("a", 10, "b", 10)
	for _, c := range []struct {
		name  string
		units []string
		why   assess.Reason
	}{
		{"the same as the ranks", times("x", 10, "y", 10), ""},
		{"halves of the ranks", times("x", 5, "y", 10, "x", 5), ""},
		{"a rank but for one person", times("x", 9, "y", 11), assess.Traceable},
		{"cells of four", times("x", 6, "y", 10, "x", 4), assess.Traceable},
	} {
		s := ranksOf(levels, ranks, c.units)
		if _, why := s.Subgroups(assess.ByUnit); why != c.why {
			t.Errorf("%s: %q, want %q", c.name, why, c.why)
		}
		if _, why := s.Subgroups(assess.ByRank); why != "" {
			t.Errorf("%s: ranks are refused: %s", c.name, why)
		}
	}
}

// A scale that too few of a group have a score on is unknown in all.
func TestSubgroupsOfAScale(t *testing.T) {
	s := ranksOf([]int{1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5}, times("a", 6, "b", 6))
	for _, who := range []int{0, 1} {
		for item := range 2 {
			s.Respondents[who].Entries[item].Answer = assess.Answer{Kind: assess.DontKnow}
		}
	}
	groups, why := s.Subgroups(assess.ByRank)
	if text := briefly(groups); why != "" || text != "[a 6 traceable b 6 traceable]" {
		t.Errorf("%s (%s)", text, why)
	}
	s.Method = assess.ConsensusMethod
	if groups, why := s.Subgroups(assess.ByRank); groups != nil || why != assess.Consensus {
		t.Errorf("a consensus has %v (%s)", groups, why)
	}
	s = byHands()
	if groups, why := s.Subgroups(assess.ByRank); groups != nil || why != assess.CountsOnly {
		t.Errorf("hands have %v (%s)", groups, why)
	}
}

// Whatever is shown, no two groups, nor a group and everybody, differ by fewer
// people than a group has, and no cell of all that is shown has fewer.
func TestNobodyCanBeWorkedOut(t *testing.T) {
	shown := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 7))
		n := 5 + r.IntN(40)
		levels, traits := make([]int, n), make([][]string, 3)
		parts := 1 + r.IntN(3)
		for i := range levels {
			levels[i] = 1 + r.IntN(5)
			for j := range traits {
				traits[j] = append(traits[j], []string{"x", "y", "z", ""}[r.IntN(parts)])
			}
		}
		s := ranksOf(levels, traits...)
		cells := make([]string, n)
		for j, by := range []assess.Trait{assess.ByRank, assess.ByUnit, assess.ByGroup} {
			groups, _ := s.Subgroups(by)
			shown += len(groups)
			for _, g := range groups {
				for i := range cells {
					if traits[j][i] == g.Name {
						cells[i] += string(by) + g.Name
					}
				}
			}
		}
		count := map[string]int{}
		for _, cell := range cells {
			count[cell]++
		}
		for cell, people := range count {
			if people < assess.SubgroupFrom {
				t.Fatalf("seed %d: %d people in %q", seed, people, cell)
			}
		}
	}
	if shown < 1000 {
		t.Errorf("only %d groups are shown at all", shown)
	}
}
