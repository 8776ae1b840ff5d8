package transfer

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"luwes/assess"
)

// ReadSession reads luwes/session/1. Unknown, repeated and missing keys, wrong
// types and values that no session can have are problems with line and column,
// all told at once. The instrument is read from the text that the file carries.
func ReadSession(r io.Reader, file string) (*assess.Session, error) {
	src, err := io.ReadAll(&limitedReader{r: r, left: MaxBytes})
	if errors.Is(err, errTooLarge) {
		return nil, assess.Problems{assess.NewProblem("file-too-large", "limit", itoa(MaxBytes>>20))}.In(file)
	}
	if err != nil {
		return nil, err
	}
	t := &sessionText{jsonText: newJSONText(bytes.TrimPrefix(src, []byte("\uFEFF")))}
	var s *assess.Session
	if n, ok := t.root(); ok {
		s = t.session(n)
	}
	if err := t.problems.err(file); err != nil {
		return nil, err
	}
	return s, nil
}

// A sessionText is a session file while it is read.
type sessionText struct {
	*jsonText
	items  map[string]*assess.Item // by exact id; nil while the instrument is broken
	levels int
}

var sessionKeys = []string{"schema", "id", "title", "date", "budget_year", "region", "unit", "method", "identity",
	"status", "language", "modules", "expected", "eligible", "margin", "created", "changed", "completed", "revealed",
	"reopenings", "instrument_text", "respondents", "counts", "agreed"}

func (t *sessionText) session(n node) *assess.Session {
	m, _ := n.value.(*members)
	if m == nil || m.of("schema").value != sessionSchema {
		found := ""
		if m != nil {
			found, _ = m.of("schema").value.(string)
		}
		t.add(n.at, "session-schema", "value", short(found), "want", sessionSchema)
		return nil
	}
	f, _ := t.fields(n, slices.Concat(sessionKeys, dossierKeys)...)
	s := &assess.Session{Header: t.header(f), Instrument: t.instrument(f)}
	if !f.null("budget_year") {
		s.BudgetYear = f.number("budget_year", 1, 9999)
	}
	for _, n := range f.list("modules") {
		id, ok := n.value.(string)
		if !ok {
			t.wrongType(n, "string")
		}
		s.Modules = append(s.Modules, id)
	}
	for _, n := range f.list("reopenings") {
		if rf, ok := t.fields(n, "at", "reason"); ok {
			s.Reopenings = append(s.Reopenings, assess.Reopening{At: rf.moment("at"), Reason: rf.words("reason")})
		}
	}
	t.people(f, s)
	t.talk(f, s)
	t.dossier(f, s)
	if s.Revealed = opened(s); f.has("revealed") {
		s.Revealed = f.moment("revealed")
	}
	return s
}

func (t *sessionText) header(f fields) assess.Header {
	h := assess.Header{
		ID:        f.name("id"),
		Title:     f.name("title"),
		Date:      f.name("date"),
		Unit:      f.name("unit"),
		Method:    assess.Method(f.oneOf("method", "self", "group", "consensus")),
		Identity:  assess.Identity(f.oneOf("identity", "named", "coded", "anonymous")),
		Status:    assess.Status(f.oneOf("status", "open", "completed")),
		Language:  f.oneOf("language", "", "id", "en"), // empty: the screens did not always say it
		Created:   f.moment("created"),
		Changed:   f.moment("changed"),
		Completed: f.moment("completed"),
		Expected:  f.optionalNumber("expected", 1, maxCrowd),
		Eligible:  f.optionalNumber("eligible", 1, maxCrowd),
	}
	if f.has("margin") {
		h.Margin = f.decimal("margin", 0, 100)
	}
	if rf, ok := t.fields(f.get("region"), "code", "name"); ok {
		h.Region = assess.Region{Code: rf.name("code"), Name: rf.name("name")}
	}
	if f.has("id") && !ValidID(h.ID) {
		f.bad("id", h.ID)
	}
	if _, err := time.Parse(time.DateOnly, h.Date); err != nil && f.has("date") {
		f.bad("date", h.Date)
	}
	if f.has("completed") && (h.Status == assess.Completed) == h.Completed.IsZero() {
		t.add(f.m.of("completed").at, "session-completed-time", "status", string(h.Status))
	}
	return h
}

// ValidID reports whether s has the form of a session id: 10 lower-case base-32
// characters.
func ValidID(s string) bool {
	odd := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	return len(s) == 10 && !strings.ContainsFunc(s, odd)
}

