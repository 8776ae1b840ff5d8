package stats_test

import (
	"fmt"
	"strings"

	"luwes/assess/stats"
)

// What the edge cases hold beyond what luwes computes.
var notOfEdges = map[string]string{
	"*/AD_median":      "deviations are from the mean",
	"*/awg":            "not used",
	"*/alpha_psych":    "rounded in R for two people",
	"*/t.test":         "words",
	"*/program_should": "words",
	"half_rule":        "a rule of assess",
}

func edgeOracle(o *oracle) {
	for _, name := range []string{"all_identical_answers", "everyone_the_same_profile", "two_camps", "all_at_top",
		"one_respondent", "two_respondents", "negative_alpha", "one_item_not_reversed"} {
		edgeCase(o, name, o.rows(name+"/data"))
	}
	rows := o.rows("one_item_not_reversed/data")
	for j := range rows[0] {
		r, reason := stats.ItemRest(rows, j)
		o.number("item-rest", fmt.Sprintf("one_item_not_reversed/item_rest_r/%d", j), exact, r, reason)
		without := stats.Alpha(dropped(rows, j), .95)
		o.number("alpha", fmt.Sprintf("one_item_not_reversed/alpha_if_dropped/%d", j), exact, without.Alpha, without.Reason)
	}
	for _, row := range rows {
		row[2] = 6 - row[2]
	}
	fixed := stats.Alpha(rows, .95)
	o.number("alpha", "one_item_not_reversed/alpha_after_fix", exact, fixed.Alpha, fixed.Reason)
	both := stats.Welch(o.list("welch_zero_variance_both/x"), o.list("welch_zero_variance_both/y"), .95)
	if both.Reason != stats.NoSpread || both.Value != 10 {
		o.Errorf("both without spread: got %+v", both)
	}
	one := stats.Welch(o.list("welch_zero_variance_one/y"), o.list("welch_zero_variance_one/x"), .95)
	o.number("t", "welch_zero_variance_one/t", exact, one.T, one.Reason)
	o.number("df", "welch_zero_variance_one/df", exact, one.DF, one.Reason)
	o.number("p of t", "welch_zero_variance_one/p", tail, one.P, one.Reason)
	identical := stats.Paired(o.list("paired_identical/x"), o.list("paired_identical/y"), .95)
	if identical.Reason != stats.NoSpread || identical.Value != 5 {
		o.Errorf("the same change of all: got %+v", identical)
	}
	o.complete(notOfEdges)
}

func edgeCase(o *oracle, at string, rows [][]float64) {
	columns := stats.Columns(rows)
	var points, scores []float64
	for _, row := range rows {
		m, _ := stats.Mean(row)
		scores = append(scores, m)
		points = append(points, (m-1)/4*100)
	}
	o.exactly("n", at+"/n", float64(len(rows)))
	o.exactly("n", at+"/k", float64(len(columns)))
	mean, reason := stats.Mean(points)
	o.number("mean", at+"/mean_pct", exact, mean, reason)
	sd, reason := stats.SD(points)
	o.number("sd", at+"/sd_pct", exact, sd, reason)
	for j, xs := range columns {
		v, reason := stats.Variance(xs)
		o.number("variance", fmt.Sprintf("%s/item_var/%d", at, j), exact, v, reason)
	}
	k := float64(len(columns))
	v, reason := stats.Variance(scores)
	o.number("variance", at+"/total_var", exact, v*k*k, reason)
	r := stats.Alpha(rows, .95)
	o.number("alpha", at+"/alpha_hand", exact, r.Alpha, r.Reason)
	if text, ok := o.leaves[at+"/alpha_psych"].(string); ok && strings.HasPrefix(text, "ERROR") && r.Reason == "" {
		o.Errorf("%s: alpha %v, and R has none", at, r.Alpha)
	}
	v, _, reason = stats.RWGJ(columns, 2)
	o.number("rwg(j)", at+"/rwg_j_uniform", exact, v, reason)
	v, _, reason = stats.RWGStar(columns, 2)
	o.number("r*wg(j)", at+"/rwg_j_lindell_uniform", exact, v, reason)
	v, _, reason = stats.ADScale(columns)
	o.number("AD", at+"/AD_mean", exact, v, reason)
	d := stats.Paired(make([]float64, len(points)), points, .95)
	o.between("t limits", at+"/t_ci95_pct", tail, d.Low, d.High, d.Reason)
	low, high, reason := stats.WilsonT(mean, sd, len(points), .95, 0)
	o.between("wilson-t", at+"/wilson_t_ci95", tail, low, high, reason)
}
