package data

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"modernc.org/sqlite"

	"luwes/assess"
)

// contents maps the files of a folder to their bytes.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		if e.Type().IsRegular() {
			b, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			all[e.Name()] = string(b)
		} else {
			all[e.Name()] = e.Type().String()
		}
	}
	return all
}

func sameContents(t *testing.T, dir string, before map[string]string) {
	t.Helper()
	after := contents(t, dir)
	for name, b := range before {
		if after[name] != b {
			t.Errorf("%s was touched", name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			t.Errorf("%s was left behind", name)
		}
	}
}

// builtOnce is the bytes of a database with one session, and its id.
var builtOnce = sync.OnceValues(func() (bytes []byte, id string) {
	dir, err := os.MkdirTemp("", "luwes-built-*")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	path, id, err := build(dir, Options{Now: clock(), NewID: ids()})
	if err != nil {
		panic(err)
	}
	if bytes, err = os.ReadFile(path); err != nil {
		panic(err)
	}
	return bytes, id
})

// built makes a closed database with one session in a folder of its own.
func built(t *testing.T) (path, id string) {
	t.Helper()
	b, id := builtOnce()
	path = filepath.Join(t.TempDir(), "luwes.db")
	mustDo(t, os.WriteFile(path, b, 0o600))
	return path, id
}

// patch writes bytes into a file.
func patch(t *testing.T, path string, offset int64, b []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(b, offset); err != nil {
		t.Fatal(err)
	}
}

func word(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// TestRefusedUntouched is every fault that can be seen before anything is
// opened. Opening, reading and examining leave all bytes as they are.
func TestRefusedUntouched(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		spoil  func(t *testing.T, path string)
		code   string
		exit   int
		values map[string]string
	}{
		{"not there", func(t *testing.T, path string) { mustDo(t, os.Remove(path)) }, DatabaseMissing, 1, nil},
		{"empty", func(t *testing.T, path string) { mustDo(t, os.Truncate(path, 0)) }, DatabaseMissing, 1, nil},
		{"directory", func(t *testing.T, path string) {
			mustDo(t, os.Remove(path))
			mustDo(t, os.Mkdir(path, 0o700))
		}, DatabaseDirectory, 1, nil},
		{"dangling link", func(t *testing.T, path string) {
			mustDo(t, os.Remove(path))
			mustDo(t, os.Symlink("/nowhere/luwes.db", path))
		}, DatabaseDangling, 1, map[string]string{"target": "/nowhere/luwes.db"}},
		{"text", func(t *testing.T, path string) {
			mustDo(t, os.WriteFile(path, []byte(strings.Repeat("Laporan triwulan — é\n", 20)), 0o600))
		}, NotADatabase, 4, map[string]string{"text": "yes"}},
		{"other bytes", func(t *testing.T, path string) {
			mustDo(t, os.WriteFile(path, bytes.Repeat([]byte{0x89, 'P', 'N', 'G', 0}, 100), 0o600))
		}, NotADatabase, 4, map[string]string{"text": ""}},
		{"short text", func(t *testing.T, path string) { mustDo(t, os.WriteFile(path, []byte("hai"), 0o600)) },
			NotADatabase, 4, map[string]string{"text": "yes"}},
		{"magic damaged", func(t *testing.T, path string) { patch(t, path, 0, []byte("########")) }, HeaderDamaged, 4, nil},
		{"page size damaged", func(t *testing.T, path string) { patch(t, path, 16, []byte{0x12, 0x34}) }, HeaderDamaged, 4, nil},
		{"newer file format", func(t *testing.T, path string) { patch(t, path, 18, []byte{3, 3}) }, FormatNewer, 4, nil},
		{"another program's", func(t *testing.T, path string) { patch(t, path, 68, word(0x0f055112)) }, DatabaseForeign, 4, nil},
		{"without application id", func(t *testing.T, path string) { patch(t, path, 68, word(0)) }, DatabaseForeign, 4, nil},
		{"newer schema", func(t *testing.T, path string) { patch(t, path, 60, word(99)) }, DatabaseNewer, 4,
			map[string]string{"found": "99", "known": fmt.Sprint(currentSchema.version)}},
		{"cut", func(t *testing.T, path string) { mustDo(t, os.Truncate(path, 3*4096)) }, DatabaseCut, 4, map[string]string{"size": "12288"}},
		{"cut in the header", func(t *testing.T, path string) { mustDo(t, os.Truncate(path, 60)) }, DatabaseCut, 4, nil},
		{"cut in the magic", func(t *testing.T, path string) { mustDo(t, os.Truncate(path, 7)) }, DatabaseCut, 4, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path, _ := built(t)
			tc.spoil(t, path)
			before := contents(t, filepath.Dir(path))
			for _, opt := range []Options{{}, {ReadOnly: true}, {ReadOnly: true, Create: true}} {
				_, err := Open(t.Context(), path, opt)
				wantFault(t, err, tc.code, tc.exit, tc.values)
			}
			_, err := Examine(t.Context(), path)
			wantFault(t, err, tc.code, tc.exit, tc.values)
			sameContents(t, filepath.Dir(path), before)
		})
	}
}

