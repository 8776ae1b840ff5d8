package data

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"luwes/assess"
)

func TestCompleteAndReopen(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ctx := t.Context()
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	wantCode(t, s.Reopen(ctx, id, "because"), SessionOpen)
	mustDo(t, s.Complete(ctx, id))
	mustDo(t, s.Complete(ctx, id))
	done := mustSession(t, s, id)
	if done.Status != assess.Completed || done.Completed.IsZero() {
		t.Errorf("got %+v", done.Header)
	}
	wantCode(t, s.Save(ctx, id, "R001", "", answer("S1", 1)), SessionLocked)
	wantCode(t, s.Save(ctx, id, "R001", "S1"), SessionLocked)
	h := done.Header
	h.Title, h.Region.Name = "Judul baru", "Kabupaten Bandung Barat"
	mustDo(t, s.Amend(ctx, id, h))
	h.Modules = nil
	wantCode(t, s.Amend(ctx, id, h), SessionLocked)
	if fits, err := (&Store{}).fits(ctx, s.current().read, id); err != nil || !fits {
		t.Errorf("an amended session does not fit its checksum: %v", err)
	}
	wantCode(t, s.Reopen(ctx, id, "  "), ReasonMissing)
	mustDo(t, s.Reopen(ctx, id, "salah tanggal"))
	open := mustSession(t, s, id)
	if len(open.Reopenings) != 1 || open.Reopenings[0].Reason != "salah tanggal" || open.Reopenings[0].At.IsZero() {
		t.Errorf("got %+v", open.Reopenings)
	}
	if open.Title != "Judul baru" || !open.Completed.IsZero() || open.Status != assess.Open {
		t.Errorf("got %+v", open.Header)
	}
	mustDo(t, s.Amend(ctx, id, h))
	page, err := s.Sessions(ctx, assess.Query{Filter: "bandung barat"})
	mustDo(t, err)
	if len(page.Rows) != 1 || len(page.Rows[0].Summary.Scales) != 1 {
		t.Errorf("got %+v, want the summary without the module", page.Rows)
	}
	wantCode(t, s.Complete(ctx, "unknown"), SessionUnknown)
}

func TestImportKeepsIdAndTimes(t *testing.T) {
	a, b := newStore(t), newStore(t)
	id := mustCreate(t, a, group(t, "a", "2026-01-01"))
	mustDo(t, a.Complete(t.Context(), id))
	mustDo(t, a.Reopen(t.Context(), id, "lupa"))
	mustDo(t, a.Complete(t.Context(), id))
	want := mustSession(t, a, id)
	if got := mustCreate(t, b, want); got != id {
		t.Errorf("got id %s, want %s", got, id)
	}
	if got := mustSession(t, b, id); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	_, err := b.Create(t.Context(), want)
	wantCode(t, err, SessionExists)
	twice := group(t, "b", "2026-01-01")
	twice.ID = "twice"
	twice.Respondents = append(twice.Respondents, assess.Respondent{ID: " r001 "})
	_, err = b.Create(t.Context(), twice)
	wantCode(t, err, RespondentExists)
	page, err := b.Sessions(t.Context(), assess.Query{})
	mustDo(t, err)
	if page.Total != 1 {
		t.Errorf("a refused session left %d", page.Total)
	}
}

func TestAnonymousSessionsTellNoOrderAndNoTime(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ses := group(t, "a", "2026-01-01")
	ses.Identity, ses.Respondents = assess.Anonymous, nil
	id := mustCreate(t, s, ses)
	var typed []string
	for _, r := range "abcdefghijklmnopqrst" {
		typed = append(typed, string(r))
		mustDo(t, s.Save(t.Context(), id, string(r), "", answer("S1", 1)))
	}
	got := mustSession(t, s, id)
	var read []string
	for _, r := range got.Respondents {
		read = append(read, r.ID)
		if !r.Entries[0].At.IsZero() {
			t.Errorf("%s has a time", r.ID)
		}
	}
	if slices.Equal(read, typed) {
		t.Error("respondents come in the order of answering")
	}
	if slices.Sort(read); !slices.Equal(read, typed) {
		t.Errorf("got %v", read)
	}
	elsewhere := newStore(t)
	mustCreate(t, elsewhere, got)
	if again := mustSession(t, elsewhere, id); !reflect.DeepEqual(again, got) {
		t.Error("an import changes the order")
	}
}

