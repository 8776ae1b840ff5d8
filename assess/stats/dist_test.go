package stats

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"
)

// tails.csv holds P(|T| ≥ x) and P(F ≥ x), computed with 70 digits from the power
// series of the incomplete beta function (Abramowitz and Stegun 1964, 26.5.4) and
// Stirling's series for its constant.
type tailCase struct{ df1, df2, x, p float64 }

func readTails(t *testing.T, distribution string) []tailCase {
	t.Helper()
	f, err := os.Open("testdata/tails.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var cases []tailCase
	for _, row := range rows {
		if row[0] != distribution {
			continue
		}
		var v [4]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(row[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		cases = append(cases, tailCase{v[0], v[1], v[2], v[3]})
	}
	return cases
}

func TestStudentsT(t *testing.T) {
	worstTail, worstQuantile := 0.0, 0.0
	for _, c := range readTails(t, "t") {
		off := math.Abs(tTwoSided(c.x, c.df1)/c.p - 1)
		worstTail = max(worstTail, off)
		if off > 1e-9 {
			t.Errorf("P(|T| ≥ %v) with %v df: got %v, want %v", c.x, c.df1, tTwoSided(c.x, c.df1), c.p)
		}
		if c.p/2 > 0.45 || c.p < 1e-12 { // the quantile is not asked for beyond
			continue
		}
		got := tAbove(c.p/2, c.df1)
		worstQuantile = max(worstQuantile, math.Abs(got/c.x-1))
		if math.Abs(got/c.x-1) > 1e-9 {
			t.Errorf("t above which lies %v with %v df: got %v, want %v", c.p/2, c.df1, got, c.x)
		}
	}
	t.Logf("tails %.1e, quantiles %.1e", worstTail, worstQuantile)
}

func TestF(t *testing.T) {
	worstTail, worstQuantile := 0.0, 0.0
	for _, c := range readTails(t, "f") {
		off := math.Abs(fAbove(c.x, c.df1, c.df2)/c.p - 1)
		worstTail = max(worstTail, off)
		if off > 1e-9 {
			t.Errorf("P(F ≥ %v) with %v and %v df: got %v, want %v", c.x, c.df1, c.df2, fAbove(c.x, c.df1, c.df2), c.p)
		}
		if c.p > 0.9999 || c.p < 1e-4 {
			continue
		}
		for _, got := range []float64{fQuantile(1-c.p, c.df1, c.df2), 1 / fQuantile(c.p, c.df2, c.df1)} {
			worstQuantile = max(worstQuantile, math.Abs(got/c.x-1))
			if math.Abs(got/c.x-1) > 1e-9 {
				t.Errorf("F above which lies %v with %v and %v df: got %v, want %v", c.p, c.df1, c.df2, got, c.x)
			}
		}
	}
	t.Logf("tails %.1e, quantiles %.1e", worstTail, worstQuantile)
}

func TestTailsThatCannotBe(t *testing.T) {
	nan := math.NaN()
	for name, got := range map[string]float64{
		"t of NaN": tBelow(nan, 3), "t without df": tBelow(1, 0), "t with NaN df": tTwoSided(1, nan),
		"t above 0": tAbove(0, 3), "t above 1": tAbove(1, 3), "F of NaN": fAbove(nan, 1, 1),
		"F without df": fAbove(1, 0, 1), "F quantile at 1": fQuantile(1, 2, 2), "χ² of NaN": chiSquaredAbove(nan, 1),
	} {
		if !math.IsNaN(got) {
			t.Errorf("%s: got %v, want NaN", name, got)
		}
	}
	inf := math.Inf(1)
	for name, got := range map[string]float64{
		"T ≤ −∞": tBelow(-inf, 3), "F ≥ ∞": fAbove(inf, 1, 1), "T ≤ ∞": tBelow(inf, 3) - 1, "F ≥ 0": fAbove(0, 1, 1) - 1,
	} {
		if got != 0 {
			t.Errorf("%s: off by %v", name, got)
		}
	}
}
