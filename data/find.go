package data

import (
	"context"
	"strings"

	"luwes/assess"
)

// Last is the reference to the session that was changed last.
const Last = "last"

// shortestRef is how much of an id has to be given at least.
const shortestRef = 4

// Resolve returns the id that a person means by a full id, an unambiguous
// beginning of at least 4 characters, or "last": the session changed most
// recently that is not in the bin.
//
// Faults: SessionUnknown, SessionAmbiguous.
func (s *Store) Resolve(ctx context.Context, ref string) (string, error) {
	ref = strings.ToLower(strings.TrimSpace(ref))
	var id string
	err := s.read(ctx, "find session", func(q querier) (err error) {
		if ref == Last {
			id, err = one[string](ctx, q, "SELECT id FROM sessions WHERE binned = 0 ORDER BY changed DESC, id LIMIT 1")
			if noRows(err) {
				err = unknown(ref)
			}
			return err
		}
		id, err = resolve(ctx, q, ref)
		return err
	})
	return id, err
}

func resolve(ctx context.Context, q querier, ref string) (string, error) {
	rows, err := q.QueryContext(ctx, "SELECT id FROM sessions WHERE id >= ? AND id < ? ORDER BY id LIMIT 10", ref, ref+"\U0010ffff")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return "", err
		}
		if id == ref {
			return id, nil
		}
		ids = append(ids, id)
	}
	switch {
	case rows.Err() != nil:
		return "", rows.Err()
	case len(ids) == 0 || len(ref) < shortestRef:
		return "", unknown(ref)
	case len(ids) > 1:
		return "", newFault(SessionAmbiguous, nil, "session", ref, "matches", strings.Join(ids, " "))
	}
	return ids[0], nil
}

// Earlier returns the latest other session of the same place and instrument with
// an earlier date, or with the same date and created earlier, that is not in the
// bin; nil if there is none.
//
// Faults: SessionUnknown.
func (s *Store) Earlier(ctx context.Context, id string) (*assess.Session, error) {
	return s.before(ctx, id, `instruments.id =
		(SELECT instruments.id FROM instruments JOIN sessions ON sessions.instrument = instruments.key WHERE sessions.id = ?)`, id)
}

// EarlierPlan is like Earlier, but returns the latest session that has a plan,
// whatever its instrument: a rehearsal of the official form, or a session that was
// left without a plan, does not end what a place had begun.
//
// Faults: SessionUnknown.
func (s *Store) EarlierPlan(ctx context.Context, id string) (*assess.Session, error) {
	return s.before(ctx, id, "EXISTS (SELECT 1 FROM documents WHERE session = sessions.key AND name = ?)", assess.PlanPart)
}

// before returns the latest session of the same place before another that is as a
// condition wants it; nil if there is none.
func (s *Store) before(ctx context.Context, id, such string, args ...any) (*assess.Session, error) {
	var ses *assess.Session
	err := s.read(ctx, "find earlier session", func(q querier) error {
		h, _, err := readHead(ctx, q, "id = ?", id)
		if noRows(err) {
			return unknown(id)
		}
		if err != nil {
			return err
		}
		earlier, err := earlierID(ctx, q, h, such, args...)
		if err != nil || earlier == "" {
			return err
		}
		ses, err = s.session(ctx, q, earlier)
		return err
	})
	return ses, err
}

func earlierID(ctx context.Context, q querier, h assess.Header, such string, args ...any) (string, error) {
	where, arg := "region_code = ?", h.Region.Code
	if arg == "" {
		where, arg = "region_code = '' AND region_folded = ?", fold(h.Region.Name)
	}
	rows, err := q.QueryContext(ctx, "SELECT "+headColumns+` FROM sessions JOIN instruments ON instruments.key = instrument
		WHERE binned = 0 AND `+where+` AND sessions.id <> ? AND (date < ? OR date = ? AND created < ?) AND `+such+`
		ORDER BY date DESC, created DESC, sessions.id`,
		append([]any{arg, h.ID, h.Date, h.Date, millis(h.Created)}, args...)...)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	for rows.Next() {
		var other assess.Header
		targets, finish := headTargets(&other)
		if err := rows.Scan(targets...); err != nil {
			return "", err
		}
		if err := finish(); err != nil {
			return "", err
		}
		if assess.SamePlace(h, other) {
			return other.ID, nil
		}
	}
	return "", rows.Err()
}
