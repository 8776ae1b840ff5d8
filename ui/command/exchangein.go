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
	switch {
	case info.IsDir():
		return folder(path)
	case !info.Mode().IsRegular(): // one would wait for somebody to write into it
		return nil, cannot("file-special", "path", path)
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
	return s, nil
}

func isSession(text []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\uFEFF")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("{"))
}

// folder lists the sessions that stand in a folder. Tables are counted only: they
// need somebody who looks at their columns.
func folder(path string) (*ui.Incoming, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	in := &ui.Incoming{Path: path}
	for _, entry := range entries {
		switch name := entry.Name(); {
		case entry.IsDir():
		case endsAs(name, []string{".json"}):
			in.Files = append(in.Files, filepath.Join(path, name))
		case endsAs(name, []string{".csv", ".tsv", ".xlsx"}):
			in.Others++
		}
	}
	if in.Files == nil {
		return nil, cannot("folder-without-sessions", "path", path)
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

// Take saves a session with its id. Where that one is there already, what differs is
// told; of answers that are closed, only that they do.
func (e *exchange) Take(ctx context.Context, store ui.Store, s *assess.Session) (string, error) {
	id, err := store.Create(ctx, s)
	var there *data.Fault
	if errors.As(err, &there) && there.Code == data.SessionExists {
		return s.ID, taken(ctx, store, s)
	}
	return id, err
}

// taken compares a session of a file with the saved one of its id.
func taken(ctx context.Context, store ui.Store, s *assess.Session) error {
	saved, err := store.Session(ctx, s.ID)
	switch {
	case err != nil:
		return err
	case !saved.Binned.IsZero():
		return cannot("import-binned", "title", saved.Title)
	}
	return untold(saved, same(ctx, store, s))
}

// untold takes out of a list of differences what anybody answered, where the answers
// of the saved session are closed or behind a PIN.
func untold(saved *assess.Session, err error) error {
	var f *fault
	if !errors.As(err, &f) || !saved.Collecting() && !saved.Locked {
		return err
	}
	told := slices.Clone(f.problems)
	for i, p := range told {
		switch p.Code {
		case "differs-entry":
			told[i] = assess.NewProblem("differs-entry-closed", "respondent", p.Values["respondent"], "item", p.Values["item"], "round", p.Values["round"])
		case "differs-hands":
			told[i] = assess.NewProblem("differs-hands-closed", "item", p.Values["item"], "round", p.Values["round"])
		case "differs-settlement":
			told[i] = assess.NewProblem("differs-settlement-closed", "item", p.Values["item"])
		}
	}
	return &fault{problems: told, exit: f.exit, cause: f.cause}
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
		return 0, cannot("merge-anonymous", "session", saved.Title)
	} else if saved.Instrument.Source != file.Instrument.Source {
		return 0, cannot("merge-instrument", "path", file.Title)
	}
	file.Respondents = coded(file.Respondents)
	add, err := joining(saved, file)
	if err != nil || !brings(add) {
		return 0, untold(saved, err)
	}
	return len(add.Respondents), store.Merge(ctx, into, add)
}
