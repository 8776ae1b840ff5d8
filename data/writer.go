package data

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
)

// batchSize is how many writes share one transaction, and one sync of the disk.
const batchSize = 256

// A job is one write. Jobs that wait while the disk is busy are committed
// together; each is acknowledged only after that.
type job struct {
	do    func(b *batch) error // inside the transaction
	alone func(f *file) error  // instead of do: outside one, by itself
	err   error
	done  chan struct{}
}

// change queues a job and waits until it is on disk. If ctx ends first the caller
// goes on, but the job is still done.
func (s *Store) change(ctx context.Context, what string, do func(b *batch) error) error {
	if s.opt.ReadOnly {
		return fmt.Errorf("%s: %w", what, newFault(DatabaseReadonly, nil, "path", s.Path()))
	}
	return s.submit(ctx, what, &job{do: do})
}

func (s *Store) submit(ctx context.Context, what string, j *job) error {
	j.done = make(chan struct{})
	s.sending.RLock()
	if s.closed {
		s.sending.RUnlock()
		return fmt.Errorf("%s: %w", what, newFault(Internal, errClosed, "detail", "closed"))
	}
	s.queue <- j
	s.sending.RUnlock()
	select {
	case <-j.done:
	case <-ctx.Done():
		select {
		case <-j.done:
		default:
			return fmt.Errorf("%s: wait: %w", what, ctx.Err())
		}
	}
	if j.err != nil {
		return fmt.Errorf("%s: %w", what, j.err)
	}
	return nil
}

var errClosed = errors.New("the store is closed")

// write is the one goroutine that writes. It ends when the queue is closed and
// empty.
func (s *Store) write() {
	defer close(s.drained)
	for j := range s.queue {
		for j != nil {
			if j.alone != nil {
				j.err = s.fault(guard(func() error { return j.alone(s.file) }))
				close(j.done)
				break
			}
			var jobs []*job
			jobs, j = s.collect(j)
			s.commit(jobs)
		}
	}
}

// collect takes what waits in the queue, up to the size of a batch. A job that
// wants to be alone ends it and is returned apart.
func (s *Store) collect(first *job) (jobs []*job, alone *job) {
	jobs = []*job{first}
	for len(jobs) < batchSize {
		select {
		case j, ok := <-s.queue:
			if !ok {
				return jobs, nil
			}
			if j.alone != nil {
				return jobs, j
			}
			jobs = append(jobs, j)
		default:
			return jobs, nil
		}
	}
	return jobs, nil
}

// commit does the jobs in one transaction and acknowledges them. The file is
// looked for afterwards: what was saved into one that has been taken away is
// rescued before anybody is told that it is saved.
func (s *Store) commit(jobs []*job) {
	var err error
	if f := s.stop.Load(); f != nil {
		err = f
	} else if err = s.transact(jobs); err == nil {
		err = s.lookAfter()
	}
	for _, j := range jobs {
		if err != nil {
			j.err = err
		}
		close(j.done)
	}
}

// lookAfter makes sure that what was committed stands where people look for it.
// Only a rescue that did not work makes the commit worthless.
func (s *Store) lookAfter() error {
	err := s.lookForFile()
	var f *Fault
	if errors.As(err, &f) && f.Values["rescued"] != "" {
		return nil // the next Poll tells
	}
	return err
}

// transact does the jobs in one transaction. A job that fails is taken back
// alone; an error of the file or the disk takes back all.
func (s *Store) transact(jobs []*job) error {
	b := &batch{store: s, file: s.file, now: s.opt.now().UnixMilli(), touched: map[int64]bool{}}
	if err := b.exec("BEGIN IMMEDIATE"); err != nil {
		return s.fault(err)
	}
	for _, j := range jobs {
		j.err = nil
		err := b.try(j, len(jobs) == 1)
		if err == nil {
			continue
		}
		if j.err = s.fault(err); fatal(j.err) || len(jobs) == 1 {
			_ = b.exec("ROLLBACK") // SQLite may have done it already
			return j.err
		}
	}
	err := b.rescore()
	if err == nil {
		err = b.exec("COMMIT")
	}
	if err != nil {
		_ = b.exec("ROLLBACK")
		return s.fault(err)
	}
	return nil
}

// fatal reports whether a fault ends the whole transaction.
func fatal(err error) bool {
	switch codeOf(err) {
	case DiskFull, DiskFailing, DatabaseBusy, DatabaseDamaged, DatabaseCut, DatabaseReadonly,
		FilesystemReadonly, FolderReadonly, NotADatabase, HeaderDamaged, DatabaseReplaced, DatabaseMissing:
		return true
	}
	return false
}

// guard turns a panic into a fault of ours, so that a mistake in one write never
// takes the program, and everybody's unsaved answers, with it.
func guard(fn func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = newFault(Internal, fmt.Errorf("panic: %v\n%s", p, debug.Stack()), "detail", fmt.Sprint(p))
		}
	}()
	return fn()
}
