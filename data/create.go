package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// create makes an empty database at path: complete in a file beside it, then put
// in place. Whatever goes wrong leaves nothing behind, and a file that came
// there in the meantime stays.
func create(ctx context.Context, path string, sch schema) error {
	if err := makeFolder(path); err != nil {
		return err
	}
	if free, ok := freeSpace(filepath.Dir(path)); ok && free < littleRoom {
		return fullDisk(nil, path)
	}
	return beside(path, func(temp string) error {
		db := dsn{path: temp, mode: "rw", more: unsynced}.open(1, nil)
		if err := sch.up(ctx, db); err != nil {
			return errors.Join(err, db.Close())
		}
		if err := db.Close(); err != nil {
			return err
		}
		err := place(temp, path)
		if errors.Is(err, fs.ErrExist) {
			return nil // another program was faster, and made the same
		}
		return err
	})
}

// unsynced is how a file is filled that nobody sees before it is whole: place
// syncs it once.
var unsynced = []string{"journal_mode(MEMORY)", "synchronous(OFF)"}

// beside runs fn with the name of an empty file in the folder of path that only
// its owner can read, and removes it afterwards.
func beside(path string, fn func(temp string) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".luwes-new-*.db")
	if errors.Is(err, fs.ErrNotExist) {
		return newFault(FolderMissing, err, "path", path, "folder", filepath.Dir(path))
	}
	if err != nil {
		return ofSystem(err, path)
	}
	temp := f.Name()
	defer func() {
		for _, end := range []string{"", "-journal", "-wal", "-shm"} {
			_ = os.Remove(temp + end) // gone already if it was put in place
		}
	}()
	if err := f.Close(); err != nil {
		return ofSystem(err, path)
	}
	return fn(temp)
}

// place moves a finished file to its path, durably and never over another; an
// empty file there counts as none.
func place(temp, path string) error {
	if err := syncFile(temp); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	if err := moveLog(path); err != nil {
		return err
	}
	if err := os.Link(temp, path); errors.Is(err, fs.ErrExist) {
		return err
	} else if err != nil { // a file system without links
		if exists(path) {
			return fs.ErrExist
		}
		if err := os.Rename(temp, path); err != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(path))
}

// moveLog renames a log that a database left behind when it was deleted: SQLite
// would take it for that of the next file at the path.
func moveLog(path string) error {
	if exists(path) {
		return nil
	}
	to := dated(path, keptFile, time.Now())
	for _, end := range []string{"-wal", "-shm", "-journal"} {
		if err := os.Rename(path+end, to+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return errors.Join(newFault(DiskFailing, err, "path", path), f.Close())
	}
	return f.Close()
}

// migrateFile brings an existing file to the schema, after a copy of it has been
// put beside.
func migrateFile(ctx context.Context, path string, sch schema, opt Options) error {
	db := dsn{path: path, mode: "rw", busy: opt.busy}.open(1, nil)
	copyTo := dated(path, fmt.Sprintf("%s-%d", migratedFile, sch.version), opt.now())
	err := vacuumInto(ctx, db, copyTo)
	if err == nil {
		err = sch.up(ctx, db)
	}
	return errors.Join(err, db.Close())
}
