package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
)

// readers is how many connections read at once.
const readers = 3

// A file is one open database: a connection that writes and a pool that reads.
type file struct {
	path   string
	info   os.FileInfo // what stood at the path when it was opened
	pool   *sql.DB     // of the one writing connection; nil if opened for reading
	write  *sql.Conn
	stmts  map[string]*sql.Stmt // prepared on write
	read   *sql.DB
	others int64     // data_version, which changes when somebody else writes
	watch  *sql.Conn // where it is asked: write, or one that reads
	closed bool

	remnants bool // the log may hold what was erased
}

// connectFile opens connections to a file that has been checked. The pool of
// readers connects when it is first used.
func connectFile(ctx context.Context, path string, opt Options) (*file, error) {
	lockKind()
	f := &file{path: path, stmts: map[string]*sql.Stmt{}}
	storeOpened(path)
	var err error
	if f.info, err = os.Stat(path); err != nil {
		return nil, errors.Join(err, f.close())
	}
	if opt.ReadOnly {
		if err := f.connectReader(ctx, opt); err != nil {
			return nil, errors.Join(err, f.close())
		}
		return f, nil
	}
	d := dsn{path: path, mode: "rw", wal: true, busy: opt.busy}
	if opt.pages > 0 {
		d.more = append(d.more, fmt.Sprintf("max_page_count(%d)", opt.pages))
	}
	f.pool = d.open(1, nil)
	if f.write, err = f.pool.Conn(ctx); err != nil {
		return nil, errors.Join(err, f.close())
	}
	f.watch = f.write
	f.read = dsn{path: path, mode: "rw", query: true, busy: opt.busy}.open(readers, f.info)
	if !stillThere(path, f.info) {
		return nil, errors.Join(newFault(DatabaseReplaced, nil, "path", path), f.close())
	}
	return f, nil
}

// connectReader opens for reading only. Where not even the log's index can be
// made, the file is read without it, if no log with content stands beside.
func (f *file) connectReader(ctx context.Context, opt Options) error {
	d := dsn{path: f.path, mode: "ro", query: true, busy: opt.busy}
	err := f.tryReader(ctx, d)
	if err != nil && !hasLog(f.path) && unwritable(err) {
		if f.watch != nil {
			_ = f.watch.Close()
		}
		_ = f.read.Close() // it never worked
		d.immutable = true
		err = f.tryReader(ctx, d)
	}
	return err
}

func (f *file) tryReader(ctx context.Context, d dsn) (err error) {
	f.read = d.open(readers, f.info)
	if f.watch, err = f.read.Conn(ctx); err == nil {
		_, err = one[int](ctx, f.watch, "SELECT count(*) FROM sqlite_schema")
	}
	return err
}

// begin makes sure that the journal mode is what was asked for and that writing
// is possible. BEGIN IMMEDIATE would not tell: on a file that cannot be written
// SQLite quietly begins to read.
func (f *file) begin(ctx context.Context) error {
	mode, err := one[string](ctx, f.write, "PRAGMA journal_mode")
	if err != nil {
		return err
	}
	if mode != "wal" {
		return newFault(Internal, nil, "path", f.path, "detail", "journal mode "+mode)
	}
	return f.write.Raw(func(c any) error {
		asked, ok := c.(interface {
			IsReadOnly(schema string) (bool, error)
		})
		if !ok {
			return nil
		}
		readonly, err := asked.IsReadOnly("main")
		if err == nil && readonly {
			return ofReadonly(nil, sqliteReadonly, f.path)
		}
		return err
	})
}

// changed reports whether somebody else has written since the last call.
func (f *file) changed(ctx context.Context) (bool, error) {
	v, err := one[int64](ctx, f.watch, "PRAGMA data_version")
	if err != nil {
		return false, err
	}
	before := f.others
	f.others = v
	return before != 0 && v != before, nil
}

// prepared returns a statement on the writing connection.
func (f *file) prepared(query string) (*sql.Stmt, error) {
	if s, ok := f.stmts[query]; ok {
		return s, nil
	}
	s, err := f.write.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	f.stmts[query] = s
	return s, nil
}

// close closes the readers first, since the last connection to go puts the log
// into the file and removes it.
func (f *file) close() error {
	var errs []error
	if f.watch != nil && f.watch != f.write {
		errs = append(errs, f.watch.Close())
	}
	if f.read != nil {
		errs = append(errs, f.read.Close())
	}
	for _, s := range f.stmts {
		errs = append(errs, s.Close())
	}
	if f.write != nil {
		errs = append(errs, f.write.Close())
	}
	if f.pool != nil {
		errs = append(errs, f.pool.Close())
	}
	if !f.closed {
		f.closed = true
		storeClosed(f.path)
	}
	f.read, f.write, f.watch, f.pool, f.stmts = nil, nil, nil, nil, nil
	return errors.Join(errs...)
}

// keepLog makes a connection leave the log where it is when it closes. The log
// is removed by name, and where the file has been replaced the name belongs to
// somebody else's.
func keepLog(c driver.Conn) error {
	fc, ok := c.(interface {
		FileControlPersistWAL(dbName string, mode int) (int, error)
	})
	if !ok {
		return nil
	}
	_, err := fc.FileControlPersistWAL("main", 1)
	return err
}

// abandon closes a file that no longer stands at its path.
func (f *file) abandon() {
	if f.write != nil {
		_ = f.write.Raw(func(c any) error { return keepLog(c.(driver.Conn)) })
	}
	_ = f.close()
}
