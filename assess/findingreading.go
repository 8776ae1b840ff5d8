package assess

import (
	"slices"

	"luwes/assess/stats"
)

// A reading is all that rules look at, laid out as in the rules' instrument, so
// that what-ifs and levers can change a level and look again.
type reading struct {
	in         *Instrument // of the session
	scales     []subject
	items      []subject
	joints     []joint   // composites, which follow the scales
	records    []subject // in the order of [Records]
	straight   *Straight // nil unless nearly all answers are on one level
	unrecorded bool      // the session has no fact at all
}

// A subject is one scale, item, composite or record as rules see it.
type subject struct {
	scale    *Scale
	joint    *Composite // nil for all but a composite
	item     *Item      // nil for a scale
	record   *Record    // nil for a scale and an item
	straight *Straight  // nil for all else
	value    float64    // position 0–100, final level 1..L keyed, or a record in its unit; see valued
	lack     Lack
	known    float64 // share of the answers that could have been given, or of the facts that could be there, 0–1
	apart    float64 // how far people are beyond the cut of agreement, 0–1; 0 where they are not, or settled it
	said     Figure  // score of a scale by the first answers alone, 0–100
	weight   float64 // of an item; of all items of a scale that have a final level
	home     int     // place of an item's scale
	proven   bool    // somebody noted evidence for the item; false where no rule looks at it
}

// A Lack says why a rule may not look at an item, a scale or a record. Of a record
// it is the reason why its value is unknown, such as [FactMissing].
type Lack string

// The lacks.
const (
	NotAsked   Lack = "not-asked"      // the session leaves it out
	NotFor     Lack = "not-applicable" // it applies to nobody
	FewAnswers Lack = "few-answers"    // fewer answers than the scale's minimum share: a half
	Contested  Lack = "contested"      // five people or more are apart, and have not settled it
	Covered    Lack = "anonymous-few"  // an anonymous session does not show it
)

// read lays out an analysis of the session for the rules.
func (rs *Rules) read(s *Session, a *Analysis) *reading {
	r := &reading{in: s.Instrument, unrecorded: len(s.Facts) == 0}
	if !r.unrecorded { // without facts no rule looks at one
		r.records = readRecords(s.Facts)
	}
	items := map[string]*ItemAnalysis{}
	for i := range a.Items {
		items[a.Items[i].Item.ID] = &a.Items[i]
	}
	scales := map[string]*ScaleAnalysis{}
	for i := range a.Scales {
		scales[a.Scales[i].Scale.ID] = &a.Scales[i]
	}
	for i, sc := range rs.Instrument.Scales {
		first := len(r.items)
		for _, it := range sc.Items {
			r.items = append(r.items, readItem(items[it.ID], a.Result, i))
		}
		r.scales = append(r.scales, readScale(scales[sc.ID], r.items[first:], s.Instrument.Levels))
	}
	r.joints = rs.joints(s.Instrument)
	r.straight = a.straight()
	if rs.evidence {
		r.prove(s)
	}
	return r
}

func readRecords(facts []Fact) []subject {
	var out []subject
	for _, rec := range Records(facts) {
		out = append(out, subject{
			record: &rec, value: rec.Value.Value, lack: Lack(rec.Value.Reason),
			known: float64(len(rec.Facts)) / float64(rec.Of),
		})
	}
	return out
}

func readItem(it *ItemAnalysis, r *Result, home int) subject {
	if it == nil {
		return subject{lack: NotAsked, home: home}
	}
	out := subject{scale: it.Scale, item: it.Item, weight: it.Item.Weight, home: home}
	asked := r.Voices - it.Inapplicable
	if asked > 0 {
		out.known = float64(it.N) / float64(asked)
	}
	apart := it.Apart && it.N >= stats.LabelFrom
	if cut, why := stats.ADCut(r.Instrument.Levels); apart && it.Settlement.Outcome == Unsettled && why == "" {
		out.apart = beyond(it.AD.Value, cut, float64(r.Instrument.Levels-1)/2)
	}
	switch {
	case it.Agreed.OK():
		out.value, out.known = it.Agreed.Value, 1
	case it.Median.Reason == AnonymousFew:
		out.lack = Covered
	case asked == 0 && it.Inapplicable > 0:
		out.lack = NotFor
	case !it.Scale.enough(it.N, asked):
		out.lack = FewAnswers
	case apart:
		out.lack = Contested
	}
	if out.value == 0 && out.valued() {
		out.value = it.Median.Value
	}
	return out
}

// valued reports whether the subject has a value, be it one that carries no rule.
func (s *subject) valued() bool { return s.lack == "" || s.lack == Contested }

func readScale(sc *ScaleAnalysis, items []subject, levels int) subject {
	if sc == nil {
		return subject{lack: NotAsked}
	}
	out := subject{scale: sc.Scale, value: sc.Score.Value, said: sc.Score}
	applicable := 0
	for _, it := range items {
		if it.lack != NotFor && it.lack != NotAsked {
			applicable++
			out.known += it.known
		}
		if it.valued() {
			out.weight += it.weight
		}
	}
	if applicable > 0 {
		out.known /= float64(applicable)
	}
	// the cut of agreement is a fifth of the range, and the widest spread a half of it
	apart := sc.Agreement.Points.OK() && sc.Agreement.Points.Value > 20+scoreNoise && sc.N >= stats.LabelFrom
	apart = apart && 2*sc.Settled < len(items)
	if apart {
		out.apart = beyond(sc.Agreement.Points.Value, 20, 50)
	}
	if sc.Agreed.OK() {
		out.value = sc.Agreed.Value
	}
	switch {
	case sc.Score.Reason == AnonymousFew && !sc.Agreed.OK():
		out.lack = Covered
	case applicable == 0:
		out.lack = NotFor
	case !sc.Score.OK() && !sc.Agreed.OK(), out.known < sc.Scale.Minimum-scoreNoise:
		out.lack = FewAnswers
	case apart:
		out.lack = Contested
	}
	return out
}

// beyond is how far x lies between the cut and the most it can be, above 0 to 1.
func beyond(x, cut, most float64) float64 { return min(1, (x-cut)/(most-cut)) }

// empty reports whether nobody gave a level to anything.
func (r *reading) empty() bool {
	return !slices.ContainsFunc(r.items, func(it subject) bool { return it.known > 0 })
}

// clone returns a copy that can be changed.
func (r *reading) clone() *reading {
	out := *r
	out.scales = slices.Clone(r.scales)
	out.items = slices.Clone(r.items)
	return &out
}

// pointsPerLevel is by how many points of 0–100 a level more of an item with a level
// moves its scale, see [reading.set].
func (r *reading) pointsPerLevel(place int) float64 {
	it := &r.items[place]
	return it.weight * (r.in.ScoreOf(2) - r.in.ScoreOf(1)) / r.scales[it.home].weight
}

// set gives an item a level as if it were so, and moves its scale with it: by the
// item's part of the weights, as if everybody had moved together. A scale of which
// nothing can be said stays so.
func (r *reading) set(place int, level float64) {
	it := &r.items[place]
	sc := &r.scales[it.home]
	to := r.in.ScoreOf(level)
	if it.valued() {
		sc.value += it.weight * (to - r.in.ScoreOf(it.value)) / sc.weight
	} else {
		sc.value = (sc.value*sc.weight + it.weight*to) / (sc.weight + it.weight)
		sc.weight += it.weight
	}
	sc.value = within(sc.value, r.in.ScoreOf(1), 100)
	it.value, it.lack, it.known, it.apart = level, "", 1, 0
}
