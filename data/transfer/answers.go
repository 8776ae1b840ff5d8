package transfer

import (
	"errors"
	"io"
	"strings"

	"luwes/assess"
)

// ReadAnswers reads an answers file of an instrument: wide, with one row a
// respondent and one column an item, or long, with one row an answer. Both may
// have the columns group, unit and rank; the long one also note, evidence and
// round. Ids are compared without case, columns may stand in any order, and
// wholly empty rows and columns are ignored.
//
// All problems are told at once, as assess.Problems that name the file; then no
// respondent is returned.
func ReadAnswers(r io.Reader, file string, in *assess.Instrument) ([]assess.Respondent, error) {
	t, err := newTable(r)
	if err != nil {
		return nil, err
	}
	a := &answers{table: t, in: in, known: map[string]int{}, asked: itemIndex(in)}
	if err := a.read(); err != nil && !errors.Is(err, errStop) {
		return nil, err
	}
	if err := t.problems.err(file); err != nil {
		return nil, err
	}
	return a.people, nil
}

// answers is an answers file while it is read.
type answers struct {
	*table
	in     *assess.Instrument
	asked  map[string]*assess.Item // by id in lower case
	people []assess.Respondent
	known  map[string]int // place in people by id without case
	given  int            // entries so far
}

// The most that one answers file may hold: what a person can mean, and little
// enough for the memory of an old laptop.
const (
	maxPeople = 10_000
	maxGiven  = 1_000_000
)

// tooMany tells at a row that the file holds more than it may.
func (a *answers) tooMany(row []cell) bool {
	switch {
	case len(a.people) > maxPeople:
		a.problems.add(assess.NewProblem("people-too-many", "limit", itoa(maxPeople)).At(row[0].line, 1))
	case a.given > maxGiven:
		a.problems.add(assess.NewProblem("values-too-many", "limit", itoa(maxGiven)).At(row[0].line, 1))
	default:
		return false
	}
	return true
}

func itemIndex(in *assess.Instrument) map[string]*assess.Item {
	m := make(map[string]*assess.Item, in.ItemCount())
	for i := range in.Scales {
		for j := range in.Scales[i].Items {
			it := &in.Scales[i].Items[j]
			m[strings.ToLower(it.ID)] = it
		}
	}
	return m
}

func (a *answers) read() error {
	header, err := a.row()
	if err == io.EOF {
		a.problems.add(assess.NewProblem("answers-empty"))
		return nil
	}
	if err != nil {
		return err
	}
	cols := a.columns(header)
	if cols.respondent < 0 {
		return nil // without it no row can be read
	}
	read := a.wideRow
	if cols.long() {
		read = a.longRow
	}
	rows := 0
	for ; ; rows++ {
		row, err := a.row()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		a.stray(cols, row)
		read(cols, row)
		if a.problems.full() || a.tooMany(row) {
			return errStop
		}
	}
	if rows == 0 && len(a.problems.list) == 0 {
		a.problems.add(assess.NewProblem("answers-empty"))
	}
	return nil
}

// stray tells the cells of a row that stand under no header.
func (a *answers) stray(cols *columns, row []cell) {
	for _, c := range row {
		if strings.TrimSpace(c.text) == "" {
			continue
		}
		switch {
		case c.column > cols.width:
			a.problems.add(c.problem("cell-beyond"))
		case cols.nameless[c.column-1]:
			a.problems.add(c.problem("column-nameless"))
		}
	}
}

// id reads the respondent of a row; false if there is none.
func (a *answers) id(cols *columns, row []cell) (string, bool) {
	c := at(row, cols.respondent)
	id := a.name(c)
	if id == "" {
		a.problems.add(c.problem("respondent-missing"))
		return "", false
	}
	return id, true
}

// answer reads the answer to an item.
func (a *answers) answer(c cell, it *assess.Item) assess.Answer {
	ans, ok := assess.ParseAnswer(c.text, a.in.Levels)
	if !ok {
		a.problems.add(c.problem("answer-unknown", "item", it.ID, "levels", itoa(a.in.Levels)))
	}
	return ans
}

// at is the cell of a column; one that the row leaves out is empty.
func at(row []cell, i int) cell {
	if i >= 0 && i < len(row) {
		return row[i]
	}
	return cell{line: row[0].line, column: i + 1}
}

// fold is the form in which codes and ids are compared without case.
func fold(s string) string { return strings.ToLower(strings.ToUpper(s)) }
