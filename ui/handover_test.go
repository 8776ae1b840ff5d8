package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// everyKey is what a hostile person may press: all keys that any screen of the
// program binds, all function keys, control keys, and everything that writes.
func everyKey() []tea.KeyPressMsg {
	var keys []tea.KeyPressMsg
	for r := rune(33); r < 127; r++ {
		keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
		keys = append(keys, tea.KeyPressMsg{Code: r, Mod: tea.ModCtrl}, tea.KeyPressMsg{Code: r, Mod: tea.ModAlt})
	}
	for f := tea.KeyF1; f <= tea.KeyF20; f++ {
		keys = append(keys, tea.KeyPressMsg{Code: f}, tea.KeyPressMsg{Code: f, Mod: tea.ModShift}, tea.KeyPressMsg{Code: f, Mod: tea.ModCtrl})
	}
	for _, c := range []rune{tea.KeyEnter, tea.KeyEscape, tea.KeyTab, tea.KeyBackspace, tea.KeyDelete, tea.KeyUp, tea.KeyDown, tea.KeyLeft,
		tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyInsert} {
		keys = append(keys, tea.KeyPressMsg{Code: c}, tea.KeyPressMsg{Code: c, Mod: tea.ModShift}, tea.KeyPressMsg{Code: c, Mod: tea.ModCtrl}, tea.KeyPressMsg{Code: c, Mod: tea.ModAlt})
	}
	return append(keys, tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
}

// boundKeys are those that some screen of the program binds.
var boundKeys = strings.Fields("enter esc tab shift+tab up down left right home end pgup pgdown backspace delete space f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 " +
	"? / - 0 1 2 3 4 5 6 7 b c d e h i j k l m n o p q r s t u w x ctrl+c ctrl+z ctrl+u")

// passed is a meeting where one person has answered and given the laptop back,
// before an older session with results; the driver stands at the screen between
// people. The answers of that person, and of nobody else, are 1, 5 and words.
func passed(t *testing.T, pin string) (*fakeStore, *driver) {
	store := meeting(t, assess.Coded, 0)
	older := *meeting(t, assess.Coded, 6).sessions[0]
	older.ID, older.Title, older.Date, older.Revealed = "older", "ZZtahun lalu", "2025-11-23", at
	store.sessions = append(store.sessions, &older)
	d := to(t, store, "id", "1")
	if pin == "" {
		d.press("down", "down", "enter")
	} else {
		d.text(pin).press("enter").text(pin).press("enter")
	}
	d.press("enter").text("ZZkode").press("enter").text("ZZunit").press("f8", "1")
	d.press("1", "n").text("ZZnote").press("tab").text("ZZbukti").press("esc").press(typed("5151515")...)
	d.press("f8").shows("Terima kasih")
	return store, d
}

// leaks is what of the person before, of another session or of a score stands on
// the screen or in the title of the window; empty if nothing does.
func leaks(d *driver) string {
	screen := d.screen() + d.app.View().WindowTitle
	for _, secret := range []string{"ZZ", "1/8", "skor", "62,5"} {
		if strings.Contains(screen, secret) {
			return secret
		}
	}
	switch d.app.top().(type) {
	case *results, *comparison, *itemList, *itemDetail, *derivation, *sessions, *reveal, *talk, *details, *participants:
		return fmt.Sprintf("%T", d.app.top())
	}
	return ""
}

// Whoever sits at the screen between people sees and reaches nothing of the person
// before by any key, nor by any two: with a PIN nothing but the screens of an own
// new form, without one at most the hub, which shows no answer.
func TestNoKeyLeadsToThePersonBefore(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for _, pin := range []string{"", "2468"} {
		store, d := passed(t, pin)
		home := slices.Clone(d.app.stack)
		held := store.sessions[0].Respondents[0]
		begin := func() *driver {
			d.app.stack, d.app.menu, d.app.quitting, d.app.asked, d.quit = slices.Clone(home), nil, false, nil, false
			d.app.say(nil)
			d.app.stack[2].(*handover).parted = finished
			return d
		}
		look := func(keys ...tea.KeyPressMsg) {
			t.Helper()
			hub, atHub := d.app.top().(*hub)
			if secret := leaks(d); secret != "" && !(atHub && secret == "ZZ" && pin == "" && hub.session != nil) {
				t.Fatalf("pin %q: %v shows %q:\n%s", pin, keys, secret, d.screen())
			}
			if pin != "" && (d.quit || d.app.warden() == nil) {
				t.Fatalf("pin %q: %v leads away from the laptop going round", pin, keys)
			}
		}
		all := everyKey()
		for _, k := range all {
			begin().send(k)
			look(k)
			if k.Mod != 0 {
				continue
			}
			for _, name := range boundKeys {
				begin().send(k)
				d.send(press(name))
				look(k, press(name))
			}
		}
		if got := store.sessions[0].Respondents[0]; fmt.Sprint(got) != fmt.Sprint(held) {
			t.Errorf("pin %q: the answers changed to %+v", pin, got)
		}
	}
}

// Without a PIN whoever says to be the facilitator gets to the hub, and finds no
// answer there, nor in what can be opened from it.
func TestWithoutPINTheHubShowsNoAnswer(t *testing.T) {
	for _, way := range [][]string{{}, {"f4"}, {"4"}, {"4", "f4"}, {"2"}, {"5"}, {"3"}, {"4", "enter"}, {"4", "delete"}, {"esc"}, {"esc", "f4"}, {"esc", "e"}, {"esc", "e", "f4"}} {
		_, d := passed(t, "")
		d.press("esc", "down", "enter").shows("1 dari 9 selesai").press(way...)
		for _, secret := range []string{"ZZnote", "ZZbukti", "ZZunit", "1/8", "62", "Strategi pertama"} {
			if strings.Contains(d.screen(), secret) {
				t.Errorf("%v shows %q:\n%s", way, secret, d.screen())
			}
		}
		if _, ok := d.app.top().(*results); ok {
			t.Errorf("%v opens results", way)
		}
	}
}

// The same for a person who goes on to an own form, and there into every screen
// and through every entry of every menu.
func TestNoMenuLeadsToThePersonBefore(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for name, way := range map[string][]string{
		"thanks": {}, "welcome": {"enter"}, "pin": {"esc"}, "join": {"enter", "enter"}, "consent": {"enter", "enter", "q", "f8"},
		"question": {"enter", "enter", "a", "f8", "1", "3"}, "note": {"enter", "enter", "b", "f8", "1", "n"},
		"outline": {"enter", "enter", "c", "f8", "1", "o"}, "review": {"enter", "enter", "d", "f8", "1", "f8"},
		"handback": {"enter", "enter", "e", "f8", "1", "3", "esc"}, "quit": {"ctrl+c"}, "quit-question": {"enter", "enter", "g", "f8", "1", "ctrl+c"},
	} {
		entries := 1
		for entry := 0; entry < entries; entry++ {
			_, d := passed(t, "2468")
			d.press(way...)
			if leaks(d) != "" {
				t.Fatalf("%s shows %q:\n%s", name, leaks(d), d.screen())
			}
			d.press("f1")
			entries = len(d.app.menu.keys)
			for range entry {
				d.press("down")
			}
			d.press("enter")
			for _, k := range []string{"", "enter", "f4", "u", "ctrl+z", "left", "pgup", "esc", "esc", "esc", "esc", "q", "ctrl+c", "enter", "ctrl+c"} {
				if k != "" {
					d.press(k)
				}
				if secret := leaks(d); secret != "" || d.quit || d.app.warden() == nil {
					t.Fatalf("%s, entry %d of its menu, then %q: %q, left %v\n%s", name, entry, k, secret, d.app.warden() == nil, d.screen())
				}
			}
		}
	}
}

// With a PIN the program is closed by the facilitator only, once is asked; without
// one it asks whether that is meant.
func TestClosingWhileTheLaptopGoesRound(t *testing.T) {
	_, d := passed(t, "2468")
	d.press("ctrl+c", "ctrl+c").shows("Hanya fasilitator").text("1111").press("enter").shows("PIN itu salah")
	d.press("esc").shows("Terima kasih").press("ctrl+c").text("2468").press("enter")
	if !d.quit {
		t.Error("the facilitator cannot close the program")
	}
	_, d = passed(t, "")
	d.press("ctrl+c").shows("Menutup program").press("enter")
	if d.quit {
		t.Fatal("Enter alone closed the program")
	}
	if d.press("ctrl+c", "down", "enter"); !d.quit {
		t.Error("the program cannot be closed")
	}
}

// Each begins in the language and the colours of the facilitator, and what a
// person chooses is not kept for the next start.
func TestLanguageOfEachPerson(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := drive(t, store, 80, 24, "id")
	kept := ""
	d.app.opt.Remember = func(lang, theme string) error { kept += lang + theme; return nil }
	d.press("enter", "1", "down", "down", "enter", "f2").shows("Welcome. It is your turn.")
	d.press("f3", "enter").text("a").press("f8", "1").shows("item 1 of").press("esc", "down", "enter").shows("Thank you.")
	if d.press("enter").shows("Selamat datang"); d.app.look.Name != "terminal" {
		t.Errorf("the next person begins in theme %s", d.app.look.Name)
	}
	d.press("f2").shows("Welcome").press("esc", "down", "enter").shows("Sesi kelompok")
	if kept != "" {
		t.Errorf("kept %q for the next start", kept)
	}
	if d.press("f2"); kept != "enterminal" {
		t.Errorf("kept %q of the facilitator's", kept)
	}
}

// A code is refused once somebody has begun with it, whatever its case, until the
// facilitator opens it; then the person goes on where it was left.
func TestCodeIsRefusedUntilOpenedAgain(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "1", "down", "down", "enter", "enter").text("Si07Ba").press("f8", "1", "3", "4", "esc", "down", "down", "enter")
	d.shows("Jawaban Anda sejauh ini tersimpan").press("enter", "enter").text("  sI07bA ").press("f8").shows("Kode ini sudah dipakai").hides("butir")
	d.press("esc", "esc", "down", "enter").shows("1 belum selesai").press("4", "enter").shows("serahkan laptop hanya kepada orangnya")
	d.press("down", "enter").shows("Si07Ba terbuka", "dibuka kembali").press("esc", "1", "enter").text("si07ba").press("f8", "1")
	d.shows("butir 3 dari 8, 2 terjawab").press("5", "f8", "enter").shows("Terima kasih")
	if got := answers(store.sessions[0], 0); got != "345....." || store.sessions[0].Respondents[0].Phase != assess.Done {
		t.Errorf("answers are %s", got)
	}
}

