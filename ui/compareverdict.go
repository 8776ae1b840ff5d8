package ui

import "luwes/assess"

// verdict says whether the change of a scale can be told from chance; empty where
// a session has one voice only, of which nothing can be said.
func (t *table) verdict(row comparedRow) string {
	if row.tested == nil || !t.grouped(row) {
		return ""
	}
	return t.l.Words.Verdict(row.tested, t.c.Pair(row.from, row.to).Margin, t.c.places())
}

// grouped reports whether both ends of a change rest on several people.
func (t *table) grouped(row comparedRow) bool {
	return !t.c.sides[row.from].solo() && !t.c.sides[row.to].solo()
}

// attendance says who came to the first and who to the last session of one place,
// where there are codes to tell.
func (t *table) attendance() string {
	a := t.outer().Attendance
	if a.Reason != "" || t.c.places() || t.c.sides[0].solo() || t.c.sides[len(t.c.sides)-1].solo() {
		return ""
	}
	return t.l.T("group.attendance", "both", a.Both, "first", a.First, "second", a.Second,
		"from", number(0), "to", number(len(t.c.sides)-1))
}

// ranksDiffer is the share of people, 0–1, from which a mix of ranks is called
// different: one person of ten.
const ranksDiffer = 0.1

// ranks warns where the ranks are mixed differently in the first and the last
// session.
func (t *table) ranks() string {
	shift := t.outer().Ranks.Shift
	if !shift.OK() || shift.Value < ranksDiffer {
		return ""
	}
	return t.l.T("group.ranks", "share", t.l.Words.Percent(shift.Value), "from", number(0), "to", number(len(t.c.sides)-1))
}

// outer is the pair of the first and the last session.
func (t *table) outer() *assess.Pair { return t.c.Pair(0, len(t.c.sides)-1) }
