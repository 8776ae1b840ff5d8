package assess_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
)

// sideOf scores rows of answers as one side of a comparison.
func sideOf(t testing.TB, in *assess.Instrument, rows ...string) assess.Side {
	t.Helper()
	return assess.Side{Header: assess.Header{ID: rows[0]}, Result: assess.Score(in, peopleOf(t, in, rows...))}
}

// points is what a change says without any test.
type points struct {
	Scale      *assess.Scale
	Comparable bool
	Reason     assess.Reason
	NFrom, NTo int
	Difference assess.Figure
}

func pointsOf(ch assess.ScaleChange) points {
	return points{ch.Scale, ch.Comparable, ch.Reason, ch.NFrom, ch.NTo, ch.Difference}
}

func TestCompareIsSecondMinusFirst(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 2), scaleOf("b", 1))
	in.Scales[0].Items[1].Reverse = true
	c := assess.Compare([]assess.Side{
		sideOf(t, in, "2 4 5", "3 3 4"), // a: 25, 50; b: 100, 75
		sideOf(t, in, "4 2 3"),          // a: 75; b: 50
	})
	if len(c.Pairs) != 1 || c.Pairs[0].From != 0 || c.Pairs[0].To != 1 {
		t.Fatalf("pairs %+v, want the one from 0 to 1", c.Pairs)
	}
	for i, want := range []points{
		{Scale: &in.Scales[0], Comparable: true, NFrom: 2, NTo: 1, Difference: assess.Known(37.5)},
		{Scale: &in.Scales[1], Comparable: true, NFrom: 2, NTo: 1, Difference: assess.Known(-37.5)},
	} {
		if got := pointsOf(c.Pairs[0].Scales[i]); got != want {
			t.Errorf("change %d: %+v, want %+v", i, got, want)
		}
		if !c.Scales[i].Same {
			t.Errorf("scale %d: not scored in the same way", i)
		}
	}
	// items are keyed: the reversed one rises from 2 and 3 to 4
	for i, want := range []float64{1.5, 1.5, -1.5} {
		if got := c.Pairs[0].Items[i].Difference; got != assess.Known(want) {
			t.Errorf("item %d: %v, want %v", i, got, want)
		}
	}
}

func TestCompareAgainstR(t *testing.T) {
	expected := readExpected(t)
	var sides []assess.Side
	in := expected.instrument()
	for _, set := range []string{"n012", "n012_after"} {
		sides = append(sides, assess.Side{Result: assess.Score(in, readAnswers(t, in, set))})
	}
	c := assess.Compare(sides)
	if len(c.Pairs[0].Scales) != 6 {
		t.Fatalf("got %d scales, want 6", len(c.Pairs[0].Scales))
	}
	for _, ch := range c.Pairs[0].Scales {
		want := assess.Known(expected.Difference[ch.Scale.ID])
		if !ch.Comparable || !nearFigure(ch.Difference, want, 1e-10) {
			t.Errorf("%s: %+v, want a difference of %v", ch.Scale.ID, ch, want)
		}
	}
}

// What decides a score also decides whether it may be set beside another.
func TestCompareRefusesAnotherScoring(t *testing.T) {
	for what, edit := range map[string]func(in *assess.Instrument){
		"reversed":   func(in *assess.Instrument) { in.Scales[0].Items[0].Reverse = true },
		"weight":     func(in *assess.Instrument) { in.Scales[0].Items[0].Weight = 2 },
		"levels":     func(in *assess.Instrument) { in.Levels = 4 },
		"convention": func(in *assess.Instrument) { in.Convention = assess.Share },
		"minimum":    func(in *assess.Instrument) { in.Scales[0].Minimum = 1 },
		"item less":  func(in *assess.Instrument) { in.Scales[0].Items = in.Scales[0].Items[:1] },
	} {
		first, second := questionnaire(5, scaleOf("a", 2)), questionnaire(5, scaleOf("a", 2))
		edit(second)
		rows := strings.Repeat("3 ", second.ItemCount())
		c := assess.Compare([]assess.Side{sideOf(t, first, "3 3"), sideOf(t, second, rows)})
		got := pointsOf(c.Pairs[0].Scales[0])
		want := points{
			Scale: &first.Scales[0], Reason: assess.ScoredOtherwise, NFrom: 1, NTo: 1,
			Difference: assess.Unknown(assess.ScoredOtherwise),
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", what, got, want)
		}
		if c.Scales[0].Same {
			t.Errorf("%s: said to be scored in the same way", what)
		}
		if s := c.Scales[0].Scores; !s[0].OK() || !s[1].OK() {
			t.Errorf("%s: scores %v, want both shown although they are not compared", what, s)
		}
	}
}

