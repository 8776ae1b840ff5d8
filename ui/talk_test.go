package ui

import (
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
)

// circle is a store with one session of a group whose answers are open. At the
// first item it is in two camps, at the fourth it differs without camps, and at
// the eighth people are one level apart; everywhere else all agree.
func circle(people int, identity assess.Identity) *fakeStore {
	var answers []string
	for p := range people {
		b := []byte(strings.Repeat("3", 42))
		b[0] = "15"[p%2]
		b[3] = "35"[p%2]
		b[7] = "23"[p%2]
		answers = append(answers, string(b))
	}
	s := regency("circle", "2026-11-23", assess.GroupMethod, answers...)
	s.Status, s.Modules, s.Identity, s.Revealed = assess.Open, nil, identity, at
	return &fakeStore{sessions: []*assess.Session{s}}
}

// revealed opens the list of a store's first session.
func revealed(t testing.TB, store *fakeStore, width, height int, lang string, keys ...string) *driver {
	opt := options(store, lang)
	opt.keys = newKeyring()
	return opened(t, newReveal(store, opt, store.sessions[0].ID), width, height, lang, keys...)
}

func TestReasonsAreSavedWithEveryKey(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "id", "enter", "n").text("Perbup? 12/2025").press("tab").text("Belum")
	d.shows("Perbup? 12/2025", "Belum", "✓ tersimpan")
	st := store.sessions[0].SettlementAt("str1")
	if st.High != "Perbup? 12/2025" || st.Low != "Belum" || st.Outcome != assess.Unsettled {
		t.Errorf("settlement on disk is %+v", st)
	}
	d.press("esc").shows("Nilai tinggi Perbup? 12/2025", "Nilai rendah Belum").press("n").shows("Perbup? 12/2025")
}

// An agreed level stands beside the answers, and changes none of them.
func TestSettle(t *testing.T) {
	store := circle(12, assess.Coded)
	before := fmt.Sprint(store.sessions[0].Respondents)
	d := revealed(t, store, 80, 24, "id", "enter", "enter", "enter").shows("Pilih dahulu satu jawaban")
	d.press("4").text("Sebagian unit sudah").press("tab").text("Dua orang tidak sependapat").press("esc")
	d.shows("✓ 4 ", "Kesepakatan ✓ disepakati tingkat 4", "Alasan Sebagian unit sudah", "Pendapat lain Dua orang", "Hasil awal 12 orang · median 3")
	want := assess.Settlement{Item: "str1", Outcome: assess.Agreed, Level: 4, Reason: "Sebagian unit sudah", Dissent: "Dua orang tidak sependapat"}
	if st := store.sessions[0].SettlementAt("str1"); st != want {
		t.Errorf("settlement on disk is %+v", st)
	}
	if after := fmt.Sprint(store.sessions[0].Respondents); after != before {
		t.Error("settling has changed an answer")
	}
	d.press("esc").shows("1 butir sudah diputuskan", "✓ disepakati tingkat 4", "1 butir lagi")
	d.press("enter", "u").shows("Kesepakatan belum ada", "Alasan Sebagian unit sudah")
	if st := store.sessions[0].SettlementAt("str1"); st.Outcome != assess.Unsettled || st.Level != 0 || st.Reason == "" {
		t.Errorf("settlement after undo is %+v", st)
	}
	d.press("u").shows("belum diputuskan")
}

func TestAgreeToDisagree(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "en", "enter", "s", "b").text("half of the room has seen none").press("esc")
	d.shows("Agreed ✓ agreed to disagree", "Dissent half of the room")
	want := assess.Settlement{Item: "str1", Outcome: assess.Disagreed, Dissent: "half of the room has seen none"}
	if st := store.sessions[0].SettlementAt("str1"); st != want {
		t.Errorf("settlement on disk is %+v", st)
	}
	d.press("enter", "down").press("home", "up", "2", "esc").shows("agreed on level 2", "Dissent half of the room")
}

// The items follow one another in the order of disagreement.
func TestTalkGoesThroughTheItems(t *testing.T) {
	d := revealed(t, circle(12, assess.Coded), 80, 24, "id", "enter").shows("Butir 1: ke-1 dari 2 yang perlu dibicarakan")
	d.press("left").shows("Butir 1:").press("right").shows("Butir 4: ke-2 dari 2").press("right").shows("Butir 8: ke-3 dari 42 butir")
	d.press("esc").shows("› 8 ")
}

