package assess_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"luwes/assess"
)

// ---- cases by hand

func TestHalfRule(t *testing.T) {
	known, none := assess.Known, assess.Unknown
	for _, c := range []struct {
		row                  string // answers of one person to the seven items
		minimum              float64
		want                 assess.Figure
		prorated             bool
		answered, applicable int
	}{
		{"3 3 3 3 3 3 3", .5, known(50), false, 7, 7},
		{"5 5 5 5 - - -", .5, known(100), true, 4, 7},
		{"5 5 5 - - - -", .5, none(assess.NotScored), false, 3, 7},
		{"- - - - - - -", .5, none(assess.NotScored), false, 0, 7},

		// not applicable leaves everything
		{"5 5 5 1 - - na", .5, known(75), true, 4, 6},
		{"5 4 3 - - - na", .5, known(75), true, 3, 6},
		{"5 5 - - - - na", .5, none(assess.NotScored), false, 2, 6},
		{"5 5 2 - - na na", .5, known(75), true, 3, 5},
		{"5 5 - - - na na", .5, none(assess.NotScored), false, 2, 5},
		{"2 - na na na na na", .5, known(25), true, 1, 2},
		{"2 na na na na na na", .5, known(25), false, 1, 1},
		{"1 2 3 na na na na", .5, known(25), false, 3, 3},
		{"- na na na na na na", .5, none(assess.NotScored), false, 0, 1},
		{"na na na na na na na", .5, none(assess.NotApplicable), false, 0, 0},

		// don't know counts as unanswered
		{"5 5 5 5 dk dk dk", .5, known(100), true, 4, 7},
		{"5 5 5 dk dk dk dk", .5, none(assess.NotScored), false, 3, 7},
		{"5 5 5 dk dk dk na", .5, known(100), true, 3, 6},
		{"dk dk dk dk dk dk dk", .5, none(assess.NotScored), false, 0, 7},
		{"dk na na na na na na", .5, none(assess.NotScored), false, 0, 1},

		// other minimums
		{"4 - - - - - -", 0, known(75), true, 1, 7},
		{"- - - - - - -", 0, none(assess.NotScored), false, 0, 7},
		{"dk - - - - - -", 0, none(assess.NotScored), false, 0, 7},
		{"na na na na na na na", 0, none(assess.NotApplicable), false, 0, 0},
		{"3 3 3 3 3 3 -", 1, none(assess.NotScored), false, 6, 7},
		{"3 3 3 3 3 3 na", 1, known(50), false, 6, 6},
		{"3 3 3 3 3 3 3", 1, known(50), false, 7, 7},
		{"3 3 3 3 3 - -", 5. / 7, known(50), true, 5, 7},
		{"3 3 3 - - na na", .6, known(50), true, 3, 5},
		{"3 3 - - - na na", .6, none(assess.NotScored), false, 2, 5},
		{"3 - - na na na na", 1. / 3, known(50), true, 1, 3},
	} {
		in := questionnaire(5, scaleOf("a", 7))
		in.Scales[0].Minimum = c.minimum
		res := assess.Score(in, peopleOf(t, in, c.row)).Scales[0]
		got := res.People[0]
		if got.Score != c.want || got.Mean.Reason != c.want.Reason {
			t.Errorf("%s, minimum %v: score %v, mean %v; want %v", c.row, c.minimum, got.Score, got.Mean, c.want)
		}
		if got.Prorated != c.prorated || got.Answered != c.answered || got.Applicable != c.applicable {
			t.Errorf("%s: prorated %t, %d of %d; want %t, %d of %d", c.row, got.Prorated, got.Answered, got.Applicable, c.prorated, c.answered, c.applicable)
		}
		wantN, wantProrated := 0, 0
		if c.want.OK() {
			wantN = 1
		}
		if c.prorated {
			wantProrated = 1
		}
		if res.Score != c.want || res.N != wantN || res.NotScored != 1-wantN || res.Prorated != wantProrated {
			t.Errorf("%s: session score %v of %d, %d not scored, %d prorated; want %v of %d", c.row, res.Score, res.N, res.NotScored, res.Prorated, c.want, wantN)
		}
	}
}

// .56 × 25 is a little more than 14 in binary, and 14 of 25 are enough.
func TestHalfRuleIsNotRounded(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 25))
	in.Scales[0].Minimum = .56
	for answered, want := range map[int]bool{13: false, 14: true} {
		row := strings.Repeat("3 ", answered) + strings.Repeat("- ", 25-answered)
		if got := assess.Score(in, peopleOf(t, in, row)).Scales[0].Score.OK(); got != want {
			t.Errorf("%d of 25: scored %t, want %t", answered, got, want)
		}
	}
}

func TestWeightsReversalAndConventions(t *testing.T) {
	for _, c := range []struct {
		levels     int
		convention assess.Convention
		weights    []float64
		reverse    []bool
		row        string
		mean, want float64
	}{
		{5, assess.Range, []float64{1, 1, 1}, []bool{false, false, false}, "1 2 3", 2, 25},
		{5, assess.Range, []float64{1, 1, 2}, []bool{false, false, false}, "1 2 3", 2.25, 31.25},
		{5, assess.Range, []float64{.5, .5, 1}, []bool{false, false, false}, "1 2 3", 2.25, 31.25}, // only proportions matter
		{5, assess.Range, []float64{1, 1, 2}, []bool{true, false, true}, "1 2 3", 3.25, 56.25},
		{5, assess.Range, []float64{1, 1, 2}, []bool{true, true, true}, "5 5 5", 1, 0},
		{5, assess.Range, []float64{1, 3, 2}, []bool{false, false, true}, "1 - 3", 7. / 3, 100. / 3}, // the weight of the gap leaves too
		{5, assess.Range, []float64{1, 3, 2}, []bool{false, false, true}, "1 na 3", 7. / 3, 100. / 3},
		{5, assess.Share, []float64{1, 1, 1}, []bool{false, false, false}, "1 1 1", 1, 20},
		{5, assess.Share, []float64{1, 1, 1}, []bool{false, true, false}, "1 2 3", 8. / 3, 160. / 3},
		{4, assess.Share, []float64{1, 1, 2}, []bool{false, true, false}, "4 1 2", 3, 75},
		{2, assess.Range, []float64{1, 1, 2}, []bool{false, true, false}, "1 1 2", 1.75, 75},
		{2, assess.Share, []float64{1, 1, 2}, []bool{false, true, false}, "1 1 2", 1.75, 87.5},
		{9, assess.Range, []float64{1, 1, 1}, []bool{true, false, false}, "9 9 8", 6, 62.5},
		{9, assess.Share, []float64{1, 1, 1}, []bool{true, false, false}, "9 9 9", 19. / 3, 1900. / 27},
	} {
		in := questionnaire(c.levels, scaleOf("a", 3))
		in.Convention = c.convention
		for i := range 3 {
			in.Scales[0].Items[i].Weight, in.Scales[0].Items[i].Reverse = c.weights[i], c.reverse[i]
		}
		got := assess.Score(in, peopleOf(t, in, c.row)).Scales[0].People[0]
		if !nearFigure(got.Mean, assess.Known(c.mean), 1e-12) || !nearFigure(got.Score, assess.Known(c.want), 1e-12) {
			t.Errorf("%s: mean %v, score %v; want %v, %v (%+v)", c.row, got.Mean, got.Score, c.mean, c.want, c)
		}
	}
}

