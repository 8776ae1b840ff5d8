package assess_test

import (
	"reflect"
	"testing"

	"luwes/assess"
	"luwes/assess/stats"
)

// sixPeople are two camps of three on s1..s4.
func sixPeople() *assess.Session {
	return filled(questionnaire(5, scaleS()),
		[]int{1, 5, 1, 2}, []int{1, 5, 2, 2}, []int{2, 4, 1, 1},
		[]int{5, 1, 5, 4}, []int{5, 2, 4, 5}, []int{4, 1, 5, 4})
}

func TestSecondRound(t *testing.T) {
	s := sixPeople()
	anew(s, "s2", 3, 3, 4, 3, -2, 0) // reversed: 3, 3, 2, 3
	s.Hands = []assess.Hands{
		{Item: "s2", Round: 2, Levels: []int{9, 0, 0, 0, 0}},
		{Item: "s3", Round: 2, Levels: []int{0, 1, 2, 3, 0}},
	}
	a := s.Analyze()
	// before 1, 1, 2, 5: three moved
	got := a.Items[1].Again
	if !reflect.DeepEqual(got.Counts, []int{0, 1, 3, 0, 0}) || got.N != 4 || got.Moved != 3 {
		t.Errorf("s2 again: %v of %d, %d moved", got.Counts, got.N, got.Moved)
	}
	if !nearFigure(got.Mean, assess.Known(2.75), 1e-12) || got.Median != assess.Known(3) || !nearFigure(got.AD, assess.Known(.375), 1e-12) {
		t.Errorf("s2 again: mean %v, median %v, ad %v", got.Mean, got.Median, got.AD)
	}
	if got := a.Items[2].Again; got.N != 6 || got.Moved != 0 || !reflect.DeepEqual(got.Counts, []int{0, 1, 2, 3, 0}) {
		t.Errorf("s3 again by hands: %+v", got)
	}
	if got, none := a.Items[0].Again, assess.Unknown(assess.NoAnswers); got.Counts != nil || got.N != 0 || got.Mean != none || got.AD != none {
		t.Errorf("s1 was not asked again: %+v", got)
	}
	if a.Items[1].Mean != sixPeople().Analyze().Items[1].Mean {
		t.Error("the second round changes the first")
	}
}

func TestItemsApart(t *testing.T) {
	for _, c := range []struct {
		levels []int
		ad     float64
		apart  bool
	}{
		{[]int{1, 1, 3, 3}, 1, true},
		{[]int{2, 3, 3, 3, 4}, .4, false},
		{[]int{2, 2, 2, 2, 4}, .64, false},
		{[]int{1, 1, 3, 3, 3, 3, 3, 3, 5, 5}, .8, false}, // at the cut
		{[]int{1, 1, 3, 3, 3, 3, 3, 5, 5}, 8.0 / 9, true},
	} {
		var rows [][]int
		for _, l := range c.levels {
			rows = append(rows, []int{l})
		}
		it := filled(questionnaire(5, scaleOf("a", 1)), rows...).Analyze().Items[0]
		if !nearFigure(it.AD, assess.Known(c.ad), 1e-12) || it.Apart != c.apart {
			t.Errorf("%v: AD %v, apart %v; want %v, %v", c.levels, it.AD, it.Apart, c.ad, c.apart)
		}
	}
}

// The share convention moves the limits with the score: between the poles they are
// the same.
func TestIntervalInTheShareConvention(t *testing.T) {
	s := sixPeople()
	before := s.Analyze().Scales[0]
	share := *s.Instrument
	share.Convention = assess.Share
	s.Instrument = &share
	after := s.Analyze().Scales[0]
	for name, f := range map[string][2]assess.Figure{"score": {before.Score, after.Score}, "low": {before.Interval.Low, after.Interval.Low}, "high": {before.Interval.High, after.Interval.High}} {
		if want := assess.Known(20 + f[0].Value*.8); !nearFigure(f[1], want, 1e-9) {
			t.Errorf("%s: %v, want %v", name, f[1], want)
		}
	}
	if before.Below != after.Below || before.Above != after.Above || before.Agreement.Label != after.Agreement.Label || before.Agreement.Points != after.Agreement.Points {
		t.Errorf("%+v, want %+v", after, before)
	}
	if before.Below != 3 || before.Above != 3 || before.Agreement.Label != stats.Split {
		t.Errorf("sides %d and %d, %s", before.Below, before.Above, before.Agreement.Label)
	}
}

func TestIntervalOfThoseWhoAreEligible(t *testing.T) {
	s := sixPeople()
	width := func(eligible int) float64 {
		s.Eligible = eligible
		iv := s.Analyze().Scales[0].Interval
		if iv.Level != .95 || !iv.Low.OK() || !iv.High.OK() {
			t.Fatalf("%d eligible: %+v", eligible, iv)
		}
		return iv.High.Value - iv.Low.Value
	}
	endless := width(0)
	if got := width(8); !(got < endless/1.5) {
		t.Errorf("of 8 eligible %v wide, of endless %v", got, endless)
	}
	if got := width(6); !near(got, 0, 1e-9) {
		t.Errorf("all answered: %v wide", got)
	}
	if got := width(5); got != endless {
		t.Errorf("fewer eligible than answered: %v wide, want %v", got, endless)
	}
}

