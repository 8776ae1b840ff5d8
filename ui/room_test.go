package ui

import (
	"testing"

	"luwes/assess"
	"luwes/ui/theme"
)

func plainTheme() *theme.Theme { return theme.New("", true) }

// The room sees the item and its dots, and neither reasons nor what frames the
// other screens.
func TestRoomHidesNotesAndChrome(t *testing.T) {
	for _, way := range [][]string{{"down", "f9"}, {"down", "enter", "f9"}} {
		d := revealed(t, told(), 80, 24, "id", way...)
		d.shows("apa yang dilakukan pemerintah daerah kami untuk mengurai", "● ●", "■ ■", "Hasil awal 12 orang", "disepakati tingkat 3")
		for _, hidden := range []string{"luwes", "Esc", "F1", "Peta tugas", "Dua orang melihat", "Beberapa unit sudah menghapus", "Belum pernah dibahas di dinas", "tersimpan"} {
			d.hides(hidden)
		}
	}
}

// The room is light as long as it is open; then everything is as it was before.
func TestRoomTheme(t *testing.T) {
	d := revealed(t, told(), 80, 24, "id")
	d.app.look.Theme = theme.New("dark", false)
	before := d.app.View()
	d.press("f9")
	if v := d.app.View(); v.BackgroundColor == nil || v.ForegroundColor == nil {
		t.Error("the room is not light")
	}
	d.press("f9")
	after := d.app.View()
	if after.Content != before.Content || after.BackgroundColor != nil || after.ForegroundColor != nil || d.app.look.Name != "dark" {
		t.Error("the look before the room has not come back")
	}
	d.app.opt.NoColor = true
	if v := d.press("f9").app.View(); v.BackgroundColor != nil {
		t.Error("a terminal without colours gets one")
	}
}

// Whoever leads the room to another item finds it when the room is closed.
func TestRoomLeadsTheOthers(t *testing.T) {
	d := revealed(t, told(), 80, 24, "id", "enter", "f9", "right").shows("mengurai tumpang tindih")
	d.press("f9").shows("Butir 4: ke-2 dari 2").press("f9", "right", "right", "left", "esc").shows("Butir 8").press("esc").shows("› 8 ")
}

// What the group has not opened is not shown to the room either.
func TestRoomOfAGroupThatStillAnswers(t *testing.T) {
	store := circle(12, assess.Coded)
	store.sessions[0].Revealed = store.sessions[0].Binned
	d := opened(t, newRoom(store, options(store, "id"), "circle", "str1"), 80, 24, "id", "right").shows("Jawaban belum dibuka").hides("●")
	d.press("esc").shows("Selamat datang")
}

// The practice item does what a real one does, says so, and stores nothing.
func TestPractice(t *testing.T) {
	store := &fakeStore{}
	d := opened(t, newPractice(options(store, "id")), 80, 24, "id").shows("Latihan, tidak dihitung", "kopi untuk rapat", "Tekan satu angka")
	d.press("enter").shows("Pilih dahulu").press("4").shows("› 4 ■", "Anda memilih tingkat 4")
	d.press("0").shows("bukan nilai rendah").press("-").shows("tidak dihitung sama sekali").press("down", "up", "up", "enter").shows("Anda memilih tingkat 5")
	d.press("u").hides("■").press("n").text("0? hanya mencoba").shows("0? hanya mencoba", "setiap huruf langsung tersimpan").press("esc").shows("Catatan sudah ditulis")
	d.press("f2").shows("How did the coffee", "Practice, does not count").press("f9").shows("How did the coffee").hides("luwes").press("f9").shows("luwes", "0? hanya mencoba")
	d.press("esc").shows("Welcome")
	if len(store.saves)+len(store.sessions) > 0 {
		t.Error("the practice item was stored")
	}
}
