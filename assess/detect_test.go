package assess_test

import (
	"math"
	"testing"

	"luwes/assess"
)

// The figures of the measurement design: 12 strangers against 12 find about 31
// points four times in five, the same 12 about 21.
func TestDetect(t *testing.T) {
	unknown := assess.Unknown(assess.OnePerson)
	usual := assess.Detect(12, unknown, unknown)
	if math.Round(usual.Strangers.Value) != 31 || math.Round(usual.Same.Value) != 21 {
		t.Errorf("12 people: %+v, want about 31 and 21", usual)
	}
	if usual.People != 12 || usual.SD != 20 || usual.Correlation != .6 {
		t.Errorf("12 people: assumed %+v", usual)
	}
	if flat := assess.Detect(12, assess.Known(0), unknown); flat != usual {
		t.Errorf("a first session without spread: %+v, want as if it were not known", flat)
	}
	half := assess.Detect(12, assess.Known(10), unknown)
	if !near(half.Strangers.Value, usual.Strangers.Value/2, 1e-9) || !near(half.Same.Value, usual.Same.Value/2, 1e-9) {
		t.Errorf("half the spread: %+v, want half of %+v", half, usual)
	}
	if alike := assess.Detect(12, unknown, assess.Known(.9)); !near(alike.Same.Value, usual.Same.Value/2, 1e-9) || alike.Strangers != usual.Strangers {
		t.Errorf("a correlation of .9: %+v, want half of %v and the same strangers", alike, usual.Same) // √(.1/.4) = ½
	}
}

// Below the people of a verdict nothing can be found.
func TestDetectTooFew(t *testing.T) {
	u := assess.Unknown(assess.OnePerson)
	few := assess.Unknown(assess.TooFew)
	for n, want := range map[int][2]bool{0: {}, 1: {}, 5: {}, 6: {false, true}, 7: {false, true}, 8: {true, true}} {
		d := assess.Detect(n, u, u)
		if d.Strangers.OK() != want[0] || d.Same.OK() != want[1] {
			t.Errorf("%d people: %+v, want known %v", n, d, want)
		}
		if !want[0] && d.Strangers != few || !want[1] && d.Same != few {
			t.Errorf("%d people: %+v, want too few", n, d)
		}
	}
}

func TestTypicalSD(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1), scaleOf("c", 1))
	rows := []string{"1 1 1", "2 3 5"} // deviations of 25, 50 and 100 points over √2
	for kinds, want := range map[[3]assess.Kind]float64{
		{assess.Strategy, assess.Dimension, assess.Symptom}: math.Sqrt((625 + 2500) / 2. / 2),
		{assess.Symptom, assess.Other, assess.Strategy}:     math.Sqrt(10000 / 2.),
		{assess.Symptom, assess.Other, assess.Other}:        math.Sqrt((625 + 2500 + 10000) / 2. / 3),
	} {
		for i, k := range kinds {
			in.Scales[i].Kind = k
		}
		if got := assess.Score(in, peopleOf(t, in, rows...)).TypicalSD(); !nearFigure(got, assess.Known(want), 1e-9) {
			t.Errorf("%v: %v, want %v", kinds, got, want)
		}
	}
	if got := assess.Score(in, peopleOf(t, in, "1 2 3")).TypicalSD(); got != assess.Unknown(assess.OnePerson) {
		t.Errorf("one person: %v", got)
	}
}
