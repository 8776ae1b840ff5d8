package ui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
	"luwes/ui/theme"
)

// cooperating opens the fields of a session that has the given ones.
func cooperating(t testing.TB, width, height int, lang string, fields ...assess.Cooperation) (*driver, *fakeStore) {
	s := regency("2026", "2026-11-23", assess.SelfMethod, thisYear)
	s.Cooperation = fields
	store := &fakeStore{sessions: []*assess.Session{s}}
	return opened(t, newCooperation(store, options(store, lang), "2026"), width, height, lang), store
}

// waste is a field of which much is known: a body is to be prepared for it.
func waste() assess.Cooperation {
	c := assess.Cooperation{ID: "1", Field: "waste", Partners: []assess.Partner{
		{Pillar: assess.RegionPillar, Code: "32.73", Name: "Kota Bandung", Willing: "yes"},
		{Pillar: assess.BusinessPillar, Name: "PT Sampah Jaya", Willing: "partly"},
	}}
	for _, pair := range strings.Fields("border=yes effect-out=strong effect-in=some cost=3 coordinate=no decide=no staff=partly " +
		"kind=mandatory burden=yes continuous=yes complex=yes years=yes phase=4 services=settled parties=work roles=missing") {
		q, a, _ := strings.Cut(pair, "=")
		c.Set(q, a)
	}
	c.Prove("services", "Kajian 2025")
	return c
}

func kept(store *fakeStore) []assess.Cooperation { return store.sessions[0].Cooperation }

func TestFirstFieldOfCooperation(t *testing.T) {
	for _, lang := range locale.Languages {
		for _, size := range sizes {
			d, store := cooperating(t, size.width, size.height, lang)
			say := func(id string, pairs ...any) string { return plainText(locale.For(lang).T(id, pairs...)) }
			d.shows(say("cooperation.empty"), say("cooperation.first"))
			d.press("enter").shows(say("cooperation.own-name"), say("cooperation.field.waste"))
			d.press("down", "enter").shows(say("cooperation.stance.not-enough-to-say"), say("cooperation.partners"))
			if got := kept(store); len(got) != 1 || got[0].ID == "" || got[0].Field != "waste" {
				t.Fatalf("kept %+v", got)
			}
			d.press("esc").shows(say("cooperation.field.waste"), say("cooperation.known", "known", 0, "all", 33))
			d.press("n", "up").text("Rumah duka? 2").press("enter", "esc").shows("Rumah duka? 2")
			d.press("esc")
			if _, still := d.app.top().(*cooperation); still {
				t.Error("the list stays open")
			}
		}
	}
}

func TestEveryChoiceIsSavedAtOnce(t *testing.T) {
	d, store := cooperating(t, 60, 20, "en", assess.Cooperation{ID: "1", Field: "waste"})
	answer := func(q string) string { return kept(store)[0].Answers[q] }
	d.press("enter", "down", "1").shows("✓ saved", "1 of 33 answered")
	d.press("3", "1").shows("3 of 33")
	if answer("border") != "yes" || answer("effect-out") != "strong" || answer("effect-in") != "none" {
		t.Errorf("kept %v", kept(store)[0].Answers)
	}
	d.press("up", "right").shows("● 2 some")
	if answer("effect-in") != "some" {
		t.Errorf("effect-in is %q after an arrow", answer("effect-in"))
	}
	d.press("left", "left").shows("● - not known")
	d.press("3", "tab", "4", "0", "delete")
	if got := kept(store)[0].Answers; got["effect-in"] != "strong" || got["cost"] != "4" || got["risk"] != "0" || len(got) != 5 {
		t.Errorf("kept %v", got)
	}
	d.press("up", "-")
	if _, said := kept(store)[0].Answers["risk"]; said {
		t.Error("risk is still known")
	}
	d.press("tab", "tab", "tab", "tab", "left").shows("10. reporting")
	d.press("enter", "down", "down").text("3").press("enter").text("SK Bupati 7/2026? r").press("esc").shows("SK Bupati")
	if got := kept(store)[0]; got.Evidence["size"] != "SK Bupati 7/2026? r" && got.Evidence["roles"] == "" {
		t.Errorf("kept %+v", got)
	}
}

