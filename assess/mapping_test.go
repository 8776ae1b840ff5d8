package assess_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// tableOf makes a table of lines of cells divided by "|".
func tableOf(lines ...string) *assess.Table {
	t := &assess.Table{Name: "Form"}
	for i, l := range lines {
		t.Rows = append(t.Rows, assess.TableRow{Line: i + 1, Cells: strings.Split(l, "|")})
	}
	return t
}

// asked is the question of an item as a form shows it.
func asked(id, lang string) string {
	it, _ := instruments.Default().Item(id)
	return strings.NewReplacer("{we}", "pemerintah daerah kami", "{We}", "Pemerintah daerah kami").Replace(it.Text.In(lang))
}

func TestGuess(t *testing.T) {
	in := instruments.Default()
	near := strings.Join(strings.Fields(asked("str3", "id"))[2:], " ") // somebody left out the beginning
	for name, c := range map[string]struct {
		header  string
		want    string
		certain bool
	}{
		"ids":             {"Respondent|STR1|str2", "respondent,item str1 id,item str2 id", true},
		"questions":       {"Nama|" + asked("str1", "id") + "|" + asked("str2", "en"), "respondent,item str1 text,item str2 text", true},
		"numbered":        {"Nama|1. " + asked("str1", "id") + "|Q2. " + asked("str2", "id"), "respondent,item str1 text,item str2 text", true},
		"id and question": {"Nama|STR1. " + asked("str1", "id"), "respondent,item str1 id", true},
		"grid":            {"Nama|Bagian A [" + asked("str1", "id") + "]", "respondent,item str1 text", true},
		"form service":    {"Cap waktu|Nama|Kelompok|str1", "ignored,respondent,group,item str1 id", true},
		"near":            {"Nama|" + near, "respondent,item str3 likeness", false},
		"unknown":         {"Nama|str1|Makanan kesukaan", "respondent,item str1 id,ignored", false},
		"two persons":     {"ID|Nama|str1", "ignored,respondent,item str1 id", false},
		"nobody":          {"str1|str2", "item str1 id,item str2 id", false},
		"same twice":      {"Nama|str1|STR1", "respondent,item str1 id,ignored", false},
		"notes":           {"Nama|str1|Catatan", "respondent,item str1 id,note str1 word", false},
		"notes by id":     {"Nama|str1|Catatan str1", "respondent,item str1 id,note str1 id", true},
		"endless":         {"Nama|str1|str2 " + strings.Repeat("[", 1<<20), "respondent,item str1 id,ignored", false},
		"other question":  {"Nama|STR1. " + asked("str2", "id"), "respondent,item str1 id", false},
		"long":            {"Responden|Butir|Jawaban|Catatan", "respondent,item-id,answer,note", true},
	} {
		t.Run(name, func(t *testing.T) {
			m := in.Guess(tableOf(c.header, strings.Repeat("x|", strings.Count(c.header, "|"))+"x"))
			var got []string
			for _, c := range m.Columns {
				s := string(c.Role)
				if c.Item != "" {
					s += " " + c.Item + " " + string(c.By)
				}
				got = append(got, s)
			}
			if strings.Join(got, ",") != c.want || m.Certain(in) != c.certain {
				t.Errorf("got %v, certain %v", got, m.Certain(in))
			}
		})
	}
}

// As many columns as items are offered in their order, and never taken for sure.
func TestGuessByOrder(t *testing.T) {
	in := instruments.Default()
	core := in.With(nil)
	header, row := "Nama", "A"
	for i := range core.ItemCount() {
		header, row = header+fmt.Sprint("|Pertanyaan ", i+1), row+"|3"
	}
	m := in.Guess(tableOf("Judul formulir", header, row))
	last := m.Columns[len(m.Columns)-1]
	if m.Certain(in) || m.Columns[1].Item != "str1" || last.Item != "cen7" || last.By != assess.ByOrder {
		t.Errorf("got %+v, certain %v", last, m.Certain(in))
	}
}

// The headers may stand below a title.
func TestGuessFindsHeaders(t *testing.T) {
	in := instruments.Default()
	table := tableOf("Hasil formulir 2026", "Nama|str1|str2", "A|1|2")
	m := in.Guess(table)
	people, err := m.Apply(table, in)
	if err != nil || m.Line != 2 || len(people) != 1 {
		t.Errorf("line %d, %+v, %v", m.Line, people, err)
	}
}

