package ui

import (
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// effective is a rehearsal by one person with keyed level 3 at every item but those of
// the scales named, which have the level given.
func effective(level int, scales ...string) *assess.Session {
	in := instruments.Find(instruments.EvaluationID)
	line := ""
	for _, s := range in.Scales {
		for _, it := range s.Items {
			l := 3
			for _, id := range scales {
				if s.ID == id {
					l = level
				}
			}
			if it.Reverse {
				l = 5 - l
			}
			line += itoa(l)
		}
	}
	h := regency("a", "2026-11-20", assess.SelfMethod).Header
	h.Modules = nil
	return session(in, h, line)
}

// By hand: 75 + 4 × 0.625 + 5 × 0.5 = 80, which is not above 80, + 25 ÷ 14 ÷ 4.
func TestLeversBeginWithTheNextClass(t *testing.T) {
	d, _ := diagnose(t, effective(3), 80, 40, "id")
	d.shows("Kurang 5,00 poin menuju P-5 Sangat efektif (di atas 80). Latihan, bukan penilaian resmi.")
	d.press("u").shows("bukan penilaian resmi", "Nilai total 75,00: P-4 Efektif. Kurang 5,00 poin menuju P-5 Sangat efektif (di atas 80).",
		"Kompleksitas kehilangan 6,25 dari 25 poin", "10 butir naik satu tingkat, 75 + 5,4464 = 80,4464", "per4 3 → 4; 4 × 0,625 = 2,5 poin")
	d.press("enter").shows("Bagaimana jika", "Nilai total 75,0 → 80,4: P-4 Efektif → P-5 Sangat efektif")
}

// Where nothing is found there is still a way up: level 3 everywhere, with evidence.
func TestLeversWithoutAnyFinding(t *testing.T) {
	s := effective(3)
	for i := range s.Respondents[0].Entries {
		s.Respondents[0].Entries[i].Evidence = "Perbup 1/2025"
	}
	d, _ := diagnose(t, s, 80, 24, "en")
	d.shows("No findings: ", "u levers").press("u").shows("5.00 points short of P-5").press("esc", "c").shows("This is a copy")
}

// In the highest class nothing is left to climb.
func TestLeversInTheHighestClass(t *testing.T) {
	d, _ := diagnose(t, effective(4, "kom", "for", "sen", "sel", "tat", "per", "ris", "tek"), 80, 24, "en")
	d.press("u").shows("Total 100.00: P-5 Very effective. This is the highest class.").hides("shortest way")
}

// A finding on evidence names the items, by scale where they are many, and its
// arithmetic of levers is that of the form: one level of four items is 100 ÷ (4 × 4).
func TestRehearsalFindings(t *testing.T) {
	d, _ := diagnose(t, effective(1, "per"), 80, 40, "en")
	d.shows("Records beside opinions", "More than half of the answers without evidence", "Procedures complete but out of date").hides("Strategies")
	d.press("enter").shows("Complexity: 14 of 14 items without evidence", "per1, per2, per3, per4", "What can be done")
	d.press("esc", "u", "down").shows("× 100 ÷ (4 × 4 items) = +6.3", "Reversed item")
}

// Few items without evidence stand with the documents that usually show them; where
// more than nine of ten have some, only a subdimension of the highest class is asked.
func TestRehearsalFindingsNameDocuments(t *testing.T) {
	s := effective(4, "per")
	for i, e := range s.Respondents[0].Entries {
		if !strings.HasPrefix(e.Item, "per") {
			s.Respondents[0].Entries[i].Evidence = "Perbup 1/2025"
		}
	}
	d, _ := diagnose(t, s, 80, 40, "id")
	d.shows("Kelas tertinggi tanpa bukti dukung").hides("Beberapa jawaban")
	d.press("enter").shows("per1 Prosedur kerja pemerintah daerah kami ditinjau secara berkala. Belum ada bukti dukung. Yang lazim: ").hides("kom1")
}

// All answers alike are one finding, and what follows from them is none.
func TestStraightRehearsal(t *testing.T) {
	d, _ := diagnose(t, rehearsal(t, "a", "2026-11-20", "4", 1), 80, 24, "id")
	d.shows("Hampir semua jawaban sama").hides("Yang saling menghambat")
	d.press("enter").shows("62 dari 62 jawaban memakai pilihan yang sama: Sangat setuju (SS)")
}

func TestRehearsalFindingsAtEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for _, keys := range [][]string{{}, {"enter"}, {"u"}, {"u", "enter"}} {
		d, _ := diagnose(t, effective(1, "per", "sen"), 80, 24, "id")
		d.press(keys...)
		d.fitsEverywhere(fmt.Sprint(keys), 16, 6)
	}
}
