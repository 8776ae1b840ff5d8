package assess_test

import (
	"fmt"
	"testing"

	"luwes/assess"
)

// strategies returns a result with one scale of kind strategy a score, s0, s1
// and so on, between two that are none.
func strategies(scores ...assess.Figure) *assess.Result {
	r := &assess.Result{}
	add := func(id string, kind assess.Kind, score assess.Figure) {
		r.Scales = append(r.Scales, assess.ScaleResult{Scale: &assess.Scale{ID: id, Kind: kind}, Score: score})
	}
	add("dimension", assess.Dimension, assess.Known(100))
	for i, score := range scores {
		add(fmt.Sprintf("s%d", i), assess.Strategy, score)
	}
	add("symptom", assess.Symptom, assess.Unknown(assess.NotScored))
	return r
}

func knownAll(values ...float64) []assess.Figure {
	var out []assess.Figure
	for _, v := range values {
		out = append(out, assess.Known(v))
	}
	return out
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		scores    []assess.Figure
		spread    float64
		verdict   assess.BalanceVerdict
		lead, lag string
	}{
		{knownAll(50, 55, 45), 10, assess.Together, "s1", "s2"},
		{knownAll(50, 55.01, 45), 10.01, assess.Drifting, "s1", "s2"},
		{knownAll(40, 60, 50), 20, assess.Drifting, "s1", "s0"},
		{knownAll(40, 60.01, 50), 20.01, assess.PulledApart, "s1", "s0"},
		{knownAll(0, 100), 100, assess.PulledApart, "s1", "s0"},
		{knownAll(6.1, 16.1, 7), 10, assess.Together, "s1", "s0"},    // 10.000000000000002: rounding is no distance
		{knownAll(12.2, 32.2, 30), 20, assess.Drifting, "s1", "s0"},  // 20.000000000000004
		{knownAll(62.5, 62.5, 62.5), 0, assess.Together, "s0", "s2"}, // the first and the last of equals
		{knownAll(70, 50, 70, 50), 20, assess.Drifting, "s0", "s3"},
		{knownAll(0, 0), 0, assess.Together, "s0", "s1"},
	} {
		b := strategies(c.scores...).Balance()
		if !nearFigure(b.Spread, assess.Known(c.spread), 1e-9) || b.Verdict != c.verdict {
			t.Errorf("%v: spread %v, %q; want %v, %q", c.scores, b.Spread, b.Verdict, c.spread, c.verdict)
		}
		if b.Lead == nil || b.Lag == nil || b.Lead.ID != c.lead || b.Lag.ID != c.lag {
			t.Errorf("%v: lead %v, lag %v; want %s, %s", c.scores, b.Lead, b.Lag, c.lead, c.lag)
		}
	}
}

func TestBalanceWithoutAScore(t *testing.T) {
	for _, c := range []struct {
		scores []assess.Figure
		reason assess.Reason
	}{
		{nil, assess.ScaleMissing},
		{knownAll(50), assess.ScaleMissing},
		{[]assess.Figure{assess.Known(50), assess.Unknown(assess.NotScored), assess.Known(80)}, assess.NotScored},
		{[]assess.Figure{assess.Unknown(assess.NotApplicable), assess.Known(80)}, assess.NotApplicable},
	} {
		b := strategies(c.scores...).Balance()
		if b.Spread != assess.Unknown(c.reason) || b.Verdict != assess.NoVerdict {
			t.Errorf("%v: spread %v, verdict %q; want unknown because %s", c.scores, b.Spread, b.Verdict, c.reason)
		}
	}
}

func TestBalanceOfAnswers(t *testing.T) {
	in := questionnaire(5, scaleOf("str", 2), scaleOf("beh", 2), scaleOf("com", 1))
	in.Scales[0].Kind, in.Scales[1].Kind = assess.Strategy, assess.Strategy
	b := assess.Score(in, peopleOf(t, in, "4 4 3 3 1", "3 4 2 2 5")).Balance()
	// str: 75 and 62.5, beh: 50 and 25; com is no strategy
	if got, want := b.Spread, assess.Known(31.25); got != want || b.Verdict != assess.PulledApart {
		t.Errorf("spread %v, %q; want %v, %q", got, b.Verdict, want, assess.PulledApart)
	}
	if b.Lead != &in.Scales[0] || b.Lag != &in.Scales[1] {
		t.Errorf("lead %v, lag %v; want the instrument's own scales", b.Lead, b.Lag)
	}
}
