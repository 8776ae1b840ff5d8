package report

import (
	"strconv"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

// Minutes makes the berita acara of a session: who met and when, which items were
// talked about, what was agreed on each and why, who saw it otherwise, and what is to
// follow. What the program does not know is left to be filled in.
func Minutes(s *assess.Session, w *locale.Words, opt Options) *Document {
	r := paper(s, w, opt, "minutes.")
	r.add(Signature{Lines: r.lines("number")})
	switch {
	case s.Method == assess.SelfMethod:
		r.told("minutes.course.self")
	case s.Collecting():
		r.told("minutes.course.closed")
	case r.hidden():
		r.say(plain(w.ReasonSentence(assess.AnonymousFew)))
	default:
		r.look()
		if r.place() == "" {
			r.told("minutes.opening.nowhere", "day", r.day(), "instrument", r.words(s.Instrument.Title))
		} else {
			r.told("minutes.opening", "day", r.day(), "instrument", r.words(s.Instrument.Title), "place", r.place())
		}
		r.meeting()
		r.course()
		r.agreedScores()
		r.followUp()
		r.closing()
	}
	return &r.doc
}

// paper begins a document beside the report; the id of its title begins with its kind.
func paper(s *assess.Session, w *locale.Words, opt Options, kind string) *report {
	r := &report{s: s, w: w, opt: opt, result: s.Score()}
	r.doc = Document{Lang: w.Lang(), Kicker: s.Title, Title: w.T(kind + "title"), Date: s.Date,
		Contents: w.T("report.contents")}
	if s.Status != assess.Completed {
		r.doc.Draft = w.T("report.draft")
	}
	r.doc.Values = r.values()
	return r
}

// day is the date of the session with its day of the week.
func (r *report) day() string {
	t, err := time.Parse(time.DateOnly, r.s.Date)
	if err != nil {
		return r.s.Date
	}
	return r.w.T("weekday."+strconv.Itoa(int(t.Weekday()))) + ", " + r.w.Date(r.s.Date)
}

// place is what was assessed: an agency of a region, or the region.
func (r *report) place() string {
	if r.s.Unit != "" && r.s.Region.Name != "" {
		return r.s.Unit + ", " + r.s.Region.Name
	}
	return r.s.Unit + r.s.Region.Name
}

// meeting says who met and when; how many are in a room that answers as one is written
// by hand.
func (r *report) meeting() {
	r.heading(2, r.w.T("minutes.meeting"))
	known := []Field{
		{r.w.T("minutes.day"), r.day()},
		{r.w.T("report.method"), r.held()},
	}
	lines := []string{r.w.T("minutes.place"), r.w.T("minutes.time"), r.w.T("minutes.chair"), r.w.T("minutes.secretary")}
	if r.together() {
		lines = append(lines, r.w.T("minutes.present"))
	} else {
		known = append(known, Field{r.w.T("minutes.people"), r.w.Integer(r.result.Voices)})
	}
	r.add(Fields{known})
	r.add(Signature{Lines: lines})
}

// course tells how the meeting went, and the items that it talked about.
func (r *report) course() {
	r.heading(2, r.w.T("minutes.course"))
	if r.s.Method == assess.ConsensusMethod {
		r.told("minutes.course.consensus")
		r.common()
		return
	}
	if r.s.ByHands() {
		r.told("minutes.course.hands")
	} else {
		r.told("minutes.course.group")
	}
	r.talked()
}

// common are the levels on which the room agreed without any answers before.
func (r *report) common() {
	var rows [][]string
	for i := range r.result.Scales {
		for j := range r.result.Scales[i].Scale.Items {
			it := r.result.Item(r.result.Scales[i].Scale.Items[j].ID)
			level, anchor := r.level(it)
			if it.N > 0 {
				level += ": " + anchor
			} else {
				level = anchor
			}
			notes, _ := r.left(it.Item.ID)
			rows = append(rows, []string{it.Item.ID, r.words(it.Item.Text), level, notes})
		}
	}
	title := r.w.T("minutes.outcome")
	r.add(lean(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.item")), column(r.w.T("report.question")),
		column(title), column(r.w.T("minutes.reason"))}}))
}

// talked are the items of which the talk left anything, and those that still wait
// for it.
func (r *report) talked() {
	var rows [][]string
	var talked, waiting []*assess.ItemAnalysis
	if r.analysis != nil {
		talked, waiting = r.parted()
	}
	for _, it := range talked {
		rows = append(rows, r.talk(it))
	}
	title := r.w.T("minutes.agreed")
	r.heading(3, title)
	if len(rows) == 0 {
		r.told("minutes.none")
	} else {
		r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.item")), column(r.w.T("report.question")),
			column(r.w.T("report.settled.first")), column(r.w.T("minutes.outcome")), column(r.w.T("minutes.reason")), column(r.w.T("minutes.dissent"))}})
	}
	r.untalked(waiting)
}

func (r *report) talk(it *assess.ItemAnalysis) []string {
	first := r.medianOf(it.Median, it.N)
	if again := r.again(it); again != "" {
		first += " → " + again
	}
	said, dissent := it.Settlement, it.Settlement.Dissent
	said.Dissent = ""
	why := r.reasons(said)
	if said.High == "" && said.Low == "" {
		why = said.Reason
	}
	return []string{it.Item.ID, r.words(it.Item.Text), first, r.outcome(it), why, dissent}
}

// agreedScores are the scores that what was agreed gives, beside those of the
// individual answers.
func (r *report) agreedScores() {
	if r.analysis == nil {
		return
	}
	var rows [][]string
	for i := range r.analysis.Scales {
		a := &r.analysis.Scales[i]
		if a.Settled == 0 {
			continue
		}
		rows = append(rows, []string{r.words(a.Scale.Title), r.w.Figure(a.Score, 1), r.w.Figure(a.Agreed, 1),
			r.w.T("minutes.of", "some", a.Settled, "all", len(a.Scale.Items))})
	}
	if len(rows) == 0 {
		return
	}
	title := r.w.T("minutes.scores")
	r.heading(2, title)
	r.told("minutes.scores.about")
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.scale")), numbers(r.w.T("minutes.scores.first")),
		numbers(r.w.T("minutes.scores.agreed")), numbers(r.w.T("minutes.scores.items"))}})
}

// followUp is the plan, or that there is none yet.
func (r *report) followUp() {
	before := len(r.doc.Blocks)
	r.plan()
	if len(r.doc.Blocks) == before {
		r.heading(2, r.w.T("minutes.follow-up"))
		r.told("minutes.follow-up.none")
	}
}

// closing ends as such papers end, and has room for those who sign.
func (r *report) closing() {
	r.heading(2, r.w.T("minutes.closing"))
	r.told("minutes.closing.words")
	if r.s.Identity == assess.Anonymous {
		r.told("minutes.closing.anonymous")
	} else {
		r.told("minutes.closing.list")
	}
	r.add(Signature{Lines: r.lines("place"), Signers: []Signer{
		r.signer(r.w.T("minutes.chair")), r.signer(r.w.T("minutes.secretary")),
		r.signer(r.w.T("minutes.witness")), r.signer(r.w.T("report.signature.head")),
	}})
}
