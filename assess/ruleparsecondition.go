package assess

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// condition reads a tree. Its kinds of node are told apart by their keys.
func (r *ruleReader) condition(n ast.Node) Condition {
	m := r.mapping(n, "all", "any", "scale", "item", "composite", "gap", "evidence", "straight", "fact", "beside",
		"unit", "above", "below", "apart")
	subjects := 0
	for _, key := range []string{"all", "any", "scale", "item", "composite", "gap", "evidence", "straight", "fact", "beside"} {
		if m.has(key) {
			subjects++
		}
	}
	if _, ok := pairsOf(n); !ok {
		return Condition{} // told already
	}
	if subjects != 1 {
		r.add(n, "condition-subject")
		return Condition{}
	}
	if m.has("unit") && !m.has("fact") {
		r.add(m.at("unit"), "unit-without-fact")
	}
	if m.has("all") || m.has("any") {
		return r.branches(m)
	}
	return r.look(m)
}

func (r *ruleReader) branches(m yamlMapping) Condition {
	c := Condition{All: r.conditions(m, "all"), Any: r.conditions(m, "any")}
	if (m.isList("all") || m.isList("any")) && len(c.All)+len(c.Any) == 0 {
		r.add(m.node, "condition-subject")
	}
	if m.has("above") || m.has("below") || m.has("apart") {
		r.add(m.node, "condition-limit")
	}
	return c
}

func (r *ruleReader) conditions(m yamlMapping, key string) []Condition {
	var out []Condition
	for _, n := range m.list(key) {
		out = append(out, r.condition(n))
	}
	return out
}

func (r *ruleReader) look(m yamlMapping) Condition {
	none := Unknown(NotApplicable)
	c := Condition{Above: none, Below: none, Apart: m.boolean("apart"), Straight: m.boolean("straight")}
	switch {
	case m.has("item"):
		c.low, c.high = 1, float64(r.in.Levels)
		c.Item, c.first = r.itemAt(m.at("item"))
	case m.has("scale"):
		c.low, c.high = 0, 100
		c.Scale, c.first = r.scaleAt(m.at("scale"))
	case m.has("composite"):
		c.low, c.high, c.joint = 0, 100, true
		c.Composite, c.first = r.compositeAt(m.at("composite"))
	case m.has("evidence"):
		c.low, c.high = 0, 100
		c.Evidence, c.items = r.itemsOf(m.at("evidence"))
	case m.has("gap"):
		c.low, c.high = -100, 100
		r.gap(m, &c)
	case m.has("fact"):
		c.Fact, c.first = r.factAt(m)
		c.low, c.high = r.sheet[c.first].Unit.ends()
	case m.has("beside"):
		c.low, c.high = -100, 100
		r.besides(m.at("beside"), &c)
	}
	r.limits(m, &c)
	return c
}

func (r *ruleReader) gap(m yamlMapping, c *Condition) {
	ends := m.list("gap")
	if len(ends) != 2 {
		if m.isList("gap") {
			r.add(m.at("gap"), "condition-subject")
		}
		return
	}
	at := r.scaleAt
	if c.joint = r.in.composite(r.scalar(ends[0])) >= 0; c.joint {
		at = r.compositeAt
	}
	c.Gap[0], c.first = at(ends[0])
	c.Gap[1], c.second = at(ends[1])
}

func (r *ruleReader) itemAt(n ast.Node) (string, int) {
	it, _ := r.in.Item(r.scalar(n))
	if it == nil {
		r.add(n, "item-unknown", "value", r.scalar(n))
		return "", 0
	}
	return it.ID, r.places[it.ID]
}

func (r *ruleReader) scaleAt(n ast.Node) (string, int) {
	at := slices.IndexFunc(r.in.Scales, func(s Scale) bool { return strings.EqualFold(s.ID, r.scalar(n)) })
	if at < 0 {
		r.add(n, "scale-unknown", "scale", r.scalar(n))
		return "", 0
	}
	return r.in.Scales[at].ID, at
}

func (r *ruleReader) compositeAt(n ast.Node) (string, int) {
	at := r.in.composite(r.scalar(n))
	if at < 0 {
		r.add(n, "composite-unknown", "composite", r.scalar(n))
		return "", 0
	}
	return r.in.Composites[at].ID, at
}

// itemsOf finds a scale or a composite and the places of all its items.
func (r *ruleReader) itemsOf(n ast.Node) (string, []int) {
	if at := r.in.composite(r.scalar(n)); at >= 0 {
		c := &r.in.Composites[at]
		var places []int
		for _, w := range c.Weights {
			places = append(places, r.placesOf(r.in.Scale(w.Scale))...)
		}
		return c.ID, places
	}
	id, at := r.scaleAt(n)
	return id, r.placesOf(&r.in.Scales[at])
}

func (r *ruleReader) placesOf(s *Scale) []int {
	var out []int
	for i := range s.Items {
		out = append(out, r.places[s.Items[i].ID])
	}
	return out
}

// limits reads above and below, which lie between the ends of what the subject can
// be, or apart, which takes none and speaks of one item or scale. Straight takes
// none of them.
func (r *ruleReader) limits(m yamlMapping, c *Condition) {
	for key, limit := range map[string]*Figure{"above": &c.Above, "below": &c.Below} {
		if !m.has(key) {
			continue
		}
		before := len(r.problems)
		*limit = Known(m.number(key, 0))
		outside := limit.Value < c.low || limit.Value > c.high ||
			key == "above" && limit.Value == c.high || key == "below" && limit.Value == c.low
		if len(r.problems) == before && c.high > c.low && outside {
			r.add(m.at(key), "condition-limit")
		}
	}
	r.percent(m, c)
	limited := c.Above.OK() || c.Below.OK()
	empty := c.Above.OK() && c.Below.OK() && c.Above.Value >= c.Below.Value
	nowhere := m.has("gap") || c.isRecord() || c.joint || m.has("evidence") || m.has("straight")
	if limited == (c.Apart || c.Straight) || empty || c.Apart && nowhere {
		r.add(m.node, "condition-limit")
	}
}
