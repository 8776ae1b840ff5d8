package data

import (
	"strings"
	"testing"
	"time"

	"luwes/assess"
)

// workshop is a group session with everything that group work adds.
func workshop(t testing.TB) *assess.Session {
	t.Helper()
	ses := group(t, "Lokakarya", "2026-11-23")
	ses.Expected, ses.Eligible, ses.Margin, ses.Revealed = 12, 40, 12.5, at
	ses.Respondents[0].Phase, ses.Respondents[0].Consent = assess.Answering, true
	ses.Respondents[1].Phase, ses.Respondents[1].Consent = assess.Done, true
	ses.Hands = []assess.Hands{
		{Item: "S3", Round: 1, Levels: []int{2, 5, 3, 1, 1}, Inapplicable: 1},
		{Item: "S1", Round: 2, Levels: []int{0, 0, 4, 0, 0}, DontKnow: 2},
	}
	ses.Settlements = []assess.Settlement{
		{Item: "S3", Outcome: assess.Agreed, Level: 2, Reason: "alasan", Dissent: "lain", High: "atas", Low: "bawah", At: at},
		{Item: "C1", Outcome: assess.Disagreed, Dissent: "dua pendapat", At: at.Add(time.Minute)},
	}
	return ses
}

// collecting is a group whose people still answer, in a store.
func collecting(t testing.TB, s *Store, identity assess.Identity) string {
	t.Helper()
	ses := group(t, "Lokakarya", "2026-11-23")
	ses.Identity, ses.Respondents = identity, nil
	return mustCreate(t, s, ses)
}

func mustJoin(t testing.TB, s *Store, id string, r assess.Respondent) string {
	t.Helper()
	code, err := s.Join(t.Context(), id, r)
	mustDo(t, err)
	return code
}

// person returns a respondent of a session by code.
func person(t testing.TB, ses *assess.Session, code string) *assess.Respondent {
	t.Helper()
	for i := range ses.Respondents {
		if strings.EqualFold(ses.Respondents[i].ID, code) {
			return &ses.Respondents[i]
		}
	}
	t.Fatalf("no %s among %+v", code, ses.Respondents)
	return nil
}
