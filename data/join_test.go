package data

import (
	"slices"
	"testing"

	"luwes/assess"
)

func TestJoin(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	ctx := t.Context()
	id := collecting(t, s, assess.Coded)
	if got := mustJoin(t, s, id, assess.Respondent{ID: " as17 ", Unit: "Bappeda", Rank: "III", Consent: true}); got != "as17" {
		t.Errorf("got %q", got)
	}
	_, err := s.Join(ctx, id, assess.Respondent{ID: "AS17"})
	wantCode(t, err, RespondentExists)
	mustDo(t, s.Save(ctx, id, "as17", "S1", answer("S1", 3)))
	mustDo(t, s.Mark(ctx, id, "As17", assess.Done))
	_, err = s.Join(ctx, id, assess.Respondent{ID: "AS17"})
	wantCode(t, err, RespondentExists)

	mustDo(t, s.Mark(ctx, id, "as17", assess.Waiting))
	if got := mustJoin(t, s, id, assess.Respondent{ID: "AS17", Rank: "IV"}); got != "as17" {
		t.Errorf("got %q, want the code as first typed", got)
	}
	got := person(t, mustSession(t, s, id), "as17")
	if got.Phase != assess.Answering || !got.Consent || got.Unit != "Bappeda" || got.Rank != "IV" || len(got.Entries) != 1 || got.Place != "S1" {
		t.Errorf("got %+v", got)
	}
	wantCode(t, s.Mark(ctx, id, "nobody", assess.Done), RespondentUnknown)
	wantCode(t, s.Mark(ctx, "unknown", "as17", assess.Done), SessionUnknown)
	mustDo(t, s.Complete(ctx, id))
	wantCode(t, s.Mark(ctx, id, "as17", assess.Done), SessionLocked)
	_, err = s.Join(ctx, id, assess.Respondent{})
	wantCode(t, err, SessionLocked)
	mustDo(t, s.Delete(ctx, id))
	_, err = s.Join(ctx, id, assess.Respondent{})
	wantCode(t, err, SessionBinned)
}

// A made code is random, so that nobody is taken for somebody of another year.
func TestMadeCodesNeverMeet(t *testing.T) {
	s := newStore(t)
	seen := map[string]bool{}
	for range 2 {
		id := collecting(t, s, assess.Coded)
		for range 20 {
			code := mustJoin(t, s, id, assess.Respondent{})
			if len(code) != randomLength || seen[code] {
				t.Errorf("got code %q", code)
			}
			seen[code] = true
		}
	}
}

func TestJoinAnonymously(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	id := collecting(t, s, assess.Anonymous)
	var joined []string
	for range 20 {
		code := mustJoin(t, s, id, assess.Respondent{ID: "budi", Unit: "Bappeda", Rank: "III"})
		if len(code) != randomLength || slices.Contains(joined, code) {
			t.Errorf("got code %q", code)
		}
		joined = append(joined, code)
		mustDo(t, s.Save(t.Context(), id, code, "S1", answer("S1", 3)))
	}
	mustDo(t, s.Settle(t.Context(), id, assess.Settlement{Item: "S1", Outcome: assess.Agreed, Level: 3}))
	ses := mustSession(t, s, id)
	var read []string
	for _, r := range ses.Respondents {
		read = append(read, r.ID)
		if r.Unit != "Bappeda" || r.Rank != "III" || !r.Entries[0].At.IsZero() {
			t.Errorf("got %+v", r)
		}
	}
	if slices.Equal(read, joined) {
		t.Error("respondents come in the order of joining")
	}
	if !ses.Settlements[0].At.IsZero() {
		t.Error("the settlement has a time")
	}
	mustDo(t, s.Mark(t.Context(), id, joined[0], assess.Waiting))
	if got := mustJoin(t, s, id, assess.Respondent{ID: joined[0]}); got != joined[0] {
		t.Errorf("got %q", got)
	}
}
