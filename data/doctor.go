package data

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"luwes/assess"
)

// A Report is what an examination of the database found out.
type Report struct {
	Path        string
	Exists      bool
	Size        int64
	LogSize     int64 // of the write-ahead log
	Mode        fs.FileMode
	FolderMode  fs.FileMode
	FreeSpace   uint64 // in the folder, in bytes; 0 if the system does not tell
	Synced      string // the service that synchronises the folder, such as "OneDrive", or empty
	Backup      string // the newest backup beside the file
	SQLite      string // version of the library
	Schema      int    // of the file
	KnownSchema int    // of this program
	JournalMode string
	Synchronous string
	Pages       int64
	FreePages   int64
	PageSize    int64
	Integrity   []string // lines of integrity_check; "ok" alone if all is well
	ForeignKeys []string // tables of rows that refer to none
	Sessions    int      // outside the bin
	Binned      int
	Respondents int
	Answers     int
	Mismatched  []string // ids of completed sessions that differ from their checksum
	Instruments []string // ids of instruments whose text differs from its hash
	Unread      []string // parts of dossiers that cannot be read, as "session part"
}

// Healthy reports whether nothing was found that costs answers. A part of a dossier
// that cannot be read costs none: it stands as it was, and the session opens.
func (r *Report) Healthy() bool {
	return len(r.Integrity) == 1 && r.Integrity[0] == "ok" && len(r.ForeignKeys) == 0 &&
		len(r.Mismatched) == 0 && len(r.Instruments) == 0
}

// Examine looks at the database at path without changing it. The report holds
// what could be learnt even where an error, the fault that Open would find, kept
// it from the rest.
func Examine(ctx context.Context, path string) (Report, error) {
	abs, err := realPath(path)
	if err != nil {
		return Report{Path: path}, fmt.Errorf("examine: %w", err)
	}
	r := Report{Path: abs, KnownSchema: currentSchema.version}
	r.surroundings()
	if err := checkHeader(abs, currentSchema.version); err != nil {
		return r, fmt.Errorf("examine: %w", err)
	}
	db, done := look(abs, nil, Options{})
	defer done()
	if err := r.inside(ctx, db); err != nil {
		return r, fmt.Errorf("examine: %w", diagnose(err, abs, opening))
	}
	return r, nil
}

// surroundings reports what can be seen from outside the file.
func (r *Report) surroundings() {
	folder := filepath.Dir(r.Path)
	if info, err := os.Stat(r.Path); err == nil {
		r.Exists, r.Size, r.Mode = true, info.Size(), info.Mode()
	}
	if info, err := os.Stat(r.Path + "-wal"); err == nil {
		r.LogSize = info.Size()
	}
	if info, err := os.Stat(folder); err == nil {
		r.FolderMode = info.Mode()
	}
	r.FreeSpace, _ = freeSpace(folder)
	r.Synced, _ = SyncedFolder(folder)
	r.Backup = newestBackup(r.Path)
}

// inside reports what the tables say; a damaged file gives the lines of the
// check and then an error.
func (r *Report) inside(ctx context.Context, q querier) (err error) {
	for _, ask := range []struct {
		query string
		to    any
	}{
		{"SELECT sqlite_version()", &r.SQLite},
		{"PRAGMA user_version", &r.Schema},
		{"PRAGMA journal_mode", &r.JournalMode},
		{"PRAGMA page_count", &r.Pages},
		{"PRAGMA freelist_count", &r.FreePages},
		{"PRAGMA page_size", &r.PageSize},
	} {
		if err := q.QueryRowContext(ctx, ask.query).Scan(ask.to); err != nil {
			return fmt.Errorf("%s: %w", firstWords(ask.query), err)
		}
	}
	r.Synchronous = "full" // set by this program for each connection; the file does not hold it
	if r.Schema > r.KnownSchema {
		return newer(r.Path, r.Schema, r.KnownSchema)
	}
	if r.Integrity, err = checkLines(ctx, q, "PRAGMA integrity_check(20)"); err != nil {
		return err
	}
	if err := r.count(ctx, q); err != nil {
		return err
	}
	if len(r.Integrity) != 1 || r.Integrity[0] != "ok" {
		return damaged(DatabaseDamaged, nil, r.Path, "detail", r.Integrity[0])
	}
	if r.ForeignKeys, err = checkLines(ctx, q, `SELECT "table" FROM pragma_foreign_key_check`); err != nil {
		return err
	}
	if r.Schema < r.KnownSchema {
		return nil // sessions are read as this program writes them; opening the file migrates it
	}
	return r.sums(ctx, q)
}

func (r *Report) count(ctx context.Context, q querier) error {
	row := q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM sessions WHERE binned = 0),
		(SELECT count(*) FROM sessions WHERE binned <> 0),
		(SELECT count(*) FROM respondents), (SELECT count(*) FROM answers)`)
	return row.Scan(&r.Sessions, &r.Binned, &r.Respondents, &r.Answers)
}

// everyTable can only be asked where no table is missing.
const everyTable = `SELECT 1 FROM instruments, sessions, counts, respondents, answers, reopenings, summaries,
	hands, settlements, documents LIMIT 0`

// sums compares completed sessions and instrument texts with what was noted when
// they were saved.
func (r *Report) sums(ctx context.Context, q querier) error {
	if _, err := checkLines(ctx, q, everyTable); err != nil {
		return err
	}
	ids, err := checkLines(ctx, q, "SELECT id FROM sessions WHERE status = 'completed' ORDER BY id")
	if err != nil {
		return err
	}
	if r.Instruments, err = changedTexts(ctx, q); err != nil {
		return err
	}
	if r.Unread, err = unreadParts(ctx, q); err != nil {
		return err
	}
	s := &Store{}
	for _, id := range ids {
		fits, err := s.fits(ctx, q, id)
		if err != nil {
			return err
		}
		if !fits {
			r.Mismatched = append(r.Mismatched, id)
		}
	}
	return nil
}

// changedTexts returns the ids of instruments whose text differs from its hash.
func changedTexts(ctx context.Context, q querier) ([]string, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, hash, text FROM instruments ORDER BY key")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id, hash, text string
		if err := rows.Scan(&id, &hash, &text); err != nil {
			return nil, err
		}
		if hashOf(text) != hash {
			ids = append(ids, id)
		}
	}
	return ids, rows.Err()
}

// unreadParts names the session and the part of every document that cannot be read.
func unreadParts(ctx context.Context, q querier) ([]string, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, name, text FROM documents JOIN sessions ON sessions.key = session
		ORDER BY session, name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var id string
		var part assess.Part
		var text []byte
		if err := rows.Scan(&id, &part, &text); err != nil {
			return nil, err
		}
		if decodePart(part, text, &assess.Dossier{}) != nil {
			out = append(out, id+" "+string(part))
		}
	}
	return out, rows.Err()
}

// fits reports whether a completed session is as it was sealed.
func (s *Store) fits(ctx context.Context, q querier, id string) (bool, error) {
	saved, err := one[string](ctx, q, "SELECT checksum FROM sessions WHERE id = ?", id)
	if err != nil {
		return false, err
	}
	ses, err := s.session(ctx, q, id)
	if codeOf(err) == Internal {
		return false, nil // its instrument can no longer be read
	}
	if err != nil {
		return false, err
	}
	sum, err := checksum(ses)
	return sum == saved, err
}
