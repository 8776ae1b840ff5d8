package assess

import (
	"slices"
	"strings"
)

// A Mapping says what the columns of a [Table] hold. It is guessed by
// [Instrument.Guess], or kept from an earlier file and fitted by [Mapping.Fit],
// looked at by a person, and then used by [Mapping.Apply].
type Mapping struct {
	Instrument string // id of the instrument that it is for; empty is any
	Sheet      string // name of the table; empty is any
	Line       int    // the row of headers, from 1
	Columns    []Column
}

// A Column is what one column of a table is taken for.
type Column struct {
	Place  int    // from 1
	Header string // as it stands in the file
	Role   Role
	Item   string // id; for ItemColumn, and for words on one item
	By     Basis
	Sure   float64 // 0–1; 1 leaves nothing to ask
}

// A Role is what a column holds.
type Role string

// The roles. A table is wide, with a column per item, or long, with a row per
// answer; the long one has an AnswerColumn.
const (
	IgnoredColumn    Role = "ignored"
	RespondentColumn Role = "respondent"
	GroupColumn      Role = "group"
	UnitColumn       Role = "unit"
	RankColumn       Role = "rank"
	ItemColumn       Role = "item"     // answers to one item
	NoteColumn       Role = "note"     // on its item; in long tables on that of the row
	EvidenceColumn   Role = "evidence" // likewise
	NameColumn       Role = "item-id"  // long: which item the row answers
	AnswerColumn     Role = "answer"   // long
	RoundColumn      Role = "round"    // long
)

// Roles are all roles, in the order in which a person is offered them.
func Roles() []Role {
	return []Role{IgnoredColumn, RespondentColumn, GroupColumn, UnitColumn, RankColumn, ItemColumn, NoteColumn, EvidenceColumn,
		NameColumn, AnswerColumn, RoundColumn}
}

// A Basis says how a column was matched.
type Basis string

// The bases, the surest first.
const (
	ByHand     Basis = "hand"     // a person said so
	ByID       Basis = "id"       // the header is the id of an item, or begins with it
	ByText     Basis = "text"     // the header is the question, in either language
	ByWord     Basis = "word"     // the header is a usual word, such as "Nama"
	ByLikeness Basis = "likeness" // the header is like the question
	ByOrder    Basis = "order"    // as many columns as items, in the same order
	ByNothing  Basis = "none"
)

// Long reports whether each row of the table is one answer.
func (m *Mapping) Long() bool { return m.first(AnswerColumn) > 0 }

// Certain reports whether the mapping can be used without asking anybody: every
// column is matched by id, by its exact text or by a usual word, one column says
// who answered, and nothing is there twice.
func (m *Mapping) Certain(in *Instrument) bool {
	unsure := func(c Column) bool { return c.Sure < 1 }
	return m.first(RespondentColumn) > 0 && !slices.ContainsFunc(m.Columns, unsure) && m.Check(in) == nil
}

// Check returns, as [Problems], what no mapping may say: an item or a role that
// does not exist, two columns for the same thing, and no answers at all.
func (m *Mapping) Check(in *Instrument) error {
	var ps Problems
	add := func(c Column, code string, pairs ...string) {
		p := NewProblem(code, append(pairs, "header", brief(c.Header))...).At(m.Line, c.Place)
		p.Place.Sheet = m.Sheet
		ps = append(ps, p)
	}
	seen := map[string]bool{}
	answers := false
	for _, c := range m.Columns {
		it, _ := in.Item(c.Item)
		onItem := c.Role == ItemColumn || (c.Role == NoteColumn || c.Role == EvidenceColumn) && !m.Long()
		key := string(c.Role)
		if onItem {
			key += " " + strings.ToLower(c.Item)
		}
		switch {
		case !slices.Contains(Roles(), c.Role):
			add(c, "mapping-role", "value", brief(string(c.Role)))
		case c.Role == IgnoredColumn:
			continue
		case onItem && it == nil:
			add(c, "mapping-item", "item", brief(c.Item))
		case seen[key] && onItem:
			add(c, "mapping-item-twice", "item", it.ID)
		case seen[key]:
			add(c, "mapping-twice", "role", string(c.Role))
		}
		seen[key] = true
		answers = answers || c.Role == ItemColumn && !m.Long() || c.Role == AnswerColumn && m.first(NameColumn) > 0
	}
	if !answers {
		p := NewProblem("mapping-empty").At(m.Line, 0)
		p.Place.Sheet = m.Sheet
		ps = append(ps, p)
	}
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// first is the place of the first column of a role; 0 if there is none.
func (m *Mapping) first(role Role) int {
	for _, c := range m.Columns {
		if c.Role == role {
			return c.Place
		}
	}
	return 0
}
