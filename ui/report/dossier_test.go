package report

import (
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// dossier is a session of the built-in questionnaire in which one person answered 2
// to everything, with a dossier.
func dossier() *assess.Session {
	in := instruments.Default()
	s := &assess.Session{Instrument: in, Header: assess.Header{Title: "Uji", Date: "2026-11-23", Method: assess.SelfMethod, Identity: assess.Coded, Status: assess.Completed}}
	r := assess.Respondent{ID: "1"}
	for _, scale := range in.Scales {
		for _, it := range scale.Items {
			r.Put(assess.Entry{Item: it.ID, Round: 1, Answer: assess.At(2)})
		}
	}
	s.Respondents = []assess.Respondent{r}
	s.Wanted = []assess.Wanted{{Scale: "beh", Value: 60, Year: 2029}}
	s.Facts = []assess.Fact{
		{ID: "levels", Value: 3, Date: "2026-01-31", Source: "Perbup | SOTK"},
		{ID: "tertiary", Value: 62.5},
		{ID: "travel", Value: 45},
		{ID: "decide-leave", Value: 3},
		{ID: "staff", Value: 600}, {ID: "agencies", Value: 40},
	}
	s.Cooperation = []assess.Cooperation{{ID: "1", Field: "waste", Answers: map[string]string{"border": "yes"}}, {ID: "2", Field: "Pasar <hewan>"}}
	return s
}

// What a session holds beside its answers stands in the report: aims, records beside
// perceptions, and the positions towards cooperation.
func TestDossier(t *testing.T) {
	got := markdownOf(t, dossier(), "id", Options{Rules: instruments.Rules(instruments.DefaultID)})
	for _, want := range []string{
		"## Posisi yang diinginkan", "| Strategi perilaku | 25,0 | 60,0 | +35,0 | 2029 |",
		"| 3 | 31 Januari 2026 | Perbup \\| SOTK |", "| 62,5% |",
		"| 3 = kepala perangkat daerah |",
		"| Pegawai per perangkat daerah | 15 | 600 ÷ 40 | 2 dari 2 angka |",
		"Belum dapat dihitung (kurang dari separuh keputusan terisi): Rata-rata jenjang keputusan;",
		"| 7 → 3 | 100 | 25 | −75 (bahas) |", // three levels are adaptable, the people say 25
		"### Dokumen dan pendapat: Jenjang sedikit dalam bagan, terasa birokratis",
		"Jawaban dan dokumen yang mendasarinya: Kompleksitas diferensiasi 25,0; Jenjang pada jalur terdalam 3 (Perbup \\| SOTK, 31 Jan 2026)",
		"### Pengelolaan sampah: ", "- **1.** Jawab: ",
		"bagian Kelemahan Desain Organisasi: strategi struktural (hierarki dan waktu keputusan); Galbraith, J. R. (1974)",
		"Semua strategi bernilai sama: 25,0 dari 100.", "### Pasar \\<hewan\\>: Belum cukup untuk disimpulkan",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "⟦") {
		t.Errorf("a message is missing in\n%s", got)
	}
	short := markdownOf(t, dossier(), "id", Options{Short: true})
	if strings.Contains(short, "SOTK") || !strings.Contains(short, "- **Pasar \\<hewan\\>:** Belum cukup untuk disimpulkan.") {
		t.Errorf("short:\n%s", short)
	}
}
