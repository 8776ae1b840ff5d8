package assess

import "slices"

// A Silence is a rule that might hold, and why that cannot be said.
type Silence struct {
	Rule  *Rule
	Lacks []Missing
}

// A Missing is an item or scale at which a rule may not look.
type Missing struct {
	ID    string // of the item or scale
	Scale *Scale // nil if the session does not ask it
	Item  *Item  // nil if a scale is missing, and if the session does not ask the item
	Why   Lack
}

// silence lists what keeps a rule from being judged, in the order of its condition.
func (r *reading) silence(rule *Rule) Silence {
	out := Silence{Rule: rule}
	rule.When.Each(func(c *Condition) {
		if t, _ := c.look(r); t != unsaid {
			return
		}
		ids := []string{c.Item + c.Scale + c.Gap[0], c.Gap[1]}
		for i, s := range r.seen(c) {
			m := Missing{Scale: s.scale, Item: s.item, ID: ids[i], Why: s.lack}
			if s.lack != "" && !slices.Contains(out.Lacks, m) {
				out.Lacks = append(out.Lacks, m)
			}
		}
	})
	return out
}
