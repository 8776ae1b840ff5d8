package assess_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"luwes/assess"
)

// described is a lever in a line: steps, findings that go and come, gap closed, and
// the scales that move.
func described(l assess.Lever) string {
	var b strings.Builder
	for _, s := range l.Steps {
		fmt.Fprintf(&b, "%s %g>%d ", s.Item.ID, s.From, s.To)
	}
	for _, f := range l.Removed {
		b.WriteString("-" + f.Rule.ID + " ")
	}
	for _, f := range l.Added {
		b.WriteString("+" + f.Rule.ID + " ")
	}
	fmt.Fprintf(&b, "closed %.2f", l.Closed)
	for _, m := range l.Moves {
		fmt.Fprintf(&b, " %s %.2f>%.2f", m.Scale.ID, m.Before, m.After)
	}
	return b.String()
}

// scales is a wanted position of a scale.
func scales(id string, position float64) []assess.Wanted {
	return []assess.Wanted{{Scale: id, Value: position, Year: 2029}}
}

// items is a wanted level of an item.
func items(id string, level float64) []assess.Wanted {
	return []assess.Wanted{{Item: id, Value: level, Year: 2029}}
}

func TestLevers(t *testing.T) {
	in := pair()
	low := []int{2, 2, 2, 1, 3, 3, 3, 3}
	one, two := "one misfit strong {item: a2, below: 3}", "two symptom weak {all: [{item: a2, below: 3}, {item: a3, below: 3}]}"
	both := "both misfit strong {any: [{item: a1, below: 3}, {item: a3, below: 3}]}"
	for name, c := range map[string]struct {
		rules  []string
		levels []int
		wanted []assess.Wanted
		want   []string
	}{
		"the one that removes most": {[]string{one, two}, low, nil,
			[]string{"a2 2>3 -one -two closed 0.00 a 18.75>25.00"}},
		"two of which each alone removes nothing": {[]string{both}, low, nil,
			[]string{"a1 2>3 a3 2>3 -both closed 0.00 a 18.75>31.25"}},
		"what comes instead counts against": {[]string{one, "rise misfit strong {item: a2, above: 2}", "other misfit weak {item: a1, below: 3}"}, low, nil,
			[]string{"a1 2>3 -other closed 0.00 a 18.75>25.00", "a1 2>3 a2 2>3 -one -other +rise closed 0.00 a 18.75>31.25"}},
		"the gap decides where nothing goes": {nil, low, scales("b", 60),
			[]string{"b1 3>4 closed 6.25 b 50.00>56.25", "b1 3>4 b2 3>4 closed 7.50 b 50.00>62.50"}},
		"away from what is wanted counts against": {[]string{"none misfit weak {item: a1, above: 4}"}, low, scales("a", 10), nil},
		"an item that is wanted higher": {nil, low, items("b3", 5),
			[]string{"b3 3>4 closed 6.25 b 50.00>56.25"}},
		"an item of a scale that is wanted too closes both": {nil, low, append(scales("b", 60), items("b3", 5)...),
			[]string{"b3 3>4 closed 12.50 b 50.00>56.25", "b1 3>4 b3 3>4 closed 13.75 b 50.00>62.50"}},
		"an item that is to stay is left alone": {nil, low, append(scales("b", 60), items("b1", 3)...),
			[]string{"b2 3>4 closed 6.25 b 50.00>56.25", "b2 3>4 b3 3>4 closed 7.50 b 50.00>62.50"}},
		"talk and strengths are not counted": {[]string{"s strength strong {item: a1, below: 3}"}, low, nil, nil},
		"nobody decides a consequence":       {[]string{"c symptom strong {item: c1, below: 3}"}, append(low, 2, 2, 2), nil, nil},
		"nothing above the top":              {[]string{"t misfit strong {item: a1, above: 3}"}, []int{5, 5, 5, 5}, nil, nil},
	} {
		s := filled(in, c.levels)
		s.Modules = []string{"more"}
		rules := append([]string{"spare misfit weak {item: b4, below: 2}"}, c.rules...)
		l := rulesOf(t, in, rules...).Levers(s, nil, c.wanted)
		var got []string
		for _, lever := range l.Best {
			got = append(got, described(lever))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Every single item, pair and triple that can rise is tried, and a what-if of the
// lever gives the same arithmetic.
func TestLeversAreWhatIfs(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in,
		"one misfit strong {item: a2, below: 3}", "two symptom weak {scale: a, below: 20}", "three imbalance moderate {gap: [b, a], above: 20}",
		"four misfit moderate {all: [{item: b1, above: 3}, {item: a1, below: 3}]}", "five misfit weak {scale: b, above: 60}")
	s := filled(in, []int{2, 2, 2, 1, 3, 3, 3, 3}, []int{2, 1, 2, 1, 3, 4, 3, 3}, []int{2, 2, 3, 1, 3, 3, 5, 3})
	wanted := map[string]float64{"a": 50, "b": 60}
	l := rs.Levers(s, nil, append(scales("a", 50), scales("b", 60)...))
	if want := 8 + 28 + 56; l.Tried != want {
		t.Errorf("%d tried, want %d", l.Tried, want)
	}
	if len(l.Best) != 3 {
		t.Fatalf("%d best, want 3", len(l.Best))
	}
	for i, lever := range append(l.Best, l.Singles...) {
		w, err := rs.WhatIf(s, nil, lever.Changes())
		if err != nil {
			t.Fatal(err)
		}
		if i < 3 && len(lever.Steps) != i+1 {
			t.Errorf("best %d has %d steps", i, len(lever.Steps))
		}
		if len(w.Removed) != len(lever.Removed) || len(w.Added) != len(lever.Added) || lever.Net() != len(w.Removed)-len(w.Added) {
			t.Errorf("%s: what if removes %d and adds %d", described(lever), len(w.Removed), len(w.Added))
		}
		closed, eased := 0.0, 0.0
		for _, m := range w.Moves {
			closed += math.Abs(wanted[m.Scale.ID]-m.Before) - math.Abs(wanted[m.Scale.ID]-m.After)
		}
		for _, f := range w.Real.Findings {
			eased += f.Weight()
		}
		for _, f := range w.Changed.Findings {
			eased -= f.Weight()
		}
		if math.Abs(closed-lever.Closed) > 1e-9 || math.Abs(eased-lever.Eased) > 1e-9 {
			t.Errorf("%s: what if closes %g and eases %g, lever %g and %g", described(lever), closed, eased, lever.Closed, lever.Eased)
		}
	}
}

// The gap that a lever closes is counted from what the group agreed, and its parts
// add up. By hand: people say 2 at each of four items, 25; they agree on 3 at a1, so a
// stands on 31.25, and a level more on a2 makes 37.5.
func TestLeversCountFromWhatWasAgreed(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "low misfit strong {item: a2, below: 3}")
	s := filled(in, []int{2, 2, 2, 2, 3, 3, 3, 3})
	s.Settlements = []assess.Settlement{{Item: "a1", Outcome: assess.Agreed, Level: 3}}
	l := rs.Levers(s, nil, append(scales("a", 60), scales("b", 80)...)).Best
	if len(l) < 2 {
		t.Fatalf("%d levers, want 2 or more", len(l))
	}
	one := l[0].Closing
	if len(one) != 1 || one[0].Before != 31.25 || one[0].After != 37.5 || one[0].Said != assess.Known(25) || !one[0].Agreed() {
		t.Fatalf("closing %+v", one)
	}
	if before, after := one[0].Gaps(); before != 28.75 || after != 22.5 || l[0].Closed != 6.25 {
		t.Errorf("gap %g, then %g, closed %g; want 28.75, 22.5, 6.25", before, after, l[0].Closed)
	}
	for _, lever := range l {
		sum := 0.0
		for _, c := range lever.Closing {
			if before, after := c.Gaps(); math.Abs(before-after-c.Points) > 1e-9 {
				t.Errorf("%s: %g points of a gap from %g to %g", described(lever), c.Points, before, after)
			}
			sum += c.Points
		}
		if math.Abs(sum-lever.Closed) > 1e-9 {
			t.Errorf("%s: the parts add up to %g", described(lever), sum)
		}
	}
}

// The gap of an item is in levels, and counts by what the item moves its scale: with
// four equal items a level is 25/4 points.
func TestLeversCloseItems(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "low misfit strong {item: a2, below: 3}")
	l := rs.Levers(filled(in, []int{2, 2, 2, 2, 3, 3, 3, 3}), nil, items("a2", 5)).Best
	if len(l) != 1 || len(l[0].Closing) != 1 {
		t.Fatalf("%d levers, %+v", len(l), l)
	}
	c := l[0].Closing[0]
	if before, after := c.Gaps(); before != 3 || after != 2 || c.Points != 6.25 || l[0].Closed != 6.25 || c.Item.ID != "a2" || c.Agreed() {
		t.Errorf("gap %g, then %g, %g points of %g", before, after, c.Points, l[0].Closed)
	}
}

