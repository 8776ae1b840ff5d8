package assess

import (
	"slices"
	"strings"
	"unicode"

	"luwes/assess/stats"
)

// level95 is the level of the intervals that files and appendices give.
const level95 = 0.95

// alike is how far two changes of a score may be apart to count as equal, in
// points: scores that are sevenths of something differ in the last digit.
const alike = 1e-9

// matched parts the scores of two sessions into those of people who have one in
// both, in the same order, and those of the others.
type matched struct {
	byCode         bool // codes tell who is who
	alone1, alone2 []float64
	both1, both2   []float64
}

// matchPeople matches by code, if codes tell who is who.
func matchPeople(first, second []PersonScore, byCode bool) matched {
	if !byCode {
		return matched{alone1: scoresOf(first), alone2: scoresOf(second)}
	}
	m := matched{byCode: true}
	where := make(map[string]int, len(second))
	for i, p := range second {
		if key := codeKey(p.ID); key != "" {
			where[key] = i
		}
	}
	taken := make([]bool, len(second))
	for _, p := range first {
		i, ok := where[codeKey(p.ID)]
		if !ok || taken[i] {
			m.alone1 = append(m.alone1, p.Score.Value)
			continue
		}
		taken[i] = true
		m.both1 = append(m.both1, p.Score.Value)
		m.both2 = append(m.both2, second[i].Score.Value)
	}
	for i, p := range second {
		if !taken[i] {
			m.alone2 = append(m.alone2, p.Score.Value)
		}
	}
	return m
}

// codeKey is the same for two codes if and only if [SameCode] says that they
// are: trimmed, and each letter replaced by the first of those that differ from it
// by case alone.
func codeKey(code string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return least
	}, strings.TrimSpace(code))
}

func (m *matched) first() []float64  { return slices.Concat(m.alone1, m.both1) }
func (m *matched) second() []float64 { return slices.Concat(m.alone2, m.both2) }

// count is the number of people with a score in both sessions.
func (m *matched) count() Figure {
	if !m.byCode {
		return Unknown(Unmatched)
	}
	return Known(float64(len(m.both1)))
}

// design is the one that uses most of what is known about who is who.
func (m *matched) design() Design {
	switch {
	case len(m.both1) < stats.VerdictPairs:
		return Welch
	case len(m.alone1)+len(m.alone2) > 0:
		return PartlyPaired
	}
	return Paired
}

func (m *matched) test(d Design) stats.Difference {
	switch d {
	case Paired:
		return stats.Paired(m.both1, m.both2, level95)
	case PartlyPaired:
		return stats.PartlyPaired(m.alone1, m.both1, m.alone2, m.both2, level95)
	}
	return stats.Welch(m.first(), m.second(), level95)
}

// varies reports whether scores differ within either session.
func (m *matched) varies() bool {
	for _, xs := range [][]float64{m.first(), m.second()} {
		if slices.Max(xs)-slices.Min(xs) > alike {
			return true
		}
	}
	return false
}

// wilcoxon is the p of the ranks: where people are matched that of these alone,
// because the rank sum takes everybody for a stranger.
func (m *matched) wilcoxon(d Design) Figure {
	r := stats.RankSum(m.first(), m.second())
	if d != Welch {
		r = stats.SignedRank(m.both1, m.both2, alike)
	}
	return orWhy(r.P, r.Reason)
}
