package assess

import "luwes/assess/stats"

// again is the second round of an item: the answers that people gave once more,
// or else a show of hands. [Again.Moved] counts those with a level in both rounds.
func (s *Session) again(it *Item, levels int) Again {
	counts, moved, found := s.countAgain(it, levels)
	if h := s.HandsAt(it.ID, 2); !found && !h.Blank() {
		counts, found = keyedCounts(it, h.Levels, levels), true
	}
	if !found {
		none := Unknown(NoAnswers)
		return Again{Mean: none, Median: none, AD: none}
	}
	a := Again{Counts: counts, Moved: moved}
	xs := steps(counts)
	a.N = len(xs)
	a.Mean, _, a.Median = describe(xs, NoAnswers)
	a.AD = figure(stats.AD(xs))
	return a
}

func (s *Session) countAgain(it *Item, levels int) (counts []int, moved int, found bool) {
	counts = make([]int, levels)
	for i := range s.Respondents {
		second := s.Respondents[i].Entry(it.ID, 2).Answer
		found = found || second.Kind != Unanswered
		x, ok := it.Keyed(second, levels)
		if !ok {
			continue
		}
		counts[x-1]++
		if first, ok := it.Keyed(s.Respondents[i].Entry(it.ID, 1).Answer, levels); ok && first != x {
			moved++
		}
	}
	return counts, moved, found
}

// keyedCounts turns counts by level as ticked into counts by keyed level.
func keyedCounts(it *Item, ticked []int, levels int) []int {
	counts := make([]int, levels)
	for i, n := range ticked {
		x, _ := it.Keyed(At(i+1), levels)
		counts[x-1] += n
	}
	return counts
}
