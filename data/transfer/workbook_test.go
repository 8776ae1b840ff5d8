package transfer

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
)

// workbook makes a spreadsheet of one or more sheets.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts makes a workbook of its parts, in their order, two strings each. The sheet
// is called S.
func parts(t testing.TB, of ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(of); i += 2 {
		w, err := z.Create(of[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, of[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	bookXML = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`
	relsXML = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	rootXML = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	typeXML = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
)

// oneSheet is a workbook of the given cells, and shared texts.
func oneSheet(t testing.TB, rows, shared string) []byte {
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
	return rawSheet(t, sheet, shared)
}

func rawSheet(t testing.TB, sheet, shared string) []byte {
	return parts(t, "[Content_Types].xml", typeXML, "_rels/.rels", rootXML, "xl/workbook.xml", bookXML, "xl/_rels/workbook.xml.rels", relsXML,
		"xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+shared+`</sst>`,
		"xl/worksheets/sheet1.xml", sheet)
}

// Numbers, dates, results of formulas and texts are read as they are shown.
func TestReadTablesOfWorkbook(t *testing.T) {
	src := workbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "Form")
		f.SetSheetRow("Form", "A1", &[]any{"Nama", "STR1", "STR2"})
		f.SetSheetRow("Form", "A3", &[]any{"A", 3, "4"})
		day, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		f.SetCellValue("Form", "D3", time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
		f.SetCellStyle("Form", "D3", "D3", day)
		f.SetCellValue("Form", "E3", "'=1+1")
		f.MergeCell("Form", "B5", "C6")
		f.NewSheet("Diam")
		f.SetCellValue("Diam", "A1", "x")
		f.SetSheetVisible("Diam", false)
		f.NewSheet("Kosong")
	})
	got, err := ReadTables(bytes.NewReader(src), "a.xlsx")
	want := []assess.Table{
		{Name: "Form", Rows: []assess.TableRow{{Line: 1, Cells: []string{"Nama", "STR1", "STR2"}}, {Line: 3, Cells: []string{"A", "3", "4", "11-23-26", "=1+1"}}},
			Flaws: []assess.TableFlaw{{Code: "cells-merged", Line: 5, Column: 2, LastLine: 6, LastColumn: 3}}},
		{Name: "Diam", Hidden: true, Rows: []assess.TableRow{{Line: 1, Cells: []string{"x"}}}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v\n%v", got, want, err)
	}
}

// A formula counts by its stored result; one without a result is a flaw, as is an
// error.
func TestFormulasOfWorkbook(t *testing.T) {
	src := oneSheet(t, `<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1"><f>1+2</f></c><c r="C1" t="e"><v>#N/A</v></c></row>`, "")
	got, err := ReadTables(bytes.NewReader(src), "a.xlsx")
	want := []assess.TableFlaw{{Code: "formula-empty", Line: 1, Column: 2, LastLine: 1, LastColumn: 2}, {Code: "cell-error", Line: 1, Column: 3, LastLine: 1, LastColumn: 3}}
	if err != nil || got[0].Rows[0].Cell(1) != "3" || !reflect.DeepEqual(got[0].Flaws, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

// Each hostile file is one sentence, in bounded memory and time.
func TestHostileWorkbooks(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	good := workbook(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", "Nama") })
	utf16 := strings.Join(strings.Split("EncryptedPackage", ""), "\x00") + "\x00"
	cell := `<row r="7"><c r="C7" t="s"><v>1</v></c></row>`
	for name, c := range map[string]struct {
		src  []byte
		want string
	}{
		"old":            {[]byte(oleSignature + strings.Repeat("\x00", 600)), "f:xls-old"},
		"password":       {[]byte(oleSignature + strings.Repeat("\x00", 600) + utf16), "f:xlsx-password"},
		"signature only": {[]byte(oleSignature), "f:xls-old"},
		"cut":            {good[:len(good)/2], "f:xlsx-broken"},
		"flipped":        {flipped(good), "f:Sheet1:xlsx-broken"},
		"another zip":    {parts(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "f:xlsx-none"},
		"empty":          {oneSheet(t, "", ""), "f:table-empty"},
		"bomb":           {parts(t, "xl/workbook.xml", bookXML, "xl/media/a.bin", strings.Repeat("\x00", maxUnzipped)), `f:xlsx-too-large limit="64"`},
		"lying bomb":     {lying(parts(t, "xl/workbook.xml", bookXML, "xl/media/a.bin", strings.Repeat("\x00", maxUnzipped))), "f:xlsx-broken"},
		"bomb of text":   {oneSheet(t, repeated(200_000, `<row><c t="s"><v>0</v></c></row>`), "<si><t>"+strings.Repeat("x", 500<<10)+"</t></si>"), `f:S:132:1: xlsx-too-large limit="64"`},
		"long cell":      {oneSheet(t, `<row r="3"><c r="B3" t="inlineStr"><is><t>`+long+`</t></is></c></row>`, ""), `f:S:3:2: cell-too-long limit="1"`},
		"long shared":    {oneSheet(t, cell, "<si><t>a</t></si><si><t>"+long+"</t></si>"), `f:S:7:3: cell-too-long limit="1"`},
		"many shared":    {oneSheet(t, cell, repeated(1_000_001, "<si/>")), `f:values-too-many limit="1000000"`},
		"many styles":    {parts(t, "xl/workbook.xml", bookXML, "xl/styles.xml", "<a>"+repeated(200_000, "<xf/>")+"</a>"), `f:values-too-many limit="1000000"`},
		"far column":     {oneSheet(t, `<row r="2"><c r="XFD2"><v>1</v></c></row>`, ""), `f:S:2:16384: columns-too-many limit="4096"`},
		"wide and long":  {oneSheet(t, repeated(1000, `<row><c r="EZZ1"><v>1</v></c></row>`), ""), `f:S:490:4082: values-too-many limit="2000000"`},
		"deep":           {oneSheet(t, strings.Repeat("<a>", 5_000_000), ""), "f:S:xlsx-broken"},
		"cut sheet":      {rawSheet(t, `<worksheet><sheetData><row><c><v>1</v></c></row>`, ""), "f:S:xlsx-broken"},
		"attributes":     {oneSheet(t, "<row "+strings.Repeat(`a="" `, 2_000_000)+"/>", ""), `f:S:cell-too-long limit="1"`},
		"bad place":      {oneSheet(t, `<row><c r="!!"><v>1</v></c></row>`, ""), "f:S:xlsx-broken"},
		"far row":        {oneSheet(t, `<row r="9999999"><c r="A9999999"><v>1</v></c></row>`, ""), "f:S:xlsx-broken"},
		"other rows":     {oneSheet(t, `<row r="1048577"><c><v>1</v></c></row>`, ""), "f:S:xlsx-broken"},
		"two of a name":  {parts(t, "xl/workbook.xml", bookXML, "XL/Workbook.xml", bookXML), "f:xlsx-broken"},
	} {
		t.Run(name, func(t *testing.T) {
			began, before := time.Now(), allocated()
			tables, err := ReadTables(bytes.NewReader(c.src), "f")
			var ps assess.Problems
			if !errors.As(err, &ps) || len(ps) != 1 || tables != nil {
				t.Fatalf("got %+v, %v", len(tables), err)
			}
			if ps.Error() != c.want {
				t.Errorf("got %s, want %s", ps, c.want)
			}
			t.Logf("%v, %d MiB allocated", time.Since(began).Round(time.Millisecond), (allocated()-before)>>20)
		})
	}
}

func repeated(n int, s string) string { return strings.Repeat(s, n) }

// flipped changes a byte in the middle of the first part's contents.
func flipped(src []byte) []byte {
	out := bytes.Clone(src)
	out[60] ^= 0xff
	return out
}

// lying says of every part that it is small.
func lying(src []byte) []byte {
	out := bytes.Clone(src)
	for i := 0; i+30 < len(out); i++ {
		if string(out[i:i+4]) == "PK\x01\x02" {
			copy(out[i+24:], []byte{100, 0, 0, 0})
		}
	}
	return out
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// Text files come as comma, semicolon or tab, with the marks of the programs that
// wrote them.
func TestReadTablesOfText(t *testing.T) {
	rows := "Nama\tSTR1\r\n\"A\tB\"\t3,0\r\n"
	utf16 := func(s string) string {
		out := "\xff\xfe"
		for _, c := range []byte(s) {
			out += string([]byte{c, 0})
		}
		return out
	}
	for name, c := range map[string]struct{ src, want string }{
		"tab":          {rows, `1 ["Nama" "STR1"] 2 ["A\tB" "3,0"] <nil>`},
		"utf16":        {utf16(rows), `1 ["Nama" "STR1"] 2 ["A\tB" "3,0"] <nil>`},
		"sep":          {"sep=\t\n" + rows, `2 ["Nama" "STR1"] 3 ["A\tB" "3,0"] <nil>`},
		"windows-1252": {"Nama,STR1\nRen\xe9,3\n", "f:2:1: not-utf8"},
		"empty":        {"\n\n", "f:table-empty"},
		"long cell":    {"Nama,STR1\nA," + strings.Repeat("x", 10<<20) + "\n", `f:2:2: cell-too-long limit="1"`},
		"wide":         {strings.Repeat(",", 20<<20), `f:columns-too-many limit="4096"`},
	} {
		t.Run(name, func(t *testing.T) {
			tables, err := ReadTables(strings.NewReader(c.src), "f")
			got := ""
			for _, table := range tables {
				for _, row := range table.Rows {
					got += fmt.Sprintf("%d %q ", row.Line, row.Cells)
				}
			}
			if got += fmt.Sprint(err); got != c.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestAnswersFile(t *testing.T) {
	for head, want := range map[string]bool{"respondent,STR1": true, "\uFEFFID;STR1": true, "": true, "Nama,STR1": false, "PK\x03\x04": false,
		"STR1\tRespondent\n": true, "\xff\xfei\x00d\x00,\x00a\x00": true} {
		if got := AnswersFile([]byte(head)); got != want {
			t.Errorf("%q: %v", head, got)
		}
	}
}

func TestMappingThereAndBack(t *testing.T) {
	m := &assess.Mapping{Instrument: "small", Sheet: "Form", Line: 2, Columns: []assess.Column{
		{Place: 1, Header: "Nama \"lengkap\"", Role: assess.RespondentColumn, By: assess.ByWord, Sure: 1},
		{Place: 2, Header: "Satu\ndua", Role: assess.ItemColumn, Item: "STR1", By: assess.ByLikeness, Sure: 0.6789}}}
	var b bytes.Buffer
	if err := WriteMapping(&b, m); err != nil {
		t.Fatal(err)
	}
	got, err := ReadMapping(&b, "m.json")
	want := &assess.Mapping{Instrument: "small", Sheet: "Form", Columns: []assess.Column{
		{Header: "Nama \"lengkap\"", Role: assess.RespondentColumn, By: assess.ByHand, Sure: 1},
		{Header: "Satu\ndua", Role: assess.ItemColumn, Item: "STR1", By: assess.ByHand, Sure: 1}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	_, err = ReadMapping(strings.NewReader(`{"schema": "luwes/mapping/1", "columns": [{"header": 1, "as": "boss"}], "x": 2}`), "m.json")
	if got, want := fmt.Sprint(err), "m.json:1:54: json-type want=\"string\"\nm.json:1:63: json-value key=\"as\" value=\"boss\"\nm.json:1:73: json-unknown key=\"x\""; got != want {
		t.Errorf("got %s", got)
	}
	_, err = ReadMapping(strings.NewReader(`{"schema": "luwes/session/1"}`), "m.json")
	if got, want := fmt.Sprint(err), `m.json:1:1: mapping-schema want="luwes/mapping/1"`; got != want {
		t.Errorf("got %s", got)
	}
}

// Whatever a file holds, reading it and using what is guessed of it ends with
// people or with problems.
func FuzzReadTables(f *testing.F) {
	in := small(f)
	f.Add([]byte("Nama;STR1;One\nA;3;c\n"))
	f.Add([]byte("Responden\tButir\tJawaban\nA\tSTR1\t3,0\n"))
	f.Add(oneSheet(f, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>STR1</t></is></c></row><row><c><v>1</v></c><c><f>1</f><v>3</v></c></row>`, "<si><t>Nama</t></si>"))
	f.Add(workbook(f, func(b *excelize.File) { b.SetSheetRow("Sheet1", "A1", &[]any{"Butir", "Hasil awal", "Hasil akhir"}) }))
	f.Fuzz(func(t *testing.T, src []byte) {
		use(t, src, in)
	})
}

// FuzzSheet is the same with the cells of a sheet.
func FuzzSheet(f *testing.F) {
	in := small(f)
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>STR1</t></is></c></row>`, "<si><t>Nama</t></si>")
	f.Add(`<row><c s="9"><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-01-01</v></c></row>`, "<si><r><t>a</t></r></si>")
	f.Fuzz(func(t *testing.T, rows, shared string) {
		use(t, oneSheet(t, rows, shared), in)
	})
}

func use(t *testing.T, src []byte, in *assess.Instrument) {
	tables, err := ReadTables(bytes.NewReader(src), "f")
	if err != nil {
		if tables != nil {
			t.Error("tables beside problems")
		}
		return
	}
	for i := range tables {
		m := in.Guess(&tables[i])
		people, err := m.Apply(&tables[i], in)
		if (people == nil) == (err == nil) {
			t.Errorf("%d people, %v", len(people), err)
		}
		if fitted, err := m.Fit(&tables[i]); err == nil && len(fitted.Columns) < len(m.Columns) {
			t.Errorf("%d of %d columns", len(fitted.Columns), len(m.Columns))
		}
	}
	if own := OwnWorkbook(tables); own != nil {
		own.Header()
		own.Fill([]assess.Respondent{{ID: "A"}, {ID: "B"}}, in)
	}
}
