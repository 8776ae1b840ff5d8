package report

import (
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// overview is the one table of a short report: of each scale its score, what it was
// before and shall be, and what may be said of that.
func (r *report) overview() {
	title := r.w.T("report.results")
	columns := []Column{column(r.w.T("report.scale")), numbers(r.w.T("report.change.now"))}
	if r.compared() {
		columns = append(columns, numbers(r.w.T("report.change.then")), numbers(r.w.T("report.change.points")))
	}
	aims := r.aims()
	if len(aims) > 0 {
		columns = append(columns, numbers(strings.TrimSpace(r.w.T("report.wanted")+" "+r.aimedAt())))
	}
	columns = append(columns, column(r.w.T("report.meaning")), numbers("n"))
	var rows [][]string
	for i := range r.result.Scales {
		rows = append(rows, r.overviewed(&r.result.Scales[i], aims))
	}
	r.add(Table{Caption: title, Columns: columns, Rows: rows})
	if slices.ContainsFunc(r.result.Scales, func(s assess.ScaleResult) bool { return s.Prorated > 0 }) {
		if r.result.Respondents > 1 {
			r.told("report.prorated-some")
		} else {
			r.told("report.prorated-one")
		}
	}
	r.balance()
	r.since()
}

// compared reports whether the scores of an earlier session may stand beside these.
func (r *report) compared() bool { return r.change != nil && !r.change.Sides[0].Few() }

// aimedAt is the year in which the group wants to be there, if it is the same of all.
func (r *report) aimedAt() string {
	year := 0
	for i, w := range r.s.Wanted {
		if i > 0 && w.Year != year {
			return ""
		}
		year = w.Year
	}
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// aims are the scores that the group wants, by scale.
func (r *report) aims() map[string]string {
	out := map[string]string{}
	for _, g := range r.s.WantedGaps(r.analysis) {
		if g.Wanted.OK() {
			out[g.Scale.ID] = r.w.Figure(g.Wanted, 1)
		}
	}
	return out
}

func (r *report) overviewed(s *assess.ScaleResult, aims map[string]string) []string {
	row := []string{r.words(s.Scale.Title), r.w.Figure(s.Score, 1)}
	said := r.inShort(s)
	if r.compared() {
		then, points, verdict := r.before(s.Scale.ID)
		row = append(row, then, points)
		if verdict != "" {
			said += "; " + verdict
		}
	}
	if len(aims) > 0 {
		aim := aims[s.Scale.ID]
		if aim == "" {
			aim = locale.None
		}
		row = append(row, aim)
	}
	return append(row, said, r.w.Integer(s.N))
}

// inShort is the band of a score, or where it has none what it means, and how many
// people it does not speak for.
func (r *report) inShort(s *assess.ScaleResult) string {
	band := r.words(s.Band.Title)
	if !s.Score.OK() || band == "" {
		return r.meaning(s)
	}
	if s.NotScored > 0 {
		band += "; " + r.w.N("report.not-scored", s.NotScored)
	}
	return band
}

// before is what a scale was, by how much it changed, and the verdict.
func (r *report) before(scale string) (then, points, verdict string) {
	pair := r.change.Pair(0, 1)
	for i := range pair.Scales {
		if pair.Scales[i].Scale.ID == scale {
			row := r.changed(pair, i)
			return row[1], row[3], r.closely(&pair.Scales[i], row[4])
		}
	}
	return locale.None, locale.None, ""
}

// closely is a verdict in a table; what "cannot tell" is not, is said below it.
func (r *report) closely(ch *assess.ScaleChange, verdict string) string {
	if ch.Verdict != assess.CannotTell || verdict == "" {
		return verdict
	}
	return r.w.T("report.change.unsure")
}

// unsure reports whether any change cannot be told.
func (r *report) unsure() bool {
	return !r.solo() && slices.ContainsFunc(r.change.Pair(0, 1).Scales, func(ch assess.ScaleChange) bool { return ch.Verdict == assess.CannotTell })
}

// since tells what the column of earlier scores is of, and who was there.
func (r *report) since() {
	if r.change == nil {
		return
	}
	r.say(plain(r.with()))
	if !r.compared() {
		r.say(plain(r.w.ReasonSentence(assess.AnonymousFew)))
		return
	}
	points := r.attended(r.change.Pair(0, 1))
	if r.unsure() {
		points = append(points, plain(r.w.T("report.change.unsure-means")))
	}
	r.points(points)
}
