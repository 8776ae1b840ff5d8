package assess

import (
	"math"
	"slices"
)

// A Gap is how far a scale is from the position that the group wants.
type Gap struct {
	Scale  *Scale
	Wanted float64 // 0–100
	Now    Figure  // 0–100: what the group agreed, else the score
	Points Figure  // wanted minus now, −100 to 100
}

// Gaps compares an analysis with the wanted positions, 0–100 by scale id: the
// largest lack first, scales of which nothing is known last. Scales without a wanted
// position have no gap.
func Gaps(a *Analysis, wanted map[string]float64) []Gap {
	var out []Gap
	for i := range a.Scales {
		sc := &a.Scales[i]
		w, ok := wanted[sc.Scale.ID]
		if !ok {
			continue
		}
		g := Gap{Scale: sc.Scale, Wanted: w, Now: sc.Score}
		if sc.Agreed.OK() {
			g.Now = sc.Agreed
		}
		g.Points = Unknown(g.Now.Reason)
		if g.Now.OK() {
			g.Points = Known(w - g.Now.Value)
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b Gap) int {
		switch {
		case a.Points.OK() != b.Points.OK():
			return map[bool]int{true: -1, false: 1}[a.Points.OK()]
		case a.Points.Value > b.Points.Value:
			return -1
		case a.Points.Value < b.Points.Value:
			return 1
		}
		return 0
	})
	return out
}

// nearer is by how many points a position has come nearer to the wanted one.
func nearer(wanted, before, after float64) float64 {
	return math.Abs(wanted-before) - math.Abs(wanted-after)
}
