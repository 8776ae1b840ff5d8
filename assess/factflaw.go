package assess

import (
	"math"
	"slices"
)

// A Flaw is something in the facts that cannot be. The value is kept, because the
// records may say so; what is worked out from it is unknown until it is cleared up.
type Flaw struct {
	Code  FlawCode
	Facts []string // ids of the facts that it is about, the one to look at first
}

// A FlawCode says what cannot be; ui/locale has a sentence for each.
type FlawCode string

// The flaws.
const (
	Negative      FlawCode = "negative"       // under 0
	NotWhole      FlawCode = "not-whole"      // a part of a thing that is counted
	ShareRange    FlawCode = "share-range"    // over 100
	LevelRange    FlawCode = "level-range"    // a level that the decision grid does not have
	NoLevel       FlawCode = "no-level"       // a line of command without a level
	EchelonsOver  FlawCode = "echelons-over"  // more posts by echelon than structural posts
	EchelonsUnder FlawCode = "echelons-under" // fewer, although every echelon is given
	LevelSkipped  FlawCode = "level-skipped"  // units below a level that has none
	SpanOver      FlawCode = "span-over"      // a head leads more people than there are
	OnePlace      FlawCode = "one-place"      // staff outside the only work place
	NothingToDo   FlawCode = "nothing-to-do"  // procedures revised where there are none
)

// Flaws are all that cannot be in the facts, single values first.
func Flaws(facts []Fact) []Flaw {
	var out []Flaw
	for _, f := range facts {
		line, ok := LineOf(f.ID)
		if !ok {
			continue
		}
		if c := line.flaw(f.Value); c != "" {
			out = append(out, Flaw{c, []string{f.ID}})
		}
	}
	return append(out, newRecords(facts).flaws()...)
}

// flawed are the ids of the facts about which something cannot be.
func flawed(facts []Fact) map[string]bool {
	ids := map[string]bool{}
	for _, f := range Flaws(facts) {
		for _, id := range f.Facts {
			ids[id] = true
		}
	}
	return ids
}

// flaw is what is wrong with a value alone; empty if nothing is.
func (l FactLine) flaw(v float64) FlawCode {
	switch {
	case v < 0 || math.IsNaN(v) || math.IsInf(v, 0):
		return Negative
	case l.Unit == CountFact && v != math.Trunc(v):
		return NotWhole
	case l.Unit == ShareFact && v > 100:
		return ShareRange
	case l.Unit == LevelFact && (v > TopLevel || v != math.Trunc(v)):
		return LevelRange
	case l.ID == "levels" && v < 1:
		return NoLevel
	}
	return ""
}

// flaws are what facts cannot be beside each other. A fact that is not there
// denies nothing.
func (r records) flaws() []Flaw {
	var out []Flaw
	when := func(wrong bool, c FlawCode, facts ...string) {
		if wrong && r.has(facts...) {
			out = append(out, Flaw{c, facts})
		}
	}
	posts := []string{"posts-structural"}
	given := append(posts[:1:1], r.there("echelon-2", "echelon-3", "echelon-4")...)
	when(r.sum(given[1:]...) > r.sum(posts...), EchelonsOver, given...)
	when(len(given) == 4 && r.sum(given[1:]...) < r.sum(posts...), EchelonsUnder, given...)
	when(r["units-1"].Value == 0 && r["units-2"].Value > 0, LevelSkipped, "units-1", "units-2")
	when(r["units-2"].Value == 0 && r["units-3"].Value > 0, LevelSkipped, "units-2", "units-3")
	for _, span := range []string{"span-head", "span-first"} {
		when(r[span].Value >= r["staff"].Value, SpanOver, span, "staff")
	}
	when(r["places"].Value <= 1 && r["outside"].Value > 0, OnePlace, "places", "outside")
	when(r["procedures"].Value == 0 && r["revised"].Value > 0, NothingToDo, "procedures", "revised")
	return out
}

// records are facts by id.
type records map[string]Fact

func newRecords(facts []Fact) records {
	r := records{}
	for _, f := range facts {
		r[f.ID] = f
	}
	return r
}

// has reports whether every one of the facts is there.
func (r records) has(ids ...string) bool {
	for _, id := range ids {
		if _, ok := r[id]; !ok {
			return false
		}
	}
	return true
}

// there are those of the facts that are there.
func (r records) there(ids ...string) []string {
	return slices.DeleteFunc(ids, func(id string) bool { return !r.has(id) })
}

// sum is the sum of the facts that are there.
func (r records) sum(ids ...string) float64 {
	sum := 0.0
	for _, id := range ids {
		sum += r[id].Value
	}
	return sum
}
