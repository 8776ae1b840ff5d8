package ui

import (
	"testing"

	"luwes/assess"
)

// fresh is a store with a new session after one that has a plan.
func fresh(method assess.Method) *fakeStore {
	store := planned()
	s := regency("fresh", "2027-11-20", method)
	s.Status = assess.Open
	if method != assess.GroupMethod {
		s.Respondents = []assess.Respondent{{ID: soleRespondent}}
	}
	store.sessions = append(store.sessions, s)
	return store
}

// The first thing that a new session asks is what became of the last plan; it asks
// once, and the questionnaire follows.
func TestTheLastPlanIsAskedFirst(t *testing.T) {
	store := fresh(assess.SelfMethod)
	open := func() *driver {
		return opened(t, newQuestionnaire(store, options(store, "id"), "fresh"), 80, 24, "id")
	}
	d := open().shows("Bagaimana kelanjutannya? Rencana dari Penilaian 2025", "? Menyusun kajian", "Jawab dahulu apa jadinya")
	d.press("s", "esc").shows("butir 1 dari 54").press("4")
	if got := toldPlan(store.find("fresh").Plan); got != "Menyusun kajian beban kerja planned" {
		t.Errorf("saved %q", got)
	}
	open().shows("butir 2 dari 54").hides("Bagaimana kelanjutannya")
}

// Of a group the facilitator is asked, until every action is answered.
func TestAGroupIsAskedAfterTheLastPlan(t *testing.T) {
	store := fresh(assess.GroupMethod)
	d := opened(t, newHub(store, options(store, "id"), "fresh"), 80, 24, "id")
	d.shows("1 Apa jadinya rencana yang lalu? ? 2 belum dijawab", "2 Serahkan")
	d.press("1", "s", "home", "s", "esc").hides("Apa jadinya").shows("1 Serahkan")
}

// The ways on from the results say what waits, and lead to the terms of the form.
func TestFollowUpTellsWhatWaits(t *testing.T) {
	store := planned()
	d := opened(t, newFollowUp(store, options(store, "en"), "now"), 80, 30, "en")
	d.shows("5 Action plan ? 2 actions of the last plan are not answered").press("6").shows("Not an official rating")
	d.press("esc", "5", "s", "esc").shows("? 1 action of the last plan is not answered")
	store = fresh(assess.GroupMethod)
	opened(t, newFollowUp(store, options(store, "en"), "fresh"), 80, 30, "en").hides("official")
}
