package data

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"luwes/assess"
)

// Amend corrects the header of a session: title, date, budget year, region,
// unit, language, expected and eligible people at any time, modules while it is
// open, the margin until the answers are revealed. Other fields of h are not
// looked at.
//
// Faults: SessionUnknown, SessionBinned, SessionLocked (other modules or another
// margin of a completed session), MarginFixed, and those of a write.
func (s *Store) Amend(ctx context.Context, id string, h assess.Header) error {
	return s.change(ctx, "amend session", func(b *batch) error {
		ses, err := b.outOfBin(id)
		if err != nil {
			return err
		}
		old, _, err := readHead(ctx, b, "key = ?", ses.key)
		if err != nil {
			return err
		}
		switch {
		case ses.status != assess.Open && (!slices.Equal(old.Modules, h.Modules) || old.Margin != h.Margin):
			return newFault(SessionLocked, nil, "session", id)
		case !old.Revealed.IsZero() && old.Margin != h.Margin:
			return newFault(MarginFixed, nil, "session", id)
		}
		sealed, err := b.sealed(ses)
		if err != nil {
			return err
		}
		if err := b.putHead(ses.key, h); err != nil {
			return err
		}
		if sealed {
			if err := b.seal(ses); err != nil {
				return err
			}
		}
		return b.touch(ses.key)
	})
}

func (b *batch) putHead(key int64, h assess.Header) error {
	return b.exec(`UPDATE sessions SET title = ?, date = ?, budget_year = ?, region_code = ?, region_name = ?, unit = ?,
		language = ?, modules = ?, expected = ?, eligible = ?, margin = ?, title_folded = ?, region_folded = ?, words = ? WHERE key = ?`,
		h.Title, h.Date, h.BudgetYear, h.Region.Code, h.Region.Name, h.Unit, h.Language, modulesText(h.Modules),
		h.Expected, h.Eligible, h.Margin, fold(h.Title), fold(h.Region.Name), words(h), key)
}

func modulesText(modules []string) string {
	if len(modules) == 0 {
		return "[]"
	}
	b, err := json.Marshal(modules)
	if err != nil {
		return "[]" // a list of strings always has a text
	}
	return string(b)
}

// words is the text that a filter searches.
func words(h assess.Header) string {
	return fold(strings.Join([]string{h.Title, h.Region.Name, h.Unit, h.Date}, "\n"))
}

// Complete locks a session against further answers and seals it with a
// checksum. A completed one stays as it is. The answers of a group are revealed
// by that, if they were not before.
//
// Faults: SessionUnknown, SessionBinned, and those of a write.
func (s *Store) Complete(ctx context.Context, id string) error {
	return s.change(ctx, "complete session", func(b *batch) error {
		ses, err := b.outOfBin(id)
		if err != nil || ses.status == assess.Completed {
			return err
		}
		err = b.exec(`UPDATE sessions SET status = ?1, completed = ?2,
			revealed = CASE WHEN method = ?3 AND revealed = 0 THEN ?2 ELSE revealed END WHERE key = ?4`,
			assess.Completed, b.now, assess.GroupMethod, ses.key)
		if err != nil {
			return err
		}
		if err := b.seal(ses); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
}

// Reopen lets a completed session take answers again. The reason is kept.
//
// Faults: ReasonMissing, SessionUnknown, SessionBinned, SessionOpen, and those of
// a write.
func (s *Store) Reopen(ctx context.Context, id, reason string) error {
	reason = strings.TrimSpace(reason)
	return s.change(ctx, "reopen session", func(b *batch) error {
		ses, err := b.outOfBin(id)
		switch {
		case err != nil:
			return err
		case ses.status == assess.Open:
			return newFault(SessionOpen, nil, "session", id)
		case reason == "":
			return newFault(ReasonMissing, nil, "session", id)
		}
		err = b.exec("UPDATE sessions SET status = ?, completed = 0, checksum = '' WHERE key = ?", assess.Open, ses.key)
		if err != nil {
			return err
		}
		if err := b.putReopening(ses.key, assess.Reopening{At: moments(b.now), Reason: reason}); err != nil {
			return err
		}
		return b.touch(ses.key)
	})
}

func (b *batch) putReopening(key int64, r assess.Reopening) error {
	return b.exec(`INSERT INTO reopenings (session, number, at, reason)
		SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 FROM reopenings WHERE session = ?1`, key, millis(r.At), r.Reason)
}
