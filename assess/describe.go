package assess

import (
	"math"
	"slices"
)

// describe returns mean, standard deviation (n − 1) and median (R type 7). With
// no value all three are unknown for the reason given; with one the deviation is
// unknown.
func describe(xs []float64, none Reason) (mean, sd, median Figure) {
	n := len(xs)
	if n == 0 {
		return Unknown(none), Unknown(none), Unknown(none)
	}
	xs = slices.Sorted(slices.Values(xs)) // sorted sums do not depend on the order of people
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	m := within(sum/float64(n), xs[0], xs[n-1])
	median = Known((xs[(n-1)/2] + xs[n/2]) / 2)
	if n == 1 {
		return Known(m), Unknown(OnePerson), median
	}
	if xs[n-1]-xs[0] <= scoreNoise {
		return Known(m), Known(0), median // rounding is no spread
	}
	ss := 0.0
	for _, x := range xs {
		ss += (x - m) * (x - m)
	}
	return Known(m), Known(math.Sqrt(ss / float64(n-1))), median
}

// within keeps a mean between the lowest and the highest of its values, where the
// rounding of its sums may have carried it out: nobody scores above 100.
func within(mean, low, high float64) float64 { return min(max(mean, low), high) }

// together names the reason for which the answers of a room have no spread.
func (r *Result) together() {
	for i := range r.Scales {
		if s := &r.Scales[i]; s.Score.OK() {
			s.SD = Unknown(Consensus)
		}
	}
}
