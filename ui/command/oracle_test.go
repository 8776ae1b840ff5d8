package command

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// What "luwes score --json" says of the simulated answers must be what R
// computed of them (testdata/oracle; means, deviations and medians to 1e-10).
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
			}
			for _, it := range got.Items {
				w := want.Items[it.ID]
				near(t, it.ID+" mean", it.Mean, w.Mean)
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

type scoredScale struct {
	ID                          string
	N                           int
	NotScored                   int `json:"not_scored"`
	Coverage, Score, SD, Median float64
	Respondents                 []struct {
		ID       string
		Answered int
		Score    *float64
	}
}

type scoredFile struct {
	Scales []scoredScale
	Items  []struct {
		ID     string
		N      int
		Counts []int
		Mean   float64
	}
}

type expectedScale struct {
	N         int                                `json:"n_valid"`
	NotScored int                                `json:"n_not_scored"`
	Pct       struct{ Mean, SD, Median float64 } `json:"pct"`
}

type expectedFile struct {
	Scales map[string]expectedScale
	Items  map[string]struct {
		N      int
		Counts []int `json:"counts_1_to_5"`
		Mean   float64
	}
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
	near(t, s.ID+" score", s.Score, want.Pct.Mean)
	near(t, s.ID+" sd", s.SD, want.Pct.SD)
	near(t, s.ID+" median", s.Median, want.Pct.Median)
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
		text := row[s.ID+"_100"]
		if (p.Score == nil) != (text == "") {
			t.Errorf("%s %s: scored otherwise than %q", s.ID, p.ID, text)
			continue
		}
		if p.Score != nil {
			x, _ := strconv.ParseFloat(text, 64)
			near(t, s.ID+" "+p.ID, *p.Score, x)
		}
	}
	near(t, s.ID+" coverage", s.Coverage, float64(answered)/float64(7*len(rows)))
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-10*max(1, math.Abs(want)) {
		t.Errorf("%s: got %.17g, want %.17g", what, got, want)
	}
}
