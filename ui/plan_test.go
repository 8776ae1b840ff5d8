package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
)

func planOf(t *testing.T, store *fakeStore, width, height int, lang string, keys ...string) *driver {
	t.Helper()
	return opened(t, newPlan(store, options(store, lang), "now"), width, height, lang, keys...)
}

// planned is a store in which last year's plan has three actions, one of them done.
func planned() *fakeStore {
	store := recorded()
	store.sessions[0].Plan = []assess.Action{
		{ID: "study", What: "Menyusun kajian beban kerja", Who: "Bagian Organisasi", When: "2026", Scale: "str", Status: assess.Planned, First: true},
		{ID: "train", What: "Melatih pengawas", Status: assess.Carried, Outcome: "selesai"},
		{ID: "app", What: "Menghubungkan aplikasi", Status: assess.Begun},
	}
	return store
}

// told is a plan in a line.
func toldPlan(plan []assess.Action) string {
	var out []string
	for _, a := range plan {
		text := a.What + " " + string(a.Status)
		if a.First {
			text += "!"
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// From the empty plan of a completed session: an action by hand, saved as it is
// typed, with its scale, its status and its mark.
func TestActionByHand(t *testing.T) {
	store := recorded()
	saved := func() []assess.Action { return store.sessions[1].Plan }
	d := planOf(t, store, 80, 24, "id").shows("Belum ada rencana", "paling banyak 5").press("n", "esc").shows("Belum ada rencana")
	if len(saved()) != 0 {
		t.Errorf("an action without a word is saved: %v", saved())
	}
	d.press("n").text("Kajian n?").shows("tersimpan").press("enter").text("Bappeda").press("enter").text("TW II 2027").press("enter")
	d.press("right").shows("‹ Strategi struktural").press("enter", "right").shows("sedang berjalan").press("enter").text("baru mulai").press("enter", "space").shows("‹ ya ›").press("enter")
	d.shows("1 tindakan, 1 didahulukan (paling banyak 5)", "■ Kajian n?", "sedang berjalan · didahulukan · Bappeda · TW II 2027 · Strategi struktur", "Hasil: baru mulai")
	if len(saved()) != 1 {
		t.Fatalf("saved %v", saved())
	}
	a := saved()[0]
	if len(a.ID) != 10 || a.Scale != "str" || a.Status != assess.Begun || !a.First || a.Outcome != "baru mulai" || a.From != "" {
		t.Errorf("saved %+v", a)
	}
	d.press("n").text("x").press("backspace", "esc").shows("1 tindakan")
	planOf(t, store, 80, 24, "id").shows("Penilaian sudah selesai; rencana tetap dapat diubah", "Kajian n?")
}

// What became of the earlier plan is asked first, and the answer is this session's.
func TestEarlierPlanIsAsked(t *testing.T) {
	store := planned()
	d := planOf(t, store, 80, 24, "id").shows("Bagaimana kelanjutannya? Rencana dari Penilaian 2025", "? Menyusun kajian", "belum dijawab; dulu direncanakan").hides("Melatih pengawas")
	d.press("delete").shows("milik rencana sebelumnya").press("space").shows("Jawab dahulu")
	if n := len(store.sessions[1].Plan); n != 0 {
		t.Fatalf("%d actions before anything was said", n)
	}
	d.press("enter").shows("Menyusun kajian beban kerja", "Sudah sampai mana").press("right", "right", "enter").text("jadi Perbup").press("esc")
	d.shows("Dari rencana sebelumnya", "Hasil: jadi Perbup", "? Menghubungkan aplikasi")
	d.press("home", "s").shows("Dari rencana sebelumnya").hides("? Menghubungkan").press("s")
	now := store.sessions[1].Plan
	if got := toldPlan(now); got != "Menyusun kajian beban kerja done, Menghubungkan aplikasi done" {
		t.Errorf("saved %s", got)
	}
	if now[0].ID != "study" || now[0].From != "then" || now[0].Outcome != "jadi Perbup" || store.sessions[0].Plan[0].Status != assess.Planned {
		t.Errorf("saved %+v; the earlier plan %v", now[0], store.sessions[0].Plan)
	}
	followed := assess.FollowUps(store.sessions[0].Plan, now)
	if followed[0].Now == nil || followed[0].Now.Status != assess.Carried {
		t.Error("the comparison cannot find the answer")
	}
	d.press("home", "delete").shows("? Me").press("u").hides("? Me")
}

// An assessment between, started by mistake or left without a plan, does not end what
// was planned before it.
func TestTheLastPlanIsAskedAfter(t *testing.T) {
	store := planned()
	store.sessions = append(store.sessions, regency("between", "2026-11-01", assess.SelfMethod, lastYear))
	planOf(t, store, 80, 24, "id").shows("Rencana dari Penilaian 2025", "? Menyusun kajian", "? Menghubungkan aplikasi")
}

// The first press of the status key on a question says that nothing has changed.
func TestStatusOfAQuestion(t *testing.T) {
	store := planned()
	planOf(t, store, 80, 24, "id", "s")
	if got := toldPlan(store.sessions[1].Plan); got != "Menyusun kajian beban kerja planned" {
		t.Errorf("saved %s", got)
	}
}

// own is a store with a plan of so many actions, named by letters.
func own(n int) *fakeStore {
	store := recorded()
	for i := range n {
		name := string(rune('a' + i))
		store.sessions[1].Plan = append(store.sessions[1].Plan, assess.Action{ID: name, What: name, Status: assess.Planned})
	}
	return store
}

func TestOrderMarksAndUndo(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"+", "b a c"},
		{"+ +", "b c a"},
		{"+ + + -", "b a c"},
		{"-", "a b c"},
		{"end - -", "c a b"},
		{"delete", "b c"},
		{"delete u", "a b c"},
		{"end delete delete u", "a b"},
		{"down delete home delete u u", "a b c"},
		{"s s down s", "a>done b>begun c"},
		{"space down space space", "a! b c"},
		{"space delete u", "a! b c"},
	} {
		store := own(3)
		planOf(t, store, 80, 24, "id", strings.Fields(c.keys)...)
		var got []string
		for _, a := range store.sessions[1].Plan {
			text := a.What
			if a.Status != assess.Planned {
				text += ">" + string(a.Status)
			}
			if a.First {
				text += "!"
			}
			got = append(got, text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.keys, got, c.want)
		}
	}
}

func TestAtMostFiveFirst(t *testing.T) {
	store := own(6)
	d := planOf(t, store, 80, 40, "id", "space", "down", "space", "down", "space", "down", "space", "down", "space", "down", "space")
	d.shows("Sudah 5 tindakan", "5 didahulukan (paling banyak 5)").press("enter", "up", "down", "down", "down", "down", "down", "down", "space").shows("Sudah 5 tindakan", "‹ tidak ›")
	if store.sessions[1].Plan[5].First {
		t.Error("a sixth is marked")
	}
}

func TestPlanThatCannotBeSaved(t *testing.T) {
	store := own(2)
	d := planOf(t, store, 60, 20, "id")
	store.fail = errors.New("some fault of the disk")
	d.press("s").shows("BELUM tersimpan").press("esc").shows("Rencana tindak lanjut")
	if d.app.unsaved() != 1 {
		t.Error("nothing is told to be unsaved")
	}
	store.fail = nil
	d.press("esc").hides("Rencana tindak lanjut")
	if got := toldPlan(store.sessions[1].Plan); got != "a begun, b planned" {
		t.Errorf("saved %s", got)
	}
}

// What another program adds to the plan while a change here is not on disk yet stays,
// and is shown once it is.
func TestTwoProgramsOnAPlan(t *testing.T) {
	store := own(2)
	d := planOf(t, store, 80, 24, "id")
	store.fail = errors.New("some fault of the disk")
	d.press("s").shows("BELUM tersimpan")
	store.sessions[1].Plan = append(slices.Clone(store.sessions[1].Plan), assess.Action{ID: "other", What: "Dari laptop sebelah", Status: assess.Planned})
	d.send(refreshMsg{})
	d.hides("laptop sebelah")
	store.fail = nil
	d.send(partAgainMsg{&d.app.top().(*plan).saver})
	d.shows("Dari laptop sebelah")
	if got := toldPlan(store.sessions[1].Plan); got != "a begun, b planned, Dari laptop sebelah planned" {
		t.Errorf("saved %s", got)
	}
	d.press("end", "delete")
	if got := toldPlan(store.sessions[1].Plan); got != "a begun, b planned" {
		t.Errorf("saved %s", got)
	}
}

// A plan that grew meanwhile, from a finding, is shown when the screen comes back.
func TestPlanGrowsBelow(t *testing.T) {
	store := own(1)
	d := planOf(t, store, 80, 24, "id")
	store.sessions[1].Plan = append(store.sessions[1].Plan, assess.Action{ID: "f", What: "Dari temuan", Finding: "tall-delegated", Status: assess.Planned})
	d.send(refreshMsg{})
	d.shows("Dari temuan").press("end").shows("Temuan: tall-delegated").press("enter").shows("Temuan: tall-delegated")
}

func TestPlanScreensFit(t *testing.T) {
	sweeping(t)
	for _, name := range []string{"empty", "asked", "own"} {
		fits(t, "plan "+name, func() Screen {
			store := map[string]*fakeStore{"empty": recorded(), "asked": planned(), "own": own(8)}[name]
			for i := range store.sessions[1].Plan {
				a := &store.sessions[1].Plan[i]
				a.What, a.Who = strings.Repeat("Menyusun kajian beban kerja seluruh perangkat daerah ", 3), "Bagian Organisasi Sekretariat Daerah"
			}
			return newPlan(store, options(store, "id"), "now")
		}, nil, []string{"end"}, []string{"s"}, []string{"n"}, []string{"enter"}, []string{"enter", "down", "down", "down", "down"}, []string{"delete"})
	}
	if fmt.Sprint(assess.MostFirst) != "5" {
		t.Error("the words of this test say five")
	}
}

// What is done takes no place among the few that come first.
func TestDoneIsNotMarkedFirst(t *testing.T) {
	s := regency("s", "2026-11-20", assess.SelfMethod, thisYear)
	s.Plan = []assess.Action{{ID: "a", What: "Latih semua kepala seksi", Status: assess.Carried}}
	store := &fakeStore{sessions: []*assess.Session{s}}
	opened(t, newPlan(store, Options{}, "s"), 80, 24, "id", "space").shows("sudah selesai atau ditinggalkan")
	if s := store.find("s"); s.Plan[0].First {
		t.Error("it is marked")
	}
}
