package transfer

import (
	"io"

	"luwes/assess"
)

// WriteComparison writes luwes/comparison/1: numbers at 95 % and at any number of
// people at which they can be computed, and null beside its reason otherwise. A
// scale that may not be compared says why under reason and has no number; one of
// an anonymous session below assess.AnonymousFrom people is never compared.
//
// The margin is that of the latest session. Each pair is judged by that of its own
// later session, and names it where it is another one.
func WriteComparison(w io.Writer, c *assess.Comparison) error {
	o := &object{}
	o.put("schema", "luwes/comparison/1")
	o.put("margin", c.Margin)
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
	if p.Margin != c.Margin {
		o.put("margin", p.Margin)
	}
	var scales []object
	for i := range p.Scales {
		scales = append(scales, change(&p.Scales[i], c.Sides[p.From].Few() || c.Sides[p.To].Few()))
	}
	o.put("scales", list(scales))
	return o
}

func change(ch *assess.ScaleChange, hidden bool) object {
	o := object{}
	o.put("id", ch.Scale.ID)
	o.put("comparable", ch.Comparable)
	if !ch.Comparable {
		o.put("reason", ch.Reason)
	}
	o.word("design", string(ch.Design), ch.DesignReason)
	if hidden {
		o.unknown("n_from", ch.Reason)
		o.unknown("n_to", ch.Reason)
	} else {
		o.put("n_from", ch.NFrom)
		o.put("n_to", ch.NTo)
	}
	o.figure("n_matched", ch.Matched)
	o.figure("difference", ch.Difference)
	o.figure("se", ch.SE)
	o.figure("df", ch.DF)
	o.figure("t", ch.T)
	o.figure("p", ch.P)
	o.figure("p_holm", ch.PHolm)
	o.figure("p_equivalence", ch.PEquivalence)
	o.figure("low", ch.Low)
	o.figure("high", ch.High)
	o.word("verdict", string(ch.Verdict), ch.VerdictReason)
	o.figure("hedges_g", ch.HedgesG)
	return o
}

// word puts a code, or null and the reason that there is none.
func (o *object) word(key, code string, why assess.Reason) {
	if code == "" {
		o.unknown(key, why)
		return
	}
	o.put(key, code)
}
