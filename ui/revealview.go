package ui

import (
	"strconv"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/chart"
	"luwes/ui/locale"
)

// View draws the list, or why there is none.
func (r *reveal) View(l Look, width, height int) string {
	if text := r.instead(l); text != "" {
		return fit(wrap(text, width), width, height)
	}
	head := r.head(l, width)
	from, to := max(r.at-height, 0), min(r.at+height+1, len(r.discussion.points))
	var blocks []string
	for i := from; i < to; i++ {
		blocks = append(blocks, r.heading(l, i, width)+r.row(l, i, width))
	}
	return fit(head+"\n"+scroll(l, blocks, r.at-from, width, height-lipgloss.Height(head)), width, height)
}

// instead says why there is no list; empty if there is one.
func (r *reveal) instead(l Look) string {
	switch d := r.discussion; {
	case d == nil && r.failed:
		return l.T("results.failed")
	case d == nil:
		return l.T("results.loading")
	case d.session.Collecting():
		return r.question(l)
	case !d.answered():
		return l.T("reveal.empty")
	case d.few:
		return l.T("reveal.few", "least", assess.AnonymousFrom)
	}
	return ""
}

// question asks before the answers are opened, and says who has answered.
func (r *reveal) question(l Look) string {
	s := r.discussion.session
	done := l.T("reveal.done", "done", s.Finished(), "people", len(s.Respondents))
	if s.Expected > 0 {
		done = l.T("reveal.done-expected", "done", s.Finished(), "people", s.Expected)
	}
	return l.Title.Render(done) + "\n\n" + l.T("reveal.question")
}

// head counts the items, tells the time, or that the session is completed, and names
// the columns of the dots.
func (r *reveal) head(l Look, width int) string {
	d := r.discussion
	apart := l.Words.N("reveal.apart", d.apart)
	if !d.worded() {
		apart = l.T("reveal.unworded", "least", groupFrom)
	}
	parts := []string{l.Words.N("reveal.people", d.voices), apart, l.Words.N("reveal.settled", d.settled())}
	if d.locked() {
		return facts(l, parts, width) + "\n" + l.Warn.Render(l.T("talk.locked")) + "\n" + r.axis(l, width)
	}
	return facts(l, parts, width) + "\n" + r.time(l, width) + "\n" + r.axis(l, width)
}

// time says what is left for how many items; of how many, only where so many people
// answered that items can be said to divide them.
func (r *reveal) time(l Look, width int) string {
	n := r.discussion.open()
	text := l.T("reveal.time") + " " + r.box.view(l)
	if r.discussion.worded() {
		text += " " + l.Dot + " " + l.Words.N("reveal.open", n)
	}
	if each := r.box.left / time.Duration(max(n, 1)); n > 1 && each >= time.Minute {
		text += " " + l.Dot + " " + l.Words.N("reveal.each", int(each/time.Minute))
	}
	return l.cell(text, width)
}

// rowLead is how far the dots of an item stand under its number.
const rowLead = 5

// stripWidth is the room of the dots, beside the figures.
func stripWidth(width int) int {
	if width < wideRow {
		return min(max(width-rowLead-19, 10), 75)
	}
	return min(width-rowLead-32, 75)
}

// wideRow is the width from which a row has room for the number of the agreement.
const wideRow = 76

// axis names the levels over the dots.
func (r *reveal) axis(l Look, width int) string {
	levels := r.discussion.session.Instrument.Levels
	cell := stripWidth(width) / levels
	text := strings.Repeat(" ", rowLead)
	for i := range levels {
		text += l.cell(strconv.Itoa(i+1), cell)
	}
	text = l.cell(text, rowLead+stripWidth(width)) + " " + l.T("reveal.legend", "sign", l.Pin)
	return l.Muted.Render(l.cell(text, width))
}

// heading stands over the first item of each part of the list.
func (r *reveal) heading(l Look, i, width int) string {
	d := r.discussion
	switch {
	case i == 0 && d.apart > 0:
		return l.Title.Render(wrap(l.T("reveal.first"), width)) + "\n"
	case i == d.apart && i > 0:
		return "\n" + l.Title.Render(l.T("reveal.rest")) + "\n"
	}
	return ""
}

