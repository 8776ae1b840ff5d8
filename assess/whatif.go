package assess

import (
	"slices"
	"strconv"
)

// A Change is an item as it might be.
type Change struct {
	Item  string
	Level int // 1..L keyed
}

// A WhatIf is a session beside itself with some items on other levels.
type WhatIf struct {
	Steps   []Step
	Moves   []Move      // every scale that has a position, also those that stay
	Joints  []JointMove // every composite that would move
	Real    *Diagnosis  // as it is
	Changed *Diagnosis  // as it would be
	Removed []Finding   // findings of Real that Changed does not have
	Added   []Finding   // findings of Changed that Real does not have
}

// WhatIf changes final levels of items on a copy, moves their scales with them and
// diagnoses anew; the session stays as it is. The analysis may be nil and is then
// made here. An item's scale moves by the item's part of the weights, so one level
// of one of seven equal items is worth 100/(4·7) = 3.6 points. Of an item that is
// changed twice the last change counts.
//
// An item that the session does not ask, or a level out of range, is an error of
// [Problems].
func (rs *Rules) WhatIf(s *Session, a *Analysis, changes []Change) (*WhatIf, error) {
	if a == nil {
		a = s.Analyze()
	}
	out := &WhatIf{Real: rs.Diagnose(s, a)}
	if out.Real.Reason == AnonymousFew {
		out.Changed = out.Real
		return out, nil
	}
	real := rs.read(s, a)
	changed, problems := real.changed(rs, changes)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	out.Steps, out.Moves = stepsBetween(real, changed), moves(real, changed, false)
	out.Joints = jointMoves(real, changed)
	out.Changed = rs.diagnose(changed)
	out.Removed, out.Added = only(out.Real.Findings, out.Changed.Findings), only(out.Changed.Findings, out.Real.Findings)
	return out, nil
}

// changed returns a copy of the reading with the changes.
func (r *reading) changed(rs *Rules, changes []Change) (*reading, Problems) {
	out := r.clone()
	places := rs.Instrument.places()
	var problems Problems
	for _, c := range changes {
		place, ok := places[c.Item]
		switch {
		case !ok || out.items[place].lack == NotAsked:
			problems = append(problems, NewProblem("item-unknown", "value", c.Item))
		case c.Level < 1 || c.Level > r.in.Levels:
			problems = append(problems, NewProblem("answer-unknown", "item", c.Item, "value", strconv.Itoa(c.Level)))
		default:
			out.set(place, float64(c.Level))
		}
	}
	return out, problems
}

// stepsBetween lists the items that differ, in the order of the instrument.
func stepsBetween(before, after *reading) []Step {
	var out []Step
	for i, it := range after.items {
		old := before.items[i]
		if old.value == it.value && old.lack == it.lack {
			continue
		}
		out = append(out, Step{Scale: it.scale, Item: it.item, From: old.value, To: int(it.value)})
	}
	return out
}

// moves lists the scales that have a position, or only those that differ.
func moves(before, after *reading, moved bool) []Move {
	var out []Move
	for i, sc := range after.scales {
		old := before.scales[i]
		if !sc.valued() || moved && old.value == sc.value {
			continue
		}
		out = append(out, Move{Scale: sc.scale, Before: old.value, After: sc.value, Items: after.carrying(i)})
	}
	return out
}

// carrying counts the items of the scale at a place that have a level.
func (r *reading) carrying(home int) int {
	n := 0
	for i := range r.items {
		if r.items[i].home == home && r.items[i].valued() {
			n++
		}
	}
	return n
}

// only are the findings of one list whose rules have none in the other.
func only(of, without []Finding) []Finding {
	var out []Finding
	for _, f := range of {
		if !slices.ContainsFunc(without, func(o Finding) bool { return o.Rule == f.Rule }) {
			out = append(out, f)
		}
	}
	return out
}
