package stats

import (
	"math"
	"slices"
)

// PartlyPaired compares two sessions that some people attended both, and others
// one, by the test of Derrick, Russ, Toher and White (2017) for unequal
// variances. It uses everybody. With the correlation r over the nc matched pairs,
// na and nb unmatched people, and Welch's degrees of freedom γ,
//
//	se = √(s1²/n1 + s2²/n2 − 2·r·s1·s2·nc/(n1·n2))
//	df = (nc − 1) + (γ − nc + 1)/(na + nb + 2nc) · (na + nb)
//
// where means and variances are those of all n1 = na + nc and n2 = nb + nc. Without
// pairs it is [Welch], without others [Paired].
//
// The i-th scores of matched1 and matched2 belong to the same person, else
// [UnequalLengths]; alone1 and alone2 are the others. Scores are in any unit; level is that
// of the limits, in (0, 1). It needs two people on each side, else [OnePerson]. Where
// r is undefined, because a side of the pairs is constant or there are fewer than
// two, it counts as 0. If both sides are without spread, or all are matched and
// differ by the same, there is no test: [NoSpread].
func PartlyPaired(alone1, matched1, alone2, matched2 []float64, level float64) Difference {
	s1 := summarize(slices.Concat(alone1, matched1))
	s2 := summarize(slices.Concat(alone2, matched2))
	d := sides(s1, s2)
	if len(matched1) != len(matched2) {
		return Difference{N1: d.N1, N2: d.N2, Reason: UnequalLengths}
	}
	d.Matched = len(matched1)
	switch {
	case d.Reason != "":
		return d
	case len(alone1)+len(alone2) == 0:
		return Paired(matched1, matched2, level)
	case s1.n < 2 || s2.n < 2:
		d.Reason = OnePerson
		return d
	case s1.variance == 0 && s2.variance == 0:
		d.Reason = NoSpread
		return d
	}
	r, _ := correlation(matched1, matched2) // 0 where it is undefined
	n1, n2, nc := float64(s1.n), float64(s2.n), float64(d.Matched)
	a, b := s1.variance/n1, s2.variance/n2
	squared := a + b - 2*r*math.Sqrt(a)*math.Sqrt(b)*nc/math.Sqrt(n1*n2)
	others := float64(len(alone1) + len(alone2))
	df := nc - 1 + (welchDF(a, b, s1.n, s2.n)-nc+1)/(others+2*nc)*others
	return d.tested(math.Sqrt(squared), df, level)
}
