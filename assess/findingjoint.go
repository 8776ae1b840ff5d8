package assess

import (
	"slices"
	"strings"
)

// A joint is a composite as rules see it: it follows its scales, so that what-ifs and
// levers move it with them.
type joint struct {
	composite *Composite // of the session's instrument; nil if that has none
	members   []member
}

// A member is a scale of a joint.
type member struct {
	id     string
	scale  int     // its place; −1 where the rules' instrument does not have it
	weight float64 // > 0; only proportions matter
}

// joints lays out the composites of the rules' instrument with the weights that the
// session's own copy gives them.
func (rs *Rules) joints(in *Instrument) []joint {
	var out []joint
	for i := range rs.Instrument.Composites {
		j := joint{}
		if at := in.composite(rs.Instrument.Composites[i].ID); at >= 0 {
			j.composite = &in.Composites[at]
			for _, w := range j.composite.Weights {
				j.members = append(j.members, member{w.Scale, rs.scalePlace(w.Scale), w.Value})
			}
		}
		out = append(out, j)
	}
	return out
}

func (rs *Rules) scalePlace(id string) int {
	return slices.IndexFunc(rs.Instrument.Scales, func(s Scale) bool { return strings.EqualFold(s.ID, id) })
}

// lack says why a scale keeps the joint from being looked at; empty if it does not. A
// scale that applies to nobody leaves the joint instead.
func (m member) lack(r *reading) Lack {
	switch {
	case m.scale < 0:
		return NotAsked
	case r.scales[m.scale].lack == NotFor:
		return ""
	}
	return r.scales[m.scale].lack
}

// applies reports whether the scale is part of the mean.
func (m member) applies(r *reading) bool { return m.scale >= 0 && r.scales[m.scale].lack != NotFor }

// joint is the composite at a place as it is now: the weighted mean of the positions
// of its scales, as in a result. The scale that is known least says how much is known.
func (r *reading) joint(place int) *subject {
	j := &r.joints[place]
	out := &subject{joint: j.composite, known: 1}
	for _, m := range j.members {
		if why := m.lack(r); out.valued() && why != "" {
			out.lack = why
		}
		if m.applies(r) {
			sc := &r.scales[m.scale]
			out.value += m.weight * sc.value
			out.weight += m.weight
			out.known = min(out.known, sc.known)
		}
	}
	switch {
	case j.composite == nil:
		out.lack = NotAsked
	case out.weight == 0 && out.lack == "":
		out.lack = NotFor
	case out.weight > 0:
		out.value /= out.weight
	}
	return out
}

// missing lists the scales that keep the joint from being looked at.
func (j *joint) missing(r *reading) []Missing {
	var out []Missing
	for _, m := range j.members {
		if why := m.lack(r); why != "" {
			lack := Missing{ID: m.id, Why: why}
			if m.scale >= 0 {
				lack.Scale = r.scales[m.scale].scale
			}
			out = append(out, lack)
		}
	}
	return out
}
