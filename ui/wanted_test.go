package ui

import (
	"errors"
	"fmt"
	"testing"

	"luwes/assess"
)

func aims(t *testing.T, store *fakeStore, width, height int, lang string, keys ...string) *driver {
	t.Helper()
	return opened(t, newWanted(store, options(store, lang), "now"), width, height, lang, keys...)
}

// The year is asked first; then a level is typed, digit by digit, and saved with
// each; nothing was there before.
func TestWantedLevels(t *testing.T) {
	store := recorded()
	saved := func() string { return fmt.Sprint(store.sessions[1].Wanted) }
	d := aims(t, store, 80, 24, "id").shows("Tahun sasaran belum disepakati", "Tidak ada yang ditentukan sebelumnya", "– –", "Strategi struktural", "s urut", "t tahun", "d hitung")
	d.press("7").shows("Untuk tahun berapa", "Setelah itu 7 dicatat untuk Strategi struktural").text("20").shows("empat angka").press("enter").shows("Untuk tahun berapa")
	d.text("29").shows("Berlaku untuk semua", "Enter sepakati", "Tahun tersimpan bersama sasaran yang pertama").hides("setiap perubahan langsung tersimpan")
	if saved() != "[]" {
		t.Errorf("saved %s before the year was agreed", saved())
	}
	d.press("enter").shows("Tahun sasaran 2029", "7,0", "tersimpan").press("5").shows("75,0", "▲")
	if want := "[{str  75 2029}]"; saved() != want {
		t.Errorf("saved %s, want %s", saved(), want)
	}
	d.press("down", "3").press("t", "ctrl+u").text("2031").press("esc").shows("Tahun sasaran 2031")
	if want := "[{str  75 2031} {beh  3 2031}]"; saved() != want {
		t.Errorf("saved %s, want %s", saved(), want)
	}
	d.press("up", "delete", "down", "backspace").shows("2031", "Tidak ada yang ditentukan")
	if saved() != "[]" {
		t.Errorf("saved %s after everything was cleared", saved())
	}
}

// A year alone is not on disk, and the screen does not say it is. Esc from the question
// agrees on the year and drops the level that waited.
func TestYearAloneIsNotSaved(t *testing.T) {
	store := recorded()
	d := aims(t, store, 80, 24, "en", "right").shows("Then ").text("2029").press("esc").shows("Wanted in 2029", "The year is saved together with the first")
	if n := len(store.sessions[1].Wanted); n != 0 {
		t.Errorf("saved %v", store.sessions[1].Wanted)
	}
	d.press("delete").press("6").shows("6.0", "saved").hides("The year is saved together")
}

// No score without the people and the share of answers that it rests on, and without
// the way to it; a dimension is a place between its poles, not much of something.
func TestPresentHasItsBasis(t *testing.T) {
	for _, size := range sizes {
		d := aims(t, recorded(), size.width, size.height, "en").shows("n coverage present", "6 of 6 items that apply answered", "1 85% 25.0")
		d.press("down", "down", "down").shows("├", "●", "Complexity", "7 of 7 items").press("d").shows("How it is computed: Complexity").press("esc").shows("Wanted positions")
	}
}

// The group's row says how many people its score rests on, and an item how its level
// follows from them.
func TestItemOfAGroupHasItsBasis(t *testing.T) {
	store := circle(12, assess.Coded)
	opened(t, newWanted(store, options(store, "en"), "circle"), 80, 24, "en", "enter").shows("12 100%", "Median ", " people").press("d").shows("How it is computed: Structural")
}

// Many questions begin with the same clause; a row shows what differs, the selected one
// the whole question below it.
func TestRowsOfItemsShowWhatDiffers(t *testing.T) {
	aims(t, recorded(), 60, 20, "en", "enter").shows("In the last two years, what has our", "str2 Which pos…", "str3 What stud…")
}

// Every level of an item is there to choose from before one is typed, at every size.
func TestItemShowsItsLevels(t *testing.T) {
	in := regency("x", "2026-11-23", assess.SelfMethod, thisYear).Instrument
	it, _ := in.Item("str1")
	for _, size := range sizes {
		store := recorded()
		d := aims(t, store, size.width, size.height, "en", "enter")
		for level, a := range it.Anchors {
			d.shows(fmt.Sprint(level+1, " ", a.EN[:30]))
		}
		d.hides("◆ ").press("5").text("2029").press("enter").shows(it.Anchors[0].EN[:30], "◆ 5 ")
	}
}

// Where a level is divided by the highest one, as in the official form, one of five is 20:
// less cannot be reached, and the screen says so.
func TestWantedBelowWhatCanBe(t *testing.T) {
	store := recorded()
	form := *store.sessions[1].Instrument
	form.Convention = assess.Share
	store.sessions[1].Instrument = &form
	d := aims(t, store, 80, 24, "en").shows("from 20 to 100")
	d.press("t").text("2029").press("enter").shows("Type the position").hides("Agree on a year")
	d.press("2").shows("No answers can give a score below 20 here.").press("5").hides("No answers can give")
}

// The first level asks for the year: its further digits are not taken for one, and the
// digits of the year not for the level.
func TestTypingTheFirstLevel(t *testing.T) {
	for keys, want := range map[string]float64{"602029": 60, "1002029": 100, "72029": 7, "752029": 75} {
		store := recorded()
		d := aims(t, store, 80, 24, "en").text(keys).shows("Then "+fmt.Sprint(want), "Year").press("enter")
		d.shows("Wanted in 2029")
		if w := store.sessions[1].Wanted; len(w) != 1 || w[0].Value != want || w[0].Year != 2029 {
			t.Errorf("%s: saved %v", keys, w)
		}
	}
}