func wantFault(t *testing.T, err error, code string, exit int, values map[string]string) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) {
		t.Fatalf("got %v, want the fault %s", err, code)
	}
	if f.Code != code || f.Exit() != exit {
		t.Errorf("got %s, exit %d, want %s, exit %d", f, f.Exit(), code, exit)
	}
	if f.Values["path"] == "" {
		t.Errorf("%s names no path", code)
	}
	for k, v := range values {
		if f.Values[k] != v {
			t.Errorf("%s: got %s %q, want %q", code, k, f.Values[k], v)
		}
	}
}

func TestEmptyFileIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "luwes.db")
	mustDo(t, os.WriteFile(path, nil, 0o644))
	s := openStore(t, path, options())
	mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.Close())
	info, err := os.Stat(path)
	mustDo(t, err)
	if info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("got mode %v, want 0600", info.Mode())
	}
}

func TestLogWithoutDatabaseIsNotReplayed(t *testing.T) {
	path, id := image(t, func(s *Store, id string) {})
	mustDo(t, os.Remove(path))
	s := openStore(t, path, options())
	if _, err := s.Session(t.Context(), id); codeOf(err) != SessionUnknown {
		t.Errorf("got %v", err)
	}
	mustDo(t, s.QuickCheck(t.Context()))
	if kept, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "luwes-kept-*-wal")); len(kept) != 1 {
		t.Errorf("the old log was not kept: %v", kept)
	}
}

// image copies database and log of a store that is still open to a folder of
// its own, as a power cut would leave them.
func image(t *testing.T, write func(s *Store, id string)) (path, id string) {
	t.Helper()
	s := newStore(t)
	id = mustCreate(t, s, group(t, "a", "2026-01-01"))
	write(s, id)
	path = filepath.Join(t.TempDir(), "luwes.db")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(s.Path() + end)
		mustDo(t, err)
		mustDo(t, os.WriteFile(path+end, b, 0o600))
	}
	return path, id
}

func TestNewerSchemaInTheLogOnly(t *testing.T) {
	path, _ := image(t, func(s *Store, _ string) { mustDo(t, s.current().pragma("PRAGMA user_version = 99")) })
	before := contents(t, filepath.Dir(path))
	_, err := Open(t.Context(), path, Options{})
	wantFault(t, err, DatabaseNewer, 4, map[string]string{"found": "99"})
	after := contents(t, filepath.Dir(path))
	if after["luwes.db"] != before["luwes.db"] || after["luwes.db-wal"] != before["luwes.db-wal"] {
		t.Error("the file or its log was touched")
	}
}

func TestLogIsReplayed(t *testing.T) {
	path, id := image(t, func(s *Store, id string) { mustDo(t, s.Save(t.Context(), id, "R009", "", answer("S1", 5))) })
	s := openStore(t, path, options())
	if got := len(mustSession(t, s, id).Respondents); got != 3 {
		t.Errorf("got %d respondents, want 3", got)
	}
}

// TestLogMissing: nobody can see that a log is missing; the newest answers are
// not there and everything else is.
func TestLogMissing(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.current().pragma("PRAGMA wal_checkpoint(TRUNCATE)"))
	mustDo(t, s.Save(t.Context(), id, "R009", "", answer("S1", 5)))
	b, err := os.ReadFile(s.Path())
	mustDo(t, err)
	path := filepath.Join(t.TempDir(), "luwes.db")
	mustDo(t, os.WriteFile(path, b, 0o600))
	copied := openStore(t, path, options())
	if got := len(mustSession(t, copied, id).Respondents); got != 2 {
		t.Errorf("got %d respondents, want 2", got)
	}
}

// TestLogDamaged: what stands before the damage is there, and the file is sound.
func TestLogDamaged(t *testing.T) {
	path, id := image(t, func(s *Store, id string) {
		for n := range 5 {
			mustDo(t, s.Save(t.Context(), id, fmt.Sprint("P", n), "", answer("S1", 5)))
		}
	})
	info, err := os.Stat(path + "-wal")
	mustDo(t, err)
	patch(t, path+"-wal", info.Size()-2000, []byte{0xde, 0xad, 0xbe, 0xef})
	s := openStore(t, path, options())
	mustDo(t, s.QuickCheck(t.Context()))
	if got := len(mustSession(t, s, id).Respondents); got != 6 {
		t.Errorf("got %d respondents, want 6", got)
	}
	mustDo(t, s.Save(t.Context(), id, "P4", "", answer("S1", 5)))
}

