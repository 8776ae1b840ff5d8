package assess

import (
	"math"
	"slices"
	"strings"
)

// What may lie behind a change beside the government itself: that other people
// attended, and that the ranks are mixed differently. That judges became stricter
// cannot be seen in any answers and is always said.

// An Attendance says who came to which of two sessions: people who gave a level
// anywhere, by their codes.
type Attendance struct {
	Both, First, Second int    // in both sessions, in the first alone, in the second alone
	Reason              Reason // why nobody can be matched: [Unmatched], [Consensus], [CountsOnly] or [NoAnswers]
}

// attendance matches everybody of two sessions.
func attendance(from, to *Side) Attendance {
	first, why := from.attended()
	if why != "" {
		return Attendance{Reason: why}
	}
	second, why := to.attended()
	if why != "" {
		return Attendance{Reason: why}
	}
	var a Attendance
	for _, key := range first {
		if _, ok := slices.BinarySearch(second, key); ok {
			a.Both++
		}
	}
	a.First, a.Second = len(first)-a.Both, len(second)-a.Both
	return a
}

// rankFrom is the number of people of one rank from which an anonymous session
// says how many there were.
const rankFrom = 5

// A RankCount is how many people of a rank answered.
type RankCount struct {
	Rank   string // as first typed
	People int
}

// Ranks counts the ranks of those who answered in the first round; people without
// a rank are left out. It is nil if nobody has one, and in an anonymous session
// where fewer than [rankFrom] people share one.
func (s *Session) Ranks() []RankCount {
	var counts []RankCount
	for i := range s.Respondents {
		r := &s.Respondents[i]
		rank := strings.TrimSpace(r.Rank)
		if rank == "" || len(r.Sheet(1)) == 0 {
			continue
		}
		k := placeOf(counts, rank)
		if k < 0 {
			k, counts = len(counts), append(counts, RankCount{Rank: rank})
		}
		counts[k].People++
	}
	for _, c := range counts {
		if s.Identity == Anonymous && c.People < rankFrom {
			return nil
		}
	}
	return counts
}

// placeOf finds a rank without case; −1 if it is not there.
func placeOf(counts []RankCount, rank string) int {
	return slices.IndexFunc(counts, func(c RankCount) bool { return strings.EqualFold(c.Rank, rank) })
}

// A RankMix sets the ranks of two sessions beside each other. Its rows are empty
// where either session has none to show.
type RankMix struct {
	Rows  []RankRow // in the order of the first session, then those of the second alone
	Shift Figure    // share of people, 0–1, who would need another rank for the mixes to be the same; or [NoRanks]
}

// A RankRow is how many people of a rank were in each of two sessions.
type RankRow struct {
	Rank     string
	From, To int
}

// NoRanks is the reason where a session has no ranks to show.
const NoRanks Reason = "no-ranks"

func mix(from, to *Side) RankMix {
	if len(from.Ranks) == 0 || len(to.Ranks) == 0 {
		return RankMix{Shift: Unknown(NoRanks)}
	}
	var m RankMix
	for _, c := range from.Ranks {
		row := RankRow{Rank: c.Rank, From: c.People}
		if k := placeOf(to.Ranks, c.Rank); k >= 0 {
			row.To = to.Ranks[k].People
		}
		m.Rows = append(m.Rows, row)
	}
	for _, c := range to.Ranks {
		if placeOf(from.Ranks, c.Rank) < 0 {
			m.Rows = append(m.Rows, RankRow{Rank: c.Rank, To: c.People})
		}
	}
	m.Shift = Known(shift(m.Rows))
	return m
}

// shift is half the sum of the distances between the shares of each rank.
func shift(rows []RankRow) float64 {
	var from, to int
	for _, r := range rows {
		from += r.From
		to += r.To
	}
	moved := 0
	for _, r := range rows { // whole numbers, so that equal mixes give exactly 0
		moved += max(r.From*to-r.To*from, r.To*from-r.From*to)
	}
	return math.Min(1, float64(moved)/2/float64(from*to))
}
