package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
)

// instrumentLimit is the size over which a file is no instrument.
const instrumentLimit = 4 << 20

// A Library is where instruments are found: those that are built in, and a
// user's own, instruments/*.yaml beside the database.
type Library struct {
	Folder  string // of own instruments; it need not exist
	BuiltIn []*assess.Instrument
}

// NewLibrary returns the library that belongs to the database at path.
func NewLibrary(path string, builtIn []*assess.Instrument) Library {
	return Library{Folder: filepath.Join(filepath.Dir(path), "instruments"), BuiltIn: builtIn}
}

// A Listed is one instrument of the library, or a file that is none.
type Listed struct {
	Instrument *assess.Instrument // nil if the file has problems
	File       string             // empty if built in
	Problems   assess.Problems
}

// List returns the built-in instruments, then the user's own by file name. A bad
// file comes with its problems and does not hide the others.
func (l Library) List() []Listed {
	var all []Listed
	for _, in := range l.BuiltIn {
		all = append(all, Listed{Instrument: in})
	}
	for _, file := range l.files() {
		in, err := ReadInstrument(file)
		all = append(all, Listed{Instrument: in, File: file, Problems: problemsOf(err)})
	}
	return all
}

func (l Library) files() []string {
	entries, err := os.ReadDir(l.Folder)
	if err != nil {
		return nil // most people have none
	}
	var files []string
	for _, e := range entries {
		if ext := strings.ToLower(filepath.Ext(e.Name())); !e.IsDir() && (ext == ".yaml" || ext == ".yml") {
			files = append(files, filepath.Join(l.Folder, e.Name()))
		}
	}
	slices.Sort(files)
	return files
}

// Find returns the instrument with an id, compared without case, or the one in a
// file. A user's own goes before a built-in one with the same id.
//
// Errors: assess.Problems of a bad file; faults InstrumentUnknown,
// InstrumentTooBig, InstrumentUnread.
func (l Library) Find(idOrFile string) (*assess.Instrument, error) {
	if strings.ContainsAny(idOrFile, `/\`) || strings.HasSuffix(strings.ToLower(idOrFile), ".yaml") ||
		strings.HasSuffix(strings.ToLower(idOrFile), ".yml") {
		return ReadInstrument(idOrFile)
	}
	var found *assess.Instrument
	for _, entry := range l.List() {
		if in := entry.Instrument; in != nil && strings.EqualFold(in.ID, idOrFile) && (found == nil || entry.File != "") {
			found = in
		}
	}
	if found == nil {
		if info, err := os.Stat(idOrFile); err == nil && info.Mode().IsRegular() {
			return ReadInstrument(idOrFile)
		}
		return nil, fmt.Errorf("find instrument: %w", newFault(InstrumentUnknown, nil, "instrument", idOrFile))
	}
	return found, nil
}

// ReadInstrument reads an instrument file. Problems in it come as
// assess.Problems with the file's name; faults are InstrumentUnknown,
// InstrumentTooBig and InstrumentUnread.
func ReadInstrument(file string) (*assess.Instrument, error) {
	src, err := readLimited(file)
	if err != nil {
		return nil, fmt.Errorf("read instrument: %w", err)
	}
	in, err := assess.ParseInstrument(src)
	var problems assess.Problems
	if errors.As(err, &problems) {
		return nil, fmt.Errorf("read instrument: %w", problems.In(file))
	}
	return in, err
}

func readLimited(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, newFault(InstrumentUnknown, err, "instrument", file)
	case err != nil:
		return nil, newFault(InstrumentUnread, err, "path", file)
	case !info.Mode().IsRegular():
		return nil, newFault(InstrumentUnread, nil, "path", file)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, newFault(InstrumentUnread, err, "path", file)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, instrumentLimit+1))
	switch {
	case err != nil:
		return nil, newFault(InstrumentUnread, err, "path", file)
	case len(src) > instrumentLimit:
		return nil, newFault(InstrumentTooBig, nil, "path", file, "limit", strconv.Itoa(instrumentLimit))
	}
	return src, nil
}

// problemsOf returns an error of reading an instrument as problems of its file.
func problemsOf(err error) assess.Problems {
	var problems assess.Problems
	var fault *Fault
	switch {
	case err == nil:
		return nil
	case errors.As(err, &problems):
		return problems
	case errors.As(err, &fault):
		p := fault.Problem()
		p.Place.File = fault.Values["path"]
		return assess.Problems{p}
	}
	return assess.Problems{assess.NewProblem(Internal, "detail", err.Error())}
}
