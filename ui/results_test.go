package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/ui/locale"
	"luwes/ui/theme"
)

var sizes = []struct{ width, height int }{{60, 20}, {80, 24}, {120, 40}}

// years is a store with assessments of every kind that the screens show.
func years(t testing.TB) *fakeStore {
	group := remarked(regency("group", "2026-11-24", assess.GroupMethod, group(thisYear, 12)...))
	group.Status = assess.Open
	few := regency("few", "2026-11-25", assess.GroupMethod, thisYear, lastYear)
	few.Identity = assess.Anonymous
	city := regency("city", "2026-11-25", assess.GroupMethod, lastYear, lastYear, thisYear)
	city.Region, city.Identity = assess.Region{Code: "32.73", Name: "Kota Bandung"}, assess.Anonymous
	agency := assess.Header{
		ID: "agency", Title: "Uji", Date: "2026-11-25", Method: assess.SelfMethod, Identity: assess.Coded, Status: assess.Open,
		Region: assess.Region{Name: "Kota Uji"}, Unit: "Dinas Kesehatan",
	}
	people := agency
	people.ID, people.Date, people.Method = "people", "2026-11-26", assess.GroupMethod
	return &fakeStore{sessions: []*assess.Session{
		regency("2024", "2024-11-19", assess.ConsensusMethod, lastYear),
		regency("2025", "2025-11-20", assess.SelfMethod, lastYear),
		remarked(regency("2026", "2026-11-23", assess.SelfMethod, thisYear)),
		group, few, city,
		remarked(session(small(t, "share"), agency, "32.5d4n1")),
		session(small(t, "range"), people, "32445431", "4.5d5n32", "3......1"),
	}}
}

// screens are all screens of results in all their states.
func screens(t testing.TB) map[string]func() Screen {
	store := years(t)
	read := func(id string) *scored { return loadScored(store, id)().(scoredMsg).scored }
	pair := func(ids ...string) func() Screen { return func() Screen { return newCompare(store, ids) } }
	detail := func(id string, at int) func() Screen {
		return func() Screen { return newItemDetail(store, id, read(id), itemRows(read(id)), at) }
	}
	m := map[string]func() Screen{
		"loading": func() Screen { return &results{store: store} },
		"failed":  func() Screen { return newResults(store, Options{}, "nowhere") },
		"pair":    pair("2026", "2025"), "three": pair("2026", "2024", "2025"), "places": pair("2026", "city"),
		"apart": pair("2026", "few", "agency"), "one": pair("2026", "2026"),
		"seven": pair("2024", "2025", "2026", "group", "city", "few", "agency"),
		"item":  detail("agency", 0), "item-reversed": detail("agency", 1), "item-group": detail("people", 2),
	}
	for _, s := range store.sessions {
		m["results-"+s.ID] = func() Screen { return newResults(store, Options{}, s.ID) }
		m["items-"+s.ID] = func() Screen { return newItemList(store, s.ID, nil) }
	}
	for _, of := range []string{"one", "two", "pos", "etc", "all", "gone"} {
		for _, id := range []string{"agency", "people", "few"} {
			m["derivation-"+id+"-"+of] = func() Screen { return newDerivation(store, id, nil, of) }
		}
	}
	return m
}

func TestResultsGolden(t *testing.T) {
	tests := []struct {
		name, screen string
		keys         []string
	}{
		{"solo", "results-2026", nil}, {"solo-end", "results-2026", []string{"end"}}, {"group", "results-group", nil},
		{"few", "results-few", nil}, {"own", "results-agency", nil},
		{"derivation", "derivation-agency-one", nil}, {"derivation-group", "derivation-people-one", nil},
		{"composite", "derivation-agency-all", nil},
		{"items", "items-agency", nil}, {"items-group", "items-people", nil}, {"item", "item", nil}, {"item-group", "item-group", nil},
		{"pair", "pair", nil}, {"pair-end", "pair", []string{"end"}}, {"three", "three", nil}, {"places", "places", nil}, {"apart", "apart", nil},
		{"scale", "three", []string{"down", "enter"}}, {"changed", "pair", []string{"end", "enter"}},
	}
	open := screens(t)
	for _, tt := range tests {
		for _, size := range sizes {
			for _, lang := range locale.Languages {
				d := opened(t, open[tt.screen](), size.width, size.height, lang)
				d.press(tt.keys...)
				golden(t, fmt.Sprintf("results/%s.%dx%d.%s", tt.name, size.width, size.height, lang), d.screen())
			}
		}
	}
}

