package data

import (
	"context"
	"slices"

	"luwes/assess"
)

// Settle saves what the talk left at an item in the place of what was there; a
// blank settlement is removed. The store sets the time, which anonymous sessions
// do not have.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned, and those of a write.
func (s *Store) Settle(ctx context.Context, session string, st assess.Settlement) error {
	return s.change(ctx, "save settlement", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		st.At = moments(b.now)
		if err := b.settle(ses, st); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
}

func (b *batch) settle(ses target, st assess.Settlement) error {
	st.Item = b.itemID(ses.instrument, st.Item)
	if st.Blank() {
		return b.exec("DELETE FROM settlements WHERE session = ? AND item = ?", ses.key, st.Item)
	}
	if st.Outcome != assess.Agreed {
		st.Level = 0
	}
	at := millis(st.At)
	if ses.identity == assess.Anonymous {
		at = 0
	}
	return b.exec(`INSERT INTO settlements (session, item, outcome, level, reason, dissent, high, low, at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (session, item) DO UPDATE SET outcome = excluded.outcome, level = excluded.level,
		reason = excluded.reason, dissent = excluded.dissent, high = excluded.high, low = excluded.low, at = excluded.at`,
		ses.key, st.Item, st.Outcome, st.Level, st.Reason, st.Dissent, st.High, st.Low, at)
}

func readSettlements(ctx context.Context, q querier, key int64, in *assess.Instrument) ([]assess.Settlement, error) {
	rows, err := q.QueryContext(ctx, `SELECT item, outcome, level, reason, dissent, high, low, at
		FROM settlements WHERE session = ?`, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []assess.Settlement
	for rows.Next() {
		var st assess.Settlement
		var at int64
		if err := rows.Scan(&st.Item, &st.Outcome, &st.Level, &st.Reason, &st.Dissent, &st.High, &st.Low, &at); err != nil {
			return nil, err
		}
		st.At = moments(at)
		out = append(out, st)
	}
	if len(out) > 1 {
		order := positions(in)
		slices.SortFunc(out, func(a, b assess.Settlement) int { return order.compare(a.Item, b.Item) })
	}
	return out, rows.Err()
}

// Reveal opens the answers of a group to the room. The first time is kept.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned, and those of a write.
func (s *Store) Reveal(ctx context.Context, session string) error {
	return s.change(ctx, "reveal session", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		if err := b.exec("UPDATE sessions SET revealed = ? WHERE key = ? AND revealed = 0", b.now, ses.key); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
}
