package data

import (
	"reflect"
	"testing"
	"time"

	"luwes/assess"
)

func TestWorkshopComesBack(t *testing.T) {
	s := newStore(t)
	want := workshop(t)
	id := mustCreate(t, s, want)
	got := mustSession(t, s, id)
	if !reflect.DeepEqual(got.Hands, want.Hands) || !reflect.DeepEqual(got.Settlements, want.Settlements) {
		t.Errorf("got  %+v\n     %+v\nwant %+v\n     %+v", got.Hands, got.Settlements, want.Hands, want.Settlements)
	}
	if got.Expected != 12 || got.Eligible != 40 || got.Margin != 12.5 || !got.Revealed.Equal(at) {
		t.Errorf("got %+v", got.Header)
	}
	for i := range got.Respondents {
		if got.Respondents[i].Phase != want.Respondents[i].Phase || got.Respondents[i].Consent != want.Respondents[i].Consent {
			t.Errorf("got %+v", got.Respondents[i])
		}
	}
	page, err := s.Sessions(t.Context(), assess.Query{})
	mustDo(t, err)
	if h := page.Rows[0].Header; h.Expected != 12 || h.Margin != 12.5 || h.Revealed.IsZero() || h.Locked {
		t.Errorf("the list has %+v", h)
	}
}

func TestRaiseAndSettle(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ctx := t.Context()
	id := collecting(t, s, assess.Coded)
	mustDo(t, s.Raise(ctx, id, assess.Hands{Item: "s1", Levels: []int{2, 5}}))
	mustDo(t, s.Raise(ctx, id, assess.Hands{Item: "S3", Round: 2, Levels: []int{0, 0, 0, 0, 7}, DontKnow: 1}))
	mustDo(t, s.Raise(ctx, id, assess.Hands{Item: "S1", Round: 1, Levels: []int{1, 6}}))
	mustDo(t, s.Settle(ctx, id, assess.Settlement{Item: "c1", Level: 4, Low: "belum"}))
	mustDo(t, s.Settle(ctx, id, assess.Settlement{Item: "S1", Outcome: assess.Agreed, Level: 2, Reason: "jelas"}))
	got := mustSession(t, s, id)
	hands := []assess.Hands{
		{Item: "S3", Round: 2, Levels: []int{0, 0, 0, 0, 7}, DontKnow: 1},
		{Item: "S1", Round: 1, Levels: []int{1, 6, 0, 0, 0}},
	}
	if !reflect.DeepEqual(got.Hands, hands) {
		t.Errorf("got %+v, want %+v", got.Hands, hands)
	}
	if len(got.Settlements) != 2 || got.Settlements[0].Item != "S1" || got.Settlements[1].Level != 0 || got.Settlements[0].At.IsZero() {
		t.Errorf("got %+v", got.Settlements)
	}
	page, err := s.Sessions(ctx, assess.Query{})
	mustDo(t, err)
	if want := assess.Summarize(got.Score()); !reflect.DeepEqual(page.Rows[0].Summary, want) {
		t.Errorf("the list has %+v, the session %+v", page.Rows[0].Summary, want)
	}
	mustDo(t, s.Raise(ctx, id, assess.Hands{Item: "S1", Round: 1, Levels: []int{0}}))
	mustDo(t, s.Settle(ctx, id, assess.Settlement{Item: "S1"}))
	if got = mustSession(t, s, id); len(got.Hands) != 1 || len(got.Settlements) != 1 {
		t.Errorf("blank ones are kept: %+v, %+v", got.Hands, got.Settlements)
	}
	mustDo(t, s.Complete(ctx, id))
	wantCode(t, s.Raise(ctx, id, hands[0]), SessionLocked)
	wantCode(t, s.Settle(ctx, id, assess.Settlement{Item: "S1", Reason: "x"}), SessionLocked)
}

