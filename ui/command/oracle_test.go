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
	"strconv"
	"testing"
)

// What "luwes score --json" says of the simulated answers must be what R
// computed of them (testdata/oracle), within the tolerances of the measurement
// design.
func TestScoreEqualsR(t *testing.T) {
	t.Setenv("LUWES_DB", filepath.Join(t.TempDir(), "none.db"))
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for _, name := range []string{"n012", "n040"} {
		t.Run(name, func(t *testing.T) {
			got := scored(t, name)
			want := expected(t, name)
			if len(got.Scales) != len(want.Scales) || len(got.Items) != len(want.Items) {
				t.Fatalf("%d scales and %d items", len(got.Scales), len(got.Items))
			}
			rows := personRows(t, name)
			for _, s := range got.Scales {
				compareScale(t, s, want.Scales[s.ID], rows)
				compareStatistics(t, s, want.Scales[s.ID])
			}
			near(t, "w", exact, *got.Order.W, want.Kendall.W)
			if got.Order.N != want.Kendall.N {
				t.Errorf("order of %d people, want %d", got.Order.N, want.Kendall.N)
			}
			for _, it := range got.Items {
				w := want.Items[it.ID]
				near(t, it.ID+" mean", exact, it.Mean, w.Mean)
				near(t, it.ID+" ad", exact, it.AD, w.AD)
				near(t, it.ID+" median", exact, it.Median, medianOf(w.Counts))
				if it.N != w.N {
					t.Errorf("%s: n %d, want %d", it.ID, it.N, w.N)
				}
				for i, n := range it.Counts {
					if n != w.Counts[i] {
						t.Errorf("%s: counts %v, want %v", it.ID, it.Counts, w.Counts)
						break
					}
				}
			}
		})
	}
}

// Tolerances, relative from 1 on.
const (
	exact    = 1e-10 // means, deviations, alpha, rwg, AD, W
	quantile = 1e-9  // what rests on a quantile
	feldt    = 1e-8  // Feldt's limits
	factored = 1e-8  // omega
)

type scoredScale struct {
	ID                          string
	N                           int
	NotScored                   int `json:"not_scored"`
	Prorated                    int
	Coverage, Score, SD, Median float64
	Interval                    struct {
		Method           string
		Level, Low, High float64
	}
	Agreement struct {
		AD      float64
		Uniform float64 `json:"rwgj_uniform"`
		Slight  float64 `json:"rwgj_slight_skew"`
		Star    float64 `json:"rwg_star"`
		Label   string
	}
	Reliability struct {
		N           int
		Alpha       float64
		Low         float64 `json:"alpha_low"`
		High        float64 `json:"alpha_high"`
		Omega       *float64
		OmegaReason string `json:"omega_reason"`
	}
	Respondents []struct {
		ID       string
		Answered int
		Prorated bool
		Score    *float64
	}
}

type scoredFile struct {
	Scales []scoredScale
	Items  []struct {
		ID               string
		N                int
		Counts           []int
		Mean, Median, AD float64
	}
	Order struct {
		W *float64
		N int
	} `json:"order_of_strategies"`
}

type expectedScale struct {
	N         int `json:"n_valid"`
	NotScored int `json:"n_not_scored"`
	Pct       struct {
		Mean, SD, Median float64
		Wilson           []float64 `json:"wilson_t_ci95"`
	}
	Reliability struct {
		Listwise struct {
			N     int
			Alpha float64   `json:"alpha_hand"`
			Feldt []float64 `json:"feldt95_psych"`
		}
	}
	Omega struct {
		N        int
		Omega    *float64  `json:"ipa_omega"`
		Loadings []float64 `json:"ipa_loadings"`
	}
	Agreement struct {
		AD       float64 `json:"AD_mean_available"`
		Variance float64 `json:"mean_item_var_available"`
		Nulls    map[string]struct {
			RWGJ float64 `json:"rwg_j_available"`
			Star float64 `json:"rwg_star_available"`
		}
	}
}

type expectedFile struct {
	Scales map[string]expectedScale
	Items  map[string]struct {
		N      int
		Counts []int `json:"counts_1_to_5"`
		Mean   float64
		AD     float64 `json:"AD_mean"`
	}
	Kendall struct {
		N int
		W float64 `json:"W_tie_corrected"`
	} `json:"kendall_w_strategies"`
}

