package command

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data/transfer"
	"luwes/ui/locale"
	"luwes/ui/report"
)

// inAndOut imports a file into a database of its own and returns the session.
func inAndOut(t *testing.T, path string, args ...string) *assess.Session {
	t.Helper()
	db := filepath.Join(t.TempDir(), "t.db")
	var out, errs bytes.Buffer
	run := func(args ...string) {
		t.Helper()
		out.Reset()
		if code := Run(context.Background(), append(args, "--db", db), strings.NewReader(""), &out, &errs); code != 0 {
			t.Fatalf("exit code %d\n%s", code, errs.String())
		}
	}
	run(append([]string{"import", path}, args...)...)
	run("export", "last", "--format", "json")
	s, err := transfer.ReadSession(&out, "out")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fine(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A workbook comes back as the session that it was made of: people, first answers,
// notes, evidence, what was agreed, title, region and agency, in both languages.
func TestWorkbookThereAndBack(t *testing.T) {
	all := Examples()
	for _, s := range []*assess.Session{all[0], all[len(all)-1]} { // of one person, of a workshop
		for _, lang := range []string{"id", "en"} {
			text, err := report.Workbook(s, locale.For(lang))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "a.xlsx")
			fine(t, os.WriteFile(path, text, 0o600))
			got := inAndOut(t, path)
			if got.Title != s.Title || got.Region != s.Region || got.Unit != s.Unit || got.BudgetYear != s.BudgetYear {
				t.Errorf("%s: got %+v", s.ID, got.Header)
			}
			if len(got.Respondents) != len(s.Respondents) || got.Method != s.Method {
				t.Fatalf("%s: %d people of %d, %s", s.ID, len(got.Respondents), len(s.Respondents), got.Method)
			}
			for i := range s.Respondents {
				samePerson(t, s, &s.Respondents[i], &got.Respondents[i])
			}
			for _, scale := range s.Asked().Scales {
				for _, it := range scale.Items {
					a, b := s.SettlementAt(it.ID), got.SettlementAt(it.ID)
					if a.At = b.At; a != b {
						t.Errorf("%s, %s: agreed\n%+v, got\n%+v", s.ID, it.ID, a, b)
					}
				}
			}
		}
	}
}

func samePerson(t *testing.T, s *assess.Session, want, got *assess.Respondent) {
	t.Helper()
	if got.ID != want.ID || got.Group != want.Group || got.Unit != want.Unit || got.Rank != want.Rank {
		t.Errorf("%s: got %+v", want.ID, *got)
	}
	for _, scale := range s.Asked().Scales {
		for _, it := range scale.Items {
			a, b := want.Entry(it.ID, 1), got.Entry(it.ID, 1)
			if a.At = b.At; !reflect.DeepEqual(a, b) {
				t.Errorf("%s, %s, %s: %+v, got %+v", s.ID, want.ID, it.ID, a, b)
			}
		}
	}
}

// An empty work sheet that somebody filled in is one person's answers, its final
// values what was agreed.
func TestFilledWorkSheet(t *testing.T) {
	in := instruments.Default()
	text, err := report.Workbook(&assess.Session{Instrument: in, Header: assess.Header{Title: "LKE", Method: assess.GroupMethod}}, locale.For("id"))
	fine(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(text))
	fine(t, err)
	defer f.Close()
	for cell, v := range map[string]any{"D2": 3, "H2": "Renstra 2025", "I2": "=bukan rumus", "D3": "na", "D4": 2, "E4": 4} {
		fine(t, f.SetCellValue("Butir", cell, v))
	}
	path := filepath.Join(t.TempDir(), "b.xlsx")
	fine(t, f.SaveAs(path))
	s := inAndOut(t, path)
	r := s.Respondents[0]
	first, third := in.Scales[0].Items[0].ID, in.Scales[0].Items[2].ID
	e := r.Entry(first, 1)
	if e.Answer != assess.At(3) || e.Evidence != "Renstra 2025" || e.Note != "=bukan rumus" || len(r.ID) != 10 || s.Title != "LKE" {
		t.Errorf("got %+v of %q in %q", e, r.ID, s.Title)
	}
	if st := s.SettlementAt(third); st.Outcome != assess.Agreed || st.Level != 4 || s.Method != assess.GroupMethod {
		t.Errorf("got %+v, %s", st, s.Method)
	}
}

// The answers of a form service: questions as headers, texts of levels as cells,
// among sheets that nobody asked for.
func TestFormWorkbook(t *testing.T) {
	in := instruments.Default()
	f := excelize.NewFile()
	defer f.Close()
	fine(t, f.SetSheetName("Sheet1", "Form Responses 1"))
	header, rows := []any{"Cap waktu", "Nama lengkap"}, [][]any{{"2026-11-23", "Ani"}, {"2026-11-23", "Budi"}}
	for _, s := range in.With(nil).Scales {
		for i, it := range s.Items {
			header = append(header, locale.For("id").Text(it.Text, ""))
			rows[0] = append(rows[0], it.Anchors[i%5].ID)
			rows[1] = append(rows[1], "4 - "+it.Anchors[3].EN)
		}
	}
	fine(t, f.SetSheetRow("Form Responses 1", "A1", &header))
	fine(t, f.SetSheetRow("Form Responses 1", "A2", &rows[0]))
	fine(t, f.SetSheetRow("Form Responses 1", "A3", &rows[1]))
	_, err := f.NewSheet("Rekap")
	fine(t, err)
	fine(t, f.SetCellValue("Rekap", "A1", "jumlah"))
	path := filepath.Join(t.TempDir(), "form.xlsx")
	fine(t, f.SaveAs(path))
	s := inAndOut(t, path)
	if s.Method != assess.GroupMethod || len(s.Respondents) != 2 || s.Respondents[1].ID != "Budi" {
		t.Fatalf("got %+v", s.Header)
	}
	for _, scale := range in.With(nil).Scales {
		for i, it := range scale.Items {
			if a, b := s.Respondents[0].Entry(it.ID, 1).Answer, s.Respondents[1].Entry(it.ID, 1).Answer; a != assess.At(i%5+1) || b != assess.At(4) {
				t.Errorf("%s: %s and %s", it.ID, a, b)
			}
		}
	}
}
