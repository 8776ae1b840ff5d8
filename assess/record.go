package assess

// A Record is a number on paper that rules may look at: a fact, or a figure derived
// from facts, with the facts behind it.
type Record struct {
	ID    string // of the fact sheet, of the decision grid, or of a [Derived] figure
	Unit  FactUnit
	Value Figure
	Way   Arithmetic // of a derived figure; nothing for a fact itself
	Facts []Fact     // that it rests on, each with date and source
	Of    int        // how many facts it could rest on
}

// Derived reports whether the record is worked out from facts.
func (r Record) Derived() bool { return len(r.Way.Under) > 0 }

// Records are all records in a fixed order: the sheet, the grid, the derived
// figures. A record whose facts are missing or have a [Flaw] is unknown.
func Records(facts []Fact) []Record {
	wrong := flawed(facts)
	var out []Record
	for _, line := range FactSheet {
		out = append(out, line.record(facts, wrong))
	}
	for _, d := range Decisions {
		out = append(out, FactLine{ID: d.ID, Unit: LevelFact}.record(facts, wrong))
	}
	for _, d := range Derive(facts) {
		out = append(out, d.record(facts))
	}
	return out
}

func (l FactLine) record(facts []Fact, wrong map[string]bool) Record {
	out := Record{ID: l.ID, Unit: l.Unit, Value: Unknown(FactMissing), Of: 1}
	f, ok := FactAt(facts, l.ID)
	if !ok {
		return out
	}
	out.Facts, out.Value = []Fact{f}, Known(f.Value)
	if wrong[l.ID] {
		out.Value = Unknown(FactFlawed)
	}
	return out
}

func (d Derived) record(facts []Fact) Record {
	out := Record{ID: d.ID, Unit: d.Unit, Value: d.Value, Way: d.Way, Of: d.Of}
	for _, id := range d.Rests {
		if f, ok := FactAt(facts, id); ok {
			out.Facts = append(out.Facts, f)
		}
	}
	return out
}

// recordAt is the record with an id and its place in the list; −1 if there is none.
func recordAt(all []Record, id string) (Record, int) {
	for i, r := range all {
		if r.ID == id {
			return r, i
		}
	}
	return Record{}, -1
}
