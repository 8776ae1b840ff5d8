package data

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"luwes/assess"
)

func TestPragmasOfEveryConnection(t *testing.T) {
	s := newStore(t)
	f := s.current()
	for _, tc := range []struct {
		pragma      string
		write, read int
	}{
		{"synchronous", 2, 2}, {"fullfsync", 1, 1}, {"foreign_keys", 1, 1}, {"trusted_schema", 0, 0},
		{"cell_size_check", 1, 1}, {"busy_timeout", 50, 50}, {"query_only", 0, 1},
	} {
		for what, q := range map[string]querier{"write": f.write, "read": f.read} {
			want := tc.write
			if what == "read" {
				want = tc.read
			}
			got, err := one[int](t.Context(), q, "PRAGMA "+tc.pragma)
			mustDo(t, err)
			if got != want {
				t.Errorf("%s of %s: got %d, want %d", tc.pragma, what, got, want)
			}
		}
	}
	if mode, err := one[string](t.Context(), f.read, "PRAGMA journal_mode"); err != nil || mode != "wal" {
		t.Errorf("got journal mode %q, %v", mode, err)
	}
}

func TestOddPaths(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a b.db", "50%41.db", "what?mode=ro.db", "a#b&c=d.db", "Bübën 县.db"} {
		if runtime.GOOS == "windows" && strings.Contains(name, "?") {
			continue
		}
		path := filepath.Join(t.TempDir(), name)
		s := openStore(t, path, options())
		mustCreate(t, s, group(t, "a", "2026-01-01"))
		mustDo(t, s.Close())
		entries, err := os.ReadDir(filepath.Dir(path))
		mustDo(t, err)
		if len(entries) != 1 || entries[0].Name() != name {
			t.Errorf("%s: got %v", name, entries)
		}
	}
}

