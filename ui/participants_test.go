package ui

import (
	"strings"
	"testing"

	"luwes/assess"
)

func TestErasingOnePerson(t *testing.T) {
	store := meeting(t, assess.Named, 3)
	before := answers(store.sessions[0], 1)
	d := to(t, store, "id", "4", "down", "delete").shows("Terhapus untuk selamanya: QX02", "Cadangan dan berkas ekspor").press("enter")
	if store.sessions[0].Respondents[1].ID != "QX02" {
		t.Fatal("Enter alone erased somebody")
	}
	d.press("delete", "down", "enter").shows("sudah dihapus", "QX01", "QX03").hides("QX02")
	if got := answers(store.sessions[0], 1); got != before {
		t.Errorf("answers are %s, were %s", got, before)
	}
}

func TestErasingAllNames(t *testing.T) {
	store := meeting(t, assess.Coded, 3)
	store.sessions[0].Revealed, store.sessions[0].Status = at, assess.Completed // the right does not end
	d := drive(t, store, 80, 24, "en").press("enter").shows("See the results").press("3", "f9").shows("of all participants (3)", "notes that contain names")
	d.press("down", "enter").shows("All names are erased.")
	for _, r := range store.sessions[0].Respondents {
		if strings.HasPrefix(r.ID, "QX") {
			t.Errorf("%s is still there", r.ID)
		}
	}
	d.press("enter").shows("Answering has ended")
}

func TestAnonymousPeopleAreOnlyCounted(t *testing.T) {
	store := meeting(t, assess.Anonymous, 3)
	d := to(t, store, "id", "4").shows("3 dari 3 peserta selesai", "anonim").hides("QX0")
	d.press("enter", "delete").shows("anonim").press("f9", "down", "enter").shows("Semua nama sudah dihapus")
}
