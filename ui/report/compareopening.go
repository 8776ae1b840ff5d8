package report

import (
	"strings"

	"luwes/assess"
)

// opening fills the title sheet: what is set side by side.
func (b *board) opening() {
	b.doc = Document{Lang: b.w.Lang(), Kicker: b.w.T("report.compared.kicker"), Title: b.title(), Date: b.s.Date, Contents: b.w.T("report.contents")}
	for _, s := range b.sessions {
		if s.Status != assess.Completed {
			b.doc.Draft = b.w.T("report.compared.draft")
		}
	}
	b.doc.Values = b.letterhead()
	rows := b.shared()
	for i := range b.sessions {
		rows = append(rows, Field{ordinal(i) + " " + b.sessions[i].Title, b.described(i)})
	}
	b.add(Fields{rows})
}

// shared is what all sessions share.
func (b *board) shared() []Field {
	var rows []Field
	if name := placeOf(b.s); !b.places && name != "" {
		rows = append(rows, Field{b.w.T("report.region"), name})
	}
	if b.alike() {
		rows = append(rows, Field{b.w.T("report.instrument"), b.questionnaire(len(b.sessions) - 1)})
	}
	return rows
}

// alike reports whether all sessions have the same questionnaire in the same version.
func (b *board) alike() bool {
	for _, s := range b.sessions {
		if s.Instrument.ID != b.s.Instrument.ID || s.Instrument.Version != b.s.Instrument.Version {
			return false
		}
	}
	return true
}

func (b *board) questionnaire(i int) string {
	in := b.sessions[i].Instrument
	return b.w.Text(in.Title, b.sessions[i].Unit) + " (" + in.ID + " " + in.Version + ")"
}

// described says of one session where and when it was, who judged and how completely.
func (b *board) described(i int) string {
	s, side := b.sessions[i], &b.change.Sides[i]
	var parts []string
	if place := placeOf(s); b.places && place != "" {
		parts = append(parts, place)
	}
	people := b.w.N("results.people", side.Result.Respondents)
	if s.Method == assess.ConsensusMethod {
		people = b.w.T("report.room")
	}
	parts = append(parts, b.w.Date(s.Date), people, b.w.Method(s.Method), b.w.Identity(s.Identity))
	if !b.few(i) && !s.Collecting() {
		parts = append(parts, b.w.T("report.covered", "share", b.w.Percent(side.Result.Coverage())))
	}
	if !b.alike() {
		parts = append(parts, b.questionnaire(i))
	}
	if s.Status != assess.Completed {
		parts = append(parts, b.w.T("compare.draft"))
	}
	return strings.Join(parts, "; ")
}

// letterhead is what a template of one's own can name: of what the sessions do not
// share, that of the comparison, or of the last one.
func (b *board) letterhead() map[string]string {
	out := b.values()
	out["title"], out["kind"], out["draft"] = b.doc.Title, b.doc.Kicker, b.doc.Draft
	if b.places {
		out["region"], out["unit"] = b.doc.Title, ""
	}
	for _, name := range []string{"respondents", "coverage", "status"} { // a comparison has none of its own
		out[name] = ""
	}
	return out
}
