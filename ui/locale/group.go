package locale

import (
	"math"
	"strings"

	"luwes/assess"
)

// From how many people a reader is told what. Files give every number at any n;
// screens and reports keep to these.
const (
	GroupFrom  = 5  // interval, agreement in words, sides, the order of the strategies
	RoughUnder = 8  // below, an interval is called rough
	PointsFrom = 10 // agreement as a number
	AlphaFrom  = 20 // alpha with its interval, and item–rest correlations
	OmegaFrom  = 50
)

// Group says of a scale how sure its score is, how far people agree, on which side
// they stand and what the group agreed, as far as so few people allow. It is empty
// where there is no score. unit is as for [Words.Text].
func (w *Words) Group(a *assess.ScaleAnalysis, unit string) string {
	if !a.Score.OK() {
		return ""
	}
	var out []string
	for _, text := range []string{w.Interval(a), w.Agreement(a), w.Sides(a, unit), w.AgreedScore(a)} {
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// Interval says between which scores other people of the same kind could have put
// a scale, or why that cannot be said.
func (w *Words) Interval(a *assess.ScaleAnalysis) string {
	low := a.Interval.Low
	switch {
	case low.Reason == assess.CountsOnly, low.Reason == assess.Consensus:
		return w.ReasonSentence(low.Reason)
	case a.N < GroupFrom:
		return w.T("group.interval.few", "least", GroupFrom)
	case !low.OK():
		return w.ReasonSentence(low.Reason)
	}
	id := "group.interval"
	if a.N < RoughUnder {
		id = "group.interval.rough"
	}
	return w.T(id, "low", w.Number(low.Value, 0), "high", w.Number(a.Interval.High.Value, 0))
}

// Range is the interval where there is no room for a sentence: "54–70"; empty where
// it may not be shown.
func (w *Words) Range(a *assess.ScaleAnalysis) string {
	if a == nil || a.N < GroupFrom || !a.Interval.Low.OK() {
		return ""
	}
	return w.Number(a.Interval.Low.Value, 0) + "–" + w.Number(a.Interval.High.Value, 0)
}

// LabelOf is the label of agreement that so many people may be shown; empty if
// none.
func LabelOf(a *assess.ScaleAnalysis) assess.Label {
	if a.N < GroupFrom || a.Agreement.LabelReason != "" {
		return ""
	}
	return a.Agreement.Label
}

// Agreement says in words how far people agree on a scale, and from more of them
// by how many points they differ; empty where there are too few.
func (w *Words) Agreement(a *assess.ScaleAnalysis) string {
	label := LabelOf(a)
	if label == "" {
		return ""
	}
	words := w.T("group.label." + string(label))
	if a.N < PointsFrom || !a.Agreement.Points.OK() {
		return asSentence(words)
	}
	return w.T("group.agreement", "points", w.Number(a.Agreement.Points.Value, 0), "label", words)
}

// Sides says how many people stand on which side of the middle; empty where there
// are too few, or no people.
func (w *Words) Sides(a *assess.ScaleAnalysis, unit string) string {
	if a.N < GroupFrom || len(a.People) == 0 {
		return ""
	}
	if k := a.Scale.Kind; (k == assess.Dimension || k == assess.Symptom) && !a.Scale.Low.Empty() {
		return w.T("group.sides.poles", "above", a.Above, "below", a.Below, "n", a.N,
			"high", w.Text(a.Scale.High, unit), "low", w.Text(a.Scale.Low, unit))
	}
	return w.T("group.sides", "above", a.Above, "below", a.Below, "n", a.N)
}

// AgreedScore says what score the agreed levels give; empty where nothing was
// agreed.
func (w *Words) AgreedScore(a *assess.ScaleAnalysis) string {
	if a.Settled == 0 || !a.Agreed.OK() {
		return ""
	}
	return w.T("group.agreed", "score", w.Number(a.Agreed.Value, 1), "settled", a.Settled, "items", len(a.Scale.Items))
}

// Order says which strategy most people put first, or that they have no common
// order; empty where there are too few people.
func (w *Words) Order(o assess.Order, unit string) string {
	switch {
	case o.N < GroupFrom:
		return ""
	case o.First == nil:
		return w.T("group.order.none")
	}
	return w.T("group.order", "scale", w.Text(o.First.Title, unit), "votes", o.Votes, "n", o.N)
}

// Verdict says in words whether the change of a scale can be told from chance,
// with the limits between which it likely lies where these do not speak of another
// question: whether a change matters is judged at 90 %, and its limits are wider.
// The margin is in points; elsewhere means that the sessions are of two places,
// which differ and do not change. No p value stands here: that is what the
// appendix is for.
func (w *Words) Verdict(ch *assess.ScaleChange, margin float64, elsewhere bool) string {
	if ch.Verdict == "" {
		if ch.VerdictReason == "" {
			return ""
		}
		return w.Reason(ch.VerdictReason)
	}
	id := "group.verdict."
	if elsewhere {
		id = "group.verdict-places."
	}
	low, high := ch.LayLow.Value, ch.LayHigh.Value
	places := max(besideZero(low), besideZero(high))
	return w.T(id+string(ch.Verdict), "low", w.Signed(low, places), "high", w.Signed(high, places), "margin", w.Points(margin))
}

// besideZero is how many decimals, up to four, keep a limit on its side of zero.
func besideZero(x float64) int {
	for places := range 4 {
		if math.Abs(x)*math.Pow10(places) >= 0.5 {
			return places
		}
	}
	return 4
}

// Points writes a number of points without a needless decimal.
func (w *Words) Points(x float64) string {
	if x == math.Trunc(x) {
		return w.Number(x, 0)
	}
	return w.Number(x, 1)
}
