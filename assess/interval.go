package assess

import "luwes/assess/stats"

// IntervalLevel is the confidence of every interval of a session's score.
const IntervalLevel = 0.95

// Beyond these means, in points of 0–100, an interval says less than the words
// [NearTop] and [NearBottom] (measurement design, section 2).
const (
	nearTop    = 95
	nearBottom = 5
)

// interval is the Wilson-t interval of a scale's score, see [stats.WilsonT]. It is
// computed between the poles and told in the convention of the instrument, so
// that it holds for scores that do not begin at 0, too. If fewer are said to be
// eligible than answered, their number is not known.
func (a *analyst) interval(r *ScaleResult) Interval {
	low, high, why := a.limits(r)
	out := Interval{Level: IntervalLevel, Low: Unknown(why), High: Unknown(why)}
	if why == "" {
		out.Low, out.High = Known(a.in.fromPoint(low)), Known(a.in.fromPoint(high))
	}
	return out
}

func (a *analyst) limits(r *ScaleResult) (low, high float64, why Reason) {
	if why := a.impersonal(); r.Score.OK() && why != "" {
		return 0, 0, why
	}
	switch {
	case !r.Score.OK():
		return 0, 0, r.Score.Reason
	case !r.SD.OK():
		return 0, 0, r.SD.Reason
	case r.SD.Value == 0:
		return 0, 0, NoSpread
	}
	mean := a.in.toPoint(r.Score.Value)
	switch {
	case mean > nearTop:
		return 0, 0, NearTop
	case mean < nearBottom:
		return 0, 0, NearBottom
	}
	eligible := a.session.Eligible
	if eligible < r.N {
		eligible = 0
	}
	low, high, reason := stats.WilsonT(mean, a.in.pointSpread(r.SD.Value), r.N, IntervalLevel, eligible)
	return low, high, reasonOf(reason)
}

// toPoint turns a score into its point between the poles, 0–100: the score itself,
// but for the share convention, whose lowest score is 100/L.
func (in *Instrument) toPoint(score float64) float64 {
	if in.Convention != Share {
		return score
	}
	l := float64(in.Levels)
	return (score*l/100 - 1) / (l - 1) * 100
}

// fromPoint is the inverse of toPoint.
func (in *Instrument) fromPoint(point float64) float64 {
	if in.Convention != Share {
		return point
	}
	l := float64(in.Levels)
	return (point/100*(l-1) + 1) / l * 100
}

// pointSpread turns a standard deviation of scores into one of points.
func (in *Instrument) pointSpread(sd float64) float64 {
	if in.Convention != Share {
		return sd
	}
	l := float64(in.Levels)
	return sd * l / (l - 1)
}

// points are the people's scores between the poles, 0–100, of those who have one.
func (in *Instrument) points(people []PersonScore) []float64 {
	var xs []float64
	for i := range people {
		if people[i].Score.OK() {
			xs = append(xs, in.toPoint(people[i].Score.Value))
		}
	}
	return xs
}
