package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

func openWorkbook(t testing.TB, s *assess.Session, lang string) *excelize.File {
	t.Helper()
	data, err := Workbook(s, locale.For(lang))
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// No cell shows a missing message, and no text can be run.
func TestWorkbookTexts(t *testing.T) {
	t.Parallel()
	for name, s := range workbookSessions(t) {
		for _, lang := range locale.Languages {
			f := openWorkbook(t, s, lang)
			for _, sheet := range f.GetSheetList() {
				rows, err := f.GetRows(sheet)
				if err != nil {
					t.Fatal(err)
				}
				for i, row := range rows {
					for j, text := range row {
						kind, _ := f.GetCellType(sheet, cellAt(j, i))
						if strings.Contains(text, "⟦") || kind == excelize.CellTypeInlineString && strings.IndexAny(text, "=+-@\t\r") == 0 {
							t.Errorf("%s, %s!%s: %q", name, sheet, cellAt(j, i), text)
						}
					}
				}
			}
		}
	}
}

// A share has a decimal: a spreadsheet would round 98.8 % up where the papers say 98 %.
func TestWorkbookShares(t *testing.T) {
	rows, err := openWorkbook(t, workshop(t), "en").GetRows("Results")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, text := range slices.Concat(rows...) {
		if share, is := strings.CutSuffix(text, "%"); is {
			n++
			if !strings.Contains(share, ".") {
				t.Errorf("%q has no decimal", text)
			}
		}
	}
	if n == 0 {
		t.Error("no share is there")
	}
}

// The sheets of each kind of session, and nobody's answers where nobody may be told
// apart.
func TestWorkbookSheets(t *testing.T) {
	alone := []string{"Hasil", "Butir", "Rencana"}
	people := []string{"Hasil", "Butir", "Responden", "Perhitungan", "Rencana"}
	want := map[string][]string{"anonymous": alone, "hands": alone, "empty": alone, "few": {"Hasil"}}
	for name, s := range workbookSessions(t) {
		f := openWorkbook(t, s, "id")
		sheets := want[name]
		if sheets == nil {
			sheets = people
		}
		if got := f.GetSheetList(); !slices.Equal(got, sheets) {
			t.Errorf("%s has the sheets %q, want %q", name, got, sheets)
		}
		if s.Identity == assess.Anonymous && strings.Contains(everyCell(t, f), "P00") {
			t.Errorf("%s: a code is in\n%s", name, everyCell(t, f))
		}
	}
}

// Under three people an anonymous workbook has no score, no share and no word of
// anybody.
func TestWorkbookOfFew(t *testing.T) {
	for _, lang := range locale.Languages {
		f := openWorkbook(t, workbookSessions(t)["few"], lang)
		got := everyCell(t, f)
		for _, word := range []string{"Perbup", "1+1", "%", "Bappeda", "alasan"} {
			if strings.Contains(got, word) {
				t.Errorf("%q is in\n%s", word, got)
			}
		}
		if !strings.Contains(got, locale.For(lang).ReasonSentence(assess.AnonymousFew)) {
			t.Errorf("no reason in\n%s", got)
		}
	}
}

// Scores that rest on no answers of the workbook say so.
func TestWorkbookMarksValues(t *testing.T) {
	for name, mark := range map[string]string{"anonymous": "source.anonymous", "hands": "source.hands", "n012": "source.formula"} {
		s := workbookSessions(t)[name]
		f := openWorkbook(t, s, "en")
		b := newBook(s, locale.For("en"))
		top := rowOf(t, f, "Results", b.t("id")) + 1
		for i := range b.result.Scales {
			if !b.result.Scales[i].Score.OK() {
				continue
			}
			got, _ := f.GetCellValue("Results", cellAt(resultSource, top+i))
			formula, _ := f.GetCellFormula("Results", cellAt(resultScore, top+i))
			if got != b.t(mark) || (formula != "") != (name == "n012") {
				t.Errorf("%s: %q, formula %q", name, got, formula)
			}
		}
	}
}

// The row of an item as in the official work sheet, of the group's agreed level and
// of a reversed item.
func TestWorkbookItems(t *testing.T) {
	s := workbookSessions(t)["weighted"]
	f := openWorkbook(t, s, "id")
	b := newBook(s, locale.For("id"))
	for i := range b.analysis.Items {
		it := &b.analysis.Items[i]
		if it.N == 0 {
			continue
		}
		final := it.Agreed
		if !final.OK() {
			final = it.Median
		}
		wantFigure(t, f, "Butir", itemInitial, itemTop+i, it.Median)
		wantFigure(t, f, "Butir", itemFinal, itemTop+i, final)
		wantFigure(t, f, "Butir", itemWeight, itemTop+i, assess.Known(it.Item.Weight))
	}
	row, err := f.GetRows("Butir")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a1", "'+a 'satu'", "'@Tanya perangkat daerah kami"}
	if got := row[itemTop][:3]; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := row[itemTop]; got[itemBasis] != "disepakati" || got[itemExplanation] != "satu" || got[itemReasons] != "Alasan: =alasan" {
		t.Errorf("got %q", got)
	}
	if got := row[itemTop+1][itemReversed]; got != "ya" {
		t.Errorf("a2 is reversed: %q", got)
	}
}

// The plan says what, who and when, in order.
func TestWorkbookPlan(t *testing.T) {
	f := openWorkbook(t, workbookSessions(t)["weighted"], "id")
	rows, err := f.GetRows("Rencana")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"1", "'=HYPERLINK(1)", "'+Bappeda", "Triwulan II 2027", "ya", "direncanakan", "'+a 'satu'"},
		{"2", "Menyusun kajian", "", "", "", "selesai", "", "'-selesai"}}
	for i := range want {
		if got := rows[i+1]; !slices.Equal(got[:len(want[i])], want[i]) {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
}

// everyCell is all text of a workbook.
func everyCell(t *testing.T, f *excelize.File) string {
	t.Helper()
	var all []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			all = append(all, strings.Join(row, "\t"))
		}
	}
	return strings.Join(all, "\n")
}

