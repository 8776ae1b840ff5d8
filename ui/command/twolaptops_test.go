package command

import (
	"archive/zip"
	"fmt"
	"io"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data"
	"luwes/ui"
)

// A laptop is the whole program on a database of its own, driven by keys: screens,
// store and exchange are the real ones, only the terminal is left out.
type laptop struct {
	t     *testing.T
	store *data.Store
	app   *ui.App
}

// startLaptop starts the program where one group session collects answers; so many
// people, whose codes begin alike, have answered.
func startLaptop(t *testing.T, code string, people int) *laptop {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	db := filepath.Join(t.TempDir(), "luwes.db")
	store, err := data.Open(t.Context(), db, data.Options{Create: true, Now: now})
	fine(t, err)
	t.Cleanup(func() { fine(t, store.Close()) })
	_, err = store.Create(t.Context(), roomSession(code, people))
	fine(t, err)
	p := &program{now: now, settings: settings{db: db}}
	l := &laptop{t, store, ui.NewApp(ui.Options{Store: store, Exchange: &exchange{program: p}, Instruments: p.instruments, Lang: "id", Now: now})}
	l.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	l.run(l.app.Init())
	return l
}

// roomSession is a group session that still collects answers.
func roomSession(code string, people int) *assess.Session {
	s := &assess.Session{Instrument: instruments.Default(), Header: assess.Header{
		Title: "Rapat " + code, Date: "2026-11-23", Region: assess.Region{Code: "32.71", Name: "Kota Bogor"},
		Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open,
	}}
	for i := range people {
		r := assess.Respondent{ID: fmt.Sprintf("%s%02d", code, i+1), Phase: assess.Done, Consent: true}
		for _, scale := range s.Instrument.With(nil).Scales {
			for j, item := range scale.Items {
				r.Put(assess.Entry{Item: item.ID, Round: 1, Answer: assess.At(1 + (i+j)%5)})
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func (l *laptop) send(msg tea.Msg) {
	if msg == nil {
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			l.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	_, cmd := l.app.Update(msg)
	l.run(cmd)
}

func (l *laptop) run(cmd tea.Cmd) {
	if cmd != nil {
		l.send(cmd())
	}
}

// press presses keys of the table, or types a text.
func (l *laptop) press(keys ...string) *laptop {
	for _, k := range keys {
		if code, there := keyCodes[k]; there {
			l.send(tea.KeyPressMsg(code))
			continue
		}
		for _, r := range k {
			l.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return l
}

var keyCodes = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "down": {Code: tea.KeyDown}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl},
	"f4": {Code: tea.KeyF4}, "f8": {Code: tea.KeyF8}, "f11": {Code: tea.KeyF11}, "f12": {Code: tea.KeyF12},
}

func (l *laptop) shows(texts ...string) *laptop {
	l.t.Helper()
	screen := strings.Join(strings.Fields(ansi.Strip(l.app.View().Content)), " ")
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			l.t.Fatalf("screen does not show %q:\n%s", text, ansi.Strip(l.app.View().Content))
		}
	}
	return l
}

// Two laptops of one meeting: what people answered on the second comes into the
// session of the first as a file, once only, and is opened there together with the
// others; the report on all of them is written.
func TestTwoLaptopsOneReport(t *testing.T) {
	folder := t.TempDir()
	carried, report := filepath.Join(folder, "laptop b.json"), filepath.Join(folder, "hasil", "laporan.docx")

	b := startLaptop(t, "b", 3)
	b.press("enter").shows("3 orang selesai").press("f12").shows("Jawaban kelompok masih tertutup")
	b.press("2", "ctrl+u", carried, "enter").shows("Tersimpan", "laptop b.json")

	a := startLaptop(t, "a", 5)
	for _, told := range []string{"3 peserta ditambahkan", "Tidak ada peserta baru"} {
		if told == "3 peserta ditambahkan" {
			a.press("enter")
		}
		a.press("f11", "ctrl+u", "'"+carried+"'", "enter").shows("Rapat b").press("enter").shows(told, "8 orang selesai")
	}
	page, err := a.store.Sessions(t.Context(), assess.Query{})
	fine(t, err)
	s, err := a.store.Session(t.Context(), page.Rows[0].ID)
	fine(t, err)
	if want := roomSession("b", 3).Respondents[2]; len(page.Rows) != 1 || !reflect.DeepEqual(s.Respondents[7].Sheet(1), want.Sheet(1)) {
		t.Errorf("%d sessions; the last person answered %v", len(page.Rows), s.Respondents[7].Sheet(1))
	}

	a.press("f8", "down", "enter", "esc", "f12").shows("Laporan lengkap")
	a.press("1", "ctrl+u", report, "enter").shows("Folder "+filepath.Dir(report)[:20], "belum ada").press("down", "enter").shows("Tersimpan")
	text := documentText(t, report)
	for _, want := range []string{"Rapat a", "Kota Bogor", "8 orang menilai pada 23 November 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

// documentText is what the main part of a Word file says, without its marks.
func documentText(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	fine(t, err)
	defer z.Close()
	f, err := z.Open("word/document.xml")
	fine(t, err)
	text, err := io.ReadAll(f)
	fine(t, err)
	var b strings.Builder
	for part := range strings.SplitSeq(string(text), "<") {
		_, said, _ := strings.Cut(part, ">")
		b.WriteString(said)
	}
	return b.String()
}
