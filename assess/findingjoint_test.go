package assess_test

import (
	"slices"
	"testing"

	"luwes/assess"
)

// rated is [pair] with a composite in which b weighs three times as much as a, and
// one of all three scales.
func rated() *assess.Instrument {
	in := pair()
	in.Composites = []assess.Composite{
		{ID: "both", Weights: []assess.Weight{{Scale: "a", Value: 25}, {Scale: "b", Value: 75}},
			Bands: []assess.Band{{UpTo: 40, Title: assess.Text{EN: "low"}}, {UpTo: 60, Title: assess.Text{EN: "middle"}}, {UpTo: 100, Title: assess.Text{EN: "high"}}}},
		{ID: "all", Weights: []assess.Weight{{Scale: "a", Value: 1}, {Scale: "b", Value: 1}, {Scale: "c", Value: 2}}},
	}
	return in
}

// Composites follow their scales: here a is 25, b is 75 and c, if asked, 50.
func TestDiagnoseComposites(t *testing.T) {
	levels := []int{2, 2, 2, 2, 4, 4, 4, 4, 3, 3, 3}
	for name, c := range map[string]struct {
		when string
		rows [][]int
		want string
	}{
		"above":                       {"{composite: both, above: 62.4}", [][]int{levels}, "r 1.00 |"},
		"at the limit":                {"{composite: both, above: 62.5}", [][]int{levels}, "|"},
		"a gap":                       {"{gap: [both, all], above: 12.4}", [][]int{levels}, "r 1.00 |"},
		"a gap at the limit":          {"{gap: [both, all], above: 12.5}", [][]int{levels}, "|"},
		"the least known scale":       {"{composite: both, above: 62}", [][]int{{2, 2, 2, -2, 4, 4, 4, 4}}, "r 0.75 |"},
		"a scale without answers":     {"{composite: both, above: 10}", [][]int{{2, 2, 2, 2}}, "| r b few-answers"},
		"a scale that does not apply": {"{composite: both, below: 26}", [][]int{{2, 2, 2, 2, -1, -1, -1, -1}}, "r 1.00 |"},
		"a scale that is disputed":    {"{composite: both, above: 10}", [][]int{{1, 1, 1, 1, 4, 4, 4, 4}, {1, 1, 1, 1, 4, 4, 4, 4}, {5, 5, 5, 5, 4, 4, 4, 4}, {5, 5, 5, 5, 4, 4, 4, 4}, {5, 5, 5, 5, 4, 4, 4, 4}}, "| r a contested"},
		"an end of a gap":             {"{gap: [both, all], above: 1}", [][]int{levels[:8]}, "| r c few-answers"},
	} {
		s := filled(rated(), c.rows...)
		s.Modules = []string{"more"}
		if got := told(rulesOf(t, s.Instrument, "r misfit strong "+c.when).Diagnose(s, nil)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	s := filled(rated(), levels)
	d := rulesOf(t, s.Instrument, "r misfit strong {composite: both, above: 60}").Diagnose(s, nil)
	if tr := d.Findings[0].Triggers[0]; tr.Composite != &s.Instrument.Composites[0] || tr.Score != 62.5 || tr.Scale != nil {
		t.Errorf("the trigger is %+v, want both on 62.5", tr)
	}
}

// A module that the session leaves out keeps a composite from being looked at, and so
// does an older copy of the instrument that does not have it.
func TestCompositesLeftOut(t *testing.T) {
	s := filled(rated(), []int{2, 2, 2, 2, 4, 4, 4, 4})
	rs := rulesOf(t, s.Instrument, "r misfit strong {composite: all, above: 10}", "q misfit strong {composite: both, above: 10}")
	s.Instrument = s.Instrument.With(nil)
	if got, want := told(rs.Diagnose(s, nil)), "q 1.00 | r c not-asked"; got != want {
		t.Errorf("without the module: %q, want %q", got, want)
	}
	older := *s.Instrument
	older.Composites = nil
	s.Instrument = &older
	if d := rs.Diagnose(s, nil); len(d.Findings) > 0 || len(d.Silent) != 2 {
		t.Errorf("without composites: %d findings, %d silent, want 0 and 2", len(d.Findings), len(d.Silent))
	}
}

// Evidence is a share of the items that have a level, and a finding names those
// without.
func TestDiagnoseEvidence(t *testing.T) {
	half := []int{2, 2, -1, -2, 4, 4}
	for name, c := range map[string]struct {
		when  string
		items []string
		want  []string // items without evidence; nil if there is no finding
	}{
		"none at all":         {"{evidence: a, below: 50}", nil, []string{"a1", "a2"}},
		"half is the limit":   {"{evidence: a, below: 50}", []string{"a1"}, nil},
		"some":                {"{evidence: a, below: 60}", []string{"a1"}, []string{"a2"}},
		"of a composite":      {"{evidence: both, below: 60}", []string{"a1", "b2"}, []string{"a2", "b1"}},
		"no level, no matter": {"{evidence: a, below: 99}", []string{"a1", "a2"}, nil},
		"nothing answered":    {"{evidence: c, below: 50}", nil, nil},
	} {
		s := filled(rated(), half)
		for i, e := range s.Respondents[0].Entries {
			for _, id := range c.items {
				if e.Item == id {
					s.Respondents[0].Entries[i].Evidence = "Perbup 1/2025"
				}
			}
		}
		d := rulesOf(t, s.Instrument, "r record strong "+c.when).Diagnose(s, nil)
		var got []string
		for _, f := range d.Findings {
			for _, tr := range f.Triggers {
				if !tr.Bare || f.Certainty != 1 {
					t.Errorf("%s: %+v, certainty %g", name, tr, f.Certainty)
				}
				got = append(got, tr.Item.ID)
			}
		}
		if !slices.Equal(got, c.want) || len(d.Silent) > 0 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	blank := filled(rated(), half)
	blank.Respondents[0].Entries[0].Evidence = "  "
	if d := rulesOf(t, blank.Instrument, "r record strong {evidence: a, below: 50}").Diagnose(blank, nil); len(d.Findings) != 1 {
		t.Error("a blank counts as evidence")
	}
}

// One level as ticked counts, not as keyed.
func TestDiagnoseStraight(t *testing.T) {
	same, keyed := []int{4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3}, []int{4, 2, 4, 4, 4, 2, 4, 4, 4, 2, 4}
	for name, c := range map[string]struct {
		rows [][]int
		want int // answers on the level; 0 if there is no finding
	}{
		"ten of eleven":       {[][]int{same}, 10},
		"nine of eleven":      {[][]int{{4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3}}, 0},
		"alike after keying":  {[][]int{keyed}, 0},
		"too few answers":     {[][]int{same[:9]}, 0},
		"two people together": {[][]int{same, same}, 20},
		"of whom one differs": {[][]int{same, {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1}}, 0},
	} {
		in := rated()
		for _, at := range [][2]int{{0, 1}, {1, 1}, {2, 1}} {
			in.Scales[at[0]].Items[at[1]].Reverse = true
		}
		s := filled(in, c.rows...)
		s.Modules = []string{"more"}
		d := rulesOf(t, in, "r disagreement strong {straight: true}").Diagnose(s, nil)
		got := 0
		for _, f := range d.Findings {
			if got = f.Triggers[0].Straight.N; f.Triggers[0].Straight.Level != 4 {
				t.Errorf("%s: level %d, want 4", name, f.Triggers[0].Straight.Level)
			}
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// What moves a scale moves its composites: one level of four is 6.25 of a scale, and a
// quarter of that of the composite both.
func TestCompositesMove(t *testing.T) {
	s := filled(rated(), []int{2, 2, 2, 2, 3, 3, 3, 3})
	rs := rulesOf(t, s.Instrument, "r misfit strong {composite: both, below: 45}")
	w, err := rs.WhatIf(s, nil, []assess.Change{{Item: "a1", Level: 3}})
	if err != nil || len(w.Joints) != 1 {
		t.Fatalf("%v, %d composites move, want one", err, len(w.Joints))
	}
	if m := w.Joints[0]; m.Before != 43.75 || m.After != 45.3125 || m.From.Title.EN != "middle" || m.To != m.From {
		t.Errorf("both: %+v, want 43.75 to 45.3125 in the middle", m)
	}
	if len(w.Removed) != 1 {
		t.Error("the finding stays")
	}
	if l := rs.Levers(s, nil, nil); len(l.Best) != 1 || l.Best[0].Joints[0] != w.Joints[0] {
		t.Errorf("the best lever is %+v, want a1 with the same move", l.Best)
	}
}
