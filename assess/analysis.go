package assess

import "luwes/assess/stats"

// An Analysis is what the answers of a group say beyond their scores: how sure
// the scores are, where people agree and where not, and what the group settled.
// It is made when somebody looks, while a [Result] is made with every save.
type Analysis struct {
	Result     *Result
	Scales     []ScaleAnalysis // as in Result.Scales
	Items      []ItemAnalysis  // as in Result.Items
	Strategies Order
}

// A ScaleAnalysis is one scale over a group.
type ScaleAnalysis struct {
	*ScaleResult
	Interval    Interval
	Agreement   Agreement
	Reliability Reliability
	Below       int    // people below the middle between the poles, which is 50 unless the convention is share
	Above       int    // people above it
	Agreed      Figure // 0–100, from the final level of each item: what the group agreed, else the median
	Settled     int    // items on a level of which the group agreed
}

// An Interval holds the mean that other people of the same kind could have given.
type Interval struct {
	Level     float64 // 0.95
	Low, High Figure  // 0–100
}

// An Agreement is how far people differ on a scale.
type Agreement struct {
	AD          Figure // mean distance from the mean, in steps of the answer scale
	Points      Figure // the same in points of 0–100 between the poles
	UniformRWG  Figure // rwg(j) against the uniform null, 0–1
	SlightRWG   Figure // rwg(j) against the slightly skewed null, 0–1
	StarRWG     Figure // r*wg(j) against the uniform null, may be negative
	Label       stats.Label
	LabelReason Reason // why there is no label
}

// A Reliability is how far the items of a scale measure one thing.
type Reliability struct {
	N         int // people who answered every item
	Alpha     Figure
	Low, High Figure // Feldt's limits of alpha
	Omega     Figure
}

// An ItemAnalysis is one item over a group.
type ItemAnalysis struct {
	*ItemResult
	AD         Figure // mean distance from the mean, in steps of the answer scale
	Apart      bool   // AD is above the cut, so the item should be talked about
	Rest       Figure // item–rest correlation, −1 to 1
	Settlement Settlement
	Agreed     Figure // the agreed level, keyed
	Again      Again
}

// Again is what the second round of an item says beside the first.
type Again struct {
	Counts []int // people at level 1..L, keyed; nil if there was no second round, or it is covered
	N      int
	Mean   Figure
	Median Figure
	AD     Figure
	Moved  int // people whose level differs from their first; 0 by show of hands
}

// An Order is how alike people rank the strategies.
type Order struct {
	W     Figure // Kendall's, 0–1
	N     int    // people with a score on every strategy
	First *Scale // the one that more than half put first alone; nil if there is none
	Votes int    // how many put it first
}
