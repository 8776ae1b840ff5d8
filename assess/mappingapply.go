package assess

import "strconv"

// The most that one table may hold, and of its problems that are told.
const (
	tablePeople   = 10_000
	tableAnswers  = 1_000_000
	tableProblems = 1_000
	lastRound     = 99
)

// Apply reads the answers of a table by a mapping that was made or fitted for
// it. A table without a column that says who answered gives respondents without
// an id, in the order of its rows; who saves them makes random ones.
//
// All problems are told at once as [Problems] with sheet, row and column, and
// then no respondent is returned.
func (m *Mapping) Apply(t *Table, in *Instrument) ([]Respondent, error) {
	if err := m.Check(in); err != nil {
		return nil, err
	}
	a := &applying{m: m, t: t, in: in, known: map[string]int{}, readers: map[string]*answerReader{}, named: map[string]*Item{}}
	a.flaws()
	for _, row := range t.Rows {
		if row.Line <= m.Line || a.blank(row) {
			continue
		}
		if m.Long() {
			a.longRow(row)
		} else {
			a.wideRow(row)
		}
		if a.tooMany(row) {
			break
		}
	}
	if len(a.people) == 0 && len(a.problems) == 0 {
		a.add("answers-empty", m.Line, 0)
	}
	if len(a.problems) > 0 {
		return nil, a.problems
	}
	return a.people, nil
}

// applying is a mapping while it is used.
type applying struct {
	m        *Mapping
	t        *Table
	in       *Instrument
	people   []Respondent
	known    map[string]int // place in people by folded id
	readers  map[string]*answerReader
	guesser  *guesser         // made when a long table needs it
	named    map[string]*Item // by how rows of a long table name it
	given    int
	problems Problems
}

func (a *applying) add(code string, line, column int, pairs ...string) {
	switch n := len(a.problems); {
	case n < tableProblems:
		a.problems = append(a.problems, a.t.problem(code, line, column, pairs...))
	case n == tableProblems:
		a.problems = append(a.problems, a.t.problem("more-problems", line, 0))
	}
}

func (a *applying) tooMany(row TableRow) bool {
	switch {
	case len(a.people) > tablePeople:
		a.add("people-too-many", row.Line, 1, "limit", strconv.Itoa(tablePeople))
	case a.given > tableAnswers:
		a.add("values-too-many", row.Line, 1, "limit", strconv.Itoa(tableAnswers))
	default:
		return len(a.problems) > tableProblems
	}
	return true
}

// blank reports whether a row holds nothing in the columns that are read.
func (a *applying) blank(row TableRow) bool {
	for _, c := range a.m.Columns {
		if c.Role != IgnoredColumn && row.Cell(c.Place) != "" {
			return false
		}
	}
	return true
}

// flaws tells the places in the columns that are read which would be taken for
// something that nobody filled in.
func (a *applying) flaws() {
	for _, f := range a.t.Flaws {
		if f.LastLine <= a.m.Line {
			continue
		}
		for _, c := range a.m.Columns {
			if c.Role != IgnoredColumn && c.Place >= f.Column && c.Place <= f.LastColumn {
				a.add(f.Code, max(f.Line, a.m.Line+1), c.Place)
				break
			}
		}
	}
}
