package data

import (
	"context"

	"luwes/assess"
)

// refresh makes the summaries of an older scoring anew, a batch at a time, so
// that saves come between; until then lists compute them as they read. It also
// counts the sessions, should the kept numbers be wrong.
func (s *Store) refresh(ctx context.Context) error {
	right, err := one[bool](ctx, s.current().read, `SELECT count(*) = 0 FROM counts
		WHERE number <> (SELECT count(*) FROM sessions WHERE (sessions.binned <> 0) = counts.binned)`)
	if err == nil && !right {
		err = s.change(ctx, "count sessions", func(b *batch) error {
			return b.exec("UPDATE counts SET number = (SELECT count(*) FROM sessions WHERE (sessions.binned <> 0) = counts.binned)")
		})
	}
	if err != nil {
		return err
	}
	for {
		n := 0
		err := s.change(ctx, "refresh summaries", func(b *batch) (err error) {
			n, err = b.touchStale(ctx)
			return err
		})
		if err != nil || n < batchSize {
			return err
		}
	}
}

// touchStale marks some sessions whose summary is of another scoring, but for
// those stamped 0, whose summary cannot be made.
func (b *batch) touchStale(ctx context.Context) (int, error) {
	rows, err := b.QueryContext(ctx, "SELECT session FROM summaries WHERE scoring <> ? AND scoring <> 0 LIMIT ?",
		assess.ScoringVersion, batchSize)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return 0, err
		}
		b.touched[key] = true
	}
	return n, rows.Err()
}
