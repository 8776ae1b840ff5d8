package data

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"unicode/utf8"
)

// applicationID stands in the header of every database of luwes: "luwe" in
// ASCII.
const applicationID = 0x6c757765

const (
	headerSize = 100
	magic      = "SQLite format 3\x00"
)

// A header is what the first 100 bytes of a database say. The offsets are those
// of https://www.sqlite.org/fileformat.html.
type header [headerSize]byte

func (h *header) magic() bool       { return string(h[:16]) == magic }
func (h *header) format() byte      { return max(h[18], h[19]) } // 1 rollback journal, 2 write-ahead log
func (h *header) schema() int       { return int(int32(h.word(60))) }
func (h *header) application() int  { return int(int32(h.word(68))) }
func (h *header) word(i int) uint32 { return binary.BigEndian.Uint32(h[i:]) }

// sound reports whether the bytes that never differ are as they should be.
func (h *header) sound() bool {
	encoding, fileFormat := h.word(56), h.word(44)
	return h.pageSize() != 0 && h[21] == 64 && h[22] == 32 && h[23] == 32 &&
		fileFormat <= 4 && encoding <= 3
}

// pageSize is the size of a page in bytes, 0 if the header is damaged.
func (h *header) pageSize() int64 {
	n := int64(binary.BigEndian.Uint16(h[16:]))
	switch {
	case n == 1:
		return 65536
	case n >= 512 && n&(n-1) == 0:
		return n
	}
	return 0
}

// size is the length that the file should have; false if the header does not
// tell.
func (h *header) size() (int64, bool) {
	return int64(h.word(28)) * h.pageSize(), h.word(24) == h.word(92) && h.word(28) > 0
}

// readHeader reads the first bytes of the file without SQLite, which writes when
// it opens. n is how many there are, size is the length of the file.
func readHeader(path string) (h header, n int, size int64, err error) {
	f, err := peek(path)
	if err != nil {
		return h, 0, 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return h, 0, 0, err
	}
	n, err = f.ReadAt(h[:], 0)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return h, n, info.Size(), err
}

// checkHeader looks at the file at path and returns the fault that keeps this
// program, whose newest schema is known, from using it. It returns nil if the
// first bytes allow it, and DatabaseMissing if nothing or an empty file is there.
func checkHeader(path string, known int) error {
	if f := standing(path); f != nil {
		return f
	}
	h, n, size, err := readHeader(path)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return newFault(DatabaseForbidden, err, "path", path)
	case err != nil:
		return newFault(DiskFailing, err, "path", path)
	case n == 0:
		return newFault(DatabaseMissing, nil, "path", path)
	}
	if f := h.fault(path, n, size, known); f != nil {
		return f
	}
	return nil
}

func (h *header) fault(path string, n int, size int64, known int) error {
	switch {
	case n < headerSize && bytes.HasPrefix([]byte(magic), h[:min(n, 16)]), n < headerSize && h.magic():
		return damaged(DatabaseCut, nil, path, "size", itoa(size))
	case n < headerSize || !h.magic() && h.application() != applicationID:
		return damaged(NotADatabase, nil, path, "text", yes(looksLikeText(h[:n])))
	case !h.magic():
		return damaged(HeaderDamaged, nil, path)
	case h.format() > 2:
		return newFault(FormatNewer, nil, "path", path)
	case h.application() != applicationID:
		return newFault(DatabaseForeign, nil, "path", path)
	case !h.sound():
		return damaged(HeaderDamaged, nil, path)
	case h.schema() > known:
		return newer(path, h.schema(), known)
	}
	if want, ok := h.size(); ok && size < want && !hasLog(path) {
		return damaged(DatabaseCut, nil, path, "size", itoa(size), "expected", itoa(want))
	}
	return nil
}

func newer(path string, found, known int) *Fault {
	return newFault(DatabaseNewer, nil, "path", path, "found", strconv.Itoa(found), "known", strconv.Itoa(known))
}

// hasLog reports whether a log with content stands beside the database.
func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

func looksLikeText(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 && len(b) >= utf8.UTFMax || r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return false
		}
		b = b[n:]
	}
	return true
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
