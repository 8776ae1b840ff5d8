// Package report makes documents for people out of results.
//
// [Markdown] writes the report of a session: what was asked and answered, what
// the scores say, how they arise, and what cannot be concluded from them. Its
// words stand in ui/locale/report.*.json.
package report

import (
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// Options choose what a report contains.
type Options struct {
	Short bool          // without the details of the items
	Rules *assess.Rules // what the answers can mean; nil leaves the findings out
}

// Markdown writes the report of a session in the language of the words.
func Markdown(s *assess.Session, w *locale.Words, opt Options) string {
	r := &report{s: s, w: w, result: s.Score()}
	r.opening()
	if r.hidden() {
		r.paragraph(w.ReasonSentence(assess.AnonymousFew))
		return r.b.String()
	}
	r.scales()
	r.agreement()
	if opt.Rules != nil {
		r.findings(opt.Rules)
	}
	if !opt.Short {
		r.items()
	}
	r.method()
	r.limits()
	return r.b.String()
}

// A report is a document while it is written.
type report struct {
	s      *assess.Session
	w      *locale.Words
	result *assess.Result
	// analysis is what a group says beyond the scores; nil of one voice
	analysis *assess.Analysis
	b        strings.Builder
}

// opening says what this is about, and that it is a draft where it is one.
func (r *report) opening() {
	r.b.WriteString("# " + text(r.s.Title) + "\n\n")
	if r.s.Status != assess.Completed {
		r.paragraph("**" + r.w.T("report.draft") + "**")
	}
	rows := [][]string{}
	row := func(id, value string) {
		if value != "" {
			rows = append(rows, []string{r.w.T("report." + id), value})
		}
	}
	row("region", regionOf(r.s.Region))
	row("unit", r.s.Unit)
	row("date", r.w.Date(r.s.Date))
	if r.s.BudgetYear > 0 {
		row("budget-year", itoa(r.s.BudgetYear))
	}
	row("instrument", r.words(r.s.Instrument.Title)+" ("+r.s.Instrument.ID+" "+r.s.Instrument.Version+")")
	row("method", r.w.Method(r.s.Method)+"; "+r.w.Identity(r.s.Identity))
	row("respondents", r.w.Integer(r.result.Respondents))
	row("coverage", r.coverageWords())
	row("status", r.status())
	r.table([]string{"", ""}, rows)
	if about := "report.about." + r.s.Instrument.ID; r.w.Has(about) { // of others nothing is known here
		r.paragraph(r.w.T(about))
	}
}

// hidden reports whether too few people of an anonymous session answered for
// anything to be shown.
func (r *report) hidden() bool {
	return r.s.Identity == assess.Anonymous && r.result.Voices < assess.AnonymousFrom
}

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

// words gives a text of the instrument for the unit of the session.
func (r *report) words(t assess.Text) string { return r.w.Text(t, r.s.Unit) }
