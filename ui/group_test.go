package ui

import (
	"strings"
	"testing"

	"luwes/assess"
)

// twoYears is a store with a workshop of twelve and that of a year before, at
// which ten of the twelve were. Everybody has a rank and a unit.
func twoYears() *fakeStore {
	before := regency("before", "2025-11-20", assess.GroupMethod, group(lastYear, 12)...)
	after := regency("after", "2026-11-20", assess.GroupMethod, group(thisYear, 12)...)
	for i := range 12 {
		before.Respondents[i].Rank, after.Respondents[i].Rank = "Pengawas", []string{"Administrator", "Pengawas"}[i%2]
		after.Respondents[i].Unit = []string{"Bappeda", "Dinas PU", "Dinkes"}[i%3]
		if i >= 10 {
			after.Respondents[i].ID += "-baru"
		}
	}
	return &fakeStore{sessions: []*assess.Session{before, after}}
}

func TestGroupResultsSayHowSureAndHowAgreed(t *testing.T) {
	d := opened(t, newResults(twoYears(), Options{}, "after"), 80, 40, "id")
	d.shows("45–52 sepakat", "Strategi struktural: 12 responden", "nilainya bisa saja antara 45 dan 52",
		"biasanya terpaut 16 poin dari rata-rata: umumnya sepakat", "Kebanyakan orang menempatkan Strategi teknis paling tinggi (12 dari 12)")
	d.press("s").shows("Rentang 95% (Wilson-t): 44,6–51,9", "AD 0,64 tingkat")
	d.hides("Alfa Cronbach") // under 20 people
	d.press("end").shows("Kendall W 1,00", "Bila 12 orang yang sama menilai dengan kode yang sama")
}

// What may be told only from so many people is not told of fewer.
func TestFewPeopleAreToldLess(t *testing.T) {
	for _, tt := range []struct {
		people       int
		shows, hides []string
	}{
		{2, []string{"Di bawah 5 orang"}, []string{"sepakat", "bisa saja", "titik tengah dan"}},
		{4, []string{"Di bawah 5 orang"}, []string{"sepakat", "bisa saja"}},
		{5, []string{"Secara kasar", "Umumnya sepakat"}, []string{"poin dari rata-rata"}},
		{8, []string{"Dengan pejabat lain", "Umumnya sepakat"}, []string{"Secara kasar", "poin dari rata-rata"}},
		{10, []string{"poin dari rata-rata: umumnya sepakat"}, nil},
	} {
		store := &fakeStore{sessions: []*assess.Session{regency("s", "2026-11-20", assess.GroupMethod, group(thisYear, tt.people)...)}}
		screen := oneLine(opened(t, newResults(store, Options{}, "s"), 80, 30, "id").screen())
		for _, text := range tt.shows {
			if !strings.Contains(screen, text) {
				t.Errorf("%d people: %q is not on the screen:\n%s", tt.people, text, screen)
			}
		}
		for _, text := range tt.hides {
			if strings.Contains(screen, text) {
				t.Errorf("%d people: %q is on the screen:\n%s", tt.people, text, screen)
			}
		}
	}
}

func TestComparedGroupsHaveVerdicts(t *testing.T) {
	d := opened(t, newCompare(twoYears(), []string{"before", "after"}), 80, 60, "id")
	d.shows("naik 17,9 poin · berubah, kemungkinan antara +14 dan +21",
		"berubah, tetapi di bawah 10 poin yang dianggap berarti")
	d.hides("p Holm") // lay screens carry none
	d.press("end").shows("10 orang hadir pada keduanya, 2 hanya pada (1) dan 2 hanya pada (2)",
		"Susunan jenjang jabatan penilai pada (1) dan (2) berbeda (50% orang)", "lebih ketat")
	d.press("s").shows("Sebagian orang sama: 12 dan 12 orang, 10 di antaranya sama", "p Holm < 0,001")
}

// One person against one person has points, and no word on chance.
func TestSoloComparisonsHaveNoVerdict(t *testing.T) {
	d := opened(t, newCompare(years(t), []string{"2025", "2026"}), 80, 60, "id")
	d.shows("belum berarti").hides("kemungkinan").hides("terlalu sedikit orang untuk memastikan")
	d.press("s").hides("Lampiran statistik")
}