// Digits that do not fit begin anew, and Backspace goes back one by one.
func TestTypingALevel(t *testing.T) {
	store := recorded()
	store.sessions[1].Wanted = []assess.Wanted{{Scale: "beh", Value: 40, Year: 2029}}
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"1", "0", "0"}, "100"},
		{[]string{"1", "0", "5"}, "5"},
		{[]string{"0", "7"}, "7"},
		{[]string{"8", "2", "backspace"}, "8"},
		{[]string{"6", "down", "up", "7"}, "7"},
		{[]string{"right"}, "45"},
		{[]string{"left", "left"}, "30"},
		{[]string{"9", "8", "right", "right"}, "100"},
	} {
		store.sessions[1].Wanted = []assess.Wanted{{Scale: "beh", Value: 40, Year: 2029}}
		aims(t, store, 80, 24, "id", c.keys...)
		if got := fmt.Sprint(store.sessions[1].Wanted[0].Value); got != c.want || len(store.sessions[1].Wanted) != 1 {
			t.Errorf("%v: %v, want %s", c.keys, store.sessions[1].Wanted, c.want)
		}
	}
}

// The first step of an arrow goes from the present.
func TestArrowsBeginAtThePresent(t *testing.T) {
	store := recorded()
	store.sessions[1].Wanted = []assess.Wanted{{Item: "str1", Value: 4, Year: 2029}}
	present := store.sessions[1].Score().Scales[0].Score.Value
	d := aims(t, store, 80, 24, "id", "s", "right")
	w, _ := assess.WantedAt(store.sessions[1].Wanted, assess.Wanted{Scale: "str"})
	if w.Value <= present || w.Value > present+5 || int(w.Value)%5 != 0 {
		t.Errorf("from %g to %g", present, w.Value)
	}
	d.press("delete", "left")
	if w, _ = assess.WantedAt(store.sessions[1].Wanted, assess.Wanted{Scale: "str"}); w.Value >= present || w.Value < present-5 {
		t.Errorf("from %g down to %g", present, w.Value)
	}
}

// The items of a scale have levels of their own; back on the scales nothing moves.
func TestWantedItems(t *testing.T) {
	store := recorded()
	store.sessions[1].Wanted = []assess.Wanted{{Scale: "str", Value: 90, Year: 2029}, {Scale: "beh", Value: 40, Year: 2029}}
	d := aims(t, store, 80, 24, "id").shows("jarak terbesar lebih dahulu", "› Struktural").press("enter")
	d.shows("Posisi yang diinginkan: ", "str1", "tingkat 1–5").press("9", "0").press("5").shows("◆ 5 ").press("left", "esc").shows("› Struktural", "2029")
	want := "[{str  90 2029} {beh  40 2029} { str1 4 2029}]"
	if got := fmt.Sprint(store.sessions[1].Wanted); got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
}

// The largest gap comes first when the screen is opened; typing moves no row.
func TestLargestGapFirst(t *testing.T) {
	store := recorded()
	store.sessions[1].Wanted = []assess.Wanted{{Scale: "str", Value: 60, Year: 2029}, {Scale: "cen", Value: 100, Year: 2029}, {Scale: "beh", Value: 95, Year: 2029}}
	d := aims(t, store, 80, 24, "id").shows("› Perilaku").press("5").shows("› Perilaku", "lebih rendah daripada sekarang", "▼").press("s", "home").shows("› Struktural")
	d.press("s", "home").hides("› Perilaku")
}

// What a group has not opened is not on this screen either; its aim can be agreed.
func TestWantedOfAGroupThatStillAnswers(t *testing.T) {
	store := circle(12, assess.Coded)
	s := store.sessions[0]
	s.Revealed = s.Binned
	d := opened(t, newWanted(store, options(store, "id"), "circle"), 80, 24, "id").shows("belum dibuka", "– –").hides("█")
	d.hides("d hitungan").press("5").text("2030").press("enter", "enter").hides("█").press("4").shows("–")
	if len(s.Wanted) != 2 {
		t.Errorf("saved %v", s.Wanted)
	}
}

func TestWantedThatCannotBeSaved(t *testing.T) {
	store := recorded()
	store.sessions[1].Wanted = []assess.Wanted{{Scale: "beh", Value: 40, Year: 2029}}
	d := aims(t, store, 60, 20, "en")
	store.fail = errors.New("some fault of the disk")
	d.press("8").shows("NOT saved").press("esc").shows("Wanted positions")
	store.fail = nil
	d.press("0").shows("saved again").press("esc").hides("Wanted positions")
	if store.sessions[1].Wanted[0].Value != 80 {
		t.Errorf("saved %v", store.sessions[1].Wanted)
	}
}

func TestWantedScreensFit(t *testing.T) {
	for _, some := range []bool{false, true} {
		fits(t, fmt.Sprint("wanted ", some), func() Screen {
			store := recorded()
			if some {
				store.sessions[1].Wanted = []assess.Wanted{{Scale: "str", Value: 60, Year: 2029}, {Scale: "cen", Value: 10, Year: 2029}, {Item: "str2", Value: 5, Year: 2029}}
			}
			return newWanted(store, options(store, "id"), "now")
		}, nil, []string{"end"}, []string{"enter"}, []string{"enter", "down"}, []string{"t"})
	}
}
