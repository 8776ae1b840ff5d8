package report

import (
	"luwes/assess"
	"luwes/ui/locale"
)

// statistics is the appendix of a group for readers who want to check: spread,
// interval, agreement and reliability of each scale, each from as many people as it
// takes to mean anything.
func (r *report) statistics() {
	if r.analysis == nil || r.result.Respondents < locale.GroupFrom {
		return
	}
	title := r.w.T("statistics.title")
	r.heading(2, title)
	r.told("report.statistics.about", "interval", locale.GroupFrom, "agreement", locale.PointsFrom, "alpha", locale.AlphaFrom)
	var rows [][]string
	for i := range r.analysis.Scales {
		rows = append(rows, r.statistic(&r.analysis.Scales[i]))
	}
	columns := []Column{column(r.w.T("report.scale")), numbers("n")}
	for _, id := range []string{"sd", "median", "low", "high", "ad", "rwg", "alpha"} {
		columns = append(columns, numbers(r.w.T("report.statistics."+id)))
	}
	r.add(Table{Caption: title, Columns: columns, Rows: rows})
}

func (r *report) statistic(a *assess.ScaleAnalysis) []string {
	from := func(least int, f assess.Figure, decimals int) string {
		if a.N < least {
			return locale.None
		}
		return r.w.Figure(f, decimals)
	}
	alpha := locale.None
	if !a.Scale.Formative && a.Reliability.N >= locale.AlphaFrom {
		alpha = r.w.Figure(a.Reliability.Alpha, 2)
	}
	return []string{r.words(a.Scale.Title), r.w.Integer(a.N),
		from(locale.GroupFrom, a.SD, 1), from(locale.GroupFrom, a.Median, 1),
		from(locale.GroupFrom, a.Interval.Low, 1), from(locale.GroupFrom, a.Interval.High, 1),
		from(locale.PointsFrom, a.Agreement.Points, 1), from(locale.PointsFrom, a.Agreement.UniformRWG, 2), alpha}
}
