package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// stripFrom is the number of people from which their answers are drawn as dots, and
// told of at all in the talk: the median of one is an answer, and that of two nearly.
// Words for agreement come from [groupFrom] people, its number from [groupNumber].
const stripFrom = 3

// A discussion is what the screens of the talk show of a session. A command makes
// it. It has no points as long as the group still answers.
type discussion struct {
	session *assess.Session
	points  []*point // by disagreement: those above the cut first
	apart   int      // points above the cut: they stand first
	voices  int      // people who gave any answer
	few     bool     // anonymous, and too few people to show anything
}

// A point is one item of the talk, with what may be shown of it. Levels are as
// they were ticked, before reversing: they must fit the words of the anchors.
type point struct {
	number     int // place in the questionnaire, from 1
	item       *assess.Item
	scale      *assess.Scale
	first      round
	second     round // nil counts if there was none
	byHands    bool  // the second round was a show of hands
	moved      int   // people whose level differs in the second round
	without    int   // people who did not know, or to whom the item does not apply
	apart      bool  // to be talked about
	hidden     bool  // anonymous, and too few people
	settlement assess.Settlement
}

// A round is what was answered at one item, as far as it may be shown.
type round struct {
	n      int
	counts []int         // people at level 1..L; nil if that may not be shown
	median assess.Figure // 1..L; unknown under stripFrom people
	ad     assess.Figure // mean distance from the mean, in steps of the answer scale; unknown under stripFrom people
	label  assess.Label  // empty under groupFrom people
}

// held reports whether anybody answered in the round.
func (r round) held() bool { return r.n > 0 }

// discussedMsg brings what a screen has asked for.
type discussedMsg struct {
	screen     Screen
	asked      int // number of the question
	discussion *discussion
	err        error
}

// loadDiscussion reads a session and what it says, for a screen that counts its
// questions: an answer that comes after a newer one would set back what is shown.
func loadDiscussion(store Store, opt Options, id string, screen Screen, asked int) tea.Cmd {
	return func() tea.Msg {
		s, err := store.Session(opt.context(), id)
		if err != nil {
			return discussedMsg{screen: screen, asked: asked, err: err}
		}
		return discussedMsg{screen: screen, asked: asked, discussion: discuss(s)}
	}
}

// discuss gathers the points of a session.
func discuss(s *assess.Session) *discussion {
	d := &discussion{session: s}
	if s.Collecting() {
		return d
	}
	a := s.Analyze()
	d.voices = a.Result.Voices
	anonymous := s.Identity == assess.Anonymous
	for i := range a.Items {
		p := newPoint(s, &a.Items[i], i+1, anonymous)
		d.points = append(d.points, p)
		if p.apart {
			d.apart++
		}
	}
	d.few = anonymous && !slices.ContainsFunc(d.points, func(p *point) bool { return !p.hidden && p.first.held() }) && d.answered()
	slices.SortStableFunc(d.points, byDisagreement)
	return d
}

// answered reports whether anybody answered anything.
func (d *discussion) answered() bool {
	return d.voices > 0 || slices.ContainsFunc(d.points, func(p *point) bool { return p.first.held() })
}

func newPoint(s *assess.Session, it *assess.ItemAnalysis, number int, anonymous bool) *point {
	p := &point{number: number, item: it.Item, scale: it.Scale, settlement: it.Settlement,
		hidden: anonymous && it.N < assess.AnonymousFrom}
	if p.hidden {
		p.first = round{n: it.N, median: assess.Unknown(assess.AnonymousFew), ad: assess.Unknown(assess.AnonymousFew)}
		return p
	}
	p.first = newRound(it.Item, it.N, it.Counts, it.Median, it.AD)
	p.without = it.DontKnow + it.Inapplicable
	p.apart = it.Apart && it.N >= groupFrom
	if again := it.Again; again.N > 0 && (!anonymous || again.N >= assess.AnonymousFrom) {
		p.second = newRound(it.Item, again.N, again.Counts, again.Median, again.AD)
		p.moved = again.Moved
		p.byHands = !s.HandsAt(it.Item.ID, 2).Blank() && !answeredAgain(s, it.Item.ID)
	}
	return p
}

func newRound(it *assess.Item, n int, keyed []int, median, ad assess.Figure) round {
	if n < stripFrom {
		few := assess.Unknown(assess.TooFew)
		return round{n: n, median: few, ad: few}
	}
	r := round{n: n, counts: keyed, median: median, ad: ad}
	levels := len(keyed)
	if it.Reverse {
		r.counts = slices.Clone(keyed)
		slices.Reverse(r.counts)
		if median.OK() {
			r.median = assess.Known(float64(levels+1) - median.Value)
		}
	}
	if n >= groupFrom {
		r.label = assess.LabelOfItem(r.counts)
	}
	return r
}

// answeredAgain reports whether somebody gave a second answer of her own at an item.
func answeredAgain(s *assess.Session, item string) bool {
	for i := range s.Respondents {
		if s.Respondents[i].Entry(item, 2).Answer.Kind != assess.Unanswered {
			return true
		}
	}
	return false
}

// byDisagreement puts the points above the cut first and within both parts those
// where people differ most; what may not be shown, or nobody answered, comes last
// in the order of the questionnaire.
func byDisagreement(a, b *point) int {
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		cmp.Compare(b.first.ad.Value, a.first.ad.Value),
		cmp.Compare(a.number, b.number),
	)
}

func rank(p *point) int {
	switch {
	case p.apart:
		return 0
	case p.first.ad.OK():
		return 1
	case p.first.held() && !p.hidden:
		return 2
	}
	return 3
}

// open is the number of points to be talked about that nothing settles yet.
func (d *discussion) open() int {
	n := 0
	for _, p := range d.points {
		if p.apart && p.settlement.Outcome == assess.Unsettled {
			n++
		}
	}
	return n
}

// settled is the number of points with an outcome.
func (d *discussion) settled() int {
	n := 0
	for _, p := range d.points {
		if p.settlement.Outcome != assess.Unsettled {
			n++
		}
	}
	return n
}

// worded reports whether enough people answered an item to say how far they agree.
func (d *discussion) worded() bool {
	return slices.ContainsFunc(d.points, func(p *point) bool { return p.first.label != "" })
}

// locked reports whether nothing may be changed any more.
func (d *discussion) locked() bool { return d.session.Status == assess.Completed }

// find is the place of an item; 0 if it is not there.
func (d *discussion) find(item string) int {
	return max(slices.IndexFunc(d.points, func(p *point) bool { return p.item.ID == item }), 0)
}
