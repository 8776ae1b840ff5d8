package ui

import "luwes/assess"

// gapSentence says what a record speaks to and how far people are from it.
func gapSentence(l Look, s *assess.Session, g assess.RecordGap) string {
	with := ""
	it, scale := s.Instrument.Item(g.Item)
	if it == nil {
		scale = s.Instrument.Scale(g.Scale)
		with = l.T("facts.scale", "title", l.Words.Text(scale.Title, s.Unit))
	} else {
		with = l.T("facts.item", "id", it.ID) + " (" + l.Words.Text(scale.Title, s.Unit) + ")"
	}
	if !g.Value.OK() {
		return l.Words.ReasonSentence(g.Value.Reason)
	}
	value := figureText(l, g.Value, g.Unit)
	if _, ok := assess.LineOf(g.Record); ok {
		value = factText(l, g.Value.Value, g.Unit)
	}
	text := l.T("facts.speaks-to", "value", value, "with", with) + " "
	switch {
	case !g.Points.OK():
		return text + l.Words.ReasonSentence(g.Points.Reason)
	case g.Large:
		return text + l.T("facts.gap-large", "points", l.Words.Number(abs(g.Points.Value), 0))
	}
	return text + l.T("facts.gap-small", "points", l.Words.Number(abs(g.Points.Value), 0), "limit", l.Words.Number(assess.LargeRecordGap, 0))
}

// paperWay is how a record becomes a position between the two poles, and that beyond
// them it stays at the pole.
func paperWay(l Look, g assess.RecordGap) string {
	if !g.Paper.OK() {
		return ""
	}
	low, high, value := inSum(l, g.Bureaucratic), inSum(l, g.Adaptable), inSum(l, g.Value.Value)
	sum := 100 * (g.Value.Value - g.Bureaucratic) / (g.Adaptable - g.Bureaucratic)
	text := l.T("facts.paper-way", "low", low, "high", high, "value", value, "position", oneDecimal(l, sum))
	switch {
	case sum < 0:
		text += " " + l.T("facts.paper-end", "end", 0)
	case sum > 100:
		text += " " + l.T("facts.paper-end", "end", 100)
	}
	return text
}

// feltBasis says on how many people the opinion beside a record rests.
func feltBasis(l Look, a *assess.Analysis, g assess.RecordGap) string {
	if !g.Felt.OK() {
		return ""
	}
	for i := range a.Items {
		if it := &a.Items[i]; it.Item.ID == g.Item {
			id := "facts.felt-median"
			switch {
			case it.Agreed.OK():
				id = "facts.felt-agreed"
			case it.N == 1:
				id = "facts.felt-one"
			}
			return l.T(id, "people", l.Words.N("results.people", it.N))
		}
	}
	sc := a.Result.Scale(g.Scale)
	text := l.T("facts.felt-score", "people", l.Words.N("results.people", sc.N), "share", l.Words.Percent(sc.Coverage().Value))
	for i := range a.Scales {
		if agreed := &a.Scales[i]; agreed.Scale == sc.Scale && agreed.Settled > 0 && agreed.Agreed.OK() {
			text += " " + l.T("facts.felt-settled")
		}
	}
	return text
}
