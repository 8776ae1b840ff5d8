package ui

import (
	"strings"

	"luwes/assess"
	"luwes/assess/stats"
)

// From how many people a reader is told what, by the table of who sees what in
// the design of the measurement.
const (
	groupFrom   = 5  // interval, agreement in words, shares, the order of the strategies
	groupNumber = 10 // the agreement as a number
	groupRough  = 8  // below, an interval is called rough
	alphaFrom   = 20 // alpha with its interval, and item–rest correlations
	omegaFrom   = 50
)

// group is what the people of a session say on a scale beyond its score; nil
// where one voice is all there is.
func (s *scored) group(row resultRow) *assess.ScaleAnalysis {
	if s.analysis == nil || row.scale == nil {
		return nil
	}
	for i := range s.analysis.Scales {
		if a := &s.analysis.Scales[i]; a.Scale == row.scale.Scale {
			return a
		}
	}
	return nil
}

// groupSentences say of a scale how sure its score is, how far people agree, on
// which side they stand and what the group agreed, as far as so few people allow.
func groupSentences(l Look, s *scored, a *assess.ScaleAnalysis) string {
	if !a.Score.OK() {
		return ""
	}
	var out []string
	for _, text := range []string{intervalText(l, a), agreementText(l, a), sidesText(l, s, a), agreedText(l, s, a)} {
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

// intervalText says between which scores other people of the same kind could
// have put the scale.
func intervalText(l Look, a *assess.ScaleAnalysis) string {
	low := a.Interval.Low
	switch {
	case low.Reason == assess.CountsOnly, low.Reason == assess.Consensus:
		return sentence(l.Words.Reason(low.Reason))
	case a.N < groupFrom:
		return l.T("group.interval.few", "least", groupFrom)
	case !low.OK():
		return l.Words.ReasonSentence(low.Reason)
	}
	id := "group.interval"
	if a.N < groupRough {
		id = "group.interval.rough"
	}
	return l.T(id, "low", l.Words.Number(low.Value, 0), "high", l.Words.Number(a.Interval.High.Value, 0))
}

// agreementText says in words how far people agree, and from more of them by how
// much they differ.
func agreementText(l Look, a *assess.ScaleAnalysis) string {
	label := labelOf(a)
	if label == "" {
		return ""
	}
	words := l.T("group.label." + string(label))
	if a.N < groupNumber || !a.Agreement.Points.OK() {
		return sentence(words)
	}
	return l.T("group.agreement", "points", l.Words.Number(a.Agreement.Points.Value, 0), "label", words)
}

// labelOf is the label of a scale that so many people may be shown; empty if none.
func labelOf(a *assess.ScaleAnalysis) stats.Label {
	if a.N < groupFrom || a.Agreement.LabelReason != "" {
		return ""
	}
	return a.Agreement.Label
}

// agreementSign is the sign of a label where there is no room for its words.
func agreementSign(l Look, label stats.Label) string {
	switch label {
	case stats.Agreed:
		return l.Flat
	case stats.Spread:
		return "~"
	case stats.Split:
		return l.Bang
	}
	return " "
}

// sidesText says how many people stand on which side of the middle.
func sidesText(l Look, s *scored, a *assess.ScaleAnalysis) string {
	if a.N < groupFrom || len(a.People) == 0 {
		return ""
	}
	if positioned(a.Scale.Kind) && !a.Scale.Low.Empty() {
		return l.T("group.sides.poles", "above", a.Above, "below", a.Below, "n", a.N,
			"high", s.text(l, a.Scale.High), "low", s.text(l, a.Scale.Low))
	}
	return l.T("group.sides", "above", a.Above, "below", a.Below, "n", a.N)
}

// agreedText says what score the agreed levels give.
func agreedText(l Look, s *scored, a *assess.ScaleAnalysis) string {
	if a.Settled == 0 || !a.Agreed.OK() {
		return ""
	}
	score := scoreText(l, a.Agreed, s.result.Instrument.BandsOf(a.Scale))
	return l.T("group.agreed", "score", score, "settled", a.Settled, "items", len(a.Scale.Items))
}

// orderText says which strategy most people put first, if they do.
func orderText(l Look, s *scored) string {
	if s.analysis == nil || s.analysis.Strategies.N < groupFrom {
		return ""
	}
	o := s.analysis.Strategies
	if o.First == nil {
		return l.T("group.order.none")
	}
	return l.T("group.order", "scale", s.text(l, o.First.Title), "votes", o.Votes, "n", o.N)
}

// rangeText is the interval of a scale where there is no room for a sentence.
func rangeText(l Look, a *assess.ScaleAnalysis) string {
	if a == nil || a.N < groupFrom || !a.Interval.Low.OK() {
		return ""
	}
	return l.Words.Number(a.Interval.Low.Value, 0) + "–" + l.Words.Number(a.Interval.High.Value, 0)
}
