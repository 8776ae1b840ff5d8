package assess

// agreedLevel is the keyed level on which the group agreed at an item.
func agreedLevel(it *Item, s Settlement, levels int) Figure {
	if s.Outcome != Agreed {
		return Unknown(NotAgreed)
	}
	x, _ := it.Keyed(At(s.Level), levels)
	return Known(float64(x))
}

// agreedScore is the score of a scale from the final level of each item, 0–100,
// and the number of items on which the group agreed. The final level is the
// agreed one, else the median of the individual answers, so that what was not
// talked about stays where people left it. An item that nobody could answer,
// because it does not apply, leaves; the scale's minimum share holds for the rest.
//
// It is unknown for the reason [NotAgreed] if the group agreed on no item, and
// [NotScored] if too few items have a final level.
func agreedScore(in *Instrument, s *Scale, items []ItemAnalysis) (score Figure, settled int) {
	applicable, final := 0, 0
	sum, weights := 0.0, 0.0
	for _, it := range items {
		level := it.Median
		if it.Agreed.OK() {
			level = it.Agreed
			settled++
		}
		if level.OK() || it.applies() {
			applicable++
		}
		if level.OK() {
			final++
			sum += it.Item.Weight * level.Value
			weights += it.Item.Weight
		}
	}
	switch {
	case settled == 0:
		return Unknown(NotAgreed), 0
	case !s.enough(final, applicable):
		return Unknown(NotScored), settled
	}
	return Known(in.ScoreOf(sum / weights)), settled
}
