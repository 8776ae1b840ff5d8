package data

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how a database is opened. The zero value opens an existing one for
// writing.
type Options struct {
	Create   bool             // make it if nothing stands at the path
	ReadOnly bool             // never write; every change is refused
	Now      func() time.Time // the clock; nil is time.Now
	NewID    func() string    // ids of sessions; nil is 10 random base-32 characters

	busy   time.Duration // how long to wait for another program; 0 is busyTimeout
	schema *schema       // nil is currentSchema
	pages  int           // limit of the size in pages, for tests of a full disk
}

func (o Options) now() time.Time {
	if o.Now != nil {
		return o.Now()
	}
	return time.Now()
}

// patience is how long to wait for another program.
func (o Options) patience() time.Duration {
	if o.busy == 0 {
		return busyTimeout
	}
	return o.busy
}

func (o Options) newID() string {
	if o.NewID != nil {
		return o.NewID()
	}
	return strings.ToLower(rand.Text()[:10])
}

func (o Options) schemaOrCurrent() schema {
	if o.schema != nil {
		return *o.schema
	}
	return currentSchema
}

// A Store is an open database. Its methods may be called from several
// goroutines at once.
type Store struct {
	opt   Options
	cache instrumentCache

	sending sync.RWMutex // held while a job is put into the queue
	closed  bool
	queue   chan *job
	drained chan struct{}

	holding sync.RWMutex // guards file
	file    *file

	stop atomic.Pointer[Fault] // why nothing more is saved, if so

	replaced *Fault // told by the next Poll; only the writer's goroutine uses it
}

// Path returns where the open file is. It changes when the file is taken away
// and what it held is rescued into another.
func (s *Store) Path() string {
	return s.current().path
}

func (s *Store) current() *file {
	s.holding.RLock()
	defer s.holding.RUnlock()
	return s.file
}

// Close waits for the writes under way and closes the file. It may find
// [DatabaseReplaced]; what the file held has then been rescued.
func (s *Store) Close() error {
	s.sending.Lock()
	if s.closed {
		s.sending.Unlock()
		return nil
	}
	s.closed = true
	close(s.queue)
	s.sending.Unlock()
	<-s.drained
	var fault error
	if !s.opt.ReadOnly {
		fault = s.lookForFile()
	}
	return errors.Join(fault, s.current().close())
}

// read runs fn in one read transaction. If the file is exchanged under it by a
// rescue, it runs again on the new one.
func (s *Store) read(ctx context.Context, what string, fn func(q querier) error) error {
	for {
		f := s.current()
		err := readOnce(ctx, f, fn)
		if err == nil {
			return nil
		}
		if s.current() != f && ctx.Err() == nil {
			continue
		}
		return fmt.Errorf("%s: %w", what, s.fault(err))
	}
}

func readOnce(ctx context.Context, f *file, fn func(q querier) error) error {
	tx, err := f.read.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	return fn(tx)
}

// fault diagnoses an error of work on the open file. After one that says that
// the file or the disk is broken nothing more is saved.
func (s *Store) fault(err error) error {
	err = diagnose(err, s.Path(), working)
	var f *Fault
	if errors.As(err, &f) {
		switch f.Code {
		case DatabaseDamaged, DatabaseCut, NotADatabase, HeaderDamaged, DiskFailing:
			s.stop.CompareAndSwap(nil, f)
		}
	}
	return err
}

// noRows reports whether a query for one row found none.
func noRows(err error) bool { return errors.Is(err, sql.ErrNoRows) }

// fold makes a text comparable without case.
func fold(s string) string { return strings.ToLower(strings.ToUpper(strings.TrimSpace(s))) }

// millis and moments turn times into integers and back; 0 is the zero time.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moments(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
