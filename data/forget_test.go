package data

import (
	"bytes"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"luwes/assess"
)

// secretSession has words of two people that stand nowhere else, saved, changed
// and moved about in the pages of the file.
func secretSession(t *testing.T, s *Store) string {
	t.Helper()
	ctx := t.Context()
	id := collecting(t, s, assess.Named)
	for i, name := range []string{"Rahasiawati", "Tersembunyi"} {
		mustJoin(t, s, id, assess.Respondent{ID: name, Unit: "unit " + name, Rank: "pangkat " + name, Consent: true})
		for j := range 30 {
			item := []string{"S1", "S2", "S3", "C1", "C2"}[j%5]
			e := answer(item, 1+(i+j)%5)
			e.Note = strings.Repeat(fmt.Sprintf("ujar-%s-%d ", name, j), 1+50*(j%4))
			e.Evidence = "berkas-" + name
			mustDo(t, s.Save(ctx, id, name, item, e))
		}
		mustDo(t, s.Save(ctx, id, name, "", assess.Entry{Item: "S1", Round: 2, Note: "hanya-" + name}))
	}
	return id
}

func TestForgetOne(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ctx := t.Context()
	id := secretSession(t, s)
	mustDo(t, s.Complete(ctx, id))
	before := mustSession(t, s, id)
	assertSomewhere(t, s.Path(), "Rahasiawati")
	wantCode(t, s.Forget(ctx, id, "nobody"), RespondentUnknown)
	wantCode(t, s.Forget(ctx, "unknown", "nobody"), SessionUnknown)
	mustDo(t, s.Forget(ctx, id, " rahasiawati "))
	for _, word := range []string{"Rahasiawati", "rahasiawati"} {
		assertNowhere(t, s.Path(), word) // while it is open: file, log and index
	}
	assertSomewhere(t, s.Path(), "Tersembunyi")

	after := mustSession(t, s, id)
	if !reflect.DeepEqual(after.Score().Items, before.Score().Items) || !reflect.DeepEqual(after.Score().Composites, before.Score().Composites) {
		t.Error("the scores have changed")
	}
	gone := after.Respondents[0]
	if !strings.HasPrefix(gone.ID, "x-") || len(gone.ID) != 10 || gone.Unit+gone.Rank+gone.Group+gone.Place != "" {
		t.Errorf("got %+v", gone)
	}
	if len(gone.Entries) != 5 {
		t.Errorf("got %d entries, want the five with a level", len(gone.Entries))
	}
	for _, e := range gone.Entries {
		if e.Note != "" || e.Evidence != "" || !e.At.IsZero() {
			t.Errorf("got %+v", e)
		}
	}
	if !reflect.DeepEqual(after.Respondents[1], before.Respondents[1]) {
		t.Error("the other person was touched")
	}
	if fits, err := s.fits(ctx, s.current().read, id); err != nil || !fits {
		t.Errorf("the session does not fit its checksum: %v", err)
	}
	mustDo(t, s.Close())
	assertNowhere(t, s.Path(), "Rahasiawati")
}

func TestForgetAllNames(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	id := secretSession(t, s)
	mustDo(t, s.Forget(t.Context(), id, ""))
	for _, name := range []string{"Rahasiawati", "Tersembunyi"} {
		for _, word := range []string{"unit " + name, "pangkat " + name, strings.ToLower(name)} {
			assertNowhere(t, s.Path(), word)
		}
	}
	ses := mustSession(t, s, id)
	a, b := ses.Respondents[0], ses.Respondents[1]
	if a.ID == b.ID || !strings.HasPrefix(a.ID, "x-") || !strings.HasPrefix(b.ID, "x-") || a.Unit != "" || a.Phase != assess.Done {
		t.Errorf("got %+v and %+v", a, b)
	}
	if !strings.HasPrefix(a.Entry("C1", 1).Note, "ujar-") || a.Entry("C1", 1).At.IsZero() {
		t.Errorf("a note is gone: %+v", a.Entry("C1", 1))
	}
}

// TestForgetElsewhere: a session with a forgotten person moves to another
// database without getting a time that it does not have.
func TestForgetElsewhere(t *testing.T) {
	s, other := newStore(t), newStore(t)
	id := secretSession(t, s)
	mustDo(t, s.Forget(t.Context(), id, "Rahasiawati"))
	want := mustSession(t, s, id)
	mustCreate(t, other, want)
	if got := mustSession(t, other, id); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestForgettingNeedsAFileThatCanBeWritten(t *testing.T) {
	path, id := built(t)
	s := openStore(t, path, Options{ReadOnly: true})
	wantFault(t, s.Forget(t.Context(), id, ""), DatabaseReadonly, 1, nil)
}

// TestSavesGoOnBesideForgetting: what is saved while the file is written anew is
// not lost.
func TestSavesGoOnBesideForgetting(t *testing.T) {
	s := newStore(t)
	id := secretSession(t, s)
	saved := make(chan error, 20)
	for i := range cap(saved) {
		go func() { saved <- s.Save(t.Context(), id, fmt.Sprint("R", i), "", answer("S1", 2)) }()
		if i == 10 {
			mustDo(t, s.Forget(t.Context(), id, "Rahasiawati"))
		}
	}
	for range cap(saved) {
		mustDo(t, <-saved)
	}
	if n := len(mustSession(t, s, id).Respondents); n != 2+cap(saved) {
		t.Errorf("got %d respondents", n)
	}
}

func assertSomewhere(t *testing.T, path, text string) {
	t.Helper()
	for _, b := range contents(t, filepath.Dir(path)) {
		if bytes.Contains([]byte(b), []byte(text)) {
			return
		}
	}
	t.Errorf("%q is nowhere, so its absence would say nothing", text)
}
