package instruments_test

import "luwes/assess/instruments"

// A stand is what a record speaks to, and its values at the two poles.
type stand struct {
	scale, item             string
	bureaucratic, adaptable float64
}

// besides is the table of records at the head of the rules, written once more.
var besides = map[string]stand{
	"levels":           {"com", "", 7, 3},
	"revised":          {"", "for5", 0, 100},
	"decision-mean":    {"cen", "", 4, 1},
	"decision-money":   {"", "cen2", 4, 2},
	"decision-staff":   {"", "cen3", 4, 2},
	"decision-service": {"", "cen4", 4, 0},
	"decide-exception": {"", "cen5", 2, 0},
}

// items are those that the record speaks to.
func (b stand) items() []string {
	if b.item != "" {
		return []string{b.item}
	}
	var ids []string
	for _, it := range instruments.Default().Scale(b.scale).Items {
		ids = append(ids, it.ID)
	}
	return ids
}

// gap is where people place the region minus where the record does, by definition.
func (b stand) gap(v map[string]float64, record string) float64 {
	felt := v[b.scale]
	if b.item != "" {
		felt = (v[b.item] - 1) * 25
	}
	paper := (v[record] - b.bureaucratic) / (b.adaptable - b.bureaucratic)
	return felt - 100*min(max(paper, 0), 1)
}
