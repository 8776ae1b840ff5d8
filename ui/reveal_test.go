package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/ui/locale"
)

// listed are the items in the order of the list.
func listed(d *driver) string {
	var out []string
	for _, p := range d.app.top().(*reveal).discussion.points {
		out = append(out, p.item.ID)
	}
	return strings.Join(out, " ")
}

func TestItemsAreOrderedByDisagreement(t *testing.T) {
	d := revealed(t, circle(12, assess.Coded), 80, 40, "id")
	if got := listed(d); !strings.HasPrefix(got, "str1 str4 beh1 str2 str3 str5") {
		t.Errorf("order is %s", got)
	}
	d.shows("2 butir perlu dibicarakan", "Bicarakan ini dahulu", "Butir lainnya")
	screen := oneLine(d.screen())
	if strings.Index(screen, "Butir lainnya") > strings.Index(screen, "= umumnya sepakat") {
		t.Error("an item on which people agree stands above the others' heading")
	}
}

// Nobody's answers are drawn under three people, agreement has words from five and
// a number from ten: exactly the table of who sees what.
func TestWordsAppearFromTheirNumber(t *testing.T) {
	tests := []struct {
		people              int
		dots, words, number bool
	}{{1, false, false, false}, {2, false, false, false}, {3, true, false, false}, {4, true, false, false}, {5, true, true, false},
		{9, true, true, false}, {10, true, true, true}, {12, true, true, true}}
	for _, tt := range tests {
		for _, keys := range [][]string{nil, {"enter"}, {"f9"}} {
			d := revealed(t, circle(tt.people, assess.Coded), 80, 40, "id", keys...)
			screen := strings.Replace(d.screen(), "● = satu orang", "", 1)
			for text, want := range map[string]bool{"●": tt.dots, "pendapat terbelah": tt.words, " 2,0": tt.number} {
				if got := strings.Contains(screen, text); got != want {
					t.Errorf("%d people, %v: %q is shown: %t\n%s", tt.people, keys, text, got, screen)
				}
			}
			d.shows("median")
		}
	}
}

// An anonymous session shows nothing under three people.
func TestAnonymousUnderThree(t *testing.T) {
	d := revealed(t, circle(2, assess.Anonymous), 80, 24, "id").shows("kurang dari 3 orang").hides("●")
	for _, k := range []string{"enter", "f9", "down", "t"} {
		d.press(k).shows("kurang dari 3 orang").hides("median")
	}
	revealed(t, circle(3, assess.Anonymous), 80, 24, "id").shows("●●")
}

// Nor does a single item that fewer have answered, in either round: it comes last,
// and its place says nothing.
func TestAnonymousItemUnderThree(t *testing.T) {
	store := circle(6, assess.Anonymous)
	s := store.sessions[0]
	for i := range s.Respondents[2:] {
		s.Respondents[i+2].Put(assess.Entry{Item: "str1", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}})
	}
	s.Hands = []assess.Hands{{Item: "str4", Round: 2, Levels: []int{0, 0, 0, 0, 2}}}
	d := revealed(t, store, 80, 24, "id")
	if got := listed(d); !strings.HasSuffix(got, " str1") {
		t.Errorf("order is %s", got)
	}
	hidden := "kurang dari 3 orang menjawab, jadi tidak ditampilkan"
	d.press("end").shows(hidden).press("enter").shows(hidden).hides("●").hides("tanpa tingkat").hides("median")
	d.press("f9").shows(hidden).hides("●").hides("median").press("esc", "esc", "home", "enter")
	d.shows("Butir 4").hides("■").hides("Bergeser")
	for i := range s.Respondents {
		d.hides(s.Respondents[i].ID)
	}
}

// While people answer nothing is shown, by any key, until the facilitator opens it.
func TestNothingIsRevealedBeforeItIsOpened(t *testing.T) {
	store := circle(12, assess.Coded)
	store.sessions[0].Revealed = time.Time{}
	store.sessions[0].Respondents[3].Phase = assess.Answering
	d := revealed(t, store, 80, 24, "id").shows("11 dari 12 orang", "Jawaban belum dibuka").hides("●")
	for _, k := range []string{"f9", "down", "t", "f4", "right", "h", "n"} {
		if d.press(k).hides("median").hides("●"); !store.sessions[0].Revealed.IsZero() {
			t.Fatalf("%s opens the answers", k)
		}
	}
	d.press("enter").shows("● = satu orang", "Bicarakan ini dahulu")
	if store.sessions[0].Revealed.IsZero() {
		t.Error("the answers are not marked as open")
	}
}

