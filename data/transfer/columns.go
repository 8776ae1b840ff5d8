package transfer

import (
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
)

// columns says what stands in each column of an answers file; -1 is absent.
type columns struct {
	respondent, group, unit, rank int
	item, answer                  int // long files
	note, evidence, round         int
	items                         []*assess.Item // wide files: by column, nil for another
	nameless                      []bool
	width                         int
}

// A file is long if it has a column for the answer, which no item may be called.
func (c *columns) long() bool { return c.answer >= 0 }

// columns reads the header. Every column that cannot be told is a problem.
func (a *answers) columns(header []cell) *columns {
	none := -1
	c := &columns{none, none, none, none, none, none, none, none, none,
		make([]*assess.Item, len(header)), make([]bool, len(header)), len(header)}
	fields := c.fields(a, header)
	seen := map[string]bool{}
	for i, h := range header {
		id := a.name(h)
		key := fold(id)
		if key == "id" {
			key = "respondent"
		}
		field, it := fields[key], a.asked[key]
		switch {
		case id == "":
			c.nameless[i] = true
		case field == nil && (it == nil || c.long()):
			a.problems.add(h.problem("column-unknown"))
		case seen[key] && it != nil:
			a.problems.add(h.problem("item-twice", "item", it.ID))
		case seen[key]:
			a.problems.add(h.problem("column-twice"))
		case field != nil:
			*field = i
		default:
			c.items[i] = it
		}
		seen[key] = true
	}
	a.wantColumns(c, header)
	return c
}

// fields are the columns that a file may have beside items. Those of the long
// form come only where the header has an answer column.
func (c *columns) fields(a *answers, header []cell) map[string]*int {
	fields := map[string]*int{"respondent": &c.respondent, "group": &c.group, "unit": &c.unit, "rank": &c.rank}
	isAnswer := func(h cell) bool { return fold(strings.TrimSpace(h.text)) == "answer" }
	if i := slices.IndexFunc(header, isAnswer); i >= 0 {
		c.answer = i
		fields["item"], fields["answer"], fields["note"] = &c.item, &c.answer, &c.note
		fields["evidence"], fields["round"] = &c.evidence, &c.round
	}
	return fields
}

func (a *answers) wantColumns(c *columns, header []cell) {
	if c.respondent < 0 {
		a.problems.add(assess.NewProblem("column-missing", "column", "respondent").At(header[0].line, 1))
	}
	if c.long() && c.item < 0 {
		a.problems.add(assess.NewProblem("column-missing", "column", "item").At(header[0].line, 1))
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
