package transfer

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"luwes/assess"
)

// withDossier is a session with up to three entries in every part of its dossier
// and a value in every field, whatever the fields are.
func withDossier(t *testing.T, r *rand.Rand) *assess.Session {
	s := &assess.Session{Instrument: small(t), Header: assess.Header{ID: "k3mz7q2xra", Date: "2026-11-23",
		Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open, Language: "id"}}
	fillIn(t, r, reflect.ValueOf(&s.Dossier).Elem())
	return s
}

// fillIn gives the fields below a value one at random, some of them none.
func fillIn(t testing.TB, r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if fillIn(t, r, v.Field(i)); v.Type().Field(i).Name == "ID" {
				v.Field(i).SetString(fmt.Sprint("id", r.Uint64()))
			}
		}
	case reflect.Slice:
		if n := r.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fillIn(t, r, v.Index(i))
			}
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range r.IntN(4) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fillIn(t, r, key)
			fillIn(t, r, value)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fillIn(t, r, v.Elem())
		}
	case reflect.String:
		words, few := vocabularies[v.Type()]
		if !few {
			words = []string{"", "a", "\"<&>\\", "\u2028é漢🙂", "=1+1"}
		}
		v.SetString(words[r.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(r.Int64N(5000) - 1000)
	case reflect.Float64:
		v.SetFloat([]float64{0, 1, -2.5, 1e21, 100. / 3}[r.IntN(5)])
	default:
		t.Fatalf("%s: a session file cannot hold a %s", v.Type(), v.Kind())
	}
}

func TestDossierComesBackByteForByte(t *testing.T) {
	for seed := range uint64(300) {
		s := withDossier(t, rand.New(rand.NewPCG(seed, 2)))
		first := written(t, s)
		back, err := ReadSession(bytes.NewReader(first), "s.json")
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, first)
		}
		if second := written(t, back); !bytes.Equal(first, second) {
			t.Fatalf("seed %d:\n%s\n%s", seed, first, second)
		}
		if ds := Differences(s, back); len(ds) > 0 {
			t.Fatalf("seed %d: %v", seed, ds)
		}
	}
}

// planned is a session with something in every part of its dossier.
func planned(t *testing.T) *assess.Session {
	s := fixed(t)
	s.Dossier = assess.Dossier{
		Wanted: []assess.Wanted{{Scale: "STR", Value: 62.5, Year: 2029}, {Item: "com1", Value: 4, Year: 2029}},
		Facts:  []assess.Fact{{ID: "agencies", Value: 31, Date: "2026-06-30", Source: "Perda 7/2021"}},
		Cooperation: []assess.Cooperation{{ID: "1", Field: "waste",
			Partners: []assess.Partner{{Pillar: assess.RegionPillar, Code: "32.73", Name: "Kota Bandung", Willing: "partly"}},
			Answers:  map[string]string{"spill": "yes", "benefit": "3"}, Evidence: map[string]string{"budget": "APBD 2026"}}},
		Plan: []assess.Action{
			{ID: "a1", What: "Susun peta jabatan", Who: "Bagian Organisasi", First: true, Status: assess.Begun},
			{ID: "a2", What: "Latih para camat", Status: assess.Planned},
			{ID: "a3", What: "Ubah SOP izin", Status: assess.Carried, Outcome: "berlaku"},
		},
		Scenarios: []assess.Scenario{{Name: "setahun lagi", Levels: map[string]int{"com1": 4, "STR1": 5}}},
	}
	return s
}

// TestDossierFile: the parts stand at the end in the fixed order, their entries'
// keys in that of their types, and what is empty is not there.
func TestDossierFile(t *testing.T) {
	golden(t, "session_dossier.json", written(t, planned(t)))
	for _, key := range dossierKeys {
		if bytes.Contains(written(t, fixed(t)), []byte(`"`+key+`"`)) {
			t.Errorf("an empty %s is written", key)
		}
	}
}

