package stats

// UniformNull returns the variance of answers that fall evenly on L levels,
//
//	(L² − 1) / 12
//
// in squared steps: 2 for five levels (Finn 1970). Fewer than two levels are
// [OutOfRange].
func UniformNull(levels int) (float64, Reason) {
	if levels < 2 {
		return 0, OutOfRange
	}
	l := float64(levels)
	return (l*l - 1) / 12, ""
}

// SlightSkewNull returns the variance of answers of slightly lenient people, in
// squared steps: shares of .05, .15, .20, .35 and .25 on five levels have 1.34
// (James, Demaree and Wolf 1984). For other numbers of levels there is none here:
// [NoNullVariance].
func SlightSkewNull(levels int) (float64, Reason) {
	if levels != 5 {
		return 0, NoNullVariance
	}
	return 1.34, ""
}

// RWG returns the agreement on one item (James, Demaree and Wolf 1984),
//
//	1 − s² / null
//
// from 0, where people agree no more than by chance, to 1; a negative value is 0.
// The null variance is in the squared unit of xs and positive, else [OutOfRange].
// It needs two people, else [OnePerson]; without spread it is 1.
func RWG(xs []float64, null float64) (float64, Reason) {
	if reason := checkNull(null); reason != "" {
		return 0, reason
	}
	v, reason := Variance(xs)
	if reason != "" {
		return 0, reason
	}
	return known(max(0, 1-v/null))
}

// RWGJ returns the agreement on the J items of a scale (James, Demaree and Wolf
// 1984) and J. With r, the mean variance of the items divided by the null variance
// and capped at 1,
//
//	J(1 − r) / (J(1 − r) + r)
//
// from 0 to 1. Each item is taken over the people who answered it; one with fewer
// than two answers leaves, and J counts the rest. If all leave, the reason is
// [OnePerson] or [NoAnswers]. Without spread it is 1. It rises with J: with seven
// items almost any group passes the .70 that is often asked for.
func RWGJ(columns [][]float64, null float64) (value float64, items int, reason Reason) {
	r, items, reason := varianceShare(columns, null)
	if reason != "" {
		return 0, 0, reason
	}
	r = min(r, 1)
	j := float64(items)
	return j * (1 - r) / (j*(1-r) + r), items, ""
}

// RWGStar returns the agreement on the items of a scale that does not rise with
// their number (Lindell, Brandt and Whitney 1999), and the number of items:
//
//	1 − r
//
// with r, the mean variance of the items divided by the null variance, which for
// r*wg(j) is the uniform one. It is at most 1 and negative where people are more
// apart than by chance, as in two camps. Items and reasons as for [RWGJ].
func RWGStar(columns [][]float64, null float64) (value float64, items int, reason Reason) {
	r, items, reason := varianceShare(columns, null)
	if reason != "" {
		return 0, 0, reason
	}
	return 1 - r, items, ""
}

func varianceShare(columns [][]float64, null float64) (r float64, items int, reason Reason) {
	if reason := checkNull(null); reason != "" {
		return 0, 0, reason
	}
	mean, items, reason := overItems(columns, Variance)
	if reason != "" {
		return 0, 0, reason
	}
	if r, reason = known(mean / null); reason != "" {
		return 0, 0, reason
	}
	return r, items, ""
}

func checkNull(null float64) Reason {
	switch {
	case !finite(null):
		return NotFinite
	case null <= 0:
		return OutOfRange
	}
	return ""
}