func TestApplyReadsAnswersAsPeopleWriteThem(t *testing.T) {
	in := instruments.Default()
	it, _ := in.Item("str2")
	for cell, want := range map[string]string{
		"3": "3", "3,0": "3", "3.0": "3", " 3 ": "3", "(3)": "3", "3.": "3",
		it.Anchors[3].ID: "4", strings.ToUpper(it.Anchors[0].EN): "1",
		"2 - " + it.Anchors[1].ID: "2", "2) " + it.Anchors[1].EN + ".": "2",
		"N/A": "na", "Tidak berlaku": "na", "tidak tahu": "dk", "Don’t know": "dk", "": "",
		"6": "?", "0": "?", "3,5": "?", "-": "?", "#N/A": "?", "3 orang": "?", "2026-11-23": "?", "III": "?",
		"2 - " + it.Anchors[3].ID: "?",
	} {
		table := tableOf("Nama|str2|str1", "A|"+cell+"|1")
		m := in.Guess(table)
		people, err := m.Apply(table, in)
		got := "?"
		if err == nil {
			got = people[0].Sheet(1)["str2"].String()
		} else if !strings.Contains(err.Error(), "Form:2:2: answer-unknown") {
			t.Error(err)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
}

// All problems are told at once, and nobody is returned.
func TestApplyTellsAll(t *testing.T) {
	in := instruments.Default()
	table := tableOf("Nama|str1|str2|Catatan str2", "A|9|2|", "a|1|2|", "|1|1|", "1.98E+17|1|1|\x1b[2J", "|||", "B|1|1|")
	table.Flaws = []assess.TableFlaw{{Code: "cells-merged", Line: 7, Column: 2, LastLine: 7, LastColumn: 3}, {Code: "cell-error", Line: 2, Column: 9, LastLine: 2, LastColumn: 9}}
	m := in.Guess(table)
	people, err := m.Apply(table, in)
	want := `Form:7:2: cells-merged
Form:2:2: answer-unknown item="str1" levels="5" value="9"
Form:3:1: respondent-twice first="A" value="a"
Form:4:1: respondent-missing
Form:5:1: code-rounded value="1.98E+17"
Form:5:4: control-character value=" [2J"`
	if people != nil || fmt.Sprint(err) != want {
		t.Errorf("got %v\n%v", people, err)
	}
}

func TestApplyLong(t *testing.T) {
	in := instruments.Default()
	table := tableOf("Responden|Kelompok|Butir|Jawaban|Catatan|Putaran", "A|X|str1|3|ya|", "A||"+asked("str2", "id")+"|dk||1", "A||str1|4||2", "B|||||")
	m := in.Guess(table)
	people, err := m.Apply(table, in)
	want := []assess.Respondent{{ID: "A", Group: "X", Entries: []assess.Entry{
		{Item: "str1", Round: 1, Answer: assess.At(3), Note: "ya"}, {Item: "str2", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}},
		{Item: "str1", Round: 2, Answer: assess.At(4)}}}, {ID: "B"}}
	if err != nil || !reflect.DeepEqual(people, want) {
		t.Errorf("got %+v, %v", people, err)
	}
	table = tableOf("Responden|Butir|Jawaban", "A|str1|3", "A|STR1|3", "A|xyz|1", "A||2")
	m = in.Guess(table)
	_, err = m.Apply(table, in)
	want2 := "Form:3:2: item-twice item=\"str1\"\nForm:4:2: item-unknown value=\"xyz\"\nForm:5:2: item-missing"
	if fmt.Sprint(err) != want2 {
		t.Errorf("got %v", err)
	}
}

// A kept mapping finds its columns wherever they stand, equal headers one after
// the other, and tells what it does not know and what it misses.
func TestFit(t *testing.T) {
	in := instruments.Default()
	m := assess.Mapping{Columns: []assess.Column{{Header: "Siapa", Role: assess.RespondentColumn}, {Header: "P", Role: assess.ItemColumn, Item: "str1"},
		{Header: "P", Role: assess.ItemColumn, Item: "str2"}, {Header: "Jam", Role: assess.IgnoredColumn}}}
	table := tableOf("judul", "P|SIAPA|P", "1|A|2")
	fitted, err := m.Fit(table)
	if err != nil {
		t.Fatal(err)
	}
	people, err := fitted.Apply(table, in)
	if err != nil || people[0].Sheet(1)["str2"] != assess.At(2) || people[0].Sheet(1)["str1"] != assess.At(1) {
		t.Errorf("got %+v, %v", people, err)
	}
	_, err = m.Fit(tableOf("P|Siapa|Baru", "1|A|2"))
	want := "Form:1:3: mapping-column-new header=\"Baru\"\nForm:1:0: mapping-column-gone header=\"P\""
	if fmt.Sprint(err) != want {
		t.Errorf("got %v", err)
	}
}

func TestMappingCheck(t *testing.T) {
	in := instruments.Default()
	m := assess.Mapping{Line: 1, Columns: []assess.Column{{Place: 1, Header: "a", Role: "boss"}, {Place: 2, Header: "b", Role: assess.ItemColumn, Item: "x9"},
		{Place: 3, Header: "c", Role: assess.RespondentColumn}, {Place: 4, Header: "d", Role: assess.RespondentColumn},
		{Place: 5, Header: "e", Role: assess.ItemColumn, Item: "str1"}, {Place: 6, Header: "f", Role: assess.ItemColumn, Item: "STR1"}}}
	want := `1:1: mapping-role header="a" value="boss"
1:2: mapping-item header="b" item="x9"
1:4: mapping-twice header="d" role="respondent"
1:6: mapping-item-twice header="f" item="str1"`
	if got := fmt.Sprint(m.Check(in)); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := fmt.Sprint((&assess.Mapping{Line: 1}).Check(in)); got != "1:0: mapping-empty" {
		t.Errorf("got %s", got)
	}
}
