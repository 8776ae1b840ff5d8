package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// recorded is a store with last year's completed session, with facts, and this
// year's.
func recorded() *fakeStore {
	then := regency("then", "2025-11-20", assess.SelfMethod, lastYear)
	then.Facts = []assess.Fact{{ID: "agencies", Value: 30}, {ID: "levels", Value: 6}, {ID: "decide-leave", Value: 3}}
	now := regency("now", "2026-11-23", assess.SelfMethod, thisYear)
	return &fakeStore{sessions: []*assess.Session{then, now}}
}

func sheetOf(t *testing.T, store *fakeStore, width, height int, lang string, keys ...string) *driver {
	t.Helper()
	return opened(t, newFacts(store, options(store, lang), "now"), width, height, lang, keys...)
}

// From an empty sheet: a number with date and source, on a session that is
// completed, saved with every key.
func TestFactIsFilledIn(t *testing.T) {
	store := recorded()
	d := sheetOf(t, store, 80, 24, "id").shows("Lembar fakta", "Di sini dicatat", "0/20 terisi", "2025", "30", "langsung tersimpan")
	d.press("2").shows("Perangkat daerah", "Pada Penilaian 2025: 30", "tersimpan sebagai 2")
	d.press("4", "enter").text("31-12-2026").shows("31 Desember 2026").press("enter").text("Perda 8/2016?").press("enter").text("x").press("enter")
	d.shows("1/20 terisi", "Perda 8/2016?", "31 Des 2026", "tersimpan", "24 30")
	want := assess.Fact{ID: "agencies", Value: 24, Date: "2026-12-31", Source: "Perda 8/2016?", Note: "x"}
	if got := fmt.Sprint(store.sessions[1].Facts); got != fmt.Sprint([]assess.Fact{want}) {
		t.Errorf("saved %s, want %v", got, want)
	}
	if store.sessions[1].Status != assess.Completed || len(store.sessions[0].Facts) != 3 {
		t.Error("another session, or the status, is changed")
	}
	sheetOf(t, store, 80, 24, "id").shows("1/20 terisi", "Penilaian sudah selesai; lembar ini tetap dapat diisi").press("delete").shows("0/20 terisi")
	if n := len(store.sessions[1].Facts); n != 0 {
		t.Errorf("%d facts after the only one was cleared", n)
	}
}

// One key clears a fact with its date and source, so one key brings all of it back; what
// was filled in anew meanwhile stays.
func TestAClearedFactIsBroughtBack(t *testing.T) {
	store := recorded()
	fact := assess.Fact{ID: "agencies", Value: 24, Date: "2026-01-31", Source: "Perda 8", Note: "x"}
	level := assess.Fact{ID: "decide-leave", Value: 2}
	store.sessions[1].Facts = []assess.Fact{fact, level}
	saved := func() string { return fmt.Sprint(store.sessions[1].Facts) }
	before := saved()
	d := sheetOf(t, store, 80, 24, "id").hides("urungkan").press("delete").shows("“Perangkat daerah” dikosongkan. Tekan u", "0/20 terisi")
	d.press("down", "down", "u").shows("“Perangkat daerah” dikembalikan", "1/20 terisi", "› Perangkat daerah")
	if saved() != before {
		t.Errorf("saved %s, want %s", saved(), before)
	}
	d.press("tab", "down", "down", "down", "down", "down", "delete", "tab", "tab", "tab", "u").shows("[Keputusan]", "› Memberi cuti tahunan")
	if saved() != before {
		t.Errorf("saved %s, want %s", saved(), before)
	}
	d.press("delete", "4", "u").shows("· · · · 4 ·")
}

// What cannot be read is told and not saved; what cannot be is told and saved.
func TestNumbersThatCannotBe(t *testing.T) {
	store := recorded()
	facts := func() []assess.Fact { return store.sessions[1].Facts }
	d := sheetOf(t, store, 80, 24, "id", "enter").text("banyak").shows("tidak terbaca dan belum disimpan", "bilangan bulat")
	if len(facts()) != 0 {
		t.Errorf("saved %v", facts())
	}
	d.press("ctrl+u").text("2,5").shows("dihitung dalam bilangan bulat", "Angkanya tetap disimpan").press("esc").shows("! Perangkat daerah", "1 hal perlu diperiksa")
	if len(facts()) != 1 || facts()[0].Value != 2.5 {
		t.Errorf("saved %v", facts())
	}
	d.press("enter", "enter").text("kemarin dulu").shows("Tanggal ini tidak terbaca").press("esc", "esc")
	if facts()[0].Date != "" {
		t.Errorf("saved the date %q", facts()[0].Date)
	}
	d.press("tab", "tab").shows("Pegawai per perangkat daerah").press("down", "down", "down", "down").shows("Faktanya belum lengkap", "Belum ada: Pegawai")
}

