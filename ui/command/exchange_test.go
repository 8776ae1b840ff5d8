package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"luwes/assess"
	"luwes/ui"
	"luwes/ui/locale"
)

func outgoing(kind ui.PaperKind, format, path string) ui.Outgoing {
	return ui.Outgoing{Paper: ui.Paper{Kind: kind, Format: format}, Session: Examples()[0], Path: path, Words: locale.For("id")}
}

// exchangeIn is an exchange whose database would stand in a folder of its own.
func exchangeIn(t *testing.T) *exchange {
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	return &exchange{program: &program{now: now, settings: settings{db: filepath.Join(t.TempDir(), "luwes.db")}}}
}

func TestExchangeWritesPapers(t *testing.T) {
	e, folder := exchangeIn(t), t.TempDir()
	for _, c := range []struct {
		kind        ui.PaperKind
		format, has string
	}{
		{ui.ReportPaper, "html", "<!DOCTYPE html>"}, {ui.ShortPaper, "md", "# "}, {ui.WorkbookPaper, "xlsx", "PK"},
		{ui.ReportPaper, "docx", "PK"}, {ui.MinutesPaper, "pdf", "%PDF"}, {ui.AttendancePaper, "docx", "PK"}, {ui.FormPaper, "pdf", "%PDF"},
		{ui.AnswersPaper, "csv", "respondent,"}, {ui.SessionPaper, "json", "luwes/session/1"},
	} {
		w, err := e.Write(t.Context(), outgoing(c.kind, c.format, filepath.Join(folder, string(c.kind)+"-"+c.format)))
		if err != nil {
			t.Errorf("%s: %v", c.kind, err)
			continue
		}
		if want := filepath.Join(folder, string(c.kind)+"-"+c.format+"."+c.format); w.Path != want {
			t.Errorf("%s: written to %s, want %s", c.kind, w.Path, want)
		}
		text, err := os.ReadFile(w.Path)
		if int64(len(text)) != w.Size {
			t.Errorf("%s: %d bytes, said %d", c.kind, len(text), w.Size)
		}
		if err != nil || !strings.Contains(string(text[:min(len(text), 200)]), c.has) {
			t.Errorf("%s: begins %.60q (%v)", c.kind, text, err)
		}
	}
	if got, want := filepath.Dir(e.Propose(outgoing(ui.FormPaper, "pdf", ""))), folder; got != want {
		t.Errorf("proposes %s, want the folder used last, %s", got, want)
	}
}

func TestExchangeLeavesWhatIsThere(t *testing.T) {
	e, path := exchangeIn(t), filepath.Join(t.TempDir(), "a.json")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := outgoing(ui.SessionPaper, "json", path)
	if _, err := e.Write(t.Context(), o); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want %v", err, fs.ErrExist)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	o.Replace = true
	if _, err := e.Write(ended, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Errorf("the file holds %.20q", text)
	}
	if _, err := e.Write(t.Context(), o); err != nil {
		t.Error(err)
	}
	if text, _ := os.ReadFile(path); !strings.Contains(string(text), "luwes/session/1") {
		t.Errorf("the file holds %.20q", text)
	}
}

