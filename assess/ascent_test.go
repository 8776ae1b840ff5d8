package assess_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"luwes/assess"
)

// climbed is an ascent in a line: class, points missing, raises and where they lead.
func climbed(a assess.Ascent) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.4f %s", a.Score, a.Band.Title.EN)
	if !a.Next.Title.Empty() {
		fmt.Fprintf(&b, " −%.4f %s", a.Missing, a.Next.Title.EN)
	}
	for _, r := range a.Raises {
		fmt.Fprintf(&b, " %s %g>%d %.4f", r.Item.ID, r.From, r.To, r.Points)
	}
	fmt.Fprintf(&b, " = %.4f", a.After)
	return b.String()
}

// By hand: a level of an item of a is 100 ÷ (4 × 4) = 6.25 of a, and a quarter of that,
// 1.5625, of the composite; of b three quarters, 4.6875.
func TestAscents(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]int
		want string
	}{
		"what is worth most goes first": {[][]int{{2, 2, 2, 2, 3, 3, 3, 3}}, "43.7500 middle −16.2500 high b1 3>4 4.6875 b2 3>4 4.6875 b3 3>4 4.6875 b4 3>4 4.6875 = 62.5000"},
		"of equals the lowest":          {[][]int{{4, 4, 4, 4, 3, 3, 2, 4}}, "56.2500 middle −3.7500 high b3 2>3 4.6875 = 60.9375"},
		"a limit must be passed":        {[][]int{{3, 3, 3, 4, 3, 4, 4, 3}}, "60.9375 high = 60.9375"},
		"the highest class":             {[][]int{{5, 5, 5, 5, 5, 5, 5, 5}}, "100.0000 high = 100.0000"},
		"at a limit":                    {[][]int{{1, 1, 1, 3, 3, 3, 4, 3}}, "45.3125 middle −14.6875 high b1 3>4 4.6875 b2 3>4 4.6875 b4 3>4 4.6875 b3 4>5 4.6875 = 64.0625"},
		"between two levels half a one": {[][]int{{3, 3, 3, 3, 3, 3, 3, 3}, {3, 3, 3, 3, 4, 4, 4, 4}}, "59.3750 middle −0.6250 high b1 3.5>4 2.3438 = 61.7188"},
		"what does not apply leaves":    {[][]int{{-1, -1, -1, -1, 3, 3, 3, 3}}, "50.0000 middle −10.0000 high b1 3>4 6.2500 b2 3>4 6.2500 = 62.5000"},
	} {
		s := filled(rated(), c.rows...)
		all := rulesOf(t, s.Instrument, "r misfit strong {item: a1, above: 4}").Ascents(s, nil)
		if len(all) != 1 {
			t.Errorf("%s: %d ascents, want one: only both has classes and all its scales", name, len(all))
			continue
		}
		if got := climbed(all[0]); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
	}
}

// A limit that is reached exactly has still to be passed.
func TestAscentFromALimit(t *testing.T) {
	in := rated()
	in.Composites[0].Bands[0].UpTo = 43.75
	s := filled(in, []int{2, 2, 2, 2, 3, 3, 3, 3})
	a := rulesOf(t, in, "r misfit strong {item: a1, above: 4}").Ascents(s, nil)[0]
	if a.Band.Title.EN != "low" || a.Missing != 0 || len(a.Raises) != 1 {
		t.Errorf("%s, want low, 0 points missing and one raise", climbed(a))
	}
}

// Items that are disputed stay where they are, and so may be too few to rise.
func TestAscentOutOfReach(t *testing.T) {
	low, high := []int{1, 1, 1, 1, 1, 1, 1, 1}, []int{5, 5, 5, 5, 5, 5, 5, 5}
	s := filled(rated(), low, low, low, high, high)
	a := rulesOf(t, s.Instrument, "r misfit strong {item: a1, above: 4}").Ascents(s, nil)[0]
	if len(a.Raises) > 0 || a.After != a.Score || a.Next.Title.EN != "middle" {
		t.Errorf("%s, want no way to the middle", climbed(a))
	}
}

// What a scale keeps from the composite: a gives 25 points at most, b 75.
func TestAscentLosses(t *testing.T) {
	s := filled(rated(), []int{1, 1, 1, 1, 4, 4, 4, 4})
	rs := rulesOf(t, s.Instrument, "r misfit strong {item: a1, above: 4}")
	a := rs.Ascents(s, nil)[0]
	if l := a.Losses; len(l) != 2 || l[0].Scale.ID != "a" || l[0].Lost() != 25 || l[0].Most != 25 || l[1].Lost() != 18.75 || l[1].Got != 56.25 {
		t.Errorf("losses %+v, want a 25 of 25 and b 18.75 of 75", a.Losses)
	}
	s.Settlements = []assess.Settlement{{Item: "a1", Outcome: assess.Agreed, Level: 5}}
	if b := rs.Ascents(s, nil)[0]; b.Score != a.Score+6.25 || b.Said.Value != a.Score {
		t.Errorf("agreed: %g beside %v, want %g beside %g", b.Score, b.Said, a.Score+6.25, a.Score)
	}
}

// Raising the items in a what-if leads where the ascent says.
func TestAscentIsAWhatIf(t *testing.T) {
	s := filled(rated(), []int{2, 1, 3, 2, 3, 2, 3, 1}, []int{2, 2, 3, 4, 3, 5, 3, 1})
	rs := rulesOf(t, s.Instrument, "r misfit strong {item: a1, above: 4}")
	a := rs.Ascents(s, nil)[0]
	w, err := rs.WhatIf(s, nil, a.Changes())
	if err != nil || math.Abs(w.Joints[0].After-a.After) > 1e-9 || w.Joints[0].To != a.Next {
		t.Errorf("%v: %+v, want %s", err, w.Joints, climbed(a))
	}
	s.Identity = assess.Anonymous
	if rs.Ascents(s, nil) != nil {
		t.Error("an ascent of two anonymous people")
	}
}
