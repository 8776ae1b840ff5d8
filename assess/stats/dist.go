package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// The tails are asked for on the side where they are small, because one minus a
// number near one keeps few digits. Degrees of freedom are positive here. Nothing
// that cannot be computed reaches gonum, which panics; NaN comes back instead.

// tBelow returns P(T ≤ t) of Student's t. Near 0, where gonum's own function loses
// digits with many degrees of freedom, it goes by way of T², which is F.
func tBelow(t, df float64) float64 {
	if math.IsNaN(t) || !finite(df) || df <= 0 {
		return math.NaN()
	}
	tail := 0.0
	switch size := math.Abs(t); {
	case size < 0.5:
		tail = 0.5 - 0.5*distuv.F{D1: 1, D2: df}.CDF(t*t)
	case !math.IsInf(t, 0):
		tail = distuv.StudentsT{Sigma: 1, Nu: df}.CDF(-size)
	}
	if t > 0 {
		return 1 - tail
	}
	return tail
}

// tTwoSided returns P(|T| ≥ |t|).
func tTwoSided(t, df float64) float64 { return min(1, 2*tBelow(-math.Abs(t), df)) }

// tAbove returns the t that is exceeded with probability p.
func tAbove(p, df float64) float64 {
	if !finite(p, df) || p <= 0 || p >= 1 || df <= 0 {
		return math.NaN()
	}
	if p > 0.5 {
		return -tAbove(1-p, df)
	}
	t := distuv.StudentsT{Sigma: 1, Nu: df}
	return refine(-t.Quantile(p), p, func(x float64) float64 { return tBelow(-x, df) }, t.Prob)
}

// fAbove returns P(F ≥ f), by the lower tail of 1/F.
func fAbove(f, df1, df2 float64) float64 {
	if math.IsNaN(f) || !finite(df1, df2) || df1 <= 0 || df2 <= 0 {
		return math.NaN()
	}
	switch {
	case f <= 0:
		return 1
	case math.IsInf(f, 1):
		return 0
	case f < 1:
		return 1 - distuv.F{D1: df1, D2: df2}.CDF(f)
	}
	return distuv.F{D1: df2, D2: df1}.CDF(1 / f)
}

// fQuantile returns the f with P(F ≤ f) = p.
func fQuantile(p, df1, df2 float64) float64 {
	if !finite(p, df1, df2) || p <= 0 || p >= 1 || df1 <= 0 || df2 <= 0 {
		return math.NaN()
	}
	if p < 0.5 {
		return 1 / fQuantile(1-p, df2, df1)
	}
	start := 1 / distuv.F{D1: df2, D2: df1}.Quantile(1-p)
	above := func(x float64) float64 { return fAbove(x, df1, df2) }
	return refine(start, 1-p, above, distuv.F{D1: df1, D2: df2}.Prob)
}

// refine polishes the x > 0 that a distribution exceeds with probability p. Newton's
// steps take gonum's own inversion to the last digits; where it went astray, as
// far out with very many degrees of freedom, the x is bracketed instead.
func refine(x, p float64, above, density func(float64) float64) float64 {
	for range 4 {
		step := (above(x) - p) / density(x)
		if !finite(step) || math.Abs(step) > 1e-3*x {
			break
		}
		x += step
		if math.Abs(step) <= 1e-14*x {
			return x
		}
	}
	if math.Abs(above(x)-p) <= 1e-12*p {
		return x
	}
	return bracket(p, above)
}

// bracket halves the range of x until no number lies between its ends.
func bracket(p float64, above func(float64) float64) float64 {
	low, high := 0.0, 1.0
	for above(high) > p && high < math.MaxFloat64/4 {
		low, high = high, 2*high
	}
	for {
		middle := low + (high-low)/2
		if middle <= low || middle >= high {
			return high
		}
		if above(middle) > p {
			low = middle
		} else {
			high = middle
		}
	}
}

// chiSquaredAbove returns P(χ² ≥ x).
func chiSquaredAbove(x, df float64) float64 {
	if math.IsNaN(x) || !finite(df) || df <= 0 {
		return math.NaN()
	}
	return distuv.ChiSquared{K: df}.Survival(max(x, 0))
}

// normalTwoSided returns P(|Z| ≥ |z|).
func normalTwoSided(z float64) float64 {
	return min(1, 2*distuv.UnitNormal.CDF(-math.Abs(z)))
}
