package command

import (
	"testing"

	"luwes/assess"
	"luwes/data/transfer"
)

func TestExamples(t *testing.T) {
	all := Examples()
	if len(all) < 6 {
		t.Fatalf("%d examples", len(all))
	}
	regions, ids, open := map[string]int{}, map[string]bool{}, 0
	for _, s := range all {
		if !transfer.ValidID(s.ID) || ids[s.ID] {
			t.Errorf("id %q", s.ID)
		}
		ids[s.ID] = true
		if want := s.Region.Name + " " + s.Date[:4] + " (contoh)"; s.Region.Name == "" || s.Title != want {
			t.Errorf("%s: title %q, want %q", s.ID, s.Title, want)
		}
		touched := len(s.Respondents[0].Entries)
		if s.Status == assess.Open {
			open++
			if touched < 25 || touched > 35 {
				t.Errorf("%s: unfinished at %d", s.ID, touched)
			}
			continue
		}
		regions[s.Region.Code]++
		if touched != s.Instrument.ItemCount() {
			t.Errorf("%s: %d of %d items answered", s.ID, touched, s.Instrument.ItemCount())
		}
	}
	if len(regions) != 3 || open != 1 {
		t.Errorf("%v, %d open", regions, open)
	}
	for code, n := range regions {
		if n != 2 {
			t.Errorf("%s: %d years", code, n)
		}
	}
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

func TestExamplesHaveWords(t *testing.T) {
	for _, s := range Examples() {
		notes, evidence := 0, 0
		for _, e := range s.Respondents[0].Entries {
			if e.Note != "" {
				notes++
			}
			if e.Evidence != "" {
				evidence++
			}
		}
		if notes < 12 || evidence < 12 {
			t.Errorf("%s: %d notes, %d evidence", s.ID, notes, evidence)
		}
	}
}