// TestGroupCommit: 200 people save 10 answers each at once.
func TestGroupCommit(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ses := group(t, "a", "2026-01-01")
	ses.Respondents = nil
	id := mustCreate(t, s, ses)
	const people, answers = 200, 10
	var wg sync.WaitGroup
	for p := range people {
		wg.Go(func() {
			for a := range answers {
				e := assess.Entry{Item: []string{"S1", "S2", "S3", "C1", "C2"}[a%5], Round: 1 + a/5, Answer: assess.At(1 + (p+a)%5)}
				if err := s.Save(t.Context(), id, fmt.Sprint("R", p), "", e); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	mustDo(t, s.Close())
	got := mustSession(t, openStore(t, s.Path(), options()), id)
	if len(got.Respondents) != people {
		t.Fatalf("got %d respondents, want %d", len(got.Respondents), people)
	}
	for _, r := range got.Respondents {
		if len(r.Entries) != answers {
			t.Errorf("%s: got %d entries, want %d", r.ID, len(r.Entries), answers)
		}
	}
}

func TestAPanicStaysInItsJob(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	release := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { // keeps the writer busy until the others wait together
		_ = s.change(t.Context(), "wait", func(*batch) error { <-release; return nil })
	})
	var saved, paniced, refused error
	wg.Go(func() { saved = s.Save(t.Context(), id, "R001", "", answer("S1", 2)) })
	wg.Go(func() {
		paniced = s.change(t.Context(), "panic", func(b *batch) error {
			_ = b.exec("UPDATE sessions SET title = 'gone'")
			panic("mistake")
		})
	})
	wg.Go(func() { refused = s.Save(t.Context(), "unknown", "R001", "", answer("S1", 2)) })
	close(release)
	wg.Wait()
	mustDo(t, saved)
	wantCode(t, paniced, Internal)
	wantCode(t, refused, SessionUnknown)
	if ses := mustSession(t, s, id); ses.Title != "a" || ses.Respondents[0].Entry("S1", 1).Answer != assess.At(2) {
		t.Errorf("got %+v", ses)
	}
}

func TestACancelledCallerLosesNothing(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	ctx, cancel := context.WithCancel(t.Context())
	started, release := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		_ = s.change(t.Context(), "wait", func(*batch) error { close(started); <-release; return nil })
	})
	<-started
	cancel()
	if err := s.Save(ctx, id, "R001", "", answer("S2", 5)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want cancelled", err)
	}
	close(release)
	wg.Wait()
	mustDo(t, s.Close())
	if e := mustSession(t, openStore(t, s.Path(), options()), id).Respondents[0].Entry("S2", 1); e.Answer != assess.At(5) {
		t.Errorf("got %+v", e)
	}
	wantCode(t, s.Save(t.Context(), id, "R001", "", answer("S2", 5)), Internal)
	mustDo(t, s.Close())
}

// insist saves an answer as the screen does: while another program keeps the
// file busy, again.
func insist(s *Store, id, respondent string) error {
	for {
		err := s.Save(context.Background(), id, respondent, "", answer("S1", 3))
		if codeOf(err) != DatabaseBusy {
			return err
		}
	}
}

// TestTwoStores writes from two stores at once, as two programs would.
func TestTwoStores(t *testing.T) {
	t.Parallel()
	a := newStore(t)
	opt := options()
	opt.busy = 0
	b := openStore(t, a.Path(), opt)
	id := mustCreate(t, a, group(t, "a", "2026-01-01"))
	for _, s := range []*Store{a, b} {
		if _, err := s.Poll(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if changed, _ := a.Poll(t.Context()); changed {
		t.Error("a store takes its own writes for another's")
	}
	var wg sync.WaitGroup
	for i, s := range []*Store{a, b} {
		wg.Go(func() {
			for n := range 50 {
				if err := insist(s, id, fmt.Sprint("P", i, "-", n)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for _, s := range []*Store{a, b} {
		if changed, err := s.Poll(t.Context()); err != nil || !changed {
			t.Errorf("got changed %t, %v", changed, err)
		}
		if changed, err := s.Poll(t.Context()); err != nil || changed {
			t.Errorf("second poll: got changed %t, %v", changed, err)
		}
		if got := len(mustSession(t, s, id).Respondents); got != 102 {
			t.Errorf("got %d respondents, want 102", got)
		}
	}
	mustDo(t, a.Close())
	mustDo(t, b.Save(t.Context(), id, "after", "", answer("S1", 3)))
}

func init() {
	children["writer"] = childWriter
	children["endless writer"] = childEndlessWriter
}

func childWriter(dir string) error {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(dir, "luwes.db"), Options{})
	if err != nil {
		return err
	}
	id, err := s.Resolve(ctx, Last)
	if err != nil {
		return err
	}
	for n := range 50 {
		if err := insist(s, id, fmt.Sprint(os.Getpid(), "-", n)); err != nil {
			return err
		}
	}
	return s.Close()
}

func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	dir := openDir(t)
	opt := options()
	opt.busy = 0
	s := openStore(t, filepath.Join(dir, "luwes.db"), opt)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	var wg sync.WaitGroup
	for range 2 {
		cmd := child(t, "writer", dir)
		wg.Go(func() {
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	for n := range 50 {
		mustDo(t, insist(s, id, fmt.Sprint("own", n)))
	}
	wg.Wait()
	if changed, err := s.Poll(t.Context()); err != nil || !changed {
		t.Errorf("got changed %t, %v", changed, err)
	}
	if got := len(mustSession(t, s, id).Respondents); got != 152 {
		t.Errorf("got %d respondents, want 152", got)
	}
	mustDo(t, s.QuickCheck(t.Context()))
}

// childEndlessWriter tells each answer that was acknowledged until it is killed.
func childEndlessWriter(dir string) error {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(dir, "luwes.db"), Options{})
	if err != nil {
		return err
	}
	id, err := s.Resolve(ctx, Last)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		r := fmt.Sprint(os.Getpid(), "-", n)
		if err := s.Save(ctx, id, r, "", answer("S1", 3)); err != nil {
			return err
		}
		fmt.Println(r)
	}
}

// TestKilled kills a program between two saves: nothing that was acknowledged is
// missing.
func TestKilled(t *testing.T) {
	t.Parallel()
	dir := openDir(t)
	path, id, err := build(dir, options())
	mustDo(t, err)
	acknowledged := map[string]bool{}
	for round := range 4 {
		cmd := child(t, "endless writer", dir)
		out, err := cmd.StdoutPipe()
		mustDo(t, err)
		mustDo(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			acknowledged[lines.Text()] = true
			if n == 5+20*round {
				mustDo(t, cmd.Process.Kill())
			}
		}
		_ = cmd.Wait() // killed
	}
	s := openStore(t, path, options())
	for _, r := range mustSession(t, s, id).Respondents {
		delete(acknowledged, strings.TrimSpace(r.ID))
	}
	if len(acknowledged) > 0 {
		t.Errorf("acknowledged but missing: %v", acknowledged)
	}
	mustDo(t, s.QuickCheck(t.Context()))
}

// TestCreatedTwiceAtOnce: the one that comes second opens what the first made.
func TestCreatedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "luwes.db")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			s, err := Open(t.Context(), path, Options{Create: true})
			if err != nil {
				t.Error(err)
				return
			}
			ses := childSession()
			ses.ID = fmt.Sprint("session", i)
			if _, err := s.Create(t.Context(), ses); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	page, err := openStore(t, path, options()).Sessions(t.Context(), assess.Query{})
	mustDo(t, err)
	if page.Total != 8 || len(page.Rows) != 8 {
		t.Errorf("got %d sessions, want 8", page.Total)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	mustDo(t, err)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "luwes.db") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
