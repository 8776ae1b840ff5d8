package assess

import "slices"

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
