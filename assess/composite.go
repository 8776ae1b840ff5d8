package assess

import "math"

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
	bands := c.Bands
	if len(bands) == 0 {
		bands = in.Bands
	}
	res.Band, _ = BandAt(bands, res.Score.Value)
	return res
}
