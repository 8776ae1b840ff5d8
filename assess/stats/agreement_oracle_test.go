package stats_test

import (
	"fmt"
	"path"

	"luwes/assess/stats"
)

// The null variances of the oracle on five levels.
var nulls = map[string]float64{
	"uniform": 2, "slight_skew": 1.34, "moderate_skew": .9, "heavy_skew": .44, "triangular": 1.32, "normal": 1.04,
}

func agreementOracle(o *oracle, at string, a *answers, scale string) {
	rows := stats.Complete(a.tables[scale])
	complete, available := stats.Columns(rows), stats.Columns(a.tables[scale])
	o.exactly("n", at+"/n_listwise", float64(len(rows)))
	for name, null := range nulls {
		at := path.Join(at, "nulls", name)
		o.exactly("n", at+"/null_var", null)
		v, _, reason := stats.RWGJ(complete, null)
		o.number("rwg(j)", at+"/rwg_j_multilevel", exact, v, reason)
		v, _, reason = stats.RWGJ(available, null)
		o.number("rwg(j)", at+"/rwg_j_available", exact, v, reason)
		v, _, reason = stats.RWGStar(complete, null)
		o.number("r*wg(j)", at+"/rwg_j_lindell", exact, v, reason)
		v, _, reason = stats.RWGStar(available, null)
		o.number("r*wg(j)", at+"/rwg_star_available", exact, v, reason)
	}
	v, _, reason := stats.RWGStar(available, 4)
	o.number("r*wg(j)", at+"/rwg_star_maxdissensus_4", exact, v, reason)
	of := func(columns [][]float64) float64 { v, _, _ := stats.RWGStar(columns, 1); return 1 - v }
	o.exactly("variance", at+"/mean_item_var_listwise", of(complete))
	o.exactly("variance", at+"/mean_item_var_available", of(available))
	for j, item := range a.items[scale] {
		v, reason := stats.Variance(available[j])
		o.number("variance", at+"/item_var_available/"+item, exact, v, reason)
	}
	v, _, reason = stats.ADScale(complete)
	o.number("AD", at+"/AD_mean_multilevel_listwise", exact, v, reason)
	v, _, reason = stats.ADScale(available)
	o.number("AD", at+"/AD_mean_available", exact, v, reason)
	scaleScoreOracle(o, at+"/scale_score", given(a.raw(scale)), given(a.points(scale)))
}

func scaleScoreOracle(o *oracle, at string, raw, points []float64) {
	o.exactly("n", at+"/n", float64(len(raw)))
	v, reason := stats.SD(raw)
	o.number("sd", at+"/sd_raw", exact, v, reason)
	v, reason = stats.SD(points)
	o.number("sd", at+"/sd_100", exact, v, reason)
	v, reason = stats.RWG(raw, 2)
	o.number("rwg", at+"/rwg_uniform_on_score", exact, v, reason)
	v, reason = stats.AD(raw)
	o.number("AD", at+"/AD_mean_score", exact, v, reason)
}

func itemsOracle(o *oracle, a *answers, scale string) {
	for j, xs := range stats.Columns(a.tables[scale]) {
		at := "items/" + a.items[scale][j]
		counts := make([]int, 5)
		for _, x := range xs {
			counts[int(x)-1]++
		}
		for level, n := range counts {
			o.exactly("n", fmt.Sprintf("%s/counts_1_to_5/%d", at, level), float64(n))
		}
		o.exactly("n", at+"/n", float64(len(xs)))
		v, reason := stats.Mean(xs)
		o.number("mean", at+"/mean", exact, v, reason)
		v, reason = stats.SD(xs)
		o.number("sd", at+"/sd", exact, v, reason)
		v, reason = stats.Variance(xs)
		o.number("variance", at+"/var", exact, v, reason)
		v, reason = stats.RWG(xs, 2)
		o.number("rwg", at+"/rwg_uniform_multilevel", exact, v, reason)
		v, reason = stats.RWG(xs, 1.34)
		o.number("rwg", at+"/rwg_slight_skew", exact, v, reason)
		v, _, reason = stats.RWGStar([][]float64{xs}, 2)
		o.number("r*wg(j)", at+"/rwg_star_uniform", exact, v, reason)
		v, reason = stats.AD(xs)
		o.number("AD", at+"/AD_mean", exact, v, reason)
	}
}

