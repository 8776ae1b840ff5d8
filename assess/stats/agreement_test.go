package stats_test

import (
	"math"
	"testing"

	"luwes/assess/stats"
)

func TestLabels(t *testing.T) {
	camps := []float64{20, 20, 50, 80, 80}
	for _, c := range []struct {
		name    string
		ad, cut float64
		scores  []float64
		want    stats.Label
	}{
		{"at the cut", 20, 20, camps, stats.Agreed},
		{"at the cut but for rounding", .8000000000000003, .8, camps, stats.Agreed},
		{"two camps", 24, 20, camps, stats.Split},
		{"a fifth on each side", 24, 20, []float64{39, 50, 50, 50, 61}, stats.Split},
		{"less than a fifth above", 24, 20, []float64{39, 50, 50, 50, 50, 61}, stats.Spread},
		{"40 and 60 are on no side", 24, 20, []float64{40, 40, 50, 60, 60}, stats.Spread},
		{"one side alone", 24, 20, []float64{0, 0, 50, 50, 50}, stats.Spread},
	} {
		if got, reason := stats.LabelOf(c.ad, c.cut, c.scores); got != c.want || reason != "" {
			t.Errorf("%s: got %q (%q), want %q", c.name, got, reason, c.want)
		}
	}
	if cut, _ := stats.ADCut(5); cut != .8 {
		t.Errorf("cut of five levels: got %v, want .8", cut)
	}
}

func TestFirstAlone(t *testing.T) {
	for _, c := range []struct {
		name           string
		rows           [][]float64
		column, people int
		reason         stats.Reason
	}{
		{"two of three", [][]float64{{1, 5, 2}, {1, 5, 2}, {9, 5, 2}}, 1, 2, ""},
		{"shared first ranks count for none", [][]float64{{5, 5, 2}, {1, 5, 2}, {9, 5, 2}}, -1, 1, stats.NoCommonOrder},
		{"equal but for rounding", [][]float64{{50, 50.00000000000001, 2}}, -1, 0, stats.NoCommonOrder},
		{"one person", [][]float64{{1, 2}}, 1, 1, ""},
	} {
		column, people, reason := stats.FirstAlone(c.rows)
		if column != c.column || people != c.people || reason != c.reason {
			t.Errorf("%s: got %d, %d, %q", c.name, column, people, reason)
		}
	}
}

// TestPopulation narrows the interval where most of those who could answer did.
func TestPopulation(t *testing.T) {
	low, high, _ := stats.WilsonT(62, 18, 12, .95, 0)
	narrowLow, narrowHigh, _ := stats.WilsonT(62, 18, 12, .95, 20)
	if !(low < narrowLow && narrowLow < 62 && 62 < narrowHigh && narrowHigh < high) {
		t.Errorf("got %v–%v of 20, %v–%v of many", narrowLow, narrowHigh, low, high)
	}
	// c·(1 − n/N) is what a standard deviation smaller by √(1 − n/N) gives
	sameLow, sameHigh, _ := stats.WilsonT(62, 18*math.Sqrt(1-12./20), 12, .95, 0)
	if math.Abs(sameLow-narrowLow) > 1e-10 || math.Abs(sameHigh-narrowHigh) > 1e-10 {
		t.Errorf("got %v–%v, want %v–%v", narrowLow, narrowHigh, sameLow, sameHigh)
	}
	if low, high, _ = stats.WilsonT(62, 18, 12, .95, 12); math.Abs(low-62) > 1e-12 || math.Abs(high-62) > 1e-12 {
		t.Errorf("everybody asked: got %v–%v, want 62 twice", low, high)
	}
}

// TestSignedRankTies has the differences of n012 as exact fractions, V and p computed
// from them; R's own, in the oracle, take some equal ones for different.
func TestSignedRankTies(t *testing.T) {
	before, after := readAnswers(t, "n012"), readAnswers(t, "n012_after")
	for scale, want := range map[string]stats.RankTest{
		"STR": {Statistic: 31.5, P: 0.06802483707221701}, "BEH": {Statistic: 40.5, P: 0.03730828393806956},
		"TEC": {Statistic: 22, P: 0.6240645324651698}, "CPX": {Statistic: 10.5, P: 0.09196510535284964},
		"FRM": {Statistic: 8, P: 0.09573342756973638}, "CEN": {Statistic: 13, P: 0.2863205967930593},
	} {
		p := matchPeople(before, after, scale)
		got := stats.SignedRank(p.both1, p.both2, 1e-9)
		if got.Statistic != want.Statistic || math.Abs(got.P/want.P-1) > 1e-9 {
			t.Errorf("%s: got %+v, want %+v", scale, got, want)
		}
	}
}
