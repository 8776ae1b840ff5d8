package ui

import (
	"strings"
	"testing"

	"luwes/assess"
)

// sheet is a table with the answers of two people to every item of an instrument,
// under headers that are made of the items.
func sheet(in *assess.Instrument, header func(*assess.Item) string) assess.Table {
	head, first, second := []string{"Nama"}, []string{"Ani"}, []string{"Budi"}
	for i := range in.Scales {
		for j := range in.Scales[i].Items {
			head = append(head, header(&in.Scales[i].Items[j]))
			first, second = append(first, "4"), append(second, "2")
		}
	}
	return assess.Table{Rows: []assess.TableRow{{Line: 1, Cells: head}, {Line: 2, Cells: first}, {Line: 3, Cells: second}}}
}

func byID(it *assess.Item) string { return it.ID }

func byPosition(*assess.Item) string { return "Pertanyaan" }

func bring(t *testing.T, x *fakeExchange, in *Incoming, of ...*assess.Session) *driver {
	t.Helper()
	x.files = map[string]*Incoming{"/docs/a": in}
	in.Path = "/docs/a.xlsx"
	d := driveExchange(t, x, of...)
	return d.press("m").shows("Which file or folder?").text("a").press("enter")
}

func TestSessionIsLookedAtBeforeItIsTaken(t *testing.T) {
	s := stuck()
	s.ID = "elsewhere1"
	d := bring(t, &fakeExchange{}, &Incoming{Session: s})
	d.shows("from another luwes", "Kabupaten Bandung", "Participants 1")
	store := d.app.opt.Store.(*fakeStore)
	if n := len(store.sessions); n != 0 {
		t.Fatalf("%d sessions are saved before anybody said so", n)
	}
	d.press("enter").shows("is in the list", "Penilaian 2026")
	if n := len(store.sessions); n != 1 {
		t.Errorf("%d sessions are saved, want 1", n)
	}
}

func TestKnownColumnsGoStraightToTheForm(t *testing.T) {
	x := &fakeExchange{}
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	d := bring(t, x, &Incoming{Tables: []assess.Table{sheet(in, byID)}})
	d.shows("New assessment", "Region", "with 2 participants from the file").hides("What each column holds")
	d.text("Kota Bogor").press("tab", "f8").shows("An assessment with 2 participants was saved")
	s := d.app.opt.Store.(*fakeStore).sessions
	if len(s) != 1 || len(s[0].Respondents) != 2 || s[0].Title != "a" || s[0].Region.Name != "Kota Bogor" {
		t.Errorf("saved %+v", s)
	}
}

func TestUnsureColumnsAreShown(t *testing.T) {
	x := &fakeExchange{}
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	d := bring(t, x, &Incoming{Tables: []assess.Table{sheet(in, byPosition)}})
	d.shows("What each column holds", "54 of 54 items recognised", "54 columns marked ?", "answers to str1")
	d.shows("Recognised by: order alone", "It holds: 4 · 2")
	store := d.app.opt.Store.(*fakeStore)
	if len(store.sessions) != 0 {
		t.Fatal("something was saved")
	}
	d.press("down", "enter").shows("What does the column").text("cen7").press("enter")
	d.press("p").shows("cen7") // twice: the mapping is refused
	if len(x.kept) != 0 {
		t.Errorf("kept %v", x.kept)
	}
	d.press("up", "enter").text("str2").press("enter")
	d.press("p")
	d.shows("New assessment").press("tab")
	if len(x.kept) != 1 {
		t.Errorf("kept %d mappings, want 1", len(x.kept))
	}
}

func TestAllProblemsOfAFileAreListed(t *testing.T) {
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	table := sheet(in, byID)
	table.Rows[1].Cells[3], table.Rows[2].Cells[5] = "9", "abc"
	d := bring(t, &fakeExchange{}, &Incoming{Tables: []assess.Table{table}})
	d.shows("Could not be taken in", "2 things must be mended", "\"9\"", "\"abc\"")
	if n := len(d.app.opt.Store.(*fakeStore).sessions); n != 0 {
		t.Errorf("%d sessions were saved", n)
	}
}

func TestPeopleJoinAGroup(t *testing.T) {
	group := regency("g", "2026-11-20", assess.GroupMethod)
	group.Status = assess.Open
	x := &fakeExchange{files: map[string]*Incoming{"/docs/a": {Path: "/docs/a", Tables: []assess.Table{sheet(group.Asked(), byID)}}}}
	d := driveExchange(t, x, group)
	d.press("enter", "f11").text("a").press("enter").shows("Enter adds these people", "Participants 2").press("enter")
	d.shows("2 participants were added", "Group session")
	if n := len(d.app.opt.Store.(*fakeStore).find("g").Respondents); n != 2 {
		t.Errorf("%d people, want 2", n)
	}
}

func TestFolderIsTakenInOneByOne(t *testing.T) {
	good := stuck()
	good.ID = "elsewhere2"
	x := &fakeExchange{files: map[string]*Incoming{
		"/docs":        {Path: "/docs", Files: []string{"/docs/1.json", "/docs/2.json", "/docs/3.json"}},
		"/docs/1.json": {Session: good}, "/docs/3.json": {Tables: []assess.Table{{}}},
	}}
	d := driveExchange(t, x)
	d.press("m", "enter").shows("holds 3 assessments").press("enter")
	d.shows("1 of 3 files was taken in", "2.json", "3.json", "take this file in by itself").press("esc")
	if n := len(d.app.opt.Store.(*fakeStore).sessions); n != 1 {
		t.Errorf("%d sessions, want 1", n)
	}
	d.shows("Penilaian 2026")
}

