package transfer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"luwes/assess"
)

// Differences lists in what a session in a file differs from the one that is
// saved under the same id. The order of answers, the place where a person was
// and the time of the last change are no differences: they say nothing else. Nor
// is a time that the file does not have.
func Differences(saved, file *assess.Session) assess.Problems {
	d := &differences{}
	d.field("title", saved.Title, file.Title)
	d.field("date", saved.Date, file.Date)
	d.field("budget_year", itoa(saved.BudgetYear), itoa(file.BudgetYear))
	d.field("region", saved.Region.Code+" "+saved.Region.Name, file.Region.Code+" "+file.Region.Name)
	d.field("unit", saved.Unit, file.Unit)
	d.field("method", string(saved.Method), string(file.Method))
	d.field("identity", string(saved.Identity), string(file.Identity))
	d.field("status", string(saved.Status), string(file.Status))
	d.field("language", saved.Language, file.Language)
	d.field("modules", strings.Join(slices.Sorted(slices.Values(saved.Modules)), " "),
		strings.Join(slices.Sorted(slices.Values(file.Modules)), " "))
	d.field("expected", itoa(saved.Expected), itoa(file.Expected))
	d.field("eligible", itoa(saved.Eligible), itoa(file.Eligible))
	d.field("margin", decimal(saved.Margin), decimal(file.Margin))
	d.field("created", moment(saved.Created), moment(file.Created))
	d.field("completed", moment(saved.Completed), moment(file.Completed))
	if !file.Revealed.IsZero() {
		d.field("revealed", moment(saved.Revealed), moment(file.Revealed))
	}
	d.field("reopenings", reopenings(saved), reopenings(file))
	if saved.Instrument.Source != file.Instrument.Source {
		d.add("differs-field", "what", "instrument_text", "here", saved.Instrument.Version, "there", file.Instrument.Version)
	}
	d.people(saved, file)
	d.talk(saved, file, true)
	d.dossier(saved, file, true)
	return d.list
}

// Conflicts lists in what the answers of one respondent in a file differ from
// those that are saved. Only the answer, note and evidence count.
func Conflicts(saved, file *assess.Respondent) assess.Problems {
	d := &differences{}
	d.entries(saved, file, false)
	return d.list
}

type differences struct{ list assess.Problems }

func (d *differences) add(code string, pairs ...string) {
	d.list = append(d.list, assess.NewProblem(code, pairs...))
}

// field compares what stands at one place of the session.
func (d *differences) field(what, here, there string) {
	if here != there {
		d.add("differs-field", "what", what, "here", short(here), "there", short(there))
	}
}

// person compares what is known of one person.
func (d *differences) person(id, what, here, there string) {
	if here != there {
		d.add("differs-person", "respondent", short(id), "what", what, "here", short(here), "there", short(there))
	}
}

func (d *differences) people(saved, file *assess.Session) {
	theirs := map[string]*assess.Respondent{}
	for i := range file.Respondents {
		theirs[fold(file.Respondents[i].ID)] = &file.Respondents[i]
	}
	for i := range saved.Respondents {
		mine := &saved.Respondents[i]
		other := theirs[fold(mine.ID)]
		if other == nil {
			d.add("differs-respondent-here", "respondent", short(mine.ID))
			continue
		}
		delete(theirs, fold(mine.ID))
		d.person(mine.ID, "code", mine.ID, other.ID)
		d.person(mine.ID, "group", mine.Group, other.Group)
		d.person(mine.ID, "unit", mine.Unit, other.Unit)
		d.person(mine.ID, "rank", mine.Rank, other.Rank)
		d.person(mine.ID, "phase", string(mine.Phase), string(other.Phase))
		d.person(mine.ID, "consent", strconv.FormatBool(mine.Consent), strconv.FormatBool(other.Consent))
		d.entries(mine, other, true)
	}
	for i := range file.Respondents {
		if r := &file.Respondents[i]; theirs[fold(r.ID)] != nil {
			d.add("differs-respondent-there", "respondent", short(r.ID))
		}
	}
}

// place is where an entry stands within a respondent.
type place struct {
	item  string
	round int
}

func (d *differences) entries(mine, other *assess.Respondent, times bool) {
	theirs := map[place]assess.Entry{}
	for _, e := range other.Entries {
		theirs[place{e.Item, e.Round}] = e
	}
	compare := func(a, b assess.Entry) {
		same := a.Answer == b.Answer && a.Note == b.Note && a.Evidence == b.Evidence
		if same && (!times || b.At.IsZero() || moment(a.At) == moment(b.At)) { // the store gives a time to what comes without
			return
		}
		d.add("differs-entry", "respondent", short(mine.ID), "item", a.Item, "round", strconv.Itoa(a.Round),
			"here", shown(a), "there", shown(b))
	}
	for _, e := range mine.Entries {
		p := place{e.Item, e.Round}
		b, ok := theirs[p]
		if !ok {
			b = assess.Entry{Item: e.Item, Round: e.Round}
		}
		delete(theirs, p)
		compare(e, b)
	}
	for _, e := range other.Entries {
		if _, left := theirs[place{e.Item, e.Round}]; left {
			compare(assess.Entry{Item: e.Item, Round: e.Round}, e)
		}
	}
}

// shown puts an entry on one line of a list of differences.
func shown(e assess.Entry) string {
	parts := []string{e.Answer.String()}
	if parts[0] == "" {
		parts[0] = "–"
	}
	if e.Note != "" {
		parts = append(parts, short(e.Note))
	}
	if e.Evidence != "" {
		parts = append(parts, short(e.Evidence))
	}
	return strings.Join(parts, " · ")
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(stampFormat)
}

// decimal shows a number; nothing for 0.
func decimal(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

func reopenings(s *assess.Session) string {
	var parts []string
	for _, r := range s.Reopenings {
		parts = append(parts, moment(r.At)+" "+r.Reason)
	}
	return strings.Join(parts, "; ")
}