// A source without a number waits for one, and says so; a number that cannot be read
// says what stays.
func TestWhatIsNotSavedIsTold(t *testing.T) {
	store := recorded()
	d := sheetOf(t, store, 60, 20, "id", "enter", "down", "down").text("Perda 8").shows("! Belum tersimpan: isi dahulu angkanya")
	d.press("up").text("31/12/2025").shows("isi dahulu angkanya")
	if len(store.sessions[1].Facts) != 0 {
		t.Errorf("saved %v", store.sessions[1].Facts)
	}
	d.press("up").text("48").press("down").shows("31 Desember 2025").press("down").hides("Belum tersimpan")
	d.press("up", "up").text("x").shows("tidak terbaca", "Yang tersimpan tetap 48").press("esc", "esc").shows("48", "Perda 8")
}

// What would be dropped on the way out is shown once, in its row; where all is saved
// nothing stands in the way.
func TestLeavingAFactShowsWhatIsNotSaved(t *testing.T) {
	open := func(keys ...string) *driver { return sheetOf(t, recorded(), 80, 24, "id", keys...) }
	told := "Belum semua yang diketik tersimpan"
	open("enter").text("banyak").press("esc").shows(told, "tidak terbaca").press("esc").shows("0/20 terisi")
	open("enter", "2", "down").text("kemarin").press("esc").shows(told, "Tanggal ini tidak terbaca").press("esc").shows("1/20 terisi")
	open("enter", "down", "down").text("Perda 8").press("esc").shows(told, "Tanpa angka, fakta ini tidak disimpan").
		text("24").press("esc").shows("1/20 terisi", "Perda 8")
	open("2", "esc").shows("1/20 terisi").hides(told)
}

// Every level of the grid is named before anybody has to choose one.
func TestLevelsAreNamed(t *testing.T) {
	for _, size := range sizes {
		sheetOf(t, recorded(), size.width, size.height, "en", "tab").shows("0 the official at the front line", "3 ", "5 above the region")
	}
}

// A date that lies ahead of today, or long before the assessment, is told and saved.
func TestDatesAreNoted(t *testing.T) {
	store := recorded() // of 23 November 2026
	d := sheetOf(t, store, 60, 20, "en", "4", "enter")
	for _, c := range []struct{ typed, saved, note string }{
		{"01/01/2099", "2099-01-01", "! This date lies ahead."},
		{"22/11/2024", "2024-11-22", "! More than 2 years before this assessment."},
		{"23/11/2024", "2024-11-23", ""},
	} {
		if d.press("ctrl+u").text(c.typed); c.note == "" {
			d.hides("! ")
		}
		if d.shows(c.note).press("esc").shows(c.note).press("enter", "enter"); store.sessions[1].Facts[0].Date != c.saved {
			t.Errorf("%s is saved as %q", c.typed, store.sessions[1].Facts[0].Date)
		}
	}
}

// A share may be typed as counts, and is shown and typed again so.
func TestShareOfCounts(t *testing.T) {
	store := recorded()
	d := sheetOf(t, store, 80, 24, "en", "end", "up").press("3").text("4/120").shows("saved as 28.3%").press("esc").shows("28.3% of 120")
	d.press("enter").shows("34/120").press("down", "down").text("SOP list")
	f := store.sessions[1].Facts[0]
	if f.Of != 120 || f.Source != "SOP list" || f.Value != 100*34./120 {
		t.Errorf("saved %+v", f)
	}
}

// The same text comes back from every value.
func TestTypedNumber(t *testing.T) {
	for _, v := range []float64{0, 24, 1250, 6.5, 12.125, .001} {
		got, _, ok := assess.ReadFact(typedNumber(v), assess.CountFact)
		if !ok || got != v {
			t.Errorf("%g is typed %q and read %g", v, typedNumber(v), got)
		}
	}
}

func TestDecisionGrid(t *testing.T) {
	store := recorded()
	d := sheetOf(t, store, 80, 24, "id", "tab").shows("Jenjang terendah", "0/20 terisi", "tekan 0–5")
	d.press("1", "down", "9", "right", "right", "left").shows("0 petugas atau pelaksana").press("down", "4").shows("· · · · 4 ·", "4 kepala daerah")
	want := "[{decide-permit 1 0   } {decide-exception 0 0   } {decide-complaint 4 0   }]"
	if got := fmt.Sprint(store.sessions[1].Facts); got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
	d.press("tab", "tab", "end").shows("0 menurut dokumen", "butir cen5", "25 poin; baru di atas 40")
}

