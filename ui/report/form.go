package report

import (
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// The marks of answers that are no level: the keys with which a form is typed in.
const (
	markDontKnow      = "0"
	markNotApplicable = "-"
)

// beside reports whether an answer stands beside the levels: not applicable, or don't
// know.
func (o Option) beside() bool { return o.Mark == markNotApplicable || o.Mark == markDontKnow }

// Form makes a blank questionnaire for one person, to be filled at a table and typed
// in by a facilitator. It is for any session, and its questions speak of the whole
// government.
func Form(in *assess.Instrument, w *locale.Words) *Document {
	return (&form{in: in, w: w}).fill(in.Title.In(w.Lang()))
}

// FormOf makes the same for one session: with the modules that it asks, and with what
// it promises those who answer.
func FormOf(s *assess.Session, w *locale.Words) *Document {
	return (&form{in: s.Asked(), w: w, of: s.Header}).fill(s.Title)
}

func (f *form) fill(title string) *Document {
	f.doc = Document{Lang: f.w.Lang(), Kicker: f.w.T("form.kicker"), Title: title, Date: f.of.Date, Contents: f.w.T("report.contents")}
	f.before()
	for _, g := range f.in.Groups {
		f.group(g)
	}
	f.end()
	return &f.doc
}

// A form is a document while it is filled.
type form struct {
	in     *assess.Instrument
	w      *locale.Words
	of     assess.Header // of its session; empty if it is for any
	doc    Document
	number int // of the last item
}

func (f *form) words(t assess.Text) string { return f.w.Text(t, f.of.Unit) }

func (f *form) add(b Block) { f.doc.Blocks = append(f.doc.Blocks, b) }

// before tells what the answers are for and how to give them, asks who answers, and
// for the consent without which no form may be typed in.
func (f *form) before() {
	f.add(Heading{2, f.w.T("form.before")})
	points := append(f.promises(), spans(f.w.T("form.how")),
		spans(f.w.T("form.typed", "levels", f.in.Levels, "unknown", markDontKnow, "none", markNotApplicable)))
	f.add(List{points})
	f.add(Signature{Lines: f.who()})
	f.add(Question{Text: f.w.T("form.consent"), Options: []Option{{Text: f.w.T("form.agree")}}, Lines: f.initials()})
}

// promises are what the answers are for, who sees them and how long they are kept: on
// the form of a session the same as on its screens.
func (f *form) promises() [][]Span {
	we := f.w.Text(assess.Text{ID: "{we}", EN: "{we}"}, f.of.Unit)
	out := [][]Span{spans(f.w.T("form.purpose", "we", we))}
	if f.of.Identity == "" {
		return append(out, spans(f.w.T("form.seen")), spans(f.w.T("form.kept")))
	}
	for _, id := range []string{"consent.seen-", "consent.kept-"} {
		name, said, _ := strings.Cut(f.w.T(id+string(f.of.Identity)), ": ")
		out = append(out, lead(name, said))
	}
	return out
}

// who asks for what tells people apart, as far as the session does so.
func (f *form) who() []string {
	if f.of.Identity == assess.Anonymous {
		return []string{f.w.T("form.date")}
	}
	return []string{f.w.T("form.code"), f.w.T("form.date"), f.w.T("form.unit"), f.w.T("form.rank")}
}

func (f *form) initials() []string {
	if f.of.Identity == assess.Anonymous {
		return nil
	}
	return []string{f.w.T("form.initials")}
}

func (f *form) group(g assess.Group) {
	title := f.words(g.Title)
	if !g.Required {
		title = f.w.T("form.module", "title", title)
	}
	if title != "" {
		f.add(Heading{2, title})
	}
	level := 3
	if title == "" { // the one group of an instrument without any
		level = 2
	}
	for _, id := range g.Scales {
		s := f.in.Scale(id)
		f.add(Heading{level, f.words(s.Title)})
		for i := range s.Items {
			f.item(&s.Items[i])
		}
	}
}

// item asks one question. Items are counted as on the screen where they are typed in,
// which knows them by their number.
func (f *form) item(it *assess.Item) {
	f.number++
	q := Question{Number: strconv.Itoa(f.number) + " " + it.ID, Text: f.words(it.Text), Aim: f.words(it.Aim),
		Lines: []string{f.w.T("report.note"), f.w.T("report.evidence")}}
	for i, anchor := range it.Anchors {
		q.Options = append(q.Options, Option{strconv.Itoa(i + 1), f.words(anchor)})
	}
	q.Options = append(q.Options, Option{markDontKnow, f.w.T("form.dont-know")}, Option{markNotApplicable, f.w.T("form.not-applicable")})
	f.add(q)
}

// end leaves room for what makes sure that a form was typed in rightly.
func (f *form) end() {
	f.add(Heading{2, f.w.T("form.end")})
	f.add(Paragraph{plain(f.w.T("form.thanks"))})
	f.add(Signature{Lines: []string{f.w.T("form.sum"), f.w.T("form.typed-by")}})
}
