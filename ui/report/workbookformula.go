package report

import (
	"fmt"

	"luwes/assess"
)

// The formulas keep to functions that every spreadsheet has had for decades, and
// do without array formulas, which some of them must be told of.

// ruleNoise absorbs the rounding of a minimum share times a number of items, as
// the half rule of scoring does.
const ruleNoise = "0.000000001"

// scoreOf turns the formula of a mean level, a quotient, into a score of 0–100 by the
// instrument's convention.
func (b *book) scoreOf(mean string) string {
	levels := b.result.Instrument.Levels
	if b.result.Instrument.Convention == assess.Share {
		return fmt.Sprintf("%s/%d*100", mean, levels)
	}
	return fmt.Sprintf("(%s-1)/%d*100", mean, levels-1)
}

// scored wraps the formula of a score into the half rule of a scale: empty unless
// there are numbers in the given cells, at least the minimum share of those that
// are not "na".
func scored(s *assess.Scale, cells, score string) string {
	return fmt.Sprintf(`IF(OR(COUNT(%[1]s)=0,COUNT(%[1]s)<%[2]s*(%[3]d-COUNTIF(%[1]s,"na"))-%[4]s),"",%[5]s)`,
		cells, numberOf(s.Minimum), len(s.Items), ruleNoise, score)
}

// sumFormula is the sum of one respondent's keyed levels on a scale, each times the
// weight of its item. Signed weights and the additions of reversed items make
// L + 1 − x of a reversed x. It adds level by level, because not every program
// agrees on what SUMPRODUCT does with text such as "na".
func (b *book) sumFormula(at span, person int) string {
	answers := b.answers(at, person)
	sum := b.sumOfLevels(answers, b.parameter(at, addedRow))
	for level := 1; level <= b.result.Instrument.Levels; level++ {
		sum += fmt.Sprintf("+%[1]d*SUMIF(%[2]s,%[1]d,%[3]s)", level, answers, b.parameter(at, signedRow))
	}
	return sum
}

// personFormula is one respondent's score on a scale, from the cell with the sum.
func (b *book) personFormula(s *assess.Scale, at span, person int, sum string) string {
	answers := b.answers(at, person)
	return scored(s, answers, b.scoreOf(sum+"/"+b.sumOfLevels(answers, b.parameter(at, weightRow))))
}

// sumOfLevels adds what stands in some cells where others hold a level, and not
// "na", "dk" or nothing.
func (b *book) sumOfLevels(levels, cells string) string {
	return fmt.Sprintf(`SUMIF(%s,"<=%d",%s)`, levels, b.result.Instrument.Levels, cells)
}

// answers are the cells with one respondent's answers to the items of a scale.
func (b *book) answers(at span, person int) string {
	row, first := respondentTop+person, respondentItems+at.first
	return rangeOf(b.sheetName("respondents"), first, row, first+at.count-1, row)
}

// parameter are the cells with what the items of a scale bring to its score.
func (b *book) parameter(at span, row int) string {
	first := calculationItems + at.first
	return rangeOf(b.sheetName("calculation"), first, row, first+at.count-1, row)
}

// people are the cells with the scores of all respondents on the scale with the
// given place.
func (b *book) people(scale int) string {
	column := calculationScore(scale)
	return rangeOf(b.sheetName("calculation"), column, calculationTop, column, calculationTop+len(b.s.Respondents)-1)
}

// scoreFormula is the session's score of a scale: the mean over the respondents
// with a score.
func (b *book) scoreFormula(scale int) string {
	return fmt.Sprintf(`IF(COUNT(%[1]s)=0,"",AVERAGE(%[1]s))`, b.people(scale))
}

func (b *book) countFormula(scale int) string { return "COUNT(" + b.people(scale) + ")" }

// coverageFormula is answered ÷ applicable over all respondents.
func (b *book) coverageFormula(at span) string {
	cells := rangeOf(b.sheetName("respondents"), respondentItems+at.first, respondentTop,
		respondentItems+at.first+at.count-1, respondentTop+len(b.s.Respondents)-1)
	all := at.count * len(b.s.Respondents)
	return fmt.Sprintf(`IF(COUNTIF(%[1]s,"na")=%[2]d,"",COUNT(%[1]s)/(%[2]d-COUNTIF(%[1]s,"na")))`, cells, all)
}

// agreedFormula is the score of a scale from the final values of its items; empty
// unless the group agreed on one of them.
func (b *book) agreedFormula(s *assess.Scale, at span) string {
	column := func(c int) string {
		return rangeOf(b.sheetName("items"), c, itemTop+at.first, c, itemTop+at.first+at.count-1)
	}
	final, weights := column(itemFinal), column(itemWeight)
	mean := "SUM(" + column(itemPoints) + ")/" + b.sumOfLevels(final, weights)
	return fmt.Sprintf(`IF(COUNTIF(%s,%s)=0,"",%s)`, column(itemBasis), quoted(b.t("basis.agreed")), scored(s, final, b.scoreOf(mean)))
}
