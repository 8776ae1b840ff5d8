package data

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"luwes/assess"
)

// Raise saves a show of hands in the place of the one before at the item and
// round; a blank one is removed.
//
// Faults: SessionUnknown, SessionLocked, SessionBinned, and those of a write.
func (s *Store) Raise(ctx context.Context, session string, h assess.Hands) error {
	return s.change(ctx, "save hands", func(b *batch) error {
		ses, err := b.takesAnswers(session)
		if err != nil {
			return err
		}
		if err := b.raise(ses, h); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
}

func (b *batch) raise(ses target, h assess.Hands) error {
	h.Item, h.Round = b.itemID(ses.instrument, h.Item), max(h.Round, 1)
	if h.Blank() {
		return b.exec("DELETE FROM hands WHERE session = ? AND item = ? AND round = ?", ses.key, h.Item, h.Round)
	}
	levels, err := json.Marshal(b.everyLevel(ses.instrument, h.Levels))
	if err != nil {
		return err
	}
	return b.exec(`INSERT INTO hands (session, item, round, levels, inapplicable, dont_know) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (session, item, round) DO UPDATE
		SET levels = excluded.levels, inapplicable = excluded.inapplicable, dont_know = excluded.dont_know`,
		ses.key, h.Item, h.Round, string(levels), h.Inapplicable, h.DontKnow)
}

// everyLevel lengthens the counts to all levels of the instrument, so that a
// list always says the same of the same hands.
func (b *batch) everyLevel(instrument int64, levels []int) []int {
	in, err := b.instrument(instrument)
	if err != nil || len(levels) >= in.Levels {
		return levels
	}
	return append(slices.Clone(levels), make([]int, in.Levels-len(levels))...)
}

func readHands(ctx context.Context, q querier, key int64, in *assess.Instrument) ([]assess.Hands, error) {
	rows, err := q.QueryContext(ctx, "SELECT item, round, levels, inapplicable, dont_know FROM hands WHERE session = ?", key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []assess.Hands
	for rows.Next() {
		var h assess.Hands
		var levels string
		if err := rows.Scan(&h.Item, &h.Round, &levels, &h.Inapplicable, &h.DontKnow); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(levels), &h.Levels); err != nil {
			return nil, fmt.Errorf("read hands: %w", err)
		}
		out = append(out, h)
	}
	if len(out) > 1 {
		order := positions(in)
		slices.SortFunc(out, func(a, b assess.Hands) int {
			return cmp.Or(order.compare(a.Item, b.Item), a.Round-b.Round)
		})
	}
	return out, rows.Err()
}
