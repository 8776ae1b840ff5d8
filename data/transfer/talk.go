package transfer

import "luwes/assess"

// maxCrowd is more people than any assessment speaks for or counts.
const maxCrowd = 10_000_000

// putTalk writes what a session holds beside the answers of single people.
func putTalk(o *object, s *assess.Session) {
	var counts, agreed []object
	for _, h := range s.Hands {
		counts = append(counts, hands(h))
	}
	for _, st := range s.Settlements {
		agreed = append(agreed, settlement(st))
	}
	if len(counts) > 0 {
		o.put("counts", counts)
	}
	if len(agreed) > 0 {
		o.put("agreed", agreed)
	}
}

func hands(h assess.Hands) object {
	o := object{}
	o.put("item", h.Item)
	o.put("round", h.Round)
	o.put("levels", list(h.Levels))
	o.number("na", h.Inapplicable)
	o.number("dk", h.DontKnow)
	return o
}

func settlement(st assess.Settlement) object {
	o := object{}
	o.put("item", st.Item)
	o.optional("outcome", string(st.Outcome))
	o.number("level", st.Level)
	o.optional("reason", st.Reason)
	o.optional("dissent", st.Dissent)
	o.optional("high", st.High)
	o.optional("low", st.Low)
	if !st.At.IsZero() {
		o.put("at", stamp(st.At))
	}
	return o
}

// talk reads counts and agreed.
func (t *sessionText) talk(f fields, s *assess.Session) {
	if f.has("counts") {
		s.Hands = t.counts(f)
	}
	if f.has("agreed") {
		s.Settlements = t.agreed(f)
	}
}

func (t *sessionText) counts(from fields) []assess.Hands {
	var out []assess.Hands
	seen := map[place]bool{}
	for _, n := range from.list("counts") {
		f, ok := t.fields(n, "item", "round", "levels", "na", "dk")
		if !ok {
			continue
		}
		h := assess.Hands{
			Item:         f.name("item"),
			Round:        f.number("round", 1, maxRound),
			Levels:       t.raised(f),
			Inapplicable: f.optionalNumber("na", 1, maxCrowd),
			DontKnow:     f.optionalNumber("dk", 1, maxCrowd),
		}
		if h.Blank() && f.has("levels") {
			f.bad("levels", itoa(h.Raised()))
		}
		t.once(f, seen, place{h.Item, h.Round})
		out = append(out, h)
	}
	return out
}

// raised reads how many people chose each level.
func (t *sessionText) raised(f fields) []int {
	var counts []int
	for _, n := range f.list("levels") {
		counts = append(counts, f.whole(n, "levels", 0, maxCrowd))
	}
	if t.items != nil && f.has("levels") && len(counts) != t.levels {
		f.bad("levels", itoa(len(counts)))
	}
	return counts
}

func (t *sessionText) agreed(from fields) []assess.Settlement {
	var out []assess.Settlement
	seen := map[place]bool{}
	for _, n := range from.list("agreed") {
		f, ok := t.fields(n, "item", "outcome", "level", "reason", "dissent", "high", "low", "at")
		if !ok {
			continue
		}
		st := assess.Settlement{
			Item:    f.name("item"),
			Reason:  f.optional("reason", f.words),
			Dissent: f.optional("dissent", f.words),
			High:    f.optional("high", f.words),
			Low:     f.optional("low", f.words),
		}
		t.outcome(f, &st)
		if f.has("at") {
			st.At = f.moment("at")
		}
		if st.Blank() && !f.has("outcome") {
			t.add(f.n.at, "json-missing", "key", "outcome")
		}
		t.once(f, seen, place{item: st.Item})
		out = append(out, st)
	}
	return out
}

// outcome reads how a talk ended; a level stands where one was agreed on.
func (t *sessionText) outcome(f fields, st *assess.Settlement) {
	if f.has("outcome") {
		st.Outcome = assess.Outcome(f.oneOf("outcome", string(assess.Agreed), string(assess.Disagreed)))
	}
	switch {
	case st.Outcome == assess.Agreed:
		st.Level = f.number("level", 1, t.top())
	case f.has("level"):
		t.add(f.m.of("level").at, "json-unknown", "key", "level")
	}
}