func TestSpreadOfAFew(t *testing.T) {
	known := assess.Known
	one := assess.Unknown(assess.OnePerson)
	none := assess.Unknown(assess.NotScored)
	for _, c := range []struct {
		rows              []string // one item of five levels: 0, 25, 50, 75, 100
		n                 int
		score, sd, median assess.Figure
	}{
		{nil, 0, none, none, none},
		{[]string{"-", "dk"}, 0, none, none, none},
		{[]string{"4"}, 1, known(75), one, known(75)},
		{[]string{"4", "-", "dk", "na"}, 1, known(75), one, known(75)},
		{[]string{"2", "4"}, 2, known(50), known(35.35533905932738), known(50)},
		{[]string{"5", "1", "2"}, 3, known(125. / 3), known(52.04164998665332), known(25)},
		{[]string{"5", "1", "-", "2"}, 3, known(125. / 3), known(52.04164998665332), known(25)},
		{[]string{"1", "2", "4", "5"}, 4, known(50), known(45.64354645876384), known(50)},
		{[]string{"3", "3", "3"}, 3, known(50), known(0), known(50)},
	} {
		in := questionnaire(5, scaleOf("a", 1))
		got := assess.Score(in, peopleOf(t, in, c.rows...)).Scales[0]
		if got.N != c.n || got.NotScored != len(c.rows)-c.n {
			t.Errorf("%q: %d scored, %d not; want %d", c.rows, got.N, got.NotScored, c.n)
		}
		for _, f := range []struct {
			what      string
			got, want assess.Figure
		}{{"score", got.Score, c.score}, {"sd", got.SD, c.sd}, {"median", got.Median, c.median}} {
			if !nearFigure(f.got, f.want, 1e-12) {
				t.Errorf("%q: %s %v, want %v", c.rows, f.what, f.got, f.want)
			}
		}
	}
}

// "Everyone gave the same score" is decided by a deviation of exactly 0, so the
// rounding of the mean must not make one.
func TestSameScoresHaveNoSpread(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 7))
	for _, row := range []string{"1 2 3 4 5 4 3", "1 1 1 1 1 1 2", "5 5 5 5 5 5 4", "2 1 1 1 - - -", "3 3 2 na na na na"} {
		for n := 2; n <= 60; n++ {
			got := assess.Score(in, peopleOf(t, in, slices.Repeat([]string{row}, n)...)).Scales[0]
			if got.SD != assess.Known(0) || got.Score != got.People[0].Score || got.Median != got.Score {
				t.Fatalf("%d people with %s: score %v, sd %v, median %v; want each one's score %v and no spread",
					n, row, got.Score, got.SD, got.Median, got.People[0].Score)
			}
		}
	}
}

// Scores that are equal in arithmetic have no spread either where weights round
// them differently.
func TestRoundingIsNoSpread(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 3))
	for i, w := range []float64{.1, .2, .3} {
		in.Scales[0].Items[i].Weight = w
	}
	got := assess.Score(in, peopleOf(t, in, "3 3 3", "4 4 2", "1 4 3", "5 2 3")).Scales[0]
	if got.SD != assess.Known(0) || !nearFigure(got.Score, assess.Known(50), 1e-12) {
		t.Errorf("score %v, sd %v; want 50 and none", got.Score, got.SD)
	}
}

func TestCoverage(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 4), scaleOf("b", 2))
	for _, c := range []struct {
		rows  []string
		a, b  assess.Figure
		whole float64
	}{
		{[]string{"1 2 3 4 5 5"}, assess.Known(1), assess.Known(1), 1},
		{[]string{"1 2 3 4 5 5", "- - - - - -"}, assess.Known(.5), assess.Known(.5), .5},
		{[]string{"1 dk - na na na"}, assess.Known(1. / 3), assess.Unknown(assess.NotApplicable), 1. / 3},
		{[]string{"1 2 na na dk dk"}, assess.Known(1), assess.Known(0), .5},
		{[]string{"1 na na na na 1", "2 2 2 - na na"}, assess.Known(4. / 5), assess.Known(1), 5. / 6},
		{[]string{"na na na na na na"}, assess.Unknown(assess.NotApplicable), assess.Unknown(assess.NotApplicable), 0},
		{nil, assess.Unknown(assess.NotApplicable), assess.Unknown(assess.NotApplicable), 0},
	} {
		r := assess.Score(in, peopleOf(t, in, c.rows...))
		if got := r.Scale("a").Coverage(); got != c.a {
			t.Errorf("%q: coverage of a %v, want %v", c.rows, got, c.a)
		}
		if got := r.Scale("b").Coverage(); got != c.b {
			t.Errorf("%q: coverage of b %v, want %v", c.rows, got, c.b)
		}
		if got := r.Coverage(); got != c.whole {
			t.Errorf("%q: coverage %v, want %v", c.rows, got, c.whole)
		}
	}
}

// A scale is not applicable only if it is for everybody; somebody who said
// nothing leaves it unscored.
func TestWhyAScaleHasNoScore(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 2))
	for _, c := range []struct {
		rows []string
		want assess.Reason
	}{
		{[]string{"na na"}, assess.NotApplicable},
		{[]string{"na na", "na na"}, assess.NotApplicable},
		{[]string{"na na", "- na"}, assess.NotScored},
		{[]string{"na na", "dk dk"}, assess.NotScored},
		{[]string{"- -"}, assess.NotScored},
		{nil, assess.NotScored},
	} {
		got := assess.Score(in, peopleOf(t, in, c.rows...)).Scales[0]
		want := assess.Unknown(c.want)
		if got.Score != want || got.SD != want || got.Median != want || got.Band != (assess.Band{}) {
			t.Errorf("%q: score %v, sd %v, median %v, band %v; want %v and no band", c.rows, got.Score, got.SD, got.Median, got.Band, want)
		}
		if got.N != 0 || got.NotScored != len(c.rows) {
			t.Errorf("%q: %d scored and %d not, want nobody", c.rows, got.N, got.NotScored)
		}
	}
}

