package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func TestBackupWhileInUse(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	target := filepath.Join(t.TempDir(), "cadangan.db")
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := range 50 {
			if err := s.Save(t.Context(), id, fmt.Sprint("P", n), "", answer("S1", 3)); err != nil {
				t.Error(err)
			}
		}
	})
	mustDo(t, s.Backup(t.Context(), target))
	wg.Wait()
	info, err := os.Stat(target)
	mustDo(t, err)
	if info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("got mode %v", info.Mode())
	}
	report, err := Examine(t.Context(), target)
	mustDo(t, err)
	if !report.Healthy() || report.Sessions != 1 {
		t.Errorf("got %+v", report)
	}
	before := contents(t, filepath.Dir(target))
	err = s.Backup(t.Context(), target)
	wantFault(t, err, BackupExists, 1, map[string]string{"path": target})
	sameContents(t, filepath.Dir(target), before)
	err = s.Backup(t.Context(), filepath.Join(filepath.Dir(target), "none", "x.db"))
	wantFault(t, err, FolderMissing, 1, nil)
	mustDo(t, s.Save(t.Context(), id, "later", "", answer("S1", 3)))
}

func TestRestore(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	path := s.Path()
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	want := mustSession(t, s, id)
	backup := filepath.Join(t.TempDir(), "cadangan.db")
	mustDo(t, s.Backup(t.Context(), backup))
	mustDo(t, s.Save(t.Context(), id, "R009", "", answer("S1", 3)))
	before := contents(t, filepath.Dir(backup))

	_, err := Restore(t.Context(), path, backup, options())
	wantFault(t, err, DatabaseLocked, 4, map[string]string{"path": path})
	mustDo(t, s.Save(t.Context(), id, "R010", "", answer("S1", 3))) // it is still in use
	mustDo(t, s.Close())

	kept, err := Restore(t.Context(), path, backup, options())
	mustDo(t, err)
	if want := filepath.Join(filepath.Dir(path), "luwes-kept-20261123-"); !strings.HasPrefix(kept, want) {
		t.Errorf("got %q, want %s…", kept, want)
	}
	sameContents(t, filepath.Dir(backup), before)
	s = openStore(t, path, options())
	if got := mustSession(t, s, id); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := mustSession(t, openStore(t, kept, options()), id); len(got.Respondents) != 4 {
		t.Errorf("the kept file has %d respondents, want 4", len(got.Respondents))
	}
	fresh := filepath.Join(t.TempDir(), "luwes.db")
	kept, err = Restore(t.Context(), fresh, backup, options())
	if mustDo(t, err); kept != "" {
		t.Errorf("got kept %q", kept)
	}
	mustSession(t, openStore(t, fresh, options()), id)
}

func TestRestoreOverADamagedFile(t *testing.T) {
	path, _ := image(t, func(*Store, string) {})
	backup, id := built(t)
	log, err := os.ReadFile(path + "-wal")
	mustDo(t, err)
	patch(t, path, 0, []byte("################"))
	kept, err := Restore(t.Context(), path, backup, options())
	mustDo(t, err)
	if got, err := os.ReadFile(kept + "-wal"); err != nil || string(got) != string(log) {
		t.Errorf("the log of the damaged file was not kept: %v", err)
	}
	mustSession(t, openStore(t, path, options()), id)
}

func TestRestoreMigratesTheCopy(t *testing.T) {
	from := oldFile(t, 1)
	before := contents(t, filepath.Dir(from))
	opt := options()
	opt.schema = later(t, next)
	path := filepath.Join(t.TempDir(), "luwes.db")
	_, err := Restore(t.Context(), path, from, opt)
	mustDo(t, err)
	sameContents(t, filepath.Dir(from), before)
	mustSession(t, openStore(t, path, opt), "stored")
	if n := len(backupsBefore(t, path)); n != 0 {
		t.Errorf("got %d copies of a file that is one", n)
	}
}

