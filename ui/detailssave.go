package ui

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// submit checks the form, then makes the session and opens its questionnaire, or
// saves what was corrected. What is wrong is said at the foot of the form, and
// the cursor goes there.
func (d *details) submit() tea.Cmd {
	d.accept()
	h, row, problem := d.read()
	if problem != "" {
		d.problem = problem
		return d.goTo(row)
	}
	if d.hasty = !d.ready; d.hasty || d.busy {
		return nil
	}
	d.busy = true
	if d.id != "" {
		return func() tea.Msg {
			return savedDetailsMsg{screen: d, id: d.id, err: d.store.Amend(d.opt.context(), d.id, h)}
		}
	}
	return d.spoken(func(w *locale.Words) tea.Cmd {
		h.Language = w.Lang()
		if d.brought != nil {
			return d.bring(h)
		}
		return d.create(h)
	})
}

// create makes the session and opens its work.
func (d *details) create(h assess.Header) tea.Cmd {
	session := &assess.Session{Header: h, Instrument: d.instrument()}
	if h.Method != assess.GroupMethod {
		session.Respondents = []assess.Respondent{{ID: soleRespondent}}
	}
	return func() tea.Msg {
		id, err := d.store.Create(d.opt.context(), session)
		return savedDetailsMsg{d, id, h.Method, err}
	}
}

// saved goes back to the list, or on to the work on the new session.
func (d *details) saved(msg savedDetailsMsg) tea.Cmd {
	d.busy = false
	switch {
	case msg.err != nil:
		return fail(msg.err)
	case d.id != "":
		return d.close(noticeMsg{func(l Look) string { return l.T("details.saved") }})
	}
	return d.leave(insteadMsg{d, newWork(d.store, d.opt, msg.id, msg.method)})
}

// newWork is the screen on which a session goes on: the questionnaire, or for a
// group the screen from which it is led.
func newWork(store Store, opt Options, id string, m assess.Method) Screen {
	if m == assess.GroupMethod {
		return newHub(store, opt, id)
	}
	return newQuestionnaire(store, opt, id)
}

// soleRespondent is the code of the one person of a session of method self, and
// of the room where all answer as one.
const soleRespondent = "1"

// read returns what the form says, or the row and the id of the message about
// the first thing that is wrong with it.
func (d *details) read() (h assess.Header, row int, problem string) {
	h = d.header
	h.Region = assess.Region{Code: d.picked.Code, Name: strings.TrimSpace(d.region.Value())}
	h.Title = strings.TrimSpace(d.title.Value())
	h.Unit = strings.TrimSpace(d.unit.Value())
	date, ok := readDate(d.date.Value())
	h.Date = date
	switch {
	case h.Region.Name == "":
		return h, rowRegion, "details.region-missing"
	case !ok:
		return h, rowDate, "details.date-bad"
	case h.Title == "":
		return h, rowTitle, "details.title-missing"
	}
	h.BudgetYear = 0
	if y := strings.TrimSpace(d.year.Value()); y != "" {
		n, err := strconv.Atoi(y)
		if err != nil || n < 1945 || n > 2100 {
			return h, rowYear, "details.year-bad"
		}
		h.BudgetYear = n
	}
	if row, problem := d.readGroup(&h); problem != "" {
		return h, row, problem
	}
	if d.ready {
		h.Modules = d.moduleIDs()
	}
	if d.id == "" {
		h.Status = assess.Open
	}
	return h, 0, ""
}

// dateLayouts are the ways in which people write a date, after the signs between
// its parts are hyphens; the first is the one of files.
var dateLayouts = []string{time.DateOnly, "2006-1-2", "2-1-2006", "2-1-06", "2-Jan-2006", "2-Jan-06"}

// dateParts puts hyphens between the parts of a date.
var dateParts = strings.NewReplacer("/", "-", ".", "-", " ", "-")

// dateWords makes the names of months those that package time knows: as both
// languages begin a month with the same three letters or with others.
var dateWords = strings.NewReplacer("mei", "may", "agu", "aug", "agt", "aug", "okt", "oct", "nop", "nov", "des", "dec")

// readDate reads a date as people type it and returns it in ISO.
func readDate(s string) (string, bool) {
	parts := strings.Split(dateWords.Replace(strings.ToLower(dateParts.Replace(strings.Join(strings.Fields(s), " ")))), "-")
	if len(parts) == 3 && len(parts[1]) > 3 {
		parts[1] = parts[1][:3] // a month in full
	}
	s = strings.Join(parts, "-")
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1945 && t.Year() <= 2100 {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

// writeDate writes an ISO date as officials do, 23-11-2026.
func writeDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("02-01-2006")
}

func itoa(n int) string { return strconv.Itoa(n) }
