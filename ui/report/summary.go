package report

import (
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// summary says in a few sentences what the rest of the report shows.
func (r *report) summary() {
	r.heading(2, r.w.T("report.summary"))
	if r.opt.Short {
		r.points(r.gist())
		return
	}
	r.points(r.summed())
}

// gist are the points of a short report, where the title sheet, the findings, the talk
// and the plan stand at a glance.
func (r *report) gist() [][]Span { return said(r.strategies, r.places, r.chronic, r.divided, r.moved) }

// summed are the points of the summary.
func (r *report) summed() [][]Span {
	return said(r.basis, r.strategies, r.places, r.chronic, r.divided, r.outcomes, r.meant, r.moved, r.next)
}

// said are those of the points of which there is anything to say.
func said(points ...func() []Span) [][]Span {
	var out [][]Span
	for _, point := range points {
		if s := point(); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// basis says who judged, and how complete the answers are.
func (r *report) basis() []Span {
	date, share := r.w.Date(r.s.Date), r.w.Percent(r.result.Coverage())
	id := "report.summary.people"
	switch {
	case r.s.Method == assess.ConsensusMethod:
		return plain(r.w.T("report.summary.consensus", "date", date, "share", share))
	case r.s.ByHands():
		id = "report.summary.hands"
	}
	return plain(r.w.N(id, r.result.Respondents, "date", date, "share", share))
}

// strategies names the one that is furthest and the one that lags.
func (r *report) strategies() []Span {
	high, low := ends(r.of(assess.Strategy))
	b := r.result.Balance()
	switch {
	case high == nil || high == low:
		return nil
	case b.Equal():
		return r.marked("report.summary.equal", "score", r.w.Number(high.Score.Value, 1))
	}
	said := r.marked("report.summary.strategies", "high", r.words(high.Scale.Title), "top", r.w.Number(high.Score.Value, 1),
		"low", r.words(low.Scale.Title), "bottom", r.w.Number(low.Score.Value, 1))
	if b.Verdict != assess.NoVerdict {
		said = append(said, Span{Text: " " + r.w.T("report.summary.balance."+string(b.Verdict))})
	}
	return said
}

// ends are the scales with the highest and the lowest score; nil without scores.
func ends(of []*assess.ScaleResult) (high, low *assess.ScaleResult) {
	for _, s := range of {
		if !s.Score.OK() {
			continue
		}
		if high == nil || s.Score.Value > high.Score.Value {
			high = s
		}
		if low == nil || s.Score.Value <= low.Score.Value {
			low = s
		}
	}
	return high, low
}

// places says where each dimension stands.
func (r *report) places() []Span {
	var places []string
	for _, s := range r.of(assess.Dimension) {
		if stands := r.standing(s); stands != "" {
			places = append(places, r.words(s.Scale.Title)+" "+stands)
		}
	}
	if places == nil {
		return nil
	}
	return r.marked("report.summary.structure", "places", strings.Join(places, "; "))
}

func (r *report) standing(s *assess.ScaleResult) string {
	if !s.Score.OK() {
		return ""
	}
	if stands := r.stands(s); stands != "" {
		return stands + " (" + r.w.Number(s.Score.Value, 1) + ")"
	}
	return r.w.Number(s.Score.Value, 1)
}

// chronic names the symptom that is felt most.
func (r *report) chronic() []Span {
	_, low := ends(r.of(assess.Symptom))
	if low == nil {
		return nil
	}
	return r.marked("report.summary.symptom", "scale", r.words(low.Scale.Title), "score", r.w.Number(low.Score.Value, 1))
}

// divided names the scales on which people do not agree, as far as so few may be
// told so.
func (r *report) divided() []Span {
	if r.analysis == nil {
		return nil
	}
	var split []string
	labelled := 0
	for i := range r.analysis.Scales {
		a := &r.analysis.Scales[i]
		label := locale.LabelOf(a)
		if label == "" {
			continue
		}
		labelled++
		if label != assess.LabelAgreed {
			split = append(split, r.words(a.Scale.Title)+" ("+r.w.T("group.label."+string(label))+")")
		}
	}
	switch {
	case labelled == 0:
		return nil
	case split == nil:
		return r.marked("report.summary.agreed")
	}
	return r.marked("report.summary.divided", "scales", strings.Join(split, "; "))
}

// outcomes counts what the talk left.
func (r *report) outcomes() []Span {
	agreed, disagreed := 0, 0
	for _, s := range r.s.Settlements {
		switch s.Outcome {
		case assess.Agreed:
			agreed++
		case assess.Disagreed:
			disagreed++
		}
	}
	if agreed+disagreed == 0 {
		return nil
	}
	return r.marked("report.summary.settled", "agreed", agreed, "disagreed", disagreed)
}

// summaryFindings is how many findings the summary names.
const summaryFindings = 3

// meant names the findings that weigh most.
func (r *report) meant() []Span {
	if r.diagnosis == nil || len(r.diagnosis.Findings) == 0 {
		return nil
	}
	var titles []string
	for _, f := range r.diagnosis.Findings[:min(len(r.diagnosis.Findings), summaryFindings)] {
		titles = append(titles, r.words(f.Rule.Title))
	}
	n, names := len(r.diagnosis.Findings), strings.Join(titles, "; ")
	if n > summaryFindings {
		return plain(r.w.T("report.summary.findings-first", "n", r.w.Integer(n), "titles", names))
	}
	return plain(r.w.N("report.summary.findings", n, "titles", names))
}

// moved names the scales whose change can be told from chance and matters, or says why
// there is none: nothing is called unchanged that only cannot be told.
func (r *report) moved() []Span {
	if r.change == nil || r.change.Sides[0].Few() || r.solo() {
		return nil
	}
	var moved []string
	judged, unsure, few := 0, 0, 0
	for _, ch := range r.change.Pair(0, 1).Scales {
		switch ch.Verdict {
		case assess.Changed:
			moved = append(moved, r.words(ch.Scale.Title)+" "+r.w.Signed(ch.Difference.Value, 1))
			judged++
		case assess.CannotTell:
			unsure++
			judged++
		case assess.TooFewForVerdict:
			few++
		case assess.ChangedLess, assess.NoMeaningfulChange:
			judged++
		}
	}
	switch {
	case moved != nil:
		return r.marked("report.summary.moved", "scales", strings.Join(moved, "; "))
	case judged == 0 && few == 0: // the comparison says why
		return nil
	case judged == 0:
		return r.marked("report.summary.too-few")
	case unsure == 0:
		return r.marked("report.summary.steady")
	}
	return r.marked("report.summary.still")
}

// next counts the actions of the plan that are still to come or under way.
func (r *report) next() []Span {
	n := 0
	for _, a := range r.s.Plan {
		if !a.Blank() && !a.Status.Closed() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return plain(r.w.N("report.summary.plan", n))
}
