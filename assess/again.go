package assess

import "luwes/assess/stats"

// again is the second round of an item: the answers that people gave once more,
// or else a show of hands. [Again.Moved] counts those with a level in both
// rounds; in an anonymous session it is told only if enough people have.
func (a *analyst) again(it *Item, place int) Again {
	counts, moved, found := a.countAgain(it, place)
	if h := a.session.HandsAt(it.ID, 2); !found && !h.Blank() {
		counts, found = keyedCounts(it, h.Levels, a.in.Levels), true
	}
	if !found {
		return noAgain(NoAnswers)
	}
	xs := steps(counts)
	if a.covered(len(xs)) {
		return noAgain(AnonymousFew)
	}
	out := Again{Counts: counts, N: len(xs), Moved: moved}
	out.Mean, _, out.Median = describe(xs, NoAnswers)
	out.AD = figure(stats.AD(xs))
	if out.Mean.OK() && a.session.Method == ConsensusMethod {
		out.AD = Unknown(Consensus)
	}
	return out
}

func noAgain(why Reason) Again {
	none := Unknown(why)
	return Again{Mean: none, Median: none, AD: none}
}

func (a *analyst) countAgain(it *Item, place int) (counts []int, moved int, found bool) {
	counts = make([]int, a.in.Levels)
	both := 0
	for i, row := range a.second.rows {
		found = found || row[place].Kind != Unanswered
		x, ok := it.Keyed(row[place], a.in.Levels)
		if !ok {
			continue
		}
		counts[x-1]++
		if first, ok := it.Keyed(a.first.rows[i][place], a.in.Levels); ok {
			both++
			if first != x {
				moved++
			}
		}
	}
	if a.covered(both) {
		moved = 0
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
