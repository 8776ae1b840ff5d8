package assess

import "slices"

// A Truth is what the answers say of a claim. Where they do not decide it, it is
// Undecided; nothing is assumed in either direction (Kleene's strong logic).
type Truth int8

// The truths.
const (
	Undecided Truth = iota
	Holds
	Fails
)

// A claim is a statement about a field that holds if enough of its tests are met.
type claim struct {
	id      string
	least   int // tests that must be met
	tests   []test
	shown   bool // what is unknown counts as not met: the claim must be shown
	sources []string
}

// A test is met if a question has one of some answers, or another claim holds.
type test struct {
	question string
	is       []string
	claim    string // instead of a question
}

// A Cause is an answer that decided a claim.
type Cause struct {
	Question string
	Answer   string
}

// weigh says whether a claim holds, the answers that decided it, and the questions
// whose answer could still decide it.
func (c *Cooperation) weigh(cl claim) (t Truth, by []Cause, open []string) {
	var met, unmet []Cause
	holds, unknown := 0, 0
	for _, one := range cl.tests {
		truth, triggers, asks := c.try(one)
		switch {
		case truth == Holds:
			holds++
			met = append(met, triggers...)
		case truth == Undecided && !cl.shown:
			unknown++
			open = append(open, asks...)
		default:
			unmet = append(unmet, triggers...)
		}
	}
	switch {
	case holds >= cl.least:
		return Holds, met, nil
	case holds+unknown < cl.least:
		return Fails, unmet, nil
	}
	return Undecided, nil, open
}

func (c *Cooperation) try(t test) (Truth, []Cause, []string) {
	if t.claim != "" {
		return c.weigh(claimByID(t.claim))
	}
	a := c.reply(t.question)
	by := []Cause{{t.question, a}}
	switch {
	case a == "":
		return Undecided, by, []string{t.question}
	case slices.Contains(t.is, a):
		return Holds, by, nil
	}
	return Fails, by, nil
}
