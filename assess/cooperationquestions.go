package assess

import "slices"

// A CooperationQuestion is one thing to know of a cooperation field. The words for
// it, and for its choices, are the program's.
type CooperationQuestion struct {
	ID      string
	Part    CooperationTopic
	Choices []string // in the order of the digits
}

// A CooperationTopic is one part of the form of a field.
type CooperationTopic string

// The topics, in the order of the form.
const (
	EffectsTopic      CooperationTopic = "effects"      // across the border
	BenefitsTopic     CooperationTopic = "benefits"     // Kwan 1999, as the article cites it
	AbilitiesTopic    CooperationTopic = "abilities"    // of the present organisation
	LawTopic          CooperationTopic = "law"          // kind of cooperation today
	TestsTopic        CooperationTopic = "tests"        // for a secretariat, PP 28/2018 art. 7
	PhaseTopic        CooperationTopic = "phase"        // PP 28/2018 art. 6
	ArrangementsTopic CooperationTopic = "arrangements" // that a technical policy must settle, of the article
)

// The choices that several questions share.
var (
	yesNo   = []string{"yes", "no"}
	ability = []string{"yes", "partly", "no"}
	effect  = []string{"none", "some", "strong"}
	rating  = []string{"0", "1", "2", "3", "4"} // 0 no benefit, 4 a very large one
	status  = []string{"missing", "work", "settled"}
	phases  = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"} // 0 not begun; else the phase that is under way
)

// CooperationQuestions are all questions of a field, in the order of the form.
var CooperationQuestions = []CooperationQuestion{
	{"border", EffectsTopic, yesNo},
	{"effect-out", EffectsTopic, effect},
	{"effect-in", EffectsTopic, effect},
	{"efficient", EffectsTopic, yesNo},

	{"cost", BenefitsTopic, rating},
	{"risk", BenefitsTopic, rating},
	{"service", BenefitsTopic, rating},
	{"revenue", BenefitsTopic, rating},
	{"implementation", BenefitsTopic, rating},
	{"economy", BenefitsTopic, rating},

	{"coordinate", AbilitiesTopic, ability},
	{"decide", AbilitiesTopic, ability},
	{"staff", AbilitiesTopic, ability},
	{"fund", AbilitiesTopic, ability},
	{"serve", AbilitiesTopic, ability},
	{"account", AbilitiesTopic, ability},

	{"kind", LawTopic, []string{"mandatory", "voluntary", "third"}},
	{"burden", LawTopic, yesNo},

	{"continuous", TestsTopic, yesNo},
	{"complex", TestsTopic, yesNo},
	{"years", TestsTopic, yesNo},

	{"phase", PhaseTopic, phases},

	{"parties", ArrangementsTopic, status},
	{"conditions", ArrangementsTopic, status},
	{"roles", ArrangementsTopic, status},
	{"size", ArrangementsTopic, status},
	{"posts", ArrangementsTopic, status},
	{"standing", ArrangementsTopic, status},
	{"inside", ArrangementsTopic, status},
	{"agencies", ArrangementsTopic, status},
	{"reporting", ArrangementsTopic, status},
	{"budget", ArrangementsTopic, status},
	{"services", ArrangementsTopic, status},
}

// questionByID finds a question; the zero question for an unknown id.
func questionByID(id string) CooperationQuestion {
	i := slices.IndexFunc(CooperationQuestions, func(q CooperationQuestion) bool { return q.ID == id })
	if i < 0 {
		return CooperationQuestion{}
	}
	return CooperationQuestions[i]
}

// Answer is the choice at a question, empty where it is unknown: not said, or
// said in words that are none of its choices.
func (c *Cooperation) Answer(question string) string {
	a := c.Answers[question]
	if !slices.Contains(questionByID(question).Choices, a) {
		return ""
	}
	return a
}

// Answered counts the questions whose answer is known, of all.
func (c *Cooperation) Answered() (known, all int) {
	for _, q := range CooperationQuestions {
		if c.Answer(q.ID) != "" {
			known++
		}
	}
	return known, len(CooperationQuestions)
}

// What the list of partners answers, as if it had been asked.
const (
	RegionsNamed   = "regions-named"   // other regions that are named: none, one, more
	RegionsWilling = "regions-willing" // yes if at least one is named and every one is willing
)

// reply is the answer at a question, or what the partners say.
func (c *Cooperation) reply(id string) string {
	regions := c.Of(RegionPillar)
	switch id {
	case RegionsNamed:
		return []string{"none", "one", "more"}[min(len(regions), 2)]
	case RegionsWilling:
		return willingness(regions)
	}
	return c.Answer(id)
}

// willingness says whether every one of some partners is willing: one who is not
// decides it, and else one who has not been asked leaves it open. Where nobody is
// named, nobody is willing.
func willingness(of []Partner) string {
	refuses := func(p Partner) bool { return p.Willing != "yes" && p.Willing != "" }
	notAsked := func(p Partner) bool { return p.Willing == "" }
	switch {
	case len(of) == 0 || slices.ContainsFunc(of, refuses):
		return "no"
	case slices.ContainsFunc(of, notAsked):
		return ""
	}
	return "yes"
}
