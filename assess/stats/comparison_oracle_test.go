package stats_test

import (
	"math"
	"strings"

	"luwes/assess/stats"
)

// What the comparisons hold beyond what luwes computes.
var notOfComparisons = map[string]string{
	"versions":                             "words",
	"conventions":                          "words",
	"*/*/scales/*/effect/*effectsize*":     "another package for the same, or another effect",
	"*/*/scales/*/effect/g_unpooled*":      "the pooled deviation is used",
	"*/*/scales/*/effect/g_[czan]*":        "no interval is given; another effect",
	"*/*/scales/*/effect/g_metafor_var":    "no interval is given",
	"*/*/scales/*/effect/d_av*":            "another effect",
	"*/*/scales/*/effect/J_approx":         "the exact one is used",
	"*/*/scales/*/student_p":               "equal variances are not assumed",
	"*/*/scales/*/wilcoxon/hodges_lehmann": "not used",
}

func comparisonOracle(o *oracle) {
	before, after, regions := readAnswers(o.T, "n012"), readAnswers(o.T, "n012_after"), readAnswers(o.T, "n040")
	var paired, independent, partly, apart []stats.Difference
	for _, scale := range scales {
		p := matchPeople(before, after, scale)
		all1, all2 := given(before.points(scale)), given(after.points(scale))
		at := "n012_before_after/"
		paired = append(paired, pairedOracle(o, at+"paired_matched_only/scales/"+scale, p))
		independent = append(independent, welchOracle(o, at+"welch_as_if_independent/scales/"+scale, all1, all2))
		partly = append(partly, partlyOracle(o, at+"partially_overlapping/scales/"+scale, p))
		a, b := regions.inGroup(scale, "A"), regions.inGroup(scale, "B")
		apart = append(apart, welchOracle(o, "n040_region_A_vs_B/welch/scales/"+scale, a, b))
	}
	familyOracle(o, "n012_before_after/paired_matched_only/family", paired)
	familyOracle(o, "n012_before_after/welch_as_if_independent/family", independent)
	familyOracle(o, "n012_before_after/partially_overlapping/family", partly)
	familyOracle(o, "n040_region_A_vs_B/welch/family", apart)
	o.complete(notOfComparisons)
}

// Matched is who attended both sessions and who one.
type matched struct{ alone1, both1, alone2, both2 []float64 }

func matchPeople(before, after *answers, scale string) matched {
	var m matched
	second := map[string]float64{}
	for i, x := range after.points(scale) {
		if !math.IsNaN(x) {
			second[after.ids[i]] = x
		}
	}
	for i, x := range before.points(scale) {
		if math.IsNaN(x) {
			continue
		}
		if y, ok := second[before.ids[i]]; ok {
			m.both1, m.both2 = append(m.both1, x), append(m.both2, y)
			delete(second, before.ids[i])
		} else {
			m.alone1 = append(m.alone1, x)
		}
	}
	for _, id := range after.ids {
		if y, ok := second[id]; ok {
			m.alone2 = append(m.alone2, y)
		}
	}
	return m
}

// testOracle checks what all three tests have; names differ between them.
func testOracle(o *oracle, at, difference string, d stats.Difference) {
	o.number("difference", at+"/"+difference, exact, d.Value, d.Reason)
	o.number("se", at+"/se", exact, d.SE, d.Reason)
	o.number("t", at+"/t", exact, d.T, d.Reason)
	o.number("df", at+"/df", exact, d.DF, d.Reason)
	o.number("p of t", at+"/p", tail, d.P, d.Reason)
	o.between("limits", at+"/ci95", tail, d.Low, d.High, d.Reason)
	narrow := d.At(.9)
	o.between("limits", at+"/ci90", tail, narrow.Low, narrow.High, narrow.Reason)
}

func pairedOracle(o *oracle, at string, p matched) stats.Difference {
	d := stats.Paired(p.both1, p.both2, .95)
	testOracle(o, at, "mean_diff", d)
	root := math.Sqrt(float64(d.Matched))
	o.exactly("n", at+"/n", float64(d.Matched))
	o.exactly("sd", at+"/sd_diff", d.SE*root)
	o.exactly("r", at+"/r", correlationBySpread(p.both1, p.both2))
	e := d.Equivalence(10)
	o.exactly("n", at+"/tost/delta", 10)
	o.number("p of equivalence", at+"/tost/p_lower", tail, e.PLower, e.Reason)
	o.number("p of equivalence", at+"/tost/p_upper", tail, e.PUpper, e.Reason)
	o.number("p of equivalence", at+"/tost/p", tail, e.P, e.Reason)
	o.exactly("t", at+"/effect/d_z", d.T/root)
	r := stats.SignedRank(p.both1, p.both2, 0)
	o.number("Wilcoxon", at+"/wilcoxon/V", exact, r.Statistic, r.Reason)
	o.number("p of Wilcoxon", at+"/wilcoxon/p_normal_corrected", tail, r.P, r.Reason)
	return d
}

