package command

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
	"luwes/ui/locale"
)

func TestExamples(t *testing.T) {
	all := Examples()
	regions, ids, open, groups := map[string]int{}, map[string]bool{}, 0, 0
	for _, s := range all {
		if !transfer.ValidID(s.ID) || ids[s.ID] {
			t.Errorf("id %q", s.ID)
		}
		ids[s.ID] = true
		if want := s.Region.Name + " " + s.Date[:4] + " (rekaan)"; s.Region.Name == "" || s.Title != want {
			t.Errorf("%s: title %q, want %q", s.ID, s.Title, want)
		}
		if s.Method == assess.GroupMethod {
			groups++
		}
		if s.Status == assess.Open {
			open++
			if n := len(s.Respondents[0].Entries); n < 25 || n > 35 {
				t.Errorf("%s: unfinished at %d", s.ID, n)
			}
			continue
		}
		regions[s.Region.Code]++
		for _, r := range s.Respondents {
			if n := len(r.Sheet(1)); n != s.Asked().ItemCount() {
				t.Errorf("%s: %s answered %d of %d items", s.ID, r.ID, n, s.Asked().ItemCount())
			}
		}
	}
	if len(regions) != 4 || open != 1 || groups != 2 {
		t.Errorf("%v, %d open, %d groups", regions, open, groups)
	}
	for code, n := range regions {
		if n != 2 {
			t.Errorf("%s: %d years", code, n)
		}
	}
}

func example(t *testing.T, id string) *assess.Session {
	t.Helper()
	for _, s := range Examples() {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("no example %s", id)
	return nil
}

// The profiles must be what the examples claim, so that the interface has
// something to show.
func TestExampleProfiles(t *testing.T) {
	byID := map[string]*assess.Result{}
	for _, s := range Examples() {
		byID[s.ID] = s.Score()
	}
	score := func(id, scale string) float64 { return byID[id].Scale(scale).Score.Value }
	for _, scale := range []string{"str", "com", "for", "cen"} {
		if x := score("bandung225", scale); x > 40 {
			t.Errorf("stuck in bureaucracy: %s %.0f", scale, x)
		}
	}
	if byID["surabaya25"].Balance().Verdict != assess.PulledApart {
		t.Error("adaptable on paper only: the strategies are not pulled apart")
	}
	if score("surabaya25", "for")-score("surabaya25", "beh") < 40 {
		t.Error("adaptable on paper only: rules and behaviour are near")
	}
	if byID["gunungkid5"].Balance().Verdict != assess.Together || score("gunungkid5", "str")-score("gunungkid4", "str") < 10 {
		t.Error("balanced and moving: it is neither")
	}
}

// The workshops show what group work is about: people who come again, items on
// which they differ, and what the talk left there.
func TestExampleWorkshops(t *testing.T) {
	before, after := example(t, "bonegroup4"), example(t, "bonegroup5")
	again := 0
	for _, r := range after.Respondents {
		for _, old := range before.Respondents {
			if assess.SameCode(r.ID, old.ID) {
				again++
			}
		}
	}
	if len(before.Respondents) != 12 || len(after.Respondents) != 12 || again != 10 {
		t.Errorf("%d and %d people, %d came again", len(before.Respondents), len(after.Respondents), again)
	}
	a := after.Analyze()
	for _, it := range a.Items {
		if settled := !it.Settlement.Blank(); settled && !it.Apart {
			t.Errorf("%s was talked about without need", it.Item.ID)
		}
	}
	if n := len(after.Settlements); n < 5 {
		t.Errorf("%d settlements", n)
	}
	for _, r := range after.Respondents {
		if n := len(r.Sheet(2)); n != len(after.Respondents[0].Sheet(2)) || n == 0 {
			t.Errorf("%s: %d answers in the second round", r.ID, n)
		}
	}
}

func TestExamplesHaveWords(t *testing.T) {
	for _, s := range Examples() {
		notes, evidence, least := 0, 0, 12
		for _, r := range s.Respondents {
			for _, e := range r.Entries {
				if e.Note != "" {
					notes++
				}
				if e.Evidence != "" {
					evidence++
				}
			}
		}
		if s.Method == assess.GroupMethod {
			least = 7
		}
		if notes < least || evidence < least {
			t.Errorf("%s: %d notes, %d evidence", s.ID, notes, evidence)
		}
	}
}

// What the store gives back is what the example says, so nothing of it is lost
// on the way.
func TestExamplesComeBackFromTheStore(t *testing.T) {
	store, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "luwes.db"), data.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	want := example(t, "bonegroup5")
	if _, err := store.Create(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	got, err := store.Session(t.Context(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	if ds := transfer.Differences(got, want); len(ds) > 0 || !reflect.DeepEqual(got.Header, want.Header) {
		t.Errorf("%v\n%+v\n%+v", ds, got.Header, want.Header)
	}
}

// BenchmarkExamples is what "luwes demo" waits for.
func BenchmarkExamples(b *testing.B) {
	for b.Loop() {
		demo := throwaway{words: locale.For("id")}
		if _, err := demo.open(context.Background()); err != nil {
			b.Fatal(err)
		}
		demo.close()
	}
}
