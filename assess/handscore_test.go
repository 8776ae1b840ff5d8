package assess_test

import (
	"reflect"
	"testing"

	"luwes/assess"
)

// byHands is a session of twelve people: s1..s3 of the four items of scaleS were
// voted on, with one who could not say at s2.
func byHands() *assess.Session {
	s := filled(questionnaire(5, scaleS()), nil, nil)
	s.Hands = []assess.Hands{
		{Item: "s1", Round: 1, Levels: []int{2, 5, 3, 1, 1}},
		{Item: "s2", Round: 1, Levels: []int{0, 0, 6, 4, 1}, DontKnow: 1},
		{Item: "s3", Round: 1, Levels: []int{0, 4, 4, 0, 0}, Inapplicable: 2},
		{Item: "s1", Round: 2, Levels: []int{0, 10, 2, 0, 0}},
		{Item: "x", Round: 1, Levels: []int{99, 0, 0, 0, 0}},
	}
	return s
}

func TestScoreByHands(t *testing.T) {
	r := byHands().Score()
	sc := r.Scale("s")
	// (30/12 + 27/11 + 2·20/8) / 4 = 2.4886…
	if want := assess.Known(((2.5+27.0/11+5)/4 - 1) * 25); !nearFigure(sc.Score, want, 1e-12) {
		t.Errorf("score %v, want %v", sc.Score, want)
	}
	if counts := assess.Unknown(assess.CountsOnly); sc.SD != counts || sc.Median != counts || sc.People != nil {
		t.Errorf("sd %v, median %v, people %v; want none of them", sc.SD, sc.Median, sc.People)
	}
	if r.Respondents != 12 || r.Voices != 12 || sc.N != 8 || sc.NotScored != 0 || sc.Prorated != 0 {
		t.Errorf("%d respondents, %d voices, n %d, %d not scored, %d prorated", r.Respondents, r.Voices, sc.N, sc.NotScored, sc.Prorated)
	}
	if sc.Answered != 31 || sc.Applicable != 46 || r.Touched != 34 || r.Total != 48 {
		t.Errorf("%d of %d answered, %d of %d touched", sc.Answered, sc.Applicable, r.Touched, r.Total)
	}
	if sc.Band != bandsTo(20, 40)[1] {
		t.Errorf("band %v", sc.Band)
	}
	it := r.Item("s2")
	if it.N != 11 || it.DontKnow != 1 || !reflect.DeepEqual(it.Counts, []int{1, 4, 6, 0, 0}) || it.Median != assess.Known(3) {
		t.Errorf("s2: %+v, want its counts keyed", it)
	}
	if none := assess.Unknown(assess.NoAnswers); r.Item("s4").Mean != none {
		t.Errorf("s4: %v", r.Item("s4").Mean)
	}
}

func TestHalfRuleByHands(t *testing.T) {
	hands := func(item string, n int) assess.Hands {
		return assess.Hands{Item: item, Round: 1, Levels: []int{0, 0, n, 0, 0}}
	}
	inapplicable := func(item string) assess.Hands {
		return assess.Hands{Item: item, Round: 1, Levels: make([]int, 5), Inapplicable: 7}
	}
	for _, c := range []struct {
		name  string
		hands []assess.Hands
		want  assess.Figure
	}{
		{"one of four", []assess.Hands{hands("s1", 5)}, assess.Unknown(assess.NotScored)},
		{"two of four", []assess.Hands{hands("s1", 5), hands("s2", 5)}, assess.Known(50)},
		{"one of two that apply", []assess.Hands{hands("s1", 5), inapplicable("s3"), inapplicable("s4")}, assess.Known(50)},
		{"nothing applies", []assess.Hands{inapplicable("s1"), inapplicable("s2"), inapplicable("s3"), inapplicable("s4")}, assess.Unknown(assess.NotApplicable)},
	} {
		s := byHands()
		s.Hands = c.hands
		if sc := s.Score().Scale("s"); sc.Score != c.want || !c.want.OK() && sc.SD != c.want {
			t.Errorf("%s: score %v, sd %v; want %v", c.name, sc.Score, sc.SD, c.want)
		}
	}
}

