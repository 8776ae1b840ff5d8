package assess

import (
	"strconv"
	"strings"
	"unicode"
)

// put reads a cell into an entry.
func (a *applying) put(e *Entry, role Role, it *Item, row TableRow, place int) {
	switch role {
	case NoteColumn:
		e.Note = a.words(row, place)
	case EvidenceColumn:
		e.Evidence = a.words(row, place)
	default:
		r := a.readers[it.ID]
		if r == nil {
			r = newAnswerReader(it, a.in.Levels)
			a.readers[it.ID] = r
		}
		ans, ok := r.read(row.Cell(place))
		if !ok {
			a.add("answer-unknown", row.Line, place, "item", it.ID, "levels", strconv.Itoa(a.in.Levels), "value", brief(row.Cell(place)))
		}
		e.Answer = ans
	}
}

// id reads who answered; empty where no column says so. It reports false if the
// row should say it and does not.
func (a *applying) id(row TableRow) (string, bool) {
	place := a.m.first(RespondentColumn)
	if place == 0 {
		return "", true
	}
	id := a.name(row, place)
	switch {
	case id == "":
		a.add("respondent-missing", row.Line, place)
		return "", false
	case roundedNumber().MatchString(id):
		a.add("code-rounded", row.Line, place, "value", id)
	}
	return id, true
}

// roundedNumber is a number that a spreadsheet shows, and often keeps, without
// its last digits, as it does with an NIP.
var roundedNumber = pattern(`^\d([.,]\d+)?[eE]\+\d+$`)

// item is the item that a row of a long table answers; nil if it names none.
func (a *applying) item(row TableRow, place int) *Item {
	name := row.Cell(place)
	it := a.recognise(name)
	answer := row.Cell(a.m.first(AnswerColumn))
	switch {
	case it != nil || name == "" && answer == "":
	case name == "":
		a.add("item-missing", row.Line, place)
	default:
		a.add("item-unknown", row.Line, place, "value", brief(name))
	}
	return it
}

// recognise finds an item by its id or by its question.
func (a *applying) recognise(name string) *Item {
	it, known := a.named[name]
	if known || name == "" {
		return it
	}
	if it, _ = a.in.Item(name); it == nil {
		if a.guesser == nil {
			a.guesser = newGuesser(a.in)
		}
		if c := a.guesser.sure(name); c.Role == ItemColumn && c.Sure == 1 {
			it, _ = a.in.Item(c.Item)
		}
	}
	a.named[name] = it
	return it
}

func (a *applying) round(row TableRow, place int) int {
	s := row.Cell(place)
	if s == "" {
		return 1
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > lastRound {
		a.add("round-unknown", row.Line, place, "value", brief(s))
		return 1
	}
	return n
}

// field is where a respondent keeps what a column says.
func (a *applying) field(p *Respondent, role Role) *string {
	switch role {
	case GroupColumn:
		return &p.Group
	case UnitColumn:
		return &p.Unit
	}
	return &p.Rank
}

// same puts what a row says of a respondent, which must be what the rows before
// say.
func (a *applying) same(have *string, row TableRow, place int, respondent string) {
	switch got := a.name(row, place); {
	case got == "" || got == *have:
	case *have == "":
		*have = got
	default:
		a.add("respondent-differs", row.Line, place, "respondent", respondent, "before", brief(*have), "value", brief(got))
	}
}

// name is a cell that identifies something.
func (a *applying) name(row TableRow, place int) string {
	s := row.Cell(place)
	if strings.ContainsFunc(s, unicode.IsControl) {
		a.add("control-character", row.Line, place, "value", brief(s))
	}
	return s
}

// words is a cell that a person wrote, which may have lines.
func (a *applying) words(row TableRow, place int) string {
	s := row.Cell(place)
	odd := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' }
	if strings.ContainsFunc(s, odd) {
		a.add("control-character", row.Line, place, "value", brief(s))
	}
	return s
}

// foldedCode is the form in which codes are compared: without case.
func foldedCode(s string) string { return strings.ToLower(strings.ToUpper(s)) }
