package stats

// A Verdict says in a word what a difference shows.
type Verdict string

// The verdicts.
const (
	Changed            Verdict = "changed"
	ChangedLess        Verdict = "changed-less-than-matters" // changed, and within the margin
	NoMeaningfulChange Verdict = "no-meaningful-change"      // within the margin
	CannotTell         Verdict = "cannot-tell"               // which is not "no change"
	TooFewForVerdict   Verdict = "too-few"                   // which withholds the verdict, not the numbers
)

// Significance is the p below which both tests of a verdict speak.
const Significance = 0.05

// A verdict is given from so many people in each group, or so many pairs.
const (
	VerdictGroup = 8
	VerdictPairs = 6
)

// EnoughForVerdict reports whether a difference rests on [VerdictGroup] people on
// each side or on [VerdictPairs] matched ones.
func (d Difference) EnoughForVerdict() bool {
	return min(d.N1, d.N2) >= VerdictGroup || d.Matched >= VerdictPairs
}

// Judge returns the verdict on a difference, from its p value adjusted by [Holm] and
// its unadjusted p of [Difference.Equivalence], both against
// [Significance]:
//
//	                   equivalent            not
//	significant        [ChangedLess]         [Changed]
//	not significant    [NoMeaningfulChange]  [CannotTell]
//
// From too few people it is [TooFewForVerdict], whatever the p values. A
// difference without a test has no verdict but its own reason.
func Judge(d Difference, holm, equivalence float64) (Verdict, Reason) {
	switch {
	case !d.EnoughForVerdict():
		return TooFewForVerdict, ""
	case d.Reason != "":
		return "", d.Reason
	case !finite(holm, equivalence):
		return "", NotFinite
	case holm < 0 || holm > 1 || equivalence < 0 || equivalence > 1:
		return "", OutOfRange
	}
	significant, equivalent := holm < Significance, equivalence < Significance
	switch {
	case significant && equivalent:
		return ChangedLess, ""
	case significant:
		return Changed, ""
	case equivalent:
		return NoMeaningfulChange, ""
	}
	return CannotTell, ""
}