// Items over which people are apart are to be talked out, not raised.
func TestLeversLeaveTheContested(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "one misfit strong {scale: b, below: 60}")
	s := filled(in, []int{1, 2}, []int{1, 2}, []int{1, 2}, []int{5, 2}, []int{5, 2})
	if l := rs.Levers(s, nil, nil); l.Tried != 1 {
		t.Errorf("%d tried, want 1", l.Tried)
	}
}

func TestWhatIf(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "low misfit strong {item: a1, below: 3}", "high strength strong {scale: a, above: 40}", "stay misfit weak {item: a2, below: 3}")
	s := filled(in, []int{2, 2, 2, 2, 4, 4, 4, 4}, []int{2, 2, 2, -2, 4, 4, 4, 4})
	a := s.Analyze()
	before, _ := json.Marshal(s)
	w, err := rs.WhatIf(s, a, []assess.Change{{Item: "a1", Level: 3}, {Item: "a1", Level: 5}, {Item: "b1", Level: 4}})
	if err != nil {
		t.Fatal(err)
	}
	// one of four equal items by three levels: 75/4 points
	if len(w.Moves) != 2 || w.Moves[0].Before != 25 || w.Moves[0].After != 43.75 || w.Moves[1].Before != w.Moves[1].After {
		t.Errorf("moves: %+v", w.Moves)
	}
	if len(w.Steps) != 1 || w.Steps[0].Item.ID != "a1" || w.Steps[0].From != 2 || w.Steps[0].To != 5 {
		t.Errorf("steps: %+v", w.Steps)
	}
	if got, want := told(w.Real)+" "+told(w.Changed), "low 1.00 stay 1.00 | stay 1.00 high 0.88 |"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(w.Removed) != 1 || w.Removed[0].Rule.ID != "low" || len(w.Added) != 1 || w.Added[0].Rule.ID != "high" {
		t.Errorf("removed %v, added %v", w.Removed, w.Added)
	}
	if after, _ := json.Marshal(s); string(after) != string(before) {
		t.Error("the session was changed")
	}
	if again := rs.Diagnose(s, a); told(again) != told(w.Real) {
		t.Error("the analysis was changed")
	}
}

