package stats_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"luwes/assess/stats"
)

type random struct{ *rand.Rand }

func newRandom() random { return random{rand.New(rand.NewPCG(11, 7))} }

// scores draws n scores on 0–100 in steps that are no binary fractions.
func (r random) scores(n int) []float64 {
	var xs []float64
	for range n {
		xs = append(xs, float64(r.IntN(29))/28*100)
	}
	return xs
}

// table draws n people with k related answers of 1–5.
func (r random) table(n, k int) [][]float64 {
	var rows [][]float64
	for range n {
		person := 3 + r.NormFloat64()
		var row []float64
		for range k {
			row = append(row, min(5, max(1, math.Round(person+r.NormFloat64()))))
		}
		rows = append(rows, row)
	}
	return rows
}

func shift(xs []float64, by float64) []float64 {
	ys := slices.Clone(xs)
	for i := range ys {
		ys[i] += by
	}
	return ys
}

func scale(xs []float64, by float64) []float64 {
	ys := slices.Clone(xs)
	for i := range ys {
		ys[i] *= by
	}
	return ys
}

func near(t *testing.T, name string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-8*max(1, math.Abs(want))) {
		t.Errorf("%s: got %v, want %v", name, got, want)
	}
}

// TestMovedScores adds points to all scores, or measures them in another unit:
// what has no unit stays, what has one follows.
func TestMovedScores(t *testing.T) {
	r := newRandom()
	for range 50 {
		xs, ys := r.scores(6+r.IntN(20)), r.scores(6+r.IntN(20))
		for _, by := range []float64{-30, .1, 1e4} {
			d, moved := stats.Welch(xs, ys, .95), stats.Welch(shift(xs, by), shift(ys, by), .95)
			near(t, "shifted p", moved.P, d.P)
			near(t, "shifted difference", moved.Value, d.Value)
			n := min(len(xs), len(ys))
			p, movedP := stats.Paired(xs[:n], ys[:n], .95), stats.Paired(shift(xs[:n], by), shift(ys[:n], by), .95)
			near(t, "shifted pairs", movedP.P, p.P)
			sr, movedR := stats.SignedRank(xs[:n], ys[:n], 1e-9), stats.SignedRank(shift(xs[:n], by), shift(ys[:n], by), 1e-9)
			near(t, "shifted ranks", movedR.P, sr.P)
			ad, _ := stats.AD(xs)
			movedAD, _ := stats.AD(shift(xs, by))
			near(t, "shifted AD", movedAD, ad)
		}
		for _, by := range []float64{.04, 3, 1e6} {
			d, scaled := stats.Welch(xs, ys, .95), stats.Welch(scale(xs, by), scale(ys, by), .95)
			near(t, "scaled t", scaled.T, d.T)
			near(t, "scaled limit", scaled.High/by, d.High)
			near(t, "scaled margin", scaled.Equivalence(10*by).P, d.Equivalence(10).P)
			g, _ := stats.HedgesG(xs, ys)
			scaledG, _ := stats.HedgesG(scale(xs, by), scale(ys, by))
			near(t, "scaled g", scaledG, g)
			f, scaledF := stats.WelchANOVA([][]float64{xs, ys}), stats.WelchANOVA([][]float64{scale(xs, by), scale(ys, by)})
			near(t, "scaled F", scaledF.F, f.F)
			near(t, "F is t squared", f.F, d.T*d.T)
			near(t, "p of F", f.P, d.P)
		}
	}
}

// TestSwapped turns before and after round.
func TestSwapped(t *testing.T) {
	r := newRandom()
	for range 50 {
		a1, a2, n := r.scores(3+r.IntN(5)), r.scores(1+r.IntN(5)), 3+r.IntN(9)
		b1, b2 := r.scores(n), r.scores(n)
		d, back := stats.PartlyPaired(a1, b1, a2, b2, .95), stats.PartlyPaired(a2, b2, a1, b1, .95)
		near(t, "p", back.P, d.P)
		near(t, "low", -back.Low, d.High)
		near(t, "equivalence", back.Equivalence(10).P, d.Equivalence(10).P)
		delta, _ := stats.CliffDelta(b1, b2)
		backDelta, _ := stats.CliffDelta(b2, b1)
		near(t, "delta", -backDelta, delta)
		near(t, "rank sum", stats.RankSum(b2, b1).P, stats.RankSum(b1, b2).P)
	}
}

// TestPartlyPairedEnds meets Welch without pairs and the paired test without others.
func TestPartlyPairedEnds(t *testing.T) {
	r := newRandom()
	xs, ys := r.scores(9), r.scores(9)
	near(t, "welch", stats.PartlyPaired(xs, nil, ys, nil, .95).P, stats.Welch(xs, ys, .95).P)
	near(t, "paired", stats.PartlyPaired(nil, xs, nil, ys, .95).P, stats.Paired(xs, ys, .95).P)
	undefined := stats.PartlyPaired(xs, flat, ys, []float64{20, 40, 70}, .95) // r counts as 0
	apart := stats.Welch(slices.Concat(xs, flat), slices.Concat(ys, []float64{20, 40, 70}), .95)
	near(t, "se without r", undefined.SE, apart.SE)
}

// TestOrderOfPeople shuffles people and asks for the same numbers.
func TestOrderOfPeople(t *testing.T) {
	r := newRandom()
	for range 20 {
		rows := r.table(30, 7)
		mixed := slices.Clone(rows)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		for name, of := range map[string]func([][]float64) float64{
			"alpha": func(x [][]float64) float64 { return stats.Alpha(x, .95).High },
			"omega": func(x [][]float64) float64 { return stats.Omega(x).Omega },
			"W":     func(x [][]float64) float64 { return stats.KendallW(x).W },
			"AD":    func(x [][]float64) float64 { v, _, _ := stats.ADScale(stats.Columns(x)); return v },
			"rwg":   func(x [][]float64) float64 { v, _, _ := stats.RWGJ(stats.Columns(x), 2); return v },
			"rest":  func(x [][]float64) float64 { v, _ := stats.ItemRest(x, 2); return v },
			"ICC":   func(x [][]float64) float64 { v, _ := stats.OneWay(stats.Columns(x)).ICC1(); return v },
			"p": func(x [][]float64) float64 {
				c := stats.Columns(x)
				return stats.Paired(c[0], c[1], .95).P
			},
		} {
			near(t, name, of(mixed), of(rows))
		}
	}
}

// TestWilsonStaysInside tries means near the ends with the widest spread possible.
func TestWilsonStaysInside(t *testing.T) {
	for _, mean := range []float64{1e-9, .1, 5, 50, 95, 99.9, 100 - 1e-9} {
		for n := 2; n < 60; n += 7 {
			sd := math.Sqrt(mean * (100 - mean) * float64(n) / float64(n-1))
			for _, level := range []float64{.5, .95, .9999} {
				low, high, reason := stats.WilsonT(mean, sd, n, level, 0)
				if reason != "" || low < 0 || high > 100 || low > mean || high < mean {
					t.Errorf("mean %v, n %d, level %v: got %v–%v (%q)", mean, n, level, low, high, reason)
				}
			}
		}
	}
}
