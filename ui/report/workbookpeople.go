package report

import "luwes/assess"

// The sheet of respondents is the wide answers file: a row a person, a column an
// item, answers as ticked.
const (
	respondentTop   = 1 // the first person's row
	respondentItems = 4 // the first item's column
)

func (b *book) respondentSheet() bookSheet {
	s := bookSheet{name: b.sheetName("respondents"), widths: []float64{18, 16, 22, 22, 8}, frozen: respondentTop, fixed: 1}
	titles := []string{b.t("respondent"), b.t("group"), b.t("unit"), b.t("rank")}
	for _, it := range b.result.Items {
		titles = append(titles, it.Item.ID)
	}
	s.add(headCells(titles...)...)
	for i := range b.s.Respondents {
		r := &b.s.Respondents[i]
		row := []bookCell{textCell(r.ID), textCell(r.Group), textCell(r.Unit), textCell(r.Rank)}
		sheet := r.Sheet(1)
		for _, it := range b.result.Items {
			row = append(row, answerCell(sheet[it.Item.ID]))
		}
		s.add(row...)
	}
	return s
}

// answerCell is a level as a number, "na" or "dk" as text, and nothing where there
// is no answer.
func answerCell(a assess.Answer) bookCell {
	switch a.Kind {
	case assess.Level:
		return bookCell{value: a.Level, style: numberStyle}
	case assess.Unanswered:
		return bookCell{}
	}
	return textCell(a.String())
}
