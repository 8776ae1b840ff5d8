// Package report makes documents for people out of results.
//
// [Of] puts a session into words, once for all formats: a [Document] of headings,
// paragraphs, tables and charts that says what was asked and answered, what the
// scores say, how they arise, and what cannot be concluded from them. A function
// for each format writes it: [WriteMarkdown], [WriteHTML]. The words stand in
// ui/locale/report.*.json.
package report

import (
	"luwes/assess"
	"luwes/ui/locale"
)

// Options choose what a report contains.
type Options struct {
	Short   bool            // about two pages: no items, and findings without remedies
	Rules   *assess.Rules   // what the answers can mean; nil leaves the findings out
	Earlier *assess.Session // of the same place, to compare with; nil leaves the comparison out
}

// Of makes the report of a session in the language of the words.
func Of(s *assess.Session, w *locale.Words, opt Options) *Document {
	r := &report{s: s, w: w, opt: opt, result: s.Score()}
	r.opening()
	if why := r.withheld(); why != "" {
		r.say(plain(why))
		return &r.doc
	}
	r.look()
	r.summary()
	r.scales()
	r.agreement()
	r.findings()
	r.cooperation()
	r.facts()
	r.wanted()
	r.plan()
	r.comparison()
	r.method()
	r.limits()
	r.signature()
	if !opt.Short {
		r.add(PageBreak{})
		r.items()
		r.statistics()
	}
	return &r.doc
}

// A report is a document while it is filled.
type report struct {
	s      *assess.Session
	w      *locale.Words
	opt    Options
	result *assess.Result
	// what is looked at only if there is something to see
	analysis  *assess.Analysis   // nil of one voice without settlements
	diagnosis *assess.Diagnosis  // nil without rules
	change    *assess.Comparison // from the earlier session; nil without one
	doc       Document
}

// look makes what several sections speak of.
func (r *report) look() {
	if r.result.Respondents > 1 || len(r.s.Settlements) > 0 {
		r.analysis = r.s.Analyze()
	}
	if r.opt.Rules != nil {
		r.diagnosis = r.opt.Rules.Diagnose(r.s, r.analysis)
	}
	if r.opt.Earlier != nil && !r.opt.Earlier.Collecting() {
		r.change = assess.Compare([]assess.Side{assess.SideOf(r.opt.Earlier), assess.SideOf(r.s)})
	}
}

// withheld says why nothing of the answers may be told: that a group still answers,
// or that too few people of an anonymous session did. It is empty where all may be.
func (r *report) withheld() string {
	switch {
	case r.s.Collecting():
		return r.w.T("report.closed")
	case r.hidden():
		return r.w.ReasonSentence(assess.AnonymousFew)
	}
	return ""
}

// hidden reports whether too few people of an anonymous session answered for
// anything to be shown.
func (r *report) hidden() bool {
	return r.s.Identity == assess.Anonymous && r.result.Voices < assess.AnonymousFrom
}

// words gives a text of the instrument for the unit of the session.
func (r *report) words(t assess.Text) string { return r.w.Text(t, r.s.Unit) }

func (r *report) add(b Block) { r.doc.Blocks = append(r.doc.Blocks, b) }

func (r *report) heading(level int, title string) { r.add(Heading{level, title}) }

func (r *report) say(text []Span) { r.add(Paragraph{text}) }

// told adds a message with marks of emphasis; its values stay as they are.
func (r *report) told(id string, pairs ...any) { r.say(r.marked(id, pairs...)) }

func (r *report) marked(id string, pairs ...any) []Span {
	for i := 1; i < len(pairs); i += 2 {
		if s, ok := pairs[i].(string); ok {
			pairs[i] = protect(s)
		}
	}
	return spans(r.w.T(id, pairs...))
}

// points adds a list, if there is anything in it.
func (r *report) points(items [][]Span) {
	if len(items) > 0 {
		r.add(List{items})
	}
}
