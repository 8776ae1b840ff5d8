package locale

import (
	"math"
	"strings"

	"luwes/assess"
)

// RecordName names a fact, a decision of the grid, or a figure derived from facts.
func (w *Words) RecordName(id string) string {
	if _, ok := assess.LineOf(id); ok {
		return w.T("fact." + id)
	}
	return w.T("derived." + id)
}

// Measure writes a number of the records in its unit, with a decimal only where it
// has one.
func (w *Words) Measure(v float64, unit assess.FactUnit) string {
	decimals := 1
	if v == math.Trunc(v) {
		decimals = 0
	}
	n := w.Number(v, decimals)
	switch unit {
	case assess.ShareFact:
		return n + "%"
	case assess.MinutesFact:
		return w.T("facts.minutes", "n", n)
	}
	return n
}

// RecordValue writes a number of the records so that it can be read alone: one on the
// decision grid, 0–5, with the name of its level, or between two with the ends of the grid.
func (w *Words) RecordValue(v float64, unit assess.FactUnit) string {
	n := w.Measure(v, unit)
	switch {
	case unit != assess.LevelFact:
		return n
	case v == math.Trunc(v) && w.Has("decision-level."+n):
		return n + " = " + w.T("decision-level."+n)
	}
	return w.T("facts.between-levels", "n", n)
}

// Arithmetic writes how a derived figure is worked out: (48 + 96) × 100 ÷ 12.
func (w *Words) Arithmetic(a assess.Arithmetic) string {
	out := w.addends(a.Over)
	if a.Times != 1 {
		out += " × " + w.asTyped(a.Times)
	}
	return out + " ÷ " + w.addends(a.Under)
}

func (w *Words) addends(xs []float64) string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = w.asTyped(x)
	}
	if len(out) == 1 {
		return out[0]
	}
	return "(" + strings.Join(out, " + ") + ")"
}

// asTyped writes a number with as many decimals as it has, two at most.
func (w *Words) asTyped(x float64) string {
	decimals := 0
	for decimals < 2 && x*math.Pow10(decimals) != math.Trunc(x*math.Pow10(decimals)) {
		decimals++
	}
	return w.Number(x, decimals)
}

// Origin says where a fact stands and as of when: its source, and its date if it has
// one.
func (w *Words) Origin(f assess.Fact) string {
	source := strings.Join(strings.Fields(f.Source), " ")
	if source == "" {
		source = w.T("facts.no-source")
	}
	if f.Date == "" {
		return source
	}
	return source + ", " + w.ShortDate(f.Date)
}

// Origins are the different origins of facts, in order.
func (w *Words) Origins(facts []assess.Fact) string {
	var out []string
	seen := map[string]bool{}
	for _, f := range facts {
		if from := w.Origin(f); !seen[from] {
			seen[from] = true
			out = append(out, from)
		}
	}
	return strings.Join(out, "; ")
}
