package report

import "luwes/assess"

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
			brief = append(brief, lead(r.field(c.Field), stance+"."))
			continue
		}
		r.heading(3, r.field(c.Field)+": "+stance)
		if p.Stance == assess.NotEnoughToSay {
			r.say(plain(r.w.N("report.cooperation.open", len(p.Open))))
		} else {
			r.say(plain(r.w.T("cooperation.means." + string(p.Stance))))
		}
		r.points(r.arguments(p))
		if len(p.Tasks) > 0 {
			r.say(plain(r.w.N("report.cooperation.tasks", len(p.Tasks))))
		}
	}
	r.points(brief)
}

// arguments are the reasons for a stance, and what the law does not allow or demands.
func (r *report) arguments(p assess.Positioning) [][]Span {
	var out [][]Span
	for _, a := range p.Reasons {
		way := ".yes"
		if a.Truth == assess.Fails {
			way = ".no"
		}
		out = append(out, plain(r.w.T("cooperation.claim."+a.Claim+way)))
	}
	for _, a := range p.Limits {
		out = append(out, plain(r.w.T("cooperation.limit."+a.Claim)))
	}
	return out
}

// field names one of the fields that are offered; another as it was typed.
func (r *report) field(id string) string {
	if name := "cooperation.field." + id; r.w.Has(name) {
		return r.w.T(name)
	}
	return id
}
