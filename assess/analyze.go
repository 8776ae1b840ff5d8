package assess

import "luwes/assess/stats"

// Analyze says what the first round of the session means beyond its scores, and
// what the talk left. It changes nothing of the session.
//
// A figure that needs persons is unknown for the reason [Consensus] where the room
// answered together and [CountsOnly] by show of hands; what an anonymous session
// must not show is unknown for the reason [AnonymousFew]. How many people a reader
// should see a figure from is left to who shows it.
func (s *Session) Analyze() *Analysis {
	in := s.Asked()
	a := &analyst{session: s, in: in, first: s.grid(in, 1), second: s.grid(in, 2), byHands: s.ByHands()}
	r := s.scoreRound(in, a.first)
	a.few = s.Identity == Anonymous && r.Voices < AnonymousFrom
	out := &Analysis{Result: r}
	for i := range r.Items {
		out.Items = append(out.Items, a.item(&r.Items[i], i))
	}
	place := 0
	for i := range r.Scales {
		next := place + len(r.Scales[i].Scale.Items)
		out.Scales = append(out.Scales, a.scale(&r.Scales[i], out.Items[place:next], place))
		place = next
	}
	out.Strategies = a.order(r)
	return out
}

// An analyst holds what an analysis reads again and again.
type analyst struct {
	session       *Session
	in            *Instrument
	first, second *grid
	byHands       bool
	few           bool // an anonymous session that shows nothing
}

// scale analyses the scale whose first item has the given place, and fills in
// the item–rest correlations of its items.
func (a *analyst) scale(r *ScaleResult, items []ItemAnalysis, place int) ScaleAnalysis {
	out := ScaleAnalysis{ScaleResult: r}
	scores := a.in.points(r.People)
	out.Interval = a.interval(r)
	out.Agreement = a.agreement(r, items, scores)
	out.Reliability = a.reliability(r, items, place)
	if a.impersonal() == "" {
		out.Below, out.Above = sides(scores)
	}
	out.Agreed, out.Settled = agreedScore(a.in, r.Scale, items)
	if a.few {
		out.Agreed, out.Settled = Unknown(AnonymousFew), 0
	}
	return out
}

// impersonal is the reason for which nothing that needs persons can be known of
// the session; empty if it can.
func (a *analyst) impersonal() Reason {
	switch {
	case a.session.Method == ConsensusMethod:
		return Consensus
	case a.byHands:
		return CountsOnly
	}
	return ""
}

// covered reports whether a figure that rests on n people must not be shown.
func (a *analyst) covered(n int) bool {
	return a.few || a.session.Identity == Anonymous && n > 0 && n < AnonymousFrom
}

// figure makes a figure of what the stats package returns.
func figure(v float64, why stats.Reason) Figure {
	if why != "" {
		return Unknown(reasonOf(why))
	}
	return Known(v)
}

// reasonOf is the one place where reasons of the stats package become reasons of a
// figure. Most codes are the same; that no single factor fits is one reason here,
// however it came out.
func reasonOf(why stats.Reason) Reason {
	switch why {
	case stats.Singular, stats.CommunalityOne, stats.NegativeLoading, stats.NoConvergence:
		return NoOneFactor
	}
	return Reason(why)
}
