package report

import (
	"strconv"

	"luwes/assess"
)

// wanted sets each scale of which the group has said where it wants to be beside
// where it is. The short report has it in its [report.overview].
func (r *report) wanted() {
	if r.opt.Short {
		return
	}
	var rows [][]string
	for _, g := range r.s.WantedGaps(r.analysis) {
		if !g.Wanted.OK() {
			continue
		}
		year := ""
		if w, ok := assess.WantedAt(r.s.Wanted, assess.Wanted{Scale: g.Scale.ID}); ok && w.Year > 0 {
			year = strconv.Itoa(w.Year)
		}
		rows = append(rows, []string{r.words(g.Scale.Title), r.w.Figure(g.Present, 1), r.w.Figure(g.Wanted, 1), r.signed(g.Gap, 1), year})
	}
	if len(rows) == 0 {
		return
	}
	title := r.w.T("wanted.title")
	r.heading(2, title)
	r.add(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.scale")), numbers(r.w.T("report.change.now")),
		numbers(r.w.T("report.wanted")), numbers(r.w.T("report.change.points")), numbers(r.w.T("wanted.year-label"))}})
}
