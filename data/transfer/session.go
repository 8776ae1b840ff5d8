package transfer

import (
	"io"
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
//	identity, status, language, modules, created, changed, completed,
//	reopenings [{at, reason}], instrument_text,
//	respondents [{id, group*, unit*, rank*, place*,
//	  answers [{item, round, level* or answer*, note*, evidence*, at*}]}]
//
// A level 1..L stands under level, "na" and "dk" under answer; an entry that
// holds words only has neither. Times are RFC 3339 in UTC, to the millisecond. Lists keep their
// order. Nothing else is in the file, so the same session gives the same bytes
// on any computer.
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
	o.put("created", stamp(s.Created))
	o.put("changed", stamp(s.Changed))
	o.put("completed", stamp(s.Completed))
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
	return writeJSON(w, o)
}

func respondent(r *assess.Respondent) object {
	o := object{}
	o.put("id", r.ID)
	o.optional("group", r.Group)
	o.optional("unit", r.Unit)
	o.optional("rank", r.Rank)
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
