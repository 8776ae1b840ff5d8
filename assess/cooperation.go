package assess

import (
	"maps"
	"slices"
	"strings"
)

// A Cooperation is what is known of one field in which a region might work with
// others, such as waste or health referral. What nobody has said is not in it:
// unknown stays unknown.
type Cooperation struct {
	ID       string            `json:"id"`    // unique in the session
	Field    string            `json:"field"` // of [CooperationFields], or free text
	Partners []Partner         `json:"partners,omitempty"`
	Answers  map[string]string `json:"answers,omitempty"`  // choices by id of the [CooperationQuestion]
	Evidence map[string]string `json:"evidence,omitempty"` // documents by id of the arrangement
}

// CooperationFields are the ids of the fields that are offered. Each is an affair
// that crosses borders by its nature, or costs less at a larger scale.
var CooperationFields = []string{
	"health-referral", "waste", "drinking-water", "river-flood", "transport", "roads", "spatial-planning",
	"environment", "disaster", "education", "tourism", "food", "investment", "population-data", "public-order",
}

// A Pillar is one of the three that the article wants to see work together.
type Pillar string

// The pillars.
const (
	RegionPillar   Pillar = "region"
	SocietyPillar  Pillar = "society"
	BusinessPillar Pillar = "business"
)

// Pillars are all three, in the order of the article.
var Pillars = []Pillar{RegionPillar, SocietyPillar, BusinessPillar}

// A Partner is a region, an organisation of society or a business that takes part,
// or is to take part.
type Partner struct {
	Pillar  Pillar `json:"pillar"`
	Code    string `json:"code,omitempty"` // of a region of the list
	Name    string `json:"name"`
	Willing string `json:"willing,omitempty"` // one of [Willingness]; empty: unknown
}

// Willingness are the choices for how far a partner is willing.
var Willingness = []string{"yes", "partly", "no"}

// Same reports whether two partners are one: the same region of the list, or the
// same name without case.
func (p Partner) Same(q Partner) bool {
	if p.Pillar != q.Pillar {
		return false
	}
	if p.Code != "" && q.Code != "" {
		return p.Code == q.Code
	}
	return strings.EqualFold(strings.TrimSpace(p.Name), strings.TrimSpace(q.Name))
}

// Clone returns a copy that shares nothing with the original.
func (c Cooperation) Clone() Cooperation {
	c.Partners, c.Answers, c.Evidence = slices.Clone(c.Partners), maps.Clone(c.Answers), maps.Clone(c.Evidence)
	return c
}

// Set records a choice; an empty one makes the answer unknown again.
func (c *Cooperation) Set(question, choice string) { c.Answers = put(c.Answers, question, choice) }

// Prove records the documents behind an arrangement.
func (c *Cooperation) Prove(arrangement, documents string) {
	c.Evidence = put(c.Evidence, arrangement, documents)
}

func put(m map[string]string, key, value string) map[string]string {
	if value == "" {
		delete(m, key)
		return m
	}
	if m == nil {
		m = map[string]string{}
	}
	m[key] = value
	return m
}

// Of are the partners of one pillar.
func (c *Cooperation) Of(p Pillar) []Partner {
	var out []Partner
	for _, partner := range c.Partners {
		if partner.Pillar == p {
			out = append(out, partner)
		}
	}
	return out
}
