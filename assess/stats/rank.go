package stats

import (
	"math"
	"slices"
)

// midranks returns the ranks of xs from 1, equal values sharing the mean of theirs,
// and Σ(t³ − t) over the groups of t equal values. Values are
// equal if they are no further apart than equal.
func midranks(xs []float64, equal float64) (ranks []float64, ties float64) {
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case xs[a] < xs[b]:
			return -1
		case xs[a] > xs[b]:
			return 1
		}
		return 0
	})
	ranks = make([]float64, len(xs))
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && xs[order[j]]-xs[order[i]] <= equal {
			j++
		}
		for _, k := range order[i:j] {
			ranks[k] = float64(i+1+j) / 2
		}
		t := float64(j - i)
		ties += t*t*t - t
		i = j
	}
	return ranks, ties
}

// largest returns the largest absolute value of all lists.
func largest(lists ...[]float64) float64 {
	size := 0.0
	for _, xs := range lists {
		for _, x := range xs {
			size = max(size, math.Abs(x))
		}
	}
	return size
}

// Concordance is how alike people rank.
type Concordance struct {
	N          int       // people
	W          float64   // 0 (no common order) to 1 (everybody the same)
	MeanRanks  []float64 // of each column, 1 for the lowest
	ChiSquared float64   // Friedman's
	DF         float64
	P          float64
	Reason     Reason
}

// KendallW returns Kendall and Babington Smith's (1939) coefficient of concordance
// between the people (rows) in how they order the columns, corrected for
// ties. With n people, k columns, R_j the sum of the ranks of column j, and t
// counting the equal values of each person,
//
//	W = 12 Σ (R_j − mean)² / (n²(k³ − k) − n Σ (t³ − t))
//
// χ² = n(k − 1)W with k − 1 degrees of freedom is Friedman's test. Equal values
// share the mean of their ranks. It needs two people and two columns, else
// [OnePerson] or [OneItem]; [NoSpread] means that nobody prefers anything.
func KendallW(table [][]float64) Concordance {
	if reason := checkTable(table, 2, 2); reason != "" {
		return Concordance{Reason: reason}
	}
	n, k := float64(len(table)), float64(len(table[0]))
	sums := make([]float64, len(table[0]))
	ties := 0.0
	for _, row := range table {
		ranks, t := midranks(row, noise*largest(row))
		ties += t
		for j, r := range ranks {
			sums[j] += r
		}
	}
	most := n*n*(k*k*k-k) - n*ties
	if most <= 0 {
		return Concordance{Reason: NoSpread}
	}
	c := Concordance{N: len(table), DF: k - 1, MeanRanks: make([]float64, len(sums))}
	squares := 0.0
	for j, r := range sums {
		c.MeanRanks[j] = r / n
		squares += (r - n*(k+1)/2) * (r - n*(k+1)/2)
	}
	c.W = min(1, 12*squares/most)
	c.ChiSquared = n * (k - 1) * c.W
	c.P = chiSquaredAbove(c.ChiSquared, c.DF)
	if !finite(c.W, c.ChiSquared, c.P) {
		return Concordance{Reason: NotFinite}
	}
	return c
}

// FirstAlone returns the column that more than half of the people (rows) put first,
// that is highest, and alone, and how many do. Somebody whose highest values are
// equal puts none first. Otherwise the reason is [NoCommonOrder], the column −1 and
// the number that of the most frequent one. It needs one person and two columns.
func FirstAlone(table [][]float64) (column, people int, reason Reason) {
	if reason := checkTable(table, 1, 2); reason != "" {
		return -1, 0, reason
	}
	counts := make([]int, len(table[0]))
	for _, row := range table {
		ranks, _ := midranks(row, noise*largest(row))
		for j, r := range ranks {
			if r == float64(len(row)) { // a shared first rank is lower
				counts[j]++
			}
		}
	}
	people = slices.Max(counts)
	if 2*people <= len(table) {
		return -1, people, NoCommonOrder
	}
	return slices.Index(counts, people), people, ""
}
