package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Factor is the one-factor solution behind McDonald's omega.
type Factor struct {
	N, K       int       // people and items
	Omega      float64   // 0 to 1
	Loadings   []float64 // one an item; also set with NegativeLoading and CommunalityOne
	Iterations int
	Reason     Reason
}

// The iteration of Omega ends where no communality moves by omegaRest, and gives up
// after omegaSteps. A last step of 1e-13 leaves communalities that are right to
// 1e-12, and is where the reference computation in R ends too. Answers with a
// common factor need 20 to 300 steps; those without one would take any number.
const (
	omegaRest  = 1e-13
	omegaSteps = 1000
)

// Omega returns McDonald's (1999) omega total of a table of people and items for one
// factor. With the loadings λ of the standardised items,
//
//	(Σ λ)² / ((Σ λ)² + Σ (1 − λ²))
//
// The loadings come from an iterated principal axis: communalities on the diagonal
// of the correlation matrix, squared multiple correlations first, then the squared
// loadings of the largest eigenvalue, until they are right to 1e-12. Their
// sign is such that they add up to a positive number. A communality that passes 1
// on the way ends it: of 2,700 simulated tables none came back from there.
//
// Only complete people count, see [Complete]. It is worth showing from 50 people,
// pooled; needs three items, else [OneItem]; and has none for a constant item
// ([NoSpread]), as many items as people or one item made of others ([Singular]), a
// communality of 1 or more ([CommunalityOne]) or a negative loading
// ([NegativeLoading]).
func Omega(table [][]float64) Factor {
	if reason := checkTable(table, 2, 3); reason != "" {
		return Factor{Reason: reason}
	}
	f := Factor{N: len(table), K: len(table[0])}
	r, reason := correlations(table)
	if reason != "" {
		f.Reason = reason
		return f
	}
	start, reason := multipleCorrelations(r)
	if reason != "" {
		f.Reason = reason
		return f
	}
	f.Loadings, f.Iterations, f.Reason = principalAxis(r, start)
	if f.Reason != "" {
		return f
	}
	sum, unique := 0.0, 0.0
	for _, l := range f.Loadings {
		sum += l
		unique += 1 - l*l
		if l < 0 {
			f.Reason = NegativeLoading
		}
	}
	for _, l := range f.Loadings {
		if l*l >= 1 {
			f.Reason = CommunalityOne
		}
	}
	if f.Reason == "" {
		f.Omega = sum * sum / (sum*sum + unique)
	}
	return f
}

// correlations returns the correlation matrix of a checked table.
func correlations(table [][]float64) (*mat.SymDense, Reason) {
	k := len(table[0])
	r := mat.NewSymDense(k, nil)
	columns := make([][]float64, k)
	for j := range columns {
		columns[j] = column(table, j)
		r.SetSym(j, j, 1)
		for i := range j {
			c, ok := correlation(columns[i], columns[j])
			if !ok {
				return nil, NoSpread
			}
			r.SetSym(i, j, c)
		}
	}
	return r, ""
}

// multipleCorrelations returns the squared multiple correlation of each item with the
// others, 1 − 1/r^jj from the inverse.
func multipleCorrelations(r *mat.SymDense) ([]float64, Reason) {
	var chol mat.Cholesky
	if !chol.Factorize(r) || !(chol.Cond() < 1e12) {
		return nil, Singular
	}
	var inverse mat.SymDense
	if err := chol.InverseTo(&inverse); err != nil {
		return nil, Singular
	}
	smc := make([]float64, r.SymmetricDim())
	for j := range smc {
		smc[j] = 1 - 1/inverse.At(j, j)
	}
	if !finite(smc...) {
		return nil, Singular
	}
	return smc, ""
}

// principalAxis iterates communalities to rest. It overwrites h2.
func principalAxis(r *mat.SymDense, h2 []float64) (loadings []float64, steps int, reason Reason) {
	k := len(h2)
	loadings = make([]float64, k)
	reduced := mat.NewSymDense(k, nil)
	reduced.CopySym(r)
	var eigen mat.EigenSym
	var vectors mat.Dense
	for steps = 1; steps <= omegaSteps; steps++ {
		for j, h := range h2 {
			reduced.SetSym(j, j, h)
		}
		if !eigen.Factorize(reduced, true) {
			return nil, steps, NoConvergence
		}
		value := eigen.Values(nil)[k-1] // the largest comes last
		if !(value > 0) {
			return nil, steps, NoConvergence
		}
		eigen.VectorsTo(&vectors)
		moved := 0.0
		for j := range loadings {
			loadings[j] = math.Sqrt(value) * vectors.At(j, k-1)
			moved = max(moved, math.Abs(loadings[j]*loadings[j]-h2[j]))
			h2[j] = loadings[j] * loadings[j]
		}
		if slices.Max(h2) > 1 {
			orient(loadings)
			return loadings, steps, CommunalityOne
		}
		if moved < omegaRest {
			orient(loadings)
			return loadings, steps, ""
		}
		if !finite(moved) {
			break
		}
	}
	return nil, steps, NoConvergence
}

// orient turns the loadings so that they add up to a positive number.
func orient(loadings []float64) {
	if sum(loadings) < 0 {
		for j := range loadings {
			loadings[j] = -loadings[j]
		}
	}
}
