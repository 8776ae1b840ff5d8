package ui

import (
	"slices"
	"strings"

	"luwes/assess"
)

// mostBare is how many items without evidence are each written out: of more, their
// ids by scale leave the remedies in reach.
const mostBare = 6

// triggers writes all that makes the rule hold.
func (d *findingDetail) triggers(p *page) {
	bare := slices.DeleteFunc(slices.Clone(d.finding.Triggers), func(t assess.Trigger) bool { return !t.Bare })
	for _, t := range d.finding.Triggers {
		if !t.Bare || len(bare) <= mostBare {
			d.trigger(p, t)
		}
	}
	if len(bare) <= mostBare {
		return
	}
	for len(bare) > 0 {
		scale, ids := bare[0].Scale, []string{}
		for len(bare) > 0 && bare[0].Scale == scale {
			ids, bare = append(ids, bare[0].Item.ID), bare[1:]
		}
		p.say(2, p.l.T("findings.bare-of", "scale", d.found.text(p.l, scale.Title), "n", len(ids), "all", len(scale.Items)))
		p.say(4, p.l.Muted.Render(strings.Join(ids, ", ")))
	}
}

// trigger writes a scale, a composite, an item, a record or the level of nearly all
// answers that makes the rule hold, as it stands.
func (d *findingDetail) trigger(p *page, t assess.Trigger) {
	switch {
	case t.Record != nil:
		writeRecord(p, *t.Record)
	case t.Straight != nil:
		p.say(2, p.l.Words.Straight(t.Straight, d.found.session.Instrument, d.found.session.Unit))
	case t.Composite != nil:
		p.say(2, d.found.text(p.l, t.Composite.Title)+": "+p.l.Words.Number(t.Score, 1)+" "+p.l.Muted.Render(p.l.T("findings.of-100")))
	case t.Item == nil:
		p.say(2, d.found.text(p.l, t.Scale.Title)+": "+p.l.Words.Number(t.Score, 1)+" "+p.l.Muted.Render(d.basis(p.l, t.Scale.ID)))
	default:
		d.item(p, t)
	}
}

// item writes an item with its level, or that it has no evidence.
func (d *findingDetail) item(p *page, t assess.Trigger) {
	p.say(2, t.Item.ID+"  "+d.found.text(p.l, t.Item.Text))
	if t.Bare {
		p.say(4, p.l.Muted.Render(p.l.T("findings.no-evidence", "documents", d.found.text(p.l, t.Item.Evidence))))
		return
	}
	if t.Level == 0 {
		p.say(4, p.l.Muted.Render(p.l.T("findings.lack."+string(assess.Contested))))
		d.answered(p, t.Item)
		return
	}
	level := p.l.T("items.level", "level", levelNumber(p.l, t.Level))
	if !t.Anchor.Empty() {
		level += ": " + d.found.text(p.l, t.Anchor)
	}
	p.say(4, p.l.Muted.Render(level))
	d.answered(p, t.Item)
	if t.Item.Reverse {
		p.say(4, p.l.Muted.Render(reversedText(p.l, d.found)))
	}
}

// answered writes how many people of a group gave which answer. Of one voice its own
// answer is the level, and of an item that an anonymous session hides nothing is told.
func (d *findingDetail) answered(p *page, item *assess.Item) {
	a := d.found.analysis
	for i := range a.Items {
		it := &a.Items[i]
		if a.Result.Voices > 1 && it.Item.ID == item.ID && it.Mean.Reason != assess.AnonymousFew {
			p.say(4, p.l.Muted.Render(p.l.T("findings.answered", "answers", strings.Join(counts(p.l, it.ItemResult, a.Result.Respondents), " "+p.l.Dot+" "))))
		}
	}
}

// reversedText says how levels of items that state a fault are counted.
func reversedText(l Look, d *found) string {
	return l.T("items.reversed", "levels", d.session.Instrument.Levels)
}

// basis says of how many people and of how many of their answers a score is.
func (d *findingDetail) basis(l Look, scale string) string {
	for _, r := range d.found.analysis.Result.Scales {
		if r.Scale.ID == scale && r.Coverage().OK() {
			return l.Words.N("findings.basis", r.N, "share", l.Words.Percent(r.Coverage().Value))
		}
	}
	return ""
}

// writeRecord writes a number on paper with source and date, and of one that is worked
// out the way and the facts behind it.
func writeRecord(p *page, r assess.Record) {
	w := p.l.Words
	line := w.RecordName(r.ID) + ": "
	if !r.Derived() {
		line += w.RecordValue(r.Value.Value, r.Unit)
	} else {
		line += w.Measure(r.Value.Value, r.Unit) + " = " + w.Arithmetic(r.Way) + " " + p.l.Dot + " " + p.l.T("facts.rests-on", "n", len(r.Facts), "all", r.Of)
	}
	p.say(2, line)
	origins := w.Origins(r.Facts)
	for _, f := range r.Facts {
		if r.Derived() {
			p.say(4, p.l.Muted.Render(factBehind(p.l, f, origins)))
		}
	}
	if !r.Derived() || w.Origin(r.Facts[0]) == origins {
		p.say(4, p.l.Muted.Render(origins))
	}
}

// factBehind writes a fact, with its origin where not all of them share one.
func factBehind(l Look, f assess.Fact, origins string) string {
	line, _ := assess.LineOf(f.ID)
	value := l.Words.Measure(f.Value, line.Unit)
	if line.Unit == assess.LevelFact {
		value = levelName(l, f.Value)
	}
	out := l.Words.RecordName(f.ID) + ": " + value
	if from := l.Words.Origin(f); from != origins {
		out += " " + l.Dot + " " + from
	}
	return out
}
