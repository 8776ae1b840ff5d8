package data

import (
	"context"

	"luwes/assess"
)

// AddRespondents adds people with their entries to an open session, all or none.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned, RespondentExists, and
// those of a write.
func (s *Store) AddRespondents(ctx context.Context, session string, people []assess.Respondent) error {
	return s.change(ctx, "add respondents", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		for _, r := range people {
			if err := b.addRespondent(ses, r); err != nil {
				return err
			}
		}
		return b.touch(ses.key)
	})
}

func (b *batch) addRespondent(ses target, r assess.Respondent) error {
	n, err := one[int](context.Background(), b, "SELECT count(*) FROM respondents WHERE session = ? AND folded = ?", ses.key, fold(r.ID))
	if err != nil {
		return err
	}
	if n > 0 {
		return newFault(RespondentExists, nil, "session", ses.id, "respondent", r.ID)
	}
	key, err := b.freeKey(ses)
	if err != nil {
		return err
	}
	return b.putPerson(ses, key, r)
}
