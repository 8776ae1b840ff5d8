package data

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"luwes/assess"
)

var update = flag.Bool("update", false, "write the stored database of the newest schema anew")

// storedFile is the name of the stored database of a schema.
func storedFile(schema int) string {
	return filepath.Join("testdata", fmt.Sprintf("schema-%d.db", schema))
}

// oldFile copies the stored database of a schema to a folder of its own.
func oldFile(t *testing.T, schema int) string {
	t.Helper()
	b, err := os.ReadFile(storedFile(schema))
	mustDo(t, err)
	path := filepath.Join(t.TempDir(), "luwes.db")
	mustDo(t, os.WriteFile(path, b, 0o600))
	return path
}

// TestStoredFiles: what any release wrote can be read for ever, and what was
// completed then still fits its checksum.
func TestStoredFiles(t *testing.T) {
	if *update {
		store(t, storedFile(currentSchema.version))
	}
	for schema := 1; schema <= currentSchema.version; schema++ {
		t.Run(fmt.Sprint(schema), func(t *testing.T) {
			path := oldFile(t, schema)
			report, err := Examine(t.Context(), path)
			mustDo(t, err)
			if !report.Healthy() || report.Schema != schema {
				t.Errorf("before: got %+v", report)
			}
			s := openStore(t, path, options())
			got := mustSession(t, s, "stored")
			if len(got.Respondents) != 2 || len(got.Respondents[0].Entries) != 4 || got.Collecting() || got.Revealed.IsZero() {
				t.Errorf("got %+v", got)
			}
			if schema > 1 && (len(got.Hands) != 2 || len(got.Settlements) != 2 || got.Margin != 12.5 || !got.Locked ||
				got.Respondents[1].Phase != assess.Done || !got.Respondents[1].Consent) {
				t.Errorf("group work: got %+v", got)
			}
			for _, part := range assess.Parts { // a key of a release that is gone would have been refused
				if n := reflect.ValueOf(part.Of(&got.Dossier)).Elem().Len(); schema > 2 && n != 2 {
					t.Errorf("%s: got %d entries, want 2", part, n)
				}
			}
			mustDo(t, s.Close())
			report, err = Examine(t.Context(), path)
			mustDo(t, err)
			if !report.Healthy() || report.Schema != currentSchema.version {
				t.Errorf("got %+v", report)
			}
		})
	}
}

// store writes a database with everything that this schema keeps.
func store(t *testing.T, path string) {
	t.Helper()
	from, _ := built(t)
	s := openStore(t, from, options())
	ses := workshop(t)
	ses.ID, ses.Dossier = "stored", dossier()
	mustCreate(t, s, ses)
	mustDo(t, s.SetPIN(t.Context(), "stored", "1234"))
	mustDo(t, s.Complete(t.Context(), "stored"))
	mustDo(t, s.Close())
	b, err := os.ReadFile(from)
	mustDo(t, err)
	mustDo(t, os.WriteFile(path, b, 0o644))
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
	files := fstest.MapFS{}
	released, err := fs.Glob(currentSchema.files, "*.sql")
	mustDo(t, err)
	for _, name := range released {
		sql, err := fs.ReadFile(currentSchema.files, name)
		mustDo(t, err)
		files[name] = &fstest.MapFile{Data: sql}
	}
	for i, sql := range more {
		n := currentSchema.version + 1 + i
		sql = fmt.Sprintf("-- +goose Up\n%s; PRAGMA user_version = %d;", sql, n)
		files[fmt.Sprintf("%05d_later.sql", n)] = &fstest.MapFile{Data: []byte(sql)}
	}
	return &schema{files: files, version: currentSchema.version + len(more)}
}

const (
	next   = "ALTER TABLE sessions ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'"
	last   = "CREATE TABLE colours (name TEXT PRIMARY KEY) STRICT"
	broken = "CREATE TABLE colours (name TEXT PRIMARY KEY) STRICT; INSERT INTO colours VALUES (nowhere())"
)

func backupsBefore(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "luwes-before-*.db"))
	mustDo(t, err)
	return found
}

func TestUpgrade(t *testing.T) {
	t.Parallel()
	path := oldFile(t, currentSchema.version)
	before, err := os.ReadFile(path)
	mustDo(t, err)
	opt := options()
	opt.schema = later(t, next, last)
	s := openStore(t, path, opt)
	mustSession(t, s, "stored")
	if colour, err := one[string](t.Context(), s.current().read, "SELECT DISTINCT colour FROM sessions"); err != nil || colour != "blue" {
		t.Errorf("got %q, %v", colour, err)
	}
	mustDo(t, s.Close())
	copies := backupsBefore(t, path)
	prefix := fmt.Sprintf("luwes-before-%d-20261123-", opt.schema.version)
	if len(copies) != 1 || !strings.HasPrefix(filepath.Base(copies[0]), prefix) {
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
	wantFault(t, err, DatabaseNewer, 4, map[string]string{
		"found": fmt.Sprint(opt.schema.version), "known": fmt.Sprint(currentSchema.version)})
	if contents(t, filepath.Dir(path))["luwes.db"] != after || after == string(before) {
		t.Error("the newer file was touched")
	}
}

func TestStopBetweenTwoMigrationsIsResumed(t *testing.T) {
	t.Parallel()
	path := oldFile(t, currentSchema.version)
	opt := options()
	opt.schema = later(t, next, broken)
	_, err := Open(t.Context(), path, opt)
	wantCode(t, err, Internal)
	h, _, _, err := readHeader(path)
	mustDo(t, err)
	if want := currentSchema.version + 1; h.schema() != want {
		t.Errorf("got schema %d after the stop, want %d", h.schema(), want)
	}
	opt.schema = later(t, next, last)
	s := openStore(t, path, opt)
	mustSession(t, s, "stored")
	if n := len(backupsBefore(t, path)); n != 2 {
		t.Errorf("got %d copies, want one of each state", n)
	}
}

func TestReadingAnOlderSchemaChangesNothing(t *testing.T) {
	path := oldFile(t, 1)
	before := contents(t, filepath.Dir(path))
	opt := options()
	opt.ReadOnly = true
	_, err := Open(t.Context(), path, opt)
	wantFault(t, err, DatabaseOlder, 1, map[string]string{"found": "1", "known": fmt.Sprint(currentSchema.version)})
	sameContents(t, filepath.Dir(path), before)
}
