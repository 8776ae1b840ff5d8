package transfer

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"luwes/assess"
)

// ReadTables reads a file that was collected elsewhere as tables of text: the
// sheets of an XLSX workbook in their order, or one table of a text file with
// commas, semicolons or tabs. Rows and sheets that hold nothing are left out.
//
// What cannot be read, or not in bounded memory, is told as assess.Problems that
// name the file, with sheet, row and column where one is to blame.
func ReadTables(r io.Reader, file string) ([]assess.Table, error) {
	src, err := io.ReadAll(&limitedReader{r: r, left: MaxBytes})
	if errors.Is(err, errTooLarge) {
		return nil, assess.Problems{tooLarge()}.In(file)
	}
	if err != nil {
		return nil, err
	}
	var tables []assess.Table
	if Workbook(src) {
		tables, err = readWorkbook(src)
	} else {
		tables, err = readText(src)
	}
	if err == nil && len(tables) == 0 {
		err = assess.Problems{assess.NewProblem("table-empty")}
	}
	var problems assess.Problems
	if errors.As(err, &problems) {
		return nil, problems.In(file)
	}
	return tables, err
}

func tooLarge() assess.Problem {
	return assess.NewProblem("file-too-large", "limit", itoa(MaxBytes>>20))
}

// The signatures of zip archives with something in them, which new spreadsheets
// are, and of the older container of spreadsheets up to 2003 and of those with a
// password.
const (
	zipSignature = "PK\x03\x04"
	oleSignature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// Workbook reports whether a file begins like a spreadsheet and not like text.
func Workbook(head []byte) bool {
	return bytes.HasPrefix(head, []byte(zipSignature)) || bytes.HasPrefix(head, []byte(oleSignature))
}

// maxCells is how many cells the tables of one file may have, those between
// filled ones among them: an answer each for ten thousand people and two hundred
// columns.
const maxCells = 2_000_000

// readText reads a text file as one table.
func readText(src []byte) ([]assess.Table, error) {
	t, err := newTable(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	var out assess.Table
	cells := 0
	for {
		row, err := t.row()
		if err == io.EOF || errors.Is(err, errStop) {
			break
		}
		if err != nil {
			return nil, err
		}
		one := assess.TableRow{Line: row[0].line, Cells: make([]string, len(row))}
		for i, c := range row {
			one.Cells[i] = strings.TrimSpace(c.text)
		}
		out.Rows = append(out.Rows, one)
		if cells += len(row); cells > maxCells {
			t.problems.add(assess.NewProblem("values-too-many", "limit", itoa(maxCells)).At(one.Line, 0))
			break
		}
	}
	if len(t.problems.list) > 0 {
		return nil, t.problems.list
	}
	if len(out.Rows) == 0 {
		return nil, nil
	}
	return []assess.Table{out}, nil
}

// AnswersFile reports whether the beginning of a text file has the header of an
// answers file, which has a column respondent or id, or nothing from which it
// could be told otherwise. Files with other headers are read with a mapping.
func AnswersFile(head []byte) bool {
	if Workbook(head) {
		return false
	}
	t, err := newTable(bytes.NewReader(head))
	if err != nil {
		return true
	}
	row, err := t.row()
	if err != nil {
		return true
	}
	for _, c := range row {
		if key := fold(strings.TrimSpace(c.text)); key == "respondent" || key == "id" {
			return true
		}
	}
	return false
}
