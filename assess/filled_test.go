package assess_test

import (
	"strconv"

	"luwes/assess"
)

// scaleS has four items, the second reversed and the third with double weight.
func scaleS() assess.Scale {
	s := scaleOf("s", 4)
	s.Kind = assess.Strategy
	s.Items[1].Reverse = true
	s.Items[2].Weight = 2
	return s
}

// filled is a session of which each row holds one person's levels, as ticked, at the
// items of the instrument in order; 0 is no answer, −1 not applicable, −2 don't know.
func filled(in *assess.Instrument, rows ...[]int) *assess.Session {
	s := &assess.Session{Instrument: in, Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded}}
	for i, levels := range rows {
		r := assess.Respondent{ID: "P" + strconv.Itoa(i+1)}
		place := 0
		for _, sc := range in.Scales {
			for _, it := range sc.Items {
				if place < len(levels) && levels[place] != 0 {
					r.Entries = append(r.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: answerOf(levels[place])})
				}
				place++
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func answerOf(n int) assess.Answer {
	switch n {
	case -1:
		return assess.Answer{Kind: assess.Inapplicable}
	case -2:
		return assess.Answer{Kind: assess.DontKnow}
	}
	return assess.At(n)
}

// anew adds second answers to an item, one a person, with the codes of [filled].
func anew(s *assess.Session, item string, levels ...int) {
	for i, level := range levels {
		if level != 0 {
			s.Respondents[i].Put(assess.Entry{Item: item, Round: 2, Answer: answerOf(level)})
		}
	}
}
