package transfer

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"luwes/assess"
)

// longRow reads one answer. A row without an item only says that its respondent
// exists.
func (a *answers) longRow(cols *columns, row []cell) {
	id, ok := a.id(cols, row)
	if !ok || cols.item < 0 {
		return
	}
	p := a.person(cols, row, id)
	itemCell := at(row, cols.item)
	itemID := a.name(itemCell)
	e := assess.Entry{
		Round:    a.round(at(row, cols.round)),
		Note:     a.words(at(row, cols.note)),
		Evidence: a.words(at(row, cols.evidence)),
	}
	answer := at(row, cols.answer)
	it := a.asked[fold(itemID)]
	switch {
	case itemID == "" && e.Blank() && strings.TrimSpace(answer.text) == "":
		return
	case itemID == "":
		a.problems.add(itemCell.problem("item-missing"))
		return
	case it == nil:
		a.problems.add(itemCell.problem("item-unknown"))
		return
	}
	e.Item, e.Answer = it.ID, a.answer(answer, it)
	key := fold(id) + "\x00" + it.ID + "\x00" + itoa(e.Round)
	if _, twice := a.known[key]; twice {
		a.problems.add(itemCell.problem("item-twice", "item", it.ID))
		return
	}
	a.known[key] = 0
	a.given++
	if !e.Blank() {
		p.Entries = append(p.Entries, e)
	}
}

// person finds the respondent of a row or begins a new one. What is said of a
// person must be the same in all rows that say it.
func (a *answers) person(cols *columns, row []cell, id string) *assess.Respondent {
	i, ok := a.known[fold(id)]
	if !ok {
		i = len(a.people)
		a.known[fold(id)] = i
		a.people = append(a.people, assess.Respondent{ID: id})
	}
	p := &a.people[i]
	a.same(&p.Group, at(row, cols.group), p.ID)
	a.same(&p.Unit, at(row, cols.unit), p.ID)
	a.same(&p.Rank, at(row, cols.rank), p.ID)
	return p
}

func (a *answers) same(have *string, c cell, respondent string) {
	switch got := a.name(c); {
	case got == "" || got == *have:
	case *have == "":
		*have = got
	default:
		a.problems.add(c.problem("respondent-differs", "respondent", respondent, "before", *have))
	}
}

func (a *answers) round(c cell) int {
	s := strings.TrimSpace(c.text)
	if s == "" {
		return 1
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxRound {
		a.problems.add(c.problem("round-unknown"))
		return 1
	}
	return n
}

// maxRound is the highest round that a file may name.
const maxRound = 99

// WriteLong writes every entry of a session, one row each, and one row without
// an item for a respondent who left nothing. The columns of the plain long form
// come first.
func WriteLong(w io.Writer, s *assess.Session) error {
	extras := extrasOf(s)
	out := csv.NewWriter(w)
	out.Write(append([]string{"respondent", "item", "answer", "note", "evidence", "round"}, extras.names()...))
	for i := range s.Respondents {
		p := &s.Respondents[i]
		more := extras.of(p)
		if len(p.Entries) == 0 {
			out.Write(append([]string{escape(p.ID), "", "", "", "", ""}, more...))
		}
		for _, e := range p.Entries {
			row := []string{escape(p.ID), escape(e.Item), e.Answer.String(), escape(lines(e.Note)), escape(lines(e.Evidence)), itoa(e.Round)}
			out.Write(append(row, more...))
		}
	}
	out.Flush()
	return out.Error()
}

// lines ends the lines of a text with LF alone, as reading CSV does.
func lines(s string) string { return crlf.ReplaceAllString(s, "\n") }

var crlf = regexp.MustCompile(`\r+\n`)
