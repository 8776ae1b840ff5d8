package ui

import (
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// rehearsal is a session with the second built-in questionnaire in which everybody
// ticks one level throughout.
func rehearsal(t *testing.T, id, date, level string, people int) *assess.Session {
	t.Helper()
	in := instruments.Find("institutional-evaluation")
	if in == nil {
		t.Fatal("there is no second questionnaire")
	}
	method := assess.GroupMethod
	if people == 1 {
		method = assess.SelfMethod
	}
	lines := make([]string, people)
	for i := range lines {
		lines[i] = strings.Repeat(level, in.ItemCount())
	}
	h := regency(id, date, method).Header
	h.Modules = nil
	return session(in, h, lines...)
}

// Its scales stand under the form's own dimensions, its composites carry the form's
// rating, and somebody who ticked the top everywhere is told so beside the 76.30.
func TestRehearsalResults(t *testing.T) {
	store := &fakeStore{sessions: []*assess.Session{rehearsal(t, "a", "2026-11-20", "4", 1)}}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {60, 20}} {
		d := opened(t, newResults(store, Options{}, "a"), size[0], size[1], "id")
		d.shows("Dimensi struktur").hides("Skala ")
	}
	opened(t, newResults(store, Options{}, "a"), 80, 24, "id").
		shows("Dimensi struktur", "Dimensi proses", "Nilai gabungan", "76,3 P-4 Efektif", "Tingkat 4 dipilih pada 62 dari 62 butir")
}

// Composites stand in the comparison with their change and without a verdict: they
// belong to no person, so nothing tests them.
func TestComparisonHasComposites(t *testing.T) {
	store := &fakeStore{sessions: []*assess.Session{rehearsal(t, "a", "2025-11-20", "2", 12), rehearsal(t, "b", "2026-11-20", "4", 12)}}
	d := opened(t, newCompare(store, []string{"a", "b"}), 80, 60, "id")
	d.shows("Dimensi struktur › Kompleksitas", "Nilai gabungan", "Nilai total 57,9 76,3 ▲ +18,4", "naik 18,4 poin · tidak diuji")
	for range 10 {
		d.press("down")
	}
	d.press("enter").shows("57,9 · P-3 Cukup efektif", "76,3 · P-4 Efektif", "25 × Kompleksitas", "12,5 × Formalisasi")
}

// A composite whose scales are not scored alike cannot be compared, and shows no number.
func TestCompositesOfOtherScalesStandApart(t *testing.T) {
	a, b := rehearsal(t, "a", "2025-11-20", "2", 12), rehearsal(t, "b", "2026-11-20", "4", 12)
	in := *b.Instrument
	in.Scales = append([]assess.Scale{}, in.Scales...)
	in.Scales[0].Minimum = 0.75
	b.Instrument = &in
	text := opened(t, newCompare(&fakeStore{sessions: []*assess.Session{a, b}}, []string{"a", "b"}), 80, 80, "id").screen()
	part := text[strings.Index(text, "Tidak dapat dibandingkan"):strings.Index(text, "Butir yang paling")]
	for _, want := range []string{"Kompleksitas", "Struktur (50%)", "Nilai total"} {
		if !strings.Contains(part, want) {
			t.Errorf("no %q in\n%s", want, part)
		}
	}
	if strings.Contains(text, "76,3") || !strings.Contains(text, "Proses (50%)") {
		t.Errorf("got\n%s", text)
	}
}

// Officials know the form's four words, so they stand beside the anchors.
func TestFormWordsStandBesideTheAnchors(t *testing.T) {
	s := rehearsal(t, "a", "2026-11-20", "1", 1)
	s.Status = assess.Open
	d := opened(t, newQuestionnaire(&fakeStore{sessions: []*assess.Session{s}}, Options{}, "a"), 80, 24, "id")
	d.shows("1 ■ STS Semua unit kerja sesuai", "2 TS Sebagian besar", "3 S Sebagian", "4 SS Semua unit kerja menyimpang", "Sangat tidak setuju (STS) · Tidak setuju (TS)")
	own := regency("b", "2026-11-20", assess.SelfMethod, thisYear)
	own.Status = assess.Open
	opened(t, newQuestionnaire(&fakeStore{sessions: []*assess.Session{own}}, Options{}, "b"), 80, 24, "id").hides("STS")
}

// The list names a questionnaire that is not the usual one, and shows all its scales.
func TestListNamesTheQuestionnaire(t *testing.T) {
	store := &fakeStore{sessions: []*assess.Session{rehearsal(t, "a", "2026-11-20", "4", 1), regency("b", "2025-11-20", assess.SelfMethod, thisYear)}}
	d := drive(t, store, 80, 24, "id").shows("Latihan Evaluasi Kelembagaan", "kom 57", "tek 85")
	d.press("down").hides("Latihan Evaluasi")
}

// What a kept scenario would do to the composites stands in the list of scenarios,
// with the class where that changes.
func TestScenarioMovesComposites(t *testing.T) {
	d, _ := diagnose(t, rehearsal(t, "s", "2026-11-20", "2", 1), 100, 30, "id")
	d.press("c", "right", "s", "k").shows("Skenario yang disimpan", "Struktur (50%) 60,6 → 61,5", "Nilai total 57,9 → 58,3")
}
