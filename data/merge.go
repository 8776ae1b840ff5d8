package data

import (
	"context"

	"luwes/assess"
)

// Merge adds the respondents, shows of hands, settlements and parts of the dossier
// of another session to an open one, all or none. Parts of the dossier alone go
// into a completed one too, as with Keep. Whoever calls has looked that none of
// them is there yet.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned, RespondentExists,
// PartUnread, and those of a write.
func (s *Store) Merge(ctx context.Context, session string, from *assess.Session) error {
	return s.change(ctx, "merge sessions", func(b *batch) error {
		ses, err := b.takes(session, from)
		if err != nil {
			return err
		}
		for _, r := range from.Respondents {
			if err := b.addRespondent(ses, r); err != nil {
				return err
			}
		}
		if err := b.putTalk(ses, from); err != nil {
			return err
		}
		if err := b.putDossier(ses, &from.Dossier); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
}

// takes returns a session that may take what another brings.
func (b *batch) takes(session string, from *assess.Session) (target, error) {
	if len(from.Respondents)+len(from.Hands)+len(from.Settlements) > 0 {
		return b.takesAnswers(session)
	}
	return b.outOfBin(session)
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

// putTalk saves what a session holds beside the answers of single people. Times
// are kept where they are given.
func (b *batch) putTalk(ses target, from *assess.Session) error {
	for _, h := range from.Hands {
		if err := b.raise(ses, h); err != nil {
			return err
		}
	}
	for _, st := range from.Settlements {
		if err := b.settle(ses, st); err != nil {
			return err
		}
	}
	return nil
}