// Somebody may take a code while another reads the consent: nothing is lost, and
// nobody is let into another's form.
func TestCodeTakenMeanwhile(t *testing.T) {
	store := meeting(t, assess.Named, 0)
	d := to(t, store, "id", "1", "down", "down", "enter", "enter").text("Sari").press("f8")
	store.sessions[0].Respondents = []assess.Respondent{{ID: "SARI", Phase: assess.Answering}}
	d.press("1").shows("Nama ini sudah dipakai", "Sari")
	if n := len(store.sessions[0].Respondents); n != 1 {
		t.Errorf("%d respondents", n)
	}
}

// Who does not agree leaves no trace.
func TestDeclinedConsentStoresNothing(t *testing.T) {
	for _, identity := range identities {
		for _, no := range [][]string{{"2"}, {"down", "down", "enter"}, {"up", "down", "enter"}, {"esc", "esc"}} {
			store := meeting(t, identity, 0)
			d := to(t, store, "id", "1", "down", "down", "enter", "enter")
			if identity != assess.Anonymous {
				d.text("si07ba").press("enter")
			}
			d.text("Bappeda").shows("Belum ada yang disimpan").press("f8").shows("Untuk apa").press(no...)
			if _, ok := d.app.top().(*handover); !ok {
				t.Errorf("after declining the screen is %T", d.app.top())
			}
			if s := store.sessions[0]; len(s.Respondents)+len(store.saves) != 0 {
				t.Errorf("stored %+v", s.Respondents)
			}
			d.hides("si07ba").hides("Bappeda")
		}
	}
}

