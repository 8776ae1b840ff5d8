package stats

import "math"

// A Reason says why a number is unknown; it is empty when the number is known. The
// codes may go into files as they are.
type Reason string

// The reasons.
const (
	NoAnswers       Reason = "no-answers"       // nothing was given
	OnePerson       Reason = "one-person"       // a spread needs two people, or two pairs
	OneItem         Reason = "one-item"         // the statistic needs two items, or two things to rank
	OneGroup        Reason = "one-group"        // groups are compared, and there is one
	TooFew          Reason = "too-few"          // fewer people than the statistic is worth showing for
	NoSpread        Reason = "no-spread"        // everybody is the same, or a constant takes part
	NotFinite       Reason = "not-finite"       // NaN or infinite, in what was given or in what came out
	OutOfRange      Reason = "out-of-range"     // an argument is outside of what has a meaning
	UnequalLengths  Reason = "unequal-lengths"  // people with different numbers of items, or pairs with a half missing
	NoNullVariance  Reason = "no-null-variance" // the null distribution is not defined for so many levels
	Singular        Reason = "singular"         // the correlation matrix has no inverse
	CommunalityOne  Reason = "communality-one"  // the factor explains all of an item, or more (Heywood)
	NegativeLoading Reason = "negative-loading" // an item runs against the factor
	NoConvergence   Reason = "no-convergence"   // the iteration did not come to rest
	NoCommonOrder   Reason = "no-common-order"  // no column is put first alone by more than half
	NoDifferences   Reason = "no-differences"   // all pairs are equal, so that no rank is left
)

// noise is the relative difference up to which two numbers count as equal: the
// rounding of a sum of some dozens of terms.
const noise = 64 * 0x1p-52

// same reports whether a and b differ by no more than rounding at the given size.
func same(a, b, size float64) bool { return math.Abs(a-b) <= noise*size }

func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// known returns v if it is finite, and else the reason that it is not.
func known(v float64) (float64, Reason) {
	if !finite(v) {
		return 0, NotFinite
	}
	return v, ""
}

// checkLevel refuses a confidence level, or another probability, outside of (0, 1).
func checkLevel(p float64) Reason {
	switch {
	case !finite(p):
		return NotFinite
	case p <= 0 || p >= 1:
		return OutOfRange
	}
	return ""
}
