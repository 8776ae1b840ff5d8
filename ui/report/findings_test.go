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
