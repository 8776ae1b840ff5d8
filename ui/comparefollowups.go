package ui

import (
	"strings"

	"luwes/assess"
)

// followUps are the actions that the first session planned, with what the last one
// says became of them. Those of one place mean nothing to another.
func (t *table) followUps() []assess.FollowUp {
	if t.c.places() {
		return nil
	}
	return assess.FollowUps(t.c.sides[0].session.Plan, t.c.sides[len(t.c.sides)-1].session.Plan)
}

// planned tells of all these actions after the changes, one block each.
func (t *table) planned() []string {
	var out []string
	for _, f := range t.followUps() {
		out = append(out, t.followUp(f))
	}
	if len(out) > 0 {
		out[0] = t.l.Title.Render(wrap(t.l.T("compare.planned", "from", number(0), "to", number(len(t.c.sides)-1)), t.width)) + "\n" + out[0]
		out[len(out)-1] += "\n"
	}
	return out
}

// followUp writes one action, how far it came, and its outcome.
func (t *table) followUp(f assess.FollowUp) string {
	status := t.l.T("action-status." + string(planRow{Action: f.Then}.status()))
	if f.Now != nil {
		status = t.l.T("action-status." + string(planRow{Action: *f.Now}.status()))
	} else if !f.Then.Status.Closed() {
		status = t.l.T("plan.unasked", "status", status)
	}
	if f.Now != nil && oneLine(f.Now.Outcome) != "" {
		status += ": " + oneLine(f.Now.Outcome)
	}
	parts := []string{status}
	for _, side := range t.c.sides {
		if s := side.result.Instrument.Scale(f.Then.Scale); s != nil {
			parts = append(parts, side.text(t.l, s.Title))
			break
		}
	}
	return hanging("  - ", oneLine(f.Then.What), t.width) + "\n" + under(t.l, strings.Join(parts, " "+t.l.Dot+" "), 4, t.width)
}

// plannedFor counts what was planned for a scale, beside its change.
func (t *table) plannedFor(row comparedRow) string {
	n, done := 0, 0
	for _, f := range t.followUps() {
		if row.composite != nil || !strings.EqualFold(f.Then.Scale, row.scale.Scale.ID) {
			continue
		}
		n++
		if f.Now != nil && f.Now.Status == assess.Carried {
			done++
		}
	}
	if n == 0 {
		return ""
	}
	return t.l.Words.N("compare.planned-for", n, "done", done)
}

// plannedOf tells of the actions for one scale.
func (t *table) plannedOf(s *assess.Scale) string {
	out := ""
	for _, f := range t.followUps() {
		if strings.EqualFold(f.Then.Scale, s.ID) {
			out += t.followUp(f) + "\n"
		}
	}
	if out == "" {
		return ""
	}
	return t.l.Title.Render(wrap(t.l.T("compare.planned", "from", number(0), "to", number(len(t.c.sides)-1)), t.width)) + "\n" + out + "\n"
}
