package assess

import "slices"

// A Diagnosis is what the rules find in the answers of a session.
type Diagnosis struct {
	Findings []Finding // what must be talked out first, then by weight, strengths last
	Silent   []Silence // rules that might hold, but of which too little is known
	Reason   Reason    // why there is nothing at all; empty if there may be something
}

// A Finding is a rule that holds, with what makes it hold.
type Finding struct {
	Rule      *Rule
	Triggers  []Trigger // in the order of the condition
	Size      float64   // how far the answers are beyond the rule's limits, above 0 to 1
	Certainty float64   // the least share of answers or facts behind a trigger, 0–1: "don't know" and blanks lower it
}

// Weight orders findings: strength, 1–3, times size.
func (f Finding) Weight() float64 { return f.Rule.Strength.Weight() * f.Size }

// A Certainty is how sure a finding is, in a word.
type Certainty string

// The certainties.
const (
	Sure    Certainty = "sure"    // nine of ten possible answers behind each trigger, or more
	Likely  Certainty = "likely"  // seven of ten or more
	Unclear Certainty = "unclear" // fewer
)

// Sureness puts the certainty into a word.
func (f Finding) Sureness() Certainty {
	switch {
	case f.Certainty >= .9-scoreNoise:
		return Sure
	case f.Certainty >= .7-scoreNoise:
		return Likely
	}
	return Unclear
}

// OnRecord reports whether a finding rests on a number on paper too.
func (f Finding) OnRecord() bool {
	return slices.ContainsFunc(f.Triggers, func(t Trigger) bool { return t.Record != nil })
}

// Wanting says what keeps a finding from being [Sure]: whether answers behind a
// trigger are missing, and whether facts that a record could rest on are.
func (f Finding) Wanting() (answers, records bool) {
	for _, t := range f.Triggers {
		if t.Known >= .9-scoreNoise {
			continue
		}
		answers = answers || t.Record == nil
		records = records || t.Record != nil
	}
	return answers, records
}

// A Trigger is an item, scale, composite or record that makes a rule hold, as it
// stands.
type Trigger struct {
	Scale     *Scale
	Item      *Item      // nil if the scale itself is the trigger
	Composite *Composite // the weighted mean of scales, and then nothing else; else nil
	Record    *Record    // the number on paper, and then nothing else; else nil
	Straight  *Straight  // the level that nearly all answers are on, and then nothing else; else nil
	Bare      bool       // the item has no evidence, which is why it is here
	Score     float64    // of the scale or composite, 0–100; 0 for an item
	Level     float64    // final level of the item, 1..L keyed; 0 for a scale
	// Anchor is the words of the item's level, or of the one below where the median
	// falls between two; empty for a scale, and for an item over which people are apart.
	Anchor Text
	// Known is the share of the answers that could have been given, or of the facts
	// that the record could rest on, 0–1.
	Known float64
}

// Diagnose finds what the answers mean. The analysis may be nil and is then made
// here. It changes nothing of the session.
//
// A rule is silent where it looks at what is left out, applies to nobody, has
// fewer answers than the half rule asks, or divides five people or more; it is
// then listed among the silent ones, unless what is known denies it anyway. An
// anonymous session under [AnonymousFrom] people gives nothing.
func (rs *Rules) Diagnose(s *Session, a *Analysis) *Diagnosis {
	if a == nil {
		a = s.Analyze()
	}
	if s.Identity == Anonymous && a.Result.Voices < AnonymousFrom {
		return &Diagnosis{Reason: AnonymousFew}
	}
	return rs.diagnose(rs.read(s, a))
}

func (rs *Rules) diagnose(r *reading) *Diagnosis {
	if r.empty() {
		return &Diagnosis{Reason: NoAnswers}
	}
	d := &Diagnosis{}
	found := rs.judge(r, nil)
	for i := range rs.List {
		rule := &rs.List[i]
		switch {
		case found[i].truth == given:
			d.Findings = append(d.Findings, r.finding(rule, found[i].size))
		case found[i].truth == unsaid:
			d.Silent = append(d.Silent, r.silence(rule))
		}
	}
	slices.SortStableFunc(d.Findings, inOrder)
	return d
}

