package instruments_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// camps are the levels that two halves of a group choose, by item; 3 unless set.
type camps map[string][2]int

// aim sets the levels that make a condition hold: items themselves last, because
// scales are filled whole.
func (c camps) aim(when *assess.Condition) {
	in := instruments.Default()
	branches := when.All
	if when.Any != nil {
		branches = when.Any[:1]
	}
	for _, items := range []bool{false, true} {
		for i := range branches {
			if (branches[i].Item != "") == items {
				c.aim(&branches[i])
			}
		}
	}
	switch {
	case when.Item != "":
		c[when.Item] = level(when)
	case when.Beside != "":
		for _, it := range besides[when.Beside].items() {
			c[it] = level(when)
		}
	case when.Scale != "":
		for _, it := range in.Scale(when.Scale).Items {
			c[it.ID] = level(when)
		}
	case when.Gap[0] != "" && when.Above.OK():
		c.fill(in.Scale(when.Gap[0]), 24)
		c.fill(in.Scale(when.Gap[1]), 18)
	}
}

func level(look *assess.Condition) [2]int {
	switch {
	case look.Apart:
		return [2]int{1, 5}
	case look.Above.OK():
		return [2]int{5, 5}
	}
	return [2]int{1, 1}
}

// fill spreads a sum of levels over the seven items of a strategy: 24 is 61 points,
// 18 is 39, with a third strategy on 50 between them.
func (c camps) fill(s *assess.Scale, sum int) {
	for i, it := range s.Items {
		l := 3
		switch {
		case sum > 21 && i < sum-21:
			l = 4
		case sum < 21 && i < 21-sum:
			l = 2
		}
		c[it.ID] = [2]int{l, l}
	}
}

// session is a group of six of which three choose the first level and three the
// second.
func (c camps) session() *assess.Session {
	var rows [2]string
	for camp := range rows {
		for _, s := range instruments.Default().Scales {
			for _, it := range s.Items {
				l := 3
				if levels, ok := c[it.ID]; ok {
					l = levels[camp]
				}
				rows[camp] += fmt.Sprint(l)
			}
		}
	}
	return answered(rows[0], rows[0], rows[0], rows[1], rows[1], rows[1])
}

// answered is a session in which each row holds the levels of one person in the
// order of the items: a digit, or d for "don't know", n for "not applicable" and -
// for nothing.
func answered(rows ...string) *assess.Session {
	s := &assess.Session{Instrument: instruments.Default(), Header: assess.Header{Method: assess.GroupMethod, Modules: []string{"symptoms"}}}
	var ids []string
	for _, sc := range s.Instrument.Scales {
		for _, it := range sc.Items {
			ids = append(ids, it.ID)
		}
	}
	kinds := map[rune]assess.Answer{'d': {Kind: assess.DontKnow}, 'n': {Kind: assess.Inapplicable}, '-': {}}
	for i, row := range rows {
		r := assess.Respondent{ID: fmt.Sprint("P", i+1)}
		for j, c := range strings.ReplaceAll(row, " ", "") {
			a, ok := kinds[c]
			if !ok {
				a = assess.At(int(c - '0'))
			}
			r.Entries = append(r.Entries, assess.Entry{Item: ids[j], Round: 1, Answer: a})
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func found(d *assess.Diagnosis) []string {
	var ids []string
	for _, f := range d.Findings {
		ids = append(ids, f.Rule.ID)
	}
	return ids
}

// Each rule has answers and records that make it speak, and is silent on the middle of
// everything.
func TestEveryRuleFires(t *testing.T) {
	for i := range rules().List {
		rule := &rules().List[i]
		c := camps{}
		c.aim(&rule.When)
		s := c.session()
		s.Facts = sheetFor(&rule.When)
		d := rules().Diagnose(s, nil)
		at := slices.Index(found(d), rule.ID)
		if at < 0 {
			t.Errorf("%s does not fire on %v, but %v", rule.ID, c, found(d))
			continue
		}
		f := d.Findings[at]
		if len(f.Triggers) == 0 || f.Size <= 0 || f.Size > 1 || f.Certainty != 1 {
			t.Errorf("%s: %d triggers, size %g, certainty %g", rule.ID, len(f.Triggers), f.Size, f.Certainty)
		}
	}
	middle := camps{}.session()
	middle.Facts = slices.Concat(decided("money", 3), decided("staff", 3), decided("service", 2), decided("policy", 2),
		[]assess.Fact{{ID: "levels", Value: 5}, {ID: "revised", Value: 50}})
	middle.Facts = assess.PutFact(middle.Facts, assess.Fact{ID: "decide-exception", Value: 1})
	if d := rules().Diagnose(middle, nil); len(d.Findings)+len(d.Silent) > 0 {
		t.Errorf("on the middle of everything: %v, %d silent", found(d), len(d.Silent))
	}
}

// What the three example regions are found to be: one stuck in bureaucracy, one
// adaptable on paper only, and one balanced.
func TestProfiles(t *testing.T) {
	for _, c := range []struct {
		name, levels string
		some, none   []string
	}{
		{"stuck", "2121223 2122321 2212322 2221212 1122132 2122231 212 321 223 312",
			[]string{"standstill", "bureaucratic-throughout", "oversize-unstudied", "oversize-unreviewed-posts", "overlap-unclear-mandates",
				"rowing-without-handover", "instability-unstudied", "slow-passing-on", "resistance", "split-affairs-separate-work"},
			[]string{"adaptable-structure", "adaptable-on-paper", "delegation-without-framework"}},
		{"on paper", "5454344 2222322 4332432 4344342 5544453 3332344 333 342 333 434",
			[]string{"adaptable-on-paper", "behaviour-lags", "framework-without-training", "authority-on-paper", "studied-structure"},
			[]string{"bureaucratic-throughout", "adaptable-structure", "standstill"}},
		{"balanced", "4444444 4444444 4444444 4444444 4444444 4444444 444 444 444 444",
			[]string{"balanced-strategies", "adaptable-structure", "structure-follows-strategy", "clear-delegation", "settled-institutions"},
			[]string{"structure-lags", "bureaucratic-throughout", "adaptable-on-paper"}},
	} {
		got := found(rules().Diagnose(answered(c.levels), nil))
		for _, id := range c.some {
			if !slices.Contains(got, id) {
				t.Errorf("%s: %s is missing among %v", c.name, id, got)
			}
		}
		for _, id := range c.none {
			if slices.Contains(got, id) {
				t.Errorf("%s: %s found", c.name, id)
			}
		}
	}
}

func BenchmarkDiagnose(b *testing.B) {
	s := answered(slices.Repeat([]string{strings.Repeat("241325", 9)}, 12)...)
	s.Facts = fullSheet()
	a := s.Analyze()
	b.Run("analysed", func(b *testing.B) {
		for b.Loop() {
			rules().Diagnose(s, a)
		}
	})
	b.Run("from the answers of 12", func(b *testing.B) {
		for b.Loop() {
			rules().Diagnose(s, nil)
		}
	})
}

// fullSheet has every fact and every decision.
func fullSheet() []assess.Fact {
	out := decided("", 3)
	for _, line := range assess.FactSheet {
		out = append(out, assess.Fact{ID: line.ID, Value: 6})
	}
	return out
}

func BenchmarkLevers(b *testing.B) {
	s := answered(strings.Repeat("2121223", 6) + strings.Repeat("212", 4))
	s.Facts = fullSheet()
	a := s.Analyze()
	for b.Loop() {
		rules().Levers(s, a, []assess.Wanted{{Scale: "str", Value: 70}, {Scale: "cen", Value: 60}})
	}
}
