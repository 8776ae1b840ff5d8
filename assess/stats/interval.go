package stats

import "math"

// WilsonT returns the interval of a mean score: Wilson's (1927) interval for a share,
// with the effective sample size n/φ and a quantile of Student's t. With the
// mean m and the standard deviation s (n − 1), both in points of 0–100, and
//
//	p = m/100,  φ = (s/100)² / (p(1 − p)),  c = t²·φ
//
// where t is the quantile of n − 1 degrees of freedom, the limits are 100 times
//
//	(p + c/2n) / (1 + c/n)  ∓  √(c·p(1 − p)/n + c²/4n²) / (1 + c/n)
//
// They never leave 0–100. If the claim is about a population of known size N, all
// of which could have answered, c is multiplied by 1 − n/N; everybody asked gives
// the mean twice. A population of 0 is unknown and counts as infinite.
//
// It needs two people, else [OnePerson], and [NoSpread] means that all gave the
// same score, from which no interval follows. Near the ends, above 95 or below 5,
// it is still computed, but words ("almost everyone gave the top answer") say more
// than limits. A mean outside of 0–100, at an end of it with spread, a negative s,
// a level outside of (0, 1) or fewer in the population than in the sample is
// [OutOfRange].
func WilsonT(mean, sd float64, n int, level float64, population int) (low, high float64, reason Reason) {
	switch {
	case n <= 0:
		return 0, 0, NoAnswers
	case !finite(mean, sd, level):
		return 0, 0, NotFinite
	case mean < 0, mean > 100, sd < 0, level <= 0, level >= 1:
		return 0, 0, OutOfRange
	case population != 0 && population < n:
		return 0, 0, OutOfRange
	case n < 2:
		return 0, 0, OnePerson
	case same(sd, 0, 100):
		return 0, 0, NoSpread
	case mean == 0, mean == 100:
		return 0, 0, OutOfRange
	}
	size := float64(n)
	p := mean / 100
	t := tAbove((1-level)/2, size-1)
	c := t * t * (sd / 100) * (sd / 100) / (p * (1 - p))
	if population != 0 {
		c *= 1 - size/float64(population)
	}
	centre := (p + c/(2*size)) / (1 + c/size)
	half := math.Sqrt(c*p*(1-p)/size+c/(2*size)*(c/(2*size))) / (1 + c/size)
	if !finite(centre, half) {
		return 0, 0, NotFinite
	}
	return max(0, 100*(centre-half)), min(100, 100*(centre+half)), ""
}