// An item over which people are apart counts in its scale already; one that nobody
// answered joins it.
func TestWhatIfOfWhatIsNotCarried(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "low misfit strong {item: a1, above: 3}")
	s := filled(in, []int{1, 2, 2}, []int{1, 2, 2}, []int{1, 2, 2}, []int{5, 2, 2}, []int{5, 2, 2})
	w, err := rs.WhatIf(s, nil, []assess.Change{{Item: "a1", Level: 4}})
	if err != nil {
		t.Fatal(err)
	}
	// mean 2.2 of three items, of which a1 rises from its median 1 to 4: three levels of 25 points, a third each
	if m := w.Moves[0]; math.Abs(m.Before-(1.6+1+1)/3*25) > 1e-9 || math.Abs(m.After-m.Before-25) > 1e-9 {
		t.Errorf("moves: %+v", w.Moves)
	}
	if got, want := told(w.Changed), "low 1.00 |"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	w, err = rs.WhatIf(s, nil, []assess.Change{{Item: "a4", Level: 5}})
	if err != nil {
		t.Fatal(err)
	}
	if m := w.Moves[0]; math.Abs(m.After-(m.Before*3+100)/4) > 1e-9 {
		t.Errorf("moves: %+v", w.Moves)
	}
}

func TestWhatIfErrors(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "low misfit strong {item: a1, above: 3}")
	_, err := rs.WhatIf(filled(in, []int{1}), nil, []assess.Change{{Item: "zz", Level: 1}, {Item: "a1", Level: 6}, {Item: "c1", Level: 1}})
	want := "item-unknown value=\"zz\"\nanswer-unknown item=\"a1\" value=\"6\"\nitem-unknown value=\"c1\""
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