// Hands raised in a second round belong to nobody: only the median moves.
func TestSecondRoundByHands(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "id", "enter").shows("Putaran kedua belum ada")
	d.press("h", "down", "down", "4", "down", "8", "enter")
	if got := fmt.Sprint(store.sessions[0].HandsAt("str1", 2).Levels); got != "[0 0 4 8 0]" {
		t.Errorf("hands on disk are %s", got)
	}
	d.shows("awal kedua", "Putaran kedua 12 orang · median 4 · = umumnya sepakat", "Bergeser median 3 menjadi 4").hides("memilih tingkat lain")
	d.shows("4 · ■■■■■■■■ ", "1 ●●●●●● · ")
	d.press("k").shows("tidak dicampur")
	d.press("h")
	if h, ok := d.app.top().(*hands); !ok || h.only != "str1" || h.round != 2 {
		t.Errorf("screen is %T, want the show of hands of str1", d.app.top())
	}
}

func TestSecondRoundByPerson(t *testing.T) {
	store := circle(3, assess.Coded)
	d := revealed(t, store, 80, 24, "id")
	first := d.app.top().(*reveal).discussion.points[0].item.ID
	d.press("enter", "k", "enter").shows("Ketik kodenya dahulu").text("x").press("enter").shows("tidak dikenal")
	for i, who := range []string{"r-01", "R-02 ", "R-03"} {
		d.press("ctrl+u").text(who).press("enter", "enter").shows("Pilih dahulu").press("2", "down", "enter")
		d.shows("Tersimpan. Serahkan laptop", fmt.Sprintf("%d dari 3 orang sudah menjawab lagi", i+1))
	}
	d.text("R-01").press("enter").shows("sudah dipakai pada putaran kedua").press("esc").shows("sebaran jawaban semua orang").press("down", "enter")
	d.shows("Putaran kedua 3 orang · median 3", "orang memilih tingkat lain · median", "■■■").press("h").shows("tidak dicampur")
	s := store.sessions[0]
	for i := range s.Respondents {
		r := &s.Respondents[i]
		if a := r.Entry(first, 2).Answer; a != assess.At(3) || r.Entry(first, 1).Answer.Kind != assess.Level {
			t.Errorf("%s has %v in the second round and %v in the first", r.ID, a, r.Entry(first, 1).Answer)
		}
	}
}

// Whoever has the laptop in the second round sees nothing of what others or the
// person have answered, and no key leads to it.
func TestRevoteIsPrivate(t *testing.T) {
	for _, code := range []string{"", "R-01"} {
		for _, k := range []string{"esc", "f4", "f9", "n", "h", "u", "s", "left", "right", "tab", "home", "f5", "f6", "f7", "f8", "t", "?", "f1"} {
			store := circle(3, assess.Named)
			d := revealed(t, store, 80, 24, "id", "enter", "k")
			if code != "" {
				d.text(code).press("enter")
			}
			d.press(k)
			for _, hidden := range []string{"●", "median", "R-02", "terbelah", "sepakat:"} {
				d.hides(hidden)
			}
			if _, ok := d.app.top().(*talk); ok {
				t.Errorf("%s leads back to the talk", k)
			}
		}
	}
	d := revealed(t, circle(3, assess.Anonymous), 80, 24, "id", "enter", "k")
	d.shows("hanya dengan angkat tangan")
}

// The PIN of a session stands between the second round and the talk.
func TestOnlyTheFacilitatorEndsTheRevote(t *testing.T) {
	store := circle(3, assess.Coded)
	store.pins = map[string]string{"circle": "2468"}
	store.sessions[0].Locked = true
	d := revealed(t, store, 80, 24, "id", "enter", "k", "esc").text("1111").press("enter")
	if _, ok := d.app.top().(*talk); ok {
		t.Fatal("a wrong PIN leads back to the talk")
	}
	d.text("2468").press("enter").shows("Butir 1")
	if _, ok := d.app.top().(*talk); !ok {
		t.Errorf("screen is %T, want the talk", d.app.top())
	}
}

