package transfer

import (
	"io"

	"luwes/assess"
)

// statistics are the numbers of a scale's change that come with group work.
var statistics = []string{"se", "df", "t", "p", "p_holm", "p_equivalence", "low", "high", "verdict", "hedges_g"}

// WriteComparison writes luwes/comparison/1. Numbers that this version does not
// compute are null beside their reason; a scale that may not be compared says
// why under reason and has no number. A scale of an anonymous session below
// assess.AnonymousFrom people is never compared.
func WriteComparison(w io.Writer, c *assess.Comparison) error {
	o := &object{}
	o.put("schema", "luwes/comparison/1")
	o.put("margin", assess.Margin)
	var sessions, pairs []object
	for _, side := range c.Sides {
		s := object{}
		s.put("id", side.ID)
		s.put("title", side.Title)
		s.put("date", side.Date)
		s.put("respondents", side.Result.Respondents)
		sessions = append(sessions, s)
	}
	for i := range c.Pairs {
		pairs = append(pairs, pair(c, &c.Pairs[i]))
	}
	o.put("sessions", list(sessions))
	o.put("pairs", list(pairs))
	return writeJSON(w, o)
}

func pair(c *assess.Comparison, p *assess.Pair) object {
	o := object{}
	o.put("from", c.Sides[p.From].ID)
	o.put("to", c.Sides[p.To].ID)
	hidden := few(&c.Sides[p.From]) || few(&c.Sides[p.To])
	var scales []object
	for i := range p.Scales {
		scales = append(scales, change(&p.Scales[i], hidden))
	}
	o.put("scales", list(scales))
	return o
}

func few(s *assess.Side) bool {
	return s.Identity == assess.Anonymous && s.Result.Voices < assess.AnonymousFrom
}

func change(ch *assess.ScaleChange, hidden bool) object {
	why := ch.Reason
	if hidden {
		why = assess.AnonymousFew
	}
	o := object{}
	o.put("id", ch.Scale.ID)
	o.put("comparable", why == "")
	if why != "" {
		o.put("reason", why)
	}
	missing := why
	if missing == "" {
		missing = assess.NotBuilt
	}
	o.unknown("design", missing)
	if hidden {
		o.unknown("n_from", why)
		o.unknown("n_to", why)
	} else {
		o.put("n_from", ch.NFrom)
		o.put("n_to", ch.NTo)
	}
	o.unknown("n_matched", missing)
	if why == "" {
		o.figure("difference", ch.Difference)
	} else {
		o.unknown("difference", why)
	}
	for _, key := range statistics {
		o.unknown(key, missing)
	}
	return o
}
