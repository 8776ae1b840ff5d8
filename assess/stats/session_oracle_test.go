package stats_test

import (
	"fmt"
	"maps"
	"math"
	"path"
	"slices"

	"luwes/assess/stats"
)

// What the files of one session hold beyond what luwes computes.
var notOfASession = map[string]string{
	"versions":                      "words",
	"conventions":                   "words",
	"file":                          "a word",
	"scales/*/reliability/pairwise": "alpha is listwise",
	"scales/*/reliability/listwise/guttman_lambda6":    "not used",
	"scales/*/reliability/listwise/ase_psych":          "the interval is Feldt's",
	"scales/*/omega/minres_*":                          "the principal axis is used",
	"scales/*/omega/omega_*":                           "minres",
	"scales/*/omega/psych_*":                           "minres",
	"scales/*/agreement/AD_median*":                    "deviations are from the mean",
	"scales/*/agreement/scale_score/AD_median*":        "deviations are from the mean",
	"scales/*/agreement/awg*":                          "not used",
	"scales/*/agreement/scale_score/sd_max_possible_n": "not used",
	"items/*/AD_median":                                "deviations are from the mean",
	"items/*/awg":                                      "not used",
	"kendall_w_*/mean_spearman":                        "not used",
	"kendall_w_*/scales":                               "words",
	"icc_items_by_raters/*/table/*/type":               "a word",
	"icc_items_by_raters/*/table/[1245]":               "two-way; sessions have different people",
	"icc_items_by_raters/*/table/*/[lu]*":              "no interval is given",
}

// What the file with two regions holds besides.
var notOfGroups = map[string]string{
	"icc_groups/*/ICC1_k0_ci95_approx": "no interval is given",
	"icc_groups/*/ICC2_ci95_approx":    "no interval is given",
	"icc_groups/*/ICC1_lmer_reml":      "another estimator",
	"icc_groups/*/kruskal":             "Welch's analysis is used",
}

func sessionOracle(o *oracle, a *answers) {
	holes := 0
	for _, scale := range scales {
		for _, row := range a.tables[scale] {
			holes += len(row) - len(given(row))
		}
		at := "scales/" + scale
		describeOracle(o, at, a, scale)
		reliabilityOracle(o, at+"/reliability/listwise", a, scale)
		omegaOracle(o, at+"/omega", a, scale)
		agreementOracle(o, at+"/agreement", a, scale)
		semOracle(o, at+"/sem", a, scale)
		itemsOracle(o, a, scale)
	}
	o.exactly("n", "n", float64(len(a.ids)))
	o.exactly("n", "n_missing_cells", float64(holes))
	rankOracle(o, "kendall_w_strategies", a, scales[:3])
	rankOracle(o, "kendall_w_six", a, scales)
	ratersOracle(o, a)
	leftOut := maps.Clone(notOfASession)
	if o.has("icc_groups/STR/F") {
		groupsOracle(o, a)
		maps.Copy(leftOut, notOfGroups)
	}
	o.complete(leftOut)
}

func describeOracle(o *oracle, at string, a *answers, scale string) {
	points, raw := given(a.points(scale)), given(a.raw(scale))
	n := len(points)
	o.exactly("n", at+"/n_valid", float64(n))
	o.exactly("n", at+"/n_not_scored", float64(len(a.ids)-n))
	for unit, xs := range map[string][]float64{"raw": raw, "pct": points} {
		at := path.Join(at, unit)
		mean, reason := stats.Mean(xs)
		o.number("mean", at+"/mean", exact, mean, reason)
		sd, reason := stats.SD(xs)
		o.number("sd", at+"/sd", exact, sd, reason)
		o.number("sd", at+"/se", exact, sd/math.Sqrt(float64(n)), reason)
		median, reason := stats.Median(xs)
		o.number("median", at+"/median", exact, median, reason)
	}
	variance, reason := stats.Variance(raw)
	o.number("variance", at+"/raw/var", exact, variance, reason)
	low, reason := stats.Quantile(raw, .25)
	high, _ := stats.Quantile(raw, .75)
	o.between("quartiles", at+"/raw/quartiles_type7", exact, low, high, reason)
	lowest, _ := stats.Quantile(raw, 0)
	o.exactly("quartiles", at+"/raw/min", lowest)
	o.exactly("quartiles", at+"/raw/max", slices.Max(raw))
	mean, _ := stats.Mean(points)
	sd, _ := stats.SD(points)
	for percent, level := range map[string]float64{"95": .95, "90": .9} {
		low, high, reason := stats.WilsonT(mean, sd, n, level, 0)
		o.between("wilson-t", at+"/pct/wilson_t_ci"+percent, tail, low, high, reason)
		d := stats.Paired(make([]float64, n), points, level) // against 0: the t interval of the mean
		o.between("t limits", at+"/pct/t_ci"+percent, tail, d.Low, d.High, d.Reason)
		if percent == "95" {
			o.between("t limits", at+"/pct/t_ci95_clipped", tail, max(0, d.Low), min(100, d.High), d.Reason)
		}
	}
}

