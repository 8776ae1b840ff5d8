//go:build unix

package main_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

// These are the rows of the fault table that only an open interface meets: what
// the screen says, in the words of the person, and that no answer is lost.

func TestAnotherProgramWritesWhileAnswering(t *testing.T) {
	t.Parallel()
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, answering)
	term.begin()
	other, err := sql.Open("sqlite", "file:"+db+"?_txlock=immediate&_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	writing, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	term.press("4")
	term.await(`1 jawaban BELUM tersimpan.*Program lain sedang menulis ke .*luwes\.db`)
	term.press("5")
	term.await(`2 jawaban BELUM tersimpan`)
	if err := writing.Rollback(); err != nil {
		t.Fatal(err)
	}
	term.await(`✓ tersimpan`)
	if _, got := levels(t, db); got != "45" {
		t.Errorf("answers on disk are %s, want 45", got)
	}
}

func TestDatabaseDeletedWhileAnswering(t *testing.T) {
	t.Parallel()
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, answering)
	term.begin()
	term.press("4")
	term.await(`1 terjawab.*✓ tersimpan`)
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(db + ending); err != nil {
			t.Fatal(err)
		}
	}
	term.press("5")
	term.await(`dihapus atau diganti selagi terbuka; isinya diselamatkan ke`)
	term.press("3")
	term.await(`3 terjawab.*✓ tersimpan`)
	saved, err := filepath.Glob(filepath.Join(filepath.Dir(db), "*rescued*.db"))
	if err != nil || len(saved) != 1 {
		t.Fatalf("rescued files are %v (%v), want one", saved, err)
	}
	if _, got := levels(t, saved[0]); got != "453" {
		t.Errorf("answers in the rescued file are %s, want 453", got)
	}
}