func TestCompareSaysWhyNot(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 2))
	other := questionnaire(5, scaleOf("b", 1))
	for _, c := range []struct {
		what          string
		first, second assess.Side
		want          assess.Reason
		nFrom, nTo    int
	}{
		{"missing in the second", sideOf(t, in, "3 3"), sideOf(t, other, "3"), assess.NotInBoth, 1, 0},
		{"nobody scored in the first", sideOf(t, in, "- -"), sideOf(t, in, "3 3"), assess.NotScored, 0, 1},
		{"nobody scored in the second", sideOf(t, in, "3 3", "1 1"), sideOf(t, in, "dk -"), assess.NotScored, 2, 0},
		{"not applicable in the second", sideOf(t, in, "3 3"), sideOf(t, in, "na na"), assess.NotApplicable, 1, 0},
	} {
		got := pointsOf(assess.Compare([]assess.Side{c.first, c.second}).Pair(0, 1).Scales[0])
		want := points{Scale: &in.Scales[0], Reason: c.want, NFrom: c.nFrom, NTo: c.nTo, Difference: assess.Unknown(c.want)}
		if got != want {
			t.Errorf("%s: %+v, want %+v", c.what, got, want)
		}
	}
}

func TestCompareItemsThatChanged(t *testing.T) {
	first := questionnaire(5, scaleOf("a", 4))
	second := questionnaire(5, scaleOf("a", 4), scaleOf("b", 1))
	second.Scales[0].Items[1].Reverse = true
	second.Scales[0].Items[2].ID = "anew"
	second.Scales[0].Items[3].Weight = 3 // decides the scale, not the item
	c := assess.Compare([]assess.Side{sideOf(t, first, "1 2 3 4"), sideOf(t, second, "3 2 5 5 1")})
	want := []struct {
		id   string
		diff assess.Figure
		same bool
	}{
		{"a1", assess.Known(2), true},
		{"a2", assess.Unknown(assess.ScoredOtherwise), false},
		{"a3", assess.Unknown(assess.NotInBoth), true},
		{"a4", assess.Known(1), true},
		{"anew", assess.Unknown(assess.NotInBoth), true},
		{"b1", assess.Unknown(assess.NotInBoth), true},
	}
	if len(c.Items) != len(want) {
		t.Fatalf("got %d items, want %d", len(c.Items), len(want))
	}
	for i, w := range want {
		got := c.Pairs[0].Items[i]
		if got.Item.ID != w.id || got.Difference != w.diff || c.Items[i].Same != w.same {
			t.Errorf("item %d: %s %v, same %t; want %+v", i, got.Item.ID, got.Difference, c.Items[i].Same, w)
		}
	}

	fewer := questionnaire(4, scaleOf("a", 4))
	for _, it := range assess.Compare([]assess.Side{sideOf(t, first, "1 2 3 4"), sideOf(t, fewer, "1 2 3 4")}).Pairs[0].Items {
		if it.Difference != assess.Unknown(assess.ScoredOtherwise) {
			t.Errorf("%s of five levels and of four: %v, want not compared", it.Item.ID, it.Difference)
		}
	}
	silent := assess.Compare([]assess.Side{sideOf(t, first, "1 2 3 4"), sideOf(t, first, "na dk - 4")}).Pairs[0]
	for i, want := range []assess.Reason{assess.NoAnswers, assess.NoAnswers, assess.NoAnswers, ""} {
		if got := silent.Items[i].Difference; got.Reason != want {
			t.Errorf("item %d that nobody answered: %v, want %q", i, got, want)
		}
	}
}

// Ids are compared without case everywhere, and the fingerprint agrees: a new
// edition that spells them in capitals asks the same.
func TestCompareIdsWithoutCase(t *testing.T) {
	first, second := questionnaire(5, scaleOf("str", 2)), questionnaire(5, scaleOf("STR", 2))
	c := assess.Compare([]assess.Side{sideOf(t, first, "2 2"), sideOf(t, second, "3 4")})
	if len(c.Scales) != 1 || len(c.Items) != 2 {
		t.Fatalf("got %d scales and %d items, want 1 and 2", len(c.Scales), len(c.Items))
	}
	if got := c.Pairs[0].Scales[0]; !got.Comparable || got.Difference != assess.Known(37.5) {
		t.Errorf("scale: %+v, want a difference of 37.5", got)
	}
	if got := c.Pairs[0].Items[1].Difference; got != assess.Known(2) {
		t.Errorf("item: %v, want 2", got)
	}
}

