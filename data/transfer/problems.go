package transfer

import "luwes/assess"

// Codes are the codes of the problems that this package returns. ui/locale has
// a sentence for each.
func Codes() []string {
	return []string{
		"answer-unknown", "answers-empty", "cell-beyond", "column-missing", "column-nameless", "column-twice",
		"column-unknown", "control-character", "csv-quote", "file-too-large", "item-missing", "item-twice",
		"item-unknown", "more-problems", "not-utf8", "people-too-many", "values-too-many", "respondent-differs", "respondent-missing",
		"respondent-twice", "round-unknown",
		"json-syntax", "json-cut", "json-type", "json-twice", "json-missing", "json-unknown", "json-value", "session-schema",
		"session-instrument", "session-completed-time",
		"differs-field", "differs-person", "differs-part", "differs-entry-of", "differs-respondent-here", "differs-respondent-there", "differs-entry",
		"cell-error", "cell-too-long", "text-too-long", "cells-merged", "columns-too-many", "formula-empty", "mapping-schema", "table-empty",
		"worksheet-people", "worksheet-words", "xls-old", "xlsx-broken", "xlsx-none", "xlsx-password", "xlsx-too-large",
		"differs-hands", "differs-settlement",
	}
}

// problem is a problem of a whole file.
func problem(code string, pairs ...string) *assess.Problem {
	p := assess.NewProblem(code, pairs...)
	return &p
}

// inSheet puts a problem at a cell of a sheet.
func inSheet(sheet string, line, column int, p *assess.Problem) *assess.Problem {
	p.Place = assess.Place{Sheet: sheet, Line: line, Column: column}
	return p
}

// problems gathers the problems of one file up to maxProblems.
type problems struct {
	list assess.Problems
}

func (ps *problems) add(p assess.Problem) {
	switch {
	case len(ps.list) < maxProblems:
		ps.list = append(ps.list, p)
	case len(ps.list) == maxProblems:
		last := ps.list[maxProblems-1].Place
		ps.list = append(ps.list, assess.NewProblem("more-problems").At(max(last.Line, p.Place.Line), 0))
	}
}

func (ps *problems) full() bool { return len(ps.list) > maxProblems }

// err returns the problems of a file, nil if there are none.
func (ps *problems) err(file string) error {
	if len(ps.list) == 0 {
		return nil
	}
	return ps.list.In(file).Err()
}
