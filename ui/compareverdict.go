package ui

import (
	"luwes/assess"
)

// verdict says in words whether the change of a scale can be told from chance,
// with the limits between which it likely lies where these do not speak of another
// question: whether a change matters is judged at 90 %, and its limits are wider.
// It is empty where a session has one voice only, of which nothing can be said. No p value stands here: that is what the
// appendix is for.
func (t *table) verdict(row comparedRow) string {
	ch := row.tested
	if ch == nil || t.c.sides[row.from].solo() || t.c.sides[row.to].solo() {
		return ""
	}
	if ch.Verdict == "" {
		if ch.VerdictReason == "" {
			return ""
		}
		return t.l.Words.Reason(ch.VerdictReason)
	}
	id := "group.verdict."
	if t.c.places() {
		id = "group.verdict-places."
	}
	low, high := ch.LayLow, ch.LayHigh
	if !low.OK() || ch.Verdict == assess.TooFewForVerdict {
		return t.l.T(id + string(assess.TooFewForVerdict))
	}
	places := max(decimals(low.Value, 0, 0), decimals(high.Value, 0, 0)) // the limits stay on their side of zero
	margin := t.c.Pair(row.from, row.to).Margin
	return t.l.T(id+string(ch.Verdict), "low", t.l.Words.Signed(low.Value, places), "high", t.l.Words.Signed(high.Value, places),
		"margin", t.l.Words.Number(margin, decimalsOf(margin)))
}

// attendance says who came to the first and who to the last session, where there
// are codes to tell.
func (t *table) attendance() string {
	a := t.outer().Attendance
	if a.Reason != "" || t.c.sides[0].solo() {
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

// decimalsOf is how many decimals a number has, up to one.
func decimalsOf(x float64) int {
	if x == float64(int(x)) {
		return 0
	}
	return 1
}