// Exactly 40 belongs to the lower band, whichever way the sum was rounded.
func TestFortyByManyRoutes(t *testing.T) {
	weighted := func(id string, weights ...float64) assess.Scale {
		s := scaleOf(id, len(weights))
		for i, w := range weights {
			s.Items[i].Weight = w
		}
		return s
	}
	for _, c := range []struct {
		what   string
		levels int
		share  bool
		scale  assess.Scale
		rows   []string
		want   float64
	}{
		{"2.6 over 5 items", 5, false, scaleOf("a", 5), []string{"3 3 3 2 2"}, 40},
		{"2.6 over 10 items", 5, false, scaleOf("a", 10), []string{"5 5 1 1 1 1 1 1 5 5"}, 40},
		{"156 of 60 answers of 12 people", 5, false, scaleOf("a", 5), []string{
			"1 1 1 1 1", "5 5 5 5 5", "1 2 3 4 5", "2 2 1 1 1", "5 4 4 4 4", "3 3 3 3 3",
			"1 1 1 2 2", "2 2 2 2 2", "1 3 3 1 1", "4 4 2 2 2", "3 2 2 2 2", "4 4 4 4 1"}, 40},
		{"thirds", 5, false, scaleOf("a", 3), []string{"2 2 3", "2 2 3", "2 3 3", "3 3 3", "3 3 3", "2 2 3", "2 3 3", "3 3 3", "2 2 2", "3 2 3"}, 40},
		{"sevenths", 5, false, scaleOf("a", 7), []string{
			"2 2 2 2 3 3 3", "3 3 3 3 3 3 1", "3 3 3 3 2 2 2", "4 4 3 3 2 2 1", "5 4 3 2 2 2 1",
			"2 2 2 2 2 2 5", "1 1 1 3 3 5 5", "2 3 2 3 2 3 3", "3 3 3 2 2 2 3", "4 2 3 2 3 2 2"}, 40},
		{"weights of tenths", 5, false, weighted("a", .1, .2, .2), []string{"3 2 3"}, 40},
		{"weights of thirds", 5, false, weighted("a", 1./3, 2./3, 2./3), []string{"3 2 3"}, 40},
		{"two of five people", 2, false, scaleOf("a", 1), []string{"1", "2", "1", "2", "1"}, 40},
		{"share, 2 of 5", 5, true, scaleOf("a", 3), []string{"2 2 2", "1 2 3", "1 1 4", "2 3 1"}, 40},
		{"share of 7 levels", 7, true, scaleOf("a", 5), []string{"2 2 3 4 3", "3 3 3 3 2"}, 40},
		{"60 in tenths", 5, false, scaleOf("a", 5), []string{"4 4 3 3 3"}, 60},
		{"20 in tenths", 5, false, scaleOf("a", 5), []string{"2 2 2 2 1"}, 20},
		{"80 in tenths", 5, false, scaleOf("a", 5), []string{"5 4 4 4 4"}, 80},
		{"80 of 6 levels, weights of tenths", 6, false, weighted("a", .1, .7), []string{"5 5"}, 80},
		{"just above 40", 5, false, weighted("a", .4, .6000001), []string{"2 3"}, 60},
		{"just below 40", 5, false, weighted("a", .4, .5999999), []string{"2 3"}, 40},
	} {
		in := questionnaire(c.levels, c.scale)
		if c.share {
			in.Convention = assess.Share
		}
		got := assess.Score(in, peopleOf(t, in, c.rows...)).Scales[0]
		if got.Band.UpTo != c.want {
			t.Errorf("%s: score %.17g is in the band up to %v, want up to %v", c.what, got.Score.Value, got.Band.UpTo, c.want)
		}
	}
}

func TestComposites(t *testing.T) {
	for _, c := range []struct {
		what    string
		weights []assess.Weight
		row     string // items of a, b and c, one each
		want    assess.Figure
		left    []string
		band    float64
	}{
		{"equal weights", []assess.Weight{{Scale: "a", Value: 1}, {Scale: "b", Value: 1}}, "1 3 5", assess.Known(25), nil, 40},
		{"weights", []assess.Weight{{Scale: "a", Value: 50}, {Scale: "b", Value: 25}, {Scale: "c", Value: 25}}, "5 3 1", assess.Known(62.5), nil, 80},
		{"only proportions matter", []assess.Weight{{Scale: "a", Value: 2}, {Scale: "b", Value: 1}, {Scale: "c", Value: 1}}, "5 3 1", assess.Known(62.5), nil, 80},
		{"exactly 40", []assess.Weight{{Scale: "a", Value: .6}, {Scale: "b", Value: .4}}, "1 5 1", assess.Known(40), nil, 40},
		{"one without a score", []assess.Weight{{Scale: "a", Value: 1}, {Scale: "b", Value: 1}}, "1 - 5", assess.Unknown(assess.ScaleMissing), nil, 0},
		{"one unknown to all", []assess.Weight{{Scale: "a", Value: 1}, {Scale: "b", Value: 1}}, "1 dk 5", assess.Unknown(assess.ScaleMissing), nil, 0},
		{"one not needed", []assess.Weight{{Scale: "a", Value: 1}, {Scale: "c", Value: 1}}, "1 - 5", assess.Known(50), nil, 60},
		{"one not applicable", []assess.Weight{{Scale: "a", Value: 50}, {Scale: "b", Value: 25}, {Scale: "c", Value: 25}}, "5 na 2", assess.Known(75), []string{"b"}, 80},
		{"two not applicable", []assess.Weight{{Scale: "a", Value: 50}, {Scale: "b", Value: 25}, {Scale: "c", Value: 25}}, "na 2 na", assess.Known(25), []string{"a", "c"}, 40},
		{"no scale of that name", []assess.Weight{{Scale: "a", Value: 1}, {Scale: "z", Value: 1}}, "5 5 5", assess.Unknown(assess.ScaleMissing), nil, 0},
	} {
		in := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1), scaleOf("c", 1))
		in.Composites = []assess.Composite{{ID: "all", Weights: c.weights}}
		got := assess.Score(in, peopleOf(t, in, c.row)).Composites[0]
		if !nearFigure(got.Score, c.want, 1e-12) || !slices.Equal(got.Left, c.left) || got.Band.UpTo != c.band {
			t.Errorf("%s: %v, left %q, band up to %v; want %v, %q, %v", c.what, got.Score, got.Left, got.Band.UpTo, c.want, c.left, c.band)
		}
	}
}

// A composite is of the session's scale scores, not of persons' composites.
func TestCompositeOfSessionScores(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1))
	in.Composites = []assess.Composite{{ID: "ab", Weights: []assess.Weight{{Scale: "a", Value: 1}, {Scale: "b", Value: 1}}}}
	got := assess.Score(in, peopleOf(t, in, "5 -", "5 -", "1 3")).Composites[0]
	if want := assess.Known((200./3 + 50) / 2); !nearFigure(got.Score, want, 1e-12) {
		t.Errorf("composite %v, want %v", got.Score, want)
	}
	everything := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1))
	everything.Composites = in.Composites
	nobody := assess.Score(everything, peopleOf(t, in, "na na")).Composites[0]
	if nobody.Score.OK() || !slices.Equal(nobody.Left, []string{"a", "b"}) {
		t.Errorf("composite of nothing applicable: %v, left %q; want no score and both named", nobody.Score, nobody.Left)
	}
}