func TestEntriesComeInTheOrderOfTheInstrument(t *testing.T) {
	s := newStore(t)
	ses := group(t, "a", "2026-01-01")
	ses.Respondents = nil
	id := mustCreate(t, s, ses)
	for _, item := range []string{"C2", "S1", "c1", "S2", "S3"} {
		for _, round := range []int{2, 1} {
			mustDo(t, s.Save(t.Context(), id, "R1", "", assess.Entry{Item: item, Round: round, Answer: assess.At(3)}))
		}
	}
	var got []string
	for i, e := range mustSession(t, s, id).Respondents[0].Entries {
		if e.Round != 1+i%2 {
			t.Errorf("entry %d has round %d", i, e.Round)
		}
		if e.Round == 1 {
			got = append(got, e.Item)
		}
	}
	if want := []string{"S3", "S1", "S2", "C1", "C2"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestInstrumentTextsAreSharedAndRemovedWithTheLastSession(t *testing.T) {
	s := newStore(t)
	texts := func() int {
		n, err := one[int](t.Context(), s.current().read, "SELECT count(*) FROM instruments")
		mustDo(t, err)
		return n
	}
	a := mustCreate(t, s, group(t, "a", "2026-01-01"))
	b := mustCreate(t, s, group(t, "b", "2026-01-01"))
	if n := texts(); n != 1 {
		t.Errorf("got %d texts, want 1", n)
	}
	for i, id := range []string{a, b} {
		mustDo(t, s.Delete(t.Context(), id))
		_, err := s.EmptyBin(t.Context())
		mustDo(t, err)
		if n := texts(); n != 1-i {
			t.Errorf("got %d texts, want %d", n, 1-i)
		}
	}
	mustCreate(t, s, group(t, "c", "2026-01-01"))
}

func TestStaleSummariesAreMadeAnew(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	want := assess.Summarize(mustSession(t, s, id).Score())
	stamp := func() int {
		n, err := one[int](t.Context(), s.current().read, "SELECT scoring FROM summaries")
		mustDo(t, err)
		return n
	}
	mustDo(t, s.change(t.Context(), "spoil", func(b *batch) error {
		return errors.Join(b.exec(`UPDATE summaries SET scoring = -7, summary = '{}'`), b.exec("UPDATE counts SET number = 7"))
	}))
	page, err := s.Sessions(t.Context(), assess.Query{})
	mustDo(t, err)
	if got := page.Rows[0].Summary; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if stamp() != -7 {
		t.Error("reading has written")
	}
	mustDo(t, s.QuickCheck(t.Context()))
	if got := stamp(); got != assess.ScoringVersion {
		t.Errorf("got stamp %d", got)
	}
	if page, err = s.Sessions(t.Context(), assess.Query{}); err != nil || page.Total != 1 {
		t.Errorf("got total %d, %v", page.Total, err)
	}
}

func TestEmptiedBinLeavesNoBytes(t *testing.T) {
	s := newStore(t)
	id := secretSession(t, s)
	mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.Delete(t.Context(), id))
	_, err := s.EmptyBin(t.Context())
	mustDo(t, err)
	assertNowhere(t, s.Path(), "Rahasiawati")
	mustDo(t, s.Close())
	assertNowhere(t, s.Path(), "Tersembunyi")
}

func TestMergeRespondents(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	people := []assess.Respondent{{ID: "R003", Unit: "Dinas", Entries: []assess.Entry{answer("s1", 4)}}, {ID: " r001"}}
	wantCode(t, s.Merge(t.Context(), id, &assess.Session{Respondents: people}), RespondentExists)
	if got := len(mustSession(t, s, id).Respondents); got != 2 {
		t.Errorf("a refused call left %d respondents, want 2", got)
	}
	mustDo(t, s.Merge(t.Context(), id, &assess.Session{Respondents: people[:1]}))
	got := mustSession(t, s, id)
	if r := got.Respondents[2]; r.ID != "R003" || r.Unit != "Dinas" || r.Entry("S1", 1).Answer != assess.At(4) {
		t.Errorf("got %+v", r)
	}
	page, err := s.Sessions(t.Context(), assess.Query{})
	mustDo(t, err)
	if want := assess.Summarize(got.Score()); !reflect.DeepEqual(page.Rows[0].Summary, want) {
		t.Errorf("got %+v, want %+v", page.Rows[0].Summary, want)
	}
	mustDo(t, s.Complete(t.Context(), id))
	wantCode(t, s.Merge(t.Context(), id, &assess.Session{Respondents: people[:1]}), SessionLocked)
}
