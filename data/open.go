package data

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"modernc.org/sqlite"
)

// Open opens the database at path. It looks before it touches: what stands
// there, the first bytes, the schema; only then anything that writes. An older
// schema is migrated after a dated backup beside the file.
//
// It returns a [*Fault]: DatabaseMissing (unless Create), DatabaseDirectory,
// DatabaseDangling, DatabaseForbidden, DatabaseReadonly (unless ReadOnly),
// FolderMissing, FolderReadonly, FilesystemReadonly, DiskFull, DiskFailing,
// NotADatabase, HeaderDamaged, FormatNewer, DatabaseForeign, DatabaseNewer,
// DatabaseOlder (with ReadOnly), DatabaseDamaged, DatabaseCut, DatabaseLocked. A file that is refused is left
// untouched.
func Open(ctx context.Context, path string, opt Options) (*Store, error) {
	path, err := realPath(path)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	f, err := openFile(ctx, path, opt)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", diagnose(err, path, opening))
	}
	s := &Store{opt: opt, file: f, queue: make(chan *job, batchSize), drained: make(chan struct{})}
	go s.write()
	return s, nil
}

func openFile(ctx context.Context, path string, opt Options) (*file, error) {
	sch := opt.schemaOrCurrent()
	err := checkHeader(path, sch.version)
	if codeOf(err) == DatabaseMissing && opt.Create && !opt.ReadOnly {
		if err = create(ctx, path, sch); err == nil {
			err = checkHeader(path, sch.version)
		}
	}
	if err != nil {
		return nil, err
	}
	if err := prepareFile(ctx, path, sch, opt); err != nil {
		return nil, err
	}
	f, err := connectFile(ctx, path, opt)
	if err != nil {
		return nil, err
	}
	if err := f.ready(ctx, sch); err != nil {
		return nil, errors.Join(err, f.close())
	}
	return f, nil
}

// prepareFile looks at the schema number that the log may have, and migrates.
func prepareFile(ctx context.Context, path string, sch schema, opt Options) error {
	h, _, _, err := readHeader(path)
	if err != nil {
		return err
	}
	version := h.schema()
	if hasLog(path) {
		if version, err = loggedVersion(ctx, path, opt); err != nil {
			return err
		}
	}
	switch {
	case version > sch.version:
		return newer(path, version, sch.version)
	case version == sch.version:
		return nil
	case opt.ReadOnly:
		return newFault(DatabaseOlder, nil, "path", path, "found", strconv.Itoa(version), "known", strconv.Itoa(sch.version))
	}
	return migrateFile(ctx, path, sch, opt)
}

// loggedVersion asks for the schema number through the log, with a connection
// that leaves both as they are.
func loggedVersion(ctx context.Context, path string, opt Options) (int, error) {
	db := dsn{path: path, mode: "ro", query: true, busy: opt.busy}.open(1, nil)
	defer db.Close()
	return versionOf(ctx, db)
}

// ready finishes the opening on the connections that stay.
func (f *file) ready(ctx context.Context, sch schema) error {
	version, err := versionOf(ctx, f.watch)
	if err != nil {
		return err
	}
	if version > sch.version {
		return newer(f.path, version, sch.version)
	}
	if f.write != nil {
		if err := f.begin(ctx); err != nil {
			return err
		}
	}
	_, err = f.changed(ctx)
	return err
}

// unwritable reports whether an error comes from a place that cannot be written.
func unwritable(err error) bool {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		return false
	}
	code := se.Code() & 0xff
	return code == sqliteReadonly || code == sqliteCannotOpen
}
