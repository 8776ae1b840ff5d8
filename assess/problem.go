package assess

import (
	"fmt"
	"slices"
	"strings"
)

// A Problem is one thing that is wrong with an input: a code for the program,
// the place where it stands, and the values that a sentence about it needs.
type Problem struct {
	Code   string            // such as "unknown-key"; ui/locale has a sentence for each
	Place  Place             // where, as far as it is known
	Values map[string]string // what the sentence names, such as "key" or "item"
}

// A Place is a position in a file. Line and Column count from 1; 0 is unknown.
type Place struct {
	File         string
	Sheet        string
	Line, Column int
}

// Error gives the problem in the terms of a programmer; people read the
// sentence of ui/locale instead.
func (p Problem) Error() string {
	var b strings.Builder
	if p.Place.File != "" {
		b.WriteString(p.Place.File + ":")
	}
	if p.Place.Sheet != "" {
		b.WriteString(p.Place.Sheet + ":")
	}
	if p.Place.Line > 0 {
		fmt.Fprintf(&b, "%d:%d: ", p.Place.Line, p.Place.Column)
	}
	b.WriteString(p.Code)
	keys := make([]string, 0, len(p.Values))
	for k := range p.Values {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, " %s=%q", k, p.Values[k])
	}
	return b.String()
}

// NewProblem returns a problem with the given code and pairs of value name and
// value.
func NewProblem(code string, pairs ...string) Problem {
	p := Problem{Code: code}
	if len(pairs) > 0 {
		p.Values = make(map[string]string, len(pairs)/2)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.Values[pairs[i]] = pairs[i+1]
	}
	return p
}

// At returns the problem with its place in a file set.
func (p Problem) At(line, column int) Problem {
	p.Place.Line, p.Place.Column = line, column
	return p
}

// Problems are all problems of one input, told at once.
type Problems []Problem

// Error joins the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Err returns the problems sorted by place, or nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		if a.Place.Line != b.Place.Line {
			return a.Place.Line - b.Place.Line
		}
		return a.Place.Column - b.Place.Column
	})
	return ps
}

// In returns the problems with the name of their file set.
func (ps Problems) In(file string) Problems {
	out := slices.Clone(ps)
	for i := range out {
		out[i].Place.File = file
	}
	return out
}
