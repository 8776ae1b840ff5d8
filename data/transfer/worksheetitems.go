package transfer

import (
	"slices"
	"strings"

	"luwes/assess"
)

// Fill adds to the people of the sheet of respondents what the sheet of items
// holds: notes and evidence, and what the group agreed. With nobody there, as in
// a work sheet that was exported empty, the initial values are the answers of one
// person without an id.
//
// The initial values of several people are their medians and no answers; without
// a sheet of respondents that is a problem. All problems are told at once with
// sheet, row and column.
func (w *WorkSheet) Fill(people []assess.Respondent, in *assess.Instrument) ([]assess.Respondent, []assess.Settlement, error) {
	f := &filling{t: w.items, c: itemColumnsOf(w.items), in: in, people: people, own: w.Respondents == nil}
	if f.own {
		f.people = []assess.Respondent{{}}
	}
	for _, row := range w.items.Rows {
		if row.Line > f.c.line && row.Cell(f.c.item) != "" {
			f.row(row)
		}
	}
	if f.own && len(f.people[0].Entries) == 0 && len(f.problems.list) == 0 {
		f.problems.add(*inSheet(f.t.Name, f.c.line, 0, problem("answers-empty")))
	}
	if len(f.problems.list) > 0 {
		return nil, nil, f.problems.list
	}
	return f.people, f.settled, nil
}

// A filling is a sheet of items while it is read.
type filling struct {
	t        *assess.Table
	c        itemColumns
	in       *assess.Instrument
	own      bool // the initial values are answers
	people   []assess.Respondent
	settled  []assess.Settlement
	problems problems
}

func (f *filling) add(code string, row assess.TableRow, column int, pairs ...string) {
	f.problems.add(*inSheet(f.t.Name, row.Line, column, problem(code, append(pairs, "value", short(row.Cell(column)))...)))
}

func (f *filling) row(row assess.TableRow) {
	it, _ := f.in.Item(row.Cell(f.c.item))
	if it == nil {
		f.add("item-unknown", row, f.c.item)
		return
	}
	if f.own {
		f.initial(row, it)
	}
	f.words(row, it, f.c.evidence, func(e *assess.Entry) *string { return &e.Evidence })
	f.words(row, it, f.c.note, func(e *assess.Entry) *string { return &e.Note })
	f.settlement(row, it)
}

// initial takes the initial value for the one person's answer.
func (f *filling) initial(row assess.TableRow, it *assess.Item) {
	if n := row.Cell(f.c.count); n != "" && n != "0" && n != "1" {
		f.add("worksheet-people", row, f.c.count)
		return
	}
	ans, ok := f.keyed(row, f.c.initial, it)
	if ok && ans.Kind != assess.Unanswered {
		f.people[0].Put(assess.Entry{Item: it.ID, Round: 1, Answer: ans})
	}
}

// keyed reads a value that stands after reversing, as ticked.
func (f *filling) keyed(row assess.TableRow, column int, it *assess.Item) (assess.Answer, bool) {
	text := row.Cell(column)
	for _, fraction := range []string{",0", ".0"} {
		text = strings.TrimSuffix(text, fraction)
	}
	ans, ok := assess.ParseAnswer(text, f.in.Levels)
	if !ok {
		f.add("answer-unknown", row, column, "item", it.ID, "levels", itoa(f.in.Levels))
		return ans, false
	}
	if level, isLevel := it.Keyed(ans, f.in.Levels); isLevel {
		ans = assess.At(level) // reversing twice is the level again
	}
	return ans, true
}

// words gives notes or evidence to those who wrote them: the one person, or of
// several everybody whose code stands before a line.
func (f *filling) words(row assess.TableRow, it *assess.Item, column int, field func(*assess.Entry) *string) {
	text := row.Cell(column)
	if strings.ContainsFunc(text, odd) {
		f.add("control-character", row, column)
		return
	}
	if text == "" || len(f.people) == 0 {
		return
	}
	said := map[int]string{0: text}
	if len(f.people) > 1 {
		said = f.byCode(row, column)
	}
	for i := range f.people {
		if said[i] == "" {
			continue
		}
		e := f.people[i].Entry(it.ID, 1)
		*field(&e) = said[i]
		f.people[i].Put(e)
	}
}

// byCode divides a cell among the people whose codes begin its lines. Words
// before the first code belong to nobody, which is a problem.
func (f *filling) byCode(row assess.TableRow, column int) map[int]string {
	said := map[int]string{}
	who := -1
	for _, line := range strings.Split(strings.ReplaceAll(row.Cell(column), "\r\n", "\n"), "\n") {
		code, rest, found := strings.Cut(line, ": ")
		i := slices.IndexFunc(f.people, func(r assess.Respondent) bool { return assess.SameCode(r.ID, code) })
		switch {
		case found && i >= 0 && said[i] == "":
			who, said[i] = i, rest
		case who < 0:
			f.add("worksheet-words", row, column)
			return nil
		default:
			said[who] += "\n" + line
		}
	}
	return said
}

// settlement reads what the group agreed: where the workbook says so, or where
// somebody changed the final value.
func (f *filling) settlement(row assess.TableRow, it *assess.Item) {
	st := assess.Settlement{Item: it.ID}
	f.reasons(row, &st)
	basis, final := fold(row.Cell(f.c.basis)), row.Cell(f.c.final)
	switch {
	case slices.Contains(disagreedWords, basis) && final == row.Cell(f.c.initial):
		st.Outcome = assess.Disagreed
	case slices.Contains(agreedWords, basis) && final != "", final != "" && final != row.Cell(f.c.initial):
		ans, ok := f.keyed(row, f.c.final, it)
		switch {
		case ok && ans.Kind != assess.Level:
			f.add("answer-unknown", row, f.c.final, "item", it.ID, "levels", itoa(f.in.Levels))
		case ok:
			st.Outcome, st.Level = assess.Agreed, ans.Level
		}
	}
	if !st.Blank() {
		f.settled = append(f.settled, st)
	}
}

// reasonWords are what stands before the reasons of a group, in both languages.
var reasonWords = [][]string{{"Alasan", "Reason"}, {"Pendapat lain", "Another view"},
	{"Yang memilih tinggi", "Those who chose high levels"}, {"Yang memilih rendah", "Those who chose low levels"}}

func (f *filling) reasons(row assess.TableRow, st *assess.Settlement) {
	text := row.Cell(f.c.reasons)
	if strings.ContainsFunc(text, odd) {
		f.add("control-character", row, f.c.reasons)
		return
	}
	fields := []*string{&st.Reason, &st.Dissent, &st.High, &st.Low}
	into := fields[0]
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		before, rest, found := strings.Cut(line, ": ")
		at := slices.IndexFunc(reasonWords, func(words []string) bool { return slices.Contains(words, before) })
		switch {
		case found && at >= 0 && *fields[at] == "":
			into = fields[at]
			*into = rest
		case *into == "":
			*into = line
		default:
			*into += "\n" + line
		}
	}
}
