package ui

import (
	"errors"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/assess/instruments"
)

// start makes a new assessment of Kabupaten Bandung through the form.
func start(d *driver) *driver {
	return d.press("enter").text("kab bandung").press("enter", "enter", "enter", "enter")
}

func TestFirstStartToFirstQuestion(t *testing.T) {
	store := &fakeStore{}
	d := drive(t, store, 80, 24, "id")
	d.shows("Selamat datang di luwes", "Mulai penilaian baru", "Lihat contoh dahulu")
	d.press("enter").shows("Penilaian baru", "Ketik sebagian nama")
	d.text("kab bandung").shows("Kabupaten Bandung", "32.04", "Jawa Barat")
	d.press("enter").shows("23 November 2026", "Kabupaten Bandung 2026")
	d.press("enter", "enter").shows("54 butir, kira-kira 30 menit")
	d.press("enter").shows("butir 1 dari 54, 0 terjawab")
	s := store.sessions[0]
	if s.Region != (assess.Region{Code: "32.04", Name: "Kabupaten Bandung"}) || s.Title != "Kabupaten Bandung 2026" || s.Date != "2026-11-23" {
		t.Errorf("session is %+v", s.Header)
	}
	if s.Method != assess.SelfMethod || len(s.Modules) != 1 {
		t.Errorf("method %q, modules %v", s.Method, s.Modules)
	}
}

func TestLeavingOutSymptoms(t *testing.T) {
	store := &fakeStore{}
	d := drive(t, store, 80, 24, "en")
	d.press("enter").text("somewhere of mine").press("enter", "down", "down", "down", "down", "down", "down", "down", "space")
	d.shows("42 items", "about 25 minutes")
	d.press("f8").shows("item 1 of 42")
	if r := store.sessions[0].Region; r.Code != "" || r.Name != "somewhere of mine" {
		t.Errorf("region is %+v", r)
	}
}

func TestDigitAnswersSavesAndMovesOn(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	d.press("4").shows("butir 2 dari 54, 1 terjawab", "✓ tersimpan")
	d.press("0", "-", "down", "down", "enter").shows("butir 5 dari 54, 4 terjawab")
	got := fmt.Sprint(store.sessions[0].Respondents[0].Sheet(1))
	if want := "map[str1:4 str2:dk str3:na str4:2]"; got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
	if place := store.sessions[0].Respondents[0].Place; place != "str5" {
		t.Errorf("place is %q, want str5", place)
	}
	d.press("u").shows("butir 4 dari 54, 3 terjawab")
	d.press("left", "left", "left", "delete").shows("butir 1 dari 54, 2 terjawab")
	if a := store.sessions[0].Respondents[0].Entry("str1", 1).Answer; a.Kind != assess.Unanswered {
		t.Errorf("str1 is %v after clearing", a)
	}
	d.press("enter").shows("Pilih dahulu satu jawaban")
	d.press("b").shows("butir 4 dari 54")
}

func TestReopeningReturnsToTheSameItem(t *testing.T) {
	store := &fakeStore{}
	start(drive(t, store, 80, 24, "id")).press("3", "3", "3")
	d := drive(t, store, 80, 24, "id")
	d.press("enter").shows("butir 4 dari 54, 3 terjawab", "Dilanjutkan pada butir 4 dari 54")
}

func TestNoteIsSavedWithEveryKey(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id")).press("n").text("Renstra? 2/5")
	d.shows("Renstra? 2/5", "tersimpan")
	e := store.sessions[0].Respondents[0].Entry("str1", 1)
	if e.Note != "Renstra? 2/5" {
		t.Errorf("note on disk is %q", e.Note)
	}
	if len(store.saves) != len("Renstra? 2/5") {
		t.Errorf("%d saves for %d keys", len(store.saves), len("Renstra? 2/5"))
	}
	d.press("tab").text("Perbup 12/2025").press("esc").shows("Bukti dukung: Perbup 12/2025")
	d.press("5").shows("butir 2")
	e = store.sessions[0].Respondents[0].Entry("str1", 1)
	if e.Evidence != "Perbup 12/2025" || e.Answer != assess.At(5) || e.Note == "" {
		t.Errorf("entry on disk is %+v", e)
	}
}

