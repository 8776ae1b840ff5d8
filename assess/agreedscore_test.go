package assess_test

import (
	"testing"

	"luwes/assess"
)

// Medians of s1..s4, keyed: 2, 4 (2 ticked), 3, 5. Weights 1, 1, 2, 1.
func TestAgreedScore(t *testing.T) {
	rows := [][]int{{2, 2, 3, 5}, {2, 2, 3, 5}, {5, 2, 1, 5}}
	agree := func(item string, level int) assess.Settlement {
		return assess.Settlement{Item: item, Outcome: assess.Agreed, Level: level}
	}
	for _, c := range []struct {
		name    string
		rows    [][]int
		settled []assess.Settlement
		want    assess.Figure
		n       int
	}{
		{"nothing settled", rows, nil, assess.Unknown(assess.NotAgreed), 0},
		{"agreed to disagree", rows, []assess.Settlement{{Item: "s1", Outcome: assess.Disagreed, Dissent: "d"}}, assess.Unknown(assess.NotAgreed), 0},
		{"only talked about", rows, []assess.Settlement{{Item: "s1", High: "h"}}, assess.Unknown(assess.NotAgreed), 0},
		{"one agreed, the others on their median", rows, []assess.Settlement{agree("s1", 4)}, assess.Known(70), 1}, // (4+4+6+5)/5 = 3.8
		{"a reversed one is keyed", rows, []assess.Settlement{agree("s2", 5)}, assess.Known(45), 1},                // (2+1+6+5)/5 = 2.8
		{"with its weight", rows, []assess.Settlement{agree("s3", 5)}, assess.Known(80), 1},                        // (2+4+10+5)/5 = 4.2
		{"all agreed", rows, []assess.Settlement{agree("s1", 1), agree("s2", 5), agree("s3", 1), agree("s4", 1)}, assess.Known(0), 4},
		{"of another instrument", rows, []assess.Settlement{agree("x", 1)}, assess.Unknown(assess.NotAgreed), 0},
		{"nobody answered one", [][]int{{2, 2, 3, 0}}, []assess.Settlement{agree("s1", 4)}, assess.Known(62.5), 1}, // (4+4+6)/4 = 3.5
		{"too few with a level", [][]int{{2}}, []assess.Settlement{agree("s1", 4)}, assess.Unknown(assess.NotScored), 1},
		{"what does not apply leaves", [][]int{{2, 2, -1, -1}, {2, 0, -1, -1}}, []assess.Settlement{agree("s1", 4)}, assess.Known(75), 1},
		{"half of what applies", [][]int{{2, 0, -1, -1}}, []assess.Settlement{agree("s1", 5)}, assess.Known(100), 1},
		{"don't know stays in the half rule", [][]int{{2, -2, -2, -1}, {0, -1, -1, 0}}, []assess.Settlement{agree("s1", 5)}, assess.Unknown(assess.NotScored), 1},
	} {
		s := filled(questionnaire(5, scaleS()), c.rows...)
		s.Settlements = c.settled
		got := s.Analyze().Scales[0]
		if got.Settled != c.n || !nearFigure(got.Agreed, c.want, 1e-12) {
			t.Errorf("%s: agreed %v on %d items, want %v on %d", c.name, got.Agreed, got.Settled, c.want, c.n)
		}
	}
}

func TestAgreedScoreInTheShareConvention(t *testing.T) {
	in := questionnaire(5, scaleS())
	in.Convention = assess.Share
	s := filled(in, []int{2, 2, 3, 5})
	s.Settlements = []assess.Settlement{{Item: "s1", Outcome: assess.Agreed, Level: 4}}
	if got := s.Analyze().Scales[0].Agreed; !nearFigure(got, assess.Known(76), 1e-12) { // 3.8 of 5
		t.Errorf("agreed %v, want 76", got)
	}
}
