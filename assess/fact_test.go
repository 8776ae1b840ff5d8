package assess_test

import (
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
)

// factsOf reads "agencies 12, units-1 40".
func factsOf(text string) []assess.Fact {
	var out []assess.Fact
	for _, one := range strings.Split(text, ",") {
		var f assess.Fact
		if n, _ := fmt.Sscan(one, &f.ID, &f.Value); n == 2 {
			out = append(out, f)
		}
	}
	return out
}

func TestReadFact(t *testing.T) {
	for _, c := range []struct {
		text      string
		unit      assess.FactUnit
		value, of float64
		ok        bool
	}{
		{"12", assess.CountFact, 12, 0, true},
		{" 1.250 ", assess.CountFact, 1250, 0, true},
		{"1,250", assess.CountFact, 1250, 0, true},
		{"12.345.678", assess.CountFact, 12345678, 0, true},
		{"1.250", assess.NumberFact, 1.25, 0, true},
		{"12,5", assess.ShareFact, 12.5, 0, true},
		{"12.5 %", assess.ShareFact, 12.5, 0, true},
		{"30/120", assess.ShareFact, 25, 120, true},
		{"300/1.200", assess.ShareFact, 25, 1200, true},
		{"150", assess.ShareFact, 150, 0, true}, // impossible, but typed so: Flaws tells
		{"2,5", assess.CountFact, 2.5, 0, true}, // the same
		{"30/0", assess.ShareFact, 0, 0, false},
		{"30/120", assess.CountFact, 0, 0, false},
		{"1.2.3", assess.CountFact, 0, 0, false},
		{"-1", assess.CountFact, 0, 0, false},
		{"banyak", assess.CountFact, 0, 0, false},
		{"NaN", assess.NumberFact, 0, 0, false},
		{"", assess.CountFact, 0, 0, false},
	} {
		value, of, ok := assess.ReadFact(c.text, c.unit)
		if ok != c.ok || !near(value, c.value, 1e-12) || of != c.of {
			t.Errorf("%q as %s: %g of %g, %t; want %g of %g, %t", c.text, c.unit, value, of, ok, c.value, c.of, c.ok)
		}
	}
}

// What cannot be is told, with the facts that it is about; what is not known
// denies nothing.
func TestFlaws(t *testing.T) {
	for _, c := range []struct{ facts, want string }{
		{"", ""},
		{"agencies 12, tertiary 100, decide-leave 0, decide-unit 5, span-first 4.5", ""},
		{"agencies 12.5", "not-whole agencies"},
		{"agencies -1", "negative agencies"},
		{"tertiary 100.5", "share-range tertiary"},
		{"decide-leave 6", "level-range decide-leave"},
		{"decide-leave 1.5", "level-range decide-leave"},
		{"levels 0", "no-level levels"},
		{"unknown -5", ""},
		{"posts-structural 100, echelon-2 10, echelon-3 50", ""}, // echelon 4 is not known
		{"posts-structural 100, echelon-2 60, echelon-3 50", "echelons-over posts-structural echelon-2 echelon-3"},
		{"echelon-2 60, echelon-3 50", ""},
		{"posts-structural 100, echelon-2 10, echelon-3 30, echelon-4 60", ""},
		{"posts-structural 100, echelon-2 10, echelon-3 30, echelon-4 61", "echelons-over posts-structural echelon-2 echelon-3 echelon-4"},
		{"posts-structural 100, echelon-2 10, echelon-3 30, echelon-4 59", "echelons-under posts-structural echelon-2 echelon-3 echelon-4"},
		{"units-1 0, units-2 3", "level-skipped units-1 units-2"},
		{"units-2 3", ""},
		{"units-2 0, units-3 3", "level-skipped units-2 units-3"},
		{"span-head 20, staff 20", "span-over span-head staff"},
		{"span-first 7, staff 20", ""},
		{"places 1, outside 10", "one-place places outside"},
		{"places 1, outside 0", ""},
		{"procedures 0, revised 10", "nothing-to-do procedures revised"},
	} {
		var got []string
		for _, f := range assess.Flaws(factsOf(c.facts)) {
			got = append(got, strings.Join(append([]string{string(f.Code)}, f.Facts...), " "))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.facts, got, c.want)
		}
	}
}

