package stats_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"luwes/assess/stats"
)

// everything calls every function with two lists, a table made of them and some
// numbers, and returns by name what came out.
func everything(xs, ys []float64, table [][]float64, p, q float64, n int) map[string][]any {
	out := map[string][]any{}
	keep := func(name string, v ...any) { out[name] = v }
	one := func(name string, v float64, reason stats.Reason) { keep(name, v, reason) }
	three := func(name string, v float64, n int, reason stats.Reason) { keep(name, v, n, reason) }
	for name, f := range map[string]func([]float64) (float64, stats.Reason){
		"mean": stats.Mean, "variance": stats.Variance, "sd": stats.SD, "median": stats.Median, "ad": stats.AD,
	} {
		v, reason := f(xs)
		one(name, v, reason)
	}
	v, reason := stats.Quantile(xs, p)
	one("quantile", v, reason)
	low, high, reason := stats.WilsonT(p, q, n, .95, n+1)
	keep("wilson", low, high, reason)
	v, reason = stats.RWG(xs, p)
	one("rwg", v, reason)
	columns := stats.Columns(table)
	v, j, reason := stats.RWGJ(columns, p)
	three("rwg(j)", v, j, reason)
	v, j, reason = stats.RWGStar(columns, p)
	three("r*wg(j)", v, j, reason)
	v, j, reason = stats.ADScale(columns)
	three("AD scale", v, j, reason)
	label, reason := stats.LabelOf(p, q, xs)
	keep("label", label, reason)
	for name, rows := range map[string][][]float64{" of all": table, " of complete": stats.Complete(table)} {
		keep("W"+name, stats.KendallW(rows))
		keep("alpha"+name, stats.Alpha(rows, p))
		keep("omega"+name, stats.Omega(rows))
		v, reason = stats.ItemRest(rows, n)
		one("rest"+name, v, reason)
		c, k, reason := stats.FirstAlone(rows)
		keep("first"+name, c, k, reason)
		g := stats.OneWay(rows)
		keep("anova"+name, g)
		v, reason = g.ICC1()
		one("icc1"+name, v, reason)
		v, reason = g.ICC2()
		one("icc2"+name, v, reason)
		keep("welch's anova"+name, stats.WelchANOVA(rows))
	}
	compareEverything(keep, xs, ys, p, q, n)
	return out
}

func compareEverything(keep func(string, ...any), xs, ys []float64, p, q float64, n int) {
	half := min(len(xs), len(ys)) / 2
	for name, d := range map[string]stats.Difference{
		"welch": stats.Welch(xs, ys, p), "paired": stats.Paired(xs, ys, .95),
		"partly": stats.PartlyPaired(xs[half:], xs[:half], ys[half:], ys[:half], .9),
	} {
		e := d.Equivalence(q)
		verdict, reason := stats.Judge(d, p, e.P)
		keep(name, d, d.At(q), e, verdict, reason)
	}
	holm, reason := stats.Holm(xs)
	levels, again := stats.SerlinLevels(xs, p)
	keep("family", holm, reason, levels, again)
	v, reason := stats.Detectable(p, q, .05, .8)
	keep("detectable", v, reason)
	v, reason = stats.Detectable(1, 9, p, q)
	keep("detectable at", v, reason)
	v, reason = stats.DetectableStrangers(n, p, .05, .8)
	keep("strangers", v, reason)
	v, reason = stats.DetectablePairs(n, p, q, .05, .8)
	keep("pairs", v, reason)
	v, reason = stats.HedgesG(xs, ys)
	keep("g", v, reason)
	v, reason = stats.CliffDelta(xs, ys)
	keep("delta", v, reason)
	keep("wilcoxon", stats.RankSum(xs, ys), stats.SignedRank(xs, ys, p))
}

// decode makes numbers of bytes, eight each: as they are, or as answers of 0–100 if
// the first is even.
func decode(b []byte) []float64 {
	var xs []float64
	for ; len(b) >= 8; b = b[8:] {
		x := math.Float64frombits(binary.LittleEndian.Uint64(b))
		if b[0]%2 == 0 {
			x = float64(b[1] % 101)
		}
		xs = append(xs, x)
	}
	return xs
}

func encode(xs ...float64) []byte {
	var b []byte
	for _, x := range xs {
		bits := math.Float64bits(x)
		b = binary.LittleEndian.AppendUint64(b, bits|1) // odd: as it is
	}
	return b
}

// FuzzEverything asks that nothing panics, no argument changes, and nothing that is
// NaN or infinite comes out.
func FuzzEverything(f *testing.F) {
	f.Add([]byte{}, []byte{}, 0.95, 10.0, 0, 3)
	f.Add(encode(50), encode(60), 0.05, 10.0, 1, 1)
	f.Add(encode(math.NaN(), 1, 2), encode(1, 2, 3), math.NaN(), math.Inf(1), -1, 2)
	f.Add(encode(math.Inf(1), math.Inf(-1)), encode(1, 2), 1e-300, -10.0, 5, 1)
	f.Add(encode(math.MaxFloat64, -math.MaxFloat64, 5e-324), encode(1, 2, 3), 5e-324, 1e300, 2, 3)
	f.Add(encode(1, 2, 3, 4, 5, 6, 7, 8, 9), encode(2, 1, 4, 3, 6, 5, 8, 7, 9), 0.5, 0.5, 2, 3)
	f.Add(encode(0, 0, 0, 0), encode(100, 100, 100, 100), 1.0, 0.0, math.MaxInt, 2)
	f.Add(encode(1e-160, 2e-160, 4e-160, 1e-160), encode(1e-160, 3e-160, 1e-170, 0), 1-1e-16, 1e-16, math.MinInt, 2)
	f.Fuzz(func(t *testing.T, a, b []byte, p, q float64, n, width int) {
		xs, ys := decode(a), decode(b)
		if len(xs)+len(ys) > 200 {
			return
		}
		var table [][]float64
		for row := range slices.Chunk(slices.Concat(xs, ys), max(1, min(width, 9))) {
			table = append(table, row)
		}
		before := fmt.Sprint(xs, ys, table)
		out := everything(xs, ys, table, p, q, n)
		if after := fmt.Sprint(xs, ys, table); after != before {
			t.Errorf("arguments changed from %s to %s", before, after)
		}
		for name, values := range out {
			if text := fmt.Sprintf("%+v", values); slices.ContainsFunc([]string{"NaN", "Inf"}, func(bad string) bool { return strings.Contains(text, bad) }) {
				t.Errorf("%s of %v and %v, %v, %v: got %s", name, xs, ys, p, q, text)
			}
		}
	})
}
