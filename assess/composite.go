package assess

import (
	"math"
	"slices"
	"strings"
)

// composite is the place of the composite with an id, compared without case; −1 if
// there is none.
func (in *Instrument) composite(id string) int {
	return slices.IndexFunc(in.Composites, func(c Composite) bool { return strings.EqualFold(c.ID, id) })
}

func compose(c *Composite, r *Result, in *Instrument) CompositeResult {
	res := CompositeResult{Composite: c, Score: Unknown(ScaleMissing)}
	sum, weights := 0.0, 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for _, w := range c.Weights {
		s := r.Scale(w.Scale)
		if s == nil {
			return res
		}
		if s.Score.Reason == NotApplicable {
			res.Left = append(res.Left, w.Scale)
			continue
		}
		if !s.Score.OK() {
			return res
		}
		sum += w.Value * s.Score.Value
		weights += w.Value
		low, high = min(low, s.Score.Value), max(high, s.Score.Value)
	}
	if weights == 0 {
		res.Score = Unknown(NotApplicable)
		return res
	}
	res.Score = Known(within(sum/weights, low, high))
	res.Band, _ = BandAt(c.bands(in), res.Score.Value)
	return res
}

// bands are the composite's own, else the instrument's.
func (c *Composite) bands(in *Instrument) []Band {
	if len(c.Bands) == 0 {
		return in.Bands
	}
	return c.Bands
}
