package transfer

import (
	"io"
	"slices"

	"luwes/assess"
)

// WriteList writes luwes/list/1, the rows in the order given. A scale without a
// score is null and its reason stands in score_reasons; an anonymous session
// below assess.AnonymousFrom people has no score and no coverage.
func WriteList(w io.Writer, rows []assess.Row) error {
	var sessions []object
	for i := range rows {
		sessions = append(sessions, listRow(&rows[i]))
	}
	o := &object{}
	o.put("schema", "luwes/list/1")
	o.put("sessions", list(sessions))
	return writeJSON(w, o)
}

// Covered reports whether a row of an anonymous session shows nothing, because
// too few people answered.
func Covered(row *assess.Row) bool {
	if row.Identity != assess.Anonymous {
		return false
	}
	shown := func(s assess.SummaryScale) bool { return s.Score.Reason != assess.AnonymousFew }
	return row.Summary.Respondents < assess.AnonymousFrom || !slices.ContainsFunc(row.Summary.Scales, shown)
}

func listRow(row *assess.Row) object {
	sum := &row.Summary
	hidden := Covered(row)
	o := object{}
	o.put("id", row.ID)
	o.put("title", row.Title)
	o.put("date", row.Date)
	o.put("region", region(row.Region))
	o.put("unit", row.Unit)
	o.put("method", row.Method)
	o.put("identity", row.Identity)
	o.put("status", row.Status)
	o.put("respondents", sum.Respondents)
	if hidden {
		o.unknown("coverage", assess.AnonymousFew)
	} else {
		o.put("coverage", sum.Coverage)
	}
	var scores, reasons object
	for _, s := range sum.Scales {
		score := s.Score
		if hidden {
			score = assess.Unknown(assess.AnonymousFew)
		}
		if score.OK() {
			scores.put(s.ID, score.Value)
			continue
		}
		scores.put(s.ID, nil)
		reasons.put(s.ID, score.Reason)
	}
	o.put("scores", scores)
	if len(reasons.fields) > 0 {
		o.put("score_reasons", reasons)
	}
	return o
}
