package assess

import "luwes/assess/stats"

// Analyze says what the first round's answers of the session mean beyond their
// scores, and what the talk left. It changes nothing of the session.
func (s *Session) Analyze() *Analysis {
	a := &Analysis{Result: s.Score()}
	for i := range a.Result.Items {
		a.Items = append(a.Items, s.analyzeItem(&a.Result.Items[i], a.Result.Instrument.Levels))
	}
	items := a.Items
	for i := range a.Result.Scales {
		r := &a.Result.Scales[i]
		n := len(r.Scale.Items)
		a.Scales = append(a.Scales, analyzeScale(a.Result.Instrument, r, items[:n]))
		items = items[n:]
	}
	return a
}

func analyzeScale(in *Instrument, r *ScaleResult, items []ItemAnalysis) ScaleAnalysis {
	scale := ScaleAnalysis{ScaleResult: r}
	scale.Agreed, scale.Settled = agreedScore(in, r.Scale, items)
	return scale
}

func (s *Session) analyzeItem(r *ItemResult, levels int) ItemAnalysis {
	it := ItemAnalysis{ItemResult: r, Settlement: s.SettlementAt(r.Item.ID)}
	it.AD = figure(stats.AD(steps(r.Counts)))
	cut, _ := stats.ADCut(levels)
	it.Apart = it.AD.OK() && it.AD.Value > cut+scoreNoise
	it.Agreed = agreedLevel(r.Item, it.Settlement, levels)
	it.Again = s.again(r.Item, levels)
	return it
}

// figure makes a figure of what the stats package returns.
func figure(v float64, why stats.Reason) Figure {
	if why != "" {
		return Unknown(Reason(why))
	}
	return Known(v)
}