func TestSafeText(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+62": "'+62", "-3": "'-3", "@x": "'@x", "\tx": "'\tx", "\rx": "'x", "'=1": "''=1",
		"'biasa": "'biasa", "biasa = 1": "biasa = 1", "": "", "a\x1b[2Jb\x00": "a[2Jb", "satu\ndua": "satu\ndua", "a\xffb": "ab",
	} {
		if got := safeText(in); got != want {
			t.Errorf("safeText(%q) = %q, want %q", in, got, want)
		}
	}
	if got := safeText(strings.Repeat("😀", 20_000)); got != strings.Repeat("😀", 16_000)+"…" {
		t.Errorf("a long text has %d bytes", len(got))
	}
}

// What file managers show is the session's: its title, neutralised, and its date.
func TestWorkbookAbout(t *testing.T) {
	f := openWorkbook(t, workbookSessions(t)["self"], "id")
	about, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if about.Title != "'=Penilaian 2026" || about.Creator != "luwes" || about.Language != "id" || about.Created != "2026-11-23T00:00:00Z" {
		t.Errorf("got %+v", about)
	}
}

// Ten megabytes in one note stay one cell, and the file small.
func TestWorkbookOfAHugeNote(t *testing.T) {
	s := answeredSession(weighted(t), assess.GroupMethod, 3)
	s.Respondents[0].Entries[0].Note = strings.Repeat("=cmd|x ", 1_500_000)
	data, err := Workbook(s, locale.For("id"))
	if err != nil || len(data) > 100_000 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	f := openWorkbook(t, s, "id")
	got, err := f.GetCellValue("Butir", cellAt(itemNote, itemTop))
	if n := len([]rune(got)); err != nil || n > 32_767 || !strings.HasSuffix(got, "…") || !strings.HasPrefix(got, "'=P001: =cmd") {
		t.Errorf("%d characters, %q…, %v", n, got[:20], err)
	}
}

// Two hundred respondents, two modules, 54 items.
func BenchmarkWorkbook200(b *testing.B) {
	s := manyRespondents(b, 200)
	for b.Loop() {
		data, err := Workbook(s, locale.For("id"))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(data)), "bytes")
	}
}
