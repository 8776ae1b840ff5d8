package assess

import (
	"cmp"
	"slices"
)

// A Task is one thing that is missing.
type Task struct {
	Kind  TaskKind
	ID    string // question of the form, pillar, or name of a partner
	State string // the answer as it is; empty where unknown
}

// A TaskKind says what a task is about.
type TaskKind string

// The kinds of tasks, in the order in which they are to be done.
const (
	AnswerTask  TaskKind = "answer"  // a question that could still decide
	PartnerTask TaskKind = "partner" // nobody of a pillar is named
	WinTask     TaskKind = "win"     // a partner is not yet willing
	AbilityTask TaskKind = "ability" // what the present organisation cannot do, or only partly
	ArrangeTask TaskKind = "arrange" // an arrangement that is not settled
	PhaseTask   TaskKind = "phase"   // the phase that is to be gone through now
	ProvingTask TaskKind = "prove"   // an arrangement that is settled without evidence
)

// arrangementOrder is the order in which arrangements are to be settled. The first
// five are the ground of any body: what is run together, by whom, with which roles,
// what the body is, and who pays. The others rest on these.
var arrangementOrder = []string{
	"services", "parties", "roles", "standing", "budget",
	"conditions", "inside", "agencies", "reporting", "size", "posts",
}

// bodyOnly are the arrangements that only a body of its own needs.
var bodyOnly = []string{"standing", "inside", "agencies", "size", "posts"}

// tasks lists what is missing for a stance, in order.
func (c *Cooperation) tasks(p Positioning) []Task {
	switch p.Stance {
	case NotNeededYet:
		return nil
	case NotEnoughToSay:
		var out []Task
		for _, q := range p.Open {
			out = append(out, Task{Kind: AnswerTask, ID: q})
		}
		return out
	}
	out := append(c.partnerTasks(), c.abilityTasks()...)
	ground, rest, proofs := c.arrangementTasks(p.Stance)
	out = append(out, ground...)
	if c.Answer("kind") != "third" { // the phases are those of cooperation between regions
		out = append(out, Task{PhaseTask, c.nextPhase(), c.Answer("phase")})
	}
	return slices.Concat(out, rest, proofs)
}

func (c *Cooperation) partnerTasks() []Task {
	var out []Task
	for _, pillar := range Pillars {
		if len(c.Of(pillar)) == 0 {
			out = append(out, Task{Kind: PartnerTask, ID: string(pillar)})
		}
	}
	for _, p := range c.Partners {
		if p.Willing != "yes" {
			out = append(out, Task{WinTask, p.Name, p.Willing})
		}
	}
	return out
}

// abilityTasks are what the organisation cannot do, before what it can partly do;
// what is unknown is no lack.
func (c *Cooperation) abilityTasks() []Task {
	var out []Task
	for _, q := range CooperationQuestions {
		if a := c.Answer(q.ID); q.Part == AbilitiesTopic && (a == "no" || a == "partly") {
			out = append(out, Task{AbilityTask, q.ID, a})
		}
	}
	slices.SortStableFunc(out, func(a, b Task) int { return cmp.Compare(a.State, b.State) }) // no before partly
	return out
}

// arrangementTasks are the arrangements that are not settled, those that others rest
// on apart from the rest, and those that are settled without evidence.
func (c *Cooperation) arrangementTasks(o Stance) (ground, rest, proofs []Task) {
	for i, id := range arrangementOrder {
		if o == ThroughExisting && slices.Contains(bodyOnly, id) {
			continue
		}
		task := Task{ArrangeTask, id, c.Answer(id)}
		switch {
		case task.State == "settled" && c.Evidence[id] == "":
			proofs = append(proofs, Task{ProvingTask, id, task.State})
		case task.State == "settled":
		case i < 5:
			ground = append(ground, task)
		default:
			rest = append(rest, task)
		}
	}
	return ground, rest, proofs
}

// nextPhase is the phase that is to be gone through now: the first where none has
// begun or none is known. The approval of the council is passed over where it is
// known to be needless.
func (c *Cooperation) nextPhase() string {
	switch at := c.Answer("phase"); {
	case at == "" || at == "0":
		return "1"
	case at == "5" && c.Answer("burden") == "no":
		return "6"
	default:
		return at
	}
}
