package ui

import (
	"slices"
	"strings"

	"luwes/assess"
)

// chapter is the group of the questionnaire that a scale of no particular kind
// stands in, so that such a questionnaire is read under its own headings; nil where
// the kind is the heading: also where the group mixes kinds or has no title.
func chapter(in *assess.Instrument, s *assess.Scale) *assess.Group {
	if s == nil || s.Kind != assess.Other {
		return nil
	}
	for i := range in.Groups {
		g := &in.Groups[i]
		if slices.ContainsFunc(g.Scales, func(id string) bool { return strings.EqualFold(id, s.ID) }) {
			if g.Title.Empty() || slices.ContainsFunc(g.Scales, func(id string) bool { return in.Scale(id).Kind != assess.Other }) {
				return nil
			}
			return g
		}
	}
	return nil
}

// chapterOf is the group that a row of the results stands in, or nil.
func (s *scored) chapterOf(row resultRow) *assess.Group {
	if row.scale == nil {
		return nil
	}
	return chapter(s.result.Instrument, row.scale.Scale)
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
