package instruments_test

import (
	"slices"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// sheetFor is a fact sheet that makes the conditions over records hold, the first
// branch of each "any".
func sheetFor(when *assess.Condition) []assess.Fact {
	var out []assess.Fact
	branches := when.All
	if when.Any != nil {
		branches = when.Any[:1]
	}
	for i := range branches {
		for _, f := range sheetFor(&branches[i]) {
			out = assess.PutFact(out, f)
		}
	}
	switch {
	case when.Fact != "":
		return recorded(when.Fact, when.Above.OK())
	case when.Beside != "": // many levels and high decisions are bureaucratic, few revisions are
		return recorded(when.Beside, when.Above.OK() == (when.Beside != "revised"))
	}
	return out
}

// recorded are facts that put a record far above or far below its limits.
func recorded(id string, above bool) []assess.Fact {
	far := map[bool]float64{true: 4, false: 0}[above]
	switch id {
	case "units-per-agency": // 140 units of 10 agencies
		return []assess.Fact{{ID: "agencies", Value: 10}, {ID: "units-1", Value: 60}, {ID: "units-2", Value: 80}, {ID: "units-3", Value: 0}}
	case "staff-per-post": // 4
		return []assess.Fact{{ID: "staff", Value: 400}, {ID: "posts-structural", Value: 100}}
	case "decide-exception":
		return []assess.Fact{{ID: id, Value: far}}
	case "decision-mean", "decision-below":
		far = map[bool]float64{true: 4, false: 0}[above == (id == "decision-mean")]
		return decided("", far)
	case "decision-money", "decision-staff", "decision-service":
		return decided(assess.DecisionTopic(id[len("decision-"):]), far)
	}
	line, _ := assess.LineOf(id)
	value := map[assess.FactUnit][2]float64{assess.ShareFact: {5, 95}, assess.CountFact: {3, 60}, assess.NumberFact: {3, 20}}[line.Unit]
	if above {
		return []assess.Fact{{ID: id, Value: value[1]}}
	}
	return []assess.Fact{{ID: id, Value: value[0]}}
}

// decided puts every decision about a topic on one level; all for none.
func decided(topic assess.DecisionTopic, level float64) []assess.Fact {
	var out []assess.Fact
	for _, d := range assess.Decisions {
		if topic == "" || d.Topic == topic {
			out = append(out, assess.Fact{ID: d.ID, Value: level})
		}
	}
	return out
}

// looks are the looks of a rule at records.
func looks(rule *assess.Rule) []*assess.Condition {
	var out []*assess.Condition
	rule.When.Each(func(c *assess.Condition) {
		if c.Fact+c.Beside != "" {
			out = append(out, c)
		}
	})
	return out
}

// A rule over records looks at answers too, and its finding unfolds to both.
func TestRecordsStandBesideAnswers(t *testing.T) {
	n := 0
	for i := range rules().List {
		rule := &rules().List[i]
		if len(looks(rule)) == 0 {
			if rule.Kind == assess.RecordRule {
				t.Errorf("%s looks at no record", rule.ID)
			}
			continue
		}
		n++
		f := fired(t, rule, &rule.When)
		answers, records := 0, 0
		for _, tr := range f.Triggers {
			if tr.Record == nil {
				answers++
				continue
			}
			records++
			if !tr.Record.Value.OK() || len(tr.Record.Facts) == 0 {
				t.Errorf("%s: the record %s does not say where it is from", rule.ID, tr.Record.ID)
			}
		}
		if answers == 0 || records == 0 {
			t.Errorf("%s unfolds to %d answers and %d records", rule.ID, answers, records)
		}
	}
	if n < 20 {
		t.Errorf("%d rules over records, want 20 or more", n)
	}
}

func fired(t *testing.T, rule *assess.Rule, when *assess.Condition) assess.Finding {
	t.Helper()
	s := firing(instruments.Default(), when)
	for _, f := range rules().Diagnose(s, nil).Findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Errorf("%s does not fire on %+v and %v", rule.ID, when, s.Facts)
	return assess.Finding{}
}

// Every kind of decision makes the rules speak that look at any of them.
func TestEachKindOfDecisionFires(t *testing.T) {
	for _, id := range []string{"authority-kinds-felt-lower", "authority-kinds-felt-higher"} {
		rule := rules().Rule(id)
		for i := range rule.When.Any {
			fired(t, rule, &rule.When.Any[i])
		}
	}
}

// Without its record a rule finds nothing. Where the sheet is begun it says that
// there is not enough to say; where it is not, nothing at all.
func TestWithoutTheRecord(t *testing.T) {
	for i := range rules().List {
		rule := &rules().List[i]
		over := looks(rule)
		if len(over) == 0 {
			continue
		}
		c := camps{}
		c.aim(instruments.Default(), &rule.When)
		s := c.session(instruments.Default())
		if d := rules().Diagnose(s, nil); slices.Contains(found(d), rule.ID) || slices.ContainsFunc(d.Silent, of(rule)) {
			t.Errorf("%s speaks without a fact sheet", rule.ID)
		}
		s.Facts = []assess.Fact{{ID: "travel", Value: 30}}
		d := rules().Diagnose(s, nil)
		at := slices.IndexFunc(d.Silent, of(rule))
		if slices.Contains(found(d), rule.ID) || at < 0 {
			t.Errorf("%s does not say that there is not enough to say", rule.ID)
			continue
		}
		if m := d.Silent[at].Lacks[0]; m.Record == nil || m.ID != over[0].Fact+over[0].Beside || m.Why != assess.Lack(m.Record.Value.Reason) {
			t.Errorf("%s lacks %+v", rule.ID, m)
		}
	}
}

func of(rule *assess.Rule) func(assess.Silence) bool {
	return func(s assess.Silence) bool { return s.Rule == rule }
}

// No record changes a score, and no lever tries to change one.
func TestRecordsStayOutOfScores(t *testing.T) {
	with, without := camps{}.session(instruments.Default()), camps{}.session(instruments.Default())
	with.Facts = append(decided("", 4), assess.Fact{ID: "levels", Value: 9}, assess.Fact{ID: "revised", Value: 5})
	for i, sc := range with.Score().Scales {
		if got, want := sc.Score, without.Score().Scales[i].Score; got != want {
			t.Errorf("%s: %v with records, %v without", sc.Scale.ID, got, want)
		}
	}
	wanted := []assess.Wanted{{Scale: "str", Value: 80}, {Scale: "cen", Value: 80}}
	if got, want := rules().Levers(with, nil, wanted), rules().Levers(without, nil, wanted); got.Tried != want.Tried || got.Best[0].Closed != want.Best[0].Closed {
		t.Error("the levers differ")
	}
}
