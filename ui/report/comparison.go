package report

import (
	"luwes/assess"
	"luwes/ui/locale"
)

// ranksDiffer is the share of people, 0–1, from which a mix of ranks is called
// different: one person of ten.
const ranksDiffer = 0.1

// with says which session this one is compared with.
func (r *report) with() string {
	then := r.change.Sides[0]
	date := r.w.Date(then.Date)
	if then.Status != assess.Completed {
		date += ", " + r.w.T("compare.draft")
	}
	return r.w.T("report.change.with", "title", then.Title, "date", date, "n", then.Result.Respondents)
}

// comparison sets the session beside the earlier one, with what a change may rest
// on beside the government itself. The short report has it in its [report.overview].
func (r *report) comparison() {
	if r.change == nil || r.opt.Short {
		return
	}
	title := r.w.T("report.change")
	r.heading(2, title)
	r.say(plain(r.with()))
	if r.change.Sides[0].Few() {
		r.say(plain(r.w.ReasonSentence(assess.AnonymousFew)))
		return
	}
	pair := r.change.Pair(0, 1)
	var rows [][]string
	var all []int
	for i := range pair.Scales {
		all, rows = append(all, i), append(rows, r.changed(pair, i))
	}
	if g := r.changes(pair, title, all); len(g.Rows) > 0 {
		r.add(Chart{g})
	}
	for _, c := range r.change.Composites() {
		rows = append(rows, r.composed(c, 0, 1))
	}
	r.add(lean(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.scale")), numbers(r.w.T("report.change.then")),
		numbers(r.w.T("report.change.now")), numbers(r.w.T("report.change.points")), column(r.w.T("report.meaning"))}}))
	r.caution(pair)
}

func (r *report) changed(pair *assess.Pair, i int) []string {
	ch, scores := &pair.Scales[i], r.change.Scales[i].Scores
	return []string{r.words(ch.Scale.Title), r.w.Figure(scores[0], 1), r.w.Figure(scores[1], 1), r.signed(ch.Difference, 1),
		r.verdict(pair, ch)}
}

// composed is a row of a composite in two sessions: its change is never tested.
func (r *report) composed(c assess.ComparedComposite, from, to int) []string {
	then, now := c.Scores[from], c.Scores[to]
	row := []string{r.words(c.Composite.Title), r.w.Figure(then, 1), r.w.Figure(now, 1), locale.None, ""}
	switch {
	case !c.Same:
		row[4] = r.w.Reason(assess.ScoredOtherwise)
	case !then.OK():
		row[4] = r.w.Reason(then.Reason)
	case !now.OK():
		row[4] = r.w.Reason(now.Reason)
	default:
		row[3], row[4] = r.w.Signed(now.Value-then.Value, 1), r.w.T("compare.composite")
	}
	return row
}

// verdict says whether a change can be told from chance, or why two scores cannot
// be compared at all. Of one voice nothing can be said.
func (r *report) verdict(pair *assess.Pair, ch *assess.ScaleChange) string {
	switch {
	case !ch.Comparable:
		return r.w.Reason(ch.Reason)
	case r.solo():
		return "" // said once, in what is told of the people
	}
	return r.w.Verdict(ch, pair.Margin, false)
}

// solo reports whether either session has one voice only, of which no change can be
// told from chance.
func (r *report) solo() bool {
	return r.change.Sides[0].Result.Respondents < 2 || r.result.Respondents < 2
}

// caution tells who attended, and what else may lie behind a change.
func (r *report) caution(pair *assess.Pair) {
	r.points(append(r.attended(pair), plain(r.w.T("compare.caution", "margin", r.w.Points(pair.Margin)))))
}

// attended tells how far the same people judged, as far as there were several.
func (r *report) attended(pair *assess.Pair) [][]Span {
	if r.solo() {
		return [][]Span{plain(r.w.T("report.change.one"))}
	}
	from, to := r.w.Date(r.change.Sides[0].Date), r.w.Date(r.s.Date)
	var points [][]Span
	if a := pair.Attendance; a.Reason == "" {
		points = append(points, plain(r.w.T("group.attendance", "both", a.Both, "first", a.First, "second", a.Second, "from", from, "to", to)))
	}
	if shift := pair.Ranks.Shift; shift.OK() && shift.Value >= ranksDiffer {
		points = append(points, plain(r.w.T("group.ranks", "share", r.w.Percent(shift.Value), "from", from, "to", to)))
	}
	return points
}
