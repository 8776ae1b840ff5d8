package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/ui/locale"
)

// meeting is a store with a group session of the small instrument that still
// collects answers; so many people have answered, and are done.
func meeting(t testing.TB, identity assess.Identity, people int) *fakeStore {
	s := &assess.Session{Header: assess.Header{
		ID: "meeting", Title: "Rapat 2026", Date: "2026-11-23", Region: assess.Region{Name: "Kota Uji"},
		Method: assess.GroupMethod, Identity: identity, Status: assess.Open, Expected: 9,
	}, Instrument: small(t, "range")}
	for i := range people {
		r := assess.Respondent{ID: fmt.Sprintf("QX%02d", i+1), Phase: assess.Done, Consent: true}
		for k, q := range questions(s.Asked()) {
			r.Put(assess.Entry{Item: q.item.ID, Round: 1, Answer: assess.At(1 + (k+i)%5), Note: "ZZnote"})
		}
		s.Respondents = append(s.Respondents, r)
	}
	return &fakeStore{sessions: []*assess.Session{s}}
}

// to drives to a screen of the meeting: the hub is one Enter away.
func to(t *testing.T, store *fakeStore, lang string, keys ...string) *driver {
	t.Helper()
	return drive(t, store, 80, 24, lang).press("enter").press(keys...)
}

// typed are the keys of a text.
func typed(s string) []string { return strings.Split(s, "") }

// answers writes what a person left in the first round, item by item.
func answers(s *assess.Session, person int) string {
	var out []string
	for _, q := range questions(s.Asked()) {
		a := s.Respondents[person].Entry(q.item.ID, 1).Answer
		switch a.Kind {
		case assess.Level:
			out = append(out, fmt.Sprint(a.Level))
		case assess.DontKnow:
			out = append(out, "0")
		case assess.Inapplicable:
			out = append(out, "-")
		default:
			out = append(out, ".")
		}
	}
	return strings.Join(out, "")
}

// A workshop of three from the form to the results by keyboard: one of them
// answers in the other language, and leaves something empty.
func TestRoundOfThree(t *testing.T) {
	for _, lang := range locale.Languages {
		for _, size := range sizes[:2] {
			t.Run(fmt.Sprintf("%s.%dx%d", lang, size.width, size.height), func(t *testing.T) {
				store := &fakeStore{}
				d := drive(t, store, size.width, size.height, lang)
				say := func(id string, pairs ...any) string { return plainText(locale.For(lang).T(id, pairs...)) }
				other := func(id string, pairs ...any) string {
					return plainText(locale.For(locale.For(lang).Other()).T(id, pairs...))
				}

				d.press("enter").text("kab bandung").press("enter", "enter", "enter", "down", "right", "down", "down").text("3")
				d.press("f8").shows(say("workshop.nobody"))
				if s := store.sessions[0]; s.Method != assess.GroupMethod || s.Identity != assess.Coded || s.Expected != 3 || len(s.Respondents) != 0 {
					t.Fatalf("made %+v", s.Header)
				}
				d.press("1").shows(say("pin.without")).text("2468").press("enter").text("2468").press("enter").shows(say("handover.welcome"))

				for i, code := range []string{"si07ba", "ma21su", "ti02ja"} {
					d.press("enter").shows(say("person.title")).text(code).press("enter").text("Bappeda").press("enter", "right", "enter", "enter")
					d.shows(say("consent.title")).press("enter").shows(say("consent.choose-first"))
					if i == 1 {
						d.press("f2").shows(other("consent.title"))
						d.press("down", "enter").press(typed(strings.Repeat("4", 53))...).press("f8").shows(other("handback.finish"))
						d.press("f8").shows(other("handover.thanks"), other("handover.next")).press("enter").shows(say("handover.welcome"))
						continue
					}
					d.press("1").press(typed(strings.Repeat(fmt.Sprint(i+2), 54))...).shows(say("handback.review"))
					d.press("enter").shows(say("handover.thanks")).press("enter")
				}

				s := store.sessions[0]
				for i, want := range []string{strings.Repeat("2", 54), strings.Repeat("4", 53) + ".", strings.Repeat("4", 54)} {
					if r := s.Respondents[i]; answers(s, i) != want || r.Phase != assess.Done || !r.Consent || r.Unit != "Bappeda" || r.Rank != "JPT" {
						t.Errorf("person %d: %s, %+v", i, answers(s, i), r.Phase)
					}
				}
				d.press("esc").text("2468").press("enter").shows(say("workshop.done", "done", 3, "all", 3), "si07ba")
				d.press("f4").shows(say("workshop.no-results-yet"))
				d.press("f8", "down", "enter")
				if s.Revealed.IsZero() {
					t.Fatal("the answers are not open")
				}
				if _, ok := d.app.top().(*reveal); !ok {
					t.Errorf("after opening the answers the screen is %T", d.app.top())
				}
				d.press("esc").shows(say("workshop.talk"), say("workshop.state-revealed")).hides(say("workshop.pass"))
				d.press("f4").shows(say("results.title"))
			})
		}
	}
}

