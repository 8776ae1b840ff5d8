package stats

// An FTest is a test that several means are the same.
type FTest struct {
	Groups   int
	F        float64
	DF1, DF2 float64
	P        float64
	Reason   Reason
}

// WelchANOVA compares the means of two or more groups of different people without
// asking for equal variances (Welch 1951). With weights w_i = n_i/s_i², their sum
// w, the weighted mean m, k groups and
//
//	h = Σ (1 − w_i/w)² / (n_i − 1)
//
// F is
//
//	(Σ w_i·(mean_i − m)² / (k − 1)) / (1 + 2(k − 2)/(k² − 1)·h)
//
// with k − 1 and (k² − 1)/(3h) degrees of freedom. For two groups it is [Welch],
// with F = t². It needs two groups, else [OneGroup], of two people each, else
// [OnePerson], every one with spread, else [NoSpread].
func WelchANOVA(groups [][]float64) FTest {
	k := float64(len(groups))
	weights := make([]float64, len(groups))
	parts := make([]summary, len(groups))
	none := Reason("")
	for i, xs := range groups {
		s := summarize(xs)
		switch {
		case s.reason != "":
			return FTest{Reason: s.reason}
		case s.n < 2:
			none = OnePerson
		case s.variance == 0 && none == "":
			none = NoSpread
		}
		parts[i], weights[i] = s, float64(s.n)/s.variance
	}
	switch {
	case len(groups) == 0:
		return FTest{Reason: NoAnswers}
	case len(groups) < 2:
		return FTest{Reason: OneGroup}
	case none != "":
		return FTest{Reason: none}
	}
	w := sum(weights)
	mean := 0.0
	for i, s := range parts {
		mean += weights[i] / w * s.mean
	}
	squares, h := 0.0, 0.0
	for i, s := range parts {
		share := weights[i] / w
		squares += weights[i] * (s.mean - mean) * (s.mean - mean)
		h += (1 - share) * (1 - share) / float64(s.n-1)
	}
	f := FTest{Groups: len(groups), DF1: k - 1, DF2: (k*k - 1) / (3 * h)}
	f.F = squares / f.DF1 / (1 + 2*(k-2)/(k*k-1)*h)
	f.P = fAbove(f.F, f.DF1, f.DF2)
	if !finite(f.F, f.DF2, f.P) {
		return FTest{Reason: NotFinite}
	}
	return f
}
