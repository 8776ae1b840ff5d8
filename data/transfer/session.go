package transfer

import (
	"io"
	"slices"
	"time"

	"luwes/assess"
)

// sessionSchema is the first value of a session file.
const sessionSchema = "luwes/session/1"

// WriteSession writes luwes/session/1. The keys stand in this order; those
// marked * are left out when they have nothing to say, all others are always
// there, null where unknown:
//
//	schema, id, title, date, budget_year, region {code, name}, unit, method,
//	identity, status, language, modules, expected*, eligible*, margin*,
//	created, changed, completed, revealed*,
//	reopenings [{at, reason}], instrument_text,
//	respondents [{id, group*, unit*, rank*, phase*, consent*, place*,
//	  answers [{item, round, level* or answer*, note*, evidence*, at*}]}],
//	counts* [{item, round, levels [people at level 1, 2, …], na*, dk*}],
//	agreed* [{item, outcome*, level*, reason*, dissent*, high*, low*, at*}],
//	wanted* [assess.Wanted], facts* [assess.Fact],
//	cooperation* [assess.Cooperation], plan* [assess.Action],
//	scenarios* [assess.Scenario]
//
// A level 1..L stands under level, "na" and "dk" under answer; an entry that
// holds words only has neither. Counts are shows of hands, agreed is what the
// talk left. The entries of the last five have the keys that the JSON tags of
// their types give, in that order. Times are RFC 3339 in UTC, to the millisecond.
// Lists keep their order. Without revealed, a group counts as revealed when it was
// created if it has respondents and none of them a phase, for then it was filled
// from a file; else as not revealed, which null says too. Nothing else is in the
// file, no PIN either, so the same session gives the same bytes on any computer.
func WriteSession(w io.Writer, s *assess.Session) error {
	o := &object{}
	o.put("schema", sessionSchema)
	o.put("id", s.ID)
	o.put("title", s.Title)
	o.put("date", s.Date)
	if s.BudgetYear == 0 {
		o.put("budget_year", nil)
	} else {
		o.put("budget_year", s.BudgetYear)
	}
	o.put("region", region(s.Region))
	o.put("unit", s.Unit)
	o.put("method", s.Method)
	o.put("identity", s.Identity)
	o.put("status", s.Status)
	o.put("language", s.Language)
	o.put("modules", list(s.Modules))
	o.number("expected", s.Expected)
	o.number("eligible", s.Eligible)
	if s.Margin != 0 {
		o.put("margin", s.Margin)
	}
	o.put("created", stamp(s.Created))
	o.put("changed", stamp(s.Changed))
	o.put("completed", stamp(s.Completed))
	if moment(s.Revealed) != moment(opened(s)) {
		o.put("revealed", stamp(s.Revealed))
	}
	var reopenings, people []object
	for _, r := range s.Reopenings {
		again := object{}
		again.put("at", stamp(r.At))
		again.put("reason", r.Reason)
		reopenings = append(reopenings, again)
	}
	for i := range s.Respondents {
		people = append(people, respondent(&s.Respondents[i]))
	}
	o.put("reopenings", list(reopenings))
	o.put("instrument_text", s.Instrument.Source)
	o.put("respondents", list(people))
	putTalk(o, s)
	putDossier(o, s)
	return writeJSON(w, o)
}

// opened is when the answers of a session were revealed whose file does not say
// so.
func opened(s *assess.Session) time.Time {
	managed := func(r assess.Respondent) bool { return r.Phase != assess.Unmanaged }
	if s.Method != assess.GroupMethod || len(s.Respondents) == 0 || slices.ContainsFunc(s.Respondents, managed) {
		return time.Time{}
	}
	return s.Created
}

func respondent(r *assess.Respondent) object {
	o := object{}
	o.put("id", r.ID)
	o.optional("group", r.Group)
	o.optional("unit", r.Unit)
	o.optional("rank", r.Rank)
	o.optional("phase", string(r.Phase))
	if r.Consent {
		o.put("consent", true)
	}
	o.optional("place", r.Place)
	var answers []object
	for _, e := range r.Entries {
		answers = append(answers, answer(e))
	}
	o.put("answers", list(answers))
	return o
}

func answer(e assess.Entry) object {
	o := object{}
	o.put("item", e.Item)
	o.put("round", e.Round)
	switch e.Answer.Kind {
	case assess.Level:
		o.put("level", e.Answer.Level)
	case assess.Inapplicable, assess.DontKnow:
		o.put("answer", e.Answer.String())
	}
	o.optional("note", e.Note)
	o.optional("evidence", e.Evidence)
	if !e.At.IsZero() {
		o.put("at", stamp(e.At))
	}
	return o
}

// stamp writes a time, and null for none.
func stamp(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UTC().Format(stampFormat)
}

// stampFormat is RFC 3339 to the millisecond, which is what the store keeps.
const stampFormat = "2006-01-02T15:04:05.999Z07:00"
