package report

import (
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// The findings stand with the answers behind them, the remedies and the sources.
func TestFindings(t *testing.T) {
	in := instruments.Default()
	s := &assess.Session{Instrument: in, Header: assess.Header{Title: "Uji", Date: "2026-11-23", Method: assess.SelfMethod, Identity: assess.Coded, Status: assess.Completed}}
	r := assess.Respondent{ID: "1"}
	for _, scale := range in.Scales {
		level := 3
		switch scale.ID {
		case "str", "tec":
			level = 5
		case "beh":
			level = 1
		}
		for _, it := range scale.Items {
			r.Put(assess.Entry{Item: it.ID, Round: 1, Answer: assess.At(level)})
		}
	}
	s.Respondents = []assess.Respondent{r}
	got := markdownOf(t, s, "id", Options{Rules: instruments.Rules(in.ID)})
	for _, want := range []string{
		"## Temuan", "### Strategi yang tidak seimbang: Pengembangan perilaku tertinggal", "Strategi perilaku 0,0", "- BKPSDM menyusun",
		"Artikel Jurnal Wacana Kinerja 11(4), 2008, bagian Konsepsi Umum", "Leavitt, H. J. (1965)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if plain := markdownOf(t, s, "id", Options{Short: true}); strings.Contains(plain, "Temuan") {
		t.Error("a report without rules has findings")
	}
}

// Of a rehearsal the way to the next class stands first, and items without evidence by
// their ids, in the short report by their number.
func TestFindingsOfARehearsal(t *testing.T) {
	in := instruments.Find(instruments.EvaluationID)
	s := &assess.Session{Instrument: in, Header: assess.Header{Title: "Uji", Date: "2026-11-23", Method: assess.SelfMethod, Identity: assess.Coded, Status: assess.Completed}}
	r := assess.Respondent{ID: "1"}
	for _, scale := range in.Scales {
		for _, it := range scale.Items {
			e := assess.Entry{Item: it.ID, Round: 1, Answer: assess.At(3), Evidence: "Perbup 1/2025"}
			if it.Reverse {
				e.Answer = assess.At(2)
			}
			if scale.ID == "per" || scale.ID == "ris" {
				e.Evidence = ""
			}
			r.Put(e)
		}
	}
	s.Respondents = []assess.Respondent{r}
	opt := Options{Rules: instruments.Rules(in.ID)}
	got := strings.ReplaceAll(markdownOf(t, s, "id", opt), "\u00a0", " ")
	for _, want := range []string{
		"### Menuju kelas berikutnya (latihan, bukan penilaian resmi)", "Nilai total 75,00: P-4 Efektif. Kurang 5,00 poin menuju P-5 Sangat efektif",
		"- Teknologi informasi: tek1 3 → 4, tek2 3 → 4, tek3 3 → 4, tek4 3 → 4, tek5 3 → 4; 5 × 0,5 = 2,5 poin.",
		"belum ada bukti dukung: per1, per2, per3, per4, ris1, ris2, ris3, ris4, ris5, ris6",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	opt.Short = true
	if got := markdownOf(t, s, "en", opt); !strings.Contains(got, "Some answers still without evidence (10 items without evidence)") {
		t.Errorf("the short report has\n%s", got)
	}
}
