package command

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
	"luwes/ui"
)

// Folder is where files were put or found last.
func (e *exchange) Folder() string { return e.place() }

// Read looks at what a file or folder holds.
func (e *exchange) Read(ctx context.Context, typed string) (*ui.Incoming, error) {
	path, err := homed(typed)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	if info.IsDir() {
		return folder(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(&patient{ctx: ctx, r: f}, transfer.MaxBytes+1)) // one more than is taken
	if err != nil {
		return nil, readFault(err, path)
	}
	e.used(path)
	in, err := e.incoming(text, path)
	return in, readFault(err, path)
}

// incoming is what the text of a file says.
func (e *exchange) incoming(text []byte, path string) (*ui.Incoming, error) {
	name := filepath.Base(path)
	if !transfer.Workbook(text) && isSession(text) {
		s, err := transfer.ReadSession(bytes.NewReader(text), name)
		return &ui.Incoming{Path: path, Session: s}, err
	}
	tables, err := transfer.ReadTables(bytes.NewReader(text), name)
	if err != nil {
		return nil, err
	}
	if own := transfer.OwnWorkbook(tables); own != nil {
		s, err := e.filled(own, tables, name)
		return &ui.Incoming{Path: path, Filled: s}, err
	}
	return &ui.Incoming{Path: path, Tables: tables, Kept: e.kept()}, nil
}

// filled is what people filled into a work sheet that luwes made.
func (e *exchange) filled(own *transfer.WorkSheet, tables []assess.Table, name string) (*assess.Session, error) {
	in, err := e.program.findInstrument(own.Instrument())
	if err != nil {
		return nil, err
	}
	s, err := (&collected{p: e.program, i: &importing{}, tables: tables, own: own, name: name}).read(in)
	if err != nil {
		return nil, err
	}
	s.Instrument = in
	fillHeader(&s.Header, own.Header(), &importing{})
	s.Date = own.Header().Date
	return s, nil
}

func isSession(text []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\uFEFF")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("{"))
}

// folder lists the sessions that stand in a folder. Other files are left alone:
// they need somebody who looks at their columns.
func folder(path string) (*ui.Incoming, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	in := &ui.Incoming{Path: path}
	for _, entry := range entries {
		if !entry.IsDir() && strings.EqualFold(filepath.Ext(entry.Name()), ".json") {
			in.Files = append(in.Files, filepath.Join(path, entry.Name()))
		}
	}
	if in.Files == nil {
		return nil, cannot("import-none", "path", path)
	}
	return in, nil
}

// Make makes a session of people whose answers come from a file. Whoever has no
// code there gets a random one.
func (e *exchange) Make(h assess.Header, file *assess.Session) (*assess.Session, error) {
	h.Created = e.program.now()
	from := *file
	from.Respondents = coded(file.Respondents)
	return newSession(h, file.Instrument, &from)
}

// coded gives a random code to whoever has none.
func coded(people []assess.Respondent) []assess.Respondent {
	out := slices.Clone(people)
	for i := range out {
		if strings.TrimSpace(out[i].ID) == "" {
			out[i].ID = strings.ToLower(rand.Text()[:10])
		}
	}
	return out
}

// Take saves a session with its id.
func (e *exchange) Take(ctx context.Context, store ui.Store, s *assess.Session) (string, error) {
	id, err := store.Create(ctx, s)
	var taken *data.Fault
	if errors.As(err, &taken) && taken.Code == data.SessionExists {
		return s.ID, same(ctx, store, s)
	}
	return id, err
}

// Join adds to a session what a file says and it does not have yet.
func (e *exchange) Join(ctx context.Context, store ui.Store, into string, file *assess.Session) (int, error) {
	saved, err := store.Session(ctx, into)
	if err != nil {
		return 0, err
	}
	if file.ID != "" { // from another luwes
		if err := suits(saved, file, file.Title); err != nil {
			return 0, err
		}
	} else if saved.Identity == assess.Anonymous {
		return 0, cannot("merge-anonymous", "session", saved.ID)
	}
	file.Respondents = coded(file.Respondents)
	add, err := joining(saved, file)
	if err != nil || !brings(add) {
		return 0, err
	}
	return len(add.Respondents), store.Merge(ctx, into, add)
}

// The mappings that persons have looked at stand beside the database, as a person's
// own instruments do.

// mostKept is how many mappings are tried on a file.
const mostKept = 50

func (e *exchange) mappings() string { return filepath.Join(filepath.Dir(e.program.db), "mappings") }

// Keep remembers a mapping under the time of day, so that the newest is tried
// first.
func (e *exchange) Keep(m assess.Mapping) error {
	var b bytes.Buffer
	if err := transfer.WriteMapping(&b, &m); err != nil {
		return err
	}
	for _, old := range e.kept() {
		var same bytes.Buffer
		if transfer.WriteMapping(&same, &old) == nil && bytes.Equal(same.Bytes(), b.Bytes()) {
			return nil
		}
	}
	if err := os.MkdirAll(e.mappings(), 0o700); err != nil {
		return fileFault(err, e.mappings(), "file-unwritable")
	}
	path := freeName(filepath.Join(e.mappings(), e.program.now().UTC().Format(time.DateOnly+"-150405")), ".json")
	return writeFile(path, false, b.Bytes())
}

// kept are the mappings that can be read, the newest first. One that cannot is as
// if it were not there: the person looks at the columns again.
func (e *exchange) kept() []assess.Mapping {
	entries, err := os.ReadDir(e.mappings())
	if err != nil {
		return nil
	}
	slices.Reverse(entries)
	var out []assess.Mapping
	for _, entry := range entries[:min(len(entries), mostKept)] {
		f, err := os.Open(filepath.Join(e.mappings(), entry.Name()))
		if err != nil {
			continue
		}
		m, err := transfer.ReadMapping(f, entry.Name())
		_ = f.Close() // it was only read
		if err == nil {
			out = append(out, *m)
		}
	}
	return out
}
