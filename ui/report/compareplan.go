package report

import (
	"cmp"
	"strings"

	"luwes/assess"
)

// followUps are the actions that the first session planned, with what the last one says
// became of them. Those of one place mean nothing to another.
func (b *board) followUps() []assess.FollowUp {
	if b.places {
		return nil
	}
	var out []assess.FollowUp
	for _, f := range assess.FollowUps(b.sessions[0].Plan, b.s.Plan) {
		if !f.Then.Blank() {
			out = append(out, f)
		}
	}
	return out
}

// carried counts, for the summary, what of the plan was done.
func (b *board) carried() [][]Span {
	all, done := b.followUps(), 0
	for _, f := range all {
		if status, _ := became(f); status == assess.Carried {
			done++
		}
	}
	if len(all) == 0 {
		return nil
	}
	return [][]Span{plain(b.w.N("report.compared.carried", len(all), "done", done, "from", ordinal(0), "to", ordinal(len(b.sessions)-1)))}
}

// planned is the table of what was planned and what became of it.
func (b *board) planned() {
	all := b.followUps()
	if len(all) == 0 {
		return
	}
	title := b.w.T("compare.planned", "from", ordinal(0), "to", ordinal(len(b.sessions)-1))
	b.heading(2, title)
	var rows [][]string
	for _, f := range all {
		rows = append(rows, []string{f.Then.What, b.towards(f.Then), b.outcomeOf(f)})
	}
	b.add(lean(Table{Caption: title, Rows: rows, Columns: []Column{column(b.w.T("plan.what")), column(b.w.T("report.plan.for")),
		column(b.w.T("plan.status"))}}))
}

// became is how far an action came; asked is false where nobody has said, and its status
// is that of then.
func became(f assess.FollowUp) (status assess.ActionStatus, asked bool) {
	a, asked := f.Then, f.Now != nil || f.Then.Status.Closed()
	if f.Now != nil {
		a = *f.Now
	}
	return cmp.Or(a.Status, assess.Planned), asked
}

func (b *board) outcomeOf(f assess.FollowUp) string {
	status, asked := became(f)
	said := b.w.T("action-status." + string(status))
	if !asked {
		return b.w.T("plan.unasked", "status", said)
	}
	if f.Now != nil && strings.TrimSpace(f.Now.Outcome) != "" {
		said += ": " + f.Now.Outcome
	}
	return said
}
