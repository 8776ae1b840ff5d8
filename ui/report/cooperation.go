package report

import (
	"strconv"

	"luwes/assess"
)

// cooperation tells where the region stands with each field of cooperation, and why;
// the short report names the stance alone.
func (r *report) cooperation() {
	if len(r.s.Cooperation) == 0 {
		return
	}
	r.heading(2, r.w.T("cooperation.title"))
	var brief [][]Span
	for i := range r.s.Cooperation {
		c := &r.s.Cooperation[i]
		p := c.Position()
		stance := r.w.T("cooperation.stance." + string(p.Stance))
		if r.opt.Short {
			brief = append(brief, lead(r.w.CooperationField(c.Field), stance+"."))
			continue
		}
		r.heading(3, r.w.CooperationField(c.Field)+": "+stance)
		if p.Stance == assess.NotEnoughToSay {
			r.say(plain(r.w.N("report.cooperation.open", len(p.Open))))
		} else {
			r.say(plain(r.w.T("cooperation.means." + string(p.Stance))))
		}
		r.points(r.arguments(p))
		r.tasks(p)
	}
	r.points(brief)
}

// tasks lists what is missing, in the order in which it is to be done.
func (r *report) tasks(p assess.Positioning) {
	if len(p.Tasks) == 0 {
		return
	}
	if p.Stance != assess.NotEnoughToSay { // else the sentence before has counted them
		r.say(plain(r.w.N("report.cooperation.tasks", len(p.Tasks))))
	}
	var steps [][]Span
	for i, task := range p.Tasks {
		steps = append(steps, []Span{{strconv.Itoa(i+1) + ".", Bold}, {Text: " " + r.w.CooperationTask(task)}})
	}
	r.points(steps)
}

// arguments are the reasons for a stance, and what the law does not allow or demands of
// a cooperation that is needed.
func (r *report) arguments(p assess.Positioning) [][]Span {
	var out [][]Span
	for _, a := range p.Reasons {
		way := ".yes"
		if a.Truth == assess.Fails {
			way = ".no"
		}
		out = append(out, plain(r.w.T("cooperation.claim."+a.Claim+way)))
	}
	if p.Stance == assess.NotNeededYet {
		return out
	}
	for _, a := range p.Limits {
		out = append(out, plain(r.w.T("cooperation.limit."+a.Claim)))
	}
	return out
}
