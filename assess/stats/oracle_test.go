package stats_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"luwes/assess/stats"
)

// Tolerances, relative, of ../shared/design/measurement.md.
const (
	exact    = 1e-10 // means, variances, alpha, rwg, AD, ICC, t, df, Holm
	tail     = 1e-9  // p values and quantiles
	limits   = 1e-8  // Feldt
	factored = 1e-8  // omega
)

// An oracle is one file of numbers computed in R. It knows which of them were
// checked.
type oracle struct {
	*testing.T
	name   string
	leaves map[string]any // by path: numbers, null, strings, true and false
	seen   map[string]bool
	worst  map[string]float64 // relative error by statistic
}

func readOracle(t *testing.T, name string, worst map[string]float64) *oracle {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	o := &oracle{T: t, name: name, leaves: map[string]any{}, seen: map[string]bool{}, worst: worst}
	o.flatten("", root)
	return o
}

func (o *oracle) flatten(at string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			o.flatten(path.Join(at, k), x)
		}
	case []any:
		for i, x := range v {
			o.flatten(path.Join(at, fmt.Sprint(i)), x)
		}
	default:
		o.leaves[at] = v
	}
}

func (o *oracle) has(at string) bool { _, ok := o.leaves[at]; return ok }

// number checks one number; null in the file asks for a reason.
func (o *oracle) number(statistic, at string, tolerance, got float64, reason stats.Reason) {
	o.Helper()
	leaf, ok := o.leaves[at]
	if !ok {
		o.Errorf("%s: no %s", o.name, at)
		return
	}
	o.seen[at] = true
	if leaf == nil {
		if reason == "" {
			o.Errorf("%s: got %v without a reason, want none", at, got)
		}
		return
	}
	want, ok := leaf.(float64)
	if !ok {
		o.Errorf("%s is %v, not a number", at, leaf)
		return
	}
	off := math.Abs(got - want)
	if want != 0 {
		off /= math.Abs(want)
	}
	o.worst[statistic] = max(o.worst[statistic], off)
	if reason != "" || !(off <= tolerance) {
		o.Errorf("%s: got %.17g (%s), want %.17g, relative error %.2g", at, got, reason, want, off)
	}
}

// exactly checks a number that has no reason to be unknown, to 1e-10.
func (o *oracle) exactly(statistic, at string, got float64) {
	o.Helper()
	o.number(statistic, at, exact, got, "")
}

// between checks the two limits of an interval.
func (o *oracle) between(statistic, at string, tolerance, low, high float64, reason stats.Reason) {
	o.Helper()
	o.number(statistic, at+"/0", tolerance, low, reason)
	o.number(statistic, at+"/1", tolerance, high, reason)
}

func (o *oracle) word(at, got string) {
	o.Helper()
	o.seen[at] = true
	if want := o.leaves[at]; got != want {
		o.Errorf("%s: got %q, want %q", at, got, want)
	}
}

// rows reads a table of the file itself.
func (o *oracle) rows(at string) [][]float64 {
	var rows [][]float64
	for i := 0; o.has(fmt.Sprintf("%s/%d/0", at, i)); i++ {
		rows = append(rows, o.list(fmt.Sprintf("%s/%d", at, i)))
	}
	return rows
}

func (o *oracle) list(at string) []float64 {
	var xs []float64
	for j := 0; o.has(fmt.Sprintf("%s/%d", at, j)); j++ {
		p := fmt.Sprintf("%s/%d", at, j)
		o.seen[p] = true
		xs = append(xs, o.leaves[p].(float64))
	}
	return xs
}

// complete fails for every number that was neither checked nor left out on
// purpose, and for every pattern that leaves out nothing. A pattern ends in * for
// whatever follows.
func (o *oracle) complete(leftOut map[string]string) {
	o.Helper()
	used := map[string]bool{}
	for _, at := range slices.Sorted(maps.Keys(o.leaves)) {
		if o.seen[at] {
			continue
		}
		found := false
		for pattern := range leftOut {
			if matches(pattern, at) {
				used[pattern], found = true, true
			}
		}
		if !found {
			o.Errorf("%s: %s is not checked", o.name, at)
		}
	}
	for pattern := range leftOut {
		if !used[pattern] {
			o.Errorf("%s: nothing is left out by %s", o.name, pattern)
		}
	}
}

func matches(pattern, at string) bool {
	parts, segments := strings.Split(pattern, "/"), strings.Split(at, "/")
	if len(segments) < len(parts) {
		return false
	}
	for i, part := range parts {
		if ok, _ := path.Match(part, segments[i]); !ok {
			return false
		}
	}
	return true
}

// TestOracle holds every number of the files against R; -v shows how near.
func TestOracle(t *testing.T) {
	worst := map[string]float64{}
	for _, name := range []string{"n012", "n012_after", "n040"} {
		t.Run(name, func(t *testing.T) { sessionOracle(readOracle(t, name+"_expected.json", worst), readAnswers(t, name)) })
	}
	t.Run("comparisons", func(t *testing.T) { comparisonOracle(readOracle(t, "comparisons_expected.json", worst)) })
	t.Run("edge cases", func(t *testing.T) { edgeOracle(readOracle(t, "edge_cases_expected.json", worst)) })
	t.Run("null variances", func(t *testing.T) { nullOracle(readOracle(t, "agreement_critical.json", worst)) })
	for _, statistic := range slices.Sorted(maps.Keys(worst)) {
		t.Logf("%-28s %.1e", statistic, worst[statistic])
	}
}