func TestBadBackups(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		spoil  func(t *testing.T, path string)
		reason string
		exit   int
	}{
		{"missing", func(t *testing.T, path string) { mustDo(t, os.Remove(path)) }, DatabaseMissing, 1},
		{"text", func(t *testing.T, path string) { mustDo(t, os.WriteFile(path, []byte("halo"), 0o600)) }, NotADatabase, 4},
		{"foreign", func(t *testing.T, path string) { patch(t, path, 68, word(7)) }, DatabaseForeign, 4},
		{"newer", func(t *testing.T, path string) { patch(t, path, 60, word(7)) }, DatabaseNewer, 4},
		{"cut", func(t *testing.T, path string) { mustDo(t, os.Truncate(path, 3*4096)) }, DatabaseCut, 4},
		{"damaged", func(t *testing.T, path string) { patch(t, path, 3*4096, make([]byte, 4096)) }, DatabaseDamaged, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			from, _ := built(t)
			tc.spoil(t, from)
			path, id := built(t)
			before := contents(t, filepath.Dir(path))
			_, err := Restore(t.Context(), path, from, options())
			wantFault(t, err, BackupBad, tc.exit, map[string]string{"path": from, "reason": tc.reason})
			sameContents(t, filepath.Dir(path), before)
			mustSession(t, openStore(t, path, options()), id)
		})
	}
	path, _ := built(t)
	_, err := Restore(t.Context(), path, path, options())
	wantFault(t, err, BackupBad, 1, map[string]string{"reason": "same-file"})
	foreign, _ := built(t)
	patch(t, foreign, 68, word(7))
	_, err = Restore(t.Context(), foreign, path, options())
	wantFault(t, err, DatabaseForeign, 4, map[string]string{"path": foreign})
}

func TestSetAside(t *testing.T) {
	path, id := image(t, func(*Store, string) {})
	to, err := SetAside(path)
	mustDo(t, err)
	if exists(path) || exists(path+"-wal") {
		t.Error("it still stands there")
	}
	mustSession(t, openStore(t, to, options()), id)
	if newestBackup(path) != "" {
		t.Error("a damaged file is offered as a backup")
	}
	_, err = SetAside(path)
	wantFault(t, err, DatabaseMissing, 1, nil)
}

func TestExamine(t *testing.T) {
	t.Parallel()
	path, id := built(t)
	s := openStore(t, path, options())
	mustDo(t, s.Save(t.Context(), id, "R1", "", assessNote("rahasia")))
	mustDo(t, s.Complete(t.Context(), id))
	second := group(t, "b", "2026-01-01")
	second.ID = "second"
	binned := mustCreate(t, s, second)
	mustDo(t, s.Delete(t.Context(), binned))
	report, err := Examine(t.Context(), path) // while it is open
	mustDo(t, err)
	if report.LogSize == 0 || report.JournalMode != "wal" || !report.Healthy() {
		t.Errorf("got %+v", report)
	}
	mustDo(t, s.Close())

	before := contents(t, filepath.Dir(path))
	report, err = Examine(t.Context(), path)
	mustDo(t, err)
	sameContents(t, filepath.Dir(path), before)
	if report.Sessions != 1 || report.Binned != 1 || report.Respondents != 3 || report.Answers != 5 || !report.Healthy() ||
		report.Size == 0 || report.LogSize != 0 || report.Pages*report.PageSize != report.Size || report.Mode.Perm() != 0o600 && runtime.GOOS != "windows" ||
		report.Schema != currentSchema.version || report.SQLite == "" || report.FreeSpace == 0 {
		t.Errorf("got %+v", report)
	}

	at := int64(strings.Index(before["luwes.db"], "rahasia"))
	patch(t, path, at, []byte("R"))
	report, err = Examine(t.Context(), path)
	mustDo(t, err)
	if report.Healthy() || !reflect.DeepEqual(report.Mismatched, []string{id}) || report.Integrity[0] != "ok" {
		t.Errorf("a changed byte was not found: %+v", report)
	}
	if f := new(Fault); errors.As(err, &f) {
		t.Error(f)
	}
}
