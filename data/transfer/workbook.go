package transfer

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
)

// maxUnzipped is how large the parts of a workbook may be together. An answer
// takes thirty bytes in one, so that this is four times the largest file that
// may be meant.
const maxUnzipped = 64 << 20

// readWorkbook reads the sheets of an XLSX workbook as they are shown: numbers,
// dates and results of formulas in the format of their cells. Nothing is written
// to the disk. The file is examined before the library for spreadsheets sees it,
// because that one reads a broken or an endless file as far as it goes.
func readWorkbook(src []byte) (tables []assess.Table, err error) {
	x, refused := examine(src)
	if refused != nil {
		return nil, assess.Problems{*refused}
	}
	defer func() {
		if recover() != nil { // a file that is made to fail
			tables, err = nil, assess.Problems{assess.NewProblem("xlsx-broken")}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(src),
		excelize.Options{UnzipSizeLimit: 2 * maxUnzipped, UnzipXMLSizeLimit: 2 * maxUnzipped})
	if err != nil {
		return nil, assess.Problems{assess.NewProblem("xlsx-broken")}
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		part, known := x.sheets[name]
		if !known {
			continue // a chart
		}
		table := assess.Table{Name: name, Flaws: part.flaws}
		if visible, err := f.GetSheetVisible(name); err == nil {
			table.Hidden = !visible
		}
		if table.Rows, err = sheetRows(f, name); err != nil {
			return nil, assess.Problems{*inSheet(name, 0, 0, problem("xlsx-broken"))}
		}
		if len(table.Rows) > 0 {
			tables = append(tables, table)
		}
	}
	return tables, nil
}

// sheetRows are the rows of a sheet that hold anything.
func sheetRows(f *excelize.File, name string) ([]assess.TableRow, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []assess.TableRow
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		last := 0
		for i := range cells {
			cells[i] = unescape(strings.TrimSpace(cells[i]))
			if cells[i] != "" {
				last = i + 1
			}
		}
		if last > 0 {
			out = append(out, assess.TableRow{Line: line, Cells: cells[:last:last]})
		}
	}
	return out, rows.Error()
}
