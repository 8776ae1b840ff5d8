package ui

import (
	"errors"
	"fmt"
	"testing"

	"luwes/assess"
)

func TestShowOfHands(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "3").text("2-5-3-1-1").shows("Jumlah 12 dari 9 orang: lebih 3")
	d.press("up", "up", "backspace").shows("Jumlah 9 dari 9 orang: lengkap").press("enter").shows("butir 2 dari 8, 1 terhitung")
	d.text("10").press("down", "down", "down", "down", "down").text("2").press("down").text("1").press("right", "left")
	got := fmt.Sprint(store.sessions[0].Hands)
	if want := "[{one1 1 [2 5 0 1 1] 0 0} {one2 1 [10 0 0 0 0] 1 2}]"; got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
	d.text("4").press("esc").shows("Angkat tangan: 2 dari 8 butir terhitung")
	if got := store.sessions[0].HandsAt("one2", 1).Levels[0]; got != 4 {
		t.Errorf("what was typed before Esc is %d, want 4", got)
	}
	d.press("1").shows("tidak dapat diisi perorangan").press("2").shows("tidak dapat diisi perorangan").press("6").shows("2 dari 8 butir sudah dihitung")
	d.press("esc", "3").shows("butir 3 dari 8, 2 terhitung").text("9999").shows("Paling banyak 999")
	d.press("delete", "left").press("delete").press("down", "down", "down", "down", "down", "delete", "down", "delete", "esc")
	if n := len(store.sessions[0].Hands); n != 1 {
		t.Errorf("%d counts after one was wiped, want 1", n)
	}
}

func TestNoHandsOnceSomebodyAnswered(t *testing.T) {
	store := meeting(t, assess.Coded, 1)
	to(t, store, "en", "3").shows("Somebody has answered alone already")
	d := opened(t, newHands(store, options(store, "en"), "meeting", "", 1), 80, 24, "en")
	if len(d.app.stack) != 1 {
		t.Error("the first round is open although somebody has answered")
	}
}

// The second round of one item closes itself, and has as many people as answered.
func TestHandsOfOneItem(t *testing.T) {
	store := meeting(t, assess.Coded, 4)
	store.sessions[0].Revealed = at
	d := opened(t, newHands(store, options(store, "id"), "meeting", "two1", 2), 80, 24, "id")
	d.shows("putaran kedua", "Pelatihan teratur", "0 dari 4 orang").text("1-0-3").press("right").shows("lengkap").press("enter")
	if len(d.app.stack) != 1 {
		t.Errorf("still open:\n%s", d.screen())
	}
	if got := fmt.Sprint(store.sessions[0].Hands); got != "[{two1 2 [1 0 3 0 0] 0 0}]" {
		t.Errorf("saved %s", got)
	}
}

// A count that cannot be saved is kept, told of, and tried again.
func TestCountThatCannotBeSaved(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "3")
	store.fail = errors.New("some fault of the disk")
	d.text("3").press("enter").text("4").press("enter").shows("Hitungan 2 butir BELUM tersimpan").press("esc").shows("BELUM", "butir 3")
	if n := d.app.unsaved(); n != 2 {
		t.Errorf("%d unsaved", n)
	}
	store.fail = nil
	d.press("esc").shows("Angkat tangan: 2 dari 8")
}
