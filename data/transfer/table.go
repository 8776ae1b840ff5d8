package transfer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"luwes/assess"
)

// MaxBytes is the largest file that is read. A questionnaire of a thousand
// people stays far below it.
const MaxBytes = 64 << 20

// maxProblems bounds how many problems of one file are kept: who sees a
// thousand has a file of another kind.
const maxProblems = 1000

// maxCell is the longest cell that is read, in bytes: no person writes a million
// letters about one item.
const maxCell = 1 << 20

// A table is a CSV file read row by row. It knows the delimiters comma, semicolon
// and tab, byte order marks, UTF-16, Excel's first line "sep=;", and the line on
// which each cell begins, also after a cell with line breaks in it.
type table struct {
	csv      *csv.Reader
	skipped  int // lines before the first that csv sees
	problems problems
}

// A cell is one value of a row with its place: the line of the file and the
// number of its column, as a spreadsheet counts.
type cell struct {
	text         string
	line, column int
}

// errStop ends the reading of a file that is not worth reading on.
var errStop = errors.New("stop reading")

// newTable looks at the first lines and chooses the delimiter: that of a "sep="
// line, else the one that occurs more often in the header, else the comma.
func newTable(r io.Reader) (*table, error) {
	limited := &limitedReader{r: r, left: MaxBytes}
	b := utf8Text(limited)
	t := &table{}
	head, err := b.Peek(32 << 10)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return nil, err
	}
	comma := delimiter(head)
	if sep, length, ok := sepLine(head); ok {
		comma = sep
		b.Discard(length)
		t.skipped = 1
	}
	t.csv = csv.NewReader(&narrowReader{r: b, comma: byte(comma)})
	t.csv.Comma = comma
	t.csv.FieldsPerRecord = -1
	return t, nil
}

// sepLine recognises the line by which Excel is told the delimiter.
func sepLine(head []byte) (sep rune, length int, ok bool) {
	line, _, found := strings.Cut(string(head), "\n")
	length = len(line)
	if found {
		length++
	}
	switch strings.ToLower(strings.TrimRight(line, "\r")) {
	case "sep=;":
		return ';', length, true
	case "sep=,":
		return ',', length, true
	case "sep=\t":
		return '\t', length, true
	}
	return 0, 0, false
}

// delimiters are those that are recognised, the usual one first.
var delimiters = []byte(",;\t")

// delimiter is the one that occurs most often, outside quotes, in the first line
// that has any.
func delimiter(head []byte) rune {
	counts, quoted := make([]int, len(delimiters)), false
	for _, c := range head {
		switch i := bytes.IndexByte(delimiters, c); {
		case c == '"':
			quoted = !quoted
		case quoted:
		case i >= 0:
			counts[i]++
		case c == '\n' && slices.Max(counts) > 0:
			return mostOften(counts)
		}
	}
	return mostOften(counts)
}

func mostOften(counts []int) rune {
	return rune(delimiters[slices.Index(counts, slices.Max(counts))])
}

// row returns the next row that holds anything, its cells without the escape;
// io.EOF at the end, errStop when the rest is not worth reading.
func (t *table) row() ([]cell, error) {
	for {
		record, err := t.csv.Read()
		var quote *csv.ParseError
		switch {
		case err == io.EOF:
			return nil, io.EOF
		case errors.As(err, &quote):
			t.problems.add(assess.NewProblem("csv-quote").At(quote.StartLine+t.skipped, len(record)+1))
			if t.problems.full() {
				return nil, errStop
			}
			continue
		case errors.Is(err, errTooLarge):
			t.problems.add(tooLarge())
			return nil, errStop
		case errors.Is(err, errTooWide):
			t.problems.add(assess.NewProblem("columns-too-many", "limit", itoa(maxColumns)))
			return nil, errStop
		case err != nil:
			return nil, err
		}
		cells, ok := t.cells(record)
		if !ok {
			return nil, errStop
		}
		if len(cells) > 0 {
			return cells, nil
		}
	}
}

// cells checks the characters of a record; nil for one that is wholly empty.
func (t *table) cells(record []string) ([]cell, bool) {
	cells := make([]cell, len(record))
	empty := true
	for i, text := range record {
		line, _ := t.csv.FieldPos(i)
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			t.problems.list = assess.Problems{assess.NewProblem("not-utf8").At(line+t.skipped, i+1)}
			return nil, false
		}
		if len(text) > maxCell {
			t.problems.add(assess.NewProblem("cell-too-long", "limit", itoa(maxCell>>20)).At(line+t.skipped, i+1))
			text = ""
		}
		cells[i] = cell{text: unescape(text), line: line + t.skipped, column: i + 1}
		empty = empty && strings.TrimSpace(text) == ""
	}
	if empty {
		return nil, true
	}
	return cells, true
}

// name is the text of a cell that identifies something: without surrounding
// space. Control characters in it are a problem: they would reach a terminal.
func (t *table) name(c cell) string {
	s := strings.TrimSpace(c.text)
	if strings.ContainsFunc(s, unicode.IsControl) {
		t.problems.add(c.problem("control-character"))
	}
	return s
}

// words is the text of a cell that a person wrote, which may have lines.
func (t *table) words(c cell) string {
	if strings.ContainsFunc(c.text, odd) {
		t.problems.add(c.problem("control-character"))
	}
	return c.text
}

// problem is a problem at the cell; its value is among the values.
func (c cell) problem(code string, pairs ...string) assess.Problem {
	return assess.NewProblem(code, append(pairs, "value", short(c.text))...).At(c.line, c.column)
}

// short makes a value fit into a sentence, and safe for a terminal.
func short(s string) string {
	const limit = 40
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, strings.TrimSpace(s))
	if runes := []rune(clean); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return clean
}

var errTooLarge = errors.New("file too large")

// A limitedReader fails with errTooLarge where io.LimitReader would pretend that
// the file ends.
type limitedReader struct {
	r    io.Reader
	left int
}

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left < 0 {
		return 0, errTooLarge
	}
	if len(p) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.r.Read(p)
	l.left -= n
	if l.left < 0 {
		return n, errTooLarge
	}
	return n, err
}
