package ui

import "luwes/assess"

// chapterOf is the group that a row of the results stands in, or nil.
func (s *scored) chapterOf(row resultRow) *assess.Group {
	if row.scale == nil {
		return nil
	}
	return s.result.Instrument.Chapter(row.scale.Scale)
}

// end is the place after the last row that stands under one heading with the row
// at a place.
func (r *results) end(from int) int {
	rows, to := r.scored.rows, from
	for to < len(rows) && rows[to].kind == rows[from].kind && r.scored.chapterOf(rows[to]) == r.scored.chapterOf(rows[from]) {
		to++
	}
	return to
}

// sectionTitle heads the rows of a section.
func (f rowForm) sectionTitle() string {
	if f.chapter != nil {
		return f.s.text(f.l, f.chapter.Title)
	}
	return f.l.T("results.section." + string(f.kind))
}
