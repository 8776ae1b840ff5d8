package assess

// A bearing says which record speaks to which scale or item of the rules'
// instrument, and which of its values stand for the two poles. Between them the
// position is linear, beyond them it is the pole.
type bearing struct {
	record                  string
	scale, item             string  // one of them
	bureaucratic, adaptable float64 // in the unit of the record
	place                   int     // of the record
	home                    int     // of the scale or item
}

// position is where a value lies between the two poles, 0–100.
func (b bearing) position(v float64) float64 {
	return min(max(100*(v-b.bureaucratic)/(b.adaptable-b.bureaucratic), 0), 100)
}

// placed is where a keyed level lies between the lowest and the highest, 0–100.
func placed(level float64, in *Instrument) float64 {
	return 100 * (level - 1) / float64(in.Levels-1)
}

// A stretch is what a position can be, 0–100: one point where it is known.
type stretch struct{ low, high float64 }

// opinion is the scale or item that the record speaks to, as people see it.
func (b bearing) opinion(r *reading) *subject {
	if b.item != "" {
		return &r.items[b.home]
	}
	return &r.scales[b.home]
}

// felt is where people place the region; anywhere where that cannot be said.
func (b bearing) felt(r *reading) stretch {
	s := b.opinion(r)
	switch {
	case s.lack != "":
		return stretch{0, 100}
	case b.item != "":
		at := placed(s.value, r.in)
		return stretch{at, at}
	}
	return stretch{s.value, s.value}
}

// paper is where the record alone would place it.
func (b bearing) paper(r *reading) stretch {
	s := &r.records[b.place]
	if s.lack != "" {
		return stretch{0, 100}
	}
	at := b.position(s.value)
	return stretch{at, at}
}