func TestItemsAreKeyedAndCounted(t *testing.T) {
	in := questionnaire(4, scaleOf("a", 3))
	in.Scales[0].Items[1].Reverse = true
	in.Scales[0].Items[1].Weight = 7 // weights belong to scales
	r := assess.Score(in, peopleOf(t, in, "1 1 na", "2 2 dk", "4 dk -", "4 1 na", "- na dk"))
	for i, want := range []assess.ItemResult{
		{N: 4, Counts: []int{1, 1, 0, 2}, Mean: assess.Known(2.75), Median: assess.Known(3)},
		{N: 3, Counts: []int{0, 0, 1, 2}, Inapplicable: 1, DontKnow: 1, Mean: assess.Known(11. / 3), Median: assess.Known(4)},
		{N: 0, Counts: []int{0, 0, 0, 0}, Inapplicable: 2, DontKnow: 2, Mean: assess.Unknown(assess.NoAnswers), Median: assess.Unknown(assess.NoAnswers)},
	} {
		want.Item, want.Scale = &in.Scales[0].Items[i], &in.Scales[0]
		if got := r.Items[i]; !reflect.DeepEqual(got, want) {
			t.Errorf("item %d: %+v, want %+v", i, got, want)
		}
	}
	if r.Touched != 13 || r.Total != 15 || r.Respondents != 5 {
		t.Errorf("touched %d of %d by %d, want 13 of 15 by 5", r.Touched, r.Total, r.Respondents)
	}
}

func TestResultByID(t *testing.T) {
	in := questionnaire(5, scaleOf("STR", 2), scaleOf("beh", 1))
	r := assess.Score(in, nil)
	if got := r.Scale("beh"); got != &r.Scales[1] {
		t.Errorf("Scale(beh) = %v, want the second", got)
	}
	if got := r.Item("str2"); got != &r.Items[1] {
		t.Errorf("Item(str2) = %v, want the second: ids are compared without case", got)
	}
	if s, it := r.Scale("x"), r.Item("x"); s != nil || it != nil {
		t.Errorf("found %v and %v, want nil", s, it)
	}
}

// ---- against R

type expectedScores struct {
	Reversed []string
	Sets     map[string]struct {
		Scales map[string]struct {
			N         int
			NotScored int `json:"not_scored"`
			Score, SD float64
			Median    float64
		}
		Items map[string]struct {
			N      int
			Counts []int
			Mean   float64
		}
		People map[string]map[string]struct {
			Answered    int
			Mean, Score *float64
		}
	}
	Difference map[string]float64
}

func readExpected(t testing.TB) expectedScores {
	t.Helper()
	var e expectedScores
	readJSON(t, "score_expected.json", &e)
	return e
}

func readJSON(t testing.TB, name string, into any) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// instrument is the questionnaire of the oracle: six scales of seven items.
func (e expectedScores) instrument() *assess.Instrument {
	var scales []assess.Scale
	for _, id := range []string{"STR", "BEH", "TEC", "CPX", "FRM", "CEN"} {
		s := scaleOf(id, 7)
		for i := range s.Items {
			s.Items[i].Reverse = slices.Contains(e.Reversed, s.Items[i].ID)
		}
		scales = append(scales, s)
	}
	return questionnaire(5, scales...)
}

func readAnswers(t testing.TB, in *assess.Instrument, set string) []assess.Person {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "score_"+set+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var people []assess.Person
	for _, row := range rows[1:] {
		p := assess.Person{ID: row[0], Sheet: assess.Sheet{}}
		for i, cell := range row[2:] {
			a, ok := assess.ParseAnswer(cell, in.Levels)
			if !ok {
				t.Fatalf("%s: %q is no answer", set, cell)
			}
			p.Sheet[rows[0][i+2]] = a
		}
		people = append(people, p)
	}
	return people
}

func TestScoresAgainstR(t *testing.T) {
	expected := readExpected(t)
	in := expected.instrument()
	for name, set := range expected.Sets {
		r := assess.Score(in, readAnswers(t, in, name))
		for _, s := range r.Scales {
			want, ok := set.Scales[s.Scale.ID]
			if !ok {
				t.Fatalf("%s: nothing expected of %s", name, s.Scale.ID)
			}
			if s.N != want.N || s.NotScored != want.NotScored {
				t.Errorf("%s %s: %d scored, %d not; want %d, %d", name, s.Scale.ID, s.N, s.NotScored, want.N, want.NotScored)
			}
			if !nearFigure(s.Score, assess.Known(want.Score), 1e-9) || !nearFigure(s.SD, assess.Known(want.SD), 1e-9) || !nearFigure(s.Median, assess.Known(want.Median), 1e-9) {
				t.Errorf("%s %s: score %v, sd %v, median %v; want %+v", name, s.Scale.ID, s.Score, s.SD, s.Median, want)
			}
			for _, p := range s.People {
				w, ok := set.People[p.ID][s.Scale.ID]
				if !ok {
					continue // the oracle has persons of two sets only
				}
				mean, score := assess.Unknown(assess.NotScored), assess.Unknown(assess.NotScored)
				if w.Mean != nil {
					mean, score = assess.Known(*w.Mean), assess.Known(*w.Score)
				}
				if p.Answered != w.Answered || !nearFigure(p.Mean, mean, 1e-10) || !nearFigure(p.Score, score, 1e-10) {
					t.Errorf("%s %s %s: %+v, want %d answered, mean %v, score %v", name, p.ID, s.Scale.ID, p, w.Answered, mean, score)
				}
			}
		}
		for _, it := range r.Items {
			want := set.Items[it.Item.ID]
			if it.N != want.N || !slices.Equal(it.Counts, want.Counts) || !nearFigure(it.Mean, assess.Known(want.Mean), 1e-10) {
				t.Errorf("%s %s: %+v, want %+v", name, it.Item.ID, it, want)
			}
		}
	}
}

