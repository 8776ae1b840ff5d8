package data

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"luwes/assess"
)

// at is the time of tests: 13:45 on 23 November 2026 in Jakarta.
var at = time.Date(2026, 11, 23, 6, 45, 0, 0, time.UTC)

// clock returns a clock that goes on by a second each time it is read.
func clock() func() time.Time {
	now := make(chan time.Time, 1)
	now <- at
	return func() time.Time {
		t := <-now
		now <- t.Add(time.Second)
		return t
	}
}

// ids returns ids that count.
func ids() func() string {
	n := make(chan int, 1)
	n <- 1
	return func() string {
		i := <-n
		n <- i + 1
		return fmt.Sprintf("id%08d", i)
	}
}

func options() Options {
	return Options{Create: true, Now: clock(), NewID: ids(), busy: 50 * time.Millisecond}
}

func small(t testing.TB) *assess.Instrument {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", "small.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	in, err := assess.ParseInstrument(src)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// newStore returns a store in a folder of its own.
func newStore(t testing.TB) *Store {
	t.Helper()
	return openStore(t, filepath.Join(t.TempDir(), "luwes.db"), options())
}

func openStore(t testing.TB, path string, opt Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// group is a session of several people with nothing given that the store makes.
func group(t testing.TB, title, date string) *assess.Session {
	t.Helper()
	return &assess.Session{
		Header: assess.Header{Title: title, Date: date, BudgetYear: 2027, Region: assess.Region{Code: "32.04", Name: "Kabupaten Bandung"},
			Unit: "Bappeda", Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open, Language: "id",
			Modules: []string{"extra"}},
		Instrument: small(t),
		Respondents: []assess.Respondent{
			{ID: "R001", Group: "staff", Rank: "III/a", Place: "S1", Entries: []assess.Entry{
				{Item: "S3", Round: 1, Answer: assess.At(4), Note: "catatan"},
				{Item: "S1", Round: 1, Answer: assess.Answer{Kind: assess.Inapplicable}},
				{Item: "S1", Round: 2, Answer: assess.At(2)},
				{Item: "C1", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}, Evidence: "RKPD"},
			}},
			{ID: "R002"},
		},
	}
}

func mustCreate(t testing.TB, s *Store, ses *assess.Session) string {
	t.Helper()
	id, err := s.Create(t.Context(), ses)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func mustSession(t testing.TB, s *Store, id string) *assess.Session {
	t.Helper()
	ses, err := s.Session(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return ses
}

func mustDo(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantCode(t testing.TB, err error, code string) {
	t.Helper()
	if got := codeOf(err); got != code {
		t.Fatalf("got %q (%v), want %q", got, err, code)
	}
}

func answer(item string, level int) assess.Entry {
	return assess.Entry{Item: item, Round: 1, Answer: assess.At(level)}
}

func TestCreateThenReadGivesTheSame(t *testing.T) {
	s := newStore(t)
	in := group(t, "Penilaian", "2026-11-23")
	id := mustCreate(t, s, in)
	got := mustSession(t, s, id)
	for i := range got.Respondents {
		for j := range got.Respondents[i].Entries {
			if e := &got.Respondents[i].Entries[j]; e.At.IsZero() {
				t.Errorf("entry %s has no time", e.Item)
			} else {
				e.At = time.Time{}
			}
		}
	}
	if got.Created.IsZero() || got.Changed.IsZero() {
		t.Errorf("got created %v, changed %v", got.Created, got.Changed)
	}
	got.Created, got.Changed = time.Time{}, time.Time{}
	want := *in
	want.ID = id
	if !reflect.DeepEqual(got, &want) {
		t.Errorf("got  %+v\nwant %+v", got, &want)
	}
}

func TestSave(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "Penilaian", "2026-11-23"))
	ctx := context.Background()
	mustDo(t, s.Save(ctx, id, "r002", "", answer("s2", 2)))
	mustDo(t, s.Save(ctx, id, "R003", "", answer("S3", 1)))
	mustDo(t, s.Save(ctx, id, "R001", "", assess.Entry{Item: "S3", Round: 1}))
	mustDo(t, s.Save(ctx, id, "R003", "C2"))
	got := mustSession(t, s, id)
	if n := len(got.Respondents); n != 3 {
		t.Fatalf("got %d respondents, want 3", n)
	}
	if e := got.Respondents[1].Entry("S2", 1); e.Answer != assess.At(2) || e.At.IsZero() {
		t.Errorf("got %+v", e)
	}
	if e := got.Respondents[0].Entry("S3", 1); !e.Blank() {
		t.Errorf("blank entry is still there: %+v", e)
	}
	if p := got.Respondents[2].Place; p != "C2" {
		t.Errorf("got place %q", p)
	}
	page, err := s.Sessions(ctx, assess.Query{})
	mustDo(t, err)
	if want := assess.Summarize(got.Score()); !reflect.DeepEqual(page.Rows[0].Summary, want) {
		t.Errorf("got  %+v\nwant %+v", page.Rows[0].Summary, want)
	}
}
