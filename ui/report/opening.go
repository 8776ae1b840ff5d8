package report

import (
	"strconv"

	"luwes/assess"
)

// opening fills the title sheet: what this is about, and that it is a draft where
// it is one.
func (r *report) opening() {
	r.doc = Document{Lang: r.w.Lang(), Kicker: r.w.T("report.kicker"), Title: r.s.Title, Date: r.s.Date, Short: r.opt.Short, Contents: r.w.T("report.contents")}
	if r.s.Status != assess.Completed {
		r.doc.Draft = r.w.T("report.draft")
	}
	r.doc.Values = r.values()
	r.sheet()
	if about := "report.about." + r.s.Instrument.ID; !r.opt.Short && r.w.Has(about) { // of others nothing is known here
		r.told(about)
	}
}

func (r *report) sheet() {
	var rows []Field
	row := func(id, value string) {
		if value != "" {
			rows = append(rows, Field{r.w.T("report." + id), value})
		}
	}
	row("region", regionOf(r.s.Region))
	row("unit", r.s.Unit)
	row("date", r.w.Date(r.s.Date))
	if r.s.BudgetYear > 0 {
		row("budget-year", strconv.Itoa(r.s.BudgetYear))
	}
	row("instrument", r.words(r.s.Instrument.Title)+" ("+r.s.Instrument.ID+" "+r.s.Instrument.Version+")")
	row("method", r.held())
	row("respondents", r.people())
	row("coverage", r.coverageWords())
	row("status", r.status())
	r.add(Fields{rows})
}

// values are what a template of one's own can name. A letterhead names the region
// without its code. What is written by hand, the number of the paper and its place, is
// a line of dots.
func (r *report) values() map[string]string {
	year := ""
	if r.s.BudgetYear > 0 {
		year = strconv.Itoa(r.s.BudgetYear)
	}
	const byHand = "………………………"
	return map[string]string{
		"title": r.doc.Title, "kind": r.doc.Kicker, "draft": r.doc.Draft, "status": r.status(),
		"region": r.s.Region.Name, "unit": r.s.Unit, "date": r.w.Date(r.s.Date), "budget_year": year,
		"instrument": r.words(r.s.Instrument.Title), "version": r.s.Instrument.Version, "method": r.w.Method(r.s.Method),
		"respondents": r.people(), "coverage": r.coverageWords(),
		"number": byHand, "place": byHand,
	}
}

// held says how the session was held.
func (r *report) held() string {
	if r.s.ByHands() {
		return r.w.T("report.by-hands")
	}
	return r.w.Method(r.s.Method) + "; " + r.w.Identity(r.s.Identity)
}

// people is how many answered; nobody counted those of a room that answered as one.
func (r *report) people() string {
	if r.together() {
		return r.w.T("report.room")
	}
	return r.w.Integer(r.result.Respondents)
}

// together reports whether a room gave one answer to each item.
func (r *report) together() bool { return r.s.Method == assess.ConsensusMethod }

func (r *report) coverageWords() string {
	if r.hidden() {
		return ""
	}
	return r.w.T("report.covered", "share", r.w.Percent(r.result.Coverage()))
}

func (r *report) status() string {
	status := r.w.Status(r.s.Status)
	if !r.s.Completed.IsZero() {
		status += ", " + r.w.Date(r.s.Completed.Local().Format("2006-01-02"))
	}
	for _, again := range r.s.Reopenings {
		status += "; " + r.w.T("report.reopened", "date", r.w.Date(again.At.Local().Format("2006-01-02")), "reason", again.Reason)
	}
	return status
}

func regionOf(g assess.Region) string {
	if g.Code == "" {
		return g.Name
	}
	return g.Name + " (" + g.Code + ")"
}
