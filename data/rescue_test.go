package data

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// taken is a store with one session whose file is about to be taken away.
func taken(t *testing.T) (s *Store, id string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away here")
	}
	s = newStore(t)
	id = mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustSession(t, s, id) // a reader is connected
	return s, id
}

// wantRescued finds everything in a new file, told once.
func wantRescued(t *testing.T, s *Store, id, from string, respondents int) {
	t.Helper()
	_, err := s.Poll(t.Context())
	wantFault(t, err, DatabaseReplaced, 1, map[string]string{"path": from})
	var f *Fault
	errors.As(err, &f)
	if f.Values["rescued"] == "" || f.Values["rescued"] != s.Path() || s.Path() == from {
		t.Errorf("got rescued %q, path %q", f.Values["rescued"], s.Path())
	}
	if _, err := s.Poll(t.Context()); err != nil {
		t.Errorf("told twice: %v", err)
	}
	mustDo(t, s.Save(t.Context(), id, "later", "", answer("S1", 1)))
	mustDo(t, s.Close())
	again := openStore(t, s.Path(), options())
	if got := len(mustSession(t, again, id).Respondents); got != respondents+1 {
		t.Errorf("got %d respondents, want %d", got, respondents+1)
	}
}

func TestDeletedWhileOpen(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	mustDo(t, os.Remove(path))
	wantRescued(t, s, id, path, 2)
	if want := filepath.Join(filepath.Dir(path), "luwes-rescued-20261123-"); s.Path()[:len(want)] != want {
		t.Errorf("got %s, want %s…", s.Path(), want)
	}
}

func TestDeletedWithItsLogAndThenSaved(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	for _, end := range []string{"", "-wal", "-shm"} {
		mustDo(t, os.Remove(path+end))
	}
	mustDo(t, s.Save(t.Context(), id, "R003", "", answer("S1", 2))) // before anybody has polled
	wantRescued(t, s, id, path, 3)
}

// TestReplacedWhileOpen puts another database in place, with a log that belongs
// to it and must survive.
func TestReplacedWhileOpen(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	newer, _ := image(t, func(*Store, string) {})
	for _, end := range []string{"", "-wal"} {
		mustDo(t, os.Rename(newer+end, path+end))
	}
	mustDo(t, os.Remove(path+"-shm"))
	before := contents(t, filepath.Dir(path))
	mustDo(t, s.Save(t.Context(), id, "R003", "", answer("S1", 2)))
	wantRescued(t, s, id, path, 3)
	after := contents(t, filepath.Dir(path))
	for _, name := range []string{"luwes.db", "luwes.db-wal"} {
		if before[name] != after[name] {
			t.Errorf("%s of the other database was touched", name)
		}
	}
}

func TestFolderDeletedWhileOpen(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	mustDo(t, os.RemoveAll(filepath.Dir(path)))
	wantRescued(t, s, id, path, 2)
	if filepath.Dir(s.Path()) != home {
		t.Errorf("got %s, want it in %s", s.Path(), home)
	}
}

func TestNowhereToRescueTo(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	gone := filepath.Join(t.TempDir(), "gone")
	for _, name := range []string{"HOME", "USERPROFILE", "TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, gone)
	}
	mustDo(t, os.RemoveAll(filepath.Dir(path)))
	err := s.Save(t.Context(), id, "R003", "", answer("S1", 2))
	wantFault(t, err, DatabaseReplaced, 1, map[string]string{"rescued": ""})
	if f := new(Fault); !errors.As(err, &f) || !f.Temporary() {
		t.Error("not temporary")
	}
	_, err = s.Poll(t.Context())
	wantFault(t, err, DatabaseReplaced, 1, map[string]string{"rescued": ""})
	mustDo(t, os.Mkdir(filepath.Dir(path), 0o700))
	mustDo(t, s.Save(t.Context(), id, "R003", "", answer("S1", 2)))
	wantRescued(t, s, id, path, 3)
}

func TestDeletedAndClosed(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	mustDo(t, os.Remove(path))
	wantFault(t, s.Close(), DatabaseReplaced, 1, map[string]string{"path": path})
	mustSession(t, openStore(t, s.Path(), options()), id)
}