func TestChecksumCoversTheTalk(t *testing.T) {
	for _, spoil := range []string{
		"UPDATE hands SET dont_know = dont_know + 1", "UPDATE settlements SET dissent = 'x'",
		"UPDATE sessions SET margin = 3", "UPDATE respondents SET consent = 0",
	} {
		s := newStore(t)
		id := mustCreate(t, s, workshop(t))
		mustDo(t, s.Complete(t.Context(), id))
		if fits, err := s.fits(t.Context(), s.current().read, id); err != nil || !fits {
			t.Errorf("does not fit: %v", err)
		}
		mustDo(t, s.change(t.Context(), "spoil", func(b *batch) error { return b.exec(spoil) }))
		if fits, err := s.fits(t.Context(), s.current().read, id); err != nil || fits {
			t.Errorf("%s: fits, %v", spoil, err)
		}
	}
}

func TestReveal(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	id := collecting(t, s, assess.Coded)
	h := mustSession(t, s, id).Header
	if !h.Collecting() {
		t.Fatal("the answers are open from the start")
	}
	h.Margin, h.Expected, h.Eligible = 15, 12, 30
	mustDo(t, s.Amend(ctx, id, h))
	mustDo(t, s.Reveal(ctx, id))
	first := mustSession(t, s, id).Revealed
	mustDo(t, s.Reveal(ctx, id))
	h = mustSession(t, s, id).Header
	if first.IsZero() || !h.Revealed.Equal(first) || h.Margin != 15 || h.Expected != 12 || h.Eligible != 30 {
		t.Errorf("got %+v", h)
	}
	h.Margin = 5
	wantCode(t, s.Amend(ctx, id, h), MarginFixed)
	mustDo(t, s.Complete(ctx, id))
	wantCode(t, s.Reveal(ctx, id), SessionLocked)
	wantCode(t, s.Amend(ctx, id, h), SessionLocked)
	h.Margin, h.Eligible = 15, 31
	mustDo(t, s.Amend(ctx, id, h))
	if fits, err := s.fits(ctx, s.current().read, id); err != nil || !fits {
		t.Errorf("an amended session does not fit its checksum: %v", err)
	}

	unseen := collecting(t, s, assess.Coded)
	mustDo(t, s.Complete(ctx, unseen))
	if got := mustSession(t, s, unseen); !got.Revealed.Equal(got.Completed) {
		t.Errorf("got revealed %v, completed %v", got.Revealed, got.Completed.Format(time.RFC3339))
	}
}

func TestPIN(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ctx := t.Context()
	id := collecting(t, s, assess.Coded)
	check := func(pin string, want bool) {
		t.Helper()
		if got, err := s.CheckPIN(ctx, id, pin); err != nil || got != want {
			t.Errorf("%q: got %t, %v", pin, got, err)
		}
	}
	check("", true)
	check("1", false)
	mustDo(t, s.SetPIN(ctx, id, " 4711 "))
	check("4711", true)
	check("4712", false)
	check("", false)
	if !mustSession(t, s, id).Locked {
		t.Error("the session does not say that it is locked")
	}
	stored, err := one[string](ctx, s.current().read, "SELECT pin FROM sessions WHERE id = ?", id)
	mustDo(t, err)
	mustDo(t, s.SetPIN(ctx, id, "4711"))
	again, err := one[string](ctx, s.current().read, "SELECT pin FROM sessions WHERE id = ?", id)
	mustDo(t, err)
	if stored == again {
		t.Error("the same PIN gives the same hash: no salt")
	}
	mustDo(t, s.change(ctx, "spoil", func(b *batch) error { return b.exec("UPDATE sessions SET pin = 'x'") }))
	check("4711", false)
	mustDo(t, s.SetPIN(ctx, id, ""))
	check("", true)
	if mustSession(t, s, id).Locked {
		t.Error("still locked")
	}
	_, err = s.CheckPIN(ctx, "unknown", "")
	wantCode(t, err, SessionUnknown)
	wantCode(t, s.SetPIN(ctx, "unknown", ""), SessionUnknown)
}

// The fixed vector is the output of Python's hashlib.pbkdf2_hmac.
func TestHashPIN(t *testing.T) {
	got, err := hashPIN("4711", []byte("0123456789abcdef"), 1000)
	mustDo(t, err)
	const want = "pbkdf2-sha256 1000 30313233343536373839616263646566 25a9c5511537266c78b4e1a5a020081c7fbf1df3bcf4111ac741d5b31c3ebf35"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
