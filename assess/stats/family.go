package stats

import "slices"

// Holm returns the p values of one family, adjusted by Holm's (1979) step-down
// method, in the order given: the i-th smallest of m becomes
//
//	max over j ≤ i of (m − j + 1)·p_(j), at most 1
//
// Equal values are adjusted alike. A family of none gives nil. A test without a p
// does not belong to the family; NaN is [NotFinite], and what is not in [0, 1]
// [OutOfRange].
func Holm(p []float64) ([]float64, Reason) {
	order, reason := ascending(p)
	if reason != "" || len(p) == 0 {
		return nil, reason
	}
	adjusted := make([]float64, len(p))
	highest := 0.0
	for i, k := range order {
		highest = max(highest, min(1, float64(len(p)-i)*p[k]))
		adjusted[k] = highest
	}
	return adjusted, ""
}

// SerlinLevels returns the levels of the intervals of one family, in the order given, so
// that none speaks against [Holm] at alpha (Serlin 1993): the i-th smallest of m p
// values gets
//
//	1 − alpha/(m − i + 1)
//
// From the first p on that is not significant, a step whose own product
// (m − i + 1)·p is below the maximum so far gets the level of the step before, which
// is wider: otherwise its interval could leave out zero although its adjusted p
// stays above alpha. So every interval leaves out zero exactly where the adjusted p
// is below alpha. Equal p values share the widest level.
//
// alpha is in (0, 1), else [OutOfRange]. Otherwise as for [Holm].
func SerlinLevels(p []float64, alpha float64) ([]float64, Reason) {
	if reason := checkLevel(alpha); reason != "" {
		return nil, reason
	}
	order, reason := ascending(p)
	if reason != "" || len(p) == 0 {
		return nil, reason
	}
	levels := make([]float64, len(p))
	highest := 0.0
	for i, k := range order {
		steps := float64(len(p) - i)
		own := steps * p[k]
		levels[k] = 1 - alpha/steps
		if i > 0 {
			before := order[i-1]
			binds := highest >= alpha && own < highest
			if binds || p[k] == p[before] {
				levels[k] = levels[before]
			}
		}
		highest = max(highest, own)
	}
	return levels, ""
}

// ascending returns the places of p from the smallest value to the largest.
func ascending(p []float64) ([]int, Reason) {
	order := make([]int, len(p))
	for i, x := range p {
		switch {
		case !finite(x):
			return nil, NotFinite
		case x < 0 || x > 1:
			return nil, OutOfRange
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	return order, ""
}