// No screen may break at any size, write beyond it, or lack a word.
func TestResultsFitEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for name, open := range screens(t) {
		for i, lang := range locale.Languages {
			d := opened(t, open(), 80, 24, lang)
			for w := 1 + 3*i; w <= 130; w += 5 + w/2 {
				for h := 1 + i; h <= 50; h += 2 + h/2 {
					got := d.app.top().View(d.app.look, w, h)
					all := strings.Split(got, "\n")
					if len(all) > h {
						t.Fatalf("%s at %dx%d has %d lines", name, w, h, len(all))
					}
					for _, line := range all {
						if n := ansi.StringWidth(line); n > w {
							t.Fatalf("%s at %dx%d has a line of %d cells: %q", name, w, h, n, line)
						}
					}
				}
			}
			if got := d.screen(); strings.Contains(got, "⟦") || strings.Contains(got, "<no value>") {
				t.Errorf("%s in %s lacks a word:\n%s", name, lang, got)
			}
		}
	}
}

// The selected row is on the screen wherever it is, with its number.
func TestSelectedRowIsVisible(t *testing.T) {
	for _, size := range sizes {
		d := opened(t, newResults(years(t), Options{}, "2026"), size.width, size.height, "id")
		s := d.app.top().(*results).scored
		for _, row := range s.rows {
			score := d.app.look.Words.Number(row.score().Value, 1)
			found := false
			for _, line := range strings.Split(d.screen(), "\n") {
				found = found || strings.Contains(line, "› ") && strings.Contains(line, score)
			}
			if !found {
				t.Errorf("at %dx%d %s is not on the screen:\n%s", size.width, size.height, row.id(), d.screen())
			}
			d.press("down")
		}
	}
}

func TestUnscoredScaleSaysWhy(t *testing.T) {
	store := &fakeStore{sessions: []*assess.Session{regency("x", "2026-11-23", assess.SelfMethod, "34.....4443444nnnnnnn")}}
	d := opened(t, newResults(store, Options{}, "x"), 80, 24, "id")
	d.shows("tidak dinilai: jawaban terlalu sedikit untuk dinilai · 2 dari 7 butir dijawab")
	d.shows("tidak ada yang berlaku di sini", "Keseimbangan belum dapat disimpulkan: belum ada nilai untuk Strategi struktural, Strategi teknis.")
	d.press("enter", "end").shows("2 dijawab; yang diperlukan paling sedikit 4 (setengahnya). Tidak cukup").hides("Rata-rata tingkat")
}

func TestAnonymousFewShowNothing(t *testing.T) {
	d := opened(t, newResults(years(t), Options{}, "few"), 80, 24, "id")
	d.shows("anonim dan baru dijawab 2 orang").hides("Strategi").hides("cakupan")
	d.press("enter", "i", "c").shows("anonim dan baru dijawab")
}