func TestEdgeCasesAgainstR(t *testing.T) {
	var edge struct {
		Cases map[string]struct {
			Data [][]int
			Mean float64  `json:"mean_pct"`
			SD   *float64 `json:"sd_pct"`
		}
		HalfRule []struct {
			Answered, Of int
			Scored       bool
		} `json:"half_rule"`
	}
	readJSON(t, "score_edge_cases.json", &edge)
	if len(edge.Cases) != 8 || len(edge.HalfRule) != 17 {
		t.Fatalf("got %d cases and %d of the half rule, want 8 and 17", len(edge.Cases), len(edge.HalfRule))
	}
	for name, c := range edge.Cases {
		in := questionnaire(5, scaleOf("a", 7))
		var rows []string
		for _, row := range c.Data {
			rows = append(rows, strings.Trim(fmt.Sprint(row), "[]"))
		}
		got := assess.Score(in, peopleOf(t, in, rows...)).Scales[0]
		sd := assess.Unknown(assess.OnePerson)
		if c.SD != nil {
			sd = assess.Known(*c.SD)
		}
		if !nearFigure(got.Score, assess.Known(c.Mean), 1e-10) || !nearFigure(got.SD, sd, 1e-10) {
			t.Errorf("%s: score %v, sd %v; want %v, %v", name, got.Score, got.SD, c.Mean, sd)
		}
		if sd == assess.Known(0) && got.SD != sd {
			t.Errorf("%s: sd %v, want exactly none", name, got.SD)
		}
	}
	for _, h := range edge.HalfRule {
		in := questionnaire(5, scaleOf("a", h.Of))
		row := strings.Repeat("4 ", h.Answered) + strings.Repeat("- ", h.Of-h.Answered)
		if got := assess.Score(in, peopleOf(t, in, row)).Scales[0].Score.OK(); got != h.Scored {
			t.Errorf("%d of %d answered: scored %t, want %t", h.Answered, h.Of, got, h.Scored)
		}
	}
}

// ---- properties

// eachCase checks a property on random instruments and answers until one fails,
// and shows that one.
func eachCase(t *testing.T, seed uint64, cases int, check func(r *rand.Rand, in *assess.Instrument, people []assess.Person)) {
	t.Helper()
	t.Parallel()
	r := rand.New(rand.NewPCG(seed, 20261123))
	for i := range cases {
		in := randomInstrument(r)
		people := randomPeople(r, in)
		check(r, in, people)
		if t.Failed() {
			t.Fatalf("case %d of seed %d:\n%s%v", i, seed, outline(in), people)
		}
	}
}

