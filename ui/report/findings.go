package report

import (
	"strings"

	"luwes/assess"
)

// findings tells what the answers mean, with the answers behind each finding, and
// what can be done.
func (r *report) findings() {
	d := r.diagnosis
	if d == nil {
		return
	}
	ways := r.opt.Rules.Ascents(r.s, r.analysis)
	if len(d.Findings)+len(d.Silent)+len(ways) == 0 {
		return
	}
	r.heading(2, r.w.T("findings.title"))
	for i := range ways {
		r.way(&ways[i])
	}
	if r.opt.Short {
		r.briefly(d)
		return
	}
	for _, f := range d.Findings {
		r.finding(f)
	}
	if len(d.Silent) == 0 {
		return
	}
	r.heading(3, r.w.T("findings.silent"))
	var points [][]Span
	for _, s := range d.Silent {
		points = append(points, lead(r.words(s.Rule.Title), r.lacks(s)+"."))
	}
	r.points(points)
}

// way tells how far a rating is from the next class and, in the whole report, which
// items would carry it there.
func (r *report) way(a *assess.Ascent) {
	r.heading(3, r.w.T("ascent.title"))
	r.say(plain(strings.Join(r.w.Ascent(a, r.s.Unit), " ")))
	if r.opt.Short {
		return
	}
	var points [][]Span
	for _, line := range r.w.Raises(a, r.s.Unit) {
		points = append(points, plain(line+"."))
	}
	r.points(points)
}

// lacks names what a rule could not look at, and why.
func (r *report) lacks(s assess.Silence) string {
	var lacks []string
	for _, m := range s.Lacks {
		name := m.ID
		switch {
		case m.Record != nil:
			name = r.w.RecordName(m.ID)
		case r.opt.Rules.Instrument.Scale(m.ID) != nil:
			name = r.words(r.opt.Rules.Instrument.Scale(m.ID).Title)
		}
		lacks = append(lacks, name+" ("+r.w.T("findings.lack."+string(m.Why))+")")
	}
	return strings.Join(lacks, "; ")
}

// briefFindings is how many findings the short report tells.
const briefFindings = 5

// briefly names the findings that weigh most, with what they rest on, and counts
// the rest.
func (r *report) briefly(d *assess.Diagnosis) {
	var points [][]Span
	for _, f := range d.Findings[:min(len(d.Findings), briefFindings)] {
		points = append(points, lead(r.w.T("findings.kind."+string(f.Rule.Kind)), r.words(f.Rule.Title)+" ("+r.triggers(f, false)+")."))
	}
	r.points(points)
	if left := len(d.Findings) - len(points); left > 0 {
		r.say(plain(r.w.N("report.findings.more", left)))
	}
	if len(d.Silent) > 0 {
		r.say(plain(r.w.N("report.findings.silent", len(d.Silent))))
	}
}

func (r *report) finding(f assess.Finding) {
	r.heading(3, r.w.T("findings.kind."+string(f.Rule.Kind))+": "+r.words(f.Rule.Title))
	r.say(plain(r.words(f.Rule.Text)))
	r.say(plain(r.w.Because(f) + ": " + r.triggers(f, true) + ". " + r.w.T("findings.strength."+string(f.Rule.Strength)) + " " +
		r.w.Certainty(f)))
	var remedies [][]Span
	for _, remedy := range f.Rule.Remedies {
		remedies = append(remedies, plain(r.words(remedy)))
	}
	r.points(remedies)
	if sources := r.sources(f.Rule); sources != "" {
		r.say(plain(r.w.T("findings.sources") + ": " + sources + "."))
	}
}

// sources are the section of the article and the publications that a rule follows,
// apart from each other and without the full stop at the end.
func (r *report) sources(rule *assess.Rule) string {
	var sources []string
	if !rule.Article.Empty() {
		sources = append(sources, r.w.T("findings.article", "section", r.words(rule.Article)))
	}
	for _, id := range rule.After {
		if ref := r.opt.Rules.Reference(id); ref != nil {
			sources = append(sources, strings.TrimSuffix(ref.Text, "."))
		}
	}
	return strings.Join(sources, "; ")
}

// triggers names what a finding rests on; items without evidence by their ids alone or,
// where there is no room, by their number, because there may be many.
func (r *report) triggers(f assess.Finding, room bool) string {
	var out, bare []string
	for _, t := range f.Triggers {
		if t.Bare {
			bare = append(bare, t.Item.ID)
			continue
		}
		out = append(out, r.trigger(t, room))
	}
	switch {
	case len(bare) > 0 && room:
		out = append(out, r.w.T("findings.bare", "items", strings.Join(bare, ", ")))
	case len(bare) > 0:
		out = append(out, r.w.N("findings.bare-count", len(bare)))
	}
	return strings.Join(out, "; ")
}

// trigger names a scale or composite with its score, an item with its level, or a record with its
// value; where there is room, the words of the level and the sources of the record.
func (r *report) trigger(t assess.Trigger, room bool) string {
	said := ""
	switch {
	case t.Record != nil:
		said = r.w.RecordName(t.Record.ID) + " " + r.w.RecordValue(t.Record.Value.Value, t.Record.Unit)
		if room {
			said += " (" + r.w.Origins(t.Record.Facts) + ")"
		}
	case t.Straight != nil:
		said = r.w.Straight(t.Straight, r.s.Instrument, r.s.Unit)
	case t.Composite != nil:
		said = r.words(t.Composite.Title) + " " + r.w.Number(t.Score, 1)
	case t.Item == nil:
		said = r.words(t.Scale.Title) + " " + r.w.Number(t.Score, 1)
	case t.Level == 0: // people are apart over it
		said = t.Item.ID + ": " + r.w.T("findings.lack."+string(assess.Contested))
	default:
		said = t.Item.ID + " " + r.w.T("items.level", "level", r.w.Number(t.Level, decimalsOf(t.Level)))
		if room && !t.Anchor.Empty() {
			said += " (" + r.words(t.Anchor) + ")"
		}
	}
	return said
}
