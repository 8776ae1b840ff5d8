package assess_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
)

// What R computed of the simulated answers (stats/testdata). The names of the
// difference and of the p of equivalence depend on the test.
type comparedByR struct {
	Scales map[string]struct {
		N        int // pairs
		N1       int
		N2       int
		NCommon  int      `json:"n_common"`
		Diff     *float64 // of all
		MeanDiff *float64 `json:"mean_diff"` // of pairs
		SE, DF   float64
		T, P     float64
		CI95     [2]float64
		TostP    *float64 `json:"tost_p"`
		Tost     struct{ P float64 }
		Effect   struct {
			G          float64
			CliffDelta float64 `json:"cliff_delta"`
		}
		Wilcoxon struct {
			P float64 `json:"p_normal_corrected"`
		}
	}
	Family struct {
		PHolm   map[string]float64 `json:"p_holm"`
		Verdict map[string]string  `json:"verdict_tost_unadjusted"`
	}
}

type comparisonsByR struct {
	Before struct {
		Paired comparedByR `json:"paired_matched_only"`
		Welch  comparedByR `json:"welch_as_if_independent"`
		Partly comparedByR `json:"partially_overlapping"`
	} `json:"n012_before_after"`
	Regions struct{ Welch comparedByR } `json:"n040_region_A_vs_B"`
}

// oracleInstrument has three strategies and three dimensions, one family.
func oracleInstrument(t testing.TB) *assess.Instrument {
	in := readExpected(t).instrument()
	for i := range in.Scales {
		in.Scales[i].Kind = assess.Strategy
		if i > 2 {
			in.Scales[i].Kind = assess.Dimension
		}
	}
	return in
}

func TestComparisonsAgainstR(t *testing.T) {
	var want comparisonsByR
	readJSON(t, "../stats/testdata/comparisons_expected.json", &want)
	in := oracleInstrument(t)
	before, after, n040 := readAnswers(t, in, "n012"), readAnswers(t, in, "n012_after"), readAnswers(t, in, "n040")
	both1, both2 := matchedOnly(in, before, after)
	a, b := readGroup(t, n040, "A"), readGroup(t, n040, "B")
	for _, c := range []struct {
		name          string
		first, second []assess.Person
		identity      assess.Identity
		design        assess.Design
		want          comparedByR
	}{
		{"same people", both1, both2, assess.Coded, assess.Paired, want.Before.Paired},
		{"partly the same", before, after, assess.Coded, assess.PartlyPaired, want.Before.Partly},
		{"as if strangers", before, after, assess.Anonymous, assess.Welch, want.Before.Welch},
		{"regions", a, b, assess.Coded, assess.Welch, want.Regions.Welch},
	} {
		t.Run(c.name, func(t *testing.T) {
			sides := []assess.Side{side(in, c.first), side(in, c.second)}
			sides[0].Identity = c.identity
			for _, ch := range assess.Compare(sides).Pairs[0].Scales {
				if ch.Design != c.design {
					t.Errorf("%s: design %s, want %s", ch.Scale.ID, ch.Design, c.design)
				}
				changeAgainstR(t, ch, c.want)
			}
		})
	}
}

// side is a coded group session.
func side(in *assess.Instrument, people []assess.Person) assess.Side {
	return assess.Side{Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded}, Result: assess.Score(in, people)}
}

func changeAgainstR(t *testing.T, ch assess.ScaleChange, c comparedByR) {
	t.Helper()
	id := ch.Scale.ID
	want, ok := c.Scales[id]
	if !ok {
		t.Fatalf("no scale %s", id)
	}
	number := func(what string, got assess.Figure, want, tolerance float64) {
		t.Helper()
		if !got.OK() || math.Abs(got.Value-want) > tolerance*math.Abs(want) {
			t.Errorf("%s %s: got %+v, want %.17g", id, what, got, want)
		}
	}
	const exact, tail = 1e-10, 1e-9 // as the measurement design asks
	difference, equivalence := want.Diff, want.Tost.P
	if difference == nil {
		difference = want.MeanDiff
	}
	if want.TostP != nil {
		equivalence = *want.TostP
	}
	number("difference", ch.Difference, *difference, exact)
	number("se", ch.SE, want.SE, exact)
	number("df", ch.DF, want.DF, exact)
	number("t", ch.T, want.T, exact)
	number("p", ch.P, want.P, tail)
	number("Holm", ch.PHolm, c.Family.PHolm[id], tail)
	number("p of equivalence", ch.PEquivalence, equivalence, tail)
	number("low", ch.Low, want.CI95[0], tail)
	number("high", ch.High, want.CI95[1], tail)
	switch ch.Design {
	case assess.Paired:
		number("matched", ch.Matched, float64(want.N), 0)
		// not the signed ranks: R takes differences for unequal that are so in the last digit
	case assess.PartlyPaired:
		number("matched", ch.Matched, float64(want.NCommon), 0)
	case assess.Welch:
		number("Hedges' g", ch.HedgesG, want.Effect.G, exact)
		number("Cliff's delta", ch.CliffDelta, want.Effect.CliffDelta, exact)
		number("rank sum", ch.WilcoxonP, want.Wilcoxon.P, tail)
	}
	if n1, n2 := want.N1+want.N, want.N2+want.N; ch.NFrom != n1 || ch.NTo != n2 {
		t.Errorf("%s: n %d and %d, want %d and %d", id, ch.NFrom, ch.NTo, n1, n2)
	}
	if v := strings.ReplaceAll(string(ch.Verdict), "-", "_"); v != c.Family.Verdict[id] {
		t.Errorf("%s: verdict %s, want %s", id, v, c.Family.Verdict[id])
	}
}

// matchedOnly keeps, scale by scale, the answers of those who have a score in both
// sessions.
func matchedOnly(in *assess.Instrument, first, second []assess.Person) (both1, both2 []assess.Person) {
	a, b := assess.Score(in, first), assess.Score(in, second)
	both1, both2 = peopleCopy(first), peopleCopy(second)
	for _, s := range in.Scales {
		scored := map[string]int{}
		for _, r := range []*assess.Result{a, b} {
			for _, p := range r.Scale(s.ID).People {
				if p.Score.OK() {
					scored[p.ID]++
				}
			}
		}
		for _, p := range slices.Concat(both1, both2) {
			for _, it := range s.Items {
				if scored[p.ID] < 2 {
					delete(p.Sheet, it.ID)
				}
			}
		}
	}
	return both1, both2
}

// readGroup keeps the people of one group.
func readGroup(t *testing.T, people []assess.Person, group string) []assess.Person {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "score_n040.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []assess.Person
	for i, row := range rows[1:] {
		if row[1] == group {
			out = append(out, people[i])
		}
	}
	return out
}
