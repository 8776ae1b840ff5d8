package assess

import "luwes/assess/stats"

// order is how alike people rank the strategies by their scores, over those who
// have a score on every one (Kendall's W, see [stats.KendallW]).
func (a *analyst) order(r *Result) Order {
	var strategies []*ScaleResult
	for i := range r.Scales {
		if r.Scales[i].Scale.Kind == Strategy {
			strategies = append(strategies, &r.Scales[i])
		}
	}
	table, why := a.ranked(strategies)
	if why != "" {
		return Order{W: Unknown(why)}
	}
	w := stats.KendallW(table)
	out := Order{W: figure(w.W, w.Reason), N: len(table)}
	if out.N > 1 {
		first, votes, _ := stats.FirstAlone(table)
		out.Votes = votes
		if first >= 0 {
			out.First = strategies[first].Scale
		}
	}
	return out
}

// ranked is a row of scores for each person who has all of them.
func (a *analyst) ranked(strategies []*ScaleResult) ([][]float64, Reason) {
	switch {
	case a.few:
		return nil, AnonymousFew
	case len(strategies) < 2:
		return nil, OneItem
	}
	for _, s := range strategies {
		if !s.Score.OK() {
			return nil, s.Score.Reason
		}
	}
	if why := a.impersonal(); why != "" {
		return nil, why
	}
	var table [][]float64
	for i := range a.first.rows {
		row := make([]float64, 0, len(strategies))
		for _, s := range strategies {
			if f := s.People[i].Score; f.OK() {
				row = append(row, f.Value)
			}
		}
		if len(row) == len(strategies) {
			table = append(table, row)
		}
	}
	switch {
	case len(table) == 0:
		return nil, NotScored
	case a.covered(len(table)):
		return nil, AnonymousFew
	}
	return table, ""
}
