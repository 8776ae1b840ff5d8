package data

import (
	"context"
	"crypto/rand"
	"encoding/binary"

	"luwes/assess"
)

// Save saves what one respondent left at some items, and the item where they are
// now unless place is empty; it is all on disk when this returns, or none of it
// is. A blank entry is removed. A respondent who is not there yet is made, and
// the store sets the time, which anonymous sessions do not have.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned; DiskFull and
// DatabaseBusy, after which the same call may succeed; DiskFailing,
// DatabaseDamaged and DatabaseReadonly, after which it does not.
func (s *Store) Save(ctx context.Context, session, respondent, place string, entries ...assess.Entry) error {
	return s.change(ctx, "save answers", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := b.saveEntry(ses, respondent, e); err != nil {
				return err
			}
		}
		if place == "" {
			return nil
		}
		return b.savePlace(ses, respondent, place)
	})
}

func (b *batch) savePlace(ses target, respondent, item string) error {
	key, err := b.respondent(ses, respondent)
	if err != nil {
		return err
	}
	return b.exec("UPDATE respondents SET place = ? WHERE session = ? AND key = ?", item, ses.key, key)
}

// A target is what a write needs to know of its session.
type target struct {
	key        int64
	id         string
	identity   assess.Identity
	status     assess.Status
	binned     bool
	instrument int64
	timeless   bool // what comes without a time stays without
}

func (b *batch) target(id string) (target, error) {
	t := target{id: id}
	var binned int64
	err := b.QueryRowContext(context.Background(),
		"SELECT key, identity, status, binned, instrument FROM sessions WHERE id = ?", id).
		Scan(&t.key, &t.identity, &t.status, &binned, &t.instrument)
	if noRows(err) {
		return t, unknown(id)
	}
	t.binned = binned != 0
	return t, err
}

// outOfBin returns a session that is not in the bin.
func (b *batch) outOfBin(id string) (target, error) {
	t, err := b.target(id)
	if err == nil && t.binned {
		err = newFault(SessionBinned, nil, "session", id)
	}
	return t, err
}

// takesAnswers returns a session that is open and not in the bin.
func (b *batch) takesAnswers(id string) (target, error) {
	t, err := b.outOfBin(id)
	if err == nil && t.status != assess.Open {
		err = newFault(SessionLocked, nil, "session", id)
	}
	return t, err
}

func (b *batch) saveEntry(ses target, respondent string, e assess.Entry) error {
	e.Item = b.itemID(ses.instrument, e.Item)
	e.Round = max(e.Round, 1)
	if e.Blank() {
		err := b.exec(`DELETE FROM answers WHERE session = ?1 AND item = ?2 AND round = ?3 AND respondent =
			(SELECT key FROM respondents WHERE session = ?1 AND folded = ?4)`, ses.key, e.Item, e.Round, fold(respondent))
		if err != nil {
			return err
		}
		return b.touch(ses.key)
	}
	key, err := b.respondent(ses, respondent)
	if err != nil {
		return err
	}
	e.At = moments(b.now)
	if err := b.putEntry(ses, key, e); err != nil {
		return err
	}
	return b.touch(ses.key)
}

// itemID gives an item the spelling of the instrument. If that cannot be read,
// the answer is kept as it came.
func (b *batch) itemID(instrument int64, item string) string {
	in, err := b.instrument(instrument)
	if err != nil {
		return item
	}
	if it, _ := in.Item(item); it != nil {
		return it.ID
	}
	return item
}

func (b *batch) putEntry(ses target, respondent int64, e assess.Entry) error {
	at := millis(e.At)
	if ses.identity == assess.Anonymous {
		at = 0
	}
	return b.exec(`INSERT INTO answers (session, respondent, item, round, answer, note, evidence, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (session, respondent, item, round) DO UPDATE
		SET answer = excluded.answer, note = excluded.note, evidence = excluded.evidence, at = excluded.at`,
		ses.key, respondent, e.Item, e.Round, numberOf(e.Answer), e.Note, e.Evidence, at)
}

// respondent returns the key of a respondent, who is made if not there.
func (b *batch) respondent(ses target, id string) (int64, error) {
	key, err := one[int64](context.Background(), b, "SELECT key FROM respondents WHERE session = ? AND folded = ?", ses.key, fold(id))
	if err == nil || !noRows(err) {
		return key, err
	}
	if key, err = b.freeKey(ses); err != nil {
		return 0, err
	}
	b.touched[ses.key] = true
	return key, b.putRespondent(ses.key, key, assess.Respondent{ID: id})
}

func (b *batch) putRespondent(session, key int64, r assess.Respondent) error {
	return b.exec(`INSERT INTO respondents (session, key, id, folded, group_name, unit, rank, phase, consent, place)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, session, key, r.ID, fold(r.ID), r.Group, r.Unit, r.Rank, r.Phase, r.Consent, r.Place)
}

// freeKey returns a key for a new respondent: the next number, or in anonymous
// sessions a random one.
func (b *batch) freeKey(ses target) (int64, error) {
	if ses.identity == assess.Anonymous {
		return randomKey(), nil
	}
	return one[int64](context.Background(), b, "SELECT coalesce(max(key), 0) + 1 FROM respondents WHERE session = ?", ses.key)
}

// randomKey returns 62 random bits: two keys of a session never meet in
// practice, and if they do the insert is refused and saved again.
func randomKey() int64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // it never fails
	return int64(binary.BigEndian.Uint64(b[:]) >> 2)
}
