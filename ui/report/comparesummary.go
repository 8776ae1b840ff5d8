package report

import (
	"math"
	"slices"
	"strings"

	"luwes/assess"
)

// summary says in a few sentences what the differences show. Of one place the way from
// the first session to the last counts; of up to three places every pair, and of more
// of them only where the scores lie.
func (b *board) summary() {
	b.heading(2, b.w.T("report.summary"))
	out := b.hiddenOnes()
	if voices := b.voices(); voices != "" {
		out = append(out, plain(b.w.T("report.compared.one", "sessions", voices)))
	}
	switch {
	case !b.places:
		out = append(out, b.who(b.outer())...)
		out = append(out, b.shown(b.outer())...)
	case len(b.sessions) <= mostNames:
		for i := range b.change.Pairs {
			out = append(out, b.sameCodes(&b.change.Pairs[i])...)
			out = append(out, b.shown(&b.change.Pairs[i])...)
		}
	default:
		out = append(out, b.extremes()...)
	}
	if apart := b.apart(); len(apart) > 0 {
		var names []string
		for _, row := range apart {
			names = append(names, row[0])
		}
		out = append(out, plain(b.w.T("report.compared.apart", "scales", strings.Join(names, "; "))))
	}
	b.points(append(out, b.carried()...))
}

// hiddenOnes names the sessions of which nothing may be shown.
func (b *board) hiddenOnes() [][]Span {
	var out [][]Span
	for i := range b.change.Sides {
		if b.few(i) {
			out = append(out, lead(b.named(i), b.w.ReasonSentence(assess.AnonymousFew)))
		}
	}
	return out
}

// voices are the sessions with one voice only.
func (b *board) voices() string {
	var out []string
	for i := range b.sessions {
		if b.one(i) {
			out = append(out, ordinal(i))
		}
	}
	return strings.Join(out, ", ")
}

// who says how far the same people judged in both sessions of a pair.
func (b *board) who(pair *assess.Pair) [][]Span {
	from, to := ordinal(pair.From), ordinal(pair.To)
	a := pair.Attendance
	switch {
	case b.one(pair.From) || b.one(pair.To):
		return nil
	case a.Reason == "":
		return [][]Span{plain(b.w.T("group.attendance", "both", a.Both, "first", a.First, "second", a.Second, "from", from, "to", to))}
	}
	return [][]Span{plain(b.w.T("report.compared.unmatched", "from", from, "to", to, "reason", b.w.Reason(a.Reason)))}
}

// sameCodes says of two places that so many codes occur in both that their owners are
// taken for the same people, which they need not be.
func (b *board) sameCodes(pair *assess.Pair) [][]Span {
	matched := func(ch assess.ScaleChange) bool {
		return ch.Design == assess.Paired || ch.Design == assess.PartlyPaired
	}
	if !slices.ContainsFunc(pair.Scales, matched) {
		return nil
	}
	return [][]Span{plain(b.w.N("report.compared.codes", pair.Attendance.Both, "from", ordinal(pair.From), "to", ordinal(pair.To)))}
}

// extremes name for each scale the sessions with the highest and with the lowest score.
func (b *board) extremes() [][]Span {
	var out [][]Span
	for _, kind := range kinds {
		for _, i := range b.comparable(kind) {
			scores := b.change.Scales[i].Scores
			high, low := -1, -1
			for k, f := range scores {
				if f.OK() && (high < 0 || f.Value > scores[high].Value) {
					high = k
				}
				if f.OK() && (low < 0 || f.Value < scores[low].Value) {
					low = k
				}
			}
			said := b.w.T("compare.same") + "."
			if high != low {
				said = b.w.T("report.compared.extremes", "high", b.named(high), "top", b.w.Figure(scores[high], 1),
					"low", b.named(low), "bottom", b.w.Figure(scores[low], 1))
			}
			out = append(out, lead(b.words(b.change.Scales[i].Scale.Title), said))
		}
	}
	if out != nil {
		out = append(out, plain(b.w.T("report.compared.extremes-untested")))
	}
	return out
}

// verdicts are those of a pair in the order in which a reader asks for them; the last is
// none at all.
var verdicts = []assess.Verdict{assess.Changed, assess.ChangedLess, assess.NoMeaningfulChange, assess.CannotTell, assess.TooFewForVerdict, ""}

// shown names the scales of a pair by what can be said of their difference; of one
// voice only how large it is.
func (b *board) shown(pair *assess.Pair) [][]Span {
	voice := b.one(pair.From) || b.one(pair.To)
	under := map[assess.Verdict][]string{}
	for i := range pair.Scales {
		ch := &pair.Scales[i]
		if !ch.Comparable || voice && math.Abs(ch.Difference.Value) <= pair.Margin {
			continue
		}
		verdict := ch.Verdict
		if voice {
			verdict = ""
		}
		under[verdict] = append(under[verdict], b.words(ch.Scale.Title)+" "+b.w.Signed(ch.Difference.Value, 1))
	}
	if voice && len(under) == 0 {
		return [][]Span{plain(b.w.T("report.compared.none-large", "from", ordinal(pair.From), "to", ordinal(pair.To), "margin", b.w.Points(pair.Margin)))}
	}
	var out [][]Span
	for _, v := range verdicts {
		id := "report.compared.verdict."
		if b.places {
			id = "report.compared.verdict-places."
		}
		id += string(v)
		if v == "" {
			id = "report.compared.untested"
		}
		if v == "" && voice {
			id = "report.compared.untested-large"
		}
		if len(under[v]) > 0 {
			out = append(out, plain(b.w.T(id, "from", ordinal(pair.From), "to", ordinal(pair.To),
				"margin", b.w.Points(pair.Margin), "scales", strings.Join(under[v], "; "))))
		}
	}
	return out
}
