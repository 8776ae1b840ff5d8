package assess

// A RecordGap sets a number of the records beside what people feel about the same
// thing. The two correlate weakly in the literature (structure as designed against
// structure as it emerges; Pennings 1973, Sathe 1978), so a gap is something to
// talk about, not an error of either.
type RecordGap struct {
	Record string // id of the fact or of the derived figure
	Unit   FactUnit
	Scale  string // id of the scale that it speaks to
	Item   string // id of the item; empty if it speaks to the scale as a whole
	Value  Figure // of the record, in its unit
	Paper  Figure // where the record alone would place the region, 0 bureaucratic – 100 adaptable
	Felt   Figure // where people place it, 0–100
	Points Figure // felt minus paper, −100 to 100: above 0 people feel it more adaptable than the records
	Large  bool   // the points are at least LargeRecordGap, either way
}

// LargeRecordGap is the number of points from which a gap between the records and
// what people feel should be talked about: two bands of twenty points. Less lies
// within what a scale of five levels and rough marks on a record can tell apart.
const LargeRecordGap = 40.0

// A bearing says which record speaks to which scale or item, and which of its
// values stand for the two poles. Between them the position is linear, beyond them
// it is the pole. The marks on the decision grid follow the anchors of the items;
// those on the hierarchy, seven levels and three, are a convention of this program
// and no norm.
type bearing struct {
	record       string
	scale, item  string
	bureaucratic float64
	adaptable    float64
}

var bearings = []bearing{
	{"levels", "com", "", 7, 3},
	{"revised", "for", "for5", 0, 100},
	{"decision-mean", "cen", "", 4, 1},        // the head of the region decides everything … the smallest unit
	{"decision-money", "cen", "cen2", 4, 2},   // the head … the unit within its ceiling
	{"decision-staff", "cen", "cen3", 4, 2},   // the head … the head of the unit
	{"decision-service", "cen", "cen4", 4, 0}, // the head … who does the work
	{"decide-exception", "cen", "cen5", 2, 0}, // above the direct superior … on the spot
}

// RecordGaps sets the records of a session beside its answers, as far as it has the
// scales and items that they speak to. The analysis may be nil and is then made
// here. An item stands where the group agreed, else at its median; a scale at what
// the group agreed, else at its score.
func (s *Session) RecordGaps(a *Analysis) []RecordGap {
	if a == nil {
		a = s.Analyze()
	}
	derived := Derive(s.Facts)
	var out []RecordGap
	for _, b := range bearings {
		felt, ok := b.felt(a)
		if !ok {
			continue
		}
		g := RecordGap{Record: b.record, Scale: b.scale, Item: b.item, Felt: felt}
		g.Value, g.Unit = b.value(s.Facts, derived)
		out = append(out, g.measured(b))
	}
	return out
}

// measured fills in the position of the record and the gap.
func (g RecordGap) measured(b bearing) RecordGap {
	if !g.Value.OK() {
		g.Paper, g.Points = Unknown(g.Value.Reason), Unknown(g.Value.Reason)
		return g
	}
	g.Paper = Known(b.position(g.Value.Value))
	if !g.Felt.OK() {
		g.Points = Unknown(g.Felt.Reason)
		return g
	}
	g.Points = Known(g.Felt.Value - g.Paper.Value)
	g.Large = max(g.Points.Value, -g.Points.Value) >= LargeRecordGap-scoreNoise
	return g
}

// position is where a value lies between the two poles, 0–100.
func (b bearing) position(v float64) float64 {
	return min(max(100*(v-b.bureaucratic)/(b.adaptable-b.bureaucratic), 0), 100)
}

// value is the record itself; unknown where it cannot be.
func (b bearing) value(facts []Fact, derived []Derived) (Figure, FactUnit) {
	if d, ok := DerivedAt(derived, b.record); ok {
		return d.Value, d.Unit
	}
	line, _ := LineOf(b.record)
	f, ok := FactAt(facts, b.record)
	switch {
	case !ok:
		return Unknown(FactMissing), line.Unit
	case flawed(facts, b.record):
		return Unknown(FactFlawed), line.Unit
	}
	return Known(f.Value), line.Unit
}

// flawed reports whether something about a fact cannot be.
func flawed(facts []Fact, id string) bool {
	for _, f := range Flaws(facts) {
		for _, fact := range f.Facts {
			if fact == id {
				return true
			}
		}
	}
	return false
}

// felt is where people place the region on the scale or the item, 0–100; false if
// the session does not ask it.
func (b bearing) felt(a *Analysis) (Figure, bool) {
	if b.item == "" {
		for i := range a.Scales {
			if sc := &a.Scales[i]; sc.Scale.ID == b.scale {
				return preferred(sc.Agreed, sc.Score), true
			}
		}
		return Figure{}, false
	}
	for i := range a.Items {
		it := &a.Items[i]
		if it.Item.ID != b.item {
			continue
		}
		level := preferred(it.Agreed, it.Median)
		if level.OK() {
			level.Value = 100 * (level.Value - 1) / float64(a.Result.Instrument.Levels-1)
		}
		return level, true
	}
	return Figure{}, false
}

// preferred is the first figure if it is known, else the second.
func preferred(first, second Figure) Figure {
	if first.OK() {
		return first
	}
	return second
}
