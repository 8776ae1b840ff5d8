package report

import (
	"fmt"
	"slices"
	"strings"

	"luwes/assess"
)

// composites writes the composite scores below the scales, of which the first
// stands in the given row; each is calculated from the scores above it.
func (b *book) composites(s *bookSheet, top int) {
	if len(b.result.Composites) == 0 {
		return
	}
	s.add()
	s.add(headCells(b.t("id"), b.t("composite"), b.t("score"), b.t("own"), b.t("band"))...)
	for i := range b.result.Composites {
		c := &b.result.Composites[i]
		score := figureCell(c.Score, scoreStyle)
		if c.Score.OK() {
			score = score.by(b.compositeFormula(c, top))
		}
		remark := textCell(b.words(c.Band.Title))
		if !c.Score.OK() {
			remark = textCell(b.w.ReasonSentence(c.Score.Reason))
		}
		s.add(textCell(c.Composite.ID), textCell(b.words(c.Composite.Title)), score, figureCell(c.Score, scoreStyle), remark)
	}
}

// compositeFormula is the weighted mean of the scores of its scales, without those
// of which nothing applies; empty while one of them has no score.
func (b *book) compositeFormula(c *assess.CompositeResult, top int) string {
	var cells, terms, weights []string
	for _, w := range c.Composite.Weights {
		i := slices.IndexFunc(b.result.Scales, func(s assess.ScaleResult) bool { return strings.EqualFold(s.Scale.ID, w.Scale) })
		if i < 0 || slices.Contains(c.Left, w.Scale) {
			continue
		}
		cell := cellAt(resultScore, top+i)
		cells = append(cells, cell)
		terms = append(terms, numberOf(w.Value)+"*"+cell)
		weights = append(weights, numberOf(w.Value))
	}
	return fmt.Sprintf(`IF(COUNT(%s)<%d,"",(%s)/(%s))`, strings.Join(cells, ","), len(cells),
		strings.Join(terms, "+"), strings.Join(weights, "+"))
}