// All that a person agrees to can be read, also in the smallest window.
func TestConsentCanBeReadWhole(t *testing.T) {
	for _, identity := range identities {
		for _, lang := range []string{"id", "en"} {
			store := meeting(t, identity, 0)
			store.sessions[0].Unit = "Badan Perencanaan Pembangunan Daerah"
			store.sessions[0].Region.Name = "Kabupaten Hulu Sungai Tengah"
			d := drive(t, store, 60, 20, lang).press("enter", "1", "down", "down", "enter", "enter").text("x").press("f8")
			l := d.app.look
			for _, id := range []string{"consent.seen-" + string(identity), "consent.kept-" + string(identity), "consent.empty", "consent.yes", "consent.no"} {
				d.shows(l.T(id))
			}
			d.shows("Badan Perencanaan Pembangunan Daerah, Kabupaten Hulu Sungai Tengah")
		}
	}
}

// The answer of last year stands beside the item only for the same personal code.
func TestAnswerOfLastYearOnlyForTheSameCode(t *testing.T) {
	tests := []struct {
		now, then assess.Identity
		code      string
		want      bool
	}{
		{assess.Coded, assess.Coded, "qx02", true},
		{assess.Coded, assess.Coded, "qx99", false},
		{assess.Named, assess.Named, "qx02", false}, // anybody can type a name
		{assess.Coded, assess.Anonymous, "qx02", false},
		{assess.Anonymous, assess.Coded, "", false},
	}
	for _, tt := range tests {
		store := meeting(t, tt.now, 0)
		older := *meeting(t, tt.then, 3).sessions[0]
		older.ID, older.Date, older.Identity, older.Revealed = "older", "2025-11-23", tt.then, at
		store.sessions = append(store.sessions, &older)
		d := to(t, store, "id", "1", "down", "down", "enter", "enter").text(tt.code).press("f8", "1").shows("butir 1 dari 8")
		if got := strings.Contains(d.screen(), "(2025)"); got != tt.want {
			t.Errorf("%s after %s, code %q: the year stands there: %v", tt.now, tt.then, tt.code, got)
		}
	}
}

