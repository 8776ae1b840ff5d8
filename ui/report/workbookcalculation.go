package report

import (
	"strconv"

	"luwes/assess"
)

// The sheet of the calculation: above, what each item brings to the scores; below,
// each person's score on every scale by formula, with luwes' own beside it.
const (
	weightRow = 1
	signedRow = 2 // the weight, negative where the item is reversed
	addedRow  = 3 // weight times L + 1 where the item is reversed, else 0

	calculationItems = 1 // the first item's column
	calculationTop   = 6 // the first person's row
)

// calculationScore is the column of the scores on the scale with the given place;
// the sums stand before it, luwes' own scores after.
func calculationScore(scale int) int { return 2 + 3*scale }

func (b *book) calculationSheet() bookSheet {
	s := bookSheet{name: b.sheetName("calculation"), widths: []float64{24, 12}, frozen: calculationTop, fixed: 1}
	b.parameters(&s)
	s.add()
	titles := []string{b.t("respondent")}
	for i := range b.result.Scales {
		id := b.result.Scales[i].Scale.ID
		titles = append(titles, b.t("sum-of", "scale", id), b.t("score-of", "scale", id), b.t("own-of", "scale", id))
	}
	s.add(headCells(titles...)...)
	spans := b.spans()
	for i := range b.s.Respondents {
		s.add(b.personRow(i, spans)...)
	}
	return s
}

// parameters take weight and direction of each item from the sheet of items.
func (b *book) parameters(s *bookSheet) {
	heads := []string{b.t("item")}
	weights := []bookCell{labelCell(b.t("weight"))}
	signed := []bookCell{labelCell(b.t("signed"))}
	added := []bookCell{labelCell(b.t("added"))}
	top := b.result.Instrument.Levels + 1
	for i, it := range b.result.Items {
		heads = append(heads, it.Item.ID)
		weight, sign, add := it.Item.Weight, it.Item.Weight, 0.0
		if it.Item.Reverse {
			sign, add = -weight, weight*float64(top)
		}
		from := inSheet(b.sheetName("items"))
		reversed := from + fixedAt(itemReversed, itemTop+i) + "=" + quoted(b.t("yes"))
		own := cellAt(calculationItems+i, weightRow)
		weights = append(weights, bookCell{value: weight, style: numberStyle}.by(from+fixedAt(itemWeight, itemTop+i)))
		signed = append(signed, bookCell{value: sign, style: numberStyle}.by("IF("+reversed+",-"+own+","+own+")"))
		added = append(added, bookCell{value: add, style: numberStyle}.by("IF("+reversed+","+strconv.Itoa(top)+"*"+own+",0)"))
	}
	s.add(headCells(heads...)...)
	s.add(weights...)
	s.add(signed...)
	s.add(added...)
}

func (b *book) personRow(person int, spans []span) []bookCell {
	r := &b.s.Respondents[person]
	row, sheet := []bookCell{textCell(r.ID)}, r.Sheet(1)
	for i := range b.result.Scales {
		scale := b.result.Scales[i].Scale
		sum := bookCell{value: sumOf(scale, sheet, b.result.Instrument.Levels), style: numberStyle}
		score := figureCell(b.result.Scales[i].People[person].Score, scoreStyle)
		at := cellAt(calculationScore(i)-1, calculationTop+person)
		row = append(row, sum.by(b.sumFormula(spans[i], person)), score.by(b.personFormula(scale, spans[i], person, at)), score)
	}
	return row
}

// sumOf is the sum of the keyed levels of a sheet, each times the weight of its item.
func sumOf(s *assess.Scale, sheet assess.Sheet, levels int) float64 {
	sum := 0.0
	for i := range s.Items {
		if x, ok := s.Items[i].Keyed(sheet[s.Items[i].ID], levels); ok {
			sum += s.Items[i].Weight * float64(x)
		}
	}
	return sum
}