// instrument parses the text that the session keeps. Its problems are given at
// the place of the text, with their own place inside it.
func (t *sessionText) instrument(f fields) *assess.Instrument {
	src := f.text("instrument_text")
	if !f.has("instrument_text") {
		return nil
	}
	in, err := assess.ParseInstrument([]byte(src))
	var inner assess.Problems
	if errors.As(err, &inner) {
		for _, p := range inner {
			pairs := []string{"line", itoa(p.Place.Line), "column", itoa(p.Place.Column), "inner", p.Code}
			for _, key := range slices.Sorted(maps.Keys(p.Values)) {
				pairs = append(pairs, key, p.Values[key])
			}
			t.add(f.m.of("instrument_text").at, "session-instrument", pairs...)
		}
		return nil
	}
	t.items, t.levels = map[string]*assess.Item{}, in.Levels
	for i := range in.Scales {
		for j := range in.Scales[i].Items {
			it := &in.Scales[i].Items[j]
			t.items[it.ID] = it
		}
	}
	return in
}

func (t *sessionText) people(f fields, s *assess.Session) {
	seen := map[string]bool{}
	for _, n := range f.list("respondents") {
		rf, ok := t.fields(n, "id", "group", "unit", "rank", "phase", "consent", "place", "answers")
		if !ok {
			continue
		}
		r := assess.Respondent{
			ID:    rf.name("id"),
			Group: rf.optional("group", rf.name),
			Unit:  rf.optional("unit", rf.name),
			Rank:  rf.optional("rank", rf.name),
			Place: rf.optional("place", rf.name),
		}
		if rf.has("phase") {
			r.Phase = assess.Phase(rf.oneOf("phase", string(assess.Waiting), string(assess.Answering), string(assess.Done)))
		}
		if rf.has("consent") {
			r.Consent = rf.flag("consent")
		}
		key := fold(strings.TrimSpace(r.ID))
		switch {
		case !rf.has("id"):
		case key == "" || key != fold(r.ID):
			rf.bad("id", r.ID)
		case seen[key]:
			t.add(rf.m.of("id").at, "respondent-twice", "value", short(r.ID), "first", short(r.ID))
		}
		seen[key] = true
		if r.Place != "" && t.items != nil && t.items[r.Place] == nil {
			t.add(rf.m.of("place").at, "item-unknown", "value", short(r.Place))
		}
		r.Entries = t.entries(rf)
		s.Respondents = append(s.Respondents, r)
	}
}

func (t *sessionText) entries(rf fields) []assess.Entry {
	var entries []assess.Entry
	seen := map[place]bool{}
	for _, n := range rf.list("answers") {
		f, ok := t.fields(n, "item", "round", "level", "answer", "note", "evidence", "at")
		if !ok {
			continue
		}
		e := assess.Entry{
			Item:     f.name("item"),
			Round:    f.number("round", 1, maxRound),
			Answer:   t.answer(f),
			Note:     f.optional("note", f.words),
			Evidence: f.optional("evidence", f.words),
		}
		if f.has("at") {
			e.At = f.moment("at")
		}
		t.once(f, seen, place{e.Item, e.Round})
		entries = append(entries, e)
	}
	return entries
}

// once tells an item that the instrument does not have or that has been seen in
// the round.
func (t *sessionText) once(f fields, seen map[place]bool, p place) {
	switch {
	case !f.has("item"):
	case t.items != nil && t.items[p.item] == nil:
		t.add(f.m.of("item").at, "item-unknown", "value", short(p.item))
	case seen[p]:
		t.add(f.m.of("item").at, "item-twice", "item", p.item, "value", short(p.item))
	}
	seen[p] = true
}

func (t *sessionText) answer(f fields) assess.Answer {
	switch {
	case f.has("level") && f.has("answer"):
		t.add(f.m.of("answer").at, "json-unknown", "key", "answer")
	case f.has("level"):
		return assess.At(f.number("level", 1, t.top()))
	case f.has("answer"):
		a, _ := assess.ParseAnswer(f.oneOf("answer", "na", "dk"), assess.MinLevels)
		return a
	}
	return assess.Answer{}
}

// top is the highest level of the instrument.
func (t *sessionText) top() int {
	if t.items == nil {
		return assess.MaxLevels
	}
	return t.levels
}