// outline is what decides the scores of an instrument, a line a scale.
func outline(in *assess.Instrument) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d levels, %s\n", in.Levels, in.Convention)
	for _, s := range in.Scales {
		fmt.Fprintf(&b, "%s minimum %v:", s.ID, s.Minimum)
		for _, it := range s.Items {
			fmt.Fprintf(&b, " %s×%v", it.ID, it.Weight)
			if it.Reverse {
				b.WriteString(" reversed")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func randomInstrument(r *rand.Rand) *assess.Instrument {
	var scales []assess.Scale
	minimums := []float64{0, .25, 1. / 3, .5, .5, .5, .6, .75, 1, r.Float64()}
	for i := range 1 + r.IntN(3) {
		s := scaleOf(string(rune('a'+i)), 1+r.IntN(7))
		s.Kind = []assess.Kind{assess.Strategy, assess.Dimension, assess.Symptom, assess.Other}[r.IntN(4)]
		s.Minimum = minimums[r.IntN(len(minimums))]
		weighted := r.IntN(3) == 0
		for j := range s.Items {
			s.Items[j].Reverse = r.IntN(5) < 2
			if weighted {
				s.Items[j].Weight = float64(1+r.IntN(50)) / 10
			}
		}
		if r.IntN(3) == 0 {
			s.Bands = randomBands(r)
		}
		scales = append(scales, s)
	}
	in := questionnaire(2+r.IntN(8), scales...)
	in.Bands = randomBands(r)
	if r.IntN(2) == 0 {
		in.Convention = assess.Share
	}
	c := assess.Composite{ID: "all"}
	for _, s := range scales {
		c.Weights = append(c.Weights, assess.Weight{Scale: s.ID, Value: float64(1+r.IntN(50)) / 10})
	}
	in.Composites = []assess.Composite{c}
	return in
}

func randomBands(r *rand.Rand) []assess.Band {
	step := []float64{20, 10, 12.5, 1}[r.IntN(4)]
	var limits []float64
	for limit := step; limit < 100; limit += step * float64(1+r.IntN(3)) {
		limits = append(limits, limit)
	}
	return bandsTo(append(limits, 100)...)
}

// randomPeople are a few people, each with own habits: how much they
// answer, how much does not apply to them, and how they rate.
func randomPeople(r *rand.Rand, in *assess.Instrument) []assess.Person {
	var people []assess.Person
	naShare := []float64{0, 0, .1, .3, .8}[r.IntN(5)]
	for i := range []int{1, 1, 2, 3, 5, 12}[r.IntN(6)] {
		p := assess.Person{ID: fmt.Sprintf("R%d", i+1), Sheet: assess.Sheet{}}
		answers := []float64{0, .5, .8, 1, 1}[r.IntN(5)]
		habit := r.IntN(4)
		for _, s := range in.Scales {
			allNA := r.Float64() < naShare
			for _, it := range s.Items {
				switch x := r.Float64(); {
				case allNA || x < naShare/3:
					p.Sheet[it.ID] = assess.Answer{Kind: assess.Inapplicable}
				case r.Float64() < answers:
					p.Sheet[it.ID] = assess.At(randomLevel(r, in.Levels, habit))
				case x < .5:
					p.Sheet[it.ID] = assess.Answer{Kind: assess.DontKnow}
				case x < .75:
					p.Sheet[it.ID] = assess.Answer{} // unanswered and said so
				}
			}
		}
		people = append(people, p)
	}
	return people
}

func randomLevel(r *rand.Rand, levels, habit int) int {
	switch habit {
	case 0:
		return 1
	case 1:
		return levels
	}
	return 1 + r.IntN(levels)
}

func peopleCopy(people []assess.Person) []assess.Person {
	out := slices.Clone(people)
	for i := range out {
		out[i].Sheet = assess.Sheet{}
		for id, a := range people[i].Sheet {
			out[i].Sheet[id] = a
		}
	}
	return out
}

func instrumentCopy(in *assess.Instrument) *assess.Instrument {
	out := *in
	out.Scales = slices.Clone(in.Scales)
	for i := range out.Scales {
		out.Scales[i].Items = slices.Clone(in.Scales[i].Items)
		out.Scales[i].Bands = slices.Clone(in.Scales[i].Bands)
	}
	out.Bands = slices.Clone(in.Bands)
	out.Composites = slices.Clone(in.Composites)
	for i := range out.Composites {
		out.Composites[i].Weights = slices.Clone(in.Composites[i].Weights)
	}
	return &out
}

// scaleDiff says how two results of a scale differ by more than a tolerance in
// anything but their fingerprints; people may stand in another order.
func scaleDiff(got, want assess.ScaleResult, tolerance float64) string {
	counts := func(s assess.ScaleResult) [5]int {
		return [5]int{s.N, s.NotScored, s.Prorated, s.Answered, s.Applicable}
	}
	if counts(got) != counts(want) {
		return fmt.Sprintf("scored, not scored, prorated, answered, applicable %v, want %v", counts(got), counts(want))
	}
	for _, f := range [][2]assess.Figure{{got.Score, want.Score}, {got.SD, want.SD}, {got.Median, want.Median}} {
		if !nearFigure(f[0], f[1], tolerance) {
			return fmt.Sprintf("score, sd, median %v %v %v, want %v %v %v", got.Score, got.SD, got.Median, want.Score, want.SD, want.Median)
		}
	}
	if got.Band != want.Band {
		return fmt.Sprintf("band %v, want %v", got.Band, want.Band)
	}
	for _, p := range got.People {
		i := slices.IndexFunc(want.People, func(w assess.PersonScore) bool { return w.ID == p.ID })
		if i < 0 {
			return fmt.Sprintf("unexpected person %s", p.ID)
		}
		w := want.People[i]
		if p.Answered != w.Answered || p.Applicable != w.Applicable || p.Prorated != w.Prorated ||
			!nearFigure(p.Mean, w.Mean, tolerance) || !nearFigure(p.Score, w.Score, tolerance) {
			return fmt.Sprintf("%+v, want %+v", p, w)
		}
	}
	return ""
}

// exactly reads a float as the decimal that a person wrote.
func exactly(x float64) *big.Rat {
	if x == float64(int64(x)) {
		return big.NewRat(int64(x), 1)
	}
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	return r
}

// exactScore is a person's score in fractions, straight from the definition; nil
// without a score.
func exactScore(in *assess.Instrument, s *assess.Scale, sheet assess.Sheet) *big.Rat {
	sum, weights := new(big.Rat), new(big.Rat)
	answered, applicable := int64(0), int64(0)
	for _, it := range s.Items {
		a := sheet[it.ID]
		if a.Kind != assess.Inapplicable {
			applicable++
		}
		if a.Kind != assess.Level {
			continue
		}
		answered++
		level := a.Level
		if it.Reverse {
			level = in.Levels + 1 - level
		}
		w := exactly(it.Weight)
		weights.Add(weights, w)
		sum.Add(sum, w.Mul(w, big.NewRat(int64(level), 1)))
	}
	needed := exactly(s.Minimum)
	needed.Mul(needed, big.NewRat(applicable, 1))
	if answered == 0 || big.NewRat(answered, 1).Cmp(needed) < 0 {
		return nil
	}
	mean := sum.Quo(sum, weights)
	if in.Convention == assess.Share {
		return mean.Mul(mean, big.NewRat(100, int64(in.Levels)))
	}
	return mean.Mul(mean.Sub(mean, big.NewRat(1, 1)), big.NewRat(100, int64(in.Levels-1)))
}

func exactMean(xs []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, x := range xs {
		sum.Add(sum, x)
	}
	return sum.Quo(sum, big.NewRat(int64(len(xs)), 1))
}

// An exactResult is a result in fractions; nil where there is no score.
type exactResult struct {
	people    [][]*big.Rat // a scale, a person
	scales    []*big.Rat
	composite *big.Rat
}

func exactScores(in *assess.Instrument, people []assess.Person) exactResult {
	var out exactResult
	weights, missing := new(big.Rat), false
	total := new(big.Rat)
	for i := range in.Scales {
		s := &in.Scales[i]
		var all, scored []*big.Rat
		apply := false
		for _, p := range people {
			score := exactScore(in, s, p.Sheet)
			all = append(all, score)
			if score != nil {
				scored = append(scored, score)
			}
			for _, it := range s.Items {
				apply = apply || p.Sheet[it.ID].Kind != assess.Inapplicable
			}
		}
		out.people = append(out.people, all)
		if len(scored) == 0 {
			out.scales = append(out.scales, nil)
			missing = missing || apply
			continue
		}
		mean := exactMean(scored)
		out.scales = append(out.scales, mean)
		w := exactly(in.Composites[0].Weights[i].Value)
		total.Add(total, new(big.Rat).Mul(w, mean))
		weights.Add(weights, w)
	}
	if !missing && weights.Sign() > 0 {
		out.composite = total.Quo(total, weights)
	}
	return out
}

// exactBand is the band of a fraction, and whether it lies on the limit of one
// below 100.
func exactBand(bands []assess.Band, x *big.Rat) (assess.Band, bool) {
	if x == nil {
		return assess.Band{}, false
	}
	i := slices.IndexFunc(bands, func(b assess.Band) bool { return x.Cmp(exactly(b.UpTo)) <= 0 })
	return bands[i], bands[i].UpTo < 100 && x.Cmp(exactly(bands[i].UpTo)) == 0
}

// Every score is the one of exact arithmetic, lies within 0–100 (or 100/L–100),
// and in the band of the exact score, even where that is a limit.
func TestScoresAreExact(t *testing.T) {
	scored, onLimit := 0, 0
	eachCase(t, 1, 1000, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		lowest := 0.0
		if in.Convention == assess.Share {
			lowest = 100/float64(in.Levels) - 1e-12
		}
		check := func(what string, got assess.Figure, want *big.Rat) {
			if got.OK() != (want != nil) {
				t.Errorf("%s: %v, want %v", what, got, want)
			}
			if want == nil {
				return
			}
			scored++
			if w, _ := want.Float64(); !near(got.Value, w, 1e-12) || got.Value < lowest || got.Value > 100 {
				t.Errorf("%s: %.17g, want %.17g, and within %v and 100", what, got.Value, w, lowest)
			}
		}
		checkBand := func(what string, got assess.Band, bands []assess.Band, exact *big.Rat) {
			want, limit := exactBand(bands, exact)
			if limit {
				onLimit++
			}
			if got != want {
				t.Errorf("%s: band %v, want %v for %v", what, got, want, exact)
			}
		}
		res, want := assess.Score(in, people), exactScores(in, people)
		for i, s := range res.Scales {
			for j, p := range s.People {
				check(s.Scale.ID+" "+p.ID, p.Score, want.people[i][j])
			}
			check(s.Scale.ID, s.Score, want.scales[i])
			checkBand(s.Scale.ID, s.Band, in.BandsOf(s.Scale), want.scales[i])
		}
		check("composite", res.Composites[0].Score, want.composite)
		checkBand("composite", res.Composites[0].Band, in.Bands, want.composite)
	})
	if scored < 5000 || onLimit < 70 {
		t.Errorf("%d scores, %d of them on the limit of a band: too few to prove anything", scored, onLimit)
	}
}

// Raising one answer, that is lowering the tick of a reversed item, never lowers
// a score and touches no other person and no other scale.
func TestRaisingAnAnswerNeverLowersAScore(t *testing.T) {
	raised := 0
	eachCase(t, 2, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		who, which, id := -1, 0, ""
		step := 1
		for range 50 { // look for an answer that can be raised
			i, j := r.IntN(len(people)), r.IntN(len(in.Scales))
			it := in.Scales[j].Items[r.IntN(len(in.Scales[j].Items))]
			if x, ok := it.Keyed(people[i].Sheet[it.ID], in.Levels); ok && x < in.Levels {
				who, which, id = i, j, it.ID
				if it.Reverse {
					step = -1
				}
				break
			}
		}
		if who < 0 {
			return
		}
		raised++
		changed := peopleCopy(people)
		changed[who].Sheet[id] = assess.At(people[who].Sheet[id].Level + step)
		before, after := assess.Score(in, people), assess.Score(in, changed)
		for i := range in.Scales {
			b, a := before.Scales[i], after.Scales[i]
			for j := range people {
				if i != which || j != who {
					if a.People[j] != b.People[j] {
						t.Errorf("%s of %s: %+v, was %+v", in.Scales[i].ID, people[j].ID, a.People[j], b.People[j])
					}
					continue
				}
				if a.People[j].Score.OK() != b.People[j].Score.OK() || b.People[j].Score.OK() && a.People[j].Score.Value <= b.People[j].Score.Value {
					t.Errorf("%s raised from %d: score %v, was %v", id, people[who].Sheet[id].Level, a.People[j].Score, b.People[j].Score)
				}
			}
			if a.Score.Reason != b.Score.Reason || a.Score.Value < b.Score.Value-1e-12 || a.Median.Value < b.Median.Value {
				t.Errorf("%s raised: session score %v, was %v; median %v, was %v", id, a.Score, b.Score, a.Median, b.Median)
			}
		}
		if a, b := after.Composites[0].Score, before.Composites[0].Score; a.Reason != b.Reason || a.Value < b.Value-1e-12 {
			t.Errorf("%s raised: composite %v, was %v", id, a, b)
		}
	})
	if raised < 450 {
		t.Errorf("only %d answers raised", raised)
	}
}

// An item that is not applicable is as good as not asked: the rest gives what it
// gives in an instrument without the item, whatever stood there before.
func TestNotApplicableLeavesEverything(t *testing.T) {
	eachCase(t, 3, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		which := r.IntN(len(in.Scales))
		item := r.IntN(len(in.Scales[which].Items))
		id := in.Scales[which].Items[item].ID
		for i := range people {
			people[i].Sheet[id] = assess.Answer{Kind: assess.Inapplicable}
		}
		without := instrumentCopy(in)
		without.Scales[which].Items = slices.Delete(without.Scales[which].Items, item, item+1)
		got, want := assess.Score(in, people), assess.Score(without, people)
		for i := range in.Scales {
			if diff := scaleDiff(got.Scales[i], want.Scales[i], 0); diff != "" {
				t.Errorf("%s not applicable, scale %s: %s", id, in.Scales[i].ID, diff)
			}
		}
		if got.Coverage() != want.Coverage() {
			t.Errorf("%s not applicable: coverage %v, want %v", id, got.Coverage(), want.Coverage())
		}
		if g, w := got.Composites[0], want.Composites[0]; g.Score != w.Score || g.Band != w.Band || !slices.Equal(g.Left, w.Left) {
			t.Errorf("%s not applicable: composite %+v, want %+v", id, g, w)
		}
		if it := got.Item(id); it.Inapplicable != len(people) || it.N != 0 {
			t.Errorf("%s: %d not applicable and %d answered, want all %d", id, it.Inapplicable, it.N, len(people))
		}
	})
}