func rankOracle(o *oracle, at string, a *answers, of []string) {
	c := stats.KendallW(a.profiles(of))
	o.exactly("n", at+"/n", float64(c.N))
	o.number("Kendall's W", at+"/W_tie_corrected", exact, c.W, c.Reason)
	o.number("Friedman's chi-squared", at+"/friedman_chi2", exact, c.ChiSquared, c.Reason)
	o.exactly("n", at+"/df", c.DF)
	o.number("p of W", at+"/p", tail, c.P, c.Reason)
	for j, scale := range of {
		o.exactly("mean ranks", at+"/mean_ranks/"+scale, c.MeanRanks[j])
	}
}

// ratersOracle takes items as groups and the people who answered all as members.
func ratersOracle(o *oracle, a *answers) {
	for _, scale := range scales {
		at := "icc_items_by_raters/" + scale
		groups := stats.Columns(stats.Complete(a.tables[scale]))
		g := stats.OneWay(groups)
		o.exactly("n", at+"/n_items", float64(g.K))
		o.exactly("n", at+"/n_raters", float64(len(groups[0])))
		one, reason := g.ICC1()
		o.number("ICC(1)", at+"/table/0/ICC", exact, one, reason)
		two, reason := g.ICC2()
		o.number("ICC(2)", at+"/table/3/ICC", exact, two, reason)
		for _, at := range []string{at + "/table/0", at + "/table/3"} {
			o.number("F", at+"/F", exact, g.F, g.Reason)
			o.exactly("n", at+"/df1", g.DF1)
			o.exactly("n", at+"/df2", g.DF2)
			o.number("p of F", at+"/p", tail, g.P, g.Reason)
		}
	}
}

func groupsOracle(o *oracle, a *answers) {
	for _, scale := range scales {
		at := "icc_groups/" + scale
		groups := [][]float64{a.inGroup(scale, "A"), a.inGroup(scale, "B")}
		for i, name := range []string{"A", "B"} {
			m, _ := stats.Mean(groups[i])
			o.exactly("mean", at+"/group_means/"+name, m)
			o.exactly("n", fmt.Sprintf("%s/sizes/%d", at, i), float64(len(groups[i])))
		}
		g := stats.OneWay(groups)
		k := float64(g.N) / float64(g.K)
		o.exactly("n", at+"/groups", float64(g.K))
		o.exactly("n", at+"/k_mean", k)
		o.number("ICC(1)", at+"/k0", exact, g.K0, g.Reason)
		o.exactly("mean squares", at+"/MSB", g.Between)
		o.exactly("mean squares", at+"/MSW", g.Within)
		o.exactly("F", at+"/F", g.F)
		o.exactly("n", at+"/df1", g.DF1)
		o.exactly("n", at+"/df2", g.DF2)
		o.number("p of F", at+"/p", tail, g.P, g.Reason)
		one, reason := g.ICC1()
		o.number("ICC(1)", at+"/ICC1_k0", exact, one, reason)
		o.exactly("ICC(1)", at+"/ICC1_multilevel", (g.Between-g.Within)/(g.Between+(k-1)*g.Within))
		two, reason := g.ICC2()
		o.number("ICC(2)", at+"/ICC2_multilevel", exact, two, reason)
		between, within := g.Between*g.DF1, g.Within*g.DF2
		o.exactly("mean squares", at+"/eta2", between/(between+within))
		f := stats.WelchANOVA(groups)
		o.number("Welch's F", at+"/welch_anova/F", exact, f.F, f.Reason)
		o.exactly("Welch's F", at+"/welch_anova/df1", f.DF1)
		o.exactly("Welch's F", at+"/welch_anova/df2", f.DF2)
		o.number("p of Welch's F", at+"/welch_anova/p", tail, f.P, f.Reason)
	}
}

// nullOracle checks the two null variances luwes uses; the rest of the file is
// simulated chance limits and other nulls.
func nullOracle(o *oracle) {
	v, reason := stats.UniformNull(5)
	o.number("null variances", "null_variances/uniform/var", exact, v, reason)
	v, reason = stats.SlightSkewNull(5)
	o.number("null variances", "null_variances/slight_skew/var", exact, v, reason)
	o.complete(map[string]string{
		"null": "words", "reps": "a simulation", "rows": "a simulation", "multilevel_check": "a simulation",
		"null_variances/*/p":     "not numbers of a function",
		"null_variances/[mhtn]*": "given by the caller",
	})
}
