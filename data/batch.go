package data

import (
	"context"
	"database/sql"
	"fmt"

	"luwes/assess"
)

// A batch is one writing transaction. Its methods are called by the writer's
// goroutine only, and never see a cancelled context: a write that has begun is
// finished.
type batch struct {
	store   *Store
	file    *file
	now     int64                        // one time for the whole batch
	touched map[int64]bool               // keys of sessions whose summary has to be made anew
	asked   map[int64]*assess.Instrument // by key, so that a thousand answers ask once
}

func (b *batch) exec(query string, args ...any) error {
	_, err := b.execResult(query, args...)
	return err
}

func (b *batch) execResult(query string, args ...any) (sql.Result, error) {
	stmt, err := b.file.prepared(query)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstWords(query), err)
	}
	res, err := stmt.Exec(args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", firstWords(query), err)
	}
	return res, nil
}

// ExecContext, QueryContext and QueryRowContext make a batch a querier; they do
// not pass the context on.
func (b *batch) ExecContext(_ context.Context, query string, args ...any) (sql.Result, error) {
	return b.execResult(query, args...)
}

// QueryContext implements querier.
func (b *batch) QueryContext(_ context.Context, query string, args ...any) (*sql.Rows, error) {
	stmt, err := b.file.prepared(query)
	if err != nil {
		return nil, err
	}
	return stmt.Query(args...)
}

// QueryRowContext implements querier.
func (b *batch) QueryRowContext(_ context.Context, query string, args ...any) *sql.Row {
	stmt, err := b.file.prepared(query)
	if err != nil { // the same statement gives the same error as a row
		return b.file.write.QueryRowContext(context.Background(), query, args...)
	}
	return stmt.QueryRow(args...)
}

// try does a job. One that is alone in its transaction needs no savepoint: if it
// fails all is taken back.
func (b *batch) try(j *job, single bool) error {
	do := func() error { return j.do(b) }
	if single {
		return guard(do)
	}
	return b.inSavepoint(do)
}

// inSavepoint runs fn and takes back what it did if it fails or panics.
func (b *batch) inSavepoint(fn func() error) error {
	if err := b.exec("SAVEPOINT job"); err != nil {
		return err
	}
	err := guard(fn)
	if err != nil {
		b.asked = nil // a key that was new is free again
		if rerr := b.exec("ROLLBACK TO job"); rerr != nil {
			return fmt.Errorf("%w (%v)", err, rerr)
		}
	}
	if rerr := b.exec("RELEASE job"); err == nil {
		err = rerr
	}
	return err
}

// touch marks a session as changed, and its summary as old.
func (b *batch) touch(key int64) error {
	b.touched[key] = true
	return b.date(key)
}

// date notes the time of a change that no summary shows.
func (b *batch) date(key int64) error {
	return b.exec("UPDATE sessions SET changed = ? WHERE key = ?", b.now, key)
}
