package assess

import "slices"

// The claims about a field, the rules that lead from them to a positioning, and
// what the law limits. All of it is data: to change the argument is to change a
// table. The conditions follow the article's Figure 2, and the law of today where
// it decides who may form what (PP 28/2018 art. 7).
var claims = []claim{
	{id: "crossing", least: 1, tests: []test{
		{question: "effect-out", is: []string{"some", "strong"}},
		{question: "effect-in", is: []string{"some", "strong"}},
		{question: "efficient", is: []string{"yes"}},
	}, sources: []string{"law-2004", "law-2014"}},
	{id: "benefits", least: 2, tests: []test{
		{question: "cost", is: large}, {question: "risk", is: large}, {question: "service", is: large},
		{question: "revenue", is: large}, {question: "implementation", is: large}, {question: "economy", is: large},
	}, sources: []string{"article-benefits"}},
	{id: "need", least: 1, tests: []test{
		{claim: "crossing"}, {claim: "benefits"}, {question: "kind", is: []string{"mandatory"}},
	}, sources: []string{"article-figure", "law-2014"}},
	{id: "unable", least: 2, tests: []test{
		{question: "coordinate", is: no}, {question: "decide", is: no}, {question: "staff", is: no},
		{question: "fund", is: no}, {question: "serve", is: no}, {question: "account", is: no},
	}, sources: []string{"article-organisation"}},
	{id: "mandatory", least: 2, tests: []test{
		{question: "kind", is: []string{"mandatory"}}, {question: "border", is: []string{"yes"}},
	}, sources: []string{"law-2014", "pp-2018-7"}},
	{id: "complexity", least: 1, tests: []test{
		{question: "complex", is: []string{"yes"}}, {question: RegionsNamed, is: []string{"more"}},
	}, sources: []string{"pp-2018-7"}},
	{id: "secretariat", least: 3, tests: []test{
		{question: "continuous", is: []string{"yes"}}, {claim: "complexity"}, {question: "years", is: []string{"yes"}},
	}, sources: []string{"pp-2018-7"}},
	{id: "founded", least: 7, shown: true, tests: []test{
		{question: RegionsWilling, is: []string{"yes"}},
		{question: "phase", is: []string{"5", "6", "7", "8", "9", "10"}}, // past the signing of the joint agreement
		{question: "services", is: settled}, {question: "parties", is: settled}, {question: "roles", is: settled},
		{question: "standing", is: settled}, {question: "budget", is: settled},
	}, sources: []string{"article-arrangements", "law-2004", "pp-2018-6"}},
}

var (
	large   = []string{"3", "4"}
	no      = []string{"no"}
	settled = []string{"settled"}
)

func claimByID(id string) claim {
	return claims[slices.IndexFunc(claims, func(c claim) bool { return c.id == id })]
}

// A Stance is where a region stands with a field.
type Stance string

// The stances. The later ones go further towards a body of its own.
const (
	NotEnoughToSay  Stance = "not-enough-to-say"
	NotNeededYet    Stance = "not-needed-yet"
	ThroughExisting Stance = "through-the-existing-organisation"
	PrepareBody     Stance = "prepare-a-body"
	FormBody        Stance = "form-it"
)

// A positionRule leads to a stance where every claim is as it says.
type positionRule struct {
	stance Stance
	where  []condition
}

type condition struct {
	claim string
	is    Truth
}

// positionRules exclude one another, but for the three that lead to the existing
// organisation, which may hold together. One holds only if it does whatever the
// unknown answers turn out to be, so that none of them moves a region further.
var positionRules = []positionRule{
	{NotNeededYet, []condition{{"need", Fails}}},
	{ThroughExisting, []condition{{"need", Holds}, {"unable", Fails}}},
	{ThroughExisting, []condition{{"need", Holds}, {"mandatory", Fails}}},
	{ThroughExisting, []condition{{"need", Holds}, {"secretariat", Fails}}},
	{PrepareBody, []condition{{"need", Holds}, {"unable", Holds}, {"mandatory", Holds}, {"secretariat", Holds}, {"founded", Fails}}},
	{FormBody, []condition{{"need", Holds}, {"unable", Holds}, {"mandatory", Holds}, {"secretariat", Holds}, {"founded", Holds}}},
}

// A limitRule says what the law does not allow, or demands, where its claim holds
// and the stance is one of some; with none of them, at any.
type limitRule struct {
	claim
	at []Stance
}

var limitRules = []limitRule{
	{claim: claim{id: "only-mandatory", least: 1, tests: []test{{question: "kind", is: []string{"voluntary", "third"}}}, sources: []string{"pp-2018-7"}}},
	{claim: claim{id: "not-bordering", least: 2, tests: []test{{question: "kind", is: []string{"mandatory"}}, {question: "border", is: no}}, sources: []string{"law-2014"}}},
	{claim: claim{id: "not-continuous", least: 1, tests: []test{{question: "continuous", is: no}}, sources: []string{"pp-2018-7"}}},
	{claim: claim{id: "not-complex", least: 2, tests: []test{{question: "complex", is: no}, {question: RegionsNamed, is: []string{"none", "one"}}}, sources: []string{"pp-2018-7"}}},
	{claim: claim{id: "not-long", least: 1, tests: []test{{question: "years", is: no}}, sources: []string{"pp-2018-7"}}},
	{claim: claim{id: "perhaps-mandatory", least: 3, tests: []test{{question: "kind", is: []string{"voluntary"}}, {question: "border", is: []string{"yes"}}, {claim: "crossing"}}, sources: []string{"law-2014"}}},
	{claim: claim{id: "taken-over", least: 2, tests: []test{{question: "kind", is: []string{"mandatory"}}, {question: "border", is: []string{"yes"}}}, sources: []string{"law-2014"}}},
	{claim: claim{id: "council", least: 1, tests: []test{{question: "burden", is: []string{"yes"}}}, sources: []string{"pp-2018-6"}}, at: []Stance{NotEnoughToSay, ThroughExisting, PrepareBody, FormBody}},
	{claim: claim{id: "no-agency", sources: []string{"pp-2018-7"}}, at: []Stance{PrepareBody, FormBody}},
}
