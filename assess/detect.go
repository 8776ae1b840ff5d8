package assess

import (
	"math"

	"luwes/assess/stats"
)

// What [Detect] assumes where nothing is known.
const (
	UsualSD          = 20.0 // standard deviation of people's scores, points of 0–100
	UsualCorrelation = 0.6  // of the same people's scores in two sessions
)

// The test that [Detect] plans for: six scales of the core share .05, and four
// changes of five are to be found.
const (
	plannedAlpha = stats.Significance / 6
	plannedPower = 0.8
)

// A Detection is what a group will be able to find at its next session: the
// smallest change, in points of 0–100, that is found four times in five.
type Detection struct {
	People      int
	SD          float64 // points, as assumed
	Correlation float64 // −1 to 1, as assumed
	Strangers   Figure  // if other people come; [TooFew] under 8
	Same        Figure  // if the same people come and repeat their codes; [TooFew] under 6
}

// Detect says what n people will be able to find against n others, or against
// themselves (Bloom 1995; see [stats.Detectable]). sd is that of the first session,
// such as [Result.TypicalSD], in points; unknown or 0 stands for [UsualSD]. r is the
// correlation of two sessions of the same people; unknown stands for
// [UsualCorrelation]. Below the number of people from which a verdict is given
// nothing can be found.
func Detect(n int, sd, r Figure) Detection {
	d := Detection{People: n, SD: UsualSD, Correlation: UsualCorrelation, Strangers: Unknown(TooFew), Same: Unknown(TooFew)}
	if sd.OK() && sd.Value > 0 {
		d.SD = sd.Value
	}
	if r.OK() {
		d.Correlation = r.Value
	}
	if n >= stats.VerdictGroup {
		d.Strangers = orWhy(stats.DetectableStrangers(n, d.SD, plannedAlpha, plannedPower))
	}
	if n >= stats.VerdictPairs {
		d.Same = orWhy(stats.DetectablePairs(n, d.SD, d.Correlation, plannedAlpha, plannedPower))
	}
	return d
}

// TypicalSD is the standard deviation of people's scores on a scale of the
// session, in points of 0–100: the root of the mean variance over strategies and
// dimensions, or over all scales where there are neither. It is unknown,
// [OnePerson], where no such scale has a spread between people.
func (r *Result) TypicalSD() Figure {
	core, all := meanVariance{}, meanVariance{}
	for _, s := range r.Scales {
		if s.Scale.Kind == Strategy || s.Scale.Kind == Dimension {
			core.add(s.SD)
		}
		all.add(s.SD)
	}
	if core.n > 0 {
		return Known(core.root())
	}
	if all.n > 0 {
		return Known(all.root())
	}
	return Unknown(OnePerson)
}

type meanVariance struct {
	n   int
	sum float64
}

func (m *meanVariance) add(sd Figure) {
	if sd.OK() {
		m.n++
		m.sum += sd.Value * sd.Value
	}
}

func (m *meanVariance) root() float64 { return math.Sqrt(m.sum / float64(m.n)) }
