package report

import (
	"slices"
	"strings"

	"luwes/assess"
)

// The columns of the sheet of items: first those of the official work sheet, then
// what explains them.
const (
	itemID = iota
	itemScale
	itemText
	itemInitial // keyed level: of the one person or the room, else the median
	itemFinal   // keyed level: agreed, else the initial one
	itemWeight
	itemExplanation
	itemEvidence
	itemNote
	itemBasis
	itemN
	itemReversed
	itemPoints // final value times weight
	itemReasons

	itemTop = 1 // the first item's row
)

func (b *book) itemSheet() bookSheet {
	s := bookSheet{name: b.sheetName("items"), frozen: itemTop, fixed: itemScale,
		widths: []float64{10, 24, 48, 9, 9, 9, 44, 36, 36, 18, 9, 10, 12, 40}}
	s.add(headCells(b.t("item"), b.t("scale"), b.t("question"), b.t("initial"), b.t("final"), b.t("weight"), b.t("explanation"),
		b.t("evidence"), b.t("note"), b.t("basis"), b.t("n"), b.t("reversed"), b.t("points"), b.t("reasons"))...)
	for i := range b.analysis.Items {
		s.add(b.itemRow(&b.analysis.Items[i], itemTop+i)...)
	}
	return s
}

func (b *book) itemRow(it *assess.ItemAnalysis, row int) []bookCell {
	initial := levelCell(it)
	final, basis := initial, ""
	level := it.Median
	switch {
	case it.Agreed.OK():
		final, basis, level = figureCell(it.Agreed, numberStyle), b.t("basis.agreed"), it.Agreed
	case it.Settlement.Outcome == assess.Disagreed:
		basis = b.t("basis.disagreed")
	case it.Median.OK() && it.N > 1:
		basis = b.t("basis.median")
	case it.Median.OK():
		basis = b.t("basis.answer")
	}
	points := bookCell{style: numberStyle}
	if level.OK() {
		points.value = level.Value * it.Item.Weight
	}
	at, weight := cellAt(itemFinal, row), cellAt(itemWeight, row)
	return []bookCell{textCell(it.Item.ID), textCell(b.words(it.Scale.Title)), textCell(b.words(it.Item.Text)), initial, final,
		{value: it.Item.Weight, style: numberStyle}, textCell(b.explanation(it, level)),
		textCell(b.said(it, func(e assess.Entry) string { return e.Evidence })),
		textCell(b.said(it, func(e assess.Entry) string { return e.Note })),
		textCell(basis), {value: it.N, style: countStyle}, textCell(b.yes(it.Item.Reverse)),
		points.by("IF(ISNUMBER(" + at + ")," + at + "*" + weight + `,"")`), textCell(b.reasons(it.Settlement))}
}

// levelCell is the median, which of one answer is the answer; "na" where the item
// applies to nobody who said anything, and "dk" where nobody knew.
func levelCell(it *assess.ItemAnalysis) bookCell {
	switch {
	case it.Median.OK() || it.N > 0:
		return figureCell(it.Median, numberStyle)
	case it.DontKnow > 0:
		return textCell(assess.Answer{Kind: assess.DontKnow}.String())
	case it.Inapplicable > 0:
		return textCell(assess.Answer{Kind: assess.Inapplicable}.String())
	}
	return bookCell{}
}

// explanation is the anchor of a keyed level, of both neighbours of a half one.
func (b *book) explanation(it *assess.ItemAnalysis, level assess.Figure) string {
	switch {
	case !level.OK() && it.N == 0 && it.DontKnow > 0:
		return b.t("dont-know")
	case !level.OK() && it.N == 0 && it.Inapplicable > 0:
		return b.t("not-applicable")
	case !level.OK():
		return b.w.ReasonSentence(level.Reason)
	}
	k := int(level.Value)
	if float64(k) == level.Value {
		return b.anchorText(it.Item, k)
	}
	return b.t("between", "low", b.anchorText(it.Item, k), "high", b.anchorText(it.Item, k+1))
}

func (b *book) anchorText(it *assess.Item, keyed int) string {
	if it.Reverse {
		keyed = len(it.Anchors) + 1 - keyed
	}
	return b.words(it.Anchors[keyed-1])
}

// said gathers what people wrote at an item in the first round, with their codes
// where there are several. Of anonymous people the order tells nothing, so that
// nobody's words can be followed from item to item.
func (b *book) said(it *assess.ItemAnalysis, of func(assess.Entry) string) string {
	if it.Mean.Reason == assess.AnonymousFew { // words can be known by their writer
		return ""
	}
	var all []string
	for i := range b.s.Respondents {
		r := &b.s.Respondents[i]
		words := strings.TrimSpace(of(r.Entry(it.Item.ID, 1)))
		if words == "" {
			continue
		}
		if len(b.s.Respondents) > 1 && b.s.Identity != assess.Anonymous {
			words = r.ID + ": " + words
		}
		all = append(all, words)
	}
	if b.s.Identity == assess.Anonymous {
		slices.Sort(all)
	}
	return strings.Join(all, "\n")
}

// reasons are what the group said for the level that it agreed on, and what those
// say who hold another view.
func (b *book) reasons(st assess.Settlement) string {
	var all []string
	part := func(id, words string) {
		if words = strings.TrimSpace(words); words != "" {
			all = append(all, b.t("reasons."+id, "words", words))
		}
	}
	part("reason", st.Reason)
	part("dissent", st.Dissent)
	part("high", st.High)
	part("low", st.Low)
	return strings.Join(all, "\n")
}

// yes is the word where something holds, and nothing where it does not.
func (b *book) yes(holds bool) string {
	if holds {
		return b.t("yes")
	}
	return ""
}
