package assess

import "slices"

// A Silence is a rule that might hold, and why that cannot be said.
type Silence struct {
	Rule  *Rule
	Lacks []Missing
}

// A Missing is an item, a scale or a record at which a rule may not look.
type Missing struct {
	ID     string  // of the item, scale or record
	Scale  *Scale  // nil if the session does not ask it
	Item   *Item   // nil if a scale is missing, and if the session does not ask the item
	Record *Record // nil if it is no record that is missing
	Why    Lack
}

// silence lists what keeps a rule from being judged, in the order of its condition.
func (r *reading) silence(rule *Rule) Silence {
	out := Silence{Rule: rule}
	rule.When.Each(func(c *Condition) {
		if t, _ := c.look(r); t != unsaid {
			return
		}
		for _, m := range r.missing(c) {
			if !slices.Contains(out.Lacks, m) {
				out.Lacks = append(out.Lacks, m)
			}
		}
	})
	return out
}

// missing is what a look may not see; of a composite, the scales that it lacks.
func (r *reading) missing(c *Condition) []Missing {
	if c.joint {
		out := r.joints[c.first].missing(r)
		if c.isGap() {
			out = append(out, r.joints[c.second].missing(r)...)
		}
		return out
	}
	var out []Missing
	ids := c.ids()
	for i, s := range r.seen(c) {
		if s.lack != "" {
			out = append(out, Missing{ID: ids[i], Scale: s.scale, Item: s.item, Record: s.record, Why: s.lack})
		}
	}
	return out
}
