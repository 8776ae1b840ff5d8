package assess

import (
	"maps"
	"reflect"
	"slices"
)

// Over lays what one program changed in a part over what another has saved of it
// meanwhile, entry by entry. was is the part as this program knew it, now as it has
// it, there as it is saved. Entries that were added, changed or removed between was
// and now are so in the result; the others are as they are there. An entry that both
// have changed is the one of now, and one that was removed here and changed there
// stays: it may be all that somebody has. The other parts of the result are empty.
//
// Entries are the same if they have the same id, name, or scale and item, which are
// unique in a session. None of the three is changed.
func (p Part) Over(was, now, there Dossier) (out Dossier) {
	switch p {
	case WantedPart:
		out.Wanted = over(was.Wanted, now.Wanted, there.Wanted, func(w Wanted) string { return w.Scale + "/" + w.Item })
	case FactsPart:
		out.Facts = over(was.Facts, now.Facts, there.Facts, func(f Fact) string { return f.ID })
	case CooperationPart:
		out.Cooperation = over(was.Cooperation, now.Cooperation, there.Cooperation, func(c Cooperation) string { return c.ID })
	case PlanPart:
		out.Plan = over(was.Plan, now.Plan, there.Plan, func(a Action) string { return a.ID })
	case ScenariosPart:
		out.Scenarios = over(was.Scenarios, now.Scenarios, there.Scenarios, func(s Scenario) string { return s.Name })
	}
	return out
}

// over is Over of one list: in the order of now, with what was added there behind it.
func over[T any](was, now, there []T, name func(T) string) []T {
	find := func(list []T, of T) *T {
		i := slices.IndexFunc(list, func(x T) bool { return name(x) == name(of) })
		if i < 0 {
			return nil
		}
		return &list[i]
	}
	same := func(a, b *T) bool { return a != nil && b != nil && reflect.DeepEqual(*a, *b) }
	var out []T
	for _, mine := range now {
		theirs := find(there, mine)
		switch touched := !same(find(was, mine), &mine); {
		case touched:
			out = append(out, mine)
		case theirs != nil:
			out = append(out, *theirs)
		}
	}
	for _, theirs := range there {
		if find(now, theirs) == nil && !same(find(was, theirs), &theirs) {
			out = append(out, theirs)
		}
	}
	return out
}

// Clone returns a copy that shares nothing with the dossier.
func (d Dossier) Clone() Dossier {
	d.Wanted, d.Facts, d.Plan = slices.Clone(d.Wanted), slices.Clone(d.Facts), slices.Clone(d.Plan)
	d.Cooperation, d.Scenarios = slices.Clone(d.Cooperation), slices.Clone(d.Scenarios)
	for i, c := range d.Cooperation {
		d.Cooperation[i] = c.Clone()
	}
	for i, s := range d.Scenarios {
		d.Scenarios[i].Levels = maps.Clone(s.Levels)
	}
	return d
}