func TestPageDamaged(t *testing.T) {
	t.Parallel()
	path, id := built(t)
	s := openStore(t, path, options())
	ses := group(t, "a", "2026-01-01")
	ses.ID, ses.Respondents = "large", nil
	for i := range 200 {
		ses.Respondents = append(ses.Respondents, assess.Respondent{ID: fmt.Sprint("R", i), Entries: []assess.Entry{{Item: "S1", Note: big(400)}}})
	}
	mustCreate(t, s, ses)
	mustDo(t, s.Close())
	backup := filepath.Join(filepath.Dir(path), "cadangan.db")
	b, err := os.ReadFile(path)
	mustDo(t, err)
	mustDo(t, os.WriteFile(backup, b, 0o600))
	for p := int64(22); p < int64(len(b))/4096; p += 3 {
		patch(t, path, p*4096, bytes.Repeat([]byte{0xa5}, 64))
	}
	s = openStore(t, path, options())
	err = s.QuickCheck(t.Context())
	wantFault(t, err, DatabaseDamaged, 4, map[string]string{"backup": backup})
	err = s.Save(t.Context(), id, "R1", "", answer("S1", 3))
	wantFault(t, err, DatabaseDamaged, 4, map[string]string{"backup": backup})
	mustDo(t, s.Close())
	report, err := Examine(t.Context(), path)
	wantFault(t, err, DatabaseDamaged, 4, nil)
	if report.Healthy() || len(report.Integrity) == 0 {
		t.Errorf("got %+v", report)
	}
}

func TestDiskFullWhileSaving(t *testing.T) {
	t.Parallel()
	path, id := built(t)
	opt := options()
	opt.pages = 60
	s := openStore(t, path, opt)
	saved := 0
	var err error
	for ; err == nil; saved++ {
		err = s.Save(t.Context(), id, fmt.Sprint("R", saved), "", assess.Entry{Item: "S1", Answer: assess.At(2), Note: big(2000)})
	}
	saved--
	wantFault(t, err, DiskFull, 1, nil)
	var f *Fault
	if errors.As(err, &f); !f.Temporary() || f.Values["free"] == "" {
		t.Errorf("got %v, temporary %t", f, f.Temporary())
	}
	if got := len(mustSession(t, s, id).Respondents); got != saved || saved == 0 {
		t.Errorf("got %d respondents, want %d", got, saved)
	}
	mustDo(t, s.current().pragma("PRAGMA max_page_count = 10000")) // there is room again
	mustDo(t, s.Save(t.Context(), id, fmt.Sprint("R", saved), "", assess.Entry{Item: "S1", Answer: assess.At(2), Note: big(2000)}))
	if got := len(mustSession(t, s, id).Respondents); got != saved+1 {
		t.Errorf("got %d respondents, want %d", got, saved+1)
	}
}

// other opens a connection of another program to the file.
func other(t *testing.T, path string, pragmas string) *sql.Conn {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=rw"+pragmas)
	mustDo(t, err)
	conn, err := db.Conn(t.Context())
	mustDo(t, err)
	t.Cleanup(func() {
		_ = conn.Close()
		_ = db.Close()
	})
	return conn
}

func run(t *testing.T, conn *sql.Conn, query string) {
	t.Helper()
	if _, err := conn.ExecContext(context.Background(), query); err != nil {
		t.Fatal(err)
	}
}

func TestAnotherProgramWrites(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	conn := other(t, s.Path(), "")
	run(t, conn, "BEGIN IMMEDIATE")
	err := s.Save(t.Context(), id, "R001", "", answer("S1", 3))
	wantFault(t, err, DatabaseBusy, 4, nil)
	if f := new(Fault); !errors.As(err, &f) || !f.Temporary() {
		t.Errorf("%v is not temporary", err)
	}
	run(t, conn, "COMMIT")
	mustDo(t, s.Save(t.Context(), id, "R001", "", answer("S1", 3)))
}

func TestExclusiveLock(t *testing.T) {
	path, _ := built(t)
	conn := other(t, path, "&_pragma=locking_mode(EXCLUSIVE)")
	run(t, conn, "BEGIN EXCLUSIVE")
	opt := options()
	_, err := Open(t.Context(), path, opt)
	wantFault(t, err, DatabaseLocked, 4, nil)
	run(t, conn, "ROLLBACK")
}

