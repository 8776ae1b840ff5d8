package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// Backup writes a consistent copy of the database to target while it is in use.
// It never goes over an existing file, and target is complete or absent.
//
// Faults: BackupExists, FolderMissing, FolderReadonly, FilesystemReadonly and
// DiskFull, with the target as their path; DatabaseDamaged, DatabaseBusy.
func (s *Store) Backup(ctx context.Context, target string) error {
	target, err := filepath.Abs(target)
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	f := s.current()
	db, done := look(f.path, f.info, s.opt)
	defer done()
	if err := vacuumInto(ctx, db, target); err != nil {
		return fmt.Errorf("backup: %w", s.fault(err))
	}
	return nil
}

// vacuumInto copies the database of q to a new file at target.
func vacuumInto(ctx context.Context, q querier, target string) error {
	if exists(target) {
		return newFault(BackupExists, nil, "path", target)
	}
	return beside(target, func(temp string) error {
		if _, err := q.ExecContext(ctx, "VACUUM INTO ?", temp); err != nil {
			return targetFault(err, target)
		}
		err := place(temp, target)
		if errors.Is(err, fs.ErrExist) {
			return newFault(BackupExists, err, "path", target)
		}
		return diagnose(err, target, working)
	})
}

// targetFault diagnoses an error of copying: a full or failing disk is that of
// the target, anything else may be the source.
func targetFault(err error, target string) error {
	switch f := diagnose(err, target, working); codeOf(f) {
	case DiskFull, FolderReadonly, FilesystemReadonly:
		return f
	}
	return err
}
