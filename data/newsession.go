package data

import (
	"context"
	"slices"

	"luwes/assess"
)

// Create saves a whole session with its respondents and entries in one
// transaction and returns its id. Id and times are kept where they are given (an
// import), else made; an answer without a time stays without one in a session
// that brings its id, since its person was forgotten elsewhere.
//
// Faults: SessionExists, RespondentExists, and those of a write.
func (s *Store) Create(ctx context.Context, ses *assess.Session) (string, error) {
	id := ses.ID
	if id == "" {
		id = s.opt.newID()
	}
	err := s.change(ctx, "create session", func(b *batch) error { return b.create(id, ses) })
	if err != nil {
		return "", err
	}
	return id, nil
}

func (b *batch) create(id string, ses *assess.Session) error {
	ctx := context.Background()
	switch n, err := one[int](ctx, b, "SELECT count(*) FROM sessions WHERE id = ?", id); {
	case err != nil:
		return err
	case n > 0:
		return newFault(SessionExists, nil, "session", id)
	}
	instrument, err := b.putInstrument(ctx, ses.Instrument)
	if err != nil {
		return err
	}
	t, err := b.putSession(id, ses.Header, instrument)
	if err != nil {
		return err
	}
	t.timeless = ses.ID != ""
	if err := b.putRespondents(t, ses.Respondents); err != nil {
		return err
	}
	if err := b.putTalk(t, ses); err != nil {
		return err
	}
	if err := b.putDossier(t, &ses.Dossier); err != nil {
		return err
	}
	for _, r := range ses.Reopenings {
		if err := b.putReopening(t.key, r); err != nil {
			return err
		}
	}
	b.touched[t.key] = true
	if t.status == assess.Completed {
		return b.seal(t)
	}
	return nil
}

func (b *batch) putSession(id string, h assess.Header, instrument int64) (target, error) {
	t := target{id: id, identity: h.Identity, status: h.Status, instrument: instrument}
	if t.status == "" {
		t.status = assess.Open
	}
	created := b.orNow(millis(h.Created))
	changed := millis(h.Changed)
	if changed == 0 {
		changed = b.now
	}
	completed := millis(h.Completed)
	if t.status == assess.Completed {
		completed = b.orNow(completed)
	}
	res, err := b.execResult(`INSERT INTO sessions (id, title, date, budget_year, region_code, region_name, unit, method,
		identity, status, language, modules, expected, eligible, margin, revealed,
		instrument, created, changed, completed, binned, checksum, title_folded, region_folded, words)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)`,
		id, h.Title, h.Date, h.BudgetYear, h.Region.Code, h.Region.Name, h.Unit, h.Method,
		h.Identity, t.status, h.Language, modulesText(h.Modules), h.Expected, h.Eligible, h.Margin, millis(h.Revealed),
		instrument, created, changed, completed, millis(h.Binned),
		fold(h.Title), fold(h.Region.Name), words(h))
	if err != nil {
		return t, err
	}
	t.key, err = res.LastInsertId()
	return t, err
}

func (b *batch) orNow(ms int64) int64 {
	if ms == 0 {
		return b.now
	}
	return ms
}

// putRespondents saves respondents in the order given; in anonymous sessions
// their keys are random numbers in that order.
func (b *batch) putRespondents(t target, people []assess.Respondent) error {
	keys := make([]int64, len(people))
	for i := range keys {
		keys[i] = int64(i + 1)
		if t.identity == assess.Anonymous {
			keys[i] = randomKey()
		}
	}
	slices.Sort(keys)
	seen := map[string]bool{}
	for i, r := range people {
		if seen[fold(r.ID)] {
			return newFault(RespondentExists, nil, "session", t.id, "respondent", r.ID)
		}
		seen[fold(r.ID)] = true
		if err := b.putPerson(t, keys[i], r); err != nil {
			return err
		}
	}
	return nil
}

// putPerson saves a respondent with all entries. Times are kept where they are
// given, else made unless the session is timeless.
func (b *batch) putPerson(t target, key int64, r assess.Respondent) error {
	if err := b.putRespondent(t.key, key, r); err != nil {
		return err
	}
	for _, e := range r.Entries {
		if e.Blank() {
			continue
		}
		e.Item, e.Round = b.itemID(t.instrument, e.Item), max(e.Round, 1)
		if !t.timeless {
			e.At = moments(b.orNow(millis(e.At)))
		}
		if err := b.putEntry(t, key, e); err != nil {
			return err
		}
	}
	return nil
}