// A completed session can be read and not changed, and says so.
func TestCompletedTalk(t *testing.T) {
	store := circle(12, assess.Coded)
	store.sessions[0].Status = assess.Completed
	store.sessions[0].Settlements = []assess.Settlement{{Item: "str1", Outcome: assess.Agreed, Level: 4, Reason: "Alasan lama"}}
	d := revealed(t, store, 80, 24, "id").shows("hanya dapat dibaca").press("enter").shows("disepakati tingkat 4", "Alasan lama", "hanya dapat dibaca")
	for _, keys := range [][]string{{"u"}, {"h"}, {"k"}, {"n", "x"}, {"s", "2"}, {"s", "tab", "x"}} {
		d.press(keys...).shows("sudah selesai dan terkunci")
		if len(keys) > 1 {
			d.press("esc")
		}
	}
	want := []assess.Settlement{{Item: "str1", Outcome: assess.Agreed, Level: 4, Reason: "Alasan lama"}}
	if got := store.sessions[0].Settlements; len(got) != 1 || got[0] != want[0] {
		t.Errorf("settlements are %+v", got)
	}
}

// A slowSettler settles once its disk is ready.
type slowSettler struct {
	*fakeStore
	ready chan struct{}
}

func (s *slowSettler) Settle(ctx ctx, session string, st assess.Settlement) error {
	<-s.ready
	return s.fakeStore.Settle(ctx, session, st)
}

// Whoever leaves while the disk is slow loses nothing: the screen waits.
func TestTalkWaitsForTheDisk(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "id", "enter")
	slow := &slowSettler{store, make(chan struct{})}
	d.app.top().(*talk).settler.store = slow
	d.press("n")
	_, save := d.app.Update(press("a"))
	d.text("bc").shows("menyimpan").hides("✓ tersimpan")
	d.press("esc", "esc").shows("Butir 1")
	if n := d.app.unsaved(); n != 1 {
		t.Errorf("%d items unsaved, want 1", n)
	}
	close(slow.ready)
	d.run(save)
	if st := store.sessions[0].SettlementAt("str1"); st.High != "abc" {
		t.Errorf("high side on disk is %q, want abc", st.High)
	}
	if _, ok := d.app.top().(*reveal); !ok {
		t.Errorf("screen is %T, want the list", d.app.top())
	}
}

func TestWhatCannotBeSavedStays(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "id", "enter", "n")
	store.fail = assess.NewProblem("disk-full", "path", "x")
	d.text("abc").shows("BELUM tersimpan").press("esc", "esc").shows("layar ini tetap terbuka", "Butir 1")
	store.fail = nil
	d.press("n").text("d").shows("✓ tersimpan", "abcd").press("esc", "esc").shows("2 butir perlu dibicarakan")
	if st := store.sessions[0].SettlementAt("str1"); st.High != "abcd" {
		t.Errorf("high side on disk is %q", st.High)
	}
}

// A disk that was full for a while is tried again.
func TestSettlerTriesAgain(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "id", "enter")
	tries := 0
	d.app.top().(*talk).settler.store = &flakySettler{store, func() bool { tries++; return tries > 3 }}
	d.press("s", "3").shows("✓ tersimpan")
	if tries != 4 {
		t.Errorf("saved at try %d, want 4", tries)
	}
}

type flakySettler struct {
	*fakeStore
	until func() bool
}

func (f *flakySettler) Settle(ctx ctx, session string, st assess.Settlement) error {
	if !f.until() {
		return temporary{assess.NewProblem("disk-full", "path", "x")}
	}
	return f.fakeStore.Settle(ctx, session, st)
}

// Dots stand at the anchors as they were ticked, also where the item is reversed,
// and so does the agreed level.
func TestTalkAboutAReversedItem(t *testing.T) {
	var answers []string
	for range 5 {
		answers = append(answers, "32445431")
	}
	h := assess.Header{ID: "own", Title: "Uji", Date: "2026-11-26", Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open, Revealed: at}
	store := &fakeStore{sessions: []*assess.Session{session(small(t, "range"), h, answers...)}}
	d := revealed(t, store, 80, 24, "id", "down", "enter").shows("Rencana sering diabaikan", "2 ●●●●● tidak setuju", "median 2")
	d.press("s", "2", "esc").shows("✓ 2 ●●●●● tidak setuju", "disepakati tingkat 2")
}
