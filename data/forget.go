package data

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"luwes/assess"
)

// Forget erases who a respondent of a session was: code, group, unit, rank,
// notes, evidence and times; with an empty respondent the codes, groups, units
// and ranks of all. The levels stay, and so do the scores. It works on completed
// sessions too, since the right to be forgotten does not end; their checksum is
// made anew. The dossier stays as the group wrote it, names in it too: nothing in
// it says whose they are.
//
// In place of the code stands "x-" and eight random letters and digits. No two
// sessions share one, so nobody forgotten is taken for the same person as
// another in a comparison.
//
// The erased words are in no byte of the file and its log afterwards: the file is
// written anew, since SQLite leaves copies of older versions in free parts of it,
// and the log is emptied. If another program reads at this moment, the log keeps
// them until a Poll finds it gone; if the writing anew fails, free parts of the
// file may keep them until the next Forget. Copies elsewhere are not touched:
// backups, and the one put beside the file before a migration.
//
// Faults: RespondentUnknown, SessionUnknown, DiskFull if there is no room for the
// file once more, in which case nothing is changed, and those of a write.
func (s *Store) Forget(ctx context.Context, session, respondent string) error {
	return s.erase(ctx, "forget respondent", true, func(b *batch) error {
		ses, err := b.target(session)
		if err != nil {
			return err
		}
		sealed, err := b.sealed(ses)
		if err != nil {
			return err
		}
		if err := b.forget(ses, respondent); err != nil {
			return err
		}
		if sealed {
			if err := b.seal(ses); err != nil {
				return err
			}
		}
		return b.touch(ses.key)
	})
}

func (b *batch) forget(ses target, respondent string) error {
	people, err := b.codes(ses)
	if err != nil {
		return err
	}
	if respondent == "" {
		for key := range people {
			if err := b.forgetCode(ses, key); err != nil {
				return err
			}
		}
		return nil
	}
	for key, id := range people {
		if assess.SameCode(id, respondent) {
			return b.forgetPerson(ses, key)
		}
	}
	return stranger(ses, respondent)
}

// codes returns the codes of a session by the keys of their respondents.
func (b *batch) codes(ses target) (map[int64]string, error) {
	rows, err := b.QueryContext(context.Background(), "SELECT key, id FROM respondents WHERE session = ?", ses.key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	codes := map[int64]string{}
	for rows.Next() {
		var key int64
		var id string
		if err := rows.Scan(&key, &id); err != nil {
			return nil, err
		}
		codes[key] = id
	}
	return codes, rows.Err()
}

// forgetCode erases who somebody was. Nobody can go on under the new code, so a
// person who had not finished counts as done.
func (b *batch) forgetCode(ses target, key int64) error {
	id := "x-" + strings.ToLower(rand.Text()[:8])
	return b.exec(`UPDATE respondents SET id = ?, folded = ?, group_name = '', unit = '', rank = '',
		phase = CASE phase WHEN '' THEN '' ELSE 'done' END WHERE session = ? AND key = ?`, id, fold(id), ses.key, key)
}

func (b *batch) forgetPerson(ses target, key int64) error {
	if err := b.forgetCode(ses, key); err != nil {
		return err
	}
	if err := b.exec("UPDATE respondents SET place = '' WHERE session = ? AND key = ?", ses.key, key); err != nil {
		return err
	}
	if err := b.exec("DELETE FROM answers WHERE session = ? AND respondent = ? AND answer = 0", ses.key, key); err != nil {
		return err
	}
	return b.exec("UPDATE answers SET note = '', evidence = '', at = 0 WHERE session = ? AND respondent = ?", ses.key, key)
}

// erase runs fn in a transaction of its own whose deleted bytes are overwritten.
// Then the file is written anew, because copies of older versions of what was
// deleted may lie in free parts of it, and the log is emptied. Where the disk has
// no room for that, nothing is done if it must be, else it is left out.
func (s *Store) erase(ctx context.Context, what string, must bool, fn func(b *batch) error) error {
	if s.opt.ReadOnly {
		return fmt.Errorf("%s: %w", what, newFault(DatabaseReadonly, nil, "path", s.Path()))
	}
	return s.submit(ctx, what, &job{alone: func(f *file) error {
		if stop := s.stop.Load(); stop != nil {
			return stop
		}
		room := f.roomForAnother()
		if must && room != nil {
			return room
		}
		if err := s.overwriting(f, room == nil, fn); err != nil {
			return err
		}
		return s.lookAfter()
	}})
}

func (s *Store) overwriting(f *file, anew bool, fn func(b *batch) error) (err error) {
	if err := f.pragma("PRAGMA secure_delete = ON"); err != nil {
		return err
	}
	defer func() {
		if off := f.pragma("PRAGMA secure_delete = OFF"); err == nil {
			err = off
		}
	}()
	j := &job{do: fn}
	if err := s.transact([]*job{j}); err != nil {
		return err
	}
	if anew {
		if err := f.pragma("VACUUM"); err != nil {
			return err
		}
	}
	return f.emptyLog()
}

// emptyLog puts the log into the file and leaves nothing of it, unless another
// program still reads an older state from it.
func (f *file) emptyLog() error {
	var busy bool
	var frames, moved int
	err := f.write.QueryRowContext(context.Background(), "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &moved)
	f.remnants = err != nil || busy
	return err
}

// emptyLogAgain does what emptyLog could not, without waiting for anybody.
func (f *file) emptyLogAgain(busy time.Duration) error {
	if !f.remnants {
		return nil
	}
	err := f.pragma("PRAGMA busy_timeout = 0")
	if err == nil {
		err = f.emptyLog()
	}
	return errors.Join(err, f.pragma(fmt.Sprintf("PRAGMA busy_timeout = %d", busy.Milliseconds())))
}

// roomForAnother makes sure that the disk can take the whole file once more.
func (f *file) roomForAnother() error {
	info, err := os.Stat(f.path)
	if err != nil {
		return nil // what is wrong with the file is told elsewhere
	}
	if free, ok := freeSpace(filepath.Dir(f.path)); ok && free < uint64(info.Size())+littleRoom {
		return fullDisk(nil, f.path)
	}
	return nil
}

// pragma runs a constant statement on the writing connection, with its answer
// thrown away.
func (f *file) pragma(query string) error {
	rows, err := f.write.QueryContext(context.Background(), query)
	if err != nil {
		return err
	}
	for rows.Next() {
		continue // the statement ends with its last row
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return rows.Close()
}
