package report

import "luwes/assess"

// planSheet is the plan as officials write it: what, who, when.
func (b *book) planSheet() bookSheet {
	s := bookSheet{name: b.sheetName("plan"), widths: []float64{6, 56, 30, 22, 10, 20, 34, 40}, frozen: 1}
	s.add(headCells(b.t("number"), b.t("what"), b.t("who"), b.t("when"), b.t("first"), b.t("status"), b.t("scale"), b.t("outcome"))...)
	for i, a := range b.s.Plan {
		s.add(bookCell{value: i + 1, style: countStyle}, textCell(a.What), textCell(a.Who), textCell(a.When), textCell(b.yes(a.First)),
			textCell(b.w.T("action-status."+string(a.Status))), textCell(b.planScale(a)), textCell(a.Outcome))
	}
	if len(b.s.Plan) == 0 {
		s.add(bookCell{}, noteCell(b.t("no-plan")))
	}
	return s
}

// planScale names the scale that an action is to move; a scale that is not asked
// any more by its id.
func (b *book) planScale(a assess.Action) string {
	for i := range b.s.Instrument.Scales {
		if sc := &b.s.Instrument.Scales[i]; sc.ID == a.Scale {
			return b.words(sc.Title)
		}
	}
	return a.Scale
}
