package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/chart"
)

// View draws the item, what was answered, what was settled, and whether it is
// saved. What does not fit can be scrolled to.
func (t *talk) View(l Look, width, height int) string {
	switch {
	case !t.ready() && t.failed:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case !t.ready():
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	}
	d, p := t.discussion, t.point()
	top := t.head(l, width) + "\n" + l.Title.Render(wrap(d.text(l, p.item.Text), width))
	b := newBoard(d, p)
	all, brief := twoColumns(l, p.summary(l, true), width), twoColumns(l, p.summary(l, false), width)
	text := top + "\n\n" + b.beside(l, width, "\n\n") + "\n\n" + all
	if lipgloss.Height(text) > height-1 {
		text = top + "\n\n" + b.beside(l, width, "\n") + "\n\n" + all
	}
	if lipgloss.Height(text) > height-1 {
		text = top + "\n" + b.beside(l, width, "\n") + "\n" + brief
	}
	body := t.paper.draw(l, strings.Split(text, "\n"), width, height-1)
	return pad(body, height-1) + "\n" + t.foot(l)
}

// head names the scale and tells the time, as long as there is something to talk about.
func (t *talk) head(l Look, width int) string {
	scale := t.discussion.text(l, t.point().scale.Title)
	if t.discussion.locked() {
		return l.Key.Render(l.cell(scale, width))
	}
	times := l.T("talk.time") + " " + t.timer.view(l)
	if t.box != nil && (t.box.running() || t.box.left == 0) {
		times += " " + l.Dot + " " + l.T("talk.time-list") + " " + t.box.view(l)
	}
	room := max(width-lipgloss.Width(times)-2, 1)
	return l.Key.Render(l.cell(scale, room)) + "  " + times
}

func (t *talk) foot(l Look) string {
	if t.discussion.locked() {
		return l.Warn.Render(l.T("talk.locked"))
	}
	return t.settler.state(l)
}

// A board is what is drawn of an item: its anchors with the people at each.
type board struct {
	texts  []assess.Text
	unit   string
	first  round
	second round
	agreed int // level on which the group agreed; 0 if none
}

func newBoard(d *discussion, p *point) board {
	b := board{texts: p.item.Anchors, unit: d.session.Unit, first: p.first, second: p.second}
	if p.settlement.Outcome == assess.Agreed {
		b.agreed = p.settlement.Level
	}
	return b
}

// dots reports whether everybody can be drawn as a dot in so many cells.
func (b board) dots(cells int) bool {
	return chart.Fits(b.first.counts, cells) && chart.Fits(b.second.counts, cells)
}

// column is the width of the people of a round; 0 if they are not shown.
func (b board) column(of round, title string, limit int) int {
	if of.counts == nil {
		return 0
	}
	width := lipgloss.Width("99 × ●")
	if b.dots(limit) {
		width = slices.Max(of.counts)
	}
	return max(width, lipgloss.Width(title)) + 2
}

// beside draws each anchor behind the people who chose it, the two rounds in two
// columns.
func (b board) beside(l Look, width int, between string) string {
	limit := max(width/6, 6)
	title, again := "", ""
	if b.second.counts != nil {
		title, again = l.T("talk.column-first"), l.T("talk.column-second")
	}
	one, two := b.column(b.first, title, limit), b.column(b.second, again, limit)
	var out []string
	if again != "" {
		out = append(out, l.Muted.Render("    "+l.cell(title, one)+again))
	}
	for i, text := range b.texts {
		lead := b.mark(l, i+1)
		if one > 0 {
			lead += chart.People(l.Theme, l.Pin, b.first.counts[i], b.dots(limit), one)
		}
		if two > 0 {
			lead += chart.People(l.Theme, l.Mark, b.second.counts[i], b.dots(limit), two)
		}
		out = append(out, hanging(lead, l.Words.Text(text, b.unit), width))
	}
	return strings.Join(out, between)
}

// mark is the number of a level, with a sign at the agreed one.
func (b board) mark(l Look, level int) string {
	sign := "  "
	if level == b.agreed {
		sign = l.Good.Render(l.Check) + " "
	}
	return sign + l.Key.Render(strconv.Itoa(level)) + " "
}

// summary puts the first answers, the second round and what was settled below one
// another, says what moved, and what was written: in each row a name and the facts
// that belong to it. With all it also tells what there is not yet.
func (p *point) summary(l Look, all bool) [][]string {
	rows := [][]string{row(l.T("talk.first"), append(p.facts(l, p.first, all), p.withoutLevel(l))...)}
	missing := ""
	if all {
		missing = l.Muted.Render(l.T("talk.not-yet"))
	}
	if p.second.held() {
		rows = append(rows, row(l.T("talk.second"), p.facts(l, p.second, all)...), row(l.T("talk.moved"), p.shift(l)...))
	} else {
		rows = append(rows, row(l.T("talk.second"), missing))
	}
	settled := missing
	if text := p.outcome(l); text != "" {
		settled = l.Good.Render(text)
	}
	st := p.settlement
	rows = append(rows, row(l.T("talk.settled"), settled), row(l.T("talk.reason"), oneLine(st.Reason)), row(l.T("talk.dissent"), oneLine(st.Dissent)),
		row(l.T("talk.high"), oneLine(st.High)), row(l.T("talk.low"), oneLine(st.Low)))
	return slices.DeleteFunc(rows, func(r []string) bool { return len(r) == 1 })
}

// row is a name and those of the facts that are not empty.
func row(name string, facts ...string) []string {
	return append([]string{name}, slices.DeleteFunc(facts, func(f string) bool { return f == "" })...)
}

// twoColumns writes names and the facts that belong to them.
func twoColumns(l Look, rows [][]string, width int) string {
	wide := 0
	for _, r := range rows {
		wide = max(wide, lipgloss.Width(r[0])+2)
	}
	var out []string
	for _, r := range rows {
		out = append(out, hanging(l.Muted.Render(l.cell(r[0], wide)), facts(l, r[1:], max(width-wide, 1)), width))
	}
	return strings.Join(out, "\n")
}

// facts say how many people answered, their median, and how far they agree in
// words and, with all, as a number: as far as so many may be told.
func (p *point) facts(l Look, r round, all bool) []string {
	if text := p.nothing(l); text != "" {
		return []string{text}
	}
	if r.counts == nil {
		return []string{l.Words.N("talk.people", r.n), l.T("talk.strip-from", "least", stripFrom)}
	}
	parts := []string{l.Words.N("talk.people", r.n), l.T("reveal.median", "median", levelOf(l, r.median)), r.agreement(l)}
	if all && r.n >= groupNumber && r.ad.OK() {
		parts = append(parts, l.T("talk.ad", "steps", l.Words.Number(r.ad.Value, 1)))
	}
	return parts
}

// withoutLevel says how many people answered without a level; empty if none.
func (p *point) withoutLevel(l Look) string {
	if p.without == 0 {
		return ""
	}
	return l.Words.N("talk.without", p.without)
}

// shift says how many people moved, and where their median went, as far as so few
// may be told of.
func (p *point) shift(l Look) []string {
	if p.first.counts == nil || p.second.counts == nil {
		return nil
	}
	median := l.T("talk.moved-median", "from", levelOf(l, p.first.median), "to", levelOf(l, p.second.median))
	if p.byHands {
		return []string{median}
	}
	return []string{l.T("talk.moved-people", "moved", p.moved, "n", p.second.n), median}
}
