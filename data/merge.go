package data

import (
	"context"

	"luwes/assess"
)

// Merge adds the respondents, shows of hands, settlements and parts of the dossier
// of another session to an open one, all or none. Parts of the dossier alone go
// into a completed one too, as with Keep. Whoever calls has looked that none of
// them is there yet; what somebody has saved since then stays, and nothing comes.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned, SessionChanged,
// RespondentExists, PartUnread, and those of a write.
func (s *Store) Merge(ctx context.Context, session string, from *assess.Session) error {
	return s.change(ctx, "merge sessions", func(b *batch) error {
		ses, err := b.takes(session, from)
		if err != nil {
			return err
		}
		if err := b.stillWithout(ses, from); err != nil {
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

// stillWithout makes sure that a session has none of the shows of hands, settlements
// and parts of the dossier that another brings. A part that cannot be read is left to
// whoever saves it.
func (b *batch) stillWithout(ses target, from *assess.Session) error {
	ctx, there := context.Background(), 0
	count := func(err error, query string, args ...any) error {
		if err != nil {
			return err
		}
		n, err := one[int](ctx, b, query, args...)
		there += n
		return err
	}
	var err error
	for _, h := range from.Hands {
		err = count(err, "SELECT count(*) FROM hands WHERE session = ? AND item = ? AND round = ?",
			ses.key, b.itemID(ses.instrument, h.Item), max(h.Round, 1))
	}
	for _, st := range from.Settlements {
		err = count(err, "SELECT count(*) FROM settlements WHERE session = ? AND item = ?", ses.key, b.itemID(ses.instrument, st.Item))
	}
	if err != nil {
		return err
	}
	here, _, err := readDossier(ctx, b, ses.key)
	if err != nil {
		return err
	}
	for _, part := range assess.Parts {
		if !blankPart(part, &from.Dossier) && !blankPart(part, &here) {
			there++
		}
	}
	if there > 0 {
		return newFault(SessionChanged, nil, "session", ses.id)
	}
	return nil
}

// blankPart reports whether a dossier has nothing of a part.
func blankPart(part assess.Part, d *assess.Dossier) bool {
	text, err := encodePart(part, d)
	return err == nil && text == ""
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
