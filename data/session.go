package data

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"luwes/assess"
)

// headColumns are the columns of a header, in the order of scanHead.
const headColumns = `sessions.id, title, date, budget_year, region_code, region_name, unit, method, identity,
	status, language, modules, expected, eligible, margin, revealed, created, changed, completed, binned, pin <> ''`

// headTargets returns where to scan headColumns to, and what finishes the header
// afterwards.
func headTargets(h *assess.Header) (targets []any, finish func() error) {
	var modules string
	var revealed, created, changed, completed, binned int64
	targets = []any{&h.ID, &h.Title, &h.Date, &h.BudgetYear, &h.Region.Code, &h.Region.Name, &h.Unit, &h.Method,
		&h.Identity, &h.Status, &h.Language, &modules, &h.Expected, &h.Eligible, &h.Margin, &revealed, &created, &changed, &completed, &binned, &h.Locked}
	return targets, func() error {
		h.Created, h.Changed = moments(created), moments(changed)
		h.Revealed, h.Completed, h.Binned = moments(revealed), moments(completed), moments(binned)
		if modules == "[]" {
			return nil
		}
		if err := json.Unmarshal([]byte(modules), &h.Modules); err != nil {
			return fmt.Errorf("read modules: %w", err)
		}
		return nil
	}
}

// headKeys are the keys of a session and of its instrument.
type headKeys struct{ session, instrument int64 }

// readHead reads one header and its keys.
func readHead(ctx context.Context, q querier, where string, arg any) (h assess.Header, keys headKeys, err error) {
	targets, finish := headTargets(&h)
	row := q.QueryRowContext(ctx, "SELECT "+headColumns+", key, instrument FROM sessions WHERE "+where, arg)
	if err := row.Scan(append(targets, &keys.session, &keys.instrument)...); err != nil {
		return h, keys, err
	}
	return h, keys, finish()
}

// Session returns a whole session by its id, from one read transaction.
// Respondents come in saved order, in anonymous sessions in the order of their
// random keys; entries, shows of hands and settlements in the order of the
// instrument, then by round. Parts of the dossier that cannot be read are named in
// Unread, and the rest is there.
//
// Faults: SessionUnknown, and those of a broken or busy file.
func (s *Store) Session(ctx context.Context, id string) (*assess.Session, error) {
	var ses *assess.Session
	err := s.read(ctx, "read session", func(q querier) (err error) {
		ses, err = s.session(ctx, q, id)
		return err
	})
	return ses, err
}

func (s *Store) session(ctx context.Context, q querier, id string) (*assess.Session, error) {
	h, keys, err := readHead(ctx, q, "id = ?", id)
	if noRows(err) {
		return nil, unknown(id)
	}
	if err != nil {
		return nil, err
	}
	ses := &assess.Session{Header: h}
	if ses.Instrument, err = s.instrument(ctx, q, keys.instrument); err != nil {
		return nil, err
	}
	if ses.Respondents, err = readRespondents(ctx, q, keys.session, ses.Instrument); err != nil {
		return nil, err
	}
	if ses.Hands, err = readHands(ctx, q, keys.session, ses.Instrument); err != nil {
		return nil, err
	}
	if ses.Settlements, err = readSettlements(ctx, q, keys.session, ses.Instrument); err != nil {
		return nil, err
	}
	if ses.Dossier, ses.Unread, err = readDossier(ctx, q, keys.session); err != nil {
		return nil, err
	}
	ses.Reopenings, err = readReopenings(ctx, q, keys.session)
	return ses, err
}

func unknown(id string) *Fault { return newFault(SessionUnknown, nil, "session", id) }

func readRespondents(ctx context.Context, q querier, key int64, in *assess.Instrument) ([]assess.Respondent, error) {
	rows, err := q.QueryContext(ctx, `SELECT key, id, group_name, unit, rank, phase, consent, place FROM respondents
		WHERE session = ? ORDER BY key`, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var people []assess.Respondent
	at := map[int64]int{}
	for rows.Next() {
		var k int64
		var r assess.Respondent
		if err := rows.Scan(&k, &r.ID, &r.Group, &r.Unit, &r.Rank, &r.Phase, &r.Consent, &r.Place); err != nil {
			return nil, err
		}
		at[k] = len(people)
		people = append(people, r)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return people, readEntries(ctx, q, key, people, at, in)
}

// readEntries adds the entries of a session to its respondents.
func readEntries(ctx context.Context, q querier, key int64, people []assess.Respondent, at map[int64]int, in *assess.Instrument) error {
	rows, err := q.QueryContext(ctx, `SELECT respondent, item, round, answer, note, evidence, at FROM answers
		WHERE session = ? ORDER BY respondent, item, round`, key)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var k, when int64
		var answer int
		var e assess.Entry
		if err := rows.Scan(&k, &e.Item, &e.Round, &answer, &e.Note, &e.Evidence, &when); err != nil {
			return err
		}
		e.Answer, e.At = answerOf(answer), moments(when)
		p := &people[at[k]]
		p.Entries = append(p.Entries, e)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	order := positions(in)
	for i := range people {
		slices.SortFunc(people[i].Entries, func(a, b assess.Entry) int {
			return cmp.Or(order.compare(a.Item, b.Item), a.Round-b.Round)
		})
	}
	return nil
}

// An itemOrder is the place of each item in its instrument.
type itemOrder map[string]int

func positions(in *assess.Instrument) itemOrder {
	order := itemOrder{}
	for _, s := range in.Scales {
		for _, it := range s.Items {
			order[it.ID] = len(order)
		}
	}
	return order
}

// of returns the place of an item; one that the instrument does not have comes
// last.
func (o itemOrder) of(item string) int {
	if n, ok := o[item]; ok {
		return n
	}
	return len(o)
}

// compare orders two items.
func (o itemOrder) compare(a, b string) int {
	return cmp.Or(cmp.Compare(o.of(a), o.of(b)), strings.Compare(a, b))
}

func readReopenings(ctx context.Context, q querier, key int64) ([]assess.Reopening, error) {
	rows, err := q.QueryContext(ctx, "SELECT at, reason FROM reopenings WHERE session = ? ORDER BY number", key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []assess.Reopening
	for rows.Next() {
		var at int64
		var r assess.Reopening
		if err := rows.Scan(&at, &r.Reason); err != nil {
			return nil, err
		}
		r.At = moments(at)
		out = append(out, r)
	}
	return out, rows.Err()
}
