package command

import (
	"context"
	"errors"
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