// Where only two of three anonymous people have a score, it is not shown, nor
// what could be worked out from it.
func TestAnonymousScaleOfTwoIsHidden(t *testing.T) {
	s := regency("x", "2026-11-23", assess.GroupMethod, thisYear, lastYear, "......."+lastYear[7:])
	s.Identity = assess.Anonymous
	got := score(s)
	if f := got.result.Scales[0].Score; f.Reason != assess.AnonymousFew {
		t.Errorf("score of two people is %+v", f)
	}
	if got.balance.Spread.OK() || got.result.Items[0].Mean.OK() || got.result.Items[0].Counts != nil {
		t.Error("the score of two people can be worked out")
	}
	if !got.result.Scales[1].Score.OK() {
		t.Error("the score of three people is hidden")
	}
	d := opened(t, newResults(&fakeStore{sessions: []*assess.Session{s}}, Options{}, "x"), 120, 40, "id")
	d.shows("tidak dinilai: penilaian anonim dengan kurang dari 3 orang").press("down", "enter").shows("tanpa nama").hides("R-01")
}

func TestDecimals(t *testing.T) {
	tests := []struct {
		x      float64
		limits []float64
		want   int
	}{
		{57.14, []float64{20, 40, 60}, 1}, {60, []float64{60}, 1}, {60.04, []float64{60}, 2}, {59.96, []float64{60}, 1},
		{60.004, []float64{60}, 3}, {10.0000001, []float64{10}, 4}, {20 + 1e-12, []float64{20}, 1},
	}
	for _, tt := range tests {
		if got := decimals(tt.x, 1, tt.limits...); got != tt.want {
			t.Errorf("decimals(%v) = %d, want %d", tt.x, got, tt.want)
		}
	}
}

func TestResultsReload(t *testing.T) {
	store := years(t)
	d := opened(t, newResults(store, Options{}, "2026"), 80, 24, "id").shows("54,2")
	d.press("enter", "end").shows("19 ÷ 6 = 3,1667 (dibulatkan)")
	store.find("2026").Respondents[0].Put(assess.Entry{Item: "str1", Round: 1, Answer: assess.At(5), At: at})
	d.send(refreshMsg{})
	d.shows("21 ÷ 6 = 3,5").press("esc").shows("62,5")
	store.fail = errors.New("disk gone")
	d.send(refreshMsg{})
	d.shows("62,5")
}

func TestResultsThatCannotBeLoaded(t *testing.T) {
	store := years(t)
	store.fail = errors.New("disk gone")
	for _, screen := range []Screen{newResults(store, Options{}, "2026"), newItemList(store, "2026", nil), newDerivation(store, "2026", nil, "str"), newCompare(store, []string{"2026", "2025"})} {
		d := opened(t, screen, 80, 24, "id").shows("tidak dapat ditampilkan")
		if !d.app.failed {
			t.Errorf("%T tells of no error", screen)
		}
	}
}

func TestEarlierSession(t *testing.T) {
	store := years(t)
	opened(t, newResults(store, Options{}, "2024"), 80, 24, "id", "c").shows("Belum ada penilaian sebelumnya")
	opened(t, newResults(store, Options{}, "2025"), 80, 24, "id", "f6").shows("Perbandingan: Kabupaten Bandung", "19 November 2024", "20 November 2025")
}

// Two screens of different sessions take only what is theirs.
func TestResultsDoNotMix(t *testing.T) {
	store := years(t)
	d := opened(t, newResults(store, Options{}, "2025"), 80, 24, "id")
	other := newResults(store, Options{}, "2026")
	d.send(openMsg{other})
	d.send(refreshMsg{})
	d.shows("23 Nov 2026").press("esc").shows("20 Nov 2025").hides("2026")
}

func BenchmarkResultsView(b *testing.B) {
	r := newResults(years(b), Options{}, "group")
	r.Update(r.Init()())
	l := Look{theme.New("dark", false), locale.For("id")}
	for b.Loop() {
		r.View(l, 116, 36)
	}
}

// A half is rounded up, so that the screen agrees with a spreadsheet.
func TestHalvesRoundUp(t *testing.T) {
	for x, want := range map[float64]string{56.25: "56,3", 6.25: "6,3", 0.05: "0,1", 56.24999: "56,2", 100: "100,0"} {
		if got := locale.For("id").Number(x, 1); got != want {
			t.Errorf("%v is written %s, want %s", x, got, want)
		}
	}
}