// row draws one item: the question, in full where the person is, then its dots and
// figures, and what was settled.
func (r *reveal) row(l Look, i, width int) string {
	p, selected := r.discussion.points[i], i == r.at
	words := ""
	if p.first.label != "" {
		words = "  " + p.agreement(l)
	}
	lead := pointer(l, selected) + l.Key.Render(l.right(strconv.Itoa(p.number), 2)) + " "
	room := max(width-rowLead-lipgloss.Width(words), 1)
	text := distinct(l, r.discussion.session, p.item)
	rest := ""
	if selected {
		first, _, _ := strings.Cut(wrap(text, room), "\n")
		if more := strings.TrimSpace(strings.TrimPrefix(text, first)); more != "" {
			rest = "\n" + indent(l.Title.Render(wrap(more, width-rowLead)), rowLead)
		}
		text = l.Title.Render(l.cell(first, room))
	} else {
		text = l.cell(text, room)
	}
	return lead + text + words + rest + "\n" + indent(r.figures(l, p, width), rowLead) + r.outcome(l, p, width)
}

// figures are the dots of an item with number of people, median and how far they
// differ.
func (r *reveal) figures(l Look, p *point, width int) string {
	if text := p.nothing(l); text != "" {
		return l.Muted.Render(l.cell(text, width-rowLead))
	}
	if p.first.counts == nil {
		return l.Muted.Render(l.cell(l.T("reveal.n", "n", p.first.n)+" "+l.Dot+" "+l.T("talk.strip-from", "least", stripFrom), width-rowLead))
	}
	parts := []string{l.T("reveal.n", "n", p.first.n), l.T("reveal.median", "median", levelOf(l, p.first.median))}
	if p.first.n >= groupNumber && p.first.ad.OK() && width >= wideRow {
		parts = append(parts, l.T("reveal.ad", "steps", l.Words.Number(p.first.ad.Value, 1)))
	}
	return chart.Dots(l.Theme, p.first.counts, stripWidth(width)) + " " + strings.Join(parts, " "+l.Dot+" ")
}

// outcome says in a line what was settled; empty if nothing.
func (r *reveal) outcome(l Look, p *point, width int) string {
	text := p.outcome(l)
	if text == "" {
		return ""
	}
	return "\n" + indent(l.Good.Render(l.cell(text, width-rowLead)), rowLead)
}

// outcome is what was settled at an item; empty if nothing.
func (p *point) outcome(l Look) string {
	switch p.settlement.Outcome {
	case assess.Agreed:
		return l.Check + " " + l.T("talk.agreed", "level", p.settlement.Level)
	case assess.Disagreed:
		return l.Check + " " + l.T("talk.disagreed")
	}
	return ""
}

// nothing says why an item has no figures; empty if it has.
func (p *point) nothing(l Look) string {
	switch {
	case p.hidden:
		return l.T("reveal.hidden", "least", assess.AnonymousFrom)
	case !p.first.held():
		return l.T("reveal.nobody")
	}
	return ""
}

// agreement says how far people agree, with its sign; empty where so few may not
// be told.
func (p *point) agreement(l Look) string { return p.first.agreement(l) }

func (r round) agreement(l Look) string {
	if r.label == "" {
		return ""
	}
	text := agreementSign(l, r.label) + " " + l.T("group.label."+string(r.label))
	if r.label == "agreed" {
		return l.Good.Render(text)
	}
	return l.Warn.Render(text)
}

// levelOf writes a median: a whole level, or a half.
func levelOf(l Look, f assess.Figure) string {
	switch {
	case !f.OK():
		return locale.None
	case f.Value == float64(int(f.Value)):
		return strconv.Itoa(int(f.Value))
	}
	return l.Words.Number(f.Value, 1)
}

// text gives a text of the instrument in the words of the session.
func (d *discussion) text(l Look, t assess.Text) string { return l.Words.Text(t, d.session.Unit) }
