package transfer

import (
	"bufio"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// utf8Text makes UTF-8 without a mark of a text that begins with a byte order
// mark: UTF-8, or the UTF-16 that Excel calls "Unicode text". Anything else is
// left as it is and must be UTF-8.
func utf8Text(r io.Reader) *bufio.Reader {
	b := bufio.NewReaderSize(r, 64<<10)
	mark, _ := b.Peek(3)
	switch {
	case string(mark) == "\uFEFF":
		b.Discard(3)
	case len(mark) >= 2 && (string(mark[:2]) == "\xff\xfe" || string(mark[:2]) == "\xfe\xff"):
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return bufio.NewReaderSize(decoder.Reader(b), 64<<10)
	}
	return b
}

// maxColumns is more columns than any questionnaire gives: one of a thousand
// items, with a note and evidence each, stays below it. In text files delimiters
// within a quoted note count too.
const maxColumns = 4096

var errTooWide = errors.New("too many columns")

// A narrowReader fails with errTooWide where one line has more delimiters than
// any file of ours, before they are all cells in memory.
type narrowReader struct {
	r     io.Reader
	comma byte
	n     int
}

// Read implements io.Reader.
func (n *narrowReader) Read(p []byte) (int, error) {
	got, err := n.r.Read(p)
	for _, c := range p[:got] {
		switch c {
		case '\n':
			n.n = 0
		case n.comma:
			if n.n++; n.n > maxColumns {
				return 0, errTooWide
			}
		}
	}
	return got, err
}
