package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// Compare makes the paper of a comparison: two or more sessions side by side, in the
// order of their dates, with what their differences show and what they do not. Every
// number is one of [assess.Compare]; the verdicts are those of the screen.
func Compare(sessions []*assess.Session, w *locale.Words) *Document {
	b := newBoard(sessions, w)
	b.opening()
	if why := b.closed(); why != nil {
		b.points(why)
		return &b.doc
	}
	b.summary()
	b.scales()
	b.pairs()
	b.items()
	b.facts()
	b.planned()
	b.how()
	b.limits()
	return &b.doc
}

// ComparedTitle is what the paper of a comparison is called: its place with the
// years, or its places.
func ComparedTitle(sessions []*assess.Session, w *locale.Words) string {
	return newBoard(sessions, w).title()
}

// A board is a paper of a comparison while it is filled. Of the report it has the
// words and the blocks; its session is the last one.
type board struct {
	report
	sessions []*assess.Session
	places   bool // the sessions are of different places, which differ and do not change
}

func newBoard(sessions []*assess.Session, w *locale.Words) *board {
	sessions = slices.Clone(sessions)
	slices.SortStableFunc(sessions, func(a, b *assess.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
	sides := make([]assess.Side, len(sessions))
	for i, s := range sessions {
		sides[i] = assess.SideOf(s)
	}
	last := len(sessions) - 1
	b := &board{sessions: sessions, report: report{s: sessions[last], w: w, result: sides[last].Result, change: assess.Compare(sides)}}
	for _, s := range sessions[1:] {
		b.places = b.places || !assess.SamePlace(s.Header, sessions[0].Header)
	}
	return b
}

// closed says of which sessions nothing of the answers may be told, where too few
// others are left to be compared: a group that still answers closes the whole paper, as
// it closes the screen. It is nil where the paper may go on.
func (b *board) closed() [][]Span {
	var closed, few [][]Span
	for i := range b.sessions {
		if b.sessions[i].Collecting() {
			closed = append(closed, lead(b.named(i), b.w.T("report.closed")))
		}
		if b.few(i) {
			few = append(few, lead(b.named(i), b.w.ReasonSentence(assess.AnonymousFew)))
		}
	}
	switch {
	case closed != nil:
		return closed
	case len(b.sessions)-len(few) < 2:
		return few
	}
	return nil
}

// ordinal is the number by which the paper calls a session: (1), (2), …
func ordinal(i int) string { return "(" + strconv.Itoa(i+1) + ")" }

// named is the number of a session with what tells it from the others: its place (its
// title where none was given), or where the place is the same its year, or its date where
// the year is.
func (b *board) named(i int) string {
	name := yearOf(b.sessions[i])
	for k, s := range b.sessions {
		if k != i && yearOf(s) == name {
			name = b.w.ShortDate(b.sessions[i].Date)
			break
		}
	}
	if b.places {
		name = cmp.Or(placeOf(b.sessions[i]), b.sessions[i].Title)
	}
	return strings.TrimSpace(ordinal(i) + " " + name)
}

func yearOf(s *assess.Session) string { return s.Date[:min(4, len(s.Date))] }

// placeOf is what a session assesses: an agency of a region, or the region.
func placeOf(s *assess.Session) string {
	r := report{s: s}
	return r.place()
}

// mostNames is how many places a title names.
const mostNames = 3

func (b *board) title() string {
	if !b.places {
		return strings.TrimPrefix(placeOf(b.s)+", "+b.years(), ", ")
	}
	var names []string
	for _, s := range b.sessions {
		if name := cmp.Or(placeOf(s), s.Title); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names); n == 1 || n > mostNames {
		return b.w.N("report.compared.places", len(b.sessions), "years", b.years())
	}
	last := len(names) - 1
	return b.w.T("report.compared.and", "some", strings.Join(names[:last], ", "), "last", names[last], "years", b.years())
}

// years are those from the first session to the last.
func (b *board) years() string {
	first, last := yearOf(b.sessions[0]), yearOf(b.s)
	if first == last {
		return last
	}
	return first + "–" + last
}

// few reports whether too few people of an anonymous session answered for anything of
// it to be shown.
func (b *board) few(i int) bool { return b.change.Sides[i].Few() }

// visible are the sessions that may be shown; the summary names the others.
func (b *board) visible() []int {
	var out []int
	for i := range b.sessions {
		if !b.few(i) {
			out = append(out, i)
		}
	}
	return out
}

// outer is the pair of the first and the last session that may be shown.
func (b *board) outer() *assess.Pair {
	of := b.visible()
	return b.change.Pair(of[0], of[len(of)-1])
}

// one reports whether a session has one voice only, of which no difference can be told
// from chance.
func (b *board) one(i int) bool {
	side := &b.change.Sides[i]
	return side.Method != assess.GroupMethod && side.Result.Respondents < 2
}
