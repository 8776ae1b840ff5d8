package report

import (
	"math"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// The formulas of a workbook give what luwes calculated: its cached values, and the
// columns beside them.
func TestWorkbookFormulas(t *testing.T) {
	t.Parallel()
	for name, s := range workbookSessions(t) {
		for _, lang := range locale.Languages {
			t.Run(name+"/"+lang, func(t *testing.T) {
				f := openWorkbook(t, s, lang)
				n := compareFormulas(t, f, func(sheet, cell string) string { return calculate(t, f, sheet, cell) })
				compareOwn(t, f, s, locale.For(lang))
				t.Log(n, "formulas compared")
			})
		}
	}
}

// Other answers typed into the sheet of respondents give the scores that luwes gives
// them.
func TestWorkbookFollowsAnswers(t *testing.T) {
	in := weighted(t)
	f := openWorkbook(t, answeredSession(in, assess.GroupMethod, 9), "id")
	other := answeredSession(in, assess.GroupMethod, 10)
	other.Respondents = other.Respondents[:9]
	b := newBook(other, locale.For("id"))
	for i, row := range b.respondentSheet().rows[respondentTop:] {
		for j, c := range row[respondentItems:] {
			if err := f.SetCellValue("Responden", cellAt(respondentItems+j, respondentTop+i), c.value); err != nil {
				t.Fatal(err)
			}
		}
	}
	top, known := rowOf(t, f, "Hasil", "Kode")+1, 0
	check := func(sheet string, column, row int, want assess.Figure) {
		text := ""
		if want.OK() {
			text = strconv.FormatFloat(want.Value, 'g', -1, 64)
			known++
		}
		if got := calculate(t, f, sheet, cellAt(column, row)); !sameValue(got, text) {
			t.Errorf("%s!%s gives %q, want %q", sheet, cellAt(column, row), got, text)
		}
	}
	for i := range b.result.Scales {
		s := &b.result.Scales[i]
		check("Hasil", resultScore, top+i, s.Score)
		check("Hasil", resultN, top+i, assess.Known(float64(s.N)))
		check("Hasil", resultCoverage, top+i, s.Coverage())
		for p := range s.People {
			check("Perhitungan", calculationScore(i), calculationTop+p, s.People[p].Score)
		}
	}
	if known < 30 {
		t.Errorf("only %d scores compared", known)
	}
}

// Final values typed into the sheet of items give the agreed score of them: weights
// count, "na" leaves, and too few of them give none.
func TestWorkbookFollowsFinalValues(t *testing.T) {
	f := openWorkbook(t, workbookSessions(t)["weighted"], "id")
	top := rowOf(t, f, "Hasil", "Kode") + 1
	for _, c := range []struct {
		finals []any // of the seven items of scale a, whose weights are .5 1.2 1.9 2.6 .5 1.2 1.9
		want   string
	}{
		{[]any{4, 4, 4, 4, 4, 4, 4}, "100"},
		{[]any{4, 1, 1, 1, 1, 1, 1}, numberOf(100 * .5 / 9.8)},
		{[]any{1, 1, 1, 2.5, nil, "dk", nil}, numberOf(2.6 * 1.5 / 6.2 / 3 * 100)},
		{[]any{4, 1, 1, nil, nil, nil, nil}, ""},
		{[]any{4, 1, 1, "na", nil, nil, nil}, numberOf(100 * .5 / 3.6)},
		{[]any{"na", "na", "na", "na", "na", "na", "na"}, ""},
	} {
		for i, v := range c.finals {
			if err := f.SetCellValue("Butir", cellAt(itemFinal, itemTop+i), v); err != nil {
				t.Fatal(err)
			}
		}
		if got := calculate(t, f, "Hasil", cellAt(resultAgreed, top)); !sameValue(got, c.want) {
			t.Errorf("%v: got %q, want %q", c.finals, got, c.want)
		}
	}
}

// An office program that knows no cached value calculates the same.
func TestWorkbookRecalculated(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no office program here, or no time for one")
	}
	sessions := workbookSessions(t)
	dir := recalculated(t, office, sessions)
	for name, s := range sessions {
		again, err := excelize.OpenFile(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		n := compareFormulas(t, openWorkbook(t, s, "id"), func(sheet, cell string) string {
			got, err := again.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			return got
		})
		t.Log(name, n, "formulas compared")
	}
}

// recalculated is a folder with the workbooks of sessions, made without any cached
// value, then opened and saved by an office program.
func recalculated(t *testing.T, office string, sessions map[string]*assess.Session) string {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", out}
	for name, s := range sessions {
		bare := openWorkbook(t, s, "id")
		eachFormula(t, bare, func(sheet, cell, formula string) {
			if err := bare.SetCellValue(sheet, cell, nil); err != nil {
				t.Fatal(err)
			}
			if err := bare.SetCellFormula(sheet, cell, formula); err != nil {
				t.Fatal(err)
			}
		})
		file := filepath.Join(dir, name+".xlsx")
		if err := bare.SaveAs(file); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if said, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return out
}

func calculate(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	got, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("%s!%s: %v", sheet, cell, err)
	}
	return got
}

// eachFormula visits the cells with a formula.
func eachFormula(t *testing.T, f *excelize.File, visit func(sheet, cell, formula string)) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j := range len(row) + 1 {
				cell := cellAt(j, i)
				if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
					visit(sheet, cell, formula)
				}
			}
		}
	}
}

