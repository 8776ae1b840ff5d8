// Package stats has the numbers behind group results: how sure a mean is, how far
// people agree, whether a scale hangs together, and what changed between two
// sessions. It knows nothing of regions, sessions or instruments.
//
// In the order a reader meets it:
//
//   - [Mean], [SD], [Median] and [Quantile] describe one list of numbers.
//   - [WilsonT] is the interval of a mean score on 0–100.
//   - [AD], [LabelOf], [RWG], [RWGJ] and [RWGStar] say how far people agree,
//     [KendallW] and [FirstAlone] whether they rank things alike.
//   - [Alpha], [Omega] and [ItemRest] say whether the items of a scale hang
//     together; [OneWay] gives the intraclass correlations.
//   - [Welch], [Paired] and [PartlyPaired] compare two sessions and return a
//     [Difference]; [Difference.Equivalence], [Holm] and [Judge] turn it into a
//     [Verdict]; [SerlinLevels] fits the intervals of a family to its verdicts.
//   - [Detectable] says beforehand what a group can find at all.
//   - [HedgesG], [CliffDelta], [SignedRank], [RankSum] and [WelchANOVA] are for
//     the appendix.
//
// Rules that hold everywhere:
//
//   - Every result comes with a [Reason]. While it is empty the numbers are known
//     and finite; otherwise they are zero, unless the function says which remain.
//   - Nothing panics, and no argument is changed.
//   - NaN and infinities are refused with [NotFinite]. A hole in a table of
//     answers is NaN for [Complete] and [Columns] alone, which take it out.
//   - A table is a slice of people, each a slice with one number an item.
//     Items given by columns may have different numbers of people.
//   - Variances divide by n − 1. Numbers that differ by no more than the rounding
//     of their sums count as equal: in ties, and where spread is asked for. Only
//     [SignedRank] is told what is equal.
//   - The order of people does not change a number beyond rounding.
//
// Distributions are those of gonum; the tests hold every result against R.
package stats
