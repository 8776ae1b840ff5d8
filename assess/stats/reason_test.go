package stats_test

import (
	"math"
	"testing"

	"luwes/assess/stats"
)

var (
	nan  = math.NaN()
	inf  = math.Inf(1)
	two  = []float64{40, 60}
	flat = []float64{50, 50, 50}
	huge = []float64{-math.MaxFloat64, math.MaxFloat64}
)

// reasonOf keeps only the reason of a function with one value.
func reasonOf(_ float64, reason stats.Reason) stats.Reason { return reason }

func reasonOfThree[A, B any](_ A, _ B, reason stats.Reason) stats.Reason { return reason }

func reasonOfTwo[A any](_ A, reason stats.Reason) stats.Reason { return reason }

type reasonCase struct {
	name      string
	got, want stats.Reason
}

func checkReasons(t *testing.T, cases []reasonCase) {
	t.Helper()
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestReasonsOfOneList(t *testing.T) {
	checkReasons(t, []reasonCase{
		{"mean of none", reasonOf(stats.Mean(nil)), stats.NoAnswers},
		{"mean of NaN", reasonOf(stats.Mean([]float64{1, nan})), stats.NotFinite},
		{"mean beyond all numbers", reasonOf(stats.Mean([]float64{math.MaxFloat64, math.MaxFloat64})), stats.NotFinite},
		{"mean of one", reasonOf(stats.Mean([]float64{7})), ""},
		{"variance of one", reasonOf(stats.Variance([]float64{7})), stats.OnePerson},
		{"variance beyond all numbers", reasonOf(stats.Variance(huge)), stats.NotFinite},
		{"sd of none", reasonOf(stats.SD(nil)), stats.NoAnswers},
		{"sd of the same", reasonOf(stats.SD(flat)), ""},
		{"median of none", reasonOf(stats.Median(nil)), stats.NoAnswers},
		{"median of ∞", reasonOf(stats.Median([]float64{inf})), stats.NotFinite},
		{"quantile 1.1", reasonOf(stats.Quantile(two, 1.1)), stats.OutOfRange},
		{"quantile NaN", reasonOf(stats.Quantile(two, nan)), stats.NotFinite},
		{"AD of none", reasonOf(stats.AD(nil)), stats.NoAnswers},
		{"AD of one", reasonOf(stats.AD([]float64{3})), stats.OnePerson},
		{"AD of NaN", reasonOf(stats.AD([]float64{3, nan})), stats.NotFinite},
		{"cut of one level", reasonOf(stats.ADCut(1)), stats.OutOfRange},
		{"uniform null of one level", reasonOf(stats.UniformNull(1)), stats.OutOfRange},
		{"skewed null of seven levels", reasonOf(stats.SlightSkewNull(7)), stats.NoNullVariance},
		{"rwg of one", reasonOf(stats.RWG([]float64{3}, 2)), stats.OnePerson},
		{"rwg without null", reasonOf(stats.RWG(two, 0)), stats.OutOfRange},
		{"rwg with NaN null", reasonOf(stats.RWG(two, nan)), stats.NotFinite},
		{"label of four", reasonOfTwo(stats.LabelOf(20, 20, []float64{1, 2, 3, 4})), stats.TooFew},
		{"label of none", reasonOfTwo(stats.LabelOf(20, 20, nil)), stats.NoAnswers},
		{"label of NaN", reasonOfTwo(stats.LabelOf(nan, 20, []float64{1, 2, 3, 4, 5})), stats.NotFinite},
		{"label below 0", reasonOfTwo(stats.LabelOf(-1, 20, []float64{1, 2, 3, 4, 5})), stats.OutOfRange},
	})
}

func TestReasonsOfTheInterval(t *testing.T) {
	wilson := func(mean, sd float64, n int, level float64, population int) stats.Reason {
		return reasonOfThree(stats.WilsonT(mean, sd, n, level, population))
	}
	checkReasons(t, []reasonCase{
		{"nobody", wilson(50, 10, 0, .95, 0), stats.NoAnswers},
		{"one person", wilson(50, 0, 1, .95, 0), stats.OnePerson},
		{"no spread", wilson(50, 0, 5, .95, 0), stats.NoSpread},
		{"all at the top", wilson(100, 0, 5, .95, 0), stats.NoSpread},
		{"spread at the top", wilson(100, 5, 5, .95, 0), stats.OutOfRange},
		{"above the top", wilson(101, 5, 5, .95, 0), stats.OutOfRange},
		{"level 1", wilson(50, 5, 5, 1, 0), stats.OutOfRange},
		{"fewer eligible than asked", wilson(50, 5, 5, .95, 4), stats.OutOfRange},
		{"NaN", wilson(nan, 5, 5, .95, 0), stats.NotFinite},
		{"near the top is computed", wilson(97, 5, 5, .95, 0), ""},
	})
}

func TestReasonsOfTables(t *testing.T) {
	alpha := func(rows [][]float64) stats.Reason { return stats.Alpha(rows, .95).Reason }
	omega := func(rows [][]float64) stats.Reason { return stats.Omega(rows).Reason }
	row := []float64{1, 2, 3}
	checkReasons(t, []reasonCase{
		{"AD of no item", reasonOfThree(stats.ADScale(nil)), stats.NoAnswers},
		{"AD of items with one answer", reasonOfThree(stats.ADScale([][]float64{{1}, nil})), stats.OnePerson},
		{"AD of an item with NaN", reasonOfThree(stats.ADScale([][]float64{two, {nan}})), stats.NotFinite},
		{"rwg(j) of items with one answer", reasonOfThree(stats.RWGJ([][]float64{{1}}, 2)), stats.OnePerson},
		{"r*wg(j) without null", reasonOfThree(stats.RWGStar([][]float64{two}, -1)), stats.OutOfRange},
		{"alpha of nobody", alpha(nil), stats.NoAnswers},
		{"alpha of one", alpha([][]float64{row}), stats.OnePerson},
		{"alpha of one item", alpha([][]float64{{1}, {2}}), stats.OneItem},
		{"alpha of ragged rows", alpha([][]float64{row, {1, 2}}), stats.UnequalLengths},
		{"alpha with a hole", alpha([][]float64{row, {1, 2, nan}}), stats.NotFinite},
		{"alpha of equal totals", alpha([][]float64{{1, 5}, {5, 1}, {3, 3}}), stats.NoSpread},
		{"alpha at level 0", stats.Alpha([][]float64{row, {3, 3, 3}}, 0).Reason, stats.OutOfRange},
		{"item–rest of no item", reasonOf(stats.ItemRest([][]float64{row, row}, 3)), stats.OutOfRange},
		{"item–rest without spread", reasonOf(stats.ItemRest([][]float64{row, row}, 0)), stats.NoSpread},
		{"omega of two items", omega([][]float64{{1, 2}, {2, 3}}), stats.OneItem},
		{"omega with a constant item", omega([][]float64{{1, 2, 3}, {2, 2, 5}, {3, 2, 4}}), stats.NoSpread},
		{"omega of three people", omega([][]float64{{1, 2, 3}, {2, 5, 5}, {3, 2, 4}}), stats.Singular},
		{"omega of one item twice", omega([][]float64{{1, 1, 3}, {2, 2, 5}, {3, 3, 4}, {4, 4, 1}, {1, 1, 1}}), stats.Singular},
		{"omega of items against each other", omega(opposed), stats.NegativeLoading},
		{"omega of a triad without a factor", omega(heywood), stats.CommunalityOne},
		{"omega of unrelated items", omega(unrelated), stats.NoConvergence},
		{"ranks of one person", stats.KendallW([][]float64{row}).Reason, stats.OnePerson},
		{"ranks of one thing", stats.KendallW([][]float64{{1}, {2}}).Reason, stats.OneItem},
		{"nobody prefers anything", stats.KendallW([][]float64{{1, 1}, {2, 2}}).Reason, stats.NoSpread},
		{"first of nobody", reasonOfThree(stats.FirstAlone(nil)), stats.NoAnswers},
		{"first of half", reasonOfThree(stats.FirstAlone([][]float64{{2, 1}, {1, 2}})), stats.NoCommonOrder},
	})
}

// Opposed has three items that go together and one against them.
var opposed = [][]float64{{1, 2, 3, 3}, {2, 1, 1, 4}, {3, 5, 3, 2}, {4, 3, 2, 4}, {5, 4, 5, 1}, {2, 3, 2, 5}, {4, 2, 4, 2}, {3, 4, 5, 3}}

// In unrelated no item has to do with another.
var unrelated = [][]float64{{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}}

// In heywood the first item correlates more with the others than they allow.
var heywood = [][]float64{{1, 1, 2}, {2, 3, 1}, {3, 2, 4}, {4, 4, 2}, {5, 3, 5}, {6, 6, 3}, {7, 5, 6}, {8, 7, 5}, {3, 3, 1}, {5, 4, 6}}

func TestReasonsOfComparisons(t *testing.T) {
	welch := func(a, b []float64) stats.Reason { return stats.Welch(a, b, .95).Reason }
	paired := func(a, b []float64) stats.Reason { return stats.Paired(a, b, .95).Reason }
	far := stats.Welch(two, []float64{70, 90}, .95)
	checkReasons(t, []reasonCase{
		{"welch with nobody", welch(nil, two), stats.NoAnswers},
		{"welch with one", welch([]float64{1}, two), stats.OnePerson},
		{"welch with NaN", welch(two, []float64{nan, 1}), stats.NotFinite},
		{"welch without spread", welch(flat, []float64{60, 60}), stats.NoSpread},
		{"welch at level 1", stats.Welch(two, two, 1).Reason, stats.OutOfRange},
		{"pairs of two and three", paired(two, flat), stats.UnequalLengths},
		{"one pair", paired([]float64{1}, []float64{2}), stats.OnePerson},
		{"pairs that change alike", paired(two, []float64{50, 70}), stats.NoSpread},
		{"partly: half a pair", stats.PartlyPaired(two, two, two, flat, .95).Reason, stats.UnequalLengths},
		{"partly: one person", stats.PartlyPaired(nil, []float64{1}, two, []float64{2}, .95).Reason, stats.OnePerson},
		{"partly: no spread", stats.PartlyPaired([]float64{50}, flat, nil, flat, .95).Reason, stats.NoSpread},
		{"partly: nobody", stats.PartlyPaired(nil, nil, nil, nil, .95).Reason, stats.NoAnswers},
		{"margin 0", far.Equivalence(0).Reason, stats.OutOfRange},
		{"margin NaN", far.Equivalence(nan).Reason, stats.NotFinite},
		{"equivalence without a test", stats.Welch(flat, flat, .95).Equivalence(10).Reason, stats.NoSpread},
		{"another level of no test", stats.Welch(flat, flat, .95).At(.9).Reason, stats.NoSpread},
		{"level 2 of a test", far.At(2).Reason, stats.OutOfRange},
	})
}

func TestReasonsOfTheAppendix(t *testing.T) {
	groups := func(g ...[]float64) [][]float64 { return g }
	checkReasons(t, []reasonCase{
		{"g of one", reasonOf(stats.HedgesG([]float64{1}, two)), stats.OnePerson},
		{"g without spread", reasonOf(stats.HedgesG(flat, flat)), stats.NoSpread},
		{"delta with nobody", reasonOf(stats.CliffDelta(nil, two)), stats.NoAnswers},
		{"delta of the same", reasonOf(stats.CliffDelta(flat, flat)), ""},
		{"rank sum of the same", stats.RankSum(flat, flat).Reason, stats.NoSpread},
		{"signed rank of the same", stats.SignedRank(flat, flat, 1e-9).Reason, stats.NoDifferences},
		{"signed rank of half pairs", stats.SignedRank(flat, two, 1e-9).Reason, stats.UnequalLengths},
		{"signed rank, equal below 0", stats.SignedRank(two, two, -1).Reason, stats.OutOfRange},
		{"anova of one group", stats.OneWay(groups(two)).Reason, stats.OneGroup},
		{"anova of no group", stats.OneWay(nil).Reason, stats.NoAnswers},
		{"anova with an empty group", stats.OneWay(groups(two, nil)).Reason, stats.NoAnswers},
		{"anova of single people", stats.OneWay(groups([]float64{1}, []float64{2})).Reason, stats.OnePerson},
		{"anova without spread inside", stats.OneWay(groups(flat, []float64{1, 1})).Reason, stats.NoSpread},
		{"ICC(1) of the same", reasonOf(stats.OneWay(groups(flat, flat)).ICC1()), stats.NoSpread},
		{"ICC(2) of equal means", reasonOf(stats.OneWay(groups(two, flat)).ICC2()), stats.NoSpread},
		{"ICC(1) of no group", reasonOf(stats.OneWay(nil).ICC1()), stats.NoAnswers},
		{"welch's anova of one group", stats.WelchANOVA(groups(two)).Reason, stats.OneGroup},
		{"welch's anova of no group", stats.WelchANOVA(nil).Reason, stats.NoAnswers},
		{"welch's anova with one person", stats.WelchANOVA(groups(flat, []float64{1})).Reason, stats.OnePerson},
		{"welch's anova without spread in one", stats.WelchANOVA(groups(two, flat)).Reason, stats.NoSpread},
		{"holm with NaN", reasonOfTwo(stats.Holm([]float64{.1, nan})), stats.NotFinite},
		{"holm above 1", reasonOfTwo(stats.Holm([]float64{1.1})), stats.OutOfRange},
		{"holm of none", reasonOfTwo(stats.Holm(nil)), ""},
		{"levels at alpha 0", reasonOfTwo(stats.SerlinLevels([]float64{.1}, 0)), stats.OutOfRange},
		{"detectable by one", reasonOf(stats.DetectableStrangers(1, 20, .05, .8)), stats.OnePerson},
		{"detectable by one pair", reasonOf(stats.DetectablePairs(1, 20, .6, .05, .8)), stats.OnePerson},
		{"detectable with r of 2", reasonOf(stats.DetectablePairs(9, 20, 2, .05, .8)), stats.OutOfRange},
		{"detectable with power 1", reasonOf(stats.Detectable(5, 9, .05, 1)), stats.OutOfRange},
		{"detectable without df", reasonOf(stats.Detectable(5, 0, .05, .8)), stats.OutOfRange},
		{"detectable with NaN", reasonOf(stats.Detectable(nan, 9, .05, .8)), stats.NotFinite},
	})
}
