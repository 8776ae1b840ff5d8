package transfer

import "luwes/assess"

// findings writes what the rules find, and of which rules too little is known.
// Texts are left to the reader's own list of rules: ids do not change.
func (f *resultFile) findings(o *object, d *assess.Diagnosis) {
	if d.Reason != "" {
		o.unknown("findings", d.Reason)
		return
	}
	var found, silent []object
	for _, one := range d.Findings {
		found = append(found, finding(one))
	}
	for _, one := range d.Silent {
		silent = append(silent, silence(one))
	}
	o.put("findings", list(found))
	o.put("not_enough", list(silent))
}

func finding(f assess.Finding) object {
	o := object{}
	o.put("id", f.Rule.ID)
	o.put("kind", f.Rule.Kind)
	o.put("strength", f.Rule.Strength)
	o.put("size", f.Size)
	o.put("certainty", f.Certainty)
	var because []object
	for _, t := range f.Triggers {
		b := object{}
		switch {
		case t.Record != nil:
			b = record(*t.Record)
		case t.Straight != nil:
			b.put("ticked", t.Straight.Level)
			b.put("answers", t.Straight.N)
			b.put("of", t.Straight.Of)
		case t.Composite != nil:
			b.put("composite", t.Composite.ID)
			b.put("score", t.Score)
		case t.Bare:
			b.put("item", t.Item.ID)
			b.put("evidence", false)
		case t.Item != nil:
			b.put("item", t.Item.ID)
			b.put("level", t.Level)
		default:
			b.put("scale", t.Scale.ID)
			b.put("score", t.Score)
		}
		because = append(because, b)
	}
	o.put("because", list(because))
	return o
}

// record is a number on paper with the facts behind it: each with its value, and
// with date and source where these were noted.
func record(r assess.Record) object {
	o := object{}
	o.put("record", r.ID)
	o.put("unit", r.Unit)
	o.put("value", r.Value.Value)
	var facts []object
	for _, f := range r.Facts {
		one := object{}
		one.put("id", f.ID)
		one.put("value", f.Value)
		if f.Date != "" {
			one.put("date", f.Date)
		}
		if f.Source != "" {
			one.put("source", f.Source)
		}
		facts = append(facts, one)
	}
	o.put("facts", list(facts))
	return o
}

func silence(s assess.Silence) object {
	o := object{}
	o.put("id", s.Rule.ID)
	var lacks []object
	for _, m := range s.Lacks {
		l := object{}
		l.put("id", m.ID)
		l.put("why", m.Why)
		lacks = append(lacks, l)
	}
	o.put("lacks", list(lacks))
	return o
}
