package command

import (
	"slices"
	"testing"

	"luwes/assess"
)

// Each region must show what it stands for, in what the rules find. Papers are
// ahead of people where a region is adaptable on paper only, and people of papers
// where it moves.
func TestExamplesShowTheirFindings(t *testing.T) {
	for id, want := range map[string][]string{
		"bandung225": {"bureaucratic-throughout", "standstill", "oversize-unreviewed-posts", "rowing-without-handover", "tall-line-slow"},
		"surabaya25": {"adaptable-on-paper", "behaviour-lags", "authority-on-paper", "authority-kinds-felt-higher", "revision-felt"},
		"gunungkid5": {"balanced-strategies", "adaptable-structure", "leaders-carry-change", "authority-kinds-felt-lower"},
		"bonegroup5": {"apart-on-vision"},
	} {
		found := map[string]bool{}
		for _, f := range diagnosis(example(t, id), nil).Findings {
			found[f.Rule.ID] = true
			if id == "bandung225" && f.Rule.Kind == assess.StrengthRule {
				t.Errorf("stuck in bureaucracy, yet strong: %s", f.Rule.ID)
			}
			if id == "gunungkid5" && slices.Contains([]assess.RuleKind{assess.ImbalanceRule, assess.SymptomRule, assess.MisfitRule}, f.Rule.Kind) {
				t.Errorf("balanced and moving, yet %s", f.Rule.ID)
			}
		}
		for _, rule := range want {
			if !found[rule] {
				t.Errorf("%s: %s is not found", id, rule)
			}
		}
	}
}

// Every positioning is to be seen in some region, a different one in each of three.
func TestExamplesReachEveryPositioning(t *testing.T) {
	for id, want := range map[string]assess.Stance{
		"bandung225": assess.PrepareBody,
		"surabaya25": assess.ThroughExisting,
		"gunungkid5": assess.FormBody,
		"bonegroup5": assess.NotNeededYet,
		"bonegroup4": assess.NotEnoughToSay,
	} {
		for _, c := range example(t, id).Cooperation {
			if got := c.Position().Stance; got != want {
				t.Errorf("%s, %s: %s, want %s", id, c.Field, got, want)
			}
		}
	}
}

// No record of an example is one that cannot be.
func TestExampleRecords(t *testing.T) {
	for _, s := range Examples() {
		if flaws := assess.Flaws(s.Facts); len(flaws) > 0 {
			t.Errorf("%s: %v", s.ID, flaws)
		}
	}
}

// What a dossier names must be there: facts with their papers, items, scales and
// findings, and only real changes in a scenario.
func TestExampleDossiersHoldTogether(t *testing.T) {
	for _, s := range Examples() {
		in := s.Instrument
		for _, f := range s.Facts {
			if _, ok := assess.LineOf(f.ID); !ok || f.Date == "" || f.Date > s.Date || f.Source == "" {
				t.Errorf("%s: fact %+v", s.ID, f)
			}
		}
		for _, w := range s.Wanted {
			if item, _ := in.Item(w.Item); (in.Scale(w.Scale) == nil) == (item == nil) || w.Year <= s.BudgetYear {
				t.Errorf("%s: wanted %+v", s.ID, w)
			}
		}
		first := 0
		for _, a := range s.Plan {
			if a.First {
				first++
			}
			if a.Who == "" || a.When == "" || in.Scale(a.Scale) == nil || !slices.Contains(assess.ActionStatuses, a.Status) {
				t.Errorf("%s: action %+v", s.ID, a)
			}
			if a.Finding != "" && a.From == "" && !slices.ContainsFunc(diagnosis(s, nil).Findings, func(f assess.Finding) bool { return f.Rule.ID == a.Finding }) {
				t.Errorf("%s: action on %s, which is not found", s.ID, a.Finding)
			}
		}
		if len(s.Plan) > 0 && (first == 0 || first > assess.MostFirst) {
			t.Errorf("%s: %d actions first", s.ID, first)
		}
		for _, sc := range s.Scenarios {
			for id := range sc.Levels {
				if item, _ := in.Item(id); item == nil {
					t.Errorf("%s: scenario over %s", s.ID, id)
				}
			}
		}
	}
}

// The second workshop answers for every action of the first.
func TestExamplePlanIsFollowedUp(t *testing.T) {
	before, after := example(t, "bonegroup4"), example(t, "bonegroup5")
	seen := map[assess.ActionStatus]bool{}
	for _, f := range assess.FollowUps(before.Plan, after.Plan) {
		if f.Now == nil || f.Now.Outcome == "" || f.Now.From != before.ID {
			t.Errorf("nobody says what became of %q", f.Then.What)
			continue
		}
		seen[f.Now.Status] = true
	}
	if !seen[assess.Carried] || !seen[assess.Begun] || !seen[assess.Dropped] {
		t.Errorf("the follow-ups show only %v", seen)
	}
}