// Every figure by hand: 12 agencies, 48 + 96 + 24 units, 800 staff.
func TestDerive(t *testing.T) {
	facts := factsOf(`agencies 12, units-1 48, units-2 96, units-3 24, posts-structural 160, posts-functional 240, staff 800,
		places 32, described 60, procedures 80, revised 25,
		decide-permit 0, decide-exception 2, decide-complaint 1, decide-leave 3, decide-tasks 1, decide-appraisal 2,
		decide-supplies 3, decide-procurement 4, decide-procedure 4, decide-unit 5`)
	want := map[string]assess.Figure{
		"units-per-agency": assess.Known(14),  // 168/12
		"units-below-head": assess.Known(4),   // 48/12
		"units-below-1":    assess.Known(2),   // 96/48
		"units-below-2":    assess.Known(.25), // 24/96
		"staff-per-agency": assess.Known(800. / 12),
		"staff-per-post":   assess.Known(5),                     // 800/160
		"functional-share": assess.Known(60),                    // 240/400
		"staff-per-place":  assess.Known(25),                    // 800/32
		"written":          assess.Known(70),                    // (60+80)/2
		"current":          assess.Known(20),                    // 80 × 25 / 100
		"decision-mean":    assess.Known(2.5),                   // 25/10
		"decision-service": assess.Known(1),                     // 3/3
		"decision-staff":   assess.Known(2),                     // 6/3
		"decision-money":   assess.Known(3.5),                   // 7/2
		"decision-policy":  assess.Unknown(assess.FewDecisions), // 2 of 5
		"decision-below":   assess.Known(50),                    // 5 of 10 at level 2 or lower
	}
	all := assess.Derive(facts)
	if len(all) != len(want) {
		t.Errorf("%d figures, want %d", len(all), len(want))
	}
	for _, d := range all {
		if !nearFigure(d.Value, want[d.ID], 1e-12) {
			t.Errorf("%s is %v, want %v", d.ID, d.Value, want[d.ID])
		}
	}
	mean, _ := assess.DerivedAt(all, "decision-mean")
	if mean.N != 10 || mean.Of != 20 || len(mean.Missing) != 10 || len(mean.Way.Over) != 10 {
		t.Errorf("the mean rests on %d of %d, %d missing", mean.N, mean.Of, len(mean.Missing))
	}
}

func TestDerivedFiguresThatAreUnknown(t *testing.T) {
	for _, c := range []struct {
		facts, id string
		want      assess.Reason
		missing   string
	}{
		{"", "units-per-agency", assess.FactMissing, "units-1 units-2 units-3 agencies"},
		{"agencies 0, staff 10", "staff-per-agency", assess.ZeroBase, ""},
		{"agencies 12.5, staff 10", "staff-per-agency", assess.FactFlawed, ""},
		{"posts-structural 0, posts-functional 0", "functional-share", assess.ZeroBase, ""},
		{"described 50", "written", assess.FactMissing, "procedures"},
		{"procedures 0, revised 5", "current", assess.FactFlawed, ""},
		{"decide-permit 0, decide-exception 9, decide-complaint 1, decide-hours 1", "decision-service", assess.FactFlawed, "decide-method"},
		{"decide-permit 0, decide-exception 1", "decision-service", assess.FewDecisions, "decide-complaint decide-hours decide-method"},
	} {
		d, _ := assess.DerivedAt(assess.Derive(factsOf(c.facts)), c.id)
		if d.Value.Reason != c.want || strings.Join(d.Missing, " ") != c.missing {
			t.Errorf("%s of %q: %v, missing %v; want %s, missing %s", c.id, c.facts, d.Value, d.Missing, c.want, c.missing)
		}
	}
}

func TestPutFact(t *testing.T) {
	facts := factsOf("agencies 12, staff 800")
	put := assess.PutFact(assess.PutFact(facts, assess.Fact{ID: "agencies", Value: 14}), assess.Fact{ID: "levels", Value: 5})
	if got := fmt.Sprint(put); got != "[{agencies 14 0   } {staff 800 0   } {levels 5 0   }]" || facts[0].Value != 12 {
		t.Errorf("put %s, and before %v", got, facts)
	}
	if got := assess.WithoutFact(put, "staff"); len(got) != 2 || len(put) != 3 {
		t.Errorf("without one %v of %v", got, put)
	}
	if _, ok := assess.FactAt(facts, "levels"); ok {
		t.Error("a fact that is not there is found")
	}
}

// The sheet and the grid have no id twice, and every fact has its line.
func TestFactIDs(t *testing.T) {
	seen := map[string]bool{}
	ids := []string{}
	for _, l := range assess.FactSheet {
		ids = append(ids, l.ID)
	}
	for _, d := range assess.Decisions {
		ids = append(ids, d.ID)
	}
	for _, d := range assess.Derive(nil) {
		if seen[d.ID] {
			t.Errorf("%s twice", d.ID)
		}
		seen[d.ID] = true
	}
	for _, id := range ids {
		if _, ok := assess.LineOf(id); !ok || seen[id] {
			t.Errorf("%s has no line, or is there twice", id)
		}
		seen[id] = true
	}
	if len(assess.Decisions) != 20 {
		t.Errorf("%d decisions, want 20", len(assess.Decisions))
	}
}
