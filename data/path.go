package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// fileName is the name of the database where nobody gave another.
const fileName = "luwes.db"

// DefaultPath returns where the database is: beside the program if one stands
// there (a USB stick), else luwes/luwes.db under the XDG data directory or its
// equivalent. executable is the path of the program, empty if it is not known.
func DefaultPath(executable string) string {
	if executable != "" {
		beside := filepath.Join(filepath.Dir(executable), fileName)
		if info, err := os.Stat(beside); err == nil && info.Mode().IsRegular() {
			return beside
		}
	}
	return filepath.Join(ownFolder(), fileName)
}

// ownFolder is the folder that luwes makes for itself.
func ownFolder() string {
	xdg.Reload()
	return filepath.Join(xdg.DataHome, "luwes")
}

// IsOurFolder reports whether the database at path lies in the folder that luwes
// makes for itself. Only that one is created, with access for its owner alone;
// the folders of other people are never changed.
func IsOurFolder(path string) bool {
	return filepath.Clean(filepath.Dir(path)) == filepath.Clean(ownFolder())
}

// makeFolder makes the folder of the database if it is our own.
func makeFolder(path string) error {
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if !IsOurFolder(path) {
		return newFault(FolderMissing, nil, "path", path, "folder", folder)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return ofSystem(err, path)
	}
	return nil
}

// dated returns a path beside the database that is free: its name, what the file
// is, and the time, such as luwes-rescued-20261123-134500.db.
func dated(path, what string, now time.Time) string {
	ext := filepath.Ext(path)
	stem := fmt.Sprintf("%s-%s-%s", strings.TrimSuffix(path, ext), what, now.Local().Format("20060102-150405"))
	name := stem + ext
	for i := 2; exists(name); i++ {
		name = fmt.Sprintf("%s-%d%s", stem, i, ext)
	}
	return name
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// realPath returns the absolute path of a database. A link is followed, since
// SQLite does so too and keeps the log beside the file, not beside the link; one
// to nothing is left for the diagnosis.
func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return path, err
	}
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return path, nil
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target, nil
	}
	return path, nil
}

// The words in the names of files that the store puts beside the database.
const (
	rescuedFile  = "rescued" // what an open program held when its file was taken away
	migratedFile = "before"  // the state before a migration, with the new schema number
	keptFile     = "kept"    // what stood there before restore
	damagedFile  = "damaged" // set aside
)

// newestBackup returns the latest other database of luwes beside path that is no
// damaged one set aside, or "".
func newestBackup(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return ""
	}
	best, at := "", time.Time{}
	for _, e := range entries {
		name := filepath.Join(filepath.Dir(path), e.Name())
		if !e.Type().IsRegular() || name == path || !backupName(e.Name()) {
			continue
		}
		info, err := e.Info()
		if err != nil || !info.ModTime().After(at) {
			continue
		}
		if h, n, _, err := readHeader(name); err == nil && n == headerSize && h.magic() && h.application() == applicationID {
			best, at = name, info.ModTime()
		}
	}
	return best
}

// backupName reports whether a name can be that of a backup: no half-made file,
// none that was set aside.
func backupName(name string) bool {
	return filepath.Ext(name) == ".db" && name[0] != '.' && !strings.Contains(name, "-"+damagedFile+"-")
}