func TestExchangeProposesFreeNames(t *testing.T) {
	e := &exchange{folder: t.TempDir()}
	o := outgoing(ui.ReportPaper, "docx", "")
	o.Session = &assess.Session{Header: assess.Header{Title: "Dinas A/B: \"evaluasi\"\n2026."}}
	first := e.Propose(o)
	if got, want := filepath.Base(first), "Laporan - Dinas A B evaluasi 2026.docx"; got != want {
		t.Errorf("proposes %q, want %q", got, want)
	}
	if err := os.WriteFile(first, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := filepath.Base(e.Propose(o)), "Laporan - Dinas A B evaluasi 2026 (2).docx"; got != want {
		t.Errorf("proposes %q, want %q", got, want)
	}
}

func TestFullPath(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	proposed := filepath.Join("x", "Laporan.pdf")
	for typed, want := range map[string]string{
		home:                             filepath.Join(home, "Laporan.pdf"),
		filepath.Join(home, "a"):         filepath.Join(home, "a.pdf"),
		filepath.Join(home, "a.PDF"):     filepath.Join(home, "a.PDF"),
		filepath.Join(home, "v1.2"):      filepath.Join(home, "v1.2.pdf"),
		"~" + string(filepath.Separator): filepath.Join(home, "Laporan.pdf"),
		filepath.Join("~", "b.pdf"):      filepath.Join(home, "b.pdf"),
	} {
		if got, err := fullPath(typed, proposed, "pdf"); got != want || err != nil {
			t.Errorf("fullPath(%q) = %q, %v; want %q", typed, got, err, want)
		}
	}
}

func TestLookOffersWhatBeginsSo(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"Beta.docx", "alpha.docx", "other.png", ".hidden.docx"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("1234"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "Zulu"), 0o700); err != nil {
		t.Fatal(err)
	}
	for begin, want := range map[string][]string{"": {"Zulu", "alpha.docx", "Beta.docx"}, "b": {"Beta.docx"}, ".": {".hidden.docx"}, "c": nil} {
		path := folder + string(filepath.Separator) + begin
		list, err := (&exchange{}).Look(t.Context(), path, []string{".docx"})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, o := range list.Offers {
			names = append(names, o.Name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%q offers %v, want %v", begin, names, want)
		}
	}
}

// The newest mapping is tried first, also one that was kept before.
func TestKeepPutsTheNewestFirst(t *testing.T) {
	e := exchangeIn(t)
	one := assess.Mapping{Instrument: "a", Line: 1, Columns: []assess.Column{{Header: "P", Role: assess.ItemColumn, Item: "str1"}}}
	two := assess.Mapping{Instrument: "a", Line: 1, Columns: []assess.Column{{Header: "P", Role: assess.ItemColumn, Item: "str2"}}}
	for _, m := range []assess.Mapping{one, two, one} {
		fine(t, e.Keep(m))
		if got := e.kept(); got[0].Columns[0].Item != m.Columns[0].Item {
			t.Errorf("tried first %s, want %s", got[0].Columns[0].Item, m.Columns[0].Item)
		}
	}
	if n := len(e.kept()); n != 2 {
		t.Errorf("%d kept, want 2", n)
	}
}

// A missing folder is made for who agreed only, and a place that takes no file is
// told in words.
func TestExchangeMakesFolders(t *testing.T) {
	e, path := exchangeIn(t), filepath.Join(t.TempDir(), "baru", "hasil", "a.json")
	o := outgoing(ui.SessionPaper, "json", path)
	if w, err := e.Write(t.Context(), o); !errors.Is(err, fs.ErrNotExist) || w.Path != path {
		t.Errorf("got %v for %q", err, w.Path)
	}
	o.MakeFolder = true
	if _, err := e.Write(t.Context(), o); err != nil {
		t.Error(err)
	}
	for at, want := range map[string]string{
		filepath.Join(path, "b"):                                    "folder-is-file",
		filepath.Join(filepath.Dir(path), strings.Repeat("x", 300)): "file-name-long",
	} {
		o.Path = at
		if _, err := e.Write(t.Context(), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s…: got %v, want %s", at, err, want)
		}
	}
}

// Among thousands of other files the wanted one is offered, and the rest is counted.
func TestLookAmongThousands(t *testing.T) {
	folder := t.TempDir() + string(filepath.Separator)
	for i := range 2000 {
		fine(t, os.WriteFile(folder+fmt.Sprintf("foto%d.jpg", i), nil, 0o600))
	}
	fine(t, os.WriteFile(folder+"z.xlsx", nil, 0o600))
	list, err := (&exchange{}).Look(t.Context(), folder, []string{".xlsx"})
	if err != nil || len(list.Offers) != 1 || list.Common != folder+"z.xlsx" {
		t.Errorf("offers %v (%v)", list, err)
	}
	list, err = (&exchange{}).Look(t.Context(), folder+"f", []string{".jpg"})
	if err != nil || len(list.Offers) != mostOffers || list.More != 2000-mostOffers || list.Common != folder+"foto" {
		t.Errorf("offers %d, %d more, %q (%v)", len(list.Offers), list.More, list.Common, err)
	}
}

// What anybody answered is not told while the answers are closed.
func TestDifferencesKeepClosedAnswers(t *testing.T) {
	l := startLaptop(t, "a", 5)
	page, err := l.store.Sessions(t.Context(), assess.Query{})
	fine(t, err)
	saved, err := l.store.Session(t.Context(), page.Rows[0].ID)
	fine(t, err)
	e := exchangeIn(t)
	other := *saved
	other.Respondents = roomSession("a", 5).Respondents
	other.Respondents[0].Entries[0].Answer = assess.At(5)
	for name, try := range map[string]func() error{
		"take": func() error { _, err := e.Take(t.Context(), l.store, &other); return err },
		"join": func() error { _, err := e.Join(t.Context(), l.store, saved.ID, &other); return err },
	} {
		err := try()
		if err == nil || !strings.Contains(err.Error(), "differs-entry-closed") || strings.Contains(err.Error(), "here=") {
			t.Errorf("%s: told %v", name, err)
		}
	}
	fine(t, l.store.Delete(t.Context(), saved.ID))
	if _, err := e.Take(t.Context(), l.store, &other); err == nil || !strings.Contains(err.Error(), "import-binned") {
		t.Errorf("from the bin: %v", err)
	}
}