func TestNobodyHasAnswered(t *testing.T) {
	revealed(t, circle(0, assess.Coded), 80, 24, "id").shows("Belum ada jawaban yang dapat dibahas").press("enter", "f9").shows("Belum ada jawaban")
}

func TestRevealThatCannotBeLoaded(t *testing.T) {
	store := circle(3, assess.Coded)
	store.fail = assess.NewProblem("session-unknown", "session", "circle")
	d := revealed(t, store, 80, 24, "id", "enter", "f9", "t").shows("✗")
	d.press("esc").shows("Selamat datang")
}

// The timebox counts down by the clock, shows how many items are left, and stands
// still while it is stopped.
func TestTimer(t *testing.T) {
	store := circle(12, assess.Coded)
	now := at
	opt := options(store, "id")
	opt.Now = func() time.Time { return now }
	d := opened(t, newReveal(store, opt, "circle"), 80, 24, "id").shows("Waktu 45:00 (berhenti) · 2 butir lagi · 22 menit per butir")
	box := d.app.top().(*reveal).box
	pass := func(by time.Duration) {
		now = now.Add(by)
		d.app.Update(tickMsg{box, box.run}) // the command would wait for the next second
	}
	d.press("-", "-").shows("35:00").press("+").shows("40:00")
	d.app.Update(press("t"))
	d.shows("Waktu 40:00 ·")
	pass(90 * time.Second)
	d.shows("Waktu 38:30 · 2 butir lagi · 19 menit per butir")
	d.app.Update(tickMsg{box, box.run - 1})
	d.app.Update(tickMsg{newTimer(opt, 0, 0), box.run})
	d.shows("38:30")
	d.app.Update(press("t"))
	pass(time.Minute)
	d.shows("38:30 (berhenti)")
	d.app.Update(press("t"))
	d.press("enter").shows("Butir ini 5:00 (berhenti) · semua 38:30") // the list's time goes on
	pass(30 * time.Minute)
	d.press("right").shows("Butir ini 4:00 (berhenti) · semua 8:30") // half of it
	pass(8 * time.Minute)
	d.shows("semua 0:30").press("+").shows("Butir ini 5:00").press("left").shows("Butir ini 1:00").press("esc")
	pass(time.Minute)
	d.shows("waktu habis")
	if box.running() {
		t.Error("the timer runs on when the time is over")
	}
	d.press("+").shows("5:00 (berhenti)")
}

func TestClockText(t *testing.T) {
	for d, want := range map[time.Duration]string{0: "0:00", time.Millisecond: "0:01", 59 * time.Second: "0:59", 61 * time.Second: "1:01", 3 * time.Hour: "180:00"} {
		if got := clockText(d); got != want {
			t.Errorf("clockText(%v) = %s, want %s", d, got, want)
		}
	}
}

// talkWays lead to every screen of the talk.
var talkWays = map[string][]string{
	"reveal": {"down"}, "talk": {"enter"}, "talk-round": {"right", "enter", "right"}, "reasons": {"enter", "n", "a"},
	"settle": {"enter", "s"}, "settle-text": {"enter", "s", "4", "x"}, "room": {"f9"}, "room-round": {"enter", "right", "f9"},
	"revote": {"enter", "k"}, "revote-item": {"enter", "k", "R", "-", "0", "1", "enter", "2"},
}

// told is a group of twelve with a second round, reasons and an agreement.
func told() *fakeStore {
	store := circle(12, assess.Coded)
	s := store.sessions[0]
	for i := range s.Respondents {
		s.Respondents[i].Put(assess.Entry{Item: "str4", Round: 2, Answer: assess.At(2 + i%2)})
	}
	s.Settlements = []assess.Settlement{{Item: "str4", Outcome: assess.Agreed, Level: 3, Reason: "Peta tugas sudah ada, tetapi belum semua disepakati.",
		Dissent: "Dua orang melihat tingkat 5.", High: "Beberapa unit sudah menghapus tumpang tindih.", Low: "Belum pernah dibahas di dinas kami."}}
	return store
}

func TestTalkGolden(t *testing.T) {
	for name, way := range talkWays {
		for _, lang := range locale.Languages {
			for _, size := range sizes {
				d := revealed(t, told(), size.width, size.height, lang, way...)
				golden(t, fmt.Sprintf("talk/%s.%dx%d.%s", name, size.width, size.height, lang), d.screen())
			}
		}
	}
	for _, lang := range locale.Languages {
		for _, size := range sizes {
			d := opened(t, newPractice(options(&fakeStore{}, lang)), size.width, size.height, lang, "4")
			golden(t, fmt.Sprintf("talk/practice.%dx%d.%s", size.width, size.height, lang), d.screen())
		}
	}
}

func TestEveryTalkScreenAtEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	check := func(name string, d *driver) {
		d.fitsEverywhere(name, 7, 5)
	}
	for name, way := range talkWays {
		check(name, revealed(t, told(), 80, 24, "id", way...))
	}
	for _, name := range []string{"reveal", "talk", "room"} {
		check(name+"-forty", revealed(t, circle(40, assess.Coded), 80, 24, "en", talkWays[name]...))
	}
	check("practice", opened(t, newPractice(options(&fakeStore{}, "id")), 80, 24, "id", "n", "a"))
}

// Where the console may lack signs, no screen of the talk has one beyond ASCII, and
// none paints a background of its own.
func TestPlainTalk(t *testing.T) {
	for name, way := range talkWays {
		for _, lang := range locale.Languages {
			store := told()
			opt := options(store, lang)
			opt.ASCII, opt.keys = true, newKeyring()
			d := opened(t, newReveal(store, opt, "circle"), 80, 24, lang)
			d.app.opt.ASCII = true
			d.app.look.Theme = plainTheme()
			d.press(way...)
			onlyASCII(t, name+"."+lang, d.screen())
			if paints(d.app.View().Content) {
				t.Errorf("%s paints a background", name)
			}
		}
	}
}

// Every key that a screen of the talk tells of does something.
func TestEveryKeyOfTheTalkDoesSomething(t *testing.T) {
	for name, way := range talkWays {
		begin := func() *driver { return revealed(t, told(), 60, 20, "id", way...) }
		d := begin()
		for _, b := range append(d.app.top().Keys(), d.app.common()...) {
			keys := b.Keys()[:1]
			if tells(b) {
				keys = map[string][]string{"key.answer": {"1"}, "key.settle-level": {"1"}, "key.settle-choice": {"down"}, "key.revote-select": {"down"}}[b.Help().Desc]
			}
			for _, k := range keys {
				d := begin()
				before := ansi.Strip(d.app.View().Content)
				_, cmd := d.app.Update(press(k))
				if k != "t" { // which would wait for the next second
					d.run(cmd)
				}
				if unseen := k == "f3" && name[:4] == "room"; d.screen() == before && !d.quit && !d.app.quitting && !unseen {
					t.Errorf("%s: %q (%s) does nothing:\n%s", name, k, b.Help().Desc, before)
				}
			}
		}
	}
}

// A median of one person is that person's answer, and whoever comes back to the talk
// after each of a second round would learn all of them one by one.
func TestNobodysAnswerIsToldAsAMedian(t *testing.T) {
	for _, tt := range []struct {
		people int
		want   bool
	}{{1, false}, {2, false}, {3, true}} {
		store := circle(4, assess.Coded)
		s := store.sessions[0]
		for i := range tt.people {
			s.Respondents[i].Put(assess.Entry{Item: "str1", Round: 2, Answer: assess.At(4)})
		}
		for _, keys := range [][]string{{"enter"}, {"f9"}} {
			screen := oneLine(revealed(t, store, 80, 40, "id", keys...).screen())
			if got := strings.Contains(screen, "orang · median 4"); got != tt.want {
				t.Errorf("%d people in the second round, %v: their median is told: %t\n%s", tt.people, keys, got, screen)
			}
			if got := strings.Contains(screen, "memilih tingkat lain"); got != (tt.want && keys[0] == "enter") {
				t.Errorf("%d people in the second round, %v: who moved is told: %t\n%s", tt.people, keys, got, screen)
			}
		}
		first := revealed(t, circle(tt.people, assess.Coded), 80, 40, "id", "end")
		if got := strings.Contains(first.screen(), "· median 3"); got != tt.want {
			t.Errorf("%d people: the median is told: %t\n%s", tt.people, got, first.screen())
		}
	}
}

// Under five people no item can be said to divide them; the list does not tell them
// that there is nothing to talk about.
func TestFewPeopleAreNotToldThatTheyAgree(t *testing.T) {
	d := revealed(t, circle(3, assess.Coded), 60, 20, "id").shows("di bawah 5 orang kesepakatan belum dapat disebut")
	d.hides("0 butir perlu dibicarakan").hides("0 butir lagi")
	if got := listed(d); !strings.HasPrefix(got, "str1 str4 beh1") {
		t.Errorf("order is %s", got)
	}
	revealed(t, circle(5, assess.Coded), 60, 20, "id").shows("2 butir perlu dibicarakan", "2 butir lagi")
}
