package assess_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"luwes/assess"
)

// scaleOf returns a scale of kind other with n plain items: id1, id2 and so on.
func scaleOf(id string, n int) assess.Scale {
	s := assess.Scale{ID: id, Kind: assess.Other, Title: assess.Text{EN: id}, Minimum: 0.5}
	for i := range n {
		s.Items = append(s.Items, assess.Item{ID: id + strconv.Itoa(i+1), Weight: 1})
	}
	return s
}

// questionnaire returns an instrument with one required group of all scales.
func questionnaire(levels int, scales ...assess.Scale) *assess.Instrument {
	in := &assess.Instrument{ID: "test", Version: "1", Levels: levels, Convention: assess.Range, Scales: scales, Bands: fifths()}
	group := assess.Group{ID: "core", Required: true}
	for _, s := range scales {
		group.Scales = append(group.Scales, s.ID)
	}
	in.Groups = []assess.Group{group}
	return in
}

// fifths are five bands of 20 points, titled by their upper limit.
func fifths() []assess.Band { return bandsTo(20, 40, 60, 80, 100) }

func bandsTo(limits ...float64) []assess.Band {
	var bands []assess.Band
	for _, l := range limits {
		bands = append(bands, assess.Band{UpTo: l, Title: assess.Text{EN: "up to " + strconv.FormatFloat(l, 'g', -1, 64)}})
	}
	return bands
}

// peopleOf reads one respondent a row, R1, R2 and so on: the answers in the order
// of the items, "-" for unanswered.
func peopleOf(t testing.TB, in *assess.Instrument, rows ...string) []assess.Person {
	t.Helper()
	var people []assess.Person
	for i, row := range rows {
		sheet, words := assess.Sheet{}, strings.Fields(row)
		if len(words) != in.ItemCount() {
			t.Fatalf("row %q has %d answers, want %d", row, len(words), in.ItemCount())
		}
		for _, s := range in.Scales {
			for _, it := range s.Items {
				a, ok := assess.ParseAnswer(strings.TrimPrefix(words[0], "-"), in.Levels)
				if !ok {
					t.Fatalf("row %q: %q is no answer", row, words[0])
				}
				if a.Kind != assess.Unanswered {
					sheet[it.ID] = a
				}
				words = words[1:]
			}
		}
		people = append(people, assess.Person{ID: fmt.Sprintf("R%d", i+1), Sheet: sheet})
	}
	return people
}

func near(got, want, tolerance float64) bool { return math.Abs(got-want) <= tolerance }

func nearFigure(got, want assess.Figure, tolerance float64) bool {
	return got.Reason == want.Reason && near(got.Value, want.Value, tolerance)
}

func TestBandsAreHalfOpen(t *testing.T) {
	for _, c := range []struct {
		score float64
		want  float64
	}{
		{0, 20}, {20, 20}, {20.0000001, 40},
		{39.9999999, 40}, {40, 40}, {40.0000001, 60},
		{math.Nextafter(40, 100), 40}, // rounding, not a higher score
		{(2.6 - 1) / 4 * 100, 40},
		{60, 60}, {80, 80}, {80.0000001, 100}, {100, 100},
	} {
		got, ok := assess.BandAt(fifths(), c.score)
		if !ok || got.UpTo != c.want {
			t.Errorf("BandAt(%v) = up to %v, %t; want up to %v", c.score, got.UpTo, ok, c.want)
		}
	}
	if b, ok := assess.BandAt(nil, 50); ok || b != (assess.Band{}) {
		t.Errorf("BandAt without bands = %v, %t; want none", b, ok)
	}
}

func TestScoreOfConventions(t *testing.T) {
	for _, c := range []struct {
		convention assess.Convention
		levels     int
		mean, want float64
	}{
		{assess.Range, 5, 1, 0}, {assess.Range, 5, 3, 50}, {assess.Range, 5, 5, 100},
		{assess.Range, 2, 1, 0}, {assess.Range, 2, 1.25, 25}, {assess.Range, 2, 2, 100},
		{assess.Range, 9, 4.5, 43.75}, {assess.Range, 5, 3.232142857142857, 55.80357142857143},
		{assess.Share, 5, 1, 20}, {assess.Share, 5, 3, 60}, {assess.Share, 5, 5, 100},
		{assess.Share, 4, 1, 25}, {assess.Share, 4, 3.5, 87.5}, {assess.Share, 9, 1, 100. / 9},
	} {
		in := &assess.Instrument{Levels: c.levels, Convention: c.convention}
		if got := in.ScoreOf(c.mean); !near(got, c.want, 1e-12) {
			t.Errorf("%s of mean %v of %d levels: got %v, want %v", c.convention, c.mean, c.levels, got, c.want)
		}
	}
}

