package assess

import (
	"math"

	"github.com/goccy/go-yaml/ast"
)

// bearing reads which scale or item a record speaks to, and its values at the poles.
func (r *ruleReader) bearing(n ast.Node) bearing {
	m := r.mapping(n, "fact", "unit", "scale", "item", "bureaucratic", "adaptable")
	m.require("fact", "bureaucratic", "adaptable")
	var b bearing
	if _, ok := pairsOf(n); !ok {
		return b // told already
	}
	if m.has("fact") {
		b.record, b.place = r.factAt(m)
	}
	switch {
	case m.has("scale") == m.has("item"):
		r.add(n, "record-subject")
	case m.has("item"):
		b.item, b.home = r.itemAt(m.at("item"))
	default:
		b.scale, b.home = r.scaleAt(m.at("scale"))
	}
	b.bureaucratic, b.adaptable = m.number("bureaucratic", 0), m.number("adaptable", 1)
	low, high := r.sheet[b.place].Unit.ends()
	if b.bureaucratic == b.adaptable || min(b.bureaucratic, b.adaptable) < low || max(b.bureaucratic, b.adaptable) > high {
		r.add(m.at("adaptable"), "record-poles")
	}
	if _, twice := r.beside[b.record]; twice && b.record != "" {
		r.add(m.at("fact"), "id-twice", "id", b.record, "kind", "fact")
	}
	r.beside[b.record] = b
	return b
}

// besides finds the bearing of a condition.
func (r *ruleReader) besides(n ast.Node, c *Condition) {
	id := r.scalar(n)
	b, ok := r.beside[id]
	if !ok || id == "" {
		r.add(n, "record-unknown", "value", id)
		return
	}
	c.Beside, c.bearing = id, b
}

// factAt finds a record and checks the unit that is named with it: a table that
// says "share" beside each limit cannot be misread as a count.
func (r *ruleReader) factAt(m yamlMapping) (string, int) {
	id := r.scalar(m.at("fact"))
	rec, place := recordAt(r.sheet, id)
	if place < 0 {
		r.add(m.at("fact"), "fact-unknown", "value", id)
		return "", 0
	}
	switch unit := r.scalar(m.at("unit")); {
	case !m.has("unit"):
		r.add(m.node, "fact-unit", "fact", id, "unit", string(rec.Unit))
	case unit != string(rec.Unit):
		r.add(m.at("unit"), "fact-unit", "fact", id, "unit", string(rec.Unit))
	}
	return id, place
}

// percent finds limits of shares that were written as parts of one.
func (r *ruleReader) percent(m yamlMapping, c *Condition) {
	if c.Fact == "" || r.sheet[c.first].Unit != ShareFact {
		return
	}
	for key, limit := range map[string]Figure{"above": c.Above, "below": c.Below} {
		if limit.OK() && limit.Value > 0 && limit.Value < 1 {
			r.add(m.at(key), "fact-percent", "value", m.raw(key))
		}
	}
}

// ends are the least and the most that a value in a unit can be.
func (u FactUnit) ends() (low, high float64) {
	switch u {
	case ShareFact:
		return 0, 100
	case LevelFact:
		return 0, TopLevel
	}
	return 0, math.Inf(1)
}
