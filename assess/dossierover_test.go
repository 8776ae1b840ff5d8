package assess

import (
	"reflect"
	"testing"
)

// Two programs work on one plan: what either did stays, as far as they did not do
// different things with one entry.
func TestOver(t *testing.T) {
	plan := func(pairs ...string) (d Dossier) {
		for i := 0; i < len(pairs); i += 2 {
			d.Plan = append(d.Plan, Action{ID: pairs[i], What: pairs[i+1]})
		}
		return d
	}
	was := plan("a", "one", "b", "two", "c", "three")
	for name, of := range map[string]struct{ now, there, want Dossier }{
		"nothing happened":              {was, was, was},
		"only here":                     {plan("c", "three", "a", "new"), was, plan("c", "three", "a", "new")},
		"only there":                    {was, plan("a", "new", "c", "three", "d", "four"), plan("a", "new", "c", "three", "d", "four")},
		"both add":                      {plan("a", "one", "b", "two", "c", "three", "d", "mine"), plan("a", "one", "b", "two", "c", "three", "e", "theirs"), plan("a", "one", "b", "two", "c", "three", "d", "mine", "e", "theirs")},
		"each changes another":          {plan("a", "mine", "b", "two", "c", "three"), plan("a", "one", "b", "theirs", "c", "three"), plan("a", "mine", "b", "theirs", "c", "three")},
		"both change one":               {plan("a", "mine", "b", "two", "c", "three"), plan("a", "theirs", "b", "two", "c", "three"), plan("a", "mine", "b", "two", "c", "three")},
		"removed here, changed there":   {plan("b", "two", "c", "three"), plan("a", "theirs", "b", "two", "c", "three"), plan("b", "two", "c", "three", "a", "theirs")},
		"changed here, removed there":   {plan("a", "mine", "b", "two", "c", "three"), plan("b", "two", "c", "three"), plan("a", "mine", "b", "two", "c", "three")},
		"each removes another":          {plan("b", "two", "c", "three"), plan("a", "one", "c", "three"), plan("c", "three")},
		"all removed here, added there": {Dossier{}, plan("a", "one", "b", "two", "c", "three", "d", "theirs"), plan("d", "theirs")},
	} {
		if got := PlanPart.Over(was, of.now, of.there); !reflect.DeepEqual(got, of.want) {
			t.Errorf("%s: got %+v, want %+v", name, got.Plan, of.want.Plan)
		}
	}
}

// Every part knows its entries, and leaves the other parts alone.
func TestOverOfEveryPart(t *testing.T) {
	one := Dossier{
		Wanted: []Wanted{{Scale: "str", Value: 60}}, Facts: []Fact{{ID: "agencies", Value: 30}}, Plan: []Action{{ID: "a"}},
		Cooperation: []Cooperation{{ID: "1", Field: "waste"}}, Scenarios: []Scenario{{Name: "x", Levels: map[string]int{"str1": 3}}},
	}
	other := Dossier{
		Wanted: []Wanted{{Item: "str", Value: 3}}, Facts: []Fact{{ID: "divisions", Value: 90}}, Plan: []Action{{ID: "b"}},
		Cooperation: []Cooperation{{ID: "2", Field: "waste"}}, Scenarios: []Scenario{{Name: "y"}},
	}
	for _, part := range Parts {
		got := part.Over(Dossier{}, one, other)
		for _, p := range Parts {
			want := 0
			if p == part {
				want = 2
			}
			if n := reflect.ValueOf(p.Of(&got)).Elem().Len(); n != want {
				t.Errorf("%s laid over: %s has %d entries, want %d", part, p, n, want)
			}
		}
	}
}

// What is changed in a copy is not changed in the dossier.
func TestCloneSharesNothing(t *testing.T) {
	d := Dossier{
		Wanted: []Wanted{{Scale: "str", Value: 60}}, Facts: []Fact{{ID: "agencies", Value: 30}}, Plan: []Action{{ID: "a"}},
		Cooperation: []Cooperation{{ID: "1", Answers: map[string]string{"form": "pks"}}},
		Scenarios:   []Scenario{{Name: "x", Levels: map[string]int{"str1": 3}}},
	}
	c := d.Clone()
	if !reflect.DeepEqual(c, d) {
		t.Errorf("got %+v", c)
	}
	c.Wanted[0].Value, c.Facts[0].Value, c.Plan[0].ID = 1, 1, "z"
	c.Cooperation[0].Answers["form"], c.Scenarios[0].Levels["str1"] = "none", 5
	if d.Wanted[0].Value != 60 || d.Facts[0].Value != 30 || d.Plan[0].ID != "a" || d.Cooperation[0].Answers["form"] != "pks" || d.Scenarios[0].Levels["str1"] != 3 {
		t.Errorf("the dossier became %+v", d)
	}
}
