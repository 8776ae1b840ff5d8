package stats_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"luwes/assess/stats"
)

// Answers is one simulated workshop: 42 items in six scales.
type answers struct {
	ids, groups []string
	items       map[string][]string    // of each scale
	tables      map[string][][]float64 // of each scale: people and keyed items; NaN is a hole
}

var scales = []string{"STR", "BEH", "TEC", "CPX", "FRM", "CEN"}

func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func readAnswers(t *testing.T, name string) *answers {
	t.Helper()
	a := &answers{items: map[string][]string{}, tables: map[string][][]float64{}}
	reversed := map[string]bool{}
	for _, row := range readCSV(t, "items.csv")[1:] {
		a.items[row[1]] = append(a.items[row[1]], row[0])
		reversed[row[0]] = row[2] == "1"
	}
	rows := readCSV(t, name+".csv")
	place := map[string]int{}
	for i, title := range rows[0] {
		place[title] = i
	}
	for _, row := range rows[1:] {
		a.ids = append(a.ids, row[0])
		a.groups = append(a.groups, row[1])
		for _, scale := range scales {
			var line []float64
			for _, item := range a.items[scale] {
				x, err := strconv.ParseFloat(row[place[item]], 64)
				if err != nil {
					x = math.NaN()
				}
				if reversed[item] {
					x = 6 - x
				}
				line = append(line, x)
			}
			a.tables[scale] = append(a.tables[scale], line)
		}
	}
	return a
}

// raw returns people's means of a scale on 1–5, NaN under four answers of seven.
func (a *answers) raw(scale string) []float64 {
	var xs []float64
	for _, line := range a.tables[scale] {
		total, n := 0.0, 0
		for _, x := range line {
			if !math.IsNaN(x) {
				total += x
				n++
			}
		}
		if n < 4 {
			xs = append(xs, math.NaN())
		} else {
			xs = append(xs, total/float64(n))
		}
	}
	return xs
}

// points returns the same on 0–100.
func (a *answers) points(scale string) []float64 {
	xs := a.raw(scale)
	for i := range xs {
		xs[i] = (xs[i] - 1) / 4 * 100
	}
	return xs
}

// profiles returns the points of the people scored on all scales given.
func (a *answers) profiles(of []string) [][]float64 {
	table := make([][]float64, len(a.ids))
	for _, scale := range of {
		for i, x := range a.points(scale) {
			table[i] = append(table[i], x)
		}
	}
	return stats.Complete(table)
}

// inGroup returns the points of the people of one group.
func (a *answers) inGroup(scale, group string) []float64 {
	var xs []float64
	for i, x := range a.points(scale) {
		if a.groups[i] == group && !math.IsNaN(x) {
			xs = append(xs, x)
		}
	}
	return xs
}

// given returns the values that are not holes.
func given(xs []float64) []float64 {
	var ys []float64
	for _, x := range xs {
		if !math.IsNaN(x) {
			ys = append(ys, x)
		}
	}
	return ys
}

// TestScores holds the helper above against the scores of the oracle.
func TestScores(t *testing.T) {
	for _, name := range []string{"n012", "n040"} {
		a := readAnswers(t, name)
		rows := readCSV(t, name+"_scores.csv")
		for s, scale := range scales {
			raw, points := a.raw(scale), a.points(scale)
			for i, row := range rows[1:] {
				for j, got := range []float64{raw[i], points[i]} {
					want, err := strconv.ParseFloat(row[2+3*s+j], 64)
					if (err != nil) != math.IsNaN(got) || err == nil && math.Abs(got-want) > 1e-13*want {
						t.Errorf("%s %s %s: got %v, want %s", name, row[0], scale, got, row[2+3*s+j])
					}
				}
			}
		}
	}
}