// A judgement is what one rule is on given answers.
type judgement struct {
	truth truth
	size  float64
}

// judge evaluates every rule, into the slice given if there is one. What another
// finding covers counts as denied.
func (rs *Rules) judge(r *reading, into []judgement) []judgement {
	into = into[:0]
	for i := range rs.List {
		t, size := rs.List[i].When.holds(r)
		into = append(into, judgement{t, size})
	}
	for i := range rs.List {
		if into[i].truth != given {
			continue
		}
		for _, covered := range rs.List[i].covers {
			into[covered] = judgement{}
		}
	}
	return into
}

// inOrder compares two findings as [Diagnosis] lists them.
func inOrder(a, b Finding) int {
	if c := rank(a.Rule.Kind) - rank(b.Rule.Kind); c != 0 {
		return c
	}
	switch wa, wb := a.Weight(), b.Weight(); {
	case wa > wb+scoreNoise:
		return -1
	case wb > wa+scoreNoise:
		return 1
	}
	return 0
}

func rank(k RuleKind) int {
	switch k {
	case DisagreementRule:
		return 0
	case StrengthRule:
		return 2
	}
	return 1
}

func (r *reading) finding(rule *Rule, size float64) Finding {
	f := Finding{Rule: rule, Size: size, Certainty: 1}
	rule.When.made(r, func(c *Condition) {
		for _, s := range r.seen(c) {
			t := s.trigger(r.in.Levels)
			if c.Evidence != "" {
				t.Bare, t.Known = true, 1
			}
			if slices.ContainsFunc(f.Triggers, t.same) {
				continue
			}
			f.Triggers = append(f.Triggers, t)
			f.Certainty = min(f.Certainty, t.Known)
		}
	})
	return f
}

// same reports whether two triggers are of the same item, scale, composite or record.
func (t Trigger) same(o Trigger) bool {
	return o.Scale == t.Scale && o.Item == t.Item && o.Composite == t.Composite && o.Record == t.Record && o.Bare == t.Bare
}

// seen are the subjects that a look sees: one, the two ends of a gap, an opinion and
// the record beside it, the items without evidence, or all answers at once.
func (r *reading) seen(c *Condition) []*subject {
	switch {
	case c.Beside != "":
		return []*subject{c.bearing.opinion(r), &r.records[c.bearing.place]}
	case c.Evidence != "":
		return r.bare(c.items)
	case c.Straight:
		return []*subject{{straight: r.straight}}
	case c.isGap():
		return []*subject{c.subject(r, c.first), c.subject(r, c.second)}
	}
	return []*subject{c.subject(r, c.first)}
}

// ids are the ids of what a look sees, in the same order.
func (c *Condition) ids() []string {
	if c.Beside != "" {
		return []string{c.bearing.item + c.bearing.scale, c.Beside}
	}
	return []string{c.Item + c.Scale + c.Gap[0] + c.Fact, c.Gap[1]}
}

func (s *subject) trigger(levels int) Trigger {
	t := Trigger{Scale: s.scale, Item: s.item, Composite: s.joint, Record: s.record, Straight: s.straight, Known: s.known}
	switch {
	case s.record != nil:
	case s.straight != nil:
		t.Known = 1
	case s.item == nil:
		t.Score = s.value
	case s.lack == "":
		t.Level, t.Anchor = s.value, s.item.anchor(int(s.value), levels)
	}
	return t
}

// anchor is the words of a keyed level; empty if the item has none.
func (it *Item) anchor(level, levels int) Text {
	if it.Reverse {
		level = levels + 1 - level
	}
	if level < 1 || level > len(it.Anchors) {
		return Text{}
	}
	return it.Anchors[level-1]
}
