package assess

// A Figure is a number that may be unknown, and then says why.
type Figure struct {
	Value  float64
	Reason Reason // empty when the value is known
}

// Known returns a figure with a value.
func Known(v float64) Figure { return Figure{Value: v} }

// Unknown returns a figure without a value, for the given reason.
func Unknown(r Reason) Figure { return Figure{Reason: r} }

// OK reports whether the value is known.
func (f Figure) OK() bool { return f.Reason == "" }

// A Reason says why a figure is unknown or two scales cannot be compared. The
// codes stand in result and comparison files; ui/locale has the words.
type Reason string

// The reasons. This list is the one that contract files refer to.
const (
	NotScored       Reason = "not-scored"       // nobody answered enough of the scale
	NoAnswers       Reason = "no-answers"       // nobody gave a level
	NotApplicable   Reason = "not-applicable"   // every item of the scale was marked not applicable
	OnePerson       Reason = "one-person"       // a spread needs two people
	ScaleMissing    Reason = "scale-missing"    // a composite lacks the score of a scale
	NotInBoth       Reason = "not-in-both"      // one of two sessions does not have the scale or item
	ScoredOtherwise Reason = "scored-otherwise" // the scoring fingerprints differ
	NoSpread        Reason = "no-spread"        // everybody gave the same score
	Consensus       Reason = "consensus"        // the room answered together, so there is no spread between people
	AnonymousFew    Reason = "anonymous-few"    // an anonymous session under AnonymousFrom people shows nothing
	CountsOnly      Reason = "counts-only"      // a show of hands has no persons
	TooFew          Reason = "too-few"          // fewer people than the figure needs
	NearTop         Reason = "near-top"         // almost everyone gave the top answer, so an interval would mislead
	NearBottom      Reason = "near-bottom"      // almost everyone gave the lowest answer
	NotAgreed       Reason = "not-agreed"       // the group agreed on no level here
	OneItem         Reason = "one-item"         // the figure needs two items, omega three, the order two strategies
	NoNullVariance  Reason = "no-null-variance" // for so many levels nobody has published what the figure is measured against
	NoOneFactor     Reason = "no-one-factor"    // no single factor can be fitted to the items
	Traceable       Reason = "traceable"        // somebody could be worked out by subtraction
)

// AnonymousFrom is the number of people from which an anonymous session shows
// anything at all.
const AnonymousFrom = 3
