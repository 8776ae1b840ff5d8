package assess

import (
	"luwes/assess/stats"
)

// Reasons of a change without a test.
const (
	Unmatched     Reason = "unmatched"      // people of an anonymous session are never matched with others
	SameChange    Reason = "same-change"    // everybody changed by the same, so that the change has no spread
	NoDifferences Reason = "no-differences" // nobody's score changed, so that there is nothing to rank
)

// A Design says how the people of two sessions are set beside each other.
type Design string

// The designs. People are matched by their codes, never by their order, and
// never in anonymous sessions. A scale without people has none.
const (
	Paired       Design = "paired"        // everybody with a score has one in both sessions, from 6 pairs
	PartlyPaired Design = "partly-paired" // at least 6 people have
	Welch        Design = "welch"         // strangers, or too few to match
)

// A ScaleChange is the change of one scale, second session minus first. Points
// are those of 0–100. With few people the numbers are still given, and the
// verdict is withheld; what may be shown to whom is for the screens to know.
type ScaleChange struct {
	Scale      *Scale
	Comparable bool
	Reason     Reason // why not comparable; then every figure is unknown for it
	NFrom, NTo int    // respondents with a score
	Difference Figure // points

	Design       Design
	DesignReason Reason // why there is no design: [Consensus] or [CountsOnly]
	Matched      Figure // people with a score in both sessions; [Unmatched] where one is anonymous
	SE           Figure // standard error of the difference, points
	DF           Figure // degrees of freedom
	T            Figure
	P            Figure // two-sided
	PHolm        Figure // the same, adjusted over the family; see [Comparison]
	PEquivalence Figure // that the change lies within the margin, unadjusted
	Low, High    Figure // 95 % limits of the difference, points

	// Limits for lay readers, points: they leave out zero exactly where PHolm is below
	// .05, so that they never speak against the verdict (Serlin 1993).
	LayLow, LayHigh Figure
	LayLevel        Figure // their level, .95–1

	Verdict       Verdict
	VerdictReason Reason // why there is none

	// For the appendix.
	HedgesG    Figure // standardised difference, both sessions taken as groups
	CliffDelta Figure // −1 to 1, both sessions taken as groups
	WilcoxonP  Figure // two-sided: signed ranks of the matched where there is pairing, else the rank sum

	test stats.Difference // of which intervals at other levels are made
}

// changeOf compares a scale of two sides.
func changeOf(s *Scale, from, to *Side, margin float64) ScaleChange {
	a, b := from.Result.Scale(s.ID), to.Result.Scale(s.ID)
	ch := ScaleChange{Scale: s, Reason: incomparable(from, to, a, b)}
	if a != nil {
		ch.NFrom = a.N
	}
	if b != nil {
		ch.NTo = b.N
	}
	if ch.Reason != "" {
		ch.Difference = Unknown(ch.Reason)
		ch.untested(ch.Reason)
		return ch
	}
	ch.Comparable = true
	ch.Difference = Known(b.Score.Value - a.Score.Value)
	first, why := from.crowd(a)
	if why == "" {
		var second []PersonScore
		if second, why = to.crowd(b); why == "" {
			ch.compare(matchPeople(first, second, from.nobody() == "" && to.nobody() == ""), margin)
			return ch
		}
	}
	ch.untested(why)
	return ch
}

// incomparable is why a scale of two sides may not be compared; empty if it may.
func incomparable(from, to *Side, a, b *ScaleResult) Reason {
	switch {
	case from.Few() || to.Few():
		return AnonymousFew
	case a == nil || b == nil:
		return NotInBoth
	case a.Fingerprint != b.Fingerprint:
		return ScoredOtherwise
	case !a.Score.OK():
		return a.Score.Reason
	}
	return b.Score.Reason
}

// untested leaves every statistic unknown.
func (ch *ScaleChange) untested(why Reason) {
	ch.DesignReason, ch.VerdictReason = why, why
	for _, f := range []*Figure{&ch.Matched, &ch.SE, &ch.DF, &ch.T, &ch.P, &ch.PHolm, &ch.PEquivalence, &ch.Low, &ch.High,
		&ch.LayLow, &ch.LayHigh, &ch.LayLevel, &ch.HedgesG, &ch.CliffDelta, &ch.WilcoxonP} {
		*f = Unknown(why)
	}
}

// compare tests the change of a scale by the design that its people allow. What
// a family decides is left for [Comparison.judge].
func (ch *ScaleChange) compare(m matched, margin float64) {
	ch.Design, ch.Matched = m.design(), m.count()
	d := m.test(ch.Design)
	why := Reason(d.Reason)
	if d.Reason == stats.NoSpread && ch.Design == Paired && m.varies() {
		why = SameChange
	}
	known := func(v float64) Figure { return orWhy(v, stats.Reason(why)) }
	ch.test = d
	ch.SE, ch.DF, ch.T, ch.P = known(d.SE), known(d.DF), known(d.T), known(d.P)
	ch.Low, ch.High = known(d.Low), known(d.High)
	ch.PHolm, ch.LayLow, ch.LayHigh, ch.LayLevel = known(0), known(0), known(0), known(0)
	ch.PEquivalence = known(d.Equivalence(margin).P)
	first, second := m.first(), m.second()
	ch.HedgesG = orWhy(stats.HedgesG(first, second))
	ch.CliffDelta = orWhy(stats.CliffDelta(first, second))
	ch.WilcoxonP = m.wilcoxon(ch.Design)
}
