package assess_test

import (
	"testing"

	"luwes/assess"
)

// By hand, in levels of 12.5 points: means 2, 4 and 6, variances 1, sizes 3, so that
// all weigh 3, h = 3·(2/3)²/2 = 2/3, F = (3·8/2)/(1 + 2·1/8·2/3) = 12/(7/6), and (9 − 1)/(3·2/3) = 4
// degrees of freedom.
func TestSpreadByHand(t *testing.T) {
	in := one()
	low, middle, high := group(t, in, levels("a", 1, 2, 3)...), group(t, in, levels("b", 3, 4, 5)...), group(t, in, levels("c", 5, 6, 7)...)
	s := assess.Compare([]assess.Side{low, middle, high}).Scales[0].Spread
	if s.Sessions != 3 || !nearFigure(s.F, assess.Known(72./7), 1e-9) || s.DF1 != assess.Known(2) || !nearFigure(s.DF2, assess.Known(4), 1e-9) {
		t.Errorf("got %+v, want F 72/7 with 2 and 4", s)
	}
	if want := 1 / (1 + 36./7) / (1 + 36./7); !nearFigure(s.P, assess.Known(want), 1e-9) { // (1 + 2F/4)^−2
		t.Errorf("p %v, want %v", s.P, want)
	}
	if s := assess.Compare([]assess.Side{low, high}).Scales[0].Spread; s != nil {
		t.Errorf("two sessions: %+v, want none", s)
	}
}

func TestSpreadSaysWhyNot(t *testing.T) {
	in, other := one(), one()
	other.Scales[0].Items[0].Reverse = true
	some, more := group(t, in, levels("a", 1, 2, 3)...), group(t, in, levels("b", 3, 4, 5)...)
	room, hands, few := group(t, in, "room 4"), raisedSide(in), group(t, in, "a 4", "b 5")
	room.Method = assess.ConsensusMethod
	few.Identity = assess.Anonymous
	for _, c := range []struct {
		name     string
		sides    []assess.Side
		sessions int
		want     assess.Reason
	}{
		{"one person", []assess.Side{some, more, group(t, in, "c 5")}, 3, assess.OnePerson},
		{"no spread", []assess.Side{some, more, group(t, in, levels("c", 5, 5, 5)...)}, 3, assess.NoSpread},
		{"scored otherwise", []assess.Side{some, more, group(t, other, levels("c", 5, 6, 5)...)}, 3, assess.ScoredOtherwise},
		{"two have people", []assess.Side{some, room, more}, 2, ""},
		{"one has people", []assess.Side{some, room, hands}, 1, assess.Consensus},
		{"anonymous and few", []assess.Side{few, some, hands}, 1, assess.AnonymousFew},
		{"without the scale", []assess.Side{some, side(questionnaire(5, scaleOf("b", 1)), nil), hands}, 1, assess.NotInBoth},
		{"without a score", []assess.Side{some, group(t, in, "a -"), hands}, 1, assess.NotScored},
	} {
		s := assess.Compare(c.sides).Scales[0].Spread
		if s.Sessions != c.sessions || s.F.Reason != c.want || s.DF1.Reason != c.want || s.DF2.Reason != c.want || s.P.Reason != c.want {
			t.Errorf("%s: %+v, want %d sessions and %q", c.name, s, c.sessions, c.want)
		}
	}
}
