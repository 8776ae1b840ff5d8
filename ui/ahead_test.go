package ui

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// hurry presses every key before the store has answered once; then the store
// answers, in the order in which it was asked.
func (d *driver) hurry(keys ...string) *driver {
	var asked []tea.Cmd
	for _, k := range keys {
		_, cmd := d.app.Update(press(k))
		asked = append(asked, cmd)
	}
	for _, cmd := range asked {
		d.run(cmd)
	}
	return d
}

// Whoever types faster than the disk reads ends where a patient person does, with
// the same answers saved.
func TestKeysTypedAhead(t *testing.T) {
	for name, c := range map[string]struct {
		store func() *fakeStore
		keys  []string
	}{
		"answers of a new session": {
			func() *fakeStore { return &fakeStore{} },
			slices.Concat([]string{"enter"}, typed("somewhere"), []string{"f8", "4", "2", "0", "-", "5"}),
		},
		"answers of a session that is opened": {
			func() *fakeStore {
				s := regency("mine", "2026-11-23", assess.SelfMethod, "")
				s.Status = assess.Open
				return &fakeStore{sessions: []*assess.Session{s}}
			},
			[]string{"enter", "1", "2", "3", "left", "5"},
		},
		"a show of hands": {
			func() *fakeStore { return meeting(t, assess.Coded, 0) },
			[]string{"enter", "3", "2", "down", "7", "enter", "9", "esc"},
		},
		"hands in the second round": {
			func() *fakeStore { return circle(12, assess.Coded) },
			[]string{"enter", "6", "enter", "h", "0", "down", "2", "down", "1", "0", "enter", "n", "a"},
		},
		"the sheet of a person": {
			func() *fakeStore { return meeting(t, assess.Coded, 0) },
			slices.Concat([]string{"enter", "2"}, typed("qx77"), []string{"f7", "f8", "3", "3", "1"}),
		},
		"a scale of the results": {
			func() *fakeStore {
				return &fakeStore{sessions: []*assess.Session{regency("mine", "2026-11-23", assess.SelfMethod, "345")}}
			},
			[]string{"enter", "down", "down", "enter", "down"},
		},
		"a session that is completed": {
			func() *fakeStore { return answering("mine") },
			[]string{"enter", "f8", "f8", "f8"},
		},
		"a session that is opened again": {
			func() *fakeStore {
				return &fakeStore{sessions: []*assess.Session{regency("mine", "2026-11-23", assess.SelfMethod, "345")}}
			},
			slices.Concat([]string{"o"}, typed("because"), []string{"enter", "enter", "1", "2"}),
		},
		"answers of a new wave": {
			func() *fakeStore { return answering("mine") },
			[]string{"w", "4", "2"},
		},
		"two that are deleted": {
			func() *fakeStore { return answering("one", "two", "three") },
			[]string{"d", "d"},
		},
		"two that are put back": {
			func() *fakeStore {
				store := answering("one", "two", "three")
				store.sessions[0].Binned, store.sessions[1].Binned = at, at
				return store
			},
			[]string{"b", "enter", "enter", "esc"},
		},
		"the one that is looked for": {
			func() *fakeStore {
				store := answering("one", "two")
				store.sessions[1].Title = "Rapat lain"
				return store
			},
			slices.Concat([]string{"/"}, typed("lain"), []string{"enter", "d"}),
		},
		"the talk about answers that are opened": {
			func() *fakeStore { return meeting(t, assess.Coded, 6) },
			[]string{"enter", "f8", "down", "enter", "enter", "enter", "4"},
		},
		"one that is erased after another": {
			func() *fakeStore { return meeting(t, assess.Coded, 3) },
			[]string{"enter", "f9", "delete", "down", "enter", "down", "delete", "down", "enter"},
		},
		"papers of a heap": {
			func() *fakeStore { return meeting(t, assess.Coded, 0) },
			slices.Concat([]string{"enter", "2"}, typed("qx77"), []string{"f7", "f8", "3", "3", "f8", "f8"}, typed("qx78"), []string{"f7", "f8", "1"}),
		},
	} {
		t.Run(name, func(t *testing.T) {
			patient, hasty := c.store(), c.store()
			slow := drive(t, patient, 80, 24, "id").press(c.keys...)
			fast := drive(t, hasty, 80, 24, "id").hurry(c.keys...)
			if got, want := fast.screen(), slow.screen(); got != want {
				t.Errorf("typed ahead, the screen is\n%s\nwant\n%s", got, want)
			}
			if got, want := onDisk(hasty), onDisk(patient); got != want {
				t.Errorf("typed ahead, saved is\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// answering is a store with open sessions of one person.
func answering(ids ...string) *fakeStore {
	store := &fakeStore{}
	for _, id := range ids {
		s := regency(id, "2026-11-23", assess.SelfMethod, "345")
		s.Status, s.Title = assess.Open, id
		store.sessions = append(store.sessions, s)
	}
	return store
}

// onDisk writes what a store holds of answers.
func onDisk(store *fakeStore) string {
	var out string
	for _, s := range store.sessions {
		out += fmt.Sprintln(s.Title, s.Status, s.Binned, s.Reopenings, s.Respondents, s.Hands, s.Settlements)
	}
	return out
}

// Keys for a screen that cannot be read are forgotten, and the way back is open.
func TestKeysTypedAheadOfAFault(t *testing.T) {
	store := meeting(t, assess.Coded, 3)
	opt := options(store, "en")
	ids := []string{"meeting", "meeting"}
	for name, screen := range map[string]Screen{
		"hands": newHands(store, opt, "meeting", "", 1), "hub": newHub(store, opt, "meeting"), "plan": newPlan(store, opt, "meeting"),
		"results": newResults(store, opt, "meeting"), "derivation": newDerivation(store, "meeting", nil, "str"),
		"statistics": newStatistics(store, "meeting", nil), "items": newItemList(store, "meeting", nil), "comparison": newCompare(store, ids),
		"findings": newFindings(store, opt, "meeting"), "follow-up": newFollowUp(store, opt, "meeting"), "facts": newFacts(store, opt, "meeting"),
		"cooperation": newCooperation(store, opt, "meeting"), "wanted": newWanted(store, opt, "meeting"), "papers": newPapers(store, opt, "meeting"),
		"questionnaire": newQuestionnaire(store, opt, "meeting"), "reveal": newReveal(store, opt, "meeting"), "room": newRoom(store, opt, "meeting", "one1"),
		"talk": newTalk(store, opt, "meeting", "one1", nil), "sheet": newPaperSheet(store, opt, "meeting", "QX01"),
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, store, 80, 24, "en")
			store.fail = errors.New("some fault of the disk")
			defer func() { store.fail = nil }()
			reading := d.app.push(screen)
			d.hurry("5", "down", "x")
			if len(d.app.held) != 3 {
				t.Errorf("%d keys wait for the screen, want 3", len(d.app.held))
			}
			d.run(reading)
			if !d.app.failed {
				t.Error("nothing is said of the fault")
			}
			d.press("esc")
			if len(d.app.stack) != 1 || len(d.app.held) > 0 {
				t.Errorf("after Esc %d screens are open and %d keys wait", len(d.app.stack), len(d.app.held))
			}
		})
	}
}

// Esc does not wait for a screen that is slow, and leads back from it.
func TestNoWaitForTheWayBack(t *testing.T) {
	store := meeting(t, assess.Coded, 3)
	d := drive(t, store, 80, 24, "en")
	reading := d.app.push(newFindings(store, options(store, "en"), "meeting"))
	d.press("esc").run(reading)
	if len(d.app.stack) != 1 {
		t.Errorf("%d screens are open, want the list alone", len(d.app.stack))
	}
	d.app.push(newFindings(store, options(store, "en"), "meeting"))
	if d.press("down", "esc"); len(d.app.stack) != 2 {
		t.Error("Esc overtook the key before it")
	}
	if d.press("esc"); len(d.app.stack) != 1 || len(d.app.held) > 0 {
		t.Error("Esc pressed twice still waits")
	}
}

// A session that was read before an answer was saved, and arrives after, does not
// take that answer off the screen: the next note would save it away.
func TestReadingThatIsOlderThanAnAnswer(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id")).press("4")
	q := d.app.top().(*questionnaire)
	reading := q.load()
	old := reading()
	d.press("5").shows("2 terjawab")
	d.send(old)
	d.shows("butir 3 dari 54, 2 terjawab").press("left", "n").text("Perda").press("esc").shows("2 terjawab")
	if got := fmt.Sprint(store.sessions[0].Respondents[0].Sheet(1)); got != "map[str1:4 str2:5]" {
		t.Errorf("on disk is %s", got)
	}
}
