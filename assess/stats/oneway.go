package stats

// Groups is a one-way analysis of variance of groups of people, such as the sessions
// of a year.
type Groups struct {
	N, K     int     // people and groups
	K0       float64 // people a group, for unequal sizes
	Between  float64 // mean square between the groups
	Within   float64 // mean square within them
	F        float64
	DF1, DF2 float64
	P        float64
	Reason   Reason
}

// OneWay returns Fisher's (1925) analysis of variance of groups of people. With
// sizes n_i and N people in k groups, K0 is
//
//	(N − Σ n_i²/N) / (k − 1)
//
// It needs two groups, else [OneGroup], each of at least one person, else
// [NoAnswers], and more people than groups, else [OnePerson]. If nobody differs
// from the own group, F is unknown: [NoSpread], and the mean squares remain.
func OneWay(groups [][]float64) Groups {
	var all []float64
	k := float64(len(groups))
	within, squares := 0.0, 0.0
	parts := make([]summary, len(groups))
	for i, xs := range groups {
		s := summarize(xs)
		if s.reason != "" {
			return Groups{Reason: s.reason}
		}
		parts[i] = s
		all = append(all, xs...)
		within += s.variance * float64(s.n-1)
		squares += float64(s.n) * float64(s.n)
	}
	total := summarize(all)
	switch {
	case total.reason != "":
		return Groups{Reason: total.reason}
	case len(groups) < 2:
		return Groups{Reason: OneGroup}
	case len(all) <= len(groups):
		return Groups{Reason: OnePerson}
	}
	n := float64(len(all))
	between := betweenSquares(parts, total)
	g := Groups{N: len(all), K: len(groups), K0: (n - squares/n) / (k - 1), DF1: k - 1, DF2: n - k}
	g.Between, g.Within = between/g.DF1, within/g.DF2
	if !finite(g.Between, g.Within) {
		return Groups{Reason: NotFinite}
	}
	if g.Within == 0 {
		g.Reason = NoSpread
		return g
	}
	g.F = g.Between / g.Within
	g.P = fAbove(g.F, g.DF1, g.DF2)
	if !finite(g.F, g.P) {
		return Groups{Reason: NotFinite}
	}
	return g
}

// betweenSquares is Σ n_i (mean_i − mean)², without the rounding of equal means.
func betweenSquares(parts []summary, total summary) float64 {
	low, high, squares := parts[0].mean, parts[0].mean, 0.0
	for _, s := range parts {
		low, high = min(low, s.mean), max(high, s.mean)
		squares += float64(s.n) * (s.mean - total.mean) * (s.mean - total.mean)
	}
	if same(low, high, total.size()) {
		return 0
	}
	return squares
}

// ICC1 returns the share of the variance of one person's score that lies between the
// groups, with K0 for unequal sizes (Bliese 2000),
//
//	(MSB − MSW) / (MSB + (k0 − 1)·MSW)
//
// at most 1, negative where groups differ less than by chance. It is worth showing
// from five groups of five. [NoSpread] means that nobody differs at all.
func (g Groups) ICC1() (float64, Reason) {
	switch {
	case g.Reason != "" && g.Reason != NoSpread:
		return 0, g.Reason
	case g.Between+(g.K0-1)*g.Within <= 0:
		return 0, NoSpread
	}
	return known((g.Between - g.Within) / (g.Between + (g.K0-1)*g.Within))
}

// ICC2 returns the reliability of the group means (Bliese 2000),
//
//	(MSB − MSW) / MSB
//
// at most 1, without a lower limit. [NoSpread] means that all means are the same.
func (g Groups) ICC2() (float64, Reason) {
	switch {
	case g.Reason != "" && g.Reason != NoSpread:
		return 0, g.Reason
	case g.Between <= 0:
		return 0, NoSpread
	}
	return known((g.Between - g.Within) / g.Between)
}