func reliabilityOracle(o *oracle, at string, a *answers, scale string) {
	rows := stats.Complete(a.tables[scale])
	r := stats.Alpha(rows, .95)
	o.exactly("n", at+"/n", float64(r.N))
	for _, name := range []string{"alpha_raw", "alpha_hand", "alpha_multilevel_pkg"} {
		o.number("alpha", at+"/"+name, exact, r.Alpha, r.Reason)
	}
	o.between("feldt", at+"/feldt95_psych", limits, r.Low, r.High, r.Reason)
	o.between("feldt", at+"/feldt95_psychometric", limits, r.Low, r.High, r.Reason)
	narrow := stats.Alpha(rows, .9)
	o.between("feldt", at+"/feldt90", limits, narrow.Low, narrow.High, narrow.Reason)
	standard := stats.Alpha(standardized(rows), .95)
	o.number("alpha", at+"/alpha_std", exact, standard.Alpha, standard.Reason)
	k := float64(r.K)
	o.exactly("alpha", at+"/average_r", standard.Alpha/(k-(k-1)*standard.Alpha))
	for j, item := range a.items[scale] {
		without := stats.Alpha(dropped(rows, j), .95)
		o.number("alpha", at+"/alpha_if_dropped/"+item, exact, without.Alpha, without.Reason)
		rest, reason := stats.ItemRest(rows, j)
		o.number("item-rest", at+"/item_rest_r/"+item, exact, rest, reason)
	}
	var means []float64
	for _, row := range rows {
		m, _ := stats.Mean(row)
		means = append(means, m)
	}
	sd, _ := stats.SD(means)
	o.exactly("sd", at+"/sd_scale_listwise", sd)
	o.exactly("sem", at+"/sem_raw", sd*math.Sqrt(1-r.Alpha))
}

func dropped(rows [][]float64, j int) [][]float64 {
	var rest [][]float64
	for _, row := range rows {
		rest = append(rest, slices.Delete(slices.Clone(row), j, j+1))
	}
	return rest
}

func standardized(rows [][]float64) [][]float64 {
	columns := stats.Columns(rows)
	var table [][]float64
	for _, row := range rows {
		var line []float64
		for j, x := range row {
			m, _ := stats.Mean(columns[j])
			sd, _ := stats.SD(columns[j])
			line = append(line, (x-m)/sd)
		}
		table = append(table, line)
	}
	return table
}

func omegaOracle(o *oracle, at string, a *answers, scale string) {
	f := stats.Omega(stats.Complete(a.tables[scale]))
	if !o.has(at + "/ipa_omega") {
		o.Logf("%s: R has no omega; here n %d, %q", at, f.N, f.Reason)
		if f.Reason == "" {
			o.Errorf("%s: got %v, R has none", at, f.Omega)
		}
		return
	}
	o.exactly("n", at+"/n", float64(f.N))
	negative, sum, unique := false, 0.0, 0.0
	for j, l := range f.Loadings {
		o.number("loadings", fmt.Sprintf("%s/ipa_loadings/%d", at, j), factored, l, "")
		negative = negative || l < 0
		sum += l
		unique += 1 - l*l
	}
	o.exactly("n", at+"/ipa_iterations", float64(f.Iterations))
	o.seen[at+"/ipa_heywood"] = true
	if o.leaves[at+"/ipa_heywood"] != (f.Reason == stats.CommunalityOne) {
		o.Errorf("%s: got %q, heywood in R is %v", at, f.Reason, o.leaves[at+"/ipa_heywood"])
	}
	if negative { // not to be shown; R shows what it would be
		if f.Reason != stats.NegativeLoading || f.Omega != 0 {
			o.Errorf("%s: got %v (%q), want %q", at, f.Omega, f.Reason, stats.NegativeLoading)
		}
		o.number("omega", at+"/ipa_omega", factored, sum*sum/(sum*sum+unique), "")
		return
	}
	o.number("omega", at+"/ipa_omega", factored, f.Omega, f.Reason)
}

func semOracle(o *oracle, at string, a *answers, scale string) {
	points := given(a.points(scale))
	sd, _ := stats.SD(points)
	alpha := stats.Alpha(stats.Complete(a.tables[scale]), .95).Alpha
	sem := sd * math.Sqrt(1-alpha)
	o.exactly("alpha", at+"/alpha_used", alpha)
	o.exactly("sd", at+"/sd_used_pct", sd)
	o.exactly("sem", at+"/sem_pct", sem)
	o.exactly("sem", at+"/mdc95_individual_pct", 1.96*math.Sqrt2*sem)
	o.exactly("sem", at+"/mdc90_individual_pct", 1.6448536269514722*math.Sqrt2*sem)
	o.exactly("sem", at+"/mdc95_individual_exact_z", 1.959963984540054*math.Sqrt2*sem)
	o.exactly("sem", at+"/mdc95_group_mean_pct", 1.96*math.Sqrt2*sem/math.Sqrt(float64(len(points))))
}
