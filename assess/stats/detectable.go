package stats

import "math"

// Detectable returns the difference that a two-sided t test at alpha finds with the
// given power (Bloom 1995),
//
//	(t(1 − alpha/2; df) + t(power; df)) · se
//
// in the unit of se. se is not negative, df positive, alpha and power in (0, 1),
// else [OutOfRange].
func Detectable(se, df, alpha, power float64) (float64, Reason) {
	for _, p := range []float64{alpha, power} {
		if reason := checkLevel(p); reason != "" {
			return 0, reason
		}
	}
	switch {
	case !finite(se, df):
		return 0, NotFinite
	case se < 0 || df <= 0:
		return 0, OutOfRange
	}
	return known((tAbove(alpha/2, df) - tAbove(power, df)) * se)
}

// DetectableStrangers returns [Detectable] for two groups of n different people each,
// with the standard deviation sd: se = sd·√(2/n), df = 2n − 2. It needs two
// people a group, else [OnePerson].
func DetectableStrangers(n int, sd, alpha, power float64) (float64, Reason) {
	if n < 2 {
		return 0, OnePerson
	}
	return Detectable(sd*math.Sqrt(2/float64(n)), float64(2*n-2), alpha, power)
}

// DetectablePairs returns [Detectable] for the same n people twice, whose scores
// have the standard deviation sd and correlate by r: se = sd·√(2(1 − r)/n), df =
// n − 1. It needs two pairs, else [OnePerson]; r is in [−1, 1], else [OutOfRange].
func DetectablePairs(n int, sd, r, alpha, power float64) (float64, Reason) {
	switch {
	case n < 2:
		return 0, OnePerson
	case !finite(r):
		return 0, NotFinite
	case r < -1 || r > 1:
		return 0, OutOfRange
	}
	return Detectable(sd*math.Sqrt(2*(1-r)/float64(n)), float64(n-1), alpha, power)
}
