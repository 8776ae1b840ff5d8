package stats

import "math"

// AD returns the average deviation from the mean (Burke, Finkelstein and Dusig
// 1999),
//
//	Σ |x_i − mean| / n
//
// in the unit of xs, from 0: how far one typically stands from the others. It needs
// two people, else [OnePerson]; without spread it is 0.
func AD(xs []float64) (float64, Reason) {
	s := summarize(xs)
	switch {
	case s.reason != "":
		return 0, s.reason
	case s.n < 2:
		return 0, OnePerson
	case s.flat():
		return 0, ""
	}
	deviations := 0.0
	for _, x := range xs {
		deviations += math.Abs(x - s.mean)
	}
	return known(deviations / float64(s.n))
}

// ADScale returns the mean of [AD] over the items of a scale, each item over the
// people who answered it, and the number of items it rests on. Columns may
// have different lengths. An item with fewer than two answers leaves; if all do,
// the reason is [OnePerson], and [NoAnswers] if nobody answered any.
func ADScale(columns [][]float64) (ad float64, items int, reason Reason) {
	return overItems(columns, AD)
}

// overItems is the mean of a statistic over the items with at least two answers.
func overItems(columns [][]float64, statistic func([]float64) (float64, Reason)) (mean float64, items int, reason Reason) {
	none := NoAnswers
	for _, xs := range columns {
		v, reason := statistic(xs)
		switch reason {
		case "":
			mean += v
			items++
		case OnePerson:
			none = OnePerson
		case NoAnswers:
		default:
			return 0, 0, reason
		}
	}
	if items == 0 {
		return 0, 0, none
	}
	mean, reason = known(mean / float64(items))
	if reason != "" {
		return 0, 0, reason
	}
	return mean, items, ""
}

// ADCut returns the value of [AD] above which people disagree, in steps of an
// answer scale with the given number of levels: a fifth of the range,
//
//	(L − 1) / 5
//
// which is 0.8 for five levels, and 20 points of 0–100. Fewer than two levels are
// [OutOfRange].
func ADCut(levels int) (float64, Reason) {
	if levels < 2 {
		return 0, OutOfRange
	}
	return float64(levels-1) / 5, ""
}

// A Label says in a word how far people agree.
type Label string

// The labels.
const (
	Agreed Label = "agreed" // they are near to each other
	Split  Label = "split"  // there is a camp on either side of the middle
	Spread Label = "spread" // they differ, without camps
)

// LabelFrom is the number of people from which agreement has a label.
const LabelFrom = 5

// LabelOf returns the label of people's scores on 0–100 with the average deviation
// ad, where cut is in the same unit as ad: [Agreed] not above the cut, [Split] above
// it with at least a fifth of the people below 40 and a fifth above 60, else
// [Spread]. What stands at a limit but for rounding stands at it. Under [LabelFrom]
// people the reason is [TooFew].
func LabelOf(ad, cut float64, scores []float64) (Label, Reason) {
	const small = 1e-9
	switch {
	case len(scores) == 0:
		return "", NoAnswers
	case !finite(scores...) || !finite(ad, cut):
		return "", NotFinite
	case ad < 0 || cut < 0:
		return "", OutOfRange
	case len(scores) < LabelFrom:
		return "", TooFew
	case ad <= cut+small:
		return Agreed, ""
	}
	below, above := 0, 0
	for _, x := range scores {
		if x < 40-small {
			below++
		}
		if x > 60+small {
			above++
		}
	}
	if 5*below >= len(scores) && 5*above >= len(scores) {
		return Split, ""
	}
	return Spread, ""
}
