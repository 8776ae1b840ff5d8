package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// View draws the actions, or says what they are for.
func (p *plan) View(l Look, width, height int) string {
	if !p.ready() {
		return fit(l.Muted.Render(l.T("plan.loading")), width, height)
	}
	foot := p.saver.state(l)
	if len(p.rows) == 0 {
		return pad(fit(wrap(l.T("plan.empty", "most", assess.MostFirst), width), width, height-1), height-1) + "\n" + foot
	}
	head := p.head(l, width)
	body := scroll(l, p.blocks(l, width), p.at, width, height-lipgloss.Height(head)-1)
	return pad(fit(head+"\n"+body, width, height-1), height-1) + "\n" + foot
}

// head counts, and says that a completed session keeps its plan open.
func (p *plan) head(l Look, width int) string {
	first := 0
	for _, a := range p.session.Plan {
		if a.First {
			first++
		}
	}
	text := fit(l.Words.N("plan.count", len(p.session.Plan), "first", first, "most", assess.MostFirst), width, 1)
	if p.session.Status == assess.Completed && !p.saver.saved {
		text += "\n" + l.T("plan.completed")
	}
	return l.Muted.Render(wrap(text, width))
}

// blocks draws every action, with a heading over each part.
func (p *plan) blocks(l Look, width int) []string {
	blocks := make([]string, len(p.rows))
	for i, row := range p.rows {
		if i == 0 || p.part(l, row) != p.part(l, p.rows[i-1]) {
			blocks[i] = l.Title.Render(wrap(p.part(l, row), width)) + "\n"
		}
		blocks[i] += p.row(l, row, i == p.at, width)
	}
	return blocks
}

// part names the part of the list that an action stands in.
func (p *plan) part(l Look, row planRow) string {
	switch {
	case !row.earlier():
		return l.T("plan.own")
	case row.asked:
		return l.T("plan.from", "title", oneLine(p.earlier.Title))
	}
	return l.T("plan.from-earlier")
}

// row draws one action on two lines; of the selected one everything.
func (p *plan) row(l Look, row planRow, selected bool, width int) string {
	mark := l.Unmark
	switch {
	case row.asked:
		mark = "?"
	case row.First:
		mark = l.Mark
	}
	what := oneLine(row.What)
	if what == "" {
		what = l.T("plan.no-what")
	}
	if !selected {
		return l.row(mark+" "+what, false, width) + "\n" + indent(l.Muted.Render(l.cell(p.facts(l, row), width-4)), 4)
	}
	lead := pointer(l, true) + mark + " "
	block := hanging(lead, l.Title.Render(ansiWrapped(what, width-lipgloss.Width(lead))), width) + "\n" + aside(l, p.facts(l, row), width)
	if row.Outcome != "" {
		block += "\n" + aside(l, l.T("plan.outcome")+": "+oneLine(row.Outcome), width)
	}
	if title := p.finding(l, row.Finding); title != "" {
		block += "\n" + aside(l, l.T("plan.finding", "title", title), width)
	}
	return block
}

// facts says who, when, which scale, how far, and whether it comes first.
func (p *plan) facts(l Look, row planRow) string {
	status := l.T("action-status." + string(row.status()))
	if row.asked {
		status = l.T("plan.unasked", "status", status)
	}
	parts := []string{status}
	if row.First {
		parts = append(parts, l.T("plan.first"))
	}
	for _, text := range []string{oneLine(row.Who), oneLine(row.When), p.scaleTitle(l, row.Scale)} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " "+l.Dot+" ")
}

// status is planned where a file has none.
func (r planRow) status() assess.ActionStatus {
	if r.Status == "" {
		return assess.Planned
	}
	return r.Status
}

// scaleTitle names the scale with an id; empty if the questionnaire has none.
func (p *plan) scaleTitle(l Look, id string) string {
	if scale := p.session.Instrument.Scale(id); scale != nil {
		return p.text(l, scale.Title)
	}
	return ""
}

// finding names the rule with an id, or gives the id where there are no rules.
func (p *plan) finding(l Look, id string) string {
	if p.rules != nil {
		if rule := p.rules.Rule(id); rule != nil {
			return p.text(l, rule.Title)
		}
	}
	return id
}