// The same for one person alone.
func TestNotApplicableForOne(t *testing.T) {
	eachCase(t, 4, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		person := people[r.IntN(len(people))]
		which := r.IntN(len(in.Scales))
		s := &in.Scales[which]
		item := r.IntN(len(s.Items))
		without := instrumentCopy(in)
		without.Scales[which].Items = slices.Delete(without.Scales[which].Items, item, item+1)
		want := assess.Score(without, people).Scales[which]
		person.Sheet[s.Items[item].ID] = assess.Answer{Kind: assess.Inapplicable}
		got := assess.Score(in, people).Scales[which]
		for i := range people {
			if people[i].ID == person.ID && got.People[i] != want.People[i] {
				t.Errorf("%s without %s: %+v, want %+v", person.ID, s.Items[item].ID, got.People[i], want.People[i])
			}
		}
	})
}

func TestOrderDoesNotMatter(t *testing.T) {
	eachCase(t, 5, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		before := assess.Score(in, people)
		mixed, others := instrumentCopy(in), peopleCopy(people)
		r.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
		r.Shuffle(len(mixed.Scales), func(i, j int) { mixed.Scales[i], mixed.Scales[j] = mixed.Scales[j], mixed.Scales[i] })
		for _, s := range mixed.Scales {
			r.Shuffle(len(s.Items), func(i, j int) { s.Items[i], s.Items[j] = s.Items[j], s.Items[i] })
		}
		ws := mixed.Composites[0].Weights
		r.Shuffle(len(ws), func(i, j int) { ws[i], ws[j] = ws[j], ws[i] })
		after := assess.Score(mixed, others)
		for _, want := range before.Scales {
			got := *after.Scale(want.Scale.ID)
			if got.Fingerprint != want.Fingerprint {
				t.Errorf("%s: another fingerprint", want.Scale.ID)
			}
			if diff := scaleDiff(got, want, 1e-12); diff != "" {
				t.Errorf("%s: %s", want.Scale.ID, diff)
			}
		}
		for _, want := range before.Items {
			got := after.Item(want.Item.ID)
			if got.N != want.N || !slices.Equal(got.Counts, want.Counts) || got.Inapplicable != want.Inapplicable || got.DontKnow != want.DontKnow ||
				!nearFigure(got.Mean, want.Mean, 1e-12) || got.Median != want.Median {
				t.Errorf("%s: %+v, want %+v", want.Item.ID, got, want)
			}
		}
		got, want := after.Composites[0], before.Composites[0]
		if !nearFigure(got.Score, want.Score, 1e-12) || got.Band != want.Band {
			t.Errorf("composite %+v, want %+v", got, want)
		}
		if after.Touched != before.Touched || after.Total != before.Total || after.Coverage() != before.Coverage() {
			t.Errorf("touched %d of %d, coverage %v; want %d of %d, %v", after.Touched, after.Total, after.Coverage(), before.Touched, before.Total, before.Coverage())
		}
	})
}

func TestScoreChangesNoArgument(t *testing.T) {
	eachCase(t, 6, 300, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		inBefore, peopleBefore := instrumentCopy(in), peopleCopy(people)
		first := assess.Score(in, people)
		assess.Summarize(first)
		first.Balance()
		if !reflect.DeepEqual(in, inBefore) || !reflect.DeepEqual(people, peopleBefore) {
			t.Error("Score changed its arguments")
		}
		if again := assess.Score(in, people); !reflect.DeepEqual(again, first) {
			t.Error("scoring twice gives two results")
		}
	})
}

