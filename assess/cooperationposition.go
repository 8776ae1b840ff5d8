package assess

import (
	"cmp"
	"slices"
)

// A Positioning is where a region stands with a field, and why.
type Positioning struct {
	Stance   Stance
	Reasons  []Argument // the claims that decided it; where nothing did, those that are decided
	Limits   []Argument // what the law does not allow, or demands
	Open     []string   // ids of the questions whose answer could still decide it; only if there is not enough to say
	Tasks    []Task     // what is missing, in the order in which it is to be done
	Stations []Station  // the article's Figure 2
	Place    int        // of the region, in Stations
}

// An Argument is a claim or a limit, with what triggered it.
type Argument struct {
	Claim   string
	Truth   Truth // Holds or Fails
	Causes  []Cause
	Sources []string // ids of the article's part or of the law
}

// Position weighs a field. Nothing is assumed where the answers are silent: an
// stance is given only if it stands whatever the unknown answers turn out to be,
// except that a body is to be formed only where its ground is shown to be laid.
func (c *Cooperation) Position() Positioning {
	p := Positioning{Stance: NotEnoughToSay}
	decided := c.decided()
	for _, rule := range positionRules {
		if !rule.holds(decided) {
			continue
		}
		p.Stance = rule.stance
		for _, w := range rule.where {
			p.argue(decided[w.claim])
		}
	}
	if p.Stance == NotEnoughToSay {
		for _, cl := range claims {
			if a := decided[cl.id]; a.Truth != Undecided && rulesUse(cl.id) && !cl.shown {
				p.argue(a)
			}
		}
		p.Open = c.open(decided)
	}
	for _, l := range limitRules {
		if len(l.at) > 0 && !slices.Contains(l.at, p.Stance) {
			continue
		}
		if truth, by, _ := c.weigh(l.claim); truth == Holds {
			p.Limits = append(p.Limits, Argument{l.id, truth, by, l.sources})
		}
	}
	p.Tasks = c.tasks(p)
	p.Stations, p.Place = c.stations(p.Stance, decided)
	return p
}

// decided weighs every claim once.
func (c *Cooperation) decided() map[string]Argument {
	out := map[string]Argument{}
	for _, cl := range claims {
		truth, by, _ := c.weigh(cl)
		out[cl.id] = Argument{cl.id, truth, by, cl.sources}
	}
	return out
}

func (r positionRule) holds(decided map[string]Argument) bool {
	return !slices.ContainsFunc(r.where, func(w condition) bool { return decided[w.claim].Truth != w.is })
}

func rulesUse(claim string) bool {
	return slices.ContainsFunc(positionRules, func(r positionRule) bool {
		return slices.ContainsFunc(r.where, func(w condition) bool { return w.claim == claim })
	})
}

// argue adds a reason, once.
func (p *Positioning) argue(a Argument) {
	if !slices.ContainsFunc(p.Reasons, func(b Argument) bool { return a.Claim == b.Claim }) {
		p.Reasons = append(p.Reasons, a)
	}
}

// open are the questions that could still decide, in the order of the form: those
// of the undecided claims of the rules that nothing speaks against.
func (c *Cooperation) open(decided map[string]Argument) []string {
	asked := map[string]bool{}
	for _, r := range positionRules {
		if slices.ContainsFunc(r.where, func(w condition) bool { t := decided[w.claim].Truth; return t != Undecided && t != w.is }) {
			continue
		}
		for _, w := range r.where {
			_, _, asks := c.weigh(claimByID(w.claim))
			for _, q := range asks {
				asked[q] = true
			}
		}
	}
	var out []string
	for _, q := range CooperationQuestions {
		if asked[q.ID] {
			out = append(out, q.ID)
		}
	}
	return out
}

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
	out = append(out, Task{PhaseTask, c.nextPhase(), c.Answer("phase")})
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
