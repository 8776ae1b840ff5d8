package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// The changes on the screen are those of assess, whichever order was asked for.
func TestComparisonNumbers(t *testing.T) {
	store := years(t)
	d := opened(t, newCompare(store, []string{"2026", "2025"}), 120, 100, "id")
	c := d.app.top().(*comparison).data
	if c.sides[0].session.ID != "2025" {
		t.Fatalf("first is %s", c.sides[0].session.ID)
	}
	for i, s := range c.Scales {
		change := c.Pair(0, 1).Scales[i]
		w := d.app.look.Words
		want := fmt.Sprintf("%s %s %s", w.Figure(s.Scores[0], 1), w.Figure(s.Scores[1], 1), changeText(d.app.look, change.Difference.Value, 1))
		d.shows(want)
	}
}

// Up to ten points are called small, beyond them not.
func TestSmallChange(t *testing.T) {
	l := opened(t, newCompare(years(t), []string{"2026", "2025"}), 80, 24, "id").app.look
	c := compareSides([]*scored{score(regency("a", "2025-01-01", assess.SelfMethod, lastYear)), score(regency("b", "2026-01-01", assess.SelfMethod, thisYear))})
	tab := newTable(l, c, 0, 80)
	for change, small := range map[float64]bool{10: true, -10: true, 9.99: true, 10.01: false, -10.01: false, 0: false} {
		row := c.rows[0]
		row.change = change
		if got := strings.Contains(tab.told(row, 200), "belum berarti"); got != small {
			t.Errorf("a change of %v is small: %t", change, got)
		}
	}
	row := c.rows[0]
	row.change = 10.04
	if got := tab.changed(row); !strings.Contains(got, "+10,04") {
		t.Errorf("10.04 is written %q", got)
	}
}

// A scale that cannot be compared shows no number of its scores.
func TestIncomparableScalesHaveNoNumber(t *testing.T) {
	in := *instruments.Default()
	in.Scales = append([]assess.Scale{}, in.Scales...)
	in.Scales[0].Minimum = 0.75
	h := regency("b", "2026-11-23", assess.SelfMethod, "").Header
	h.Modules = nil
	store := &fakeStore{sessions: []*assess.Session{regency("a", "2025-11-20", assess.SelfMethod, lastYear), session(&in, h, thisYear)}}
	d := opened(t, newCompare(store, []string{"a", "b"}), 120, 100, "id")
	text := d.screen()
	part := text[strings.Index(text, "Tidak dapat dibandingkan"):strings.Index(text, "Butir yang paling")]
	for _, want := range []string{"Strategi struktural", "butir atau aturan penilaiannya berbeda", "Ukuran berlebih", "(2) tidak ditanyakan"} {
		if !strings.Contains(part, want) {
			t.Errorf("%q is missing:\n%s", want, part)
		}
	}
	if n := regexp.MustCompile(`\d+,\d`).FindString(part); n != "" {
		t.Errorf("a scale that cannot be compared shows %s:\n%s", n, part)
	}
	d.shows("baca keseimbangannya masing-masing")
	for range 5 {
		d.press("down")
	}
	if n := regexp.MustCompile(`\d+,\d`).FindString(d.press("enter").screen()); n != "" {
		t.Errorf("its detail shows %s:\n%s", n, d.screen())
	}
}

// Ten sessions do not fit at once: the columns move, and the head says which of
// them are shown.
func TestTenSessions(t *testing.T) {
	store := &fakeStore{}
	var all []string
	for i, line := range group(thisYear, 10) {
		id := fmt.Sprint("s", i)
		all = append(all, id)
		store.sessions = append(store.sessions, regency(id, fmt.Sprintf("%d-03-01", 2015+i), assess.SelfMethod, line))
	}
	d := opened(t, newCompare(store, all), 60, 20, "id").shows("Penilaian 1–3 dari 10", "2015", "(1)–(10)")
	for range 12 {
		d.press("right").screen()
	}
	d.shows("Penilaian 8–10 dari 10", "2024").press("left").shows("Penilaian 7–9 dari 10")
	for range 12 {
		d.press("left").screen()
	}
	d.shows("Penilaian 1–3 dari 10")
}

// A change that the scores as shown do not add up to says so.
func TestChangeThatDoesNotAddUp(t *testing.T) {
	d := opened(t, newCompare(years(t), []string{"2026", "2025"}), 80, 24, "id")
	tab := newTable(d.app.look, d.app.top().(*comparison).data, 0, 80)
	scale := &assess.ComparedScale{Scores: []assess.Figure{assess.Known(48.26), assess.Known(30.72)}}
	if tab.adds(comparedRow{scale: scale, to: 1, change: -17.54}) != false {
		t.Error("48,3 − 17,5 is said to be 30,7")
	}
	scale.Scores[0] = assess.Known(48.3)
	if !tab.adds(comparedRow{scale: scale, to: 1, change: -17.58}) {
		t.Error("48,3 − 17,6 = 30,7 is said not to add up")
	}
}

// The numbers of both fact sheets stand side by side with what follows from them;
// what only one of them knows, and single decisions, do not.
func TestComparedOnRecord(t *testing.T) {
	store := years(t)
	then, now := store.find("2025"), store.find("2026")
	then.Facts = []assess.Fact{{ID: "agencies", Value: 30}, {ID: "staff", Value: 9000}, {ID: "levels", Value: 6}, {ID: "revised", Value: 11}, {ID: "decide-leave", Value: 3}}
	now.Facts = []assess.Fact{{ID: "agencies", Value: 25}, {ID: "staff", Value: 8000}, {ID: "revised", Value: 40}, {ID: "decide-leave", Value: 2}}
	for _, size := range sizes {
		opened(t, newCompare(store, []string{"2026", "2025"}), size.width, 200, "en").
			shows("On record", "Agencies 30 25", "Staff 9,000 8,000", "Procedures revised 11% 40%", "Staff per agency 300.0 320.0").
			hides("Levels in the deepest line").hides("Grant annual leave")
	}
	opened(t, newCompare(years(t), []string{"2026", "2025"}), 80, 200, "en").hides("On record")
}
