package assess

import "math"

// ByHands reports whether the first round was held by show of hands: hands were
// raised, and no respondent answered alone. Where anybody did, the individual
// answers are the first round, and hands of that round count for nothing.
func (s *Session) ByHands() bool {
	raised := false
	for _, h := range s.Hands {
		raised = raised || h.Round == 1 && !h.Blank()
	}
	if !raised {
		return false
	}
	for i := range s.Respondents {
		for _, e := range s.Respondents[i].Entries {
			if e.Round == 1 && e.Answer.Kind != Unanswered {
				return false
			}
		}
	}
	return true
}

// scoreHands scores the first round of a session held by show of hands. Nobody can
// be followed from one item to the next, so how many took part is the largest
// number of people counted at one item, and there is no score by person.
func (s *Session) scoreHands(in *Instrument) *Result {
	r := &Result{Instrument: in}
	for i := range in.Scales {
		for j := range in.Scales[i].Items {
			it := countHands(&in.Scales[i].Items[j], &in.Scales[i], in.Levels, s)
			r.Respondents = max(r.Respondents, it.N+it.Inapplicable+it.DontKnow)
			r.Items = append(r.Items, it)
		}
	}
	r.Voices = r.Respondents
	items := r.Items
	for i := range in.Scales {
		n := len(in.Scales[i].Items)
		r.Scales = append(r.Scales, scaleByHands(in, &in.Scales[i], items[:n], r.Respondents))
		items = items[n:]
	}
	r.sumUp()
	return r
}

func countHands(it *Item, sc *Scale, levels int, s *Session) ItemResult {
	h := s.HandsAt(it.ID, 1)
	res := ItemResult{Item: it, Scale: sc, Counts: keyedCounts(it, h.Levels, levels),
		Inapplicable: h.Inapplicable, DontKnow: h.DontKnow}
	res.measure()
	return res
}

// scaleByHands is a scale over items counted by hands: its score is the weighted
// mean of the items' means, if at least its minimum share of the items that apply
// has one. N is the smallest number of people behind such an item, so that
// [Result.Protect] covers a scale of which one item rests on too few.
func scaleByHands(in *Instrument, s *Scale, items []ItemResult, people int) ScaleResult {
	res := ScaleResult{Scale: s, Fingerprint: in.Fingerprint(s), SD: Unknown(CountsOnly), Median: Unknown(CountsOnly)}
	asked, counted := 0, 0
	sum, weights := 0.0, 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for _, it := range items {
		res.Answered += it.N
		res.Applicable += people - it.Inapplicable
		if it.applies() {
			asked++
		}
		if !it.Mean.OK() {
			continue
		}
		if counted++; counted == 1 || it.N < res.N {
			res.N = it.N
		}
		sum += it.Item.Weight * it.Mean.Value
		weights += it.Item.Weight
		low, high = min(low, it.Mean.Value), max(high, it.Mean.Value)
	}
	if !s.enough(counted, asked) {
		why := NotScored
		if asked == 0 {
			why = NotApplicable
		}
		res.N, res.Score, res.SD, res.Median = 0, Unknown(why), Unknown(why), Unknown(why)
		return res
	}
	res.Score = Known(in.ScoreOf(within(sum/weights, low, high)))
	res.Band, _ = BandAt(in.BandsOf(s), res.Score.Value)
	return res
}

// applies is false for an item of which all who said anything said that it does
// not apply.
func (it *ItemResult) applies() bool { return it.Inapplicable == 0 || it.N > 0 || it.DontKnow > 0 }