func TestReadingCanBeEnded(t *testing.T) {
	x := &fakeExchange{}
	x.files = map[string]*Incoming{"/docs/a": {Session: stuck()}}
	d := driveExchange(t, x)
	x.during = func() { d.app.Update(press("esc")) }
	d.press("m").text("a").press("enter").shows("Nothing was saved")
	if strings.Contains(d.screen(), "What the file holds") {
		t.Error("the file is shown after all")
	}
}

// What was kept for an earlier file is shown before it is used, and can be dropped.
func TestKeptColumnsAreShownAgain(t *testing.T) {
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	table := sheet(in, byPosition)
	kept := in.Guess(&table)
	for i := range kept.Columns {
		kept.Columns[i].By, kept.Columns[i].Sure = assess.ByHand, 1
	}
	kept.Columns[1].Role, kept.Columns[1].Item = assess.IgnoredColumn, ""
	x := &fakeExchange{}
	d := bring(t, x, &Incoming{Tables: []assess.Table{table}, Kept: []assess.Mapping{kept}})
	d.shows("What each column holds", "53 of 54 items recognised", "Matched as an earlier file")
	d.press("u").shows("54 of 54 items recognised", "54 columns marked ?").hides("earlier file")
	d.press("p").shows("New assessment").press("esc").shows("What each column holds")
	if len(x.kept) != 1 || x.kept[0].Columns[1].Item != "str1" {
		t.Errorf("kept %d mappings", len(x.kept))
	}
}

// Columns that leave nothing to ask can be looked at all the same.
func TestKnownColumnsAreOneStepBack(t *testing.T) {
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	d := bring(t, &fakeExchange{}, &Incoming{Tables: []assess.Table{sheet(in, byID)}})
	d.shows("New assessment").press("esc").shows("What each column holds", "54 of 54 items").press("esc").shows("Which file or folder?")
}

// Two people do not answer as one, and their file says which parts it answers.
func TestFormOfAFileOffersWhatFitsIt(t *testing.T) {
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	x := &fakeExchange{}
	d := bring(t, x, &Incoming{Tables: []assess.Table{sheet(in, byID)}})
	d.text("Kota Bogor").press("tab", "tab", "tab", "tab").shows(plainText(d.app.look.T("details.held.group"))).hides("Extra parts")
	d.press("right", "f8")
	s := d.app.opt.Store.(*fakeStore).sessions[0]
	if s.Method != assess.GroupMethod || s.Language != "en" {
		t.Errorf("held as %s in %q", s.Method, s.Language)
	}
}

// A file that says otherwise what is saved is not called wrong for that.
func TestDifferencesAreTold(t *testing.T) {
	s := stuck()
	s.ID = "elsewhere3"
	x := &fakeExchange{}
	d := bring(t, x, &Incoming{Session: s})
	x.fail = assess.Problems{assess.NewProblem("import-differs", "session", "s"),
		assess.NewProblem("differs-field", "what", "title", "here", "A", "there", "B")}
	d.press("enter").shows("with other content, and stays as it is. 1 difference:", `title: saved "A", in the file "B"`).hides("must be mended")
}

// Esc while a file of a folder is saved ends the whole of it, and the file counts.
func TestFolderEndsAtEsc(t *testing.T) {
	good := stuck()
	good.ID = "elsewhere4"
	x := &fakeExchange{files: map[string]*Incoming{"/docs": {Files: []string{"/docs/1.json", "/docs/2.json"}, Others: 3},
		"/docs/1.json": {Session: good}, "/docs/2.json": {Session: stuck()}}}
	d := driveExchange(t, x).press("m", "enter").shows("3 tables or work sheets in this folder")
	x.taking = func() { d.app.Update(press("esc")) }
	d.press("enter").shows("Stopped. 1 file was taken in")
}

// Notes are on an item: those of a wide table on the one whose answers stand before
// them, and none are offered where there is no such item.
func TestNotesAreOnTheItemBeforeThem(t *testing.T) {
	x := &fakeExchange{}
	in := regency("x", "2026-01-01", assess.SelfMethod).Instrument
	table := sheet(in, byID)
	for i, word := range []string{"Warna", "baik", "buruk"} {
		table.Rows[i].Cells = append(table.Rows[i].Cells, word)
	}
	d := bring(t, x, &Incoming{Tables: []assess.Table{table}})
	d.shows("Not recognised. Press Enter", "It holds: baik · buruk").press("enter").shows("Notes ins3", "Evidence ins3")
	d.press("down", "down", "down", "down", "down", "enter").shows("notes ins3", "Chosen by a person")
	d.press("home", "enter").hides("Notes").hides("Evidence").press("esc")
	d.press("p").text("Kota Bogor").press("tab", "f8")
	s := d.app.opt.Store.(*fakeStore).sessions
	if len(s) != 1 || s[0].Respondents[0].Entry("ins3", 1).Note != "baik" {
		t.Errorf("saved %d sessions, want one with the note", len(s))
	}
}

// Whoever goes on while no column holds answers is told what to press, not a flag of
// the command line.
func TestNoAnswersAreChosenByKey(t *testing.T) {
	table := assess.Table{Rows: []assess.TableRow{{Line: 1, Cells: []string{"name", "price"}}, {Line: 2, Cells: []string{"apple", "3"}}}}
	d := bring(t, &fakeExchange{}, &Incoming{Tables: []assess.Table{table}})
	d.shows("0 of 54 items").press("p").shows("No column holds answers yet. Press Enter").hides("--instrument")
}
