package assess

import (
	"cmp"
	"slices"

	"luwes/assess/stats"
)

// A Side is one session of a comparison: its header and what its answers say.
type Side struct {
	Header
	Result *Result     // as of [Session.Score]
	Ranks  []RankCount // ranks of those who answered; nil where none may be shown
}

// SideOf scores a session as one side of a comparison.
func SideOf(s *Session) Side { return Side{Header: s.Header, Result: s.Score(), Ranks: s.Ranks()} }

// Few reports whether the session is anonymous and so small that nothing of it
// may be shown or compared.
func (s *Side) Few() bool { return s.Identity == Anonymous && s.Result.Voices < AnonymousFrom }

// nobody is why no person of the session can be told from another, whatever the
// scale; empty where codes or names tell.
func (s *Side) nobody() Reason {
	switch {
	case s.Method == ConsensusMethod:
		return Consensus
	case s.Identity == Anonymous:
		return Unmatched
	}
	return ""
}

// crowd returns the people with a score on a scale that has one, or why there are
// only points.
func (s *Side) crowd(res *ScaleResult) ([]PersonScore, Reason) {
	if s.Method == ConsensusMethod {
		return nil, Consensus
	}
	people := make([]PersonScore, 0, res.N)
	for _, p := range res.People {
		if p.Score.OK() {
			people = append(people, p)
		}
	}
	if len(people) == 0 {
		return nil, CountsOnly
	}
	return people, ""
}

// attended returns the keys of the codes of everybody who gave a level anywhere,
// or why there are no codes.
func (s *Side) attended() ([]string, Reason) {
	if why := s.nobody(); why != "" {
		return nil, why
	}
	here, answered := map[string]bool{}, false
	for i := range s.Result.Scales {
		res := &s.Result.Scales[i]
		answered = answered || res.Score.OK()
		for _, p := range res.People {
			if key := codeKey(p.ID); p.Answered > 0 && key != "" {
				here[key] = true
			}
		}
	}
	switch {
	case len(here) > 0:
		return sortedKeys(here), ""
	case answered:
		return nil, CountsOnly
	}
	return nil, NoAnswers
}

func sortedKeys(set map[string]bool) []string {
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// scoresOf returns the scores, 0–100.
func scoresOf(people []PersonScore) []float64 {
	xs := make([]float64, len(people))
	for i, p := range people {
		xs[i] = p.Score.Value
	}
	return xs
}

// orWhy carries a number of the stats package into a figure.
func orWhy(v float64, why stats.Reason) Figure {
	if why != "" {
		return Unknown(Reason(why))
	}
	return Known(v)
}

// latestMargin is the margin of the latest session, in points: which change
// matters was settled there, before anybody looked.
func latestMargin(sides ...Side) float64 {
	var latest Side
	for _, s := range sides {
		if !before(&s, &latest) {
			latest = s
		}
	}
	if latest.Margin > 0 {
		return latest.Margin
	}
	return Margin
}

// before reports whether a was held before b: on an earlier date, or made earlier on
// the same one.
func before(a, b *Side) bool {
	return cmp.Or(cmp.Compare(a.Date, b.Date), a.Created.Compare(b.Created)) < 0
}
