package command

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"luwes/assess"
	"luwes/data/transfer"
)

// The mappings that persons have looked at stand beside the database, as a person's
// own instruments do.

// mostKept is how many mappings are tried on a file.
const mostKept = 50

// A keptMapping is a mapping in its file.
type keptMapping struct {
	path string
	assess.Mapping
}

func (e *exchange) mappings() string { return filepath.Join(filepath.Dir(e.program.db), "mappings") }

// Keep remembers a mapping under the time of day, so that the newest is tried
// first. One that was kept before becomes the newest.
func (e *exchange) Keep(m assess.Mapping) error {
	text, err := mappingText(m)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(e.mappings(), 0o700); err != nil {
		return fileFault(err, e.mappings(), "file-unwritable")
	}
	path := freeName(filepath.Join(e.mappings(), e.program.now().UTC().Format(time.DateOnly+"-150405")), ".json")
	if err := writeFile(path, false, text); err != nil {
		return err
	}
	e.dropCopies()
	return nil
}

// dropCopies removes what says the same as the newest mapping. A copy that stays does
// no harm.
func (e *exchange) dropCopies() {
	var newest []byte
	for i, k := range e.keptFiles() {
		text, err := mappingText(k.Mapping)
		switch {
		case i == 0:
			newest = text
		case err == nil && bytes.Equal(text, newest):
			_ = os.Remove(k.path)
		}
	}
}

func mappingText(m assess.Mapping) ([]byte, error) {
	var b bytes.Buffer
	err := transfer.WriteMapping(&b, &m)
	return b.Bytes(), err
}

// kept are the mappings that can be read, the newest first.
func (e *exchange) kept() []assess.Mapping {
	var out []assess.Mapping
	for _, k := range e.keptFiles() {
		out = append(out, k.Mapping)
	}
	return out
}

// keptFiles reads the mappings, the newest first. One that cannot be read is as if
// it were not there: the person looks at the columns again.
func (e *exchange) keptFiles() []keptMapping {
	entries, err := os.ReadDir(e.mappings())
	if err != nil {
		return nil
	}
	stem := func(entry os.DirEntry) string { return strings.TrimSuffix(entry.Name(), ".json") } // "1" is before "1 (2)"
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return strings.Compare(stem(b), stem(a)) })
	var out []keptMapping
	for _, entry := range entries[:min(len(entries), mostKept)] {
		path := filepath.Join(e.mappings(), entry.Name())
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		m, err := transfer.ReadMapping(f, entry.Name())
		_ = f.Close() // it was only read
		if err == nil {
			out = append(out, keptMapping{path, *m})
		}
	}
	return out
}