func TestCompareThreeSessions(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1))
	only := questionnaire(5, scaleOf("b", 1), scaleOf("c", 1))
	turned := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1))
	turned.Scales[1].Items[0].Reverse = true
	c := assess.Compare([]assess.Side{sideOf(t, in, "1 2"), sideOf(t, only, "3 4"), sideOf(t, turned, "5 1")})

	var order []string
	for _, p := range c.Pairs {
		order = append(order, fmt.Sprint(p.From, p.To))
	}
	if want := []string{"0 1", "0 2", "1 2"}; !slices.Equal(order, want) {
		t.Errorf("pairs %q, want %q", order, want)
	}
	wantScores := []assess.ComparedScale{
		{Scale: &in.Scales[0], Scores: []assess.Figure{assess.Known(0), assess.Unknown(assess.NotInBoth), assess.Known(100)}, Same: true},
		{Scale: &in.Scales[1], Scores: []assess.Figure{assess.Known(25), assess.Known(50), assess.Known(100)}, Same: false},
		{Scale: &only.Scales[1], Scores: []assess.Figure{assess.Unknown(assess.NotInBoth), assess.Known(75), assess.Unknown(assess.NotInBoth)}, Same: true},
	}
	for i := range c.Scales {
		c.Scales[i].Spread = nil // has a test of its own
	}
	if !reflect.DeepEqual(c.Scales, wantScores) {
		t.Errorf("scales %+v, want %+v", c.Scales, wantScores)
	}
	na, no := assess.Unknown(assess.NotInBoth), assess.Unknown(assess.ScoredOtherwise)
	for _, w := range []struct {
		from, to int
		want     [3]assess.Figure
	}{
		{0, 1, [3]assess.Figure{na, assess.Known(25), na}},
		{0, 2, [3]assess.Figure{assess.Known(100), no, na}},
		{1, 2, [3]assess.Figure{na, no, na}},
	} {
		p := c.Pair(w.from, w.to)
		if p == nil {
			t.Fatalf("no pair from %d to %d", w.from, w.to)
		}
		for i, want := range w.want {
			if got := p.Scales[i].Difference; got != want {
				t.Errorf("from %d to %d, %s: %v, want %v", w.from, w.to, p.Scales[i].Scale.ID, got, want)
			}
		}
	}
	for _, none := range [][2]int{{1, 0}, {0, 0}, {0, 3}} {
		if p := c.Pair(none[0], none[1]); p != nil {
			t.Errorf("Pair(%v) = %+v, want nil", none, p)
		}
	}
}

// Turning the sides round turns the sign of every difference and nothing else,
// and no session differs from itself.
func TestCompareTurnedRound(t *testing.T) {
	eachCase(t, 11, 300, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		a := assess.Side{Result: assess.Score(in, people)}
		b := assess.Side{Result: assess.Score(in, randomPeople(r, in))}
		was := resultCopy(a.Result)
		there, back := assess.Compare([]assess.Side{a, b}).Pairs[0], assess.Compare([]assess.Side{b, a}).Pairs[0]
		for i, ch := range there.Scales {
			turned := back.Scales[i]
			if ch.Comparable != turned.Comparable || ch.NFrom != turned.NTo || ch.NTo != turned.NFrom {
				t.Errorf("%s: %+v there, %+v back", ch.Scale.ID, ch, turned)
			}
			if ch.Comparable && ch.Difference.Value != -turned.Difference.Value {
				t.Errorf("%s: %v there, %v back", ch.Scale.ID, ch.Difference, turned.Difference)
			}
		}
		for _, ch := range assess.Compare([]assess.Side{a, a}).Pairs[0].Scales {
			if ch.Comparable && ch.Difference != assess.Known(0) || ch.Comparable != a.Result.Scale(ch.Scale.ID).Score.OK() {
				t.Errorf("%s against itself: %+v", ch.Scale.ID, ch)
			}
		}
		if !reflect.DeepEqual(was, *a.Result) {
			t.Errorf("Compare changed a result")
		}
	})
}

func resultCopy(r *assess.Result) assess.Result {
	out := *r
	out.Scales, out.Items, out.Composites = slices.Clone(r.Scales), slices.Clone(r.Items), slices.Clone(r.Composites)
	return out
}

// benchSides are two sessions of n people, of whom three in four came twice; codes
// run on.
func benchSides(r *rand.Rand, in *assess.Instrument, n int) (first, second []assess.Person) {
	first, second = fullSheets(r, in, n), fullSheets(r, in, n)
	for i := range second {
		second[i].ID = fmt.Sprintf("R%05d", i+n/4)
	}
	return first, second
}

// BenchmarkCompare scores two sessions and compares them.
func BenchmarkCompare(b *testing.B) {
	in := fullInstrument()
	for _, n := range []int{12, 200, 1000, 10_000} {
		first, second := benchSides(rand.New(rand.NewPCG(3, 2)), in, n)
		sides := []assess.Side{side(in, first), side(in, second)}
		b.Run(fmt.Sprintf("2x%dx54", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				assess.Compare(sides)
			}
		})
		b.Run(fmt.Sprintf("2x%dx54 with Score", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				assess.Compare([]assess.Side{side(in, first), side(in, second)})
			}
		})
	}
}