func scored(t *testing.T, name string) (file scoredFile) {
	t.Helper()
	var out, errs bytes.Buffer
	args := []string{"score", "testdata/oracle/" + name + ".csv", "--instrument", "testdata/oracle/oracle.yaml", "--json"}
	if code := Run(context.Background(), args, nil, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if err := json.Unmarshal(out.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	return file
}

func expected(t *testing.T, name string) (file expectedFile) {
	t.Helper()
	src, err := os.ReadFile("testdata/oracle/" + name + "_expected.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &file); err != nil {
		t.Fatal(err)
	}
	return file
}

// personRows are the rows of NAME_scores.csv by column name.
func personRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/oracle/" + name + "_scores.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, key := range records[0] {
			row[key] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func compareScale(t *testing.T, s scoredScale, want expectedScale, rows []map[string]string) {
	t.Helper()
	near(t, s.ID+" score", exact, s.Score, want.Pct.Mean)
	near(t, s.ID+" sd", exact, s.SD, want.Pct.SD)
	near(t, s.ID+" median", exact, s.Median, want.Pct.Median)
	if s.N != want.N || s.NotScored != want.NotScored {
		t.Errorf("%s: n %d and %d not scored, want %d and %d", s.ID, s.N, s.NotScored, want.N, want.NotScored)
	}
	if len(s.Respondents) != len(rows) {
		t.Fatalf("%s: %d respondents, want %d", s.ID, len(s.Respondents), len(rows))
	}
	answered := 0
	for i, p := range s.Respondents {
		row := rows[i]
		answered += p.Answered
		if p.ID != row["id"] || strconv.Itoa(p.Answered) != row[s.ID+"_answered"] {
			t.Errorf("%s: %s answered %d, want %s %s", s.ID, p.ID, p.Answered, row["id"], row[s.ID+"_answered"])
		}
		if p.Prorated != (p.Score != nil && p.Answered < 7) {
			t.Errorf("%s: %s prorated %v with %d answers", s.ID, p.ID, p.Prorated, p.Answered)
		}
		text := row[s.ID+"_100"]
		if (p.Score == nil) != (text == "") {
			t.Errorf("%s %s: scored otherwise than %q", s.ID, p.ID, text)
			continue
		}
		if p.Score != nil {
			x, _ := strconv.ParseFloat(text, 64)
			near(t, s.ID+" "+p.ID, exact, *p.Score, x)
		}
	}
	near(t, s.ID+" coverage", exact, s.Coverage, float64(answered)/float64(7*len(rows)))
}

// compareStatistics compares what rests on more than the scores. R has no omega
// where items are constant, and tells one beside negative loadings, which luwes
// does not show.
func compareStatistics(t *testing.T, s scoredScale, want expectedScale) {
	t.Helper()
	near(t, s.ID+" interval low", quantile, s.Interval.Low, want.Pct.Wilson[0])
	near(t, s.ID+" interval high", quantile, s.Interval.High, want.Pct.Wilson[1])
	if s.Interval.Method != "wilson-t" || s.Interval.Level != .95 {
		t.Errorf("%s: interval %+v", s.ID, s.Interval)
	}
	ag, r := s.Agreement, s.Reliability
	near(t, s.ID+" ad", exact, ag.AD, want.Agreement.AD)
	near(t, s.ID+" rwgj uniform", exact, ag.Uniform, want.Agreement.Nulls["uniform"].RWGJ)
	near(t, s.ID+" rwgj slight skew", exact, ag.Slight, want.Agreement.Nulls["slight_skew"].RWGJ)
	near(t, s.ID+" rwg star", exact, ag.Star, want.Agreement.Nulls["uniform"].Star)
	near(t, s.ID+" rwg star by the formula", exact, ag.Star, 1-want.Agreement.Variance/2)
	if got, want := ag.Label, labelByHand(s); got != want {
		t.Errorf("%s: label %s, want %s", s.ID, got, want)
	}
	listwise := want.Reliability.Listwise
	near(t, s.ID+" alpha", exact, r.Alpha, listwise.Alpha)
	near(t, s.ID+" alpha low", feldt, r.Low, listwise.Feldt[0])
	near(t, s.ID+" alpha high", feldt, r.High, listwise.Feldt[1])
	if r.N != listwise.N {
		t.Errorf("%s: %d complete, want %d", s.ID, r.N, listwise.N)
	}
	negative := slices.ContainsFunc(want.Omega.Loadings, func(l float64) bool { return l < 0 })
	if want.Omega.Omega == nil || negative {
		if r.Omega != nil || r.OmegaReason == "" {
			t.Errorf("%s: omega %v (%s), want none", s.ID, r.Omega, r.OmegaReason)
		}
		return
	}
	near(t, s.ID+" omega", factored, *r.Omega, *want.Omega.Omega)
}

// labelByHand applies the rule of the measurement design to the people's scores,
// which are compared with R above.
func labelByHand(s scoredScale) string {
	below, above, n := 0, 0, 0
	for _, p := range s.Respondents {
		if p.Score == nil {
			continue
		}
		n++
		if *p.Score < 40 {
			below++
		}
		if *p.Score > 60 {
			above++
		}
	}
	switch {
	case s.Agreement.AD <= .8:
		return "agreed"
	case 5*below >= n && 5*above >= n:
		return "split"
	}
	return "spread"
}

func medianOf(counts []int) float64 {
	var xs []float64
	for i, n := range counts {
		for range n {
			xs = append(xs, float64(i+1))
		}
	}
	n := len(xs)
	return (xs[(n-1)/2] + xs[n/2]) / 2
}

func near(t *testing.T, what string, within, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within*max(1, math.Abs(want))) {
		t.Errorf("%s: got %.17g, want %.17g", what, got, want)
	}
}
