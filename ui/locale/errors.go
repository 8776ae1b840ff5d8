package locale

import (
	"errors"
	"maps"
	"strconv"
	"strings"

	"luwes/assess"
)

// A Message is what a person is told of an error: one sentence, and a hint on
// what to do, which may be empty.
type Message struct {
	Sentence, Hint string
}

// Error puts an error into messages: one for each of the problems that it
// carries, and one general message for an error that carries none.
func (w *Words) Error(err error) []Message {
	var many assess.Problems
	if errors.As(err, &many) {
		out := make([]Message, len(many))
		for i, p := range many {
			out[i] = w.Problem(p)
		}
		return out
	}
	var one assess.Problem
	if errors.As(err, &one) {
		return []Message{w.Problem(one)}
	}
	var carrier interface{ Problem() assess.Problem }
	if errors.As(err, &carrier) {
		return []Message{w.Problem(carrier.Problem())}
	}
	return []Message{w.Problem(assess.NewProblem("internal", "detail", err.Error()))}
}

// Problem puts one problem into a sentence that begins with its place, and a
// hint. The messages are problem.CODE and problem.CODE.hint.
func (w *Words) Problem(p assess.Problem) Message {
	values := w.values(p.Values)
	m := Message{Sentence: w.T("problem."+p.Code, values...)}
	if id := "problem." + p.Code + ".hint"; w.Has(id) {
		m.Hint = w.T(id, values...)
	}
	if place := w.place(p.Place); place != "" {
		m.Sentence = place + ": " + m.Sentence
	}
	return m
}

// values are the values of a problem as a sentence names them: room in units that
// people know, and a problem within the file by its own sentence.
func (w *Words) values(of map[string]string) []any {
	values := make([]any, 0, 2*len(of))
	for k, v := range of {
		switch k {
		case "free":
			if n, err := strconv.ParseInt(v, 10, 64); err == nil {
				v = w.Bytes(n)
			}
		case "part": // of a dossier, by the name that its screen has
			if id := "dossier." + v; w.Has(id) {
				v = w.T(id)
			}
		case "what": // of two sessions that differ
			if id := "differs." + v; w.Has(id) {
				v = w.T(id)
			}
		case "here", "there":
			v = w.differing(of["what"], v)
		case "inner":
			v = w.Problem(assess.Problem{Code: v, Values: without(of, k)}).Sentence
		}
		values = append(values, k, OneLine(v))
	}
	return values
}

// differing is a value of two sessions that differ, where the file has a code for it.
func (w *Words) differing(what, value string) string {
	switch {
	case value == "":
		return "–"
	case what == "date":
		return w.Date(value)
	case what == "plan.status" && w.Has("action-status."+value):
		return w.T("action-status." + value)
	case w.Has("differs." + what + "." + value):
		return w.T("differs." + what + "." + value)
	}
	return value
}

func without(values map[string]string, key string) map[string]string {
	values = maps.Clone(values)
	delete(values, key)
	return values
}

func (w *Words) place(p assess.Place) string {
	var parts []string
	if p.File != "" {
		parts = append(parts, OneLine(p.File))
	}
	if p.Sheet != "" {
		parts = append(parts, w.T("place.sheet", "sheet", OneLine(p.Sheet)))
	}
	switch {
	case p.Sheet != "" && p.Line > 0 && p.Column > 0:
		parts = append(parts, w.T("place.line-column", "line", p.Line, "column", ColumnName(p.Column)))
	case p.Line > 0 && p.Column > 0:
		parts = append(parts, w.T("place.line-column", "line", p.Line, "column", p.Column))
	case p.Line > 0:
		parts = append(parts, w.T("place.line", "line", p.Line))
	}
	return strings.Join(parts, ", ")
}

// ColumnName is what spreadsheets call a column that is counted from 1: A, B, … AA.
func ColumnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
