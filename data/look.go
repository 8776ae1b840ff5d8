package data

import (
	"context"
	"database/sql"
	"os"
)

// look connects to a database without changing it or anything beside it. If no
// log stands there nobody has it open, and it is read as it lies; else through
// the log, with the locks that this takes.
func look(path string, same os.FileInfo, opt Options) (q *sql.DB, done func()) {
	d := dsn{path: path, mode: "ro", busy: opt.busy, immutable: !exists(path + "-wal")}
	db := d.open(1, same)
	return db, func() { _ = db.Close() }
}

// QuickCheck looks through all pages of the open file, which takes about a
// second for 150 MB, so it is called in the background after the start. If pages
// are damaged it returns DatabaseDamaged, and nothing more is saved: answers
// saved into a damaged file could be lost. If all is well, what is computed from
// the answers and out of date is made anew.
func (s *Store) QuickCheck(ctx context.Context) error {
	f := s.current()
	err := integrity(ctx, f.read, f.path, "PRAGMA quick_check(1)")
	if err == nil && !s.opt.ReadOnly {
		err = s.refresh(ctx)
	}
	return s.fault(err)
}
