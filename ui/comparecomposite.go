package ui

import (
	"slices"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// chapter is the group that a scale stands in, in the first session that asks it.
func (c *compared) chapter(s *assess.Scale) *assess.Group {
	for _, side := range c.sides {
		if side.result.Scale(s.ID) != nil {
			return chapter(side.result.Instrument, s)
		}
	}
	return nil
}

// composites makes the rows of the scores that join scales. They are the same thing
// in two sessions only if they weigh the same scales alike and these are scored
// alike; a change of theirs is never tested, since they belong to no person.
func (c *compared) composites() []comparedRow {
	var rows []comparedRow
	seen := map[string]bool{}
	for _, side := range c.sides {
		for i := range side.result.Composites {
			of := side.result.Composites[i].Composite
			if id := strings.ToLower(of.ID); !seen[id] {
				seen[id] = true
				rows = append(rows, c.compositeRow(of, side.result.Instrument))
			}
		}
	}
	return rows
}

func (c *compared) compositeRow(of *assess.Composite, in *assess.Instrument) comparedRow {
	bands := of.Bands
	if len(bands) == 0 {
		bands = in.Bands
	}
	over := &assess.ComparedScale{Scale: &assess.Scale{ID: of.ID, Kind: composites, Title: of.Title, Bands: bands}, Same: true}
	var first *assess.CompositeResult
	for _, side := range c.sides {
		own := side.composite(of.ID)
		switch {
		case own == nil:
			over.Scores = append(over.Scores, assess.Unknown(assess.NotInBoth))
			continue
		case side.few:
			over.Scores = append(over.Scores, assess.Unknown(assess.AnonymousFew))
		default:
			over.Scores = append(over.Scores, own.Score)
		}
		if first == nil {
			first = own
		}
		over.Same = over.Same && slices.Equal(own.Composite.Weights, first.Composite.Weights) && slices.Equal(own.Left, first.Left)
	}
	over.Same = over.Same && !slices.ContainsFunc(of.Weights, func(w assess.Weight) bool { return !c.alike(w.Scale) })
	row := comparedRow{section: string(composites), scale: over, composite: of}
	var ok bool
	row.from, row.to, ok = ends(over.Scores)
	switch {
	case !over.Same:
		row.section, row.reason = apart, assess.ScoredOtherwise
	case !ok:
		row.section, row.reason = apart, lacking(over.Scores)
	default:
		row.change = over.Scores[row.to].Value - over.Scores[row.from].Value
	}
	return row
}

// alike reports whether a scale is scored in the same way in all sessions that ask it.
func (c *compared) alike(scale string) bool {
	for i := range c.Scales {
		if strings.EqualFold(c.Scales[i].Scale.ID, scale) {
			return c.Scales[i].Same
		}
	}
	return true
}

// composite is a composite of the session, or nil.
func (s *scored) composite(id string) *assess.CompositeResult {
	for i := range s.result.Composites {
		if strings.EqualFold(s.result.Composites[i].Composite.ID, id) {
			return &s.result.Composites[i]
		}
	}
	return nil
}

// asked reports whether a session has what a row is about.
func (s *scored) asked(row comparedRow) bool {
	if row.composite != nil {
		return s.composite(row.composite.ID) != nil
	}
	return s.result.Scale(row.scale.Scale.ID) != nil
}

// compositeDetail tells the score of each session and the scales that it joins.
func (t *table) compositeDetail(row comparedRow) string {
	out := t.l.Title.Render(t.title(row)) + "\n" + t.told(row, t.width) + "\n\n"
	bands := row.scale.Scale.Bands
	for i, side := range t.c.sides {
		out += t.side(i)
		own := side.composite(row.composite.ID)
		if own == nil || !row.scale.Scores[i].OK() {
			out += indent(t.lacks(row.scale.Scores[i].Reason), 4) + "\n\n"
			continue
		}
		out += "    " + t.l.Title.Render(scoreText(t.l, own.Score, bands)) + bandAfter(t.l, side, resultRow{kind: composites, composite: own}) + "\n\n"
	}
	out += t.l.Title.Render(t.l.T("compare.weights")) + "\n" + t.head() + "\n"
	for _, w := range row.composite.Weights {
		out += t.weighed(w)
	}
	return out
}

// weighed writes one scale of a composite with its weight before the scores.
func (t *table) weighed(w assess.Weight) string {
	for i := range t.c.Scales {
		s := &t.c.Scales[i]
		if !strings.EqualFold(s.Scale.ID, w.Scale) {
			continue
		}
		name := t.l.right(t.l.Words.Number(w.Value, weightDecimals(w.Value)), 4) + " × " + t.c.sides[0].text(t.l, s.Scale.Title)
		cells := t.cells(s.Scores, func(f assess.Figure) string { return t.l.Words.Number(f.Value, 1) })
		return strings.TrimRight("  "+t.l.cell(name, t.name)+cells+t.moved(s.Scores), " ") + "\n"
	}
	return ""
}

// moved writes the change of a score from the first session to the last, where both
// have one.
func (t *table) moved(scores []assess.Figure) string {
	from, to := scores[0], scores[len(scores)-1]
	if !from.OK() || !to.OK() {
		return t.l.right(locale.None, changeCell)
	}
	change := to.Value - from.Value
	return t.l.right(changeText(t.l, change, pointDecimals(change)), changeCell)
}

// weightDecimals writes a weight whole where it is whole.
func weightDecimals(w float64) int {
	if w == float64(int(w)) {
		return 0
	}
	return 1
}