// Don't know is unanswered for every score, the half rule and coverage, and is
// counted apart.
func TestDontKnowIsUnansweredButCounted(t *testing.T) {
	eachCase(t, 7, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		silent := peopleCopy(people)
		unknown := map[string]int{}
		all := 0
		for i := range silent {
			for id, a := range silent[i].Sheet {
				if a.Kind == assess.DontKnow {
					delete(silent[i].Sheet, id)
					unknown[id]++
					all++
				}
			}
		}
		got, want := assess.Score(in, people), assess.Score(in, silent)
		if !reflect.DeepEqual(got.Scales, want.Scales) || !reflect.DeepEqual(got.Composites, want.Composites) || got.Coverage() != want.Coverage() {
			t.Errorf("with don't know: %+v, want %+v", got.Scales, want.Scales)
		}
		if got.Touched != want.Touched+all {
			t.Errorf("touched %d, want %d and %d", got.Touched, want.Touched, all)
		}
		for i, w := range want.Items {
			if w.DontKnow != 0 {
				t.Errorf("%s: %d people don't know where nobody said so", w.Item.ID, w.DontKnow)
			}
			w.DontKnow = unknown[w.Item.ID]
			if !reflect.DeepEqual(got.Items[i], w) {
				t.Errorf("%+v, want %+v", got.Items[i], w)
			}
		}
	})
}

// However much is missing, whoever ticks the best level throughout has 100 or no
// score at all, and exactly 100: nothing unanswered counts as a zero.
func TestGapsAreNoZeros(t *testing.T) {
	eachCase(t, 8, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		for i := range people {
			for id, a := range people[i].Sheet {
				if a.Kind != assess.Level {
					continue
				}
				it, _ := in.Item(id)
				people[i].Sheet[id] = assess.At(in.Levels)
				if it.Reverse {
					people[i].Sheet[id] = assess.At(1)
				}
			}
		}
		res := assess.Score(in, people)
		best := func(what string, f assess.Figure, want float64) {
			if f.OK() && f.Value != want || !f.OK() && f.Value != 0 {
				t.Errorf("%s: %.17g %s, want %v or unknown", what, f.Value, f.Reason, want)
			}
		}
		for _, s := range res.Scales {
			best(s.Scale.ID, s.Score, 100)
			best(s.Scale.ID+" median", s.Median, 100)
			best(s.Scale.ID+" sd", s.SD, 0)
			for _, p := range s.People {
				best(s.Scale.ID+" "+p.ID, p.Score, 100)
			}
		}
		for _, it := range res.Items {
			best(it.Item.ID, it.Mean, float64(in.Levels))
		}
		best("composite", res.Composites[0].Score, 100)
	})
}

// Somebody who answers nothing changes no score, and nobody's answers give no
// number but a reason.
func TestTheSilentChangeNoScore(t *testing.T) {
	eachCase(t, 9, 600, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		with := append(peopleCopy(people), assess.Person{ID: "silent"})
		got, want := assess.Score(in, with), assess.Score(in, people)
		for i, w := range want.Scales {
			g := got.Scales[i]
			if w.Score.Reason == assess.NotApplicable { // it applies to the silent one, as far as we know
				w.Score, w.SD, w.Median = assess.Unknown(assess.NotScored), assess.Unknown(assess.NotScored), assess.Unknown(assess.NotScored)
			}
			if g.Score != w.Score || g.SD != w.SD || g.Median != w.Median || g.N != w.N || g.NotScored != w.NotScored+1 || g.Prorated != w.Prorated {
				t.Errorf("%s with a silent one: %+v, want %+v", w.Scale.ID, g, w)
			}
			if g.Answered != w.Answered || g.Applicable != w.Applicable+len(w.Scale.Items) {
				t.Errorf("%s with a silent one: %d of %d, was %d of %d", w.Scale.ID, g.Answered, g.Applicable, w.Answered, w.Applicable)
			}
		}
		nobody := assess.Score(in, []assess.Person{{ID: "silent", Sheet: assess.Sheet{}}, {ID: "nil"}})
		for _, s := range nobody.Scales {
			for _, f := range []assess.Figure{s.Score, s.SD, s.Median, s.People[0].Score, s.People[0].Mean, s.People[1].Score} {
				if f != assess.Unknown(assess.NotScored) {
					t.Errorf("%s of silent people: %v, want not scored", s.Scale.ID, f)
				}
			}
			if s.Band != (assess.Band{}) {
				t.Errorf("%s of silent people is in the band %v", s.Scale.ID, s.Band)
			}
		}
		for _, it := range nobody.Items {
			if none := assess.Unknown(assess.NoAnswers); it.Mean != none || it.Median != none {
				t.Errorf("%s of silent people: %v, %v; want %v", it.Item.ID, it.Mean, it.Median, none)
			}
		}
		if f := nobody.Composites[0].Score; f.OK() {
			t.Errorf("composite of silent people: %v", f)
		}
	})
}

// ---- benchmarks

// fullInstrument is as large as the built-in one: six scales of seven items and
// four symptoms of three, 54 items.
func fullInstrument() *assess.Instrument {
	var scales []assess.Scale
	for i, id := range []string{"str", "beh", "tec", "com", "for", "cen", "siz", "ovl", "row", "ins"} {
		n, kind := 7, assess.Strategy
		switch {
		case i > 5:
			n, kind = 3, assess.Symptom
		case i > 2:
			kind = assess.Dimension
		}
		s := scaleOf(id, n)
		s.Kind = kind
		s.Items[2].Reverse = true
		scales = append(scales, s)
	}
	in := questionnaire(5, scales...)
	in.Composites = []assess.Composite{{ID: "structure", Weights: []assess.Weight{{Scale: "com", Value: 50}, {Scale: "for", Value: 25}, {Scale: "cen", Value: 25}}}}
	return in
}

func fullSheets(r *rand.Rand, in *assess.Instrument, n int) []assess.Person {
	people := make([]assess.Person, n)
	for i := range people {
		people[i] = assess.Person{ID: fmt.Sprintf("R%05d", i), Sheet: make(assess.Sheet, in.ItemCount())}
		for _, s := range in.Scales {
			for _, it := range s.Items {
				switch x := r.IntN(20); x {
				case 0:
				case 1:
					people[i].Sheet[it.ID] = assess.Answer{Kind: assess.Inapplicable}
				case 2:
					people[i].Sheet[it.ID] = assess.Answer{Kind: assess.DontKnow}
				default:
					people[i].Sheet[it.ID] = assess.At(1 + x%in.Levels)
				}
			}
		}
	}
	return people
}

func BenchmarkScore(b *testing.B) {
	in := fullInstrument()
	for _, n := range []int{1, 200, 10_000} {
		people := fullSheets(rand.New(rand.NewPCG(3, 1)), in, n)
		b.Run(fmt.Sprintf("%dx%d", n, in.ItemCount()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				assess.Score(in, people)
			}
		})
	}
}

func BenchmarkSummarize(b *testing.B) {
	in := fullInstrument()
	r := assess.Score(in, fullSheets(rand.New(rand.NewPCG(3, 1)), in, 200))
	b.ReportAllocs()
	for b.Loop() {
		assess.Summarize(r)
	}
}
