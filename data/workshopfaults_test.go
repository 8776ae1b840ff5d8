package data

import (
	"context"
	"testing"

	"luwes/assess"
)

// groupWrites are all that group work writes, for a respondent R001.
var groupWrites = map[string]func(ctx context.Context, s *Store, id string) error{
	"join": func(ctx context.Context, s *Store, id string) error {
		_, err := s.Join(ctx, id, assess.Respondent{})
		return err
	},
	"mark":   func(ctx context.Context, s *Store, id string) error { return s.Mark(ctx, id, "R001", assess.Done) },
	"forget": func(ctx context.Context, s *Store, id string) error { return s.Forget(ctx, id, "R002") },
	"raise": func(ctx context.Context, s *Store, id string) error {
		return s.Raise(ctx, id, assess.Hands{Item: "S1", Round: 1, Levels: []int{0, 2}})
	},
	"settle": func(ctx context.Context, s *Store, id string) error {
		return s.Settle(ctx, id, assess.Settlement{Item: "S1", Outcome: assess.Agreed, Level: 2})
	},
	"reveal": func(ctx context.Context, s *Store, id string) error { return s.Reveal(ctx, id) },
	"keep": func(ctx context.Context, s *Store, id string) error {
		return s.Keep(ctx, id, assess.FactsPart, assess.Dossier{}, dossier())
	},
	"pin": func(ctx context.Context, s *Store, id string) error { return s.SetPIN(ctx, id, "1") },
}

func TestGroupWorkMeetsFaults(t *testing.T) {
	t.Parallel()
	for name, write := range groupWrites {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			id := mustCreate(t, s, group(t, "a", "2026-01-01"))
			if name != "forget" && name != "pin" {
				wantCode(t, write(t.Context(), s, "unknown"), SessionUnknown)
			}
			conn := other(t, s.Path(), "")
			run(t, conn, "BEGIN IMMEDIATE")
			wantFault(t, write(t.Context(), s, id), DatabaseBusy, 4, nil)
			run(t, conn, "COMMIT")
			mustDo(t, write(t.Context(), s, id))

			reader := openStore(t, s.Path(), Options{ReadOnly: true})
			wantFault(t, write(t.Context(), reader, id), DatabaseReadonly, 1, nil)
			wantCode(t, s.fault(sqliteError(t, 1034)), DiskFailing)
			wantFault(t, write(t.Context(), s, id), DiskFailing, 1, nil)
		})
	}
}

// TestForgettingBesideAReader: the log keeps what another program still reads
// from it, and is emptied once that is gone.
func TestForgettingBesideAReader(t *testing.T) {
	s := newStore(t)
	id := secretSession(t, s)
	conn := other(t, s.Path(), "")
	run(t, conn, "BEGIN")
	run(t, conn, "SELECT count(*) FROM answers")
	mustDo(t, s.Forget(t.Context(), id, "Rahasiawati"))
	_, err := s.Poll(t.Context())
	mustDo(t, err)
	assertSomewhere(t, s.Path(), "Rahasiawati")
	run(t, conn, "COMMIT")
	_, err = s.Poll(t.Context())
	mustDo(t, err)
	assertNowhere(t, s.Path(), "Rahasiawati")
	mustDo(t, s.Save(t.Context(), id, "Tersembunyi", "", answer("S1", 1)))
	if report, err := Examine(t.Context(), s.Path()); err != nil || !report.Healthy() {
		t.Errorf("got %+v, %v", report, err)
	}
}
