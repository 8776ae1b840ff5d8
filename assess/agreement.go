package assess

import (
	"slices"

	"luwes/assess/stats"
)

// agreement is how far people differ on a scale, each item over the people who
// answered it, so that counts are enough for all but the label. Items of an
// anonymous session that are covered take no part: nobody can work them out of
// the rest.
func (a *analyst) agreement(r *ScaleResult, items []ItemAnalysis, scores []float64) Agreement {
	if why := a.unagreed(r, items); why != "" {
		none := Unknown(why)
		return Agreement{AD: none, Points: none, UniformRWG: none, SlightRWG: none, StarRWG: none, LabelReason: why}
	}
	columns := make([][]float64, len(items))
	for i := range items {
		columns[i] = steps(items[i].Counts)
	}
	ad, _, why := stats.ADScale(columns)
	out := Agreement{AD: figure(ad, why), Points: figure(ad/float64(a.in.Levels-1)*100, why)}
	uniform, _ := stats.UniformNull(a.in.Levels)
	out.UniformRWG, out.StarRWG = rwg(columns, uniform)
	out.SlightRWG = Unknown(NoNullVariance)
	if slight, why := stats.SlightSkewNull(a.in.Levels); why == "" {
		out.SlightRWG, _ = rwg(columns, slight)
	}
	out.Label, out.LabelReason = a.label(r, ad, scores)
	if why != "" {
		out.Label, out.LabelReason = "", out.AD.Reason
	}
	return out
}

// unagreed is the reason for which nothing is known of the agreement on a scale;
// empty if something is.
func (a *analyst) unagreed(r *ScaleResult, items []ItemAnalysis) Reason {
	shown := func(it ItemAnalysis) bool { return it.Mean.OK() }
	switch {
	case r.Score.Reason == AnonymousFew:
		return AnonymousFew
	case r.Answered == 0:
		return r.Score.Reason
	case a.session.Method == ConsensusMethod:
		return Consensus
	case !slices.ContainsFunc(items, shown):
		return AnonymousFew
	}
	return ""
}

func rwg(columns [][]float64, null float64) (j, star Figure) {
	v, _, why := stats.RWGJ(columns, null)
	w, _, whyStar := stats.RWGStar(columns, null)
	return figure(v, why), figure(w, whyStar)
}

// label is the agreement in a word, see [stats.LabelOf]. It looks at points between
// the poles, whatever the convention of the instrument.
func (a *analyst) label(r *ScaleResult, ad float64, scores []float64) (stats.Label, Reason) {
	switch {
	case !r.Score.OK():
		return "", r.Score.Reason
	case a.byHands:
		return "", CountsOnly
	}
	cut, _ := stats.ADCut(a.in.Levels)
	label, why := stats.LabelOf(ad, cut, scores)
	return label, reasonOf(why)
}

// sides counts the people below and above the middle between the poles; who
// stands on it, but for rounding, is on neither.
func sides(points []float64) (below, above int) {
	for _, x := range points {
		if x < 50-scoreNoise {
			below++
		}
		if x > 50+scoreNoise {
			above++
		}
	}
	return below, above
}
