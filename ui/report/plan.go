package report

import (
	"slices"
	"strings"

	"luwes/assess"
)

// plan is the table of what is to be done, by whom and until when; what is to come
// first stands first.
func (r *report) plan() {
	plan := slices.DeleteFunc(slices.Clone(r.s.Plan), assess.Action.Blank)
	if len(plan) == 0 {
		return
	}
	slices.SortStableFunc(plan, func(a, b assess.Action) int { return order(a) - order(b) })
	title := r.w.T("plan.title")
	r.heading(2, title)
	if r.opt.Short {
		r.briefPlan(title, plan)
		return
	}
	var rows [][]string
	for _, a := range plan {
		rows = append(rows, []string{a.What, a.Who, a.When, r.towards(a), r.progress(a)})
	}
	r.add(lean(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("plan.what")), column(r.w.T("plan.who")),
		column(r.w.T("plan.when")), column(r.w.T("report.plan.for")), column(r.w.T("plan.status"))}}))
}

// mostActions is how many actions the short report names.
const mostActions = 5

// briefPlan names what is still to be done, by whom and until when, and counts the rest.
func (r *report) briefPlan(title string, plan []assess.Action) {
	var rows [][]string
	for _, a := range plan {
		if len(rows) < mostActions && !a.Status.Closed() {
			rows = append(rows, []string{a.What, a.Who, a.When, r.progress(a)})
		}
	}
	if len(rows) > 0 {
		r.add(lean(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("plan.what")), column(r.w.T("plan.who")),
			column(r.w.T("plan.when")), column(r.w.T("plan.status"))}}))
	}
	if more := len(plan) - len(rows); more > 0 {
		r.say(plain(r.w.N("report.plan.more", more)))
	}
}

func order(a assess.Action) int {
	if a.First {
		return 0
	}
	return 1
}

// towards names the scale that an action is to move, and the finding that asked
// for it.
func (r *report) towards(a assess.Action) string {
	var parts []string
	if s := r.s.Instrument.Scale(a.Scale); s != nil {
		parts = append(parts, r.words(s.Title))
	}
	if r.opt.Rules != nil {
		if rule := r.opt.Rules.Rule(a.Finding); rule != nil {
			parts = append(parts, r.w.T("plan.finding", "title", r.words(rule.Title)))
		}
	}
	return strings.Join(parts, "; ")
}

// progress says how far an action is, that it comes first, and what became of it.
func (r *report) progress(a assess.Action) string {
	said := r.w.T("action-status." + string(a.Status))
	if a.First {
		said += "; " + r.w.T("plan.first")
	}
	if a.Outcome != "" {
		said += "; " + a.Outcome
	}
	return said
}
