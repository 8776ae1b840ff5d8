package stats

import "math"

// A Difference is what a t test says of two sessions, second minus first, in the
// unit of the scores.
//
// With a reason, the numbers of people and the difference of the means are still
// set as far as both sides have people, and the rest is zero: two groups
// without spread have means to show and no test.
type Difference struct {
	N1, N2    int // people on each side
	Matched   int // people who are on both
	Value     float64
	SE        float64 // standard error of Value
	DF        float64
	T         float64 // Value / SE
	P         float64 // two-sided
	Level     float64 // of Low and High
	Low, High float64
	Reason    Reason
}

// tested fills in the test of a difference whose standard error is known.
func (d Difference) tested(se, df, level float64) Difference {
	if reason := checkLevel(level); reason != "" {
		d.Reason = reason
		return d
	}
	t := d.Value / se
	p := tTwoSided(t, df)
	if !finite(se, df, t, p) || se <= 0 {
		d.Reason = NotFinite
		return d
	}
	half := tAbove((1-level)/2, df) * se
	if !finite(half, d.Value-half, d.Value+half) {
		d.Reason = NotFinite
		return d
	}
	d.SE, d.DF, d.T, d.P, d.Level = se, df, t, p, level
	d.Low, d.High = d.Value-half, d.Value+half
	return d
}

// At returns the difference with its limits at another level; the reason, if there
// is one, stays.
func (d Difference) At(level float64) Difference {
	if d.Reason != "" {
		return d
	}
	bare := Difference{N1: d.N1, N2: d.N2, Matched: d.Matched, Value: d.Value}
	return bare.tested(d.SE, d.DF, level)
}

// An Equivalence is a pair of one-sided tests.
type Equivalence struct {
	TLower, PLower float64 // against a difference of −margin or less
	TUpper, PUpper float64 // against a difference of +margin or more
	P              float64 // the larger one
	Reason         Reason
}

// Equivalence returns Schuirmann's (1987) two one-sided tests that the difference
// lies within ±margin, which is positive and in the unit of the scores: with
//
//	t_lower = (d + margin)/se,  t_upper = (d − margin)/se
//
// p is the larger of P(T ≥ t_lower) and P(T ≤ t_upper). It is the same as asking
// whether the interval at level 1 − 2·alpha lies within ±margin. Where the
// difference has no test, the reason is the same.
func (d Difference) Equivalence(margin float64) Equivalence {
	switch {
	case d.Reason != "":
		return Equivalence{Reason: d.Reason}
	case !finite(margin):
		return Equivalence{Reason: NotFinite}
	case margin <= 0 || d.SE <= 0:
		return Equivalence{Reason: OutOfRange}
	}
	e := Equivalence{TLower: (d.Value + margin) / d.SE, TUpper: (d.Value - margin) / d.SE}
	e.PLower, e.PUpper = tBelow(-e.TLower, d.DF), tBelow(e.TUpper, d.DF)
	e.P = max(e.PLower, e.PUpper)
	if !finite(e.TLower, e.TUpper, e.P) {
		return Equivalence{Reason: NotFinite}
	}
	return e
}

// sides starts a difference from the two lists.
func sides(first, second summary) Difference {
	d := Difference{N1: first.n, N2: second.n}
	switch {
	case first.reason != "":
		d.Reason = first.reason
	case second.reason != "":
		d.Reason = second.reason
	default:
		d.Value = second.mean - first.mean
	}
	if same(second.mean, first.mean, max(first.size(), second.size())) {
		d.Value = 0
	}
	if !finite(d.Value) {
		d.Value, d.Reason = 0, NotFinite
	}
	return d
}

// welchDF is Welch and Satterthwaite's degrees of freedom, a and b being the
// variances of the means.
func welchDF(a, b float64, n1, n2 int) float64 {
	whole := a + b
	a, b = a/whole, b/whole // so that nothing overflows
	return 1 / (a*a/float64(n1-1) + b*b/float64(n2-1))
}

// Welch compares two groups of different people by the test of Welch (1947), which
// does not ask for equal variances:
//
//	se = √(s1²/n1 + s2²/n2)
//	df = se⁴ / ((s1²/n1)²/(n1 − 1) + (s2²/n2)²/(n2 − 1))
//
// Scores are in any unit; level is that of the limits, in (0, 1). It needs two
// people on each side, else [OnePerson]. One group may be without spread; if
// both are, there is no test: [NoSpread].
func Welch(first, second []float64, level float64) Difference {
	s1, s2 := summarize(first), summarize(second)
	d := sides(s1, s2)
	switch {
	case d.Reason != "":
		return d
	case s1.n < 2 || s2.n < 2:
		d.Reason = OnePerson
		return d
	case s1.variance == 0 && s2.variance == 0:
		d.Reason = NoSpread
		return d
	}
	a, b := s1.variance/float64(s1.n), s2.variance/float64(s2.n)
	return d.tested(math.Sqrt(a+b), welchDF(a, b, s1.n, s2.n), level)
}

// Paired compares two measurements of the same people by Student's (1908) t test
// of the n differences:
//
//	se = s_d / √n,  df = n − 1
//
// The i-th scores of both lists belong to the same person, else
// [UnequalLengths]. Scores are in any unit; level is that of the limits, in (0,
// 1). It needs two pairs, else [OnePerson], and is worth a verdict from
// [VerdictPairs]. If all differ by the same, there is no test: [NoSpread].
func Paired(first, second []float64, level float64) Difference {
	d := sides(summarize(first), summarize(second))
	if len(first) != len(second) {
		return Difference{N1: d.N1, N2: d.N2, Reason: UnequalLengths}
	}
	d.Matched = len(first)
	if d.Reason != "" {
		return d
	}
	changes := make([]float64, len(first))
	for i := range first {
		changes[i] = second[i] - first[i]
	}
	s := summarize(changes)
	switch {
	case s.reason != "":
		d.Reason = s.reason
		return d
	case s.n < 2:
		d.Reason = OnePerson
		return d
	case same(s.low, s.high, largest(first, second)):
		d.Reason = NoSpread
		return d
	}
	n := float64(s.n)
	return d.tested(math.Sqrt(s.variance/n), n-1, level)
}
