package ui

import (
	"luwes/assess"
	"luwes/ui/locale"
)

// From how many people the screens of the talk tell of an item what the words of
// a scale tell from: agreement in words, and as a number.
const (
	groupFrom   = locale.GroupFrom
	groupNumber = locale.PointsFrom
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

// agreementSign is the sign of a label where there is no room for its words.
func agreementSign(l Look, label assess.Label) string {
	switch label {
	case assess.LabelAgreed:
		return l.Flat
	case assess.LabelSpread:
		return "~"
	case assess.LabelSplit:
		return l.Bang
	}
	return " "
}

// orderText says which strategy most people put first, if they do.
func orderText(l Look, s *scored) string {
	if s.analysis == nil {
		return ""
	}
	return l.Words.Order(s.analysis.Strategies, s.session.Unit)
}