func TestPartnersOfACooperation(t *testing.T) {
	d, store := cooperating(t, 60, 20, "id", assess.Cooperation{ID: "1", Field: "waste"})
	d.press("enter", "enter").text("kota bandung").shows("Jawa Barat", "32.73")
	d.press("enter").shows("Kota Bandung", "✓ tersimpan")
	d.press("enter").text("Forum Warga").press("enter", "enter").text("PT Uji").press("enter")
	var got []string
	for _, p := range kept(store)[0].Partners {
		got = append(got, string(p.Pillar)+" "+p.Code+" "+p.Name)
	}
	if want := "region 32.73 Kota Bandung, society  Forum Warga, business  PT Uji"; strings.Join(got, ", ") != want {
		t.Fatalf("kept %s, want %s", strings.Join(got, ", "), want)
	}
	d.press("home") // belongs to the text
	for range 5 {
		d.press("up")
	}
	d.press("2").shows("● 2 sebagian")
	if w := kept(store)[0].Partners[0].Willing; w != "partly" {
		t.Errorf("willing is %q", w)
	}
	d.press("-", "down", "d").shows("Forum Warga dihapus")
	if p := kept(store)[0].Partners; len(p) != 2 || p[0].Willing != "" {
		t.Errorf("kept %+v", p)
	}
	d.press("down").text("kota bandung").press("enter").shows("sudah ada dalam daftar")
	d.press("ctrl+u").text("kabupaten bandung").press("enter").shows("daerah kita sendiri")
	d.press("esc").shows("“kabupaten bandung” belum ditambahkan").press("x", "backspace", "esc").shows("belum ditambahkan")
	d.press("esc").shows("Kota Bandung, PT Uji")
}

// The ten phases stand in their order, with what is behind and where one is.
func TestPhasesAreListed(t *testing.T) {
	for _, size := range sizes {
		d, _ := cooperating(t, size.width, size.height, "id", waste())
		d.press("enter", "tab", "tab", "tab", "tab", "tab", "tab").shows("0. ", "✓ 3. penyusunan kesepakatan", "● 4. penandatanganan kesepakatan", "□ 5. persetujuan", "□ 10. pelaporan")
		d.press("0", "up").shows("● 0. belum dimulai", "□ 1. persiapan")
	}
}

// What a column cuts stands in full where the person is.
func TestTheSelectedRowIsShownInFull(t *testing.T) {
	c := waste()
	c.Partners[1].Name = "Perusahaan Umum Daerah Pengelolaan Sampah dan Energi"
	c.Prove("services", "Kajian akademik nomor 12 tahun 2025 yang disimpan di Bagian Kerja Sama")
	d, _ := cooperating(t, 60, 20, "en", c)
	d.press("enter", "end").shows("Bagian Kerja Sama")
	d.press("home", "enter", "up").shows("dan Energi")
}

func TestWhereWeStand(t *testing.T) {
	for _, lang := range locale.Languages {
		w := locale.For(lang)
		for _, size := range sizes {
			d, _ := cooperating(t, size.width, size.height, lang, waste())
			d.shows(w.T("cooperation.stance.prepare-a-body")).press("r").shows(plainText(w.T("cooperation.means.prepare-a-body")))
			all := strings.Join(strings.Fields(readWhole(d)), " ")
			for _, id := range []string{
				"cooperation.claim.need.yes", "cooperation.claim.unable.yes", "cooperation.claim.founded.no", "cooperation.station.environment",
				"cooperation.station.body", "cooperation.limit.taken-over", "cooperation.limit.council", "cooperation.limit.no-agency", "cooperation.law.leaders",
			} {
				if text := strings.Fields(w.T(id)); !strings.Contains(all, strings.Join(text[:min(len(text), 3)], " ")) {
					t.Errorf("%s at %d: %s is not shown", lang, size.width, id)
				}
			}
			d.press("5").shows(w.T("cooperation.law-then"), w.T("cooperation.law-now"))
		}
	}
}

// readWhole is everything that a text shows while somebody goes down through it.
func readWhole(d *driver) string {
	all := d.screen()
	for range 40 {
		all += "\n" + d.press("pgdown").screen()
	}
	d.press("home")
	return all
}

func TestTheLineAboveTheFormMovesWithTheAnswers(t *testing.T) {
	c := waste()
	d, _ := cooperating(t, 80, 24, "en", c)
	d.press("enter").shows("Prepare a body").press("tab", "tab", "tab", "1", "1").shows("Not enough to say")
	d.press("1", "1", "1").shows("Through the existing organisation")
}

