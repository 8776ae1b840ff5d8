package transfer

import (
	"encoding/csv"
	"io"

	"luwes/assess"
)

// wideRow reads one respondent.
func (a *answers) wideRow(cols *columns, row []cell) {
	id, ok := a.id(cols, row)
	if ok {
		if first, twice := a.known[fold(id)]; twice {
			a.problems.add(at(row, cols.respondent).problem("respondent-twice", "first", a.people[first].ID))
		}
		a.known[fold(id)] = len(a.people)
	}
	p := assess.Respondent{
		ID:    id,
		Group: a.name(at(row, cols.group)),
		Unit:  a.name(at(row, cols.unit)),
		Rank:  a.name(at(row, cols.rank)),
	}
	for i, it := range cols.items {
		if it == nil {
			continue
		}
		if ans := a.answer(at(row, i), it); ans.Kind != assess.Unanswered {
			p.Entries = append(p.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: ans})
		}
	}
	a.given += len(p.Entries)
	a.people = append(a.people, p)
}

// WriteWide writes the first round's answers of a session, one row a
// respondent, with the columns group, unit and rank where anybody has one.
func WriteWide(w io.Writer, s *assess.Session) error {
	asked := s.Asked()
	extras := extrasOf(s)
	out := csv.NewWriter(w)
	header := append([]string{"respondent"}, extras.names()...)
	for _, scale := range asked.Scales {
		for _, it := range scale.Items {
			header = append(header, escape(it.ID))
		}
	}
	out.Write(header)
	for i := range s.Respondents {
		p := &s.Respondents[i]
		sheet := p.Sheet(1)
		row := append([]string{escape(p.ID)}, extras.of(p)...)
		for _, scale := range asked.Scales {
			for _, it := range scale.Items {
				row = append(row, sheet[it.ID].String())
			}
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// extras are the optional columns that a file has because somebody needs them.
type extras struct{ group, unit, rank bool }

func extrasOf(s *assess.Session) extras {
	var e extras
	for _, p := range s.Respondents {
		e.group = e.group || p.Group != ""
		e.unit = e.unit || p.Unit != ""
		e.rank = e.rank || p.Rank != ""
	}
	return e
}

func (e extras) names() []string { return e.pick("group", "unit", "rank") }

func (e extras) of(p *assess.Respondent) []string {
	return e.pick(escape(p.Group), escape(p.Unit), escape(p.Rank))
}

func (e extras) pick(group, unit, rank string) []string {
	var out []string
	if e.group {
		out = append(out, group)
	}
	if e.unit {
		out = append(out, unit)
	}
	if e.rank {
		out = append(out, rank)
	}
	return out
}