func TestReadDossierProblems(t *testing.T) {
	good := string(written(t, planned(t)))
	line := func(text string) string {
		return fmt.Sprintf("s.json:%d:", 1+strings.Count(good[:strings.Index(good, text)], "\n"))
	}
	for _, c := range []struct{ old, new, want string }{
		{`"facts": [`, `"recipes": [], "facts": [`, `3: json-unknown key="recipes"`},
		{`"source": "Perda 7/2021"`, `"colour": "blue"`, `7: json-unknown key="colour"`},
		{`"source": "Perda 7/2021"`, `"note": "x", "note": "x"`, `20: json-twice key="note"`},
		{`"source": "Perda 7/2021"`, `"source": 7`, `17: json-type want="string"`},
		{`"source": "Perda 7/2021"`, `"source": null`, `17: json-type want="string"`},
		{`"source": "Perda 7/2021"`, `"source": "\u001b[2J"`, `17: json-value key="source" value="` + "\uFFFD" + `[2J"`},
		{`"value": 31`, `"value": 1e400`, `16: json-value key="value" value="1e400"`},
		{`"value": 31`, `"value": "31"`, `16: json-type want="number"`},
		{`"value": 31,`, ``, `json-missing key="value"`},
		{`"id": "a2"`, `"id": "a1"`, `13: json-value key="id" value="a1"`},
		{`"id": "a2"`, `"id": ""`, `13: json-value key="id" value=""`},
		{`"status": "planned"`, `"status": "dreamt"`, `17: json-value key="status" value="dreamt"`},
		{`"pillar": "region"`, `"pillar": "church"`, `21: json-value key="pillar" value="church"`},
		{`"budget": "APBD 2026"`, `"budget": null`, `19: json-type want="string"`},
		{`"first": true`, `"first": "yes"`, `16: json-type want="boolean"`},
		{`"com1": 4`, `"com1": 4.5`, `17: json-value key="com1" value="4.5"`},
		{`"com1": 4`, `"com1": 99999999999999999999`, `json-value key="com1"`},
		{`"com1": 4`, `"\u0007": 4`, `9: json-unknown key="` + "\uFFFD" + `"`},
		{`"com1": 4`, `"com1": {}`, `17: json-type want="number"`},
	} {
		src := strings.Replace(good, c.old, c.new, 1)
		if src == good {
			t.Fatalf("%s is not in the file", c.old)
		}
		_, err := ReadSession(strings.NewReader(src), "s.json")
		var ps assess.Problems
		if !errors.As(err, &ps) || len(ps) != 1 || !strings.Contains(err.Error(), c.want) ||
			!strings.Contains(c.want, "missing") && !strings.Contains(err.Error(), line(c.old)) {
			t.Errorf("%s: got %v, want %s at line %s", c.new, err, c.want, line(c.old))
		}
	}
	for _, list := range []string{`null`, `{}`, `[null]`, `[7]`, `[[]]`} {
		src := strings.Replace(string(written(t, fixed(t))), "\n}\n", ",\n\"plan\": "+list+"}\n", 1)
		if _, err := ReadSession(strings.NewReader(src), "s.json"); err == nil || !strings.Contains(err.Error(), "json-type") {
			t.Errorf("%s: got %v", list, err)
		}
	}
	src := strings.NewReplacer(`"what"`, `"which"`, `"year": 2029`, `"year": "later"`).Replace(good)
	_, err := ReadSession(strings.NewReader(src), "s.json")
	if ps, _ := err.(assess.Problems); len(ps) != 8 {
		t.Errorf("got %d problems, want 2 of years and 6 of actions: %v", len(ps), err)
	}
}

func TestDifferencesOfTheDossier(t *testing.T) {
	a, b := planned(t), planned(t)
	if ds := Differences(a, b); len(ds) > 0 {
		t.Errorf("the same differ: %v", ds)
	}
	b.Wanted = nil
	b.Facts[0].Value, b.Facts[0].Source = 32, ""
	b.Plan = append(b.Plan[:1:1], append([]assess.Action{{ID: "a4", What: "Tunda", Status: assess.Planned}}, b.Plan[1:]...)...)
	b.Plan[0].First = false
	b.Scenarios = append(b.Scenarios, assess.Scenario{Name: "baru", Levels: map[string]int{"STR2": 2, "STR1": 1}})
	b.Scenarios[0].Levels = map[string]int{"com1": 3}
	got := Differences(a, b).Error()
	want := `differs-part here="STR · 62.5 · 2029" number="1" part="wanted" there="–"
differs-part here="com1 · 4 · 2029" number="2" part="wanted" there="–"
differs-entry-of here="31" number="1" part="facts" there="32" what="facts.value"
differs-entry-of here="Perda 7/2021" number="1" part="facts" there="" what="facts.source"
differs-entry-of here="true" number="1" part="plan" there="false" what="plan.first"
differs-part here="–" number="2" part="plan" there="a4 · Tunda · planned"
differs-entry-of here="STR1 5 · com1 4" number="1" part="scenarios" there="com1 3" what="scenarios.levels"
differs-part here="–" number="2" part="scenarios" there="baru · STR1 1 · STR2 2"`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := DossierConflicts(a, b); len(got) != 6 {
		t.Errorf("got %d conflicts, want those of facts, plan and scenarios: %v", len(got), got)
	}
	b = planned(t)
	b.Plan = append(b.Plan[:1:1], b.Plan[2:]...)
	if got, want := Differences(a, b).Error(), `differs-part here="a2 · Latih para camat · planned" number="2" part="plan" there="–"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	b.Plan = a.Plan[1:]
	if got := Differences(a, b); len(got) != 1 {
		t.Errorf("the first is gone: got %v", got)
	}
}