func TestConstraintIsOurFault(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	err := s.Save(t.Context(), id, "R001", "", answer("S1", 12))
	wantFault(t, err, Internal, 1, map[string]string{"sqlite": "275"})
	mustDo(t, s.Save(t.Context(), id, "R001", "", answer("S1", 3)))
}

// sqliteError gives the driver's own error for a result code.
func sqliteError(t *testing.T, code int) error {
	t.Helper()
	e := &sqlite.Error{}
	setCode(e, code)
	if e.Code() != code {
		t.Fatal("the driver's error has another form")
	}
	return fmt.Errorf("commit: %w", e)
}

func TestCodes(t *testing.T) {
	path, _ := built(t)
	for _, tc := range []struct {
		sqlite    int
		when      moment
		code      string
		exit      int
		temporary bool
	}{
		{5, opening, DatabaseLocked, 4, true},
		{5, working, DatabaseBusy, 4, true},
		{261, working, DatabaseBusy, 4, true},
		{517, working, DatabaseBusy, 4, true},
		{6, working, DatabaseBusy, 4, true},
		{8, opening, DatabaseReadonly, 1, false},
		{1032, working, DatabaseReplaced, 1, true},
		{1544, opening, FolderReadonly, 1, false},
		{10, working, DiskFailing, 1, false},
		{522, working, DatabaseCut, 4, false},
		{778, working, DiskFailing, 1, false},
		{1034, working, DiskFailing, 1, false},
		{4874, opening, DiskFailing, 1, false},
		{11, working, DatabaseDamaged, 4, false},
		{13, working, DiskFull, 1, true},
		{26, opening, NotADatabase, 4, false},
		{275, working, Internal, 1, false},
		{787, working, Internal, 1, false},
		{1299, working, Internal, 1, false},
		{3091, working, Internal, 1, false},
		{1, working, Internal, 1, false},
	} {
		err := diagnose(sqliteError(t, tc.sqlite), path, tc.when)
		wantFault(t, err, tc.code, tc.exit, nil)
		var f *Fault
		if errors.As(err, &f); f.Temporary() != tc.temporary {
			t.Errorf("%d: got temporary %t", tc.sqlite, f.Temporary())
		}
	}
}

func TestFailingSyncStopsSaving(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	wantCode(t, s.fault(sqliteError(t, 1034)), DiskFailing)
	err := s.Save(t.Context(), id, "R001", "", answer("S1", 3))
	wantFault(t, err, DiskFailing, 1, nil)
	mustSession(t, s, id) // reading goes on
}

func TestEveryCodeIsListedOnce(t *testing.T) {
	src, err := os.ReadFile("faults.go")
	mustDo(t, err)
	codes := Codes()
	for i, code := range codes {
		if slices.Contains(codes[:i], code) {
			t.Errorf("%s is listed twice", code)
		}
		if n := strings.Count(string(src), fmt.Sprintf("= %q", code)); n != 1 {
			t.Errorf("%s is declared %d times", code, n)
		}
	}
	declared := strings.Count(string(src[:bytes.Index(src, []byte("// traits"))]), `= "`)
	if declared != len(codes) {
		t.Errorf("%d codes are declared, %d listed", declared, len(codes))
	}
}

// assertNowhere looks for a text in the bytes of a database and its log.
func assertNowhere(t *testing.T, path, text string) {
	t.Helper()
	for name, b := range contents(t, filepath.Dir(path)) {
		if strings.Contains(b, text) {
			t.Errorf("%s still holds %q", name, text)
		}
	}
}

// A table that another program took out is damage, to the doctor and to whoever
// works: a backup helps, and nothing of luwes went wrong.
func TestTableMissing(t *testing.T) {
	t.Parallel()
	path, id := built(t)
	db, err := sql.Open("sqlite", path)
	mustDo(t, err)
	tables, err := checkLines(t.Context(), db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'goose%'")
	mustDo(t, err)
	mustDo(t, db.Close())
	if len(tables) < 10 {
		t.Fatalf("a new database has the tables %v", tables)
	}
	for _, table := range tables {
		path, _ := built(t)
		db, err := sql.Open("sqlite", path)
		mustDo(t, err)
		_, err = db.ExecContext(t.Context(), "DROP TABLE "+table)
		mustDo(t, err)
		mustDo(t, db.Close())
		_, err = Examine(t.Context(), path)
		wantFault(t, err, DatabaseDamaged, 4, nil)
		if table != "answers" {
			continue
		}
		s := openStore(t, path, options())
		_, err = s.Session(t.Context(), id)
		wantFault(t, err, DatabaseDamaged, 4, nil)
		mustDo(t, s.Close())
	}
}