func TestLanguageSwitchKeepsThePlace(t *testing.T) {
	d := start(drive(t, &fakeStore{}, 80, 24, "id")).press("3", "down", "f2")
	d.shows("item 2 of 54, 1 answered", "saved").press("f2").shows("butir 2 dari 54")
	d.press("n").text("abc").press("f2").shows("abc", "Evidence")
}

// A temporary fault is one that goes away: the disk was full for a while.
type temporary struct{ assess.Problem }

func (temporary) Temporary() bool { return true }

func TestAnswerThatCannotBeSavedIsKeptAndTriedAgain(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	store.fail = errors.New("some fault of the disk")
	d.press("4").shows("1 jawaban BELUM tersimpan", "✗")
	d.press("esc").shows("butir 2 dari 54", "layar ini tetap terbuka")
	if d.press("ctrl+c"); d.quit {
		t.Error("quit with an answer that is not on disk")
	}
	store.fail = nil
	d.app.quitting = false
	d.press("5")
	if got := fmt.Sprint(store.sessions[0].Respondents[0].Sheet(1)); got != "map[str1:4 str2:5]" {
		t.Errorf("saved %s", got)
	}
	d.shows("✓ tersimpan").hides("BELUM")
}

func TestTemporaryFaultIsRetriedByItself(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	tries := 0
	flaky := &flakyStore{fakeStore: store, until: func() bool { tries++; return tries > 3 }}
	d.app.top().(*questionnaire).saver.store = flaky
	d.press("4").shows("✓ tersimpan")
	if tries != 4 {
		t.Errorf("saved at try %d, want 4", tries)
	}
}

func TestQuitWaitsForTheLastAnswer(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	slow := &slowStore{store, make(chan struct{})}
	d.app.top().(*questionnaire).saver.store = slow
	_, save := d.app.Update(press("4")) // on its way, not yet on disk
	d.shows("butir 2 dari 54", "menyimpan").hides("✓ tersimpan")
	d.press("ctrl+c")
	if d.quit {
		t.Fatal("quit before the answer was on disk")
	}
	close(slow.ready)
	d.run(save)
	if !d.quit {
		t.Error("did not quit after the answer was on disk")
	}
	if len(store.saves) != 1 {
		t.Errorf("%d answers on disk, want 1", len(store.saves))
	}
}

func TestReviewAndComplete(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id")).press("3", "0")
	d.press("f8").shows("52 belum dijawab", "1 tidak tahu", "1 tanpa bukti")
	d.press("down", "down", "enter").shows("butir 3 dari 54")
	d.press("f8", "enter")
	if store.sessions[0].Status != assess.Completed {
		t.Fatal("session is not completed")
	}
	if _, ok := d.app.top().(*results); !ok {
		t.Errorf("after completing the screen is %T, want the results", d.app.top())
	}
	d.press("esc").shows("1 penilaian")
	d.press("o").shows("Tuliskan alasan").press("enter").shows("Tuliskan alasannya dahulu")
	d.text("angka salah? ya").press("enter").shows("butir 3 dari 54")
	if r := store.sessions[0].Reopenings; len(r) != 1 || r[0].Reason != "angka salah? ya" {
		t.Errorf("reopenings are %+v", r)
	}
}

func TestSecondWaveShowsTheYearBefore(t *testing.T) {
	store := &fakeStore{}
	start(drive(t, store, 80, 24, "id")).press("2")
	store.sessions[0].Date, store.sessions[0].Title = "2025-11-20", "Kabupaten Bandung 2025"
	d := drive(t, store, 80, 24, "id").press("w")
	d.shows("butir 1 dari 54, 0 terjawab", "(2025)")
	if s := store.sessions[1]; s.Title != "Kabupaten Bandung 2026" || s.Date != "2026-11-23" {
		t.Errorf("wave is %+v", s.Header)
	}
}

