package assess

import "luwes/assess/stats"

// A Verdict says in a word what a change shows: the p adjusted by Holm and the p
// of equivalence, both against .05.
type Verdict = stats.Verdict

// The verdicts. A change without one has a reason instead.
const (
	Changed            = stats.Changed
	ChangedLess        = stats.ChangedLess        // changed, and by less than the margin
	NoMeaningfulChange = stats.NoMeaningfulChange // within the margin
	CannotTell         = stats.CannotTell         // which is not "no change"
	TooFewForVerdict   = stats.TooFewForVerdict   // fewer than 8 people a session and 6 pairs: the numbers remain
)

// judge adjusts the p values and gives the verdicts.
func (c *Comparison) judge() {
	families := map[Kind][]*ScaleChange{}
	core := c.hasCore()
	for i := range c.Pairs {
		for k := range c.Pairs[i].Scales {
			if ch := &c.Pairs[i].Scales[k]; ch.P.OK() {
				f := familyOf(ch.Scale.Kind, core)
				families[f] = append(families[f], ch)
			}
		}
	}
	for _, f := range families {
		adjust(f)
	}
	for i := range c.Pairs {
		for k := range c.Pairs[i].Scales {
			c.Pairs[i].Scales[k].judge()
		}
	}
}

// hasCore reports whether any scale is a strategy or a dimension.
func (c *Comparison) hasCore() bool {
	for _, s := range c.Scales {
		if s.Scale.Kind == Strategy || s.Scale.Kind == Dimension {
			return true
		}
	}
	return false
}

// familyOf names the family of a kind of scales, as [Comparison] parts them.
func familyOf(k Kind, core bool) Kind {
	switch {
	case !core:
		return Strategy
	case k == Dimension:
		return Strategy
	}
	return k
}

// adjust fills in what a family decides: Holm's p, and the limits that agree
// with it.
func adjust(family []*ScaleChange) {
	ps := make([]float64, len(family))
	for i, ch := range family {
		ps[i] = ch.P.Value
	}
	holm, why := stats.Holm(ps)
	levels, _ := stats.SerlinLevels(ps, stats.Significance)
	for i, ch := range family {
		if why != "" {
			ch.PHolm = Unknown(Reason(why))
			continue
		}
		lay := ch.test.At(levels[i])
		ch.PHolm, ch.LayLevel = Known(holm[i]), Known(levels[i])
		ch.LayLow, ch.LayHigh = orWhy(lay.Low, lay.Reason), orWhy(lay.High, lay.Reason)
	}
}

// judge gives the verdict on a change that has people on both sides.
func (ch *ScaleChange) judge() {
	if ch.Design == "" {
		return
	}
	verdict, why := stats.Judge(ch.test, ch.PHolm.Value, ch.PEquivalence.Value)
	ch.Verdict, ch.VerdictReason = verdict, Reason(why)
	if why != "" {
		ch.VerdictReason = ch.P.Reason
	}
}
