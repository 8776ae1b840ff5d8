package data

import (
	"context"
	"crypto/rand"
	"strings"

	"luwes/assess"
)

// Join adds a respondent who begins to answer, or lets one go on who is waiting,
// and returns the code under which the answers are saved. Without a code the
// store makes a random one: a running number would match strangers of two years
// by their order. In an anonymous session a code that nobody there has is not
// kept either.
//
// Faults: RespondentExists if the code is taken and its respondent not waiting;
// SessionUnknown, SessionLocked, SessionBinned, and those of a write.
func (s *Store) Join(ctx context.Context, session string, r assess.Respondent) (string, error) {
	var id string
	err := s.change(ctx, "join session", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		if id, err = b.join(ses, r); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

func (b *batch) join(ses target, r assess.Respondent) (string, error) {
	r.ID, r.Phase = strings.TrimSpace(r.ID), assess.Answering
	if r.ID != "" {
		id, found, err := b.goOn(ses, r)
		if found || err != nil {
			return id, err
		}
	}
	if r.ID == "" || ses.identity == assess.Anonymous {
		r.ID = randomCode()
	}
	key, err := b.freeKey(ses)
	if err != nil {
		return "", err
	}
	return r.ID, b.putRespondent(ses.key, key, r)
}

// goOn lets a respondent who is waiting answer again. What was said of the
// person stays unless it is said anew.
func (b *batch) goOn(ses target, r assess.Respondent) (id string, found bool, err error) {
	var phase assess.Phase
	err = b.QueryRowContext(context.Background(), "SELECT id, phase FROM respondents WHERE session = ? AND folded = ?",
		ses.key, fold(r.ID)).Scan(&id, &phase)
	switch {
	case noRows(err):
		return "", false, nil
	case err != nil:
		return "", true, err
	case phase != assess.Waiting:
		return "", true, newFault(RespondentExists, nil, "session", ses.id, "respondent", r.ID)
	}
	return id, true, b.exec(`UPDATE respondents SET phase = ?, consent = max(consent, ?), group_name = coalesce(nullif(?, ''), group_name),
		unit = coalesce(nullif(?, ''), unit), rank = coalesce(nullif(?, ''), rank) WHERE session = ? AND folded = ?`,
		r.Phase, r.Consent, r.Group, r.Unit, r.Rank, ses.key, fold(r.ID))
}

// randomCode makes a code for a respondent who has none: 50 random bits, so that
// those of several laptops, or of two years, never meet.
func randomCode() string { return strings.ToLower(rand.Text()[:randomLength]) }

const randomLength = 10

// Mark sets how far a respondent is.
//
// Faults: RespondentUnknown, SessionUnknown, SessionLocked, SessionBinned, and
// those of a write.
func (s *Store) Mark(ctx context.Context, session, respondent string, p assess.Phase) error {
	return s.change(ctx, "mark respondent", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		res, err := b.execResult("UPDATE respondents SET phase = ? WHERE session = ? AND folded = ?", p, ses.key, fold(respondent))
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return stranger(ses, respondent)
		}
		return b.touch(ses.key)
	})
}

// stranger says that a session has no such respondent.
func stranger(ses target, respondent string) *Fault {
	return newFault(RespondentUnknown, nil, "session", ses.id, "respondent", respondent)
}
