package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// answerWords are what a questionnaire calls the levels of its answer scale, beside
// the anchors of an item that has its own: STS, TS, S, SS of the national form, in
// one width. They are the short forms in brackets where there are such. Nil where
// the item has no other anchors than these words.
func answerWords(l Look, in *assess.Instrument, it *assess.Item, unit string) []string {
	if len(in.Labels) != len(it.Anchors) || len(in.Labels) == 0 || it.Anchors[0] == in.Labels[0] {
		return nil
	}
	out := make([]string, len(in.Labels))
	wide := 0
	for i, label := range in.Labels {
		out[i] = inBrackets(l.Words.Text(label, unit))
		wide = max(wide, lipgloss.Width(out[i]))
	}
	for i, word := range out {
		out[i] = l.cell(word, wide)
	}
	return out
}

// inBrackets is what a label has in brackets at its end, else the label.
func inBrackets(label string) string {
	if open := strings.LastIndex(label, "("); open > 0 && strings.HasSuffix(label, ")") {
		return label[open+1 : len(label)-1]
	}
	return label
}

// answerLegend spells the words out.
func answerLegend(l Look, in *assess.Instrument, it *assess.Item, unit string, width int) string {
	if answerWords(l, in, it, unit) == nil {
		return ""
	}
	var parts []string
	for _, label := range in.Labels {
		parts = append(parts, l.Words.Text(label, unit))
	}
	return l.Muted.Render(facts(l, parts, width))
}
