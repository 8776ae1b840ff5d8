package assess

import "luwes/assess/stats"

// item analyses the item with the given place. What the room agreed on is nobody's
// answer, so it stays where an anonymous session covers the answers to an item,
// but not where it shows nothing at all.
func (a *analyst) item(r *ItemResult, place int) ItemAnalysis {
	out := ItemAnalysis{ItemResult: r, Settlement: Settlement{Item: r.Item.ID}, Agreed: Unknown(AnonymousFew)}
	out.AD = a.spread(r)
	cut, _ := stats.ADCut(a.in.Levels)
	out.Apart = out.AD.OK() && out.AD.Value > cut+scoreNoise
	if !a.few {
		out.Settlement = a.session.SettlementAt(r.Item.ID)
		out.Agreed = agreedLevel(r.Item, out.Settlement, a.in.Levels)
	}
	out.Again = a.again(r.Item, place)
	return out
}

func (a *analyst) spread(r *ItemResult) Figure {
	switch {
	case !r.Mean.OK():
		return Unknown(r.Mean.Reason)
	case a.session.Method == ConsensusMethod:
		return Unknown(Consensus)
	}
	return figure(stats.AD(steps(r.Counts)))
}
