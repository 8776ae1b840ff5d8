package ui

import (
	"strings"

	"luwes/assess"
)

// manyBegin is how many questions must begin with the same clause for it to be left
// out in a list.
const manyBegin = 3

// distinct is a question without the clause up to its first comma, where several of
// the questionnaire begin with it: in a list it would only hide what differs.
func distinct(l Look, s *assess.Session, it *assess.Item) string {
	text := l.Words.Text(it.Text, s.Unit)
	lead, rest, found := strings.Cut(text, ", ")
	if !found {
		return text
	}
	same := 0
	for _, scale := range s.Instrument.Scales {
		for i := range scale.Items {
			if strings.HasPrefix(scale.Items[i].Text.In(l.Words.Lang()), lead+", ") {
				same++
			}
		}
	}
	if same < manyBegin {
		return text
	}
	return capital(rest)
}
