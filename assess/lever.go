package assess

import "math"

// Levers are the few changes that would help most, found by trying all of them.
type Levers struct {
	Best    []Lever // the best single change, pair and triple, each only if it gains more than the shorter ones
	Singles []Lever // every single change that gains something, the best first
	Tried   int     // changes, pairs and triples that were tried
}

// A Lever is up to three items raised by one level each, with its arithmetic.
type Lever struct {
	Steps   []Step
	Removed []Finding   // findings of [counts] that would go, as they are now
	Added   []Finding   // findings of [counts] that would come, as they would be
	Moves   []Move      // scales that would move
	Joints  []JointMove // composites that would move with them
	Closed  float64     // points of 0–100 by which scales and items together come nearer to their wanted levels; negative if farther
	Closing []Closing   // what Closed is the sum of
	Eased   float64     // weight that the findings would lose, see [Finding.Weight]
}

// A Closing is a scale or an item that moves nearer to where the group wants it, or
// farther away. The gap of a scale is counted from where findings see it: from what
// the group agreed, if it did. The wanted levels themselves are measured against the
// first answers alone, because the next session is compared with those; Said is what
// they gave.
//
// Each wanted level counts for itself: where a group wants more of a scale and of one
// of its items, that item closes both gaps. That of an item counts by what the item
// moves its scale, so that both are points of the same measure.
type Closing struct {
	Scale         *Scale
	Item          *Item   // nil for the scale as a whole
	Wanted        float64 // 0–100; of an item 1..L, keyed
	Before, After float64 // in the same measure
	Said          Figure  // score of the scale by the first answers, 0–100; unknown of an item
	Points        float64 // points of the scale by which the gap closes; negative if it widens
}

// Gaps are the distances to the wanted level before and after, in points of a scale
// or levels of an item.
func (c Closing) Gaps() (before, after float64) {
	return math.Abs(c.Wanted - c.Before), math.Abs(c.Wanted - c.After)
}

// Agreed reports whether the gap is counted from another position than the first
// answers have.
func (c Closing) Agreed() bool { return c.Said.OK() && math.Abs(c.Said.Value-c.Before) > scoreNoise }

// A Step is one item on another level.
type Step struct {
	Scale *Scale
	Item  *Item
	From  float64 // final level, 1..L keyed; 0 where none is known
	To    int     // 1..L keyed
}

// A Move is a scale on another position, 0–100.
type Move struct {
	Scale         *Scale
	Before, After float64
	Items         int // items of the scale that have a level afterwards, on which After rests
}

// Net is how many findings fewer there would be.
func (l Lever) Net() int { return len(l.Removed) - len(l.Added) }

// Changes are the steps as [Rules.WhatIf] takes them.
func (l Lever) Changes() []Change {
	var out []Change
	for _, s := range l.Steps {
		out = append(out, Change{Item: s.Item.ID, Level: s.To})
	}
	return out
}

// Levers finds the changes that remove the most findings; of equal ones that which
// closes the most gap, then that which eases most, then the first in the order of
// the items. Wanted levels of scales and of items count alike, see [Closing], and may
// be missing. The analysis may be nil and is then made here.
//
// Every single item, pair and triple is tried, each item raised to the next whole
// level. Items of symptoms are left out, because nobody can decide a consequence, and
// so are items over which people are apart or of which too little is known: those
// are to be talked out first.
func (rs *Rules) Levers(s *Session, a *Analysis, wanted []Wanted) *Levers {
	if a == nil {
		a = s.Analyze()
	}
	if s.Identity == Anonymous && a.Result.Voices < AnonymousFrom {
		return &Levers{}
	}
	search := newLeverSearch(rs, rs.read(s, a), wanted)
	for first := range search.candidates {
		search.try(first)
	}
	return search.levers()
}

// counts reports whether levers are to remove findings of a kind. Those over records
// are not among them: another level of an item changes nothing on paper, and a lever
// that brings opinions nearer to it would only be a nicer word.
func counts(k RuleKind) bool { return k == ImbalanceRule || k == SymptomRule || k == MisfitRule }