func TestSubgroupsNobodyCanBeWorkedOutOf(t *testing.T) {
	d := opened(t, newResults(twoYears(), Options{}, "after"), 80, 40, "id", "g")
	d.shows("Menurut jenjang jabatan", "Administrator", "6 responden", "Menurut unit kerja", "Terlalu sedikit orang")
	d.hides("Bappeda") // four people
}

// The second round and what was agreed stand beside the individual answers.
func TestItemShowsWhatWasAgreed(t *testing.T) {
	store := twoYears()
	s := store.find("after")
	for i := range 4 {
		s.Respondents[i].Put(assess.Entry{Item: "str1", Round: 2, Answer: assess.At(5)})
	}
	s.Settlements = []assess.Settlement{{Item: "str1", Outcome: assess.Agreed, Level: 4, Reason: "Perbup sudah terbit", Dissent: "satu dinas belum"}}
	read := loadScored(store, "after")().(scoredMsg).scored
	rows := itemRows(read)
	d := opened(t, newItemDetail(store, "after", read, rows, 0), 80, 40, "id")
	d.shows("Putaran kedua: median", "Kesepakatan: disepakati tingkat 4", "Alasan: Perbup sudah terbit", "Pendapat lain: satu dinas belum")
	opened(t, newResults(store, Options{}, "after"), 80, 60, "id").shows("Hasil kesepakatan kelompok:", "1 dari 7 butir disepakati")
}

// What scores rest on begins in one column, though one has more to tell than has room
// under its picture.
func TestBasesStandUnderEachOther(t *testing.T) {
	store := twoYears()
	store.find("after").Settlements = []assess.Settlement{{Item: "str1", Outcome: assess.Agreed, Level: 4}}
	d := opened(t, newResults(store, Options{}, "after"), 120, 70, "id").shows("kesepakatan")
	columns := map[int]int{}
	for line := range strings.Lines(d.screen()) {
		if at := strings.Index(line, "12 responden · "); at >= 0 && strings.TrimSpace(line[:at]) == "" {
			columns[at]++
		}
	}
	if len(columns) != 1 {
		t.Errorf("the bases begin in these columns, so often: %v\n%s", columns, d.screen())
	}
}

// Before anybody answers the facilitator is told what a comparison with last
// year's group will be able to find.
func TestANewWaveSaysWhatItCanFind(t *testing.T) {
	store := twoYears()
	store.find("after").Respondents = nil
	store.find("after").Status = assess.Open
	d := drive(t, store, 80, 30, "id").press("enter")
	d.shows("Bila 12 orang yang sama menilai dengan kode yang sama, perubahan mulai sekitar 4 poin", "Bila 12 orang lain yang menilai")
	store.find("after").Identity = assess.Anonymous
	d.press("esc", "enter").hides("orang yang sama").shows("Bila 12 orang lain yang menilai")
	d.press("8").shows("Bagaimana kopi untuk rapat hari ini sampai di ruangan?")
}

// A score never stands without the number of people behind it: the place gives way.
func TestSmallResultsSayHowMany(t *testing.T) {
	for lang, want := range map[string]string{"id": "· 12 responden ·", "en": "· 12 respondents ·"} {
		opened(t, newResults(twoYears(), Options{}, "after"), 60, 20, lang).shows(want)
	}
}

// Nobody is at two places: who came to both is asked of waves of one place only.
func TestPlacesHaveNoAttendance(t *testing.T) {
	store := twoYears()
	store.find("after").Region = assess.Region{Code: "73.08", Name: "Kabupaten Bone"}
	opened(t, newCompare(store, []string{"before", "after"}), 80, 60, "id", "end").shows("setiap tempat dinilai orang lain").hides("hadir pada keduanya")
}

// Who answered with one level throughout is told to the facilitator, in the
// appendix alone, and counts all the same.
func TestStraightLinersAreForTheFacilitator(t *testing.T) {
	store := twoYears()
	r := &store.find("after").Respondents[2]
	for i := range r.Entries {
		if r.Entries[i].Answer.Kind == assess.Level {
			r.Entries[i].Answer = assess.At(3)
		}
	}
	d := opened(t, newResults(store, Options{}, "after"), 80, 40, "id").hides("R-03").shows("12 responden")
	d.press("s", "end").shows("Perlu ditanyakan fasilitator", "R-03: memilih 3 pada")
	store.find("after").Identity = assess.Anonymous
	opened(t, newResults(store, Options{}, "after"), 80, 40, "id", "s", "end").hides("Perlu ditanyakan")
}
