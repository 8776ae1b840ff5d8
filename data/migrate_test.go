package data

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write testdata/schema-1.db anew")

// oldFile copies the stored database of the first schema to a folder of its own.
func oldFile(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "schema-1.db"))
	mustDo(t, err)
	path := filepath.Join(t.TempDir(), "luwes.db")
	mustDo(t, os.WriteFile(path, b, 0o600))
	return path
}

// TestStoredFile: what the first release wrote can be read for ever.
func TestStoredFile(t *testing.T) {
	if *update {
		path, _ := built(t)
		s := openStore(t, path, options())
		ses := group(t, "Penilaian", "2026-11-23")
		ses.ID = "stored"
		mustCreate(t, s, ses)
		mustDo(t, s.Complete(t.Context(), "stored"))
		mustDo(t, s.Close())
		b, err := os.ReadFile(path)
		mustDo(t, err)
		mustDo(t, os.WriteFile(filepath.Join("testdata", "schema-1.db"), b, 0o644))
	}
	path := oldFile(t)
	s := openStore(t, path, options())
	if got := mustSession(t, s, "stored"); len(got.Respondents) != 2 || len(got.Respondents[0].Entries) != 4 {
		t.Errorf("got %+v", got)
	}
	mustDo(t, s.Close())
	report, err := Examine(t.Context(), path)
	mustDo(t, err)
	if !report.Healthy() || report.Schema != currentSchema.version {
		t.Errorf("got %+v", report)
	}
}

func TestSchemaNumberIsThatOfTheLastMigration(t *testing.T) {
	files, err := fs.Glob(currentSchema.files, "*.sql")
	mustDo(t, err)
	if len(files) != currentSchema.version {
		t.Errorf("%d migrations, schema number %d", len(files), currentSchema.version)
	}
}

// later adds migrations that are not written yet.
func later(t *testing.T, more ...string) *schema {
	t.Helper()
	first, err := fs.ReadFile(currentSchema.files, "00001_start.sql")
	mustDo(t, err)
	files := fstest.MapFS{"00001_start.sql": {Data: first}}
	for i, sql := range more {
		files["0000"+string(rune('2'+i))+"_later.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + sql)}
	}
	return &schema{files: files, version: 1 + len(more)}
}

const (
	second = "ALTER TABLE sessions ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'; PRAGMA user_version = 2;"
	third  = "CREATE TABLE colours (name TEXT PRIMARY KEY) STRICT; PRAGMA user_version = 3;"
	broken = "CREATE TABLE colours (name TEXT PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1); PRAGMA user_version = 3;"
)

func backupsBefore(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "luwes-before-*.db"))
	mustDo(t, err)
	return found
}

func TestUpgrade(t *testing.T) {
	t.Parallel()
	path := oldFile(t)
	before, err := os.ReadFile(path)
	mustDo(t, err)
	opt := options()
	opt.schema = later(t, second, third)
	s := openStore(t, path, opt)
	mustSession(t, s, "stored")
	if colour, err := one[string](t.Context(), s.current().read, "SELECT DISTINCT colour FROM sessions"); err != nil || colour != "blue" {
		t.Errorf("got %q, %v", colour, err)
	}
	mustDo(t, s.Close())
	copies := backupsBefore(t, path)
	if len(copies) != 1 || filepath.Base(copies[0])[:len("luwes-before-3-20261123-")] != "luwes-before-3-20261123-" {
		t.Fatalf("got %v", copies)
	}
	old := openStore(t, copies[0], options()) // the copy opens with the program of before
	mustSession(t, old, "stored")
	s = openStore(t, path, opt)
	mustDo(t, s.Close())
	if n := len(backupsBefore(t, path)); n != 1 {
		t.Errorf("a file of this schema was copied again: %d", n)
	}
	after := contents(t, filepath.Dir(path))["luwes.db"]
	_, err = Open(t.Context(), path, options())
	wantFault(t, err, DatabaseNewer, 4, map[string]string{"found": "3", "known": "1"})
	if contents(t, filepath.Dir(path))["luwes.db"] != after || after == string(before) {
		t.Error("the newer file was touched")
	}
}

func TestStopBetweenTwoMigrationsIsResumed(t *testing.T) {
	t.Parallel()
	path := oldFile(t)
	opt := options()
	opt.schema = later(t, second, broken)
	_, err := Open(t.Context(), path, opt)
	wantCode(t, err, Internal)
	h, _, _, err := readHeader(path)
	mustDo(t, err)
	if h.schema() != 2 {
		t.Errorf("got schema %d after the stop, want 2", h.schema())
	}
	opt.schema = later(t, second, third)
	s := openStore(t, path, opt)
	mustSession(t, s, "stored")
	if n := len(backupsBefore(t, path)); n != 2 {
		t.Errorf("got %d copies, want one of each state", n)
	}
}

func TestReadingAnOlderSchemaChangesNothing(t *testing.T) {
	path := oldFile(t)
	before := contents(t, filepath.Dir(path))
	opt := options()
	opt.schema, opt.ReadOnly = later(t, second), true
	_, err := Open(t.Context(), path, opt)
	wantFault(t, err, DatabaseReadonly, 1, nil)
	sameContents(t, filepath.Dir(path), before)
}