// The notes on cooperation can be changed after the session is completed, and the
// list says so.
func TestCompletedSessionsTakeCooperation(t *testing.T) {
	d, store := cooperating(t, 60, 20, "id", waste())
	store.sessions[0].Status = assess.Completed
	d.send(refreshMsg{})
	d.shows("Penilaian ini sudah selesai", "tetap dapat diisi").press("enter", "down", "2")
	if got := kept(store)[0].Answers["border"]; got != "no" {
		t.Errorf("border is %q", got)
	}
}

func TestRemovingAFieldAsksFirst(t *testing.T) {
	second := waste()
	second.ID, second.Field = "2", "food"
	d, store := cooperating(t, 80, 24, "en", waste(), second)
	d.press("d").shows("cannot be undone").press("enter")
	if len(kept(store)) != 2 {
		t.Fatal("removed without a yes")
	}
	d.press("d", "down", "enter").hides("Waste").shows("Food")
	if got := kept(store); len(got) != 1 || got[0].ID != "2" {
		t.Errorf("kept %+v", got)
	}
}

func TestCooperationThatCannotBeSavedIsKept(t *testing.T) {
	d, store := cooperating(t, 80, 24, "id", waste())
	store.fail = errors.New("some fault of the disk")
	d.press("enter", "down", "2").shows("✗ Perubahan terakhir BELUM tersimpan")
	d.press("esc", "esc").shows("layar ini tetap terbuka")
	if d.press("ctrl+c"); d.quit {
		t.Error("quit with a change that is not on disk")
	}
	store.fail, d.app.quitting = nil, false
	d.press("enter", "down", "1", "up", "2").shows("✓ tersimpan")
	if got := kept(store)[0].Answers["border"]; got != "no" {
		t.Errorf("border is %q", got)
	}
	d.press("esc", "esc")
	if _, still := d.app.top().(*cooperation); still {
		t.Error("the list stays open")
	}
}

// What another program records while a change here is not on disk yet stays, and is
// shown once it is.
func TestTwoProgramsOnCooperation(t *testing.T) {
	d, store := cooperating(t, 80, 24, "id", waste())
	store.fail = errors.New("some fault of the disk")
	d.press("enter", "down", "2").shows("BELUM tersimpan").press("esc")
	store.sessions[0].Cooperation = append(kept(store), assess.Cooperation{ID: "other", Field: "food"})
	d.send(refreshMsg{})
	d.hides("Pangan")
	store.fail = nil
	d.send(partAgainMsg{&d.app.top().(*cooperation).book.saver})
	d.shows("Pangan", "✓ tersimpan")
	if got := kept(store); len(got) != 2 || got[0].Answers["border"] == "" || got[1].Field != "food" {
		t.Errorf("kept %+v", got)
	}
}

// cooperationWays lead to every screen of cooperation.
var cooperationWays = map[string][]string{
	"list": nil, "pick": {"n", "down"}, "pick-own": {"n", "up", "x"}, "form": {"enter"}, "form-rating": {"enter", "tab", "tab"},
	"form-phase": {"enter", "tab", "tab", "tab", "tab", "tab", "tab"}, "form-arrangement": {"enter", "end"},
	"partners": {"enter", "enter"}, "partners-offers": {"enter", "enter", "k", "o", "t", "a"}, "partners-willing": {"enter", "enter", "up"},
	"evidence": {"enter", "end", "enter", "S", "K"}, "stand": {"r"}, "stand-path": {"r", "2"}, "stand-tasks": {"r", "3"}, "stand-law": {"r", "5"},
}

func everyCooperation(t *testing.T, width, height int, lang string, test func(name string, begin func() *driver)) {
	for name, way := range cooperationWays {
		test(name, func() *driver {
			d, _ := cooperating(t, width, height, lang, waste())
			return d.press(way...)
		})
	}
	test("empty", func() *driver { d, _ := cooperating(t, width, height, lang); return d })
}

func TestCooperationGolden(t *testing.T) {
	for _, lang := range locale.Languages {
		for _, size := range sizes[:2] {
			everyCooperation(t, size.width, size.height, lang, func(name string, begin func() *driver) {
				golden(t, fmt.Sprintf("cooperation/%s.%dx%d.%s", name, size.width, size.height, lang), begin().screen())
			})
		}
	}
}