// compareFormulas sets what calculating gives beside the cached value of every
// formula, and returns how many there are.
func compareFormulas(t *testing.T, f *excelize.File, calculated func(sheet, cell string) string) int {
	t.Helper()
	n := 0
	eachFormula(t, f, func(sheet, cell, formula string) {
		n++
		want, _ := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		if got := calculated(sheet, cell); !sameValue(got, want) {
			t.Errorf("%s!%s: %s gives %q, want %q", sheet, cell, formula, got, want)
		}
		if kind, _ := f.GetCellType(sheet, cell); want != "" && kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%s!%s: %q is cached as type %v, no number", sheet, cell, want, kind)
		}
	})
	return n
}

func sameValue(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	if err != nil {
		return a == b
	}
	y, err := strconv.ParseFloat(b, 64)
	return err == nil && math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(y))
}

// compareOwn sets the cells with scores beside what scoring says.
func compareOwn(t *testing.T, f *excelize.File, s *assess.Session, w *locale.Words) {
	t.Helper()
	b := newBook(s, w)
	if b.withheld() != "" {
		return
	}
	top := rowOf(t, f, b.sheetName("results"), b.t("id")) + 1
	for i := range b.analysis.Scales {
		a := &b.analysis.Scales[i]
		for _, c := range []int{resultScore, resultOwn} {
			wantFigure(t, f, b.sheetName("results"), c, top+i, a.Score)
		}
		for _, c := range []int{resultAgreed, resultAgreedOwn} {
			wantFigure(t, f, b.sheetName("results"), c, top+i, a.Agreed)
		}
		for p := range a.People {
			if !b.persons {
				break
			}
			for _, c := range []int{calculationScore(i), calculationScore(i) + 1} {
				wantFigure(t, f, b.sheetName("calculation"), c, calculationTop+p, a.People[p].Score)
			}
		}
	}
}

func rowOf(t *testing.T, f *excelize.File, sheet, first string) int {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == first {
			return i
		}
	}
	t.Fatalf("%s has no row %q", sheet, first)
	return 0
}

func wantFigure(t *testing.T, f *excelize.File, sheet string, column, row int, want assess.Figure) {
	t.Helper()
	text := ""
	if want.OK() {
		text = strconv.FormatFloat(want.Value, 'g', -1, 64)
	}
	got, err := f.GetCellValue(sheet, cellAt(column, row), excelize.Options{RawCellValue: true})
	if err != nil || !sameValue(got, text) {
		t.Errorf("%s!%s is %q, want %q; %v", sheet, cellAt(column, row), got, text, err)
	}
}