func TestHubCountsAndHides(t *testing.T) {
	store := meeting(t, assess.Coded, 7)
	store.sessions[0].Respondents[3].Phase = assess.Answering
	d := to(t, store, "id").shows("6 dari 9 selesai · 1 belum selesai", "✓ QX01", "! QX04").hides("ZZnote")
	d.press("esc").shows("···").hides("Strategi pertama 5")
	d.press("f4").shows("Peserta masih mengisi")
	if _, ok := d.app.top().(*sessions); !ok {
		t.Errorf("F4 opened %T", d.app.top())
	}
	store = meeting(t, assess.Anonymous, 7)
	to(t, store, "id").shows("7 dari 9 selesai").hides("QX0")
}

// A session that still collects answers is compared with nothing.
func TestNoComparisonWhileCollecting(t *testing.T) {
	store := meeting(t, assess.Coded, 3)
	other := *store.sessions[0]
	other.ID, other.Title, other.Date, other.Revealed = "older", "Rapat 2025", "2025-11-23", at
	store.sessions = append(store.sessions, &other)
	d := drive(t, store, 80, 24, "id").press("space", "space", "c").shows("“Rapat 2026” masih mengumpulkan jawaban")
	store.sessions[0].Revealed = at
	d.send(refreshMsg{})
	d.press("c")
	if _, ok := d.app.top().(*comparison); !ok {
		t.Errorf("screen is %T, want the comparison", d.app.top())
	}
}

// What is behind a PIN is asked for once, and again after the laptop went round.
func TestPINGuardsHubResultsAndComparison(t *testing.T) {
	store := meeting(t, assess.Coded, 5)
	older := *store.sessions[0]
	older.ID, older.Title, older.Date = "older", "Rapat 2025", "2025-11-23"
	store.sessions = append(store.sessions, &older)
	store.SetPIN(t.Context(), "meeting", "2468")
	store.SetPIN(t.Context(), "older", "1357")
	for _, s := range store.sessions {
		s.Revealed = at
	}
	for name, keys := range map[string][]string{"hub": {"enter"}, "results": {"f4"}, "comparison": {"space", "space", "c"}} {
		d := drive(t, store, 80, 24, "id").shows("···").press(keys...).shows("dijaga PIN")
		d.text("1111").press("enter").shows("PIN itu salah").press("esc").hides("dijaga PIN")
		d.press(keys[len(keys)-1]).text("2468").press("enter")
		if name == "comparison" {
			d.shows("“Rapat 2025” dijaga PIN").text("1357").press("enter")
		}
		if _, still := d.app.top().(*pinCheck); still {
			t.Errorf("%s is not open after its PIN:\n%s", name, d.screen())
		}
		d.press("esc", "f4").shows("Hasil") // once is enough
		d.press("esc").shows("one 50")
	}
}

func TestPINIsChosenChangedAndTakenAway(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "en", "5").text("12").press("enter").shows("4 to 8 digits")
	d.text("34a").press("enter").text("1235").press("enter").shows("differ").text("1234").press("enter").text("1234").press("enter")
	d.shows("The PIN is set.", "set")
	if store.pins["meeting"] != "1234" {
		t.Fatalf("PIN is %q", store.pins["meeting"])
	}
	d.press("5", "down", "down", "enter").shows("taken away", "none yet")
	if store.sessions[0].Locked {
		t.Error("still locked")
	}
}

// Completing says what goes, and ends the answering too.
func TestCompletingFromTheHub(t *testing.T) {
	store := meeting(t, assess.Coded, 4)
	d := to(t, store, "id", "7").shows("4 dari 9 peserta selesai").press("enter").shows("Serahkan laptop")
	d.press("7", "down", "enter").shows("Sesi selesai dan terkunci", "Lihat hasil").hides("Serahkan laptop")
	if store.sessions[0].Status != assess.Completed {
		t.Error("not completed")
	}
	d.press("esc", "o").text("salah").press("enter").shows("Sesi kelompok", "Serahkan laptop")
}

func TestCopyOfAGroupSession(t *testing.T) {
	store := meeting(t, assess.Coded, 4)
	drive(t, store, 80, 24, "id").press("w").shows("Belum ada yang mengisi")
	if s := store.sessions[1]; s.Method != assess.GroupMethod || len(s.Respondents) != 0 || s.Locked {
		t.Errorf("copy is %+v", s.Header)
	}
}

