package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/chart"
	"luwes/ui/locale"
)

// head tells what the results are about.
func (r *results) head(l Look, width int) string {
	h := r.scored.session.Header
	where := []string{oneLine(h.Region.Name), oneLine(h.Unit), l.Words.Date(h.Date)}
	if name := questionnaireName(l, r.scored.session.Instrument.ID); name != "" {
		where = append(where, name)
	}
	if where[0] == "" {
		where[0] = l.T("results.no-region")
	}
	if where[1] == "" {
		where[1] = l.T("results.whole")
	}
	how := []string{l.Words.Method(h.Method)}
	if !r.scored.solo() {
		how = append(how, l.Words.N("results.people", r.scored.result.Respondents))
	}
	if !r.scored.few {
		how = append(how, l.T("results.coverage", "share", l.Words.Percent(r.scored.result.Coverage())))
	}
	if h.Status == assess.Completed {
		how = append(how, l.Words.Status(h.Status))
	} else {
		how = append(how, l.Warn.Render(l.T("results.draft")))
	}
	return facts(l, where, width) + "\n" + facts(l, how, width)
}

// facts writes short facts one after the other, each whole on one line as far as
// it fits.
func facts(l Look, parts []string, width int) string {
	var b strings.Builder
	used := 0
	for i, p := range parts {
		n := lipgloss.Width(p)
		switch {
		case i == 0:
		case used+3+n > width:
			b.WriteString("\n")
			used = 0
		default:
			b.WriteString(" " + l.Dot + " ")
			used += 3
		}
		b.WriteString(p)
		used += n
	}
	return ansiWrapped(b.String(), width)
}

// blocks draws the head, the rows with the headings of their sections, the
// balance after the strategies and the foot, and gives the place of the selected
// row among them.
func (r *results) blocks(l Look, width int) (blocks []string, at int) {
	rows := r.scored.rows
	blocks = []string{r.head(l, width) + "\n"}
	columns := r.columns(l, width)
	for from := 0; from < len(rows); {
		to := r.end(from)
		f := columns.section(from, to)
		for i := from; i < to; i++ {
			block := f.row(l, i, i == r.at)
			if i == from {
				block = f.heading(l) + "\n" + block
			}
			if i == to-1 {
				block += "\n"
			}
			if i == r.at {
				at = len(blocks)
			}
			blocks = append(blocks, block)
		}
		if f.kind == assess.Strategy {
			blocks = append(blocks, r.balance(l, width)+"\n")
			if order := orderText(l, r.scored); order != "" {
				blocks[len(blocks)-1] += indent(wrap(order, width-2), 2) + "\n"
			}
		}
		from = to
	}
	if r.scored.analysis != nil && r.scored.result.Voices < locale.GroupFrom {
		blocks = append(blocks, l.Muted.Render(wrap(l.T("group.interval.few", "least", locale.GroupFrom), width)))
	}
	return append(blocks, r.foot(l, width)), at
}

// heading names a section and says how its numbers are read.
func (f rowForm) heading(l Look) string {
	head := l.Title.Render(wrap(f.sectionTitle(), f.width))
	if ends := f.ends(l); ends != "" {
		return head + "\n" + ends
	}
	if note := f.note(l); note != "" {
		return head + "\n" + l.Muted.Render(wrap(note, f.width))
	}
	return head
}

// note says what 0 and 100 mean in a section whose scales share their poles.
func (f rowForm) note(l Look) string {
	id := "results.note.poles"
	switch {
	case f.kind == assess.Symptom && !f.shared:
		id = "results.note.symptom"
	case !f.shared || f.low == "":
		return ""
	case positioned(f.kind) && !f.stacked:
		id = "results.note.sides"
	}
	return l.T(id, "least", f.least(l), "low", f.low, "high", f.high)
}

// balance says in a sentence or two whether the strategies move together.
func (r *results) balance(l Look, width int) string {
	head := l.Title.Render(l.T("results.balance.title"))
	text := balanceSentence(l, r.scored)
	if r.scored.balance.Verdict == assess.Drifting || r.scored.balance.Verdict == assess.PulledApart {
		text += " " + l.T("results.balance.why")
	}
	return head + "\n" + indent(wrap(text, width-2), 2)
}

// balanceSentence puts the balance of a session into one sentence.
func balanceSentence(l Look, s *scored) string {
	b := s.balance
	if !b.Spread.OK() {
		return l.T("results.balance.unknown", "reason", unbalanced(l, s))
	}
	points := l.Words.Number(b.Spread.Value, decimals(b.Spread.Value, 1, assess.BalancedWithin, assess.ApartBeyond))
	verdict := string(b.Verdict)
	if b.Equal() {
		verdict = "equal"
	}
	return l.T("results.balance."+verdict, "lead", s.text(l, b.Lead.Title), "lag", s.text(l, b.Lag.Title), "points", points)
}

// unbalanced says why the balance cannot be told: which strategies lack a score.
func unbalanced(l Look, s *scored) string {
	var without []string
	strategies := 0
	for _, sc := range s.result.Scales {
		if sc.Scale.Kind != assess.Strategy {
			continue
		}
		strategies++
		if !sc.Score.OK() {
			without = append(without, s.text(l, sc.Scale.Title))
		}
	}
	if len(without) == 0 && strategies == 1 {
		return l.T("results.balance.one")
	}
	return l.T("results.balance.without", "scales", strings.Join(without, ", "))
}

// foot says what cannot be concluded from these numbers.
func (r *results) foot(l Look, width int) string {
	var parts []string
	left := r.scored.result.Total - r.scored.result.Touched
	switch {
	case left > 0 && r.scored.session.Status == assess.Completed:
		parts = append(parts, l.Words.N("results.left-completed", left))
	case left > 0 && r.scored.solo():
		parts = append(parts, l.Words.N("results.left-solo", left))
	case left > 0:
		parts = append(parts, l.Words.N("results.left", left))
	}
	if straight := straightText(l, r.scored); straight != "" {
		parts = append(parts, straight)
	}
	if r.scored.session.Instrument.ID == rehearsedForm {
		parts = append(parts, l.T("results.rehearsal"))
	}
	parts = append(parts, l.T("results.limits."+string(r.scored.session.Method)))
	return l.Muted.Render(wrap(strings.Join(parts, " "), width))
}

// rehearsedForm is the questionnaire in which the official evaluation is rehearsed.
// Its classes bear the official names, so its results say what they are not.
const rehearsedForm = "institutional-evaluation"

// straightText warns somebody who answers alone and chose one level nearly
// throughout; of a group that is for the facilitator to know.
func straightText(l Look, s *scored) string {
	if !s.solo() {
		return ""
	}
	for _, c := range s.session.Conspicuous() {
		if c.Level > 0 {
			return l.T("group.straight", "level", c.Level, "straight", c.Straight, "answered", c.Answered)
		}
	}
	return ""
}

// drawn is the picture of a score: a place on a line where the poles say what
// matters, else a bar. The left end of a line is the lowest score there can be.
func drawn(l Look, in *assess.Instrument, kind assess.Kind, score assess.Figure, width int) string {
	if !positioned(kind) {
		return chart.Bar(l.Theme, score, width)
	}
	if least := in.ScoreOf(1); score.OK() {
		score = assess.Known((score.Value - least) / (100 - least) * 100)
	}
	return chart.Position(l.Theme, score, width)
}

// positioned reports whether the scores of a kind are places between two poles.
func positioned(kind assess.Kind) bool { return kind == assess.Dimension || kind == assess.Symptom }
