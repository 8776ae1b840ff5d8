package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"luwes/assess"
	"luwes/ui"
)

// free says, as [fs.ErrExist], that a file stands where a paper is to go, or as
// [fs.ErrNotExist] that the folder is not there, unless the person has agreed.
func free(path string, o ui.Outgoing) error {
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() && !o.Replace {
		p := assess.NewProblem("file-exists", "path", path)
		return &fault{problems: assess.Problems{p}, exit: exitCannot, cause: fs.ErrExist}
	}
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) && !o.MakeFolder {
		p := assess.NewProblem("file-missing", "path", folder)
		return &fault{problems: assess.Problems{p}, exit: exitCannot, cause: fs.ErrNotExist}
	}
	return nil
}

// put writes a paper into its file, and makes the folder first if that was agreed.
func put(path string, o ui.Outgoing, text []byte) error {
	folder := filepath.Dir(path)
	if o.MakeFolder {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return unput(err, folder)
		}
	}
	return unput(writeFile(path, o.Replace, text), path)
}

// unput says why a paper could not be written, in words for somebody who chooses
// another place then.
func unput(err error, path string) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return cannot("disk-full", "path", path)
	case errors.Is(err, syscall.ENAMETOOLONG):
		return cannot("file-name-long", "path", path)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return cannot("folder-forbidden", "path", filepath.Dir(path))
	case errors.Is(err, syscall.ENOTDIR):
		return cannot("folder-is-file", "path", filepath.Dir(path))
	}
	return err
}

// The letterhead that was used last stands beside the database, as the name of its
// file, so that the region's is there for the next report too.

func (e *exchange) letterheadNote() string {
	return filepath.Join(filepath.Dir(e.program.db), "letterhead.txt")
}

// Letterhead is the file whose letterhead was used last.
func (e *exchange) Letterhead() string {
	text, err := os.ReadFile(e.letterheadNote())
	if err != nil {
		return "" // none was used yet
	}
	path := strings.TrimSpace(string(text))
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return path
}

// lettered remembers on which letterhead a paper was written. Where that cannot be
// noted the paper is written all the same, and the next one begins without.
func (e *exchange) lettered(o ui.Outgoing) {
	path, err := homed(o.Template)
	if err == nil && path != "" {
		path, err = filepath.Abs(path)
	}
	if err != nil || !o.Lettered() || path == e.Letterhead() {
		return
	}
	_ = writeFile(e.letterheadNote(), true, []byte(path+"\n"))
}
