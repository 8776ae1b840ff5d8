package assess_test

import (
	"fmt"
	"testing"

	"luwes/assess"
)

func TestMarkFirst(t *testing.T) {
	var plan []assess.Action
	for i := range 6 {
		plan = append(plan, assess.Action{ID: fmt.Sprint(i), What: "x"})
	}
	ok := true
	for i := range assess.MostFirst {
		if plan, ok = assess.MarkFirst(plan, fmt.Sprint(i)); !ok {
			t.Fatalf("mark %d is refused", i+1)
		}
	}
	if after, ok := assess.MarkFirst(plan, "5"); ok || after[5].First {
		t.Error("a sixth is marked")
	}
	plan, _ = assess.MarkFirst(plan, "0")
	if after, ok := assess.MarkFirst(plan, "5"); !ok || !after[5].First || plan[5].First {
		t.Error("after one was taken back, another is refused, or the old plan is changed")
	}
	if _, ok := assess.MarkFirst(plan, "none"); ok {
		t.Error("an action that is not there is marked")
	}
}

// What was not done or dropped is asked, once, under its own id, over the years.
func TestCarryOver(t *testing.T) {
	first := []assess.Action{
		{ID: "a", What: "kajian", Status: assess.Planned, First: true, Scale: "str"},
		{ID: "b", What: "pelatihan", Status: assess.Carried, Outcome: "selesai"},
		{ID: "c", What: "aplikasi", Status: assess.Begun, Outcome: "baru dua unit"},
		{ID: "d", What: "rapat", Status: assess.Dropped},
	}
	asked := assess.CarryOver("year1", first)
	want := "[{a kajian   str  false planned  year1} {c aplikasi     false begun  year1}]"
	if got := fmt.Sprint(asked); got != want {
		t.Errorf("asked %s, want %s", got, want)
	}
	asked[0].Status, asked[0].Outcome = assess.Begun, "menunggu anggaran"
	second := append(assess.PutAction(nil, asked[0]), assess.Action{ID: "e", What: "baru", Status: assess.Planned})
	if left := assess.ToAsk("year1", first, second); len(left) != 1 || left[0].ID != "c" {
		t.Errorf("left to ask: %v", left)
	}
	third := assess.CarryOver("year2", second)
	if len(third) != 2 || third[0].From != "year1" || third[1].From != "year2" || third[0].Outcome != "" {
		t.Errorf("the year after asks %v", third)
	}
	if !first[0].First {
		t.Error("the earlier plan is changed")
	}
}

func TestFollowUps(t *testing.T) {
	then := []assess.Action{{ID: "a", Status: assess.Planned}, {ID: "b", Status: assess.Carried}}
	now := []assess.Action{{ID: "x"}, {ID: "a", Status: assess.Carried, Outcome: "jadi"}}
	got := assess.FollowUps(then, now)
	if len(got) != 2 || got[0].Now == nil || got[0].Now.Outcome != "jadi" || got[1].Now != nil || got[1].Then.ID != "b" {
		t.Errorf("followed up: %+v", got)
	}
}

func TestBlankAction(t *testing.T) {
	if !(assess.Action{ID: "a", Scale: "str", What: " "}).Blank() || (assess.Action{Who: "Bappeda"}).Blank() {
		t.Error("what is blank, or not")
	}
}
