package assess

// A Derived is a figure worked out from facts, with the way it came about.
type Derived struct {
	ID      string
	Unit    FactUnit
	Value   Figure
	Way     Arithmetic
	N       int      // facts that it rests on
	Of      int      // facts that it could rest on
	Rests   []string // ids of the facts that it rests on
	Missing []string // ids of facts that it lacks
}

// An Arithmetic is how a derived figure is worked out: the sum of Over, times
// Times, divided by the sum of Under. A mean is divided by a number of facts, a
// percentage is multiplied by 100.
type Arithmetic struct {
	Over  []float64
	Times float64
	Under []float64
}

// result is the value, unknown where the divisor is 0.
func (a Arithmetic) result() Figure {
	under := total(a.Under)
	if under == 0 {
		return Unknown(ZeroBase)
	}
	return Known(total(a.Over) * a.Times / under)
}

func total(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum
}

// Why a derived figure is unknown.
const (
	FactMissing  Reason = "fact-missing"  // a fact that it needs is not there
	FactFlawed   Reason = "fact-flawed"   // a fact that it needs cannot be
	ZeroBase     Reason = "zero-base"     // it would be divided by nothing
	FewDecisions Reason = "few-decisions" // fewer than half of the decisions have a level
)

// Derive works out every derived figure, in the order of the sheet. A figure whose
// facts have a [Flaw] is unknown.
func Derive(facts []Fact) []Derived {
	d := deriver{newRecords(facts), flawed(facts)}
	units := []string{"units-1", "units-2", "units-3"}
	posts := []string{"posts-structural", "posts-functional"}
	out := []Derived{
		d.quotient("units-per-agency", units, "agencies"),
		d.quotient("units-below-head", units[:1], "agencies"),
		d.quotient("units-below-1", units[1:2], "units-1"),
		d.quotient("units-below-2", units[2:], "units-2"),
		d.quotient("staff-per-agency", []string{"staff"}, "agencies"),
		d.quotient("staff-per-post", []string{"staff"}, "posts-structural"),
		d.share("functional-share", "posts-functional", posts...),
		d.quotient("staff-per-place", []string{"staff"}, "places"),
		d.written(),
		d.current(),
		d.mean("decision-mean", ""),
	}
	for _, topic := range DecisionTopics {
		out = append(out, d.mean("decision-"+string(topic), topic))
	}
	return append(out, d.below())
}

// DerivedAt is the derived figure with an id.
func DerivedAt(all []Derived, id string) (Derived, bool) {
	for _, d := range all {
		if d.ID == id {
			return d, true
		}
	}
	return Derived{}, false
}

// A deriver works figures out from facts.
type deriver struct {
	facts  records
	flawed map[string]bool
}

// quotient divides the sum of some facts by another one.
func (d deriver) quotient(id string, over []string, under string) Derived {
	way := Arithmetic{d.values(over), 1, d.values([]string{under})}
	return d.figure(id, NumberFact, way, append(over[:len(over):len(over)], under))
}

// share is one fact in percent of the sum of some.
func (d deriver) share(id, of string, all ...string) Derived {
	return d.figure(id, ShareFact, Arithmetic{d.values([]string{of}), 100, d.values(all)}, all)
}

// written is the share of written procedures: the mean of the posts with a
// description in force and the services with a procedure, after the documentation
// index of the Aston studies, in which every kind of paper counts alike.
func (d deriver) written() Derived {
	ids := []string{"described", "procedures"}
	return d.figure("written", ShareFact, Arithmetic{d.values(ids), 1, []float64{2}}, ids)
}

// current is the share of all services whose procedure was revised in the last
// three years.
func (d deriver) current() Derived {
	ids := []string{"procedures", "revised"}
	way := Arithmetic{d.values(ids[:1]), d.facts["revised"].Value, []float64{100}}
	return d.figure("current", ShareFact, way, ids)
}

// figure is a figure that needs every one of some facts.
func (d deriver) figure(id string, unit FactUnit, way Arithmetic, needs []string) Derived {
	out := Derived{ID: id, Unit: unit, Way: way, Of: len(needs)}
	flawed := false
	for _, need := range needs {
		if !d.facts.has(need) {
			out.Missing = append(out.Missing, need)
			continue
		}
		out.N++
		out.Rests = append(out.Rests, need)
		flawed = flawed || d.flawed[need]
	}
	switch {
	case len(out.Missing) > 0:
		out.Value = Unknown(FactMissing)
	case flawed:
		out.Value = Unknown(FactFlawed)
	default:
		out.Value = way.result()
	}
	return out
}

// mean is the mean level of the decisions about a topic, 0–5, over those that have
// a level; known from half of them on.
func (d deriver) mean(id string, topic DecisionTopic) Derived {
	out, levels := d.decisions(id, LevelFact, topic)
	out.Way = Arithmetic{levels, 1, []float64{float64(len(levels))}}
	return out.close()
}

// below is the share of the decisions that are taken below the head of an agency,
// at level 2 or lower.
func (d deriver) below() Derived {
	out, levels := d.decisions("decision-below", ShareFact, "")
	low := 0.0
	for _, level := range levels {
		if level <= 2 {
			low++
		}
	}
	out.Way = Arithmetic{[]float64{low}, 100, []float64{float64(len(levels))}}
	return out.close()
}

// decisions begins a figure over the decisions about a topic.
func (d deriver) decisions(id string, unit FactUnit, topic DecisionTopic) (Derived, []float64) {
	var levels []float64
	out := Derived{ID: id, Unit: unit}
	for _, decision := range decisionsOn(topic) {
		out.Of++
		switch f, ok := d.facts[decision]; {
		case !ok:
			out.Missing = append(out.Missing, decision)
		case d.flawed[decision]:
			out.Value = Unknown(FactFlawed)
		default:
			levels = append(levels, f.Value)
			out.Rests = append(out.Rests, decision)
		}
	}
	out.N = len(levels)
	return out, levels
}

// close works a figure over decisions out, if enough of them are known.
func (d Derived) close() Derived {
	switch {
	case !d.Value.OK():
	case 2*d.N < d.Of:
		d.Value = Unknown(FewDecisions)
	default:
		d.Value = d.Way.result()
	}
	return d
}

func (d deriver) values(ids []string) []float64 {
	out := make([]float64, len(ids))
	for i, id := range ids {
		out[i] = d.facts[id].Value
	}
	return out
}
