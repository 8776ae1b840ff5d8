package assess

import "luwes/assess/stats"

// A Label says in a word how far people agree; empty where that cannot be said.
type Label = stats.Label

// The labels.
const (
	LabelAgreed = stats.Agreed // people differ by no more than the cut
	LabelSpread = stats.Spread // they differ, and not in two camps
	LabelSplit  = stats.Split  // at least a fifth stand below 40 and a fifth above 60
)

// Cut is the mean distance from the mean, in steps of an answer scale with the
// given number of levels, above which people do not agree: 0.8 for five levels.
func Cut(levels int) float64 {
	cut, _ := stats.ADCut(levels)
	return cut
}

// LabelOfItem is the label of the people of one item, from how many chose each
// level; empty for fewer than five of them.
func LabelOfItem(counts []int) Label {
	xs := steps(counts)
	ad, why := stats.AD(xs)
	if why != "" {
		return ""
	}
	toScore := 100 / float64(len(counts)-1)
	scores := make([]float64, len(xs))
	for i, x := range xs {
		scores[i] = (x - 1) * toScore
	}
	label, _ := stats.LabelOf(ad*toScore, Cut(len(counts))*toScore, scores)
	return label
}
