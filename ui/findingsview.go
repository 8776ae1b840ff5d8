package ui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// View draws the findings by kind, the selected one with its sentences, and at the
// end of what too little is known.
func (f *findings) View(l Look, width, height int) string {
	switch {
	case f.found == nil && f.failed:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case f.found == nil:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	case f.found.rules == nil:
		return fit(wrap(l.T("findings.no-rules"), width), width, height)
	case f.found.Reason == assess.NoAnswers:
		return fit(wrap(l.T("findings.no-answers"), width), width, height)
	case f.found.Reason != "":
		return fit(wrap(l.Words.ReasonSentence(f.found.Reason), width), width, height)
	case f.rows() == 0:
		return fit(f.standing(l, width)+wrap(l.T("findings.none"), width), width, height)
	}
	head := f.standing(l, width) + l.Muted.Render(wrap(l.T("findings.about"), width)) + "\n"
	blocks := make([]string, 0, f.rows())
	for i := range f.found.Findings {
		blocks = append(blocks, f.finding(l, i, width))
	}
	for i := range f.found.Silent {
		blocks = append(blocks, f.silence(l, i, width))
	}
	return fit(head+"\n"+scroll(l, blocks, f.at, width, height-lipgloss.Height(head)-1), width, height)
}

// standing says how far each rating is from the next class; the levers have the way.
// Before it stands a warning where the answers themselves are in doubt.
func (f *findings) standing(l Look, width int) string {
	out := ""
	if text := f.straight(l); text != "" {
		out = l.Warn.Render(wrap(l.Bang+" "+text, width)) + "\n"
	}
	for i := range f.found.ways {
		stand := l.Words.Ascent(&f.found.ways[i], f.found.session.Unit)[0]
		out += wrap(l.T("findings.standing", "stand", stand), width) + "\n"
	}
	return out
}

// straight warns that one level was chosen nearly throughout, where no finding does.
func (f *findings) straight(l Look) string {
	for _, one := range f.found.Findings {
		if slices.ContainsFunc(one.Triggers, func(t assess.Trigger) bool { return t.Straight != nil }) {
			return ""
		}
	}
	return straightText(l, &scored{session: f.found.session, result: f.found.analysis.Result})
}

// finding draws one finding, under the heading of its kind where that begins.
func (f *findings) finding(l Look, i, width int) string {
	one := f.found.Findings[i]
	out := pointer(l, i == f.at) + strengthSign(l, one) + " " + f.title(l, one.Rule, i == f.at, width-6)
	if i == f.at {
		out += "\n" + indent(wrap(f.found.text(l, one.Rule.Text), width-6), 6)
		if one.Sureness() != assess.Sure {
			out += "\n" + under(l, l.Words.Certainty(one), 6, width)
		}
	}
	if i == 0 || f.found.Findings[i-1].Rule.Kind != one.Rule.Kind {
		out = l.Title.Render(l.T("findings.kind."+string(one.Rule.Kind))) + "\n" + out
	}
	if i+1 == len(f.found.Findings) || f.found.Findings[i+1].Rule.Kind != one.Rule.Kind {
		out += "\n"
	}
	return out
}

func (f *findings) title(l Look, r *assess.Rule, selected bool, width int) string {
	title := l.cell(f.found.text(l, r.Title), width)
	if selected {
		return l.Title.Render(title)
	}
	return title
}

// silence draws a rule of which too little is known, the selected one with what is
// missing.
func (f *findings) silence(l Look, i, width int) string {
	one := f.found.Silent[i]
	at := len(f.found.Findings) + i
	out := pointer(l, at == f.at) + l.Muted.Render("?") + " " + f.title(l, one.Rule, at == f.at, width-4)
	if at == f.at {
		out += "\n" + under(l, f.lacks(l, one), 4, width)
	}
	if i == 0 {
		out = l.Title.Render(wrap(l.T("findings.silent"), width)) + "\n" + out
	}
	return out
}

// lacks names what a rule could not look at, and why.
func (f *findings) lacks(l Look, s assess.Silence) string {
	var parts []string
	for _, m := range s.Lacks {
		name := m.ID
		switch {
		case m.Record != nil:
			name = recordTitle(l, m.ID)
		case f.found.rules.Instrument.Scale(m.ID) != nil:
			name = f.found.text(l, f.found.rules.Instrument.Scale(m.ID).Title)
		}
		parts = append(parts, name+" ("+l.T("findings.lack."+string(m.Why))+")")
	}
	return l.T("findings.lacks") + " " + strings.Join(parts, "; ")
}

// strengthSign says by one to three signs how far a rule rests on more than
// plausibility.
func strengthSign(l Look, f assess.Finding) string {
	n := int(f.Rule.Strength.Weight())
	return l.Warn.Render(strings.Repeat(l.Pin, n)) + strings.Repeat(" ", 3-n)
}
