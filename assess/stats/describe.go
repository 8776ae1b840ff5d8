package stats

import (
	"math"
	"slices"
)

// Mean returns the arithmetic mean
//
//	Σ x_i / n
//
// in the unit of xs. It needs one value, and never leaves the range of xs. The
// sum is corrected by the mean of the residuals, as in R.
func Mean(xs []float64) (float64, Reason) {
	s := summarize(xs)
	return s.mean, s.reason
}

// Variance returns the unbiased variance
//
//	Σ (x_i − mean)² / (n − 1)
//
// in the squared unit of xs, from 0. It needs two values, else [OnePerson]. Values
// that differ by rounding alone have variance 0, which is no reason of its own.
func Variance(xs []float64) (float64, Reason) {
	s := summarize(xs)
	switch {
	case s.reason != "":
		return 0, s.reason
	case s.n < 2:
		return 0, OnePerson
	}
	return s.variance, ""
}

// SD returns the standard deviation, the root of [Variance], in the unit of xs.
func SD(xs []float64) (float64, Reason) {
	v, reason := Variance(xs)
	return math.Sqrt(v), reason
}

// Median returns the middle value, or the mean of the two middle ones, in the unit
// of xs. It needs one value.
func Median(xs []float64) (float64, Reason) { return Quantile(xs, 0.5) }

// Quantile returns the p quantile of type 7 of Hyndman and Fan (1996), the default
// of R: with h = (n − 1)p and the values in order, from 0,
//
//	x_⌊h⌋ + (h − ⌊h⌋)·(x_⌊h⌋+1 − x_⌊h⌋)
//
// in the unit of xs. It needs one value; p is in [0, 1], else [OutOfRange].
func Quantile(xs []float64, p float64) (float64, Reason) {
	switch {
	case len(xs) == 0:
		return 0, NoAnswers
	case !finite(xs...) || !finite(p):
		return 0, NotFinite
	case p < 0 || p > 1:
		return 0, OutOfRange
	}
	sorted := slices.Sorted(slices.Values(xs))
	h := float64(len(sorted)-1) * p
	i := int(h)
	j := min(i+1, len(sorted)-1)
	return known(sorted[i] + (h-float64(i))*(sorted[j]-sorted[i]))
}

// A summary is what most tests need of one list.
type summary struct {
	n              int
	mean, variance float64 // variance is 0 under two values
	low, high      float64
	reason         Reason // NoAnswers or NotFinite
}

// size is the largest absolute value, the measure of rounding.
func (s summary) size() float64 { return max(math.Abs(s.low), math.Abs(s.high)) }

// flat reports whether all values are the same but for rounding.
func (s summary) flat() bool { return same(s.low, s.high, s.size()) }

func summarize(xs []float64) summary {
	if len(xs) == 0 {
		return summary{reason: NoAnswers}
	}
	if !finite(xs...) {
		return summary{n: len(xs), reason: NotFinite}
	}
	s := summary{n: len(xs), low: slices.Min(xs), high: slices.Max(xs)}
	n := float64(s.n)
	m := sum(xs) / n
	residual := 0.0
	for _, x := range xs {
		residual += x - m
	}
	s.mean = min(max(m+residual/n, s.low), s.high)
	if s.n > 1 && !s.flat() {
		squares := 0.0
		for _, x := range xs {
			squares += (x - s.mean) * (x - s.mean)
		}
		s.variance = squares / (n - 1)
	}
	if !finite(m, s.mean, s.variance) {
		return summary{n: len(xs), reason: NotFinite}
	}
	return s
}

func sum(xs []float64) float64 {
	total := 0.0
	for _, x := range xs {
		total += x
	}
	return total
}

// correlation returns Pearson's product-moment correlation of xs and ys, which
// have the same length, in [−1, 1]; false if either does not vary.
func correlation(xs, ys []float64) (float64, bool) {
	a, b := summarize(xs), summarize(ys)
	if a.reason != "" || b.reason != "" || a.variance == 0 || b.variance == 0 {
		return 0, false
	}
	products := 0.0
	for i := range xs {
		products += (xs[i] - a.mean) * (ys[i] - b.mean)
	}
	r := products / float64(a.n-1) / (math.Sqrt(a.variance) * math.Sqrt(b.variance))
	return min(max(r, -1), 1), finite(r)
}
