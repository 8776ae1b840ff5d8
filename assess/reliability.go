package assess

import "luwes/assess/stats"

// reliability says how far the items of a scale hang together, over the people who
// answered all of them, and fills in the item–rest correlations. The scale's first
// item has the given place. Where people answered, but nobody all of it, the
// reason is [TooFew].
func (a *analyst) reliability(r *ScaleResult, items []ItemAnalysis, place int) Reliability {
	table := a.complete(items, place)
	if why := a.unreliable(r, len(table)); why != "" {
		none := Unknown(why)
		for i := range items {
			items[i].Rest = none
		}
		return Reliability{Alpha: none, Low: none, High: none, Omega: none}
	}
	for i := range items {
		items[i].Rest = figure(stats.ItemRest(table, i))
	}
	alpha, omega := stats.Alpha(table, IntervalLevel), stats.Omega(table)
	return Reliability{
		N:     len(table),
		Alpha: figure(alpha.Alpha, alpha.Reason),
		Low:   figure(alpha.Low, alpha.Reason),
		High:  figure(alpha.High, alpha.Reason),
		Omega: figure(omega.Omega, omega.Reason),
	}
}

func (a *analyst) unreliable(r *ScaleResult, complete int) Reason {
	why := a.impersonal()
	switch {
	case !r.Score.OK() && complete == 0:
		return r.Score.Reason
	case why != "":
		return why
	case r.Score.Reason == AnonymousFew, a.covered(complete):
		return AnonymousFew
	case complete == 0:
		return TooFew
	}
	return ""
}

// complete is a row of keyed levels for each person who gave one to every item.
func (a *analyst) complete(items []ItemAnalysis, place int) [][]float64 {
	var table [][]float64
	for _, answers := range a.first.rows {
		row := make([]float64, 0, len(items))
		for i := range items {
			if x, ok := items[i].Item.Keyed(answers[place+i], a.in.Levels); ok {
				row = append(row, float64(x))
			}
		}
		if len(row) == len(items) {
			table = append(table, row)
		}
	}
	return table
}
