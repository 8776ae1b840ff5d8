package stats

import "math"

// HedgesG returns the standardised difference of two sessions, second minus first
// (Hedges 1981): the difference of the means in pooled standard deviations, times
// the exact correction for small samples. With m = n1 + n2 − 2,
//
//	s² = ((n1 − 1)s1² + (n2 − 1)s2²) / m
//	J  = Γ(m/2) / (√(m/2)·Γ((m − 1)/2))
//
// It has no unit and no limits, and takes both sessions as groups, whoever
// attended them. It needs two people on each side, else [OnePerson], and spread in
// one of them, else [NoSpread].
func HedgesG(first, second []float64) (float64, Reason) {
	s1, s2 := summarize(first), summarize(second)
	d := sides(s1, s2)
	switch {
	case d.Reason != "":
		return 0, d.Reason
	case s1.n < 2 || s2.n < 2:
		return 0, OnePerson
	case s1.variance == 0 && s2.variance == 0:
		return 0, NoSpread
	}
	m := float64(s1.n + s2.n - 2)
	pooled := (float64(s1.n-1)/m)*s1.variance + (float64(s2.n-1)/m)*s2.variance
	return known(d.Value / math.Sqrt(pooled) * smallSample(m))
}

// smallSample is Hedges' J for m degrees of freedom, m > 1.
func smallSample(m float64) float64 {
	above, _ := math.Lgamma(m / 2)
	below, _ := math.Lgamma((m - 1) / 2)
	return math.Exp(above-below) / math.Sqrt(m/2)
}

// CliffDelta returns how much more often somebody of the second session is above
// somebody of the first than below (Cliff 1993),
//
//	(#(y > x) − #(y < x)) / (n1·n2)
//
// from −1 to 1, without unit; equal scores count for neither. It needs one person
// on each side, else [NoAnswers], and no spread.
func CliffDelta(first, second []float64) (float64, Reason) {
	r := RankSum(first, second)
	if r.Reason != "" && r.Reason != NoSpread {
		return 0, r.Reason
	}
	return 2*r.Statistic/(float64(len(first))*float64(len(second))) - 1, ""
}

// A RankTest is a test of Wilcoxon (1945).
type RankTest struct {
	N         int     // people, or pairs that differ
	Statistic float64 // V or W
	P         float64 // two-sided
	Reason    Reason
}

// RankSum compares the ranks of two groups of different people (Wilcoxon 1945, Mann
// and Whitney 1947). The statistic is R's W, the number of pairs of people in
// which the second is above the first, equal ones counting half. P is that of the
// normal approximation with continuity correction and corrected variance for
// ties. It needs one person on each side, else [NoAnswers]; if all are equal,
// P is unknown, [NoSpread], and the statistic remains.
func RankSum(first, second []float64) RankTest {
	for _, s := range []summary{summarize(first), summarize(second)} {
		if s.reason != "" {
			return RankTest{Reason: s.reason}
		}
	}
	n1, n2 := float64(len(first)), float64(len(second))
	all := append(append(make([]float64, 0, len(first)+len(second)), first...), second...)
	ranks, ties := midranks(all, noise*largest(all))
	r := RankTest{N: len(all), Statistic: sum(ranks[len(first):]) - n2*(n2+1)/2}
	n := n1 + n2
	variance := n1 * n2 / 12 * (n + 1 - ties/(n*(n-1)))
	return r.approximate(n1*n2/2, variance)
}

// SignedRank compares two measurements of the same people by the ranks of their
// differences (Wilcoxon 1945). The statistic is R's V, the sum of the ranks of those
// who rose. Pairs that do not differ are left out; equal differences share the
// mean of their ranks. P is that of the normal approximation with continuity
// correction and corrected variance for ties. The i-th scores of both lists
// belong to the same person, else [UnequalLengths]. It needs one pair that differs,
// else [NoDifferences].
//
// Differences count as equal if they are no further apart than equal, in the unit
// of the scores. Scores that are sevenths of something make differences that are the
// same and yet unequal in the last digit, so 1e-9 suits points of 0–100; 0
// compares digit by digit, as R does.
func SignedRank(first, second []float64, equal float64) RankTest {
	if len(first) != len(second) {
		return RankTest{Reason: UnequalLengths}
	}
	for _, s := range []summary{summarize(first), summarize(second)} {
		if s.reason != "" {
			return RankTest{Reason: s.reason}
		}
	}
	switch {
	case !finite(equal):
		return RankTest{Reason: NotFinite}
	case equal < 0:
		return RankTest{Reason: OutOfRange}
	}
	var sizes, signs []float64
	for i := range first {
		d := second[i] - first[i]
		if !finite(d) {
			return RankTest{Reason: NotFinite}
		}
		if math.Abs(d) > equal {
			sizes = append(sizes, math.Abs(d))
			signs = append(signs, d)
		}
	}
	if len(sizes) == 0 {
		return RankTest{Reason: NoDifferences}
	}
	ranks, ties := midranks(sizes, equal)
	r := RankTest{N: len(sizes)}
	for i, d := range signs {
		if d > 0 {
			r.Statistic += ranks[i]
		}
	}
	n := float64(r.N)
	return r.approximate(n*(n+1)/4, n*(n+1)*(2*n+1)/24-ties/48)
}

// approximate fills in P from the mean and the variance without a difference.
func (r RankTest) approximate(mean, variance float64) RankTest {
	if !(variance > 0) {
		r.Reason = NoSpread
		return r
	}
	away := max(0, math.Abs(r.Statistic-mean)-0.5)
	r.P = normalTwoSided(away / math.Sqrt(variance))
	return r
}