// groupWays lead from the hub of a meeting to every screen of a group session.
var groupWays = map[string][]string{
	"hub":               {},
	"pin":               {"5"},
	"handover":          {"1", "down", "down", "enter"},
	"handover-back":     {"1", "down", "down", "enter", "esc"},
	"join":              {"1", "down", "down", "enter", "enter", "s", "i"},
	"join-rank":         {"1", "down", "down", "enter", "enter", "s", "i", "enter", "enter"},
	"consent":           {"1", "down", "down", "enter", "enter", "s", "i", "f8"},
	"answering":         {"1", "down", "down", "enter", "enter", "s", "i", "f8", "1", "3", "4", "left"},
	"answering-note":    {"1", "down", "down", "enter", "enter", "s", "i", "f8", "1", "n", "R"},
	"answering-review":  {"1", "down", "down", "enter", "enter", "s", "i", "f8", "1", "3", "f8"},
	"handback":          {"1", "down", "down", "enter", "enter", "s", "i", "f8", "1", "3", "esc"},
	"thanks":            {"1", "down", "down", "enter", "enter", "s", "i", "f8", "1", "3", "f8", "enter"},
	"paper":             {"2", "s", "i"},
	"paper-sheet":       {"2", "s", "i", "f7", "f8", "3", "0", "-", "space", "2"},
	"paper-sum":         {"2", "s", "i", "f7", "f8", "3", "0", "-", "f8", "7", "enter"},
	"participants":      {"4", "down"},
	"participant-again": {"4", "enter"},
	"participant-erase": {"4", "delete"},
	"erase-all":         {"4", "f9"},
	"reveal-confirm":    {"6"},
	"end-confirm":       {"7"},
}

// handsWays are those of a meeting where nobody answers alone.
var handsWays = map[string][]string{
	"hub-empty":   {},
	"pin-first":   {"1"},
	"hands":       {"3", "2", "-", "5"},
	"hands-later": {"3", "4", "down", "5", "enter"},
	"hub-hands":   {"3", "9", "enter", "esc"},
}

// everyWay runs a test on every screen of a group session.
func everyWay(t *testing.T, width, height int, lang string, test func(name string, begin func() *driver)) {
	for _, set := range []struct {
		ways   map[string][]string
		people int
	}{{groupWays, 4}, {handsWays, 0}} {
		for name, way := range set.ways {
			test(name, func() *driver {
				d := drive(t, meeting(t, assess.Coded, set.people), width, height, lang).press("enter")
				return d.press(way...)
			})
		}
	}
}

func TestWorkshopGolden(t *testing.T) {
	for _, lang := range locale.Languages {
		for _, size := range sizes[:2] {
			everyWay(t, size.width, size.height, lang, func(name string, begin func() *driver) {
				golden(t, fmt.Sprintf("workshop/%s.%dx%d.%s", name, size.width, size.height, lang), begin().screen())
			})
		}
	}
}

// No screen of a group session breaks at any size or lacks a word, and where
// there is no line drawing none has a sign beyond ASCII.
func TestWorkshopAtEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for _, lang := range locale.Languages {
		everyWay(t, 80, 24, lang, func(name string, begin func() *driver) {
			d := begin()
			if got := d.screen(); strings.Contains(got, "⟦") || strings.Contains(got, "<no value>") {
				t.Errorf("%s in %s lacks a word:\n%s", name, lang, got)
			}
			d.fitsEverywhere(name, 7, 5)
		})
		for name, way := range groupWays {
			onlyASCII(t, name+"."+lang, drivePlain(t, meeting(t, assess.Coded, 4), lang).press("enter").press(way...).screen())
		}
	}
}

// Every key that a screen of a group session tells of does something.
func TestEveryWorkshopKeyDoesSomething(t *testing.T) {
	everyWay(t, 60, 20, "id", func(name string, begin func() *driver) {
		for _, b := range slices.Concat(begin().app.top().Keys(), begin().app.common()) {
			keys := pressed(b)
			if tells(b) && keys == nil {
				continue // arrows and digits of a list
			}
			for _, k := range keys {
				d := begin()
				before := d.screen()
				d.press(k)
				if after := d.screen(); before == after && !d.quit && !d.app.quitting {
					t.Errorf("%s: %q (%s) does nothing:\n%s", name, k, b.Help().Desc, after)
				}
			}
		}
	})
}

// The results of this year lead to no other year that is still being answered, and
// ask for the PIN of one that has it.
func TestResultsLeadToNoGuardedYear(t *testing.T) {
	store := twoYears()
	before := store.find("before")
	before.Status = assess.Open
	d := drive(t, store, 80, 24, "id").press("f4").shows("Hasil: Penilaian 2026")
	d.press("c").shows("masih mengumpulkan jawaban").hides("Perbandingan")
	before.Status, before.Locked, store.pins = assess.Completed, true, map[string]string{"before": "1234"}
	d.press("esc", "f4", "c").shows("dijaga PIN").hides("Perbandingan")
	d.text("1234").press("enter").shows("Perbandingan: Kabupaten Bandung")
}
