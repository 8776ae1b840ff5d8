package instruments_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// camps are the levels, keyed, that two halves of a group choose, by item; on both
// sides of the middle unless set.
type camps map[string][2]int

// aim sets the levels that make a condition hold: items themselves last, because
// scales are filled whole.
func (c camps) aim(in *assess.Instrument, when *assess.Condition) {
	branches := when.All
	if when.Any != nil {
		branches = when.Any[:1]
	}
	for _, items := range []bool{false, true} {
		for i := range branches {
			if (branches[i].Item != "") == items {
				c.aim(in, &branches[i])
			}
		}
	}
	switch {
	case when.Item != "":
		c[when.Item] = level(in, when)
	case when.Beside != "":
		for _, it := range besides[when.Beside].items() {
			c[it] = level(in, when)
		}
	case when.Scale+when.Composite != "":
		c.all(in, when.Scale+when.Composite, level(in, when))
	case when.Straight:
		eachItem([]*assess.Instrument{in}, func(_ assess.Scale, _ int, it assess.Item) {
			c[it.ID] = [2]int{in.Levels, in.Levels}
			if it.Reverse {
				c[it.ID] = [2]int{1, 1}
			}
		})
	case when.Gap[0] != "" && when.Above.OK() && in.Levels == 5:
		c.fill(in.Scale(when.Gap[0]), 24)
		c.fill(in.Scale(when.Gap[1]), 18)
	case when.Gap[0] != "" && when.Above.OK():
		c.all(in, when.Gap[0], [2]int{in.Levels, in.Levels})
		c.all(in, when.Gap[1], [2]int{1, 1})
	}
}

// all sets the items of a scale or composite.
func (c camps) all(in *assess.Instrument, id string, levels [2]int) {
	for _, it := range itemsOf(in, id) {
		c[it] = levels
	}
}

// itemsOf are the ids of the items of a scale or composite.
func itemsOf(in *assess.Instrument, id string) []string {
	scales := []string{id}
	for _, c := range in.Composites {
		if c.ID == id {
			scales = nil
			for _, w := range c.Weights {
				scales = append(scales, w.Scale)
			}
		}
	}
	var out []string
	for _, id := range scales {
		for _, it := range in.Scale(id).Items {
			out = append(out, it.ID)
		}
	}
	return out
}

