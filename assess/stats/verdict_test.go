package stats_test

import (
	"math"
	"slices"
	"testing"

	"luwes/assess/stats"
)

// shifted returns n scores around a middle, moved by points.
func shifted(n int, spread, points float64) []float64 {
	var xs []float64
	for i := range n {
		xs = append(xs, 50+points+spread*float64(i%5-2))
	}
	return xs
}

// TestVerdicts has a case made by hand for each verdict; a family of one needs no
// adjustment.
func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name          string
		first, second []float64
		verdict       stats.Verdict
		reason        stats.Reason
	}{
		{"20 points further", shifted(10, 5, 0), shifted(10, 5, 20), stats.Changed, ""},
		// mean 50 and 55, sd √2·2/√.9 = 2.98 on both sides, se 1.33, 18 df:
		// t = 3.75, p = .0015; against 10 points t = −3.75, p = .0007
		{"5 points further, and all agree", shifted(10, 2, 0), shifted(10, 2, 5), stats.ChangedLess, ""},
		{"half a point further, and all agree", shifted(10, 2, 0), shifted(10, 2, .5), stats.NoMeaningfulChange, ""},
		{"6 points further, and opinions differ", shifted(10, 15, 0), shifted(10, 15, 6), stats.CannotTell, ""},
		{"seven people", shifted(7, 5, 0), shifted(7, 5, 20), stats.TooFewForVerdict, ""},
		{"seven people and thirty", shifted(7, 5, 0), shifted(30, 5, 20), stats.TooFewForVerdict, ""},
		{"one person", shifted(1, 5, 0), shifted(30, 5, 20), stats.TooFewForVerdict, ""},
		{"no spread", shifted(10, 0, 0), shifted(10, 0, 20), "", stats.NoSpread},
	} {
		d := stats.Welch(c.first, c.second, .95)
		verdict, reason := stats.Judge(d, d.P, d.Equivalence(10).P)
		if verdict != c.verdict || reason != c.reason {
			t.Errorf("%s: got %q (%q), want %q (%q); p %v and %v", c.name, verdict, reason, c.verdict, c.reason, d.P, d.Equivalence(10).P)
		}
	}
}

// TestChangedLess shows by hand that a change may be certain and too small.
func TestChangedLess(t *testing.T) {
	d := stats.Welch(shifted(10, 2, 0), shifted(10, 2, 5), .95)
	se := math.Sqrt(2 * (80. / 9) / 10) // Σ of squares (16 + 4 + 0 + 4 + 16)·2
	for name, c := range map[string][2]float64{
		"difference": {d.Value, 5}, "se": {d.SE, se}, "df": {d.DF, 18}, "t": {d.T, 5 / se},
		"lower": {d.Equivalence(10).TLower, 15 / se}, "upper": {d.Equivalence(10).TUpper, -5 / se},
	} {
		if math.Abs(c[0]-c[1]) > 1e-12*math.Abs(c[1]) {
			t.Errorf("%s: got %v, want %v", name, c[0], c[1])
		}
	}
}

func TestJudge(t *testing.T) {
	pairs := func(n int) stats.Difference { return stats.Difference{N1: n, N2: n, Matched: n} }
	some := stats.Difference{N1: 7, N2: 12, Matched: 6}
	for _, c := range []struct {
		name              string
		d                 stats.Difference
		holm, equivalence float64
		want              stats.Verdict
		reason            stats.Reason
	}{
		{"six pairs", pairs(6), .01, .5, stats.Changed, ""},
		{"five pairs", pairs(5), .01, .5, stats.TooFewForVerdict, ""},
		{"six of them matched", some, .01, .5, stats.Changed, ""},
		{"exactly .05 is not below", pairs(6), .05, .05, stats.CannotTell, ""},
		{"too few goes before NaN", pairs(1), nan, nan, stats.TooFewForVerdict, ""},
		{"NaN", pairs(9), nan, .5, "", stats.NotFinite},
		{"p above 1", pairs(9), 1.5, .5, "", stats.OutOfRange},
	} {
		got, reason := stats.Judge(c.d, c.holm, c.equivalence)
		if got != c.want || reason != c.reason {
			t.Errorf("%s: got %q (%q), want %q (%q)", c.name, got, reason, c.want, c.reason)
		}
	}
}

// TestSerlinLevels takes the steps of Holm at .05: 1 − .05/m, and so on.
func TestSerlinLevels(t *testing.T) {
	step := func(m float64) float64 { return 1 - .05/m }
	for _, c := range []struct {
		name    string
		p, want []float64
	}{
		{"one", []float64{.3}, []float64{step(1)}},
		{"all significant", []float64{.001, .03, .002}, []float64{step(3), step(1), step(2)}},
		// .03·2 = .06 is above .05 and .031·1 below .06: the maximum binds
		{"kept from it", []float64{.03, .031}, []float64{step(2), step(2)}},
		{"kept from it, and then not", []float64{.001, .03, .031, .9}, []float64{step(4), step(3), step(3), step(1)}},
		// .02·2 = .04 and .03·1 = .03: the maximum binds, and both are significant
		{"bound and significant", []float64{.02, .03}, []float64{step(2), step(1)}},
		{"equal", []float64{.02, .02}, []float64{step(2), step(2)}},
		{"none", nil, nil},
	} {
		got, reason := stats.SerlinLevels(c.p, .05)
		if reason != "" || !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v (%q), want %v", c.name, got, reason, c.want)
		}
	}
}

// TestSerlinAgreesWithHolm draws families and asks that an interval leaves out
// zero exactly where the verdict says that something changed.
func TestSerlinAgreesWithHolm(t *testing.T) {
	random := newRandom()
	for range 300 {
		var tests []stats.Difference
		var p []float64
		for range 1 + random.IntN(8) {
			d := stats.Welch(random.scores(8), shift(random.scores(9), 12*random.Float64()), .95)
			tests, p = append(tests, d), append(p, d.P)
		}
		holm, _ := stats.Holm(p)
		levels, _ := stats.SerlinLevels(p, .05)
		for i, d := range tests {
			wide := d.At(levels[i])
			if without := wide.Low > 0 || wide.High < 0; without != (holm[i] < .05) {
				t.Fatalf("p %v of %v: Holm %v, interval at %v from %v to %v", d.P, p, holm[i], levels[i], wide.Low, wide.High)
			}
		}
	}
}

func TestDetectable(t *testing.T) {
	strangers, _ := stats.DetectableStrangers(12, 20, stats.Significance/6, .8)
	pairs, _ := stats.DetectablePairs(12, 20, .6, stats.Significance/6, .8)
	if math.Round(strangers) != 31 || math.Round(pairs) != 21 {
		t.Errorf("12 strangers find %v and the same 12 %v; want about 31 and 21", strangers, pairs)
	}
}