// Each band whose limit is not below the lowest possible score is reached by some
// answers, and no other is.
func TestEveryBandIsReachable(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	for range 80 {
		in := questionnaire(2+r.IntN(8), scaleOf("a", 1))
		in.Convention = []assess.Convention{assess.Range, assess.Share}[r.IntN(2)]
		in.Scales[0].Items[0].Reverse = r.IntN(2) == 0
		in.Bands = nil
		for limit := 2 + r.IntN(30); limit < 99; limit += 2 + r.IntN(40) {
			in.Bands = append(in.Bands, bandsTo(float64(limit))...)
		}
		in.Bands = append(in.Bands, bandsTo(100)...)

		lowest := 0.0
		if in.Convention == assess.Share {
			lowest = 100 / float64(in.Levels)
		}
		for _, b := range in.Bands {
			total := 100 // of 100 people, the highest that gives a score within the band
			for total < 100*in.Levels && idealScore(in, total+1) <= b.UpTo+1e-6 {
				total++
			}
			got := assess.Score(in, peopleWithTotal(in, total)).Scales[0].Band
			if reached := got.UpTo == b.UpTo; reached != (b.UpTo >= lowest-1e-6) {
				t.Fatalf("%s with %d levels, bands %v: up to %v: reached %t", in.Convention, in.Levels, in.Bands, b.UpTo, reached)
			}
		}
	}
}

// idealScore is the score in points of 100 people whose levels have a sum.
func idealScore(in *assess.Instrument, total int) float64 {
	if in.Convention == assess.Share {
		return float64(total) / float64(in.Levels)
	}
	return float64(total-100) / float64(in.Levels-1)
}

// peopleWithTotal are 100 people whose keyed levels of the one item have a sum.
func peopleWithTotal(in *assess.Instrument, total int) []assess.Person {
	it := &in.Scales[0].Items[0]
	var people []assess.Person
	for i := range 100 {
		level := min(1+total-100, in.Levels) // as high as the rest of the sum allows
		total -= level - 1
		if it.Reverse {
			level = in.Levels + 1 - level
		}
		people = append(people, assess.Person{ID: fmt.Sprint(i), Sheet: assess.Sheet{it.ID: assess.At(level)}})
	}
	return people
}

