package stats

// Reliability is Cronbach's alpha with its interval.
type Reliability struct {
	N, K      int // people and items
	Alpha     float64
	Low, High float64 // Feldt's limits
	Reason    Reason
}

// Alpha returns Cronbach's (1951) alpha of a table of people and items,
//
//	k/(k − 1) · (1 − Σ var_j / var_total)
//
// with the interval of Feldt, Woodruff and Salih (1987), for level .95
//
//	1 − (1 − alpha)·F(.975),  1 − (1 − alpha)·F(.025)
//
// with n − 1 and (n − 1)(k − 1) degrees of freedom. It is at most 1 and has no
// lower limit: below 0 the items run against each other, most often because one
// is keyed wrongly. In two camps it is 1, so it says nothing about agreement.
//
// Only complete people count, see [Complete]. Constant items stay in k. It needs
// two people and two items, else [OnePerson] or [OneItem], and is worth showing
// from 20 people. Where all totals are the same there is none: [NoSpread].
func Alpha(table [][]float64, level float64) Reliability {
	if reason := checkTable(table, 2, 2); reason != "" {
		return Reliability{Reason: reason}
	}
	if reason := checkLevel(level); reason != "" {
		return Reliability{Reason: reason}
	}
	k := len(table[0])
	items, size := 0.0, 0.0
	for j := range k {
		s := summarize(column(table, j))
		if s.reason != "" {
			return Reliability{Reason: s.reason}
		}
		items += s.variance
		size += s.size()
	}
	total := summarize(totals(table, -1))
	switch {
	case total.reason != "":
		return Reliability{Reason: total.reason}
	case total.variance == 0, same(total.low, total.high, size):
		return Reliability{Reason: NoSpread}
	}
	r := Reliability{N: len(table), K: k}
	r.Alpha = float64(k) / float64(k-1) * (1 - items/total.variance)
	r.Alpha = min(r.Alpha, 1)
	df1 := float64(r.N - 1)
	df2 := df1 * float64(k-1)
	r.Low = 1 - (1-r.Alpha)*fQuantile((1+level)/2, df1, df2)
	r.High = 1 - (1-r.Alpha)*fQuantile((1-level)/2, df1, df2)
	if !finite(r.Alpha, r.Low, r.High) {
		return Reliability{Reason: NotFinite}
	}
	return r
}

// ItemRest returns the correlation of an item of a table, counted from 0, with
// the sum of the others: the corrected item–total correlation, in [−1, 1]. A
// negative one points at a keying slip. It needs two people and two items, and is
// worth showing from 20 people; [NoSpread] means that the item or the rest is
// constant.
func ItemRest(table [][]float64, item int) (float64, Reason) {
	if reason := checkTable(table, 2, 2); reason != "" {
		return 0, reason
	}
	if item < 0 || item >= len(table[0]) {
		return 0, OutOfRange
	}
	rest := totals(table, item)
	if !finite(rest...) {
		return 0, NotFinite
	}
	r, ok := correlation(column(table, item), rest)
	if !ok {
		return 0, NoSpread
	}
	return r, ""
}
