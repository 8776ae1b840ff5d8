package assess_test

import (
	"math"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// dimensions is a session of the built-in instrument, one row a person, with one
// level for all items of each dimension; 0 leaves it unanswered.
func dimensions(identity assess.Identity, rows ...[3]int) *assess.Session {
	in := instruments.Default()
	var levels [][]int
	for _, row := range rows {
		var all []int
		for _, s := range in.Scales {
			level := map[string]int{"com": row[0], "for": row[1], "cen": row[2]}[s.ID]
			for range s.Items {
				all = append(all, level)
			}
		}
		levels = append(levels, all)
	}
	s := filled(in, levels...)
	s.Identity = identity
	return s
}

func TestOfficial(t *testing.T) {
	for _, c := range []struct {
		rows      [][3]int
		own, form float64 // worked out by hand
		rating    string
	}{
		{[][3]int{{1, 1, 1}}, 0, 20, "P-1"},
		{[][3]int{{1, 1, 2}}, 6.25, 25, "P-2"},
		{[][3]int{{3, 3, 3}}, 50, 60, "P-3"},
		{[][3]int{{4, 4, 4}}, 75, 80, "P-4"}, // the limit belongs to the class below
		{[][3]int{{4, 4, 5}}, 81.25, 85, "P-5"},
		{[][3]int{{5, 1, 1}}, 50, 60, "P-3"}, // complexity counts half
		{[][3]int{{1, 5, 5}}, 50, 60, "P-3"},
		{[][3]int{{5, 5, 5}, {4, 5, 5}}, 93.75, 95, "P-5"}, // two people: complexity 87.5
	} {
		v := dimensions(assess.Coded, c.rows...).Score().Official()
		if v == nil {
			t.Errorf("%v: no view", c.rows)
			continue
		}
		if math.Abs(v.Own-c.own) > 1e-9 || math.Abs(v.Form-c.form) > 1e-9 || v.Rating.String() != c.rating {
			t.Errorf("%v: %v, %v, %v; want %v, %v, %s", c.rows, v.Own, v.Form, v.Rating, c.own, c.form, c.rating)
		}
		if len(v.Caveats) == 0 || v.Caveats[0] != assess.NotOfficial {
			t.Errorf("%v: caveats are %v, want %s first", c.rows, v.Caveats, assess.NotOfficial)
		}
	}
}

func TestOfficialParts(t *testing.T) {
	v := dimensions(assess.Coded, [3]int{2, 4, 5}).Score().Official()
	want := []struct {
		id                string
		weight, own, form float64
	}{{"com", 50, 25, 40}, {"for", 25, 75, 80}, {"cen", 25, 100, 100}}
	for i, w := range want {
		p := v.Parts[i]
		if p.Scale.ID != w.id || p.Weight != w.weight || p.Own != w.own || math.Abs(p.Form-w.form) > 1e-9 {
			t.Errorf("part %d is %s %v %v %v, want %v", i+1, p.Scale.ID, p.Weight, p.Own, p.Form, w)
		}
	}
	if v.Own != 56.25 || math.Abs(v.Form-65) > 1e-9 || v.Rating != 4 {
		t.Errorf("%v, %v, %v; want 56.25, 65, P-4", v.Own, v.Form, v.Rating)
	}
}

// TestOfficialNothing: no view where it would rest on less than it says.
func TestOfficialNothing(t *testing.T) {
	form := instruments.Find(instruments.EvaluationID)
	all := make([]int, form.ItemCount())
	for i := range all {
		all[i] = 3
	}
	own := *instruments.Default()
	own.ID = "own"
	foreign := dimensions(assess.Coded, [3]int{3, 3, 3})
	foreign.Instrument = &own
	for name, s := range map[string]*assess.Session{
		"a dimension without a score": dimensions(assess.Coded, [3]int{3, 0, 3}),
		"two anonymous people":        dimensions(assess.Anonymous, [3]int{3, 3, 3}, [3]int{4, 4, 4}),
		"the form itself":             filled(form, all),
		"an instrument of one's own":  foreign,
	} {
		if v := s.Score().Official(); v != nil {
			t.Errorf("%s: view %+v, want none", name, v)
		}
	}
}

// TestOfficialFollowsForm: weights and classes are those of the rehearsal, where a
// person sees them in full.
func TestOfficialFollowsForm(t *testing.T) {
	form := instruments.Find(instruments.EvaluationID)
	parts := dimensions(assess.Coded, [3]int{3, 3, 3}).Score().Official().Parts
	for _, c := range form.Composites {
		switch c.ID {
		case "structure":
			for i, w := range c.Weights {
				if parts[i].Weight != 2*w.Value {
					t.Errorf("%s weighs %v of structure, %s %v of all", parts[i].Scale.ID, parts[i].Weight, w.Scale, w.Value)
				}
			}
		case "total":
			for i, b := range c.Bands {
				if r := assess.RatingOf(b.UpTo); int(r) != i+1 || !strings.HasPrefix(b.Title.ID, r.String()+" ") {
					t.Errorf("%v is %s, in the form %s", b.UpTo, r, b.Title.ID)
				}
			}
		}
	}
	if r := assess.RatingOf(80.03); r != 5 {
		t.Errorf("80.03 is %s, want P-5", r)
	}
}
