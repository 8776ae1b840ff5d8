package assess

// The limits of [Balance], in points of 0–100. Ten points is the margin below
// which luwes calls no difference meaningful (measurement design, section 5);
// twice that is the width of one band.
const (
	BalancedWithin = 10.0
	ApartBeyond    = 20.0
)

// A Balance says whether the strategies move together. The source article holds
// that institution, people and procedures affect one another and can only be
// mended together (2008, "Konsepsi umum"), so their distance is a finding of its
// own beside each score.
type Balance struct {
	Spread  Figure // highest minus lowest strategy score, 0–100 points
	Verdict BalanceVerdict
	Lead    *Scale // the highest strategy; the first of equals
	Lag     *Scale // the lowest strategy; the last of equals
}

// A BalanceVerdict puts a spread into one word.
type BalanceVerdict string

// The verdicts.
const (
	Together    BalanceVerdict = "together"     // not above BalancedWithin
	Drifting    BalanceVerdict = "drifting"     // above it, not above ApartBeyond
	PulledApart BalanceVerdict = "pulled-apart" // above ApartBeyond
	NoVerdict   BalanceVerdict = ""             // cannot be said: a strategy has no score
)

// Equal reports whether all strategies have the same score as far as one decimal shows,
// so that none leads.
func (b Balance) Equal() bool { return b.Spread.OK() && b.Spread.Value < .05 }

// Balance compares the scores of the scales of kind strategy. The spread is
// unknown with fewer than two strategies or where one has no score.
func (r *Result) Balance() Balance {
	b := Balance{Spread: Unknown(NotScored)}
	var low, high float64
	n := 0
	for _, s := range r.Scales {
		if s.Scale.Kind != Strategy {
			continue
		}
		if !s.Score.OK() {
			return Balance{Spread: Unknown(s.Score.Reason)}
		}
		n++
		if b.Lead == nil || s.Score.Value > high {
			b.Lead, high = s.Scale, s.Score.Value
		}
		if b.Lag == nil || s.Score.Value <= low {
			b.Lag, low = s.Scale, s.Score.Value
		}
	}
	if n < 2 {
		return Balance{Spread: Unknown(ScaleMissing)}
	}
	b.Spread = Known(high - low)
	b.Verdict = Together
	if b.Spread.Value > BalancedWithin+scoreNoise {
		b.Verdict = Drifting
	}
	if b.Spread.Value > ApartBeyond+scoreNoise {
		b.Verdict = PulledApart
	}
	return b
}