// The arithmetic of a figure can be followed; what people feel stands beside it
// only when a group has opened its answers.
func TestDerivedFigures(t *testing.T) {
	store := recorded()
	store.sessions[1].Facts = []assess.Fact{{ID: "agencies", Value: 12}, {ID: "units-1", Value: 48}, {ID: "units-2", Value: 96}, {ID: "units-3", Value: 24.0}, {ID: "levels", Value: 7}}
	d := sheetOf(t, store, 80, 24, "id", "tab", "tab").shows("(48 + 96 + 24) ÷ 12 = 14,0", "berdasarkan 4 dari 4 angka")
	d.shows("sekarang", "2025").press("tab").shows("dokumen", "pendapat", "Jenjang pada jalur terdalam", "skala Kompleksitas", "[Pendapat]", "! Jenjang", "bahas", "Selisihnya 61 poin. Bahas")
	d.shows("Dokumen: 7 dihitung 0 dan 3 dihitung 100, jadi 100 × (7 − 7) ÷ (3 − 7) = 0.", "Pendapat: nilai dari 1 responden, cakupan 100%.").hides("Di luar kedua ujung")
	store.sessions[1].Facts = []assess.Fact{{ID: "levels", Value: 2}}
	sheetOf(t, store, 80, 24, "en", "shift+tab").shows("100 × (2 − 7) ÷ (3 − 7) = 125. Beyond the ends it counts as 100.")
	store = circle(12, assess.Coded)
	store.sessions[0].Revealed = store.sessions[0].Binned
	opened(t, newFacts(store, options(store, "id"), "circle"), 80, 40, "id", "tab", "tab", "tab").shows("Pendapat peserta belum dibuka")
}

// What cannot be saved is told, kept, and holds the screen until it is.
func TestFactsThatCannotBeSaved(t *testing.T) {
	store := recorded()
	d := sheetOf(t, store, 60, 20, "id", "tab")
	store.fail = errors.New("some fault of the disk")
	d.press("3").shows("BELUM tersimpan").press("esc").shows("Lembar fakta")
	if n := d.app.unsaved(); n != 1 {
		t.Errorf("%d unsaved", n)
	}
	store.fail = nil
	d.press("esc").hides("Lembar fakta")
	if len(store.sessions[1].Facts) != 1 {
		t.Error("the fact is lost")
	}
}

// fits fails if a screen of a dossier breaks its size, lacks a word, or has a key
// that does nothing.
func fits(t *testing.T, name string, open func() Screen, ways ...[]string) {
	t.Helper()
	for _, lang := range locale.Languages {
		for _, size := range sizes {
			for _, way := range ways {
				begin := func() *driver { return opened(t, open(), size.width, size.height, lang, way...) }
				at := fmt.Sprintf("%s %v at %dx%d in %s", name, way, size.width, size.height, lang)
				d := begin()
				checkSize(t, at, d)
				for _, b := range d.app.top().Keys() {
					if tells(b) {
						continue
					}
					d := begin()
					before := d.screen()
					if d.press(b.Keys()[0]); d.screen() == before && !d.quit {
						t.Errorf("%s: %q (%s) does nothing:\n%s", at, b.Keys()[0], b.Help().Desc, before)
					}
				}
			}
		}
		for _, way := range ways {
			d := opened(t, open(), 80, 24, lang, way...)
			d.app.opt.ASCII, d.app.look.Theme = true, plainTheme()
			onlyASCII(t, name, d.screen())
		}
	}
}

func checkSize(t *testing.T, at string, d *driver) {
	t.Helper()
	view := d.app.top().View(d.app.look, d.app.inner(), 14)
	if h, w := lipgloss.Height(view), lipgloss.Width(view); h > 14 || w > d.app.inner() {
		t.Errorf("%s: %d lines of %d cells:\n%s", at, h, w, d.screen())
	}
	if strings.Contains(view, "⟦") || strings.Contains(view, "<no value>") {
		t.Errorf("%s lacks a word:\n%s", at, d.screen())
	}
}

func TestFactScreensFit(t *testing.T) {
	sweeping(t)
	for _, filled := range []bool{false, true} {
		fits(t, fmt.Sprint("facts ", filled), func() Screen {
			store := recorded()
			for i, line := range assess.FactSheet {
				if filled {
					store.sessions[1].Facts = append(store.sessions[1].Facts, assess.Fact{ID: line.ID, Value: float64(3 * i), Of: 1250, Date: "2026-01-31", Source: "Peraturan Daerah Nomor 8 Tahun 2016 tentang Pembentukan Perangkat Daerah"})
				}
			}
			for i, decision := range assess.Decisions {
				if filled {
					store.sessions[1].Facts = append(store.sessions[1].Facts, assess.Fact{ID: decision.ID, Value: float64(i % 5)})
				}
			}
			return newFacts(store, options(store, "id"), "now")
		}, nil, []string{"down", "down", "down", "down"}, []string{"end"}, []string{"tab"}, []string{"tab", "pgdown", "end"}, []string{"tab", "tab"}, []string{"tab", "tab", "end"}, []string{"shift+tab"}, []string{"shift+tab", "end"},
			[]string{"enter"}, []string{"enter", "enter", "enter", "enter"}, []string{"tab", "enter"})
	}
}
