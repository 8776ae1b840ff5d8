package assess

import "math"

// A Condition is a node of the tree in a rule: all of several conditions, any of
// them, or one look at the answers or the records. There is no "not": what is not
// known must not become a finding by being denied.
//
// A look is at one subject:
//
//   - Item: the final level, 1..L keyed: what the group agreed, else the median.
//   - Scale: the position, 0–100: what the group agreed, else the score.
//   - Composite: the weighted mean of its scales' positions, 0–100.
//   - Gap: the position of the first scale minus that of the second, −100 to 100; or
//     of the first composite minus the second.
//   - Evidence: of the items of a scale or composite that have a level, the share for
//     which evidence is noted, 0–100.
//   - Straight: nearly all answers on one level as ticked; see [Straight].
//   - Fact: a record, in its unit.
//   - Beside: a record that speaks to a scale or item: where people place the region
//     minus where the record would, −100 to 100; see [RecordGap].
//
// It holds strictly above Above and strictly below Below; at a limit it is on
// neither side. Straight has no limits. With Apart it holds if five people or more differ by more than the
// cut of agreement and have not settled it.
type Condition struct {
	All, Any     []Condition
	Scale, Item  string    // ids as in the instrument; empty unless looked at
	Composite    string    // likewise
	Gap          [2]string // ids of two scales or two composites
	Evidence     string    // id of a scale or composite
	Straight     bool
	Fact         string // id of a record; empty unless looked at
	Beside       string // id of a record that the table sets beside a scale or item
	Above, Below Figure // unknown where there is no such limit
	Apart        bool
	first        int     // place of the item, the scale, the first end of the gap, or the record
	second       int     // place of the second end of the gap
	joint        bool    // first and second are places of composites
	items        []int   // places of those of Evidence
	bearing      bearing // of Beside
	low, high    float64 // what the subject's value can be; a record that counts has no end
}

// A truth is what a condition is on given answers. Unknown is between the others,
// so that "all" is the least and "any" the greatest (Kleene 1952).
type truth int8

const (
	denied truth = iota
	unsaid       // too little is known
	given
)

// holds evaluates the condition. The size, 0–1, says how far the answers are
// beyond its limits: over "all" the mean, over "any" the greatest. It is 0 unless
// the condition is given.
func (c *Condition) holds(r *reading) (truth, float64) {
	switch {
	case c.All != nil:
		return c.holdsAll(r)
	case c.Any != nil:
		return c.holdsAny(r)
	}
	return c.look(r)
}

func (c *Condition) holdsAll(r *reading) (truth, float64) {
	whole, sum := given, 0.0
	for i := range c.All {
		t, size := c.All[i].holds(r)
		if t == denied {
			return denied, 0
		}
		whole = min(whole, t)
		sum += size
	}
	if whole != given {
		return whole, 0
	}
	return given, sum / float64(len(c.All))
}

func (c *Condition) holdsAny(r *reading) (truth, float64) {
	whole, greatest := denied, 0.0
	for i := range c.Any {
		t, size := c.Any[i].holds(r)
		whole, greatest = max(whole, t), max(greatest, size)
	}
	if whole != given {
		return whole, 0
	}
	return given, greatest
}

func (c *Condition) look(r *reading) (truth, float64) {
	if c.isRecord() && r.unrecorded {
		return denied, 0 // a session that keeps no records is asked about none
	}
	switch {
	case c.Beside != "":
		return c.lookBeside(r)
	case c.Evidence != "":
		return c.lookEvidence(r)
	case c.Straight:
		return r.straight.holds()
	}
	first := c.subject(r, c.first)
	if c.Apart {
		if first.apart > 0 {
			return given, first.apart
		}
		return denied, 0
	}
	if first.lack != "" {
		return unsaid, 0
	}
	value := first.value
	if c.isGap() {
		second := c.subject(r, c.second)
		if second.lack != "" {
			return unsaid, 0
		}
		value -= second.value
	}
	return c.within(value)
}

// within compares a value with the limits.
func (c *Condition) within(value float64) (truth, float64) {
	size := 1.0
	if c.Above.OK() {
		if value <= c.Above.Value+scoreNoise {
			return denied, 0
		}
		size = min(size, (value-c.Above.Value)/c.roomAbove())
	}
	if c.Below.OK() {
		if value >= c.Below.Value-scoreNoise {
			return denied, 0
		}
		size = min(size, (c.Below.Value-value)/(c.Below.Value-c.low))
	}
	return given, size
}

// roomAbove is how far a value can lie above the limit. Where a record has no end,
// the limit once more counts as far.
func (c *Condition) roomAbove() float64 {
	if math.IsInf(c.high, 1) {
		return max(c.Above.Value, 1)
	}
	return c.high - c.Above.Value
}

// lookBeside compares where people place the region with where the record would.
// What is known of one of them may deny the condition whatever the other is.
func (c *Condition) lookBeside(r *reading) (truth, float64) {
	felt, paper := c.bearing.felt(r), c.bearing.paper(r)
	low, high := felt.low-paper.high, felt.high-paper.low
	switch {
	case low == high:
		return c.within(low)
	case c.Above.OK() && high <= c.Above.Value+scoreNoise, c.Below.OK() && low >= c.Below.Value-scoreNoise:
		return denied, 0
	}
	return unsaid, 0
}

// isRecord reports whether the look is at a record.
func (c *Condition) isRecord() bool { return c.Fact+c.Beside != "" }

func (c *Condition) isGap() bool { return c.Gap[0] != "" }

// subject is the item, scale, composite or record of a look.
func (c *Condition) subject(r *reading, place int) *subject {
	switch {
	case c.Item != "":
		return &r.items[place]
	case c.Fact != "":
		return &r.records[place]
	case c.joint:
		return r.joint(place)
	}
	return &r.scales[place]
}

// Each calls f with every look of the tree, in order.
func (c *Condition) Each(f func(*Condition)) {
	for _, branch := range [][]Condition{c.All, c.Any} {
		for i := range branch {
			branch[i].Each(f)
		}
	}
	if c.All == nil && c.Any == nil {
		f(c)
	}
}

// made calls f with every look that makes the condition hold.
func (c *Condition) made(r *reading, f func(*Condition)) {
	if t, _ := c.holds(r); t != given {
		return
	}
	for _, branch := range [][]Condition{c.All, c.Any} {
		for i := range branch {
			branch[i].made(r, f)
		}
	}
	if c.All == nil && c.Any == nil {
		f(c)
	}
}