func TestOwnBandsGoBeforeTheInstruments(t *testing.T) {
	in := questionnaire(5, scaleOf("own", 1), scaleOf("plain", 1))
	in.Scales[0].Bands = bandsTo(50, 100)
	in.Composites = []assess.Composite{
		{ID: "own", Weights: []assess.Weight{{Scale: "own", Value: 1}}, Bands: bandsTo(75, 100)},
		{ID: "plain", Weights: []assess.Weight{{Scale: "own", Value: 1}}},
	}
	r := assess.Score(in, peopleOf(t, in, "3 3"))
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"scale with own bands", r.Scales[0].Band.UpTo, 50},
		{"scale without", r.Scales[1].Band.UpTo, 60},
		{"composite with own bands", r.Composites[0].Band.UpTo, 75},
		{"composite without, of a scale with own bands", r.Composites[1].Band.UpTo, 60},
	} {
		if c.got != c.want {
			t.Errorf("%s: band up to %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestFindByIDWithoutCase(t *testing.T) {
	in := questionnaire(5, scaleOf("STR", 2), scaleOf("beh", 3))
	if s := in.Scale("Beh"); s != &in.Scales[1] {
		t.Errorf("Scale(Beh) = %v, want the second scale", s)
	}
	if it, s := in.Item("str2"); it != &in.Scales[0].Items[1] || s != &in.Scales[0] {
		t.Errorf("Item(str2) = %v of %v, want the second item of the first scale", it, s)
	}
	if s := in.Scale("none"); s != nil {
		t.Errorf("Scale(none) = %v, want nil", s)
	}
	if it, s := in.Item("none"); it != nil || s != nil {
		t.Errorf("Item(none) = %v, %v, want nil", it, s)
	}
	if got := in.ItemCount(); got != 5 {
		t.Errorf("ItemCount = %d, want 5", got)
	}
}

// modular has a required group, two modules, and composites that need them.
func modular() *assess.Instrument {
	in := questionnaire(5, scaleOf("a", 2), scaleOf("b", 3), scaleOf("c", 1), scaleOf("d", 4))
	in.Groups = []assess.Group{
		{ID: "extra", Scales: []string{"d"}},
		{ID: "core", Scales: []string{"b", "a"}, Required: true},
		{ID: "more", Scales: []string{"c"}},
	}
	in.Composites = []assess.Composite{
		{ID: "ab", Weights: []assess.Weight{{Scale: "a", Value: 1}, {Scale: "b", Value: 1}}},
		{ID: "ac", Weights: []assess.Weight{{Scale: "a", Value: 1}, {Scale: "c", Value: 1}}},
	}
	return in
}

func TestWithLeavesModulesOut(t *testing.T) {
	for _, c := range []struct {
		modules []string
		scales  string // in the order of presentation
		groups  string
		items   int
	}{
		{nil, "b a", "core", 5},
		{[]string{"more"}, "b a c", "core more", 6},
		{[]string{"more", "extra"}, "d b a c", "extra core more", 10},
		{[]string{"extra"}, "d b a", "extra core", 9},
		{[]string{"core", "unknown"}, "b a", "core", 5},
	} {
		in := modular()
		part := in.With(c.modules)
		var scales, groups []string
		for _, s := range part.Scales {
			scales = append(scales, s.ID)
		}
		for _, g := range part.Groups {
			groups = append(groups, g.ID)
		}
		got := [2]string{strings.Join(scales, " "), strings.Join(groups, " ")}
		if want := [2]string{c.scales, c.groups}; got != want || part.ItemCount() != c.items {
			t.Errorf("With(%q): got %q and %d items, want %q and %d", c.modules, got, part.ItemCount(), want, c.items)
		}
		if len(in.Groups) != 3 || len(in.Scales) != 4 || in.Scales[0].ID != "a" || len(in.Composites) != 2 {
			t.Errorf("With(%q) changed the instrument itself", c.modules)
		}
	}
}

// A composite that needs a scale of a module left out is there without a score.
func TestCompositeOfAModuleLeftOut(t *testing.T) {
	in := modular().With(nil)
	r := assess.Score(in, peopleOf(t, in, "3 4 1 2 2"))
	if len(r.Composites) != 2 || !r.Composites[0].Score.OK() || r.Composites[1].Score.Reason != assess.ScaleMissing {
		t.Errorf("got %+v", r.Composites)
	}
}

// Leaving a module out changes no number of the scales that stay.
func TestWithKeepsTheOtherScores(t *testing.T) {
	in := modular()
	people := peopleOf(t, in, "3 4 1 - 2 5 1 2 3 4", "2 2 na 5 dk 1 - - - 1", "5 - - - 3 na 4 4 4 4")
	whole, part := assess.Score(in, people), assess.Score(in.With(nil), people)
	for i := range part.Scales {
		got, want := part.Scales[i], *whole.Scale(part.Scales[i].Scale.ID)
		if got.Fingerprint != want.Fingerprint {
			t.Errorf("%s: another fingerprint without the modules", got.Scale.ID)
		}
		if diff := scaleDiff(got, want, 0); diff != "" {
			t.Errorf("%s without the modules: %s", got.Scale.ID, diff)
		}
	}
	if part.Total != 15 || whole.Total != 30 {
		t.Errorf("items asked: %d and %d, want 15 without and 30 with the modules", part.Total, whole.Total)
	}
}

func TestModules(t *testing.T) {
	var got []string
	for _, g := range modular().Modules() {
		got = append(got, g.ID)
	}
	if want := []string{"extra", "more"}; !slices.Equal(got, want) {
		t.Errorf("Modules = %q, want %q", got, want)
	}
}