// Hands count only where nobody answered alone.
func TestIndividualAnswersGoBeforeHands(t *testing.T) {
	s := byHands()
	if !s.ByHands() {
		t.Error("hands are not seen")
	}
	s.Respondents[0].Put(assess.Entry{Item: "s1", Round: 2, Answer: assess.At(1)})
	s.Respondents[0].Put(assess.Entry{Item: "s1", Round: 1, Note: "words"})
	if !s.ByHands() {
		t.Error("a second answer and a note end the show of hands")
	}
	s.Respondents[0].Put(assess.Entry{Item: "s4", Round: 1, Answer: assess.At(1)})
	if r := s.Score(); s.ByHands() || r.Respondents != 2 || r.Item("s1").N != 0 || r.Item("s4").N != 1 {
		t.Errorf("hands: %v, %d respondents", s.ByHands(), r.Respondents)
	}
	s = byHands()
	s.Hands = s.Hands[3:4]
	if s.ByHands() {
		t.Error("a second round alone is a first one")
	}
}

func TestAnalyzeByHands(t *testing.T) {
	s := byHands()
	s.Settlements = []assess.Settlement{{Item: "s3", Outcome: assess.Agreed, Level: 5}}
	a := s.Analyze()
	sc, counts := a.Scales[0], assess.Unknown(assess.CountsOnly)
	for name, f := range map[string]assess.Figure{"low": sc.Interval.Low, "high": sc.Interval.High, "alpha": sc.Reliability.Alpha,
		"feldt": sc.Reliability.Low, "omega": sc.Reliability.Omega, "rest": a.Items[0].Rest} {
		if f != counts {
			t.Errorf("%s: %v, want %v", name, f, counts)
		}
	}
	if sc.Agreement.Label != "" || sc.Agreement.LabelReason != assess.CountsOnly || sc.Below+sc.Above != 0 {
		t.Errorf("label %q (%s), sides %d and %d", sc.Agreement.Label, sc.Agreement.LabelReason, sc.Below, sc.Above)
	}
	// AD: s1 (2·1.5+5·.5+3·.5+1.5+2.5)/12, s3 .5
	if ad := a.Items[0].AD; !nearFigure(ad, assess.Known(11.0/12), 1e-12) || !a.Items[0].Apart {
		t.Errorf("AD of s1 %v, apart %v", ad, a.Items[0].Apart)
	}
	if ad := a.Items[2].AD; !nearFigure(ad, assess.Known(.5), 1e-12) || a.Items[2].Apart {
		t.Errorf("AD of s3 %v, apart %v", ad, a.Items[2].Apart)
	}
	// the medians 2 and 3, s3 with weight 2 on 5
	if !nearFigure(sc.Agreed, assess.Known((15.0/4-1)*25), 1e-12) || sc.Settled != 1 {
		t.Errorf("agreed %v on %d", sc.Agreed, sc.Settled)
	}
	again := a.Items[0].Again
	if !reflect.DeepEqual(again.Counts, []int{0, 10, 2, 0, 0}) || again.N != 12 || again.Median != assess.Known(2) || again.Moved != 0 {
		t.Errorf("second round %+v", again)
	}
	if a.Strategies.W != assess.Unknown(assess.OneItem) {
		t.Errorf("order %v", a.Strategies)
	}
}

// An anonymous show of hands covers a scale of which one item rests on two people:
// it could be worked out from the mean and the other items.
func TestAnonymousHands(t *testing.T) {
	s := byHands()
	s.Identity = assess.Anonymous
	s.Hands = append(s.Hands, assess.Hands{Item: "s4", Round: 1, Levels: []int{1, 1, 0, 0, 0}})
	a := s.Analyze()
	few := assess.Unknown(assess.AnonymousFew)
	if sc := a.Scales[0]; sc.Score != few || sc.Agreement.AD != few || a.Items[3].Mean != few || a.Items[3].AD != few {
		t.Errorf("score %v, ad %v, s4 %v", sc.Score, sc.Agreement.AD, a.Items[3].Mean)
	}
	if !a.Items[0].AD.OK() || !a.Items[0].Mean.OK() {
		t.Error("an item of twelve people is covered")
	}
}
