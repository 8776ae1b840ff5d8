package assess

import "slices"

// A Fact is a number of the records, with where it stands. It is shown beside what
// people feel and never mixed into a score.
type Fact struct {
	ID     string  `json:"id"`               // of the fact sheet, or of the decision grid
	Value  float64 `json:"value"`            // in the unit of its line; a share is 0–100
	Of     float64 `json:"of,omitempty"`     // what a share is a share of, as a count; 0 when only the share is known
	Date   string  `json:"date,omitempty"`   // ISO
	Source string  `json:"source,omitempty"` // the document
	Note   string  `json:"note,omitempty"`
}

// A FactUnit is what a number of the records counts.
type FactUnit string

// The units.
const (
	CountFact   FactUnit = "count"   // whole things, from 0
	NumberFact  FactUnit = "number"  // a mean or a median, from 0, with decimals
	ShareFact   FactUnit = "share"   // percent, 0–100
	MinutesFact FactUnit = "minutes" // from 0
	LevelFact   FactUnit = "level"   // of the decision grid, 0–5
)

// A FactTopic is a part of the fact sheet.
type FactTopic string

// The topics, in the order of the sheet.
const (
	UnitsTopic     FactTopic = "units"
	PostsTopic     FactTopic = "posts"
	HierarchyTopic FactTopic = "hierarchy"
	PlacesTopic    FactTopic = "places"
	PapersTopic    FactTopic = "papers"
)

// A FactLine is one line of the fact sheet: what is counted, and in which unit.
// Its words are in ui/locale under its id.
type FactLine struct {
	ID    string
	Topic FactTopic
	Unit  FactUnit
}

// FactSheet are the lines that every session may fill, in the order of the sheet.
// They describe the level of the three classical dimensions of structure
// (complexity, formalization, centralization) by counts from documents, as the Aston
// studies described structure (Pugh, Hickson, Hinings and Turner 1968). That is no
// judgement: many levels or many rules are not bad in themselves.
var FactSheet = []FactLine{
	{"agencies", UnitsTopic, CountFact},
	{"units-1", UnitsTopic, CountFact}, // right below the heads of agencies
	{"units-2", UnitsTopic, CountFact}, // below these
	{"units-3", UnitsTopic, CountFact},
	{"posts-structural", PostsTopic, CountFact},
	{"echelon-2", PostsTopic, CountFact}, // and above: JPT
	{"echelon-3", PostsTopic, CountFact}, // administrator
	{"echelon-4", PostsTopic, CountFact}, // pengawas
	{"posts-functional", PostsTopic, CountFact},
	{"staff", PostsTopic, CountFact},
	{"tertiary", PostsTopic, ShareFact},
	{"levels", HierarchyTopic, CountFact}, // of the deepest line, from the head to the front line
	{"span-head", HierarchyTopic, CountFact},
	{"span-first", HierarchyTopic, NumberFact}, // of the median first-line head
	{"places", PlacesTopic, CountFact},
	{"outside", PlacesTopic, ShareFact},  // of the staff, outside the head office
	{"travel", PlacesTopic, MinutesFact}, // median, from a work place to the head office
	{"described", PapersTopic, ShareFact},
	{"procedures", PapersTopic, ShareFact}, // of the services
	{"revised", PapersTopic, ShareFact},    // of the procedures, in the last three years
}

// LineOf is the line that a fact belongs to, of the sheet or of the decision grid.
func LineOf(id string) (FactLine, bool) {
	if i := slices.IndexFunc(FactSheet, func(l FactLine) bool { return l.ID == id }); i >= 0 {
		return FactSheet[i], true
	}
	if slices.ContainsFunc(Decisions, func(d Decision) bool { return d.ID == id }) {
		return FactLine{ID: id, Unit: LevelFact}, true
	}
	return FactLine{}, false
}

// FactAt is the fact with an id; false if the records do not have it yet.
func FactAt(facts []Fact, id string) (Fact, bool) {
	i := slices.IndexFunc(facts, func(f Fact) bool { return f.ID == id })
	if i < 0 {
		return Fact{}, false
	}
	return facts[i], true
}

// PutFact returns the facts with one in the place of what had its id.
func PutFact(facts []Fact, f Fact) []Fact {
	out := slices.Clone(facts)
	if i := slices.IndexFunc(out, func(old Fact) bool { return old.ID == f.ID }); i >= 0 {
		out[i] = f
		return out
	}
	return append(out, f)
}

// WithoutFact returns the facts without the one with an id.
func WithoutFact(facts []Fact, id string) []Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return f.ID == id })
}
