package ui

import (
	"errors"
	"testing"

	"luwes/assess"
)

// Two forms, one after another, by digits; the sum of the first is wrong at first.
func TestPaperForms(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "2").text("AN07SU").press("f8").shows("Tanpa persetujuan tertulis").press("f7", "f8")
	d.shows("Rencana pemerintah daerah kami jelas").press("3", "2", "0", "-", "space", "5", "backspace", "4", "5", "5")
	if got := answers(store.sessions[0], 0); got != "320-.455" {
		t.Fatalf("on disk is %s before the form is done", got)
	}
	d.text("18").press("enter").shows("di kertas 18, yang diketik 19", "Simpan apa adanya")
	d.press("enter", "home", "enter", "1", "end", "right").text("18").shows("Cocok: 18").press("enter")
	d.shows("Formulir tersimpan, 7 butir terisi", "Kode pribadi").hides("AN07SU")
	if got := answers(store.sessions[0], 0); got != "310-.455" || store.sessions[0].Respondents[0].Phase != assess.Done {
		t.Errorf("first form: %s, %+v", got, store.sessions[0].Respondents[0].Phase)
	}

	d.text("an07su").press("f7", "f8").shows("Sudah ada yang memakainya").press("ctrl+u").text("MA21").press("f8").text("444").press("esc")
	d.shows("3 dari 8 butir terisi").press("down", "down", "down", "enter").shows("MA21 belum selesai", "Sesi kelompok")
	if s := store.sessions[0]; s.Respondents[1].Phase != assess.Answering {
		t.Errorf("left form is %q", s.Respondents[1].Phase)
	}
	d.press("4", "down", "enter", "down", "enter", "esc", "2", "f7").text("ma21").press("f8").text("44444").press("f8")
	if got := answers(store.sessions[0], 1); got != "44444444" || store.sessions[0].Respondents[1].Phase != assess.Done {
		t.Errorf("second form: %s, %s", got, store.sessions[0].Respondents[1].Phase)
	}
}

// Arrows move over the sheet and change nothing.
func TestPaperSheetMoves(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "2", "f7").text("a").press("f8").text("123")
	sheet := d.app.top().(*paperSheet)
	for _, tt := range []struct {
		key  string
		want int
	}{{"down", 5}, {"up", 3}, {"left", 2}, {"up", 2}, {"down", 4}, {"down", 6}, {"down", 7}, {"down", 7}, {"home", 0}, {"backspace", 0}, {"enter", 1}} {
		if d.press(tt.key); sheet.at != tt.want {
			t.Fatalf("%s leads to item %d, want %d\n%s", tt.key, sheet.at, tt.want, d.screen())
		}
	}
	if got := answers(store.sessions[0], 0); got != "123....." {
		t.Errorf("answers are %s", got)
	}
}

func TestPaperFormOfAnAnonymousSession(t *testing.T) {
	store := meeting(t, assess.Anonymous, 0)
	d := to(t, store, "en", "2", "f7", "f8").hides("code").text("55").press("f8").hides("Leave it for later").press("f8")
	if got := answers(store.sessions[0], 0); got != "55......" || store.sessions[0].Respondents[0].Phase != assess.Done {
		t.Errorf("form is %s", got)
	}
	d.shows("2 items filled in")
}

// The next form begins only when everything of this one is on disk.
func TestPaperFormWaitsForTheDisk(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "2", "f7").text("a").press("f8").text("1")
	store.fail = errors.New("some fault of the disk")
	d.text("2").press("f8", "f8").shows("BELUM tersimpan", "layar ini tetap terbuka")
	store.fail = nil
	d.press("f8").shows("Formulir tersimpan, 2 butir terisi")
}

// The sum is compared with all answers in sight, and Esc loses none of them.
func TestPaperSumShowsTheWholeForm(t *testing.T) {
	store := years(t)
	s := regency("form", "2026-11-23", assess.GroupMethod)
	s.Status = assess.Open
	store.sessions = []*assess.Session{s}
	d := drive(t, store, 60, 20, "id").press("enter", "2", "f7").text("a").press("f8", "f8")
	d.shows("Jumlah tingkat menurut kertas").press("f1").hides("tanpa menyimpan").press("esc")
	d.shows("1–7", "52–54")
}
