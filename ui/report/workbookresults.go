package report

import (
	"time"

	"luwes/assess"
)

// The columns of the scales on the sheet of results.
const (
	resultID = iota
	resultTitle
	resultScore
	resultOwn // the same by luwes itself
	resultBand
	resultN
	resultCoverage
	resultAgreed
	resultAgreedOwn
	resultSource
)

var resultWidths = []float64{20, 34, 11, 11, 22, 9, 10, 15, 15, 40}

// resultSheet says what was assessed and what came out, as on the title sheet of an
// official evaluation, with a chart of the scores.
func (b *book) resultSheet() bookSheet {
	s := bookSheet{name: b.sheetName("results"), widths: resultWidths, frozen: 1}
	b.facts(&s)
	s.add()
	s.add(headCells(b.t("id"), b.t("scale"), b.t("score"), b.t("own"), b.t("band"), b.t("n"), b.t("coverage"),
		b.t("agreed"), b.t("own-agreed"), b.t("source"))...)
	top := len(s.rows)
	for i, at := range b.spans() {
		s.add(b.scaleRow(i, at)...)
	}
	s.chart = b.chart(&s, top, len(s.rows)-1)
	b.composites(&s, top)
	b.notes(&s)
	return s
}

// resultsWithheld is all that a session may say whose answers are not to be seen.
func (b *book) resultsWithheld(why string) bookSheet {
	s := bookSheet{name: b.sheetName("results"), widths: resultWidths, frozen: 1}
	b.facts(&s)
	s.add()
	s.add(noteCell(why))
	return s
}

// facts are the title, that it is a draft where it is one, and what it is about.
func (b *book) facts(s *bookSheet) {
	s.add(bookCell{value: safeText(b.s.Title), style: titleStyle})
	if b.s.Status != assess.Completed {
		s.add(noteCell(b.t("draft")))
	}
	fact := func(id string, c bookCell) {
		if c.value != "" && c.value != nil {
			s.add(labelCell(b.t("fact."+id)), c)
		}
	}
	in := b.s.Instrument
	fact("region", textCell(b.s.Region.Name))
	fact("code", textCell(b.s.Region.Code))
	fact("unit", textCell(b.s.Unit))
	fact("date", dateCell(b.s.Date))
	if b.s.BudgetYear > 0 {
		fact("budget-year", bookCell{value: b.s.BudgetYear, style: factStyle})
	}
	fact("instrument", textCell(b.words(in.Title)))
	fact("version", textCell(in.ID+" "+in.Version))
	fact("method", textCell(b.w.Method(b.s.Method)))
	fact("identity", textCell(b.w.Identity(b.s.Identity)))
	fact("status", textCell(b.w.Status(b.s.Status)))
	fact("respondents", bookCell{value: b.result.Respondents, style: factStyle})
	if !b.few() {
		fact("coverage", bookCell{value: b.result.Coverage(), style: factShareStyle})
	}
}

// dateCell is a date that a spreadsheet can calculate with; text if it is none.
func dateCell(iso string) bookCell {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return textCell(iso)
	}
	return bookCell{value: day, style: dateStyle}
}

func (b *book) scaleRow(i int, at span) []bookCell {
	a := &b.analysis.Scales[i]
	score, n, coverage := figureCell(a.Score, scoreStyle), bookCell{value: a.N, style: countStyle}, figureCell(a.Coverage(), shareStyle)
	if b.persons {
		score, n, coverage = score.by(b.scoreFormula(i)), n.by(b.countFormula(i)), coverage.by(b.coverageFormula(at))
	}
	return []bookCell{textCell(a.Scale.ID), textCell(b.words(a.Scale.Title)), score, figureCell(a.Score, scoreStyle),
		textCell(b.words(a.Band.Title)), n, coverage,
		figureCell(a.Agreed, scoreStyle).by(b.agreedFormula(a.Scale, at)), figureCell(a.Agreed, scoreStyle), textCell(b.source(a.Score))}
}

// source says where a score comes from, or why there is none.
func (b *book) source(score assess.Figure) string {
	switch {
	case !score.OK():
		return b.w.ReasonSentence(score.Reason)
	case b.persons:
		return b.t("source.formula")
	case b.s.ByHands():
		return b.t("source.hands")
	case b.s.Identity == assess.Anonymous:
		return b.t("source.anonymous")
	}
	return ""
}

// notes explain the sheets.
func (b *book) notes(s *bookSheet) {
	s.add()
	s.add(noteCell(b.t("note.own")))
	s.add(noteCell(b.t("note.final")))
	s.add(noteCell(b.t("note.codes")))
	if b.persons {
		s.add(noteCell(b.t("note.again")))
	}
}
