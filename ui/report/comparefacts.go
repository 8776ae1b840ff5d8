package report

import (
	"slices"

	"luwes/assess"
	"luwes/ui/locale"
)

// facts set the numbers of the fact sheets side by side, as far as two sessions know
// them. No verdict stands beside them: they are counts, and none is better for being
// higher. Of single decisions the means speak.
func (b *board) facts() {
	records := make([][]assess.Record, len(b.sessions))
	for i, s := range b.sessions {
		records[i] = assess.Records(s.Facts)
	}
	visible := b.visible()
	var of []int
	for k, r := range records[0] {
		n := 0
		for _, i := range visible {
			if records[i][k].Value.OK() {
				n++
			}
		}
		if n > 1 && (r.Unit != assess.LevelFact || derivedIn(records, k)) {
			of = append(of, k)
		}
	}
	if len(of) == 0 {
		return
	}
	title := b.w.T("facts.title")
	b.heading(2, title)
	b.told("report.facts.about")
	for some := range slices.Chunk(visible, across) {
		b.add(b.recordTable(title, records, of, some))
	}
}

// derivedIn reports whether a record is worked out from facts in any session.
func derivedIn(records [][]assess.Record, k int) bool {
	return slices.ContainsFunc(records, func(of []assess.Record) bool { return of[k].Derived() })
}

func (b *board) recordTable(title string, records [][]assess.Record, of, some []int) Table {
	t := Table{Caption: title, Columns: []Column{column(b.w.T("report.facts.record"))}}
	for _, i := range some {
		t.Columns = append(t.Columns, numbers(b.named(i)))
	}
	for _, k := range of {
		row := []string{b.w.RecordName(records[0][k].ID)}
		for _, i := range some {
			cell := locale.None
			if r := records[i][k]; r.Value.OK() {
				cell = b.w.Measure(r.Value.Value, r.Unit)
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
