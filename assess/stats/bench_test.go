package stats_test

import (
	"testing"

	"luwes/assess/stats"
)

// The size of a large session: 200 people, 54 items in scales of seven or three.
func largeSession() (table [][]float64, scales [][][]float64) {
	table = newRandom().table(200, 54)
	for from := 0; from < 42; from += 7 {
		scales = append(scales, part(table, from, from+7))
	}
	for from := 42; from < 54; from += 3 {
		scales = append(scales, part(table, from, from+3))
	}
	return table, scales
}

func part(table [][]float64, from, to int) [][]float64 {
	var rows [][]float64
	for _, row := range table {
		rows = append(rows, row[from:to])
	}
	return rows
}

func BenchmarkSession(b *testing.B) {
	_, scales := largeSession()
	for b.Loop() {
		for _, rows := range scales {
			columns := stats.Columns(rows)
			stats.ADScale(columns)
			stats.RWGJ(columns, 2)
			stats.RWGStar(columns, 2)
			complete := stats.Complete(rows)
			stats.Alpha(complete, .95)
			stats.Omega(complete)
			for j := range rows[0] {
				stats.ItemRest(complete, j)
				stats.AD(columns[j])
				stats.Median(columns[j])
			}
		}
		stats.KendallW(part(scales[0], 0, 3))
	}
}

func BenchmarkComparison(b *testing.B) {
	table, _ := largeSession()
	columns := stats.Columns(table)
	for b.Loop() {
		var p []float64
		for s := range 10 {
			first, second := columns[s], columns[s+20]
			d := stats.PartlyPaired(first[150:], first[:150], second[150:], second[:150], .95)
			d.Equivalence(.4)
			stats.HedgesG(first, second)
			stats.CliffDelta(first, second)
			stats.SignedRank(first, second, 1e-9)
			p = append(p, d.P)
		}
		stats.Holm(p)
		stats.SerlinLevels(p, .05)
	}
}

func BenchmarkAlpha(b *testing.B) {
	table, _ := largeSession()
	for b.Loop() {
		stats.Alpha(table, .95)
	}
}

func BenchmarkOmega(b *testing.B) {
	_, scales := largeSession()
	for b.Loop() {
		stats.Omega(scales[0])
	}
}

func BenchmarkWilsonT(b *testing.B) {
	for b.Loop() {
		stats.WilsonT(62, 18, 200, .95, 0)
	}
}