func TestOrderOfStrategies(t *testing.T) {
	a, b, c := scaleOf("a", 1), scaleOf("b", 1), scaleOf("c", 1)
	for _, s := range []*assess.Scale{&a, &b, &c} {
		s.Kind = assess.Strategy
	}
	in := questionnaire(5, a, b, c, scaleOf("d", 1))
	for _, k := range []struct {
		name  string
		rows  [][]int
		w     assess.Figure
		n     int
		first string
		votes int
	}{
		{"all alike", [][]int{{3, 2, 1}, {5, 4, 2}, {4, 3, 1}}, assess.Known(1), 3, "a", 3},
		{"two of three", [][]int{{3, 2, 1}, {5, 4, 2}, {1, 2, 3}}, assess.Known(1.0 / 9), 3, "a", 2},
		{"half is not most", [][]int{{3, 2, 1}, {1, 2, 3}}, assess.Known(0), 2, "", 1},
		{"a shared first is nobody's", [][]int{{3, 3, 1}, {3, 3, 1}, {3, 2, 1}}, assess.Known(14.0 / 15), 3, "", 1},
		{"without whom lacks one", [][]int{{3, 2, 1}, {5, 4, 2}, {4, 3, 0}}, assess.Known(1), 2, "a", 2},
		{"all the same", [][]int{{3, 3, 3}, {2, 2, 2}}, assess.Unknown(assess.NoSpread), 2, "", 0},
		{"one person", [][]int{{3, 2, 1}}, assess.Unknown(assess.OnePerson), 1, "", 0},
		{"nobody has all", [][]int{{3, 2, 0}, {0, 2, 1}}, assess.Unknown(assess.NotScored), 0, "", 0},
		{"one without any score", [][]int{{3, 2, 0}, {2, 2, 0}}, assess.Unknown(assess.NotScored), 0, "", 0},
		{"one does not apply", [][]int{{3, 2, -1}, {2, 2, -1}}, assess.Unknown(assess.NotApplicable), 0, "", 0},
	} {
		o := filled(in, k.rows...).Analyze().Strategies
		first := ""
		if o.First != nil {
			first = o.First.ID
		}
		if !nearFigure(o.W, k.w, 1e-12) || o.N != k.n || first != k.first || o.Votes != k.votes {
			t.Errorf("%s: W %v of %d, first %q by %d; want %v of %d, %q by %d", k.name, o.W, o.N, first, o.Votes, k.w, k.n, k.first, k.votes)
		}
	}
}

// Where nothing common is behind the items there is a reason instead of omega, and
// an item that runs against the rest is seen.
func TestReliabilityOfCrossItems(t *testing.T) {
	s := filled(questionnaire(5, scaleOf("a", 3)),
		[]int{1, 1, 5}, []int{2, 3, 4}, []int{3, 3, 3}, []int{4, 4, 1}, []int{5, 5, 2}, []int{4, 3, 0})
	a := s.Analyze()
	r := a.Scales[0].Reliability
	if r.N != 5 || !r.Alpha.OK() || r.Alpha.Value >= 0 || r.Omega != assess.Unknown(assess.NoOneFactor) {
		t.Errorf("reliability %+v", r)
	}
	if rest := a.Items[2].Rest; !rest.OK() || rest.Value >= 0 {
		t.Errorf("a3 against the rest: %v", rest)
	}
}

func TestConsensusHasNoSpread(t *testing.T) {
	s := filled(questionnaire(5, scaleS()), []int{1, 2, 3, 4})
	s.Method = assess.ConsensusMethod
	anew(s, "s1", 2)
	a := s.Analyze()
	sc, together := a.Scales[0], assess.Unknown(assess.Consensus)
	for name, f := range map[string]assess.Figure{"sd": sc.SD, "low": sc.Interval.Low, "ad": sc.Agreement.AD, "points": sc.Agreement.Points,
		"rwg": sc.Agreement.UniformRWG, "star": sc.Agreement.StarRWG, "alpha": sc.Reliability.Alpha, "omega": sc.Reliability.Omega,
		"item": a.Items[0].AD, "rest": a.Items[0].Rest, "again": a.Items[0].Again.AD} {
		if f != together {
			t.Errorf("%s: %v, want %v", name, f, together)
		}
	}
	if sc.Agreement.LabelReason != assess.Consensus || sc.Below+sc.Above != 0 || !sc.Score.OK() || !a.Items[0].Again.Mean.OK() {
		t.Errorf("%+v", sc)
	}
}