// One person of an older group is not shown to the one voice of a later session.
func TestOlderGroupIsNotShownToASingleVoice(t *testing.T) {
	store := meeting(t, assess.Coded, 1)
	store.sessions[0].Date, store.sessions[0].ID = "2025-11-23", "older"
	now := *meeting(t, assess.Coded, 0).sessions[0]
	now.Method, now.Respondents = assess.SelfMethod, []assess.Respondent{{ID: soleRespondent}}
	store.sessions = append(store.sessions, &now)
	drive(t, store, 80, 24, "id").press("enter").shows("butir 1 dari 8").hides("(2025)")
}

// An answer that is not on disk keeps the laptop with its person.
func TestLaptopStaysWhileAnAnswerIsNotSaved(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "1", "down", "down", "enter", "enter", "a", "f8", "1", "3")
	store.fail = errors.New("some fault of the disk")
	d.press("4", "f8", "enter").shows("layar ini tetap terbuka").press("esc", "esc", "down", "enter").shows("layar ini tetap terbuka")
	store.fail = nil
	d.press("enter").shows("Terima kasih")
	if got := answers(store.sessions[0], 0); got != "34......" {
		t.Errorf("answers are %s", got)
	}
}

// A screen that is left at once waits for its last answers, though the disk is slow.
func TestLeavingWaitsForASlowDisk(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	slow := &slowStore{store, make(chan struct{})}
	d.app.top().(*questionnaire).saver.store = slow
	d.app.Update(press("4"))
	d.app.Update(press("5"))
	time.AfterFunc(5*patience, func() { close(slow.ready) })
	d.press("esc").shows("1 penilaian")
	if got := fmt.Sprint(store.sessions[0].Respondents[0].Sheet(1)); got != "map[str1:4 str2:5]" {
		t.Errorf("saved %s", got)
	}
}
