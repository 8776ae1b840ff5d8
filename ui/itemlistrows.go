package ui

import (
	"cmp"
	"slices"

	"luwes/assess"
)

// An itemRow is one item with what was said to it, ready to be drawn.
type itemRow struct {
	item     *assess.ItemResult
	order    int    // place in the questionnaire
	without  string // why there is no level: "none", "dk", "na", "few"; empty with one
	notes    []remark
	evidence []remark
}

// A remark is a note or a piece of evidence, and whose it is.
type remark struct {
	who, text string
}

// provisional reports whether the level has no evidence behind it yet. Officials
// hold such a level to be preliminary.
func (row itemRow) provisional() bool { return row.without == "" && len(row.evidence) == 0 }

// itemRows gathers the items in the order of the questionnaire.
func itemRows(s *scored) []itemRow {
	rows := make([]itemRow, len(s.result.Items))
	for i := range s.result.Items {
		it := &s.result.Items[i]
		rows[i] = itemRow{item: it, order: i, without: withoutLevel(it)}
		if rows[i].without != "few" { // words can tell who wrote them
			rows[i].notes, rows[i].evidence = remarks(s, it.Item.ID)
		}
	}
	return rows
}

func withoutLevel(it *assess.ItemResult) string {
	switch {
	case it.Median.OK():
		return ""
	case it.Median.Reason == assess.AnonymousFew:
		return "few"
	case it.DontKnow > 0:
		return "dk"
	case it.Inapplicable > 0:
		return "na"
	}
	return "none"
}

// remarks collects what people wrote beside an item, without their names where
// they are anonymous or there is only one.
func remarks(s *scored, item string) (notes, evidence []remark) {
	for i := range s.session.Respondents {
		r := &s.session.Respondents[i]
		who := oneLine(r.ID)
		if s.nameless() || s.solo() {
			who = ""
		}
		for _, e := range r.Entries {
			if e.Item != item {
				continue
			}
			if text := oneLine(e.Note); text != "" {
				notes = append(notes, remark{who, text})
			}
			if text := oneLine(e.Evidence); text != "" {
				evidence = append(evidence, remark{who, text})
			}
		}
	}
	return notes, evidence
}

// lasts orders the items without a level: they stand at the end.
var lasts = map[string]int{"": 0, "few": 1, "none": 2, "dk": 3, "na": 4}

// sortByLevel puts the lowest level first and items without one last.
func sortByLevel(rows []itemRow) {
	slices.SortStableFunc(rows, func(a, b itemRow) int {
		return cmp.Or(
			cmp.Compare(lasts[a.without], lasts[b.without]),
			cmp.Compare(a.item.Median.Value, b.item.Median.Value),
			cmp.Compare(a.item.Mean.Value, b.item.Mean.Value),
			cmp.Compare(a.order, b.order),
		)
	})
}
