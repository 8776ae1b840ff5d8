package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// SetAside renames a damaged database, and its log, to a dated name beside it, so
// that another can take its place. Nothing is ever deleted. It returns the new
// path.
//
// Faults: DatabaseMissing, FolderReadonly, FilesystemReadonly.
func SetAside(path string) (newPath string, err error) {
	if path, err = realPath(path); err == nil {
		newPath, err = setAside(path, damagedFile, time.Now())
	}
	if err != nil {
		return "", fmt.Errorf("set aside: %w", err)
	}
	return newPath, nil
}

func setAside(path, what string, now time.Time) (string, error) {
	if f := standing(path); f != nil {
		return "", f
	}
	to := dated(path, what, now)
	for _, end := range []string{"-wal", "-shm", ""} { // the file last: it stands at one of the two names always
		err := os.Rename(path+end, to+end)
		if err != nil && (end == "" || !errors.Is(err, fs.ErrNotExist)) {
			return "", ofSystem(err, path)
		}
	}
	return to, diagnose(syncFolder(filepath.Dir(path)), path, working)
}
