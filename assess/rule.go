package assess

import "strings"

// Rules are what answers can mean: a table read by [ParseRules] for one
// instrument. It is never changed after parsing, so it may be shared.
type Rules struct {
	Instrument *Instrument
	References []Reference
	bearings   []bearing
	evidence   bool // a rule looks at evidence
	List       []Rule
}

// A Rule says when the answers, and the records beside them, carry a finding, what it is, and what can be done.
type Rule struct {
	ID       string
	Kind     RuleKind
	Strength Strength
	When     Condition
	Title    Text
	Text     Text
	Remedies []Text
	Article  Text     // section of the source article; may be empty
	After    []string // ids of the references of the proposition
	Against  []string // ids of rules that say the opposite: never found together
	Covers   []string // ids of rules that say less, and are left out beside this one
	covers   []int    // the same by place in the list
}

// A RuleKind says what sort of finding a rule makes.
type RuleKind string

// The kinds of rules.
const (
	ImbalanceRule    RuleKind = "imbalance"    // the strategies pull apart
	SymptomRule      RuleKind = "symptom"      // a chronic trait, with its likely root
	MisfitRule       RuleKind = "misfit"       // two parts of the design work against each other
	RecordRule       RuleKind = "record"       // what people say does not go with what the records say
	DisagreementRule RuleKind = "disagreement" // to be talked out before anything else
	StrengthRule     RuleKind = "strength"     // to build on
)

// Strength says how far a rule rests on more than plausibility.
type Strength string

// The strengths.
const (
	Strong   Strength = "strong"   // the article's own argument, or a proposition with much evidence
	Moderate Strength = "moderate" // follows from them, or evidence is mixed
	Weak     Strength = "weak"     // plausible, to be talked over
)

// Weight is what a finding's size is multiplied with to order findings: 3, 2 or 1.
func (s Strength) Weight() float64 {
	switch s {
	case Strong:
		return 3
	case Moderate:
		return 2
	}
	return 1
}

// A Reference is a publication that a rule follows.
type Reference struct {
	ID   string // author and year, such as "mintzberg-1979"
	Text string // as in a list of references
}

// Rule returns the rule with an id, compared without case, or nil.
func (rs *Rules) Rule(id string) *Rule {
	if i := rs.place(id); i >= 0 {
		return &rs.List[i]
	}
	return nil
}

func (rs *Rules) place(id string) int {
	for i := range rs.List {
		if strings.EqualFold(rs.List[i].ID, id) {
			return i
		}
	}
	return -1
}

// Reference returns the reference with an id, compared without case, or nil.
func (rs *Rules) Reference(id string) *Reference {
	for i := range rs.References {
		if strings.EqualFold(rs.References[i].ID, id) {
			return &rs.References[i]
		}
	}
	return nil
}
