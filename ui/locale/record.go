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
