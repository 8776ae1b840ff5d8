package report

import (
	"strings"

	"luwes/assess"
)

// findings tells what the answers mean, with the answers behind each finding, and
// what can be done.
func (r *report) findings(rules *assess.Rules) {
	d := rules.Diagnose(r.s, r.analysis)
	if len(d.Findings)+len(d.Silent) == 0 {
		return
	}
	r.heading(2, r.w.T("findings.title"))
	for _, f := range d.Findings {
		r.finding(rules, f)
	}
	if len(d.Silent) == 0 {
		return
	}
	r.heading(3, r.w.T("findings.silent"))
	for _, s := range d.Silent {
		r.b.WriteString("- " + text(r.words(s.Rule.Title)) + "\n")
	}
	r.b.WriteString("\n")
}

func (r *report) finding(rules *assess.Rules, f assess.Finding) {
	r.heading(3, r.w.T("findings.kind."+string(f.Rule.Kind))+": "+r.words(f.Rule.Title))
	r.paragraph(text(r.words(f.Rule.Text)))
	r.paragraph(text(r.w.T("findings.because") + ": " + r.triggers(f) + ". " + r.w.T("findings.strength."+string(f.Rule.Strength)) + " " +
		r.w.T("findings.certainty."+string(f.Sureness()))))
	for _, remedy := range f.Rule.Remedies {
		r.b.WriteString("- " + text(r.words(remedy)) + "\n")
	}
	var sources []string
	if f.Rule.Article != "" {
		sources = append(sources, r.w.T("findings.article", "section", f.Rule.Article))
	}
	for _, id := range f.Rule.After {
		if ref := rules.Reference(id); ref != nil {
			sources = append(sources, ref.Text)
		}
	}
	if len(sources) > 0 {
		r.b.WriteString("\n" + r.w.T("findings.sources") + ": " + text(strings.Join(sources, " ")) + "\n")
	}
	r.b.WriteString("\n")
}

// triggers names the scales with their scores and the items with their levels.
func (r *report) triggers(f assess.Finding) string {
	var out []string
	for _, t := range f.Triggers {
		if t.Item == nil {
			out = append(out, r.words(t.Scale.Title)+" "+r.w.Number(t.Score, 1))
			continue
		}
		said := t.Item.ID + " " + r.w.T("items.level", "level", r.w.Number(t.Level, decimalsOf(t.Level)))
		if !t.Anchor.Empty() {
			said += " (" + r.words(t.Anchor) + ")"
		}
		out = append(out, said)
	}
	return strings.Join(out, "; ")
}
