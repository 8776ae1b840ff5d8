package ui

import "time"

// oldAfter is the number of years before the assessment beyond which the date of a
// record is noted: structures, posts and staff are redrawn about that often.
const oldAfter = 2

// dateNote tells of a date of data that lies ahead of today, or long before the
// session; empty if neither. Either is kept: the person may know why.
func (f *factSheet) dateNote(l Look, iso string) string {
	date, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	if iso > f.opt.today() {
		return l.Bang + " " + l.T("facts.date-ahead")
	}
	if held, err := time.Parse(time.DateOnly, f.session.Date); err == nil && date.Before(held.AddDate(-oldAfter, 0, 0)) {
		return l.Bang + " " + l.T("facts.date-old", "years", oldAfter)
	}
	return ""
}
