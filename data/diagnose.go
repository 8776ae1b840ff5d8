package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"modernc.org/sqlite"
)

// The result codes of SQLite that decide what a person is told, by their names
// in sqlite3.h. The upper byte tells the kind of an error of the disk.
const (
	sqliteStatement         = 1
	sqliteBusy              = 5
	sqliteLocked            = 6
	sqliteReadonly          = 8
	sqliteReadonlyMoved     = 8 | 4<<8
	sqliteReadonlyDirectory = 8 | 6<<8
	sqliteInterrupt         = 9
	sqliteIO                = 10
	sqliteIOShortRead       = 10 | 2<<8
	sqliteCorrupt           = 11
	sqliteFull              = 13
	sqliteCannotOpen        = 14
	sqliteProtocol          = 15
	sqliteNotADB            = 26
)

// littleRoom is the free space under which an error of the disk is taken for a
// full disk.
const littleRoom = 1 << 20

// moment says what the store was doing when an error came; some codes mean
// different things then.
type moment int

const (
	opening moment = iota
	working
)

// diagnose turns an error of the driver or the operating system into a fault of
// the database at path. Faults, nil and errors of a context pass unchanged.
func diagnose(err error, path string, when moment) error {
	var f *Fault
	var se *sqlite.Error
	switch {
	case err == nil, errors.As(err, &f), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &se):
		return ofSQLite(err, se.Code(), path, when)
	}
	return ofSystem(err, path)
}

func ofSQLite(err error, code int, path string, when moment) error {
	number := strconv.Itoa(code)
	switch code & 0xff {
	case sqliteStatement:
		if strings.Contains(err.Error(), "no such table") || strings.Contains(err.Error(), "no such column") {
			return damaged(DatabaseDamaged, err, path, "sqlite", number) // another program took it out
		}
	case sqliteInterrupt:
		return context.Canceled
	case sqliteFull:
		return fullDisk(err, path)
	case sqliteBusy, sqliteLocked, sqliteProtocol:
		if when == opening {
			return newFault(DatabaseLocked, err, "path", path, "sqlite", number)
		}
		return newFault(DatabaseBusy, err, "path", path, "sqlite", number)
	case sqliteReadonly:
		return ofReadonly(err, code, path)
	case sqliteIO:
		return ofDisk(err, code, path)
	case sqliteCorrupt:
		return damaged(DatabaseDamaged, err, path, "sqlite", number)
	case sqliteNotADB:
		if h := checkHeader(path, 1<<30); h != nil {
			return h
		}
		return damaged(NotADatabase, err, path, "sqlite", number)
	case sqliteCannotOpen:
		return ofCannotOpen(err, path)
	}
	return newFault(Internal, err, "path", path, "sqlite", number)
}

func ofReadonly(err error, code int, path string) error {
	switch code {
	case sqliteReadonlyMoved:
		return newFault(DatabaseReplaced, err, "path", path)
	case sqliteReadonlyDirectory:
		if f := folderFault(path); f != nil {
			return f
		}
		return newFault(FolderReadonly, err, "path", path, "folder", filepath.Dir(path))
	}
	if readonlyFilesystem(filepath.Dir(path)) {
		return newFault(FilesystemReadonly, err, "path", path)
	}
	return newFault(DatabaseReadonly, err, "path", path)
}

func ofDisk(err error, code int, path string) error {
	number := strconv.Itoa(code)
	if code == sqliteIOShortRead {
		return damaged(DatabaseCut, err, path, "sqlite", number)
	}
	if free, ok := freeSpace(filepath.Dir(path)); ok && free < littleRoom {
		return fullDisk(err, path)
	}
	return newFault(DiskFailing, err, "path", path, "sqlite", number)
}

// ofCannotOpen names the reason that SQLite does not tell.
func ofCannotOpen(err error, path string) error {
	if f := standing(path); f != nil {
		return f
	}
	if free, ok := freeSpace(filepath.Dir(path)); ok && free < littleRoom {
		return fullDisk(err, path)
	}
	if f := folderFault(path); f != nil {
		return f
	}
	return newFault(DatabaseForbidden, err, "path", path, "sqlite", strconv.Itoa(sqliteCannotOpen))
}

func ofSystem(err error, path string) error {
	switch {
	case noRoom(err):
		return fullDisk(err, path)
	case errors.Is(err, syscall.EROFS):
		return newFault(FilesystemReadonly, err, "path", path)
	case errors.Is(err, fs.ErrPermission):
		return newFault(FolderReadonly, err, "path", path, "folder", filepath.Dir(path))
	case errors.Is(err, syscall.EIO):
		return newFault(DiskFailing, err, "path", path)
	}
	return newFault(Internal, err, "path", path, "detail", err.Error())
}

func fullDisk(err error, path string) *Fault {
	f := newFault(DiskFull, err, "path", path)
	if free, ok := freeSpace(filepath.Dir(path)); ok {
		f.set("free", strconv.FormatUint(free, 10))
	}
	return f
}

// damaged returns a fault of a file that has to be put back from a backup, and
// names the newest one beside it.
func damaged(code string, err error, path string, pairs ...string) *Fault {
	f := newFault(code, err, pairs...)
	f.set("path", path)
	f.set("backup", newestBackup(path))
	return f
}

// standing looks at what stands at the path without opening it. It returns nil
// if that is a file that may be read, however empty.
func standing(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if target, lerr := os.Readlink(path); lerr == nil {
			return newFault(DatabaseDangling, err, "path", path, "target", target)
		}
		return newFault(DatabaseMissing, err, "path", path)
	case errors.Is(err, fs.ErrPermission):
		return newFault(DatabaseForbidden, err, "path", path)
	case errors.Is(err, syscall.ENOTDIR):
		return newFault(FolderMissing, err, "path", path, "folder", filepath.Dir(path))
	case err != nil:
		return ofSystem(err, path)
	case !info.Mode().IsRegular():
		return newFault(DatabaseDirectory, nil, "path", path)
	}
	return nil
}

// folderFault tries to write into the folder of path and returns why it cannot,
// or nil.
func folderFault(path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".luwes-try-*")
	if err == nil {
		f.Close()
		os.Remove(f.Name())
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return newFault(FolderMissing, err, "path", path, "folder", filepath.Dir(path))
	}
	return ofSystem(err, path)
}
