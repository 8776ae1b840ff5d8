package assess_test

import (
	"testing"

	"luwes/assess"
)

func TestSummarize(t *testing.T) {
	in := questionnaire(5, scaleOf("str", 2), scaleOf("com", 2), scaleOf("row", 1))
	in.Scales[0].Kind, in.Scales[1].Kind, in.Scales[2].Kind = assess.Strategy, assess.Dimension, assess.Symptom
	sum := assess.Summarize(assess.Score(in, peopleOf(t, in,
		"3 4  na na  na",
		"2 -  dk -   na",
	)))
	want := []assess.SummaryScale{
		{ID: "str", Kind: assess.Strategy, Score: assess.Known(43.75)}, // of 62.5 and 25
		{ID: "com", Kind: assess.Dimension, Score: assess.Unknown(assess.NotScored)},
		{ID: "row", Kind: assess.Symptom, Score: assess.Unknown(assess.NotApplicable)},
	}
	if len(sum.Scales) != len(want) {
		t.Fatalf("got %d scales, want %d", len(sum.Scales), len(want))
	}
	for i, w := range want {
		if sum.Scales[i] != w {
			t.Errorf("scale %d: got %v, want %v", i, sum.Scales[i], w)
		}
	}
	if sum.Respondents != 2 || sum.Touched != 8 || sum.Total != 10 {
		t.Errorf("respondents, touched, total = %d, %d, %d; want 2, 8, 10", sum.Respondents, sum.Touched, sum.Total)
	}
	if want := 3. / 6; sum.Coverage != want { // "don't know" applies and is not answered
		t.Errorf("coverage %v, want %v", sum.Coverage, want)
	}
}

func TestProgress(t *testing.T) {
	for _, c := range []struct {
		touched, total int
		want           float64
	}{
		{0, 0, 0}, {0, 54, 0}, {27, 54, 0.5}, {54, 54, 1}, {1, 3, 1. / 3},
	} {
		if got := (assess.Summary{Touched: c.touched, Total: c.total}).Progress(); got != c.want {
			t.Errorf("progress of %d of %d = %v, want %v", c.touched, c.total, got, c.want)
		}
	}
}

// An answer "not applicable" or "don't know" moves progress on; it does not move
// coverage up.
func TestProgressIsNotCoverage(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 4))
	sum := assess.Summarize(assess.Score(in, peopleOf(t, in, "na dk 3 -")))
	if got := sum.Progress(); got != 0.75 {
		t.Errorf("progress %v, want 0.75", got)
	}
	if want := 1. / 3; sum.Coverage != want {
		t.Errorf("coverage %v, want %v", sum.Coverage, want)
	}
}

func TestSummaryOfNobody(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 4))
	sum := assess.Summarize(assess.Score(in, nil))
	if sum.Progress() != 0 || sum.Coverage != 0 || sum.Total != 0 {
		t.Errorf("summary of nobody: %+v, want nothing", sum)
	}
	if got, want := sum.Scales[0].Score, assess.Unknown(assess.NotScored); got != want {
		t.Errorf("score of nobody: %v, want %v", got, want)
	}
}
