package command

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What "luwes compare --json" says of the simulated answers must be what R
// computed of them (comparisons_expected.json of the statistics; means, t, df and Holm to
// 1e-10, p values and limits to 1e-9).
func TestCompareEqualsR(t *testing.T) {
	t.Setenv("LUWES_DB", filepath.Join(t.TempDir(), "oracle.db"))
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	want := comparisonsOfR(t)
	before, after := imported(t, "n012.csv"), imported(t, "n012_after.csv")
	hidden := imported(t, "n012_after.csv", "--identity", "anonymous")
	a, b := importedGroup(t, "A"), importedGroup(t, "B")
	for _, c := range []struct {
		name, from, to, design string
		want                   comparedByR
	}{
		{"partly the same people", before, after, "partly-paired", want.Before.Partly},
		{"as if they were strangers", before, hidden, "welch", want.Before.Welch},
		{"two regions", a, b, "welch", want.Regions.Welch},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := comparedFile(t, c.from, c.to)
			if file.Schema != "luwes/comparison/1" || file.Margin != 10 || len(file.Pairs) != 1 || len(file.Pairs[0].Scales) != 6 {
				t.Fatalf("%+v", file)
			}
			for _, s := range file.Pairs[0].Scales {
				if s.Design != c.design || !s.Comparable {
					t.Errorf("%s: design %s", s.ID, s.Design)
				}
				s.equals(t, c.want)
			}
		})
	}
}

// All that a pair of scales has in the file, with its key of the contract.
type comparedJSON struct {
	Schema string
	Margin float64
	Pairs  []struct{ Scales []comparedScale }
}

type comparedScale struct {
	ID, Design, Verdict      string
	Comparable               bool
	NFrom                    int  `json:"n_from"`
	NTo                      int  `json:"n_to"`
	NMatched                 *int `json:"n_matched"`
	Difference, SE, DF, T, P float64
	PHolm                    float64 `json:"p_holm"`
	PEquivalence             float64 `json:"p_equivalence"`
	Low, High                float64
	HedgesG                  float64 `json:"hedges_g"`
}

// What R computed, of which the p of equivalence stands at two places.
type comparedByR struct {
	Scales map[string]struct {
		N1, N2    int
		NCommon   *int `json:"n_common"`
		Diff      float64
		SE, DF, T float64
		P         float64
		CI95      [2]float64
		TostP     float64 `json:"tost_p"`
		Tost      struct{ P float64 }
		Effect    struct{ G *float64 }
	}
	Family struct {
		PHolm   map[string]float64 `json:"p_holm"`
		Verdict map[string]string  `json:"verdict_tost_unadjusted"`
	}
}

type comparisonsByR struct {
	Before struct {
		Welch  comparedByR `json:"welch_as_if_independent"`
		Partly comparedByR `json:"partially_overlapping"`
	} `json:"n012_before_after"`
	Regions struct{ Welch comparedByR } `json:"n040_region_A_vs_B"`
}

func comparisonsOfR(t *testing.T) (file comparisonsByR) {
	t.Helper()
	src, err := os.ReadFile("../../assess/stats/testdata/comparisons_expected.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &file); err != nil {
		t.Fatal(err)
	}
	return file
}

func (s *comparedScale) equals(t *testing.T, c comparedByR) {
	t.Helper()
	want, ok := c.Scales[s.ID]
	if !ok {
		t.Fatalf("no scale %s", s.ID)
	}
	number := func(key string, got, want, tolerance float64) {
		t.Helper()
		if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
			t.Errorf("%s %s: got %.17g, want %.17g", s.ID, key, got, want)
		}
	}
	const exact, tail = 1e-10, 1e-9
	number("difference", s.Difference, want.Diff, exact)
	number("se", s.SE, want.SE, exact)
	number("df", s.DF, want.DF, exact)
	number("t", s.T, want.T, exact)
	number("p", s.P, want.P, tail)
	number("p_holm", s.PHolm, c.Family.PHolm[s.ID], tail)
	number("p_equivalence", s.PEquivalence, want.TostP+want.Tost.P, tail) // one of them is there
	number("low", s.Low, want.CI95[0], tail)
	number("high", s.High, want.CI95[1], tail)
	if want.Effect.G != nil {
		number("hedges_g", s.HedgesG, *want.Effect.G, exact)
	}
	if s.NFrom != want.N1 || s.NTo != want.N2 {
		t.Errorf("%s: n %d and %d, want %d and %d", s.ID, s.NFrom, s.NTo, want.N1, want.N2)
	}
	if want.NCommon != nil && (s.NMatched == nil || *s.NMatched != *want.NCommon) {
		t.Errorf("%s: n_matched %v, want %d", s.ID, s.NMatched, *want.NCommon)
	}
	if got := strings.ReplaceAll(s.Verdict, "-", "_"); got != c.Family.Verdict[s.ID] {
		t.Errorf("%s: verdict %s, want %s", s.ID, got, c.Family.Verdict[s.ID])
	}
}

func comparedFile(t *testing.T, from, to string) (file comparedJSON) {
	t.Helper()
	if err := json.Unmarshal(said(t, "compare", from, to, "--json"), &file); err != nil {
		t.Fatal(err)
	}
	return file
}

// imported saves a file of the oracle and returns the id of the session.
func imported(t *testing.T, file string, flags ...string) string {
	t.Helper()
	if !filepath.IsAbs(file) {
		file = "testdata/oracle/" + file
	}
	return strings.TrimSpace(string(said(t, append([]string{"import", file, "--instrument", "testdata/oracle/oracle.yaml"}, flags...)...)))
}

// importedGroup saves those of n040 who belong to a group.
func importedGroup(t *testing.T, group string) string {
	t.Helper()
	src, err := os.ReadFile("testdata/oracle/n040.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(src)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], "group")
	kept := slices.DeleteFunc(rows[1:], func(row []string) bool { return row[at] != group })
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(append(rows[:1:1], kept...)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), group+".csv")
	if err := os.WriteFile(name, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return imported(t, name)
}

// said runs the program and returns its standard output.
func said(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := Run(context.Background(), args, nil, &out, &errs); code != 0 {
		t.Fatalf("%s: exit code %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return out.Bytes()
}