// No screen of cooperation breaks at any size or lacks a word, and where there is
// no line drawing none has a sign beyond ASCII.
func TestCooperationAtEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for i, lang := range locale.Languages {
		everyCooperation(t, 80, 24, lang, func(name string, begin func() *driver) {
			d := begin()
			for w := 1 + i; w <= 130; w += 9 {
				for h := 1 + i; h <= 44; h += 6 {
					d.send(tea.WindowSizeMsg{Width: w, Height: h})
					got := d.screen()
					if strings.Contains(got, "⟦") || strings.Contains(got, "<no value>") {
						t.Fatalf("%s in %s lacks a word:\n%s", name, lang, got)
					}
					all := strings.Split(got, "\n")
					if len(all) > h || slices.ContainsFunc(all, func(line string) bool { return cells(line) > w }) {
						t.Fatalf("%s does not fit into %dx%d:\n%s", name, w, h, got)
					}
				}
			}
			d = begin()
			d.app.opt.ASCII, d.app.look.Theme = true, theme.New("", true)
			onlyASCII(t, name+"."+lang, d.screen())
			if paints(begin().app.View().Content) {
				t.Errorf("%s paints a background", name)
			}
		})
	}
}

// Every key that a screen of cooperation tells of does something.
func TestEveryCooperationKeyDoesSomething(t *testing.T) {
	told := map[string][]string{
		"key.cooperation-choose": {"1", "2"}, "key.cooperation-willing": {"1", "3"}, "key.cooperation-parts": {"4"},
	}
	everyCooperation(t, 60, 20, "id", func(name string, begin func() *driver) {
		for _, b := range slices.Concat(begin().app.top().Keys(), begin().app.common()) {
			keys := b.Keys()[:1]
			if tells(b) {
				keys = told[b.Help().Desc]
			}
			for _, k := range keys {
				d := begin()
				before := d.screen()
				top := d.app.top()
				if d.press(k); before == d.screen() && top == d.app.top() && !d.quit && !d.app.quitting && k != "up" && k != "home" && k != "down" && k != "end" && k != "pgdown" {
					t.Errorf("%s: %q (%s) does nothing:\n%s", name, k, b.Help().Desc, d.screen())
				}
			}
		}
	})
}

// Whatever is answered, and whatever a file says, every word is there in both
// languages.
func TestNoPositioningLacksAWord(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 18))
	for range 60 {
		c := assess.Cooperation{ID: "1", Field: "a field\x1b[31m of ours"}
		for _, q := range assess.CooperationQuestions {
			if random.IntN(5) > 0 {
				c.Set(q.ID, q.Choices[random.IntN(len(q.Choices))])
			}
		}
		for i := range random.IntN(4) {
			c.Partners = append(c.Partners, assess.Partner{
				Pillar: slices.Concat(assess.Pillars, []assess.Pillar{"moon"})[random.IntN(4)], Name: fmt.Sprint("P", i),
				Willing: []string{"", "yes", "partly", "no", "perhaps"}[random.IntN(5)],
			})
		}
		for _, lang := range locale.Languages {
			l := Look{theme.New("", false), locale.For(lang)}
			lines, _ := standText(l, &c, c.Position(), 60)
			d, _ := cooperating(t, 80, 40, lang, c)
			text := strings.Join(lines, "\n") + d.screen() + d.press("enter", "enter").screen()
			if i := strings.Index(text, "⟦"); i >= 0 {
				t.Fatalf("a word is missing in %s: %s", lang, text[i:min(i+60, len(text))])
			}
		}
	}
	for _, lang := range locale.Languages {
		w := locale.For(lang)
		for _, q := range assess.CooperationQuestions {
			if !w.Has("cooperation.ask." + q.ID) {
				t.Errorf("cooperation.ask.%s is missing in %s", q.ID, lang)
			}
		}
		for _, id := range assess.CooperationFields {
			if !w.Has("cooperation.field." + id) {
				t.Errorf("cooperation.field.%s is missing in %s", id, lang)
			}
		}
	}
}

// What another program writes meanwhile is shown, and a field that it removes can
// be left.
func TestAnotherProgramChangesCooperation(t *testing.T) {
	d, store := cooperating(t, 80, 24, "en", waste())
	d.press("enter", "enter").shows("PT Sampah Jaya")
	one := waste()
	one.Partners = nil
	store.sessions[0].Cooperation = []assess.Cooperation{one}
	d.send(refreshMsg{})
	d.hides("PT Sampah Jaya").text("Forum").shows("Forum")
	store.sessions[0].Cooperation = nil
	d.send(refreshMsg{})
	d.shows("has been removed").press("x", "x").shows("Record a first field")
}