func TestTitleOfAWave(t *testing.T) {
	tests := []struct{ title, date, want string }{
		{"Kabupaten Bandung 2025", "2025-11-20", "Kabupaten Bandung 2026"},
		{"Kabupaten Bandung 2026", "2026-01-20", "Kabupaten Bandung 2026 (2)"},
		{"Kabupaten Bandung 2026 (9)", "2026-01-20", "Kabupaten Bandung 2026 (10)"},
		{"Kabupaten Bandung 2026 (uji)", "2026-01-20", "Kabupaten Bandung 2026 (uji) (2)"},
		{"Penilaian mandiri Bappeda", "2025-11-20", "Penilaian mandiri Bappeda 2026"},
	}
	for _, tt := range tests {
		if got := waveTitle(assess.Header{Title: tt.title, Date: tt.date}, "2026-11-23"); got != tt.want {
			t.Errorf("wave of %q (%s) is called %q, want %q", tt.title, tt.date, got, tt.want)
		}
	}
}

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"23-11-2026": "2026-11-23", "3/1/2026": "2026-01-03", "3.1.26": "2026-01-03", "2026-1-3": "2026-01-03", " 5 mei 2026 ": "2026-05-05",
		"17 Agustus 2025": "2025-08-17", "17 Agt 25": "2025-08-17", "1 Desember 2025": "2025-12-01", "9 october 2025": "2025-10-09",
		"3  Nopember 2025": "2025-11-03", "30-02-2026": "", "20": "", "kemarin": "", "1-1-1900": "", "1-13-2026": "",
	} {
		if got, ok := readDate(text); got != want || ok != (want != "") {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func TestBin(t *testing.T) {
	store := &fakeStore{}
	start(drive(t, store, 80, 24, "id"))
	d := drive(t, store, 80, 24, "id")
	d.press("d").shows("1 penilaian dipindahkan ke keranjang sampah", "Selamat datang")
	d.press("b").shows("Keranjang sampah", "Kabupaten Bandung 2026").press("enter").shows("Keranjang sampah kosong")
	d.press("esc").shows("Kabupaten Bandung 2026")
	d.press("d", "b", "k").shows("untuk selamanya").press("enter").shows("Kabupaten Bandung 2026")
	if len(store.sessions) != 1 {
		t.Fatal("Enter on the question emptied the bin")
	}
	d.press("k", "down", "enter").shows("Keranjang sampah kosong")
	if len(store.sessions) != 0 {
		t.Error("the bin was not emptied")
	}
}

func TestFilterAndMark(t *testing.T) {
	store := saved(5)
	d := drive(t, store, 80, 24, "id").shows("5 penilaian")
	d.press("/").text("2024").shows("1 penilaian").press("enter", "esc").shows("5 penilaian")
	d.press("/").text("? /").press("esc").shows("5 penilaian") // keys of the text field stay in it
	d.press("c").shows("Tandai dahulu").press("space", "space", "c")
	if _, ok := d.app.top().(*comparison); !ok {
		t.Errorf("screen is %T, want the comparison", d.app.top())
	}
}

func TestMenuDoesWhatIsChosen(t *testing.T) {
	d := start(drive(t, &fakeStore{}, 80, 24, "id")).press("?").shows("Tombol pada layar ini", "1–5 jawab", "catatan dan bukti")
	d.press("enter").shows("Catatan").hides("Tombol pada")
	d.press("f1").shows("Tombol pada layar ini").press("esc").hides("Tombol pada")
	d.text("?").shows("?") // a question mark is text here
	d.press("esc", "f1", "down", "enter").shows("Tinjau sebelum selesai")
}

// saved is a store with n sessions, one a year from 2022, all levels the same.
func saved(n int) *fakeStore {
	store := &fakeStore{}
	in := instruments.Default()
	for i := range n {
		year := fmt.Sprint(2022 + i)
		s := &assess.Session{Header: assess.Header{
			ID: "session" + year, Title: "Kabupaten Bandung " + year, Date: year + "-11-20",
			Region: assess.Region{Code: "32.04", Name: "Kabupaten Bandung"}, Method: assess.SelfMethod, Identity: assess.Coded,
			Status: assess.Completed, Language: "id", Modules: []string{"symptoms"}, Completed: at,
		}, Instrument: in}
		r := assess.Respondent{ID: "1"}
		for k, q := range questions(in) {
			r.Put(assess.Entry{Item: q.item.ID, Round: 1, Answer: assess.At(1 + (k+i)%5), At: at})
		}
		s.Respondents = []assess.Respondent{r}
		store.sessions = append(store.sessions, s)
	}
	return store
}

// A flakyStore fails with a temporary fault until it is told to work.
type flakyStore struct {
	*fakeStore
	until func() bool
}

func (f *flakyStore) Save(ctx ctx, session, respondent, place string, entries ...assess.Entry) error {
	if !f.until() {
		return temporary{assess.NewProblem("disk-full", "path", "x")}
	}
	return f.fakeStore.Save(ctx, session, respondent, place, entries...)
}

// A slowStore saves once its disk is ready.
type slowStore struct {
	*fakeStore
	ready chan struct{}
}

func (s *slowStore) Save(ctx ctx, session, respondent, place string, entries ...assess.Entry) error {
	<-s.ready
	return s.fakeStore.Save(ctx, session, respondent, place, entries...)
}

// What is typed while a slow disk saves is saved after it, in one write.
func TestAnswersWhileTheDiskIsSlow(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	slow := &slowStore{store, make(chan struct{})}
	d.app.top().(*questionnaire).saver.store = slow
	_, save := d.app.Update(press("4"))
	d.press("5", "left", "2", "1")
	if n := d.app.unsaved(); n != 3 {
		t.Errorf("%d answers unsaved, want 3: the first, and two in their last form", n)
	}
	close(slow.ready)
	d.run(save)
	d.shows("✓ tersimpan", "butir 4 dari 54")
	r := store.sessions[0].Respondents[0]
	if got := fmt.Sprint(r.Sheet(1), " ", r.Place); got != "map[str1:4 str2:2 str3:1] str4" {
		t.Errorf("saved %s", got)
	}
}

func TestEveryScreenAtEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	screens := map[string][]string{
		"list":      {},
		"form":      {"n", "k", "o"},
		"questions": {"w"},
		"note":      {"w", "n"},
		"outline":   {"w", "o"},
		"review":    {"w", "f8"},
		"results":   {"f4"},
		"compare":   {"space", "space", "c"},
		"bin":       {"b"},
		"menu":      {"f1"},
		"reopen":    {"o"},
	}
	for name, keys := range screens {
		d := drive(t, saved(3), 80, 24, "id").press(keys...)
		d.fitsEverywhere(name, 7, 5)
	}
}

func TestStartingBeforeTheInstrumentIsRead(t *testing.T) {
	store := &fakeStore{}
	d := drive(t, store, 80, 24, "id")
	_, reading := d.app.Update(openMsg{newDetails(store, d.app.opt, assess.Header{})})
	d.text("kab bandung").press("f8").shows("Penilaian baru") // too early, but not forgotten
	d.run(reading)
	d.shows("butir 1 dari 54")
}

// Who comes back from a new session finds it selected, not the one before it.
func TestTheListSelectsWhereOneComesFrom(t *testing.T) {
	d := drive(t, saved(2), 80, 24, "id").press("down", "n").text("kota bogor").press("enter", "f8", "esc")
	d.shows("› Kota Bogor 2026")
}

// Keys that come faster than commands run still go where the person sees
// herself: into the note, not to the question below it.
func TestFastKeysFindTheNewScreen(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	var later []tea.Cmd
	for _, k := range []string{"n", "3", "?", "/", "esc", "o", "2", "enter", "4"} {
		_, cmd := d.app.Update(press(k))
		later = append(later, cmd)
	}
	for _, cmd := range later {
		d.run(cmd)
	}
	r := store.sessions[0].Respondents[0]
	if got := r.Entry("str1", 1).Note; got != "3?/" {
		t.Errorf("note is %q, want 3?/", got)
	}
	if got := fmt.Sprint(r.Sheet(1)); got != "map[str2:4]" {
		t.Errorf("answers are %s, want str2:4 only", got)
	}
}