// correlationBySpread is Pearson's r by way of the spread of the differences.
func correlationBySpread(xs, ys []float64) float64 {
	var changes []float64
	for i := range xs {
		changes = append(changes, ys[i]-xs[i])
	}
	vx, _ := stats.Variance(xs)
	vy, _ := stats.Variance(ys)
	vd, _ := stats.Variance(changes)
	return (vx + vy - vd) / (2 * math.Sqrt(vx*vy))
}

func welchOracle(o *oracle, at string, first, second []float64) stats.Difference {
	d := stats.Welch(first, second, .95)
	testOracle(o, at, "diff", d)
	m1, _ := stats.Mean(first)
	m2, _ := stats.Mean(second)
	o.exactly("n", at+"/n1", float64(d.N1))
	o.exactly("n", at+"/n2", float64(d.N2))
	o.exactly("mean", at+"/mean1", m1)
	o.exactly("mean", at+"/mean2", m2)
	e := d.Equivalence(10)
	o.exactly("n", at+"/tost/delta", 10)
	o.number("t of equivalence", at+"/tost/t_lower", exact, e.TLower, e.Reason)
	o.number("t of equivalence", at+"/tost/t_upper", exact, e.TUpper, e.Reason)
	o.number("p of equivalence", at+"/tost/p_lower", tail, e.PLower, e.Reason)
	o.number("p of equivalence", at+"/tost/p_upper", tail, e.PUpper, e.Reason)
	o.number("p of equivalence", at+"/tost/p", tail, e.P, e.Reason)
	effectOracle(o, at+"/effect", first, second, d.Value)
	r := stats.RankSum(first, second)
	o.number("Wilcoxon", at+"/wilcoxon/W", exact, r.Statistic, r.Reason)
	o.number("p of Wilcoxon", at+"/wilcoxon/p_normal_corrected", tail, r.P, r.Reason)
	return d
}

func effectOracle(o *oracle, at string, first, second []float64, difference float64) {
	n1, n2 := float64(len(first)), float64(len(second))
	v1, _ := stats.Variance(first)
	v2, _ := stats.Variance(second)
	pooled := difference / math.Sqrt(((n1-1)*v1+(n2-1)*v2)/(n1+n2-2))
	g, reason := stats.HedgesG(first, second)
	o.exactly("Hedges' g", at+"/d_pooled", pooled)
	o.exactly("Hedges' g", at+"/J_exact", g/pooled)
	o.number("Hedges' g", at+"/g", exact, g, reason)
	o.number("Hedges' g", at+"/g_effectsize", exact, g, reason)
	o.number("Hedges' g", at+"/g_metafor", exact, g, reason)
	delta, reason := stats.CliffDelta(first, second)
	o.number("Cliff's delta", at+"/cliff_delta", exact, delta, reason)
	o.exactly("Cliff's delta", at+"/prob_superiority", (1+delta)/2)
}

func partlyOracle(o *oracle, at string, p matched) stats.Difference {
	d := stats.PartlyPaired(p.alone1, p.both1, p.alone2, p.both2, .95)
	testOracle(o, at, "diff", d)
	o.exactly("n", at+"/n1", float64(d.N1))
	o.exactly("n", at+"/n2", float64(d.N2))
	o.exactly("n", at+"/n_common", float64(d.Matched))
	o.exactly("r", at+"/r", correlationBySpread(p.both1, p.both2))
	e := d.Equivalence(10)
	o.number("p of equivalence", at+"/tost_p", tail, e.P, e.Reason)
	return d
}

func familyOracle(o *oracle, at string, tests []stats.Difference) {
	var p, equivalence []float64
	for _, d := range tests {
		p = append(p, d.P)
		equivalence = append(equivalence, d.Equivalence(10).P)
	}
	holm, reason := stats.Holm(p)
	adjusted, _ := stats.Holm(equivalence)
	for i, scale := range scales {
		o.number("p of t", at+"/p/"+scale, tail, p[i], "")
		o.number("Holm", at+"/p_holm/"+scale, exact, holm[i], reason)
		o.number("p of equivalence", at+"/p_tost/"+scale, tail, equivalence[i], "")
		o.number("Holm", at+"/p_tost_holm/"+scale, exact, adjusted[i], "")
		strict, _ := stats.Judge(tests[i], holm[i], adjusted[i])
		o.word(at+"/verdict_holm/"+scale, strings.ReplaceAll(string(strict), "-", "_"))
		verdict, _ := stats.Judge(tests[i], holm[i], equivalence[i])
		o.word(at+"/verdict_tost_unadjusted/"+scale, strings.ReplaceAll(string(verdict), "-", "_"))
	}
}