func level(in *assess.Instrument, look *assess.Condition) [2]int {
	switch {
	case look.Apart:
		return [2]int{1, in.Levels}
	case look.Above.OK():
		return [2]int{in.Levels, in.Levels}
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
func (c camps) session(in *assess.Instrument) *assess.Session {
	var rows [2]string
	for camp := range rows {
		eachItem([]*assess.Instrument{in}, func(_ assess.Scale, _ int, it assess.Item) {
			l := (in.Levels + 1 + camp) / 2
			if levels, ok := c[it.ID]; ok {
				l = levels[camp]
			}
			rows[camp] += fmt.Sprint(as(in, it, l))
		})
	}
	return answersTo(in, rows[0], rows[0], rows[0], rows[1], rows[1], rows[1])
}

// as is what is ticked for a keyed level.
func as(in *assess.Instrument, it assess.Item, level int) int {
	if it.Reverse {
		return in.Levels + 1 - level
	}
	return level
}

// firing is a session that makes a condition of a rule hold, with the facts and the
// evidence that it needs.
func firing(in *assess.Instrument, when *assess.Condition) *assess.Session {
	c := camps{}
	c.aim(in, when)
	s := c.session(in)
	s.Facts = sheetFor(when)
	first := true
	when.Each(func(look *assess.Condition) {
		if look.Evidence != "" && first {
			prove(s, itemsOf(in, look.Evidence), look.Below.Value-10)
			first = false
		}
	})
	return s
}

// prove notes evidence for a share of items, 0–100.
func prove(s *assess.Session, items []string, share float64) {
	noted := items[:int(share*float64(len(items))/100)]
	for i, e := range s.Respondents[0].Entries {
		if slices.Contains(noted, e.Item) {
			s.Respondents[0].Entries[i].Evidence = "Perbup 1/2025"
		}
	}
}

// middle is a session on the middle of everything, with evidence for all.
func middle(in *assess.Instrument) *assess.Session {
	s := camps{}.session(in)
	var items []string
	for _, sc := range in.Scales {
		items = append(items, itemsOf(in, sc.ID)...)
	}
	prove(s, items, 100)
	s.Facts = slices.Concat(decided("money", 3), decided("staff", 3), decided("service", 2), decided("policy", 2),
		[]assess.Fact{{ID: "levels", Value: 5}, {ID: "revised", Value: 50}})
	s.Facts = assess.PutFact(s.Facts, assess.Fact{ID: "decide-exception", Value: 1})
	return s
}

// answered is a session in which each row holds the levels of one person in the
// order of the items: a digit, or d for "don't know", n for "not applicable" and -
// for nothing.
func answered(rows ...string) *assess.Session { return answersTo(instruments.Default(), rows...) }

func answersTo(in *assess.Instrument, rows ...string) *assess.Session {
	s := &assess.Session{Instrument: in, Header: assess.Header{Method: assess.GroupMethod, Modules: []string{"symptoms"}}}
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
	for _, rs := range ruleSets() {
		for i := range rs.List {
			rule := &rs.List[i]
			for _, when := range append([]assess.Condition{rule.When}, rule.When.Any...) {
				if len(looks(rule)) > 0 && when.Any == nil && rule.When.Any != nil {
					continue // of records, [TestEachKindOfDecisionFires] tries the branches
				}
				fires(t, rs, rule, &when)
			}
		}
		if d := rs.Diagnose(middle(rs.Instrument), nil); len(d.Findings)+len(d.Silent) > 0 {
			t.Errorf("on the middle of everything: %v, %d silent", found(d), len(d.Silent))
		}
	}
}

// fires finds the rule on what makes a condition hold, its own or a branch of it.
func fires(t *testing.T, rs *assess.Rules, rule *assess.Rule, when *assess.Condition) {
	t.Helper()
	d := rs.Diagnose(firing(rs.Instrument, when), nil)
	at := slices.Index(found(d), rule.ID)
	if at < 0 {
		t.Errorf("%s does not fire on %+v, but %v", rule.ID, when, found(d))
		return
	}
	f := d.Findings[at]
	if len(f.Triggers) == 0 || f.Size <= 0 || f.Size > 1 || f.Certainty != 1 {
		t.Errorf("%s: %d triggers, size %g, certainty %g", rule.ID, len(f.Triggers), f.Size, f.Certainty)
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
		{"drifting apart, as the results say", "4444444 5555444 4444444 4444444 4444444 4444444 444 444 444 444",
			[]string{"adaptable-structure"}, []string{"balanced-strategies"}},
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

// What rehearsals of the official evaluation are found to be. Levels are keyed, one of
// each subdimension.
func TestRehearsals(t *testing.T) {
	in := form()
	for _, c := range []struct {
		name       string
		levels     [8]int
		want, none string
	}{
		{"structure alone", [8]int{4, 4, 4, 2, 2, 2, 2, 2}, "structure-ahead-of-process structure-without-alignment clear-delegation", "balanced-halves aligned-structure"},
		{"rules, and a queue at the top", [8]int{2, 4, 2, 3, 3, 3, 3, 3}, "rules-without-delegation centralised-many-units", "clear-delegation"},
		{"effective throughout", [8]int{3, 3, 3, 3, 3, 3, 3, 3}, "evidence-missing", "balanced-halves clear-delegation straight-answers structure-ahead-of-process"},
		{"all of it", [8]int{4, 4, 4, 4, 4, 4, 4, 4}, "balanced-halves clear-delegation aligned-structure renewed-by-technology guarded-risk", "straight-answers"},
		{"technology on old processes", [8]int{3, 3, 3, 3, 3, 1, 2, 4}, "technology-without-improvement procedures-outdated", "renewed-by-technology old-ways-go-on"},
	} {
		levels := map[string]int{}
		for i, s := range in.Scales {
			for _, it := range s.Items {
				levels[it.ID] = c.levels[i]
			}
		}
		s := rehearsal(in, levels)
		got := found(instruments.Rules(in.ID).Diagnose(s, nil))
		for _, id := range strings.Fields(c.want) {
			if !slices.Contains(got, id) {
				t.Errorf("%s: %s is missing among %v", c.name, id, got)
			}
		}
		for _, id := range strings.Fields(c.none) {
			if slices.Contains(got, id) {
				t.Errorf("%s: %s found", c.name, id)
			}
		}
	}
}

// rehearsal is one person's session with the keyed levels.
func rehearsal(in *assess.Instrument, levels map[string]int) *assess.Session {
	row := ""
	eachItem([]*assess.Instrument{in}, func(_ assess.Scale, _ int, it assess.Item) { row += fmt.Sprint(as(in, it, levels[it.ID])) })
	return answersTo(in, row)
}

func BenchmarkDiagnoseEvaluation(b *testing.B) {
	s := answersTo(form(), slices.Repeat([]string{strings.Repeat("2413", 15) + "24"}, 12)...)
	for b.Loop() {
		instruments.Rules(instruments.EvaluationID).Diagnose(s, nil)
	}
}

func BenchmarkLeversEvaluation(b *testing.B) {
	s := answersTo(form(), strings.Repeat("2312", 15)+"23")
	a := s.Analyze()
	for b.Loop() {
		instruments.Rules(instruments.EvaluationID).Levers(s, a, nil)
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
