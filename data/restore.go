package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
)

// Restore puts a copy of the database at from in place of that at path. The
// source is checked first and stays as it is; a copy of an older schema is
// migrated. What stood at path is kept under a dated name beside it, which is
// returned, empty if nothing did. Of opt only the clock is used.
//
// Faults: BackupBad with the reason; DatabaseLocked if another program has the
// database open; DatabaseForeign if another program's stands at path; FolderMissing, FolderReadonly, FilesystemReadonly, DiskFull.
func Restore(ctx context.Context, path, from string, opt Options) (kept string, err error) {
	if path, err = realPath(path); err == nil {
		from, err = realPath(from)
	}
	if err == nil {
		kept, err = restore(ctx, path, from, opt)
	}
	if err != nil {
		return "", fmt.Errorf("restore: %w", diagnose(err, path, opening))
	}
	return kept, nil
}

func restore(ctx context.Context, path, from string, opt Options) (kept string, err error) {
	if err := makeFolder(path); err != nil {
		return "", err
	}
	err = beside(path, func(temp string) error {
		if err := copyChecked(ctx, path, from, temp, opt); err != nil {
			return err
		}
		if err := syncFile(temp); err != nil {
			return err
		}
		kept, err = makeRoom(ctx, path, opt)
		if err != nil {
			return err
		}
		if err := place(temp, path); err != nil {
			return errors.Join(err, putBack(kept, path))
		}
		return nil
	})
	return kept, err
}

// copyChecked writes a copy of a backup to temp, sound and of this schema.
func copyChecked(ctx context.Context, path, from, temp string, opt Options) error {
	sch := opt.schemaOrCurrent()
	if a, err := os.Stat(from); err == nil && exists(path) && stillThere(path, a) {
		return newFault(BackupBad, nil, "path", from, "reason", "same-file")
	}
	if err := checkHeader(from, sch.version); err != nil {
		return badBackup(err, from)
	}
	source, closeSource := look(from, nil, opt)
	defer closeSource()
	if err := integrity(ctx, source, from, "PRAGMA integrity_check(5)"); err != nil {
		return badBackup(err, from)
	}
	version, err := versionOf(ctx, source)
	if err != nil {
		return badBackup(err, from)
	}
	if version > sch.version {
		return badBackup(newer(from, version, sch.version), from)
	}
	if _, err := source.ExecContext(ctx, "VACUUM INTO ?", temp); err != nil {
		if f := targetFault(err, path); codeOf(f) != "" {
			return f
		}
		return badBackup(err, from)
	}
	if version == sch.version {
		return nil
	}
	db := dsn{path: temp, mode: "rw"}.open(1, nil)
	return errors.Join(sch.up(ctx, db), db.Close())
}

// badBackup says that a file cannot be restored from, and why.
func badBackup(err error, from string) error {
	err = diagnose(err, from, opening)
	code := codeOf(err)
	if code == "" { // the context has ended
		return err
	}
	return newFault(BackupBad, err, "path", from, "reason", code)
}

// makeRoom moves the database at path out of the way, if there is one, after
// making sure that no other program has it open. A sound one takes what is in
// its log into the file first; of a damaged one, which SQLite must not see since
// it would remove the log, that is moved along.
func makeRoom(ctx context.Context, path string, opt Options) (kept string, err error) {
	switch err := checkHeader(path, 1<<30); codeOf(err) {
	case DatabaseMissing:
		return "", nil
	case DatabaseDirectory, DatabaseDangling, DatabaseForbidden, DatabaseForeign, FolderMissing:
		return "", err
	case "":
		switch err := diagnose(seclude(ctx, path, opt), path, opening); codeOf(err) {
		case DatabaseLocked, DatabaseReadonly, FolderReadonly, FilesystemReadonly, DiskFull:
			return "", err
		}
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
	}
	return setAside(path, keptFile, opt.now())
}

// seclude makes sure that nobody else has the database open and empties its log
// into it. In exclusive mode the lock is on the file itself, which every
// program that has it open shares.
func seclude(ctx context.Context, path string, opt Options) error {
	db := dsn{path: path, mode: "rw", exclusive: true, busy: opt.busy}.open(1, nil)
	_, err := db.ExecContext(ctx, "BEGIN EXCLUSIVE")
	if err == nil {
		_, err = db.ExecContext(ctx, "ROLLBACK")
	}
	if err == nil {
		_, err = one[string](ctx, db, "PRAGMA journal_mode = DELETE")
	}
	return errors.Join(err, db.Close())
}

// putBack undoes makeRoom.
func putBack(kept, path string) error {
	if kept == "" {
		return nil
	}
	var errs []error
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(kept+end, path+end); err != nil && !os.IsNotExist(err) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// integrity runs a check of all pages and returns DatabaseDamaged with the first
// line of what it found.
func integrity(ctx context.Context, q querier, path, pragma string) error {
	lines, err := checkLines(ctx, q, pragma)
	if err != nil {
		return err
	}
	if len(lines) == 1 && lines[0] == "ok" {
		return nil
	}
	return damaged(DatabaseDamaged, nil, path, "detail", strings.Join(lines[:min(len(lines), 1)], ""))
}

// checkLines returns the rows of a pragma that answers with text.
func checkLines(ctx context.Context, q querier, pragma string) ([]string, error) {
	rows, err := q.QueryContext(ctx, pragma)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var lines []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		lines = append(lines, line)
	}
	return lines, rows.Err()
}
