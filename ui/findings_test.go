package ui

import (
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

func rulesOf(in *assess.Instrument) *assess.Rules { return instruments.Rules(in.ID) }

// diagnose opens the findings of a session through its results.
func diagnose(t *testing.T, s *assess.Session, width, height int, lang string) (*driver, *fakeStore) {
	t.Helper()
	store := &fakeStore{sessions: []*assess.Session{s}}
	d := drive(t, store, width, height, lang)
	d.app.opt.Rules = rulesOf
	d.app.stack[0].(*sessions).opt.Rules = rulesOf
	return d.press("f4", "t"), store
}

// stuck is a region that trains nobody while its structure and technology move.
func stuck() *assess.Session {
	answers := "5555555" + "1111111" + "5555555" + "3333333" + "2222222" + "2222222" + "333" + "333" + "333" + "333"
	return regency("s", "2026-11-20", assess.SelfMethod, answers)
}

func TestFindingsUnfoldToTheAnswers(t *testing.T) {
	d, store := diagnose(t, stuck(), 80, 24, "id")
	d.shows("Temuan: Penilaian 2026", "Strategi yang tidak seimbang", "Pengembangan perilaku tertinggal")
	d.press("enter").shows("Jawaban yang mendasarinya", "Strategi perilaku: 0,0 dari 100 (1 orang, cakupan 100%)", "Strategi struktural: 100,0")
	d.press("end").shows("Yang dapat dilakukan", "Jurnal Wacana Kinerja")
	d.press("1").shows("masuk ke rencana tindak")
	plan := store.find("s").Plan
	if len(plan) != 1 || plan[0].Finding != "behaviour-lags" || !strings.Contains(plan[0].What, "BKPSDM") || plan[0].Status != assess.Planned {
		t.Errorf("plan is %+v", plan)
	}
}

// Of a group a finding unfolds to how many people gave which answer, most of all where
// they are apart.
func TestFindingsOfAGroupUnfoldToTheirAnswers(t *testing.T) {
	s := circle(12, assess.Coded).sessions[0]
	s.Status = assess.Completed
	d, _ := diagnose(t, s, 80, 40, "en")
	d.shows("Talk this out first").press("enter").shows("str1", "opinions differ and nothing is settled", "Answers: level 1: 6 people · level 5: 6 people.")
	d, _ = diagnose(t, stuck(), 80, 40, "en")
	d.press("enter").hides("Answers: level")
}

// Each kind has one heading.
func TestFindingsStandByKind(t *testing.T) {
	s := regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("2143251", 6)+"222222222222")
	d, _ := diagnose(t, s, 100, 120, "id")
	if n := strings.Count(d.screen(), "Gejala dan kemungkinan akarnya"); n != 1 {
		t.Errorf("the symptoms have %d headings:\n%s", n, d.screen())
	}
}

func TestFindingsSayWhatIsMissing(t *testing.T) {
	s := stuck()
	s.Respondents[0].Entries = s.Respondents[0].Entries[:10] // nothing known of most scales
	d, _ := diagnose(t, s, 80, 24, "id")
	d.press("end").shows("Yang kurang:", "jawaban terlalu sedikit")
	d.press("enter").shows("jawaban atau faktanya belum cukup")
}

// An assessment that nobody answered says so in a sentence.
func TestFindingsOfNoAnswers(t *testing.T) {
	d, _ := diagnose(t, regency("s", "2026-11-20", assess.SelfMethod, ""), 60, 20, "en")
	d.shows("There are no findings yet: nobody has answered.")
}

// What if never touches an answer, and undoes itself.
func TestWhatIfIsACopy(t *testing.T) {
	d, store := diagnose(t, stuck(), 80, 24, "en")
	d.press("c").shows("This is a copy")
	d.press("down", "down", "down", "down", "down", "down", "down") // beh1
	d.press("right", "right").shows("beh1", "1 → 3", "Behavioural strategy 0.0 → 7.1")
	d.press("s").shows("Kept as a scenario")
	if got := store.find("s").Scenarios; len(got) != 1 || got[0].Levels["beh1"] != 3 {
		t.Errorf("scenarios are %+v", got)
	}
	d.press("left", "left").shows("This is a copy").hides("1 → 3")
	d.press("k").shows("Kept scenarios", "beh1 → 3", "findings ", "Behavioural strategy 0.0 → 7.1")
	d.press("enter").shows("What if", "1 → 3").press("left", "left")
	if a := store.find("s").Respondents[0].Entry("beh1", 1).Answer; a != assess.At(1) {
		t.Errorf("the answer became %s", a)
	}
}

// A kept scenario can be deleted and brought back.
func TestScenarioDeleted(t *testing.T) {
	s := stuck()
	s.Scenarios = []assess.Scenario{{Name: "beh1 → 3", Levels: map[string]int{"beh1": 3}}, {Name: "old → 2", Levels: map[string]int{"old": 2}}}
	d, store := diagnose(t, s, 80, 24, "en")
	d.press("c", "k", "delete").shows("Scenario deleted", "old → 2").hides("beh1 → 3")
	if got := store.find("s").Scenarios; len(got) != 1 || got[0].Name != "old → 2" {
		t.Errorf("scenarios are %+v", got)
	}
	d.press("delete").shows("No scenario is kept")
	d.press("u", "u").shows("old → 2", "beh1 → 3")
	if got := store.find("s").Scenarios; len(got) != 2 {
		t.Errorf("scenarios are %+v", got)
	}
}

// What was tried and not kept is not left without a word.
func TestUnkeptTrialIsPointedOut(t *testing.T) {
	d, _ := diagnose(t, stuck(), 80, 24, "en")
	d.press("c", "3", "esc").shows("What if", "This trial is not kept")
	d.press("esc").hides("What if")
	d.press("c", "3", "s", "esc").hides("What if")
}

func TestLeversShowTheirArithmetic(t *testing.T) {
	s := regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("2143251", 6)+"222222222222")
	d, _ := diagnose(t, s, 80, 40, "en")
	d.press("u").shows("Levers:", "possibilities", "Counted are strategies out of balance", "go", "× 100 ÷ (4 × 7 items) = +")
	d.press("enter").shows("What if", "Findings ")
}

// An item without an answer leaves the arithmetic: by hand, one level of six items of
// which each has four steps is 100 ÷ (4 × 6) = 4.2 points.
func TestLeversCountAnsweredItemsOnly(t *testing.T) {
	levels := strings.Repeat("3", 21) + "32.2222" + strings.Repeat("3", 14) + "222222222222"
	d, _ := diagnose(t, regency("s", "2026-11-20", assess.SelfMethod, levels), 100, 60, "en")
	d.press("u").shows("com2 2 → 3", "× 100 ÷ (4 × 6 items) = +4.2")
}

// Where no change makes the findings fewer, the screen does not promise it.
func TestLeversWithoutAFindingToRemove(t *testing.T) {
	s := regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("4", 54))
	s.Wanted = []assess.Wanted{{Scale: "str", Value: 90, Year: 2029}}
	d, _ := diagnose(t, s, 80, 24, "en")
	d.press("u").shows("makes the findings fewer", "no finding goes", "points towards what is wanted").hides("remove the most")
}

// Levers close gaps too: where there is no finding, the screen leads on to the wanted
// positions as long as nothing is wanted.
func TestLeversLeadToWhatIsWanted(t *testing.T) {
	s := regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("3", 54))
	d, _ := diagnose(t, s, 80, 24, "en")
	d.press("u").shows("makes the findings fewer", "Once wanted positions are noted (on the results: l, then 2)")
	s.Wanted = []assess.Wanted{{Scale: "str", Value: 50, Year: 2029}} // which is where they are
	d, _ = diagnose(t, s, 80, 24, "en")
	d.press("u").shows("makes the findings fewer").hides("Once wanted")
}

// The gap is counted from what the group agreed, and the screen says so where the
// screen of wanted levels counts from something else. By hand: 18 levels of seven items
// are 39.3, and 19 are 42.9.
func TestLeversSayWhatTheirGapIsCountedFrom(t *testing.T) {
	s := regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("2143251", 6)+"222222222222")
	s.Wanted = []assess.Wanted{{Scale: "str", Value: 80, Year: 2029}, {Scale: "tec", Value: 80, Year: 2029}, {Scale: "cen", Value: 80, Year: 2029}, {Scale: "beh", Value: 80, Year: 2029}}
	d, _ := diagnose(t, s, 100, 60, "en")
	d.press("u").shows("wanted 80.0, gap 40.7 → 37.1 points.").hides("the agreed score")
	for _, scale := range []string{"str", "beh", "tec", "cen"} {
		s.Settlements = append(s.Settlements, assess.Settlement{Item: scale + "3", Outcome: assess.Agreed, Level: 5})
	}
	d, _ = diagnose(t, s, 100, 60, "en")
	d.press("u").shows("wanted 80.0, gap 37.1 → 33.6 points.", "Counted from the agreed score (42.9)")
}

func TestFindingsAtEverySize(t *testing.T) {
	sweeping(t)
	t.Parallel()
	for _, keys := range [][]string{{}, {"enter"}, {"u"}, {"c", "right"}} {
		d, _ := diagnose(t, stuck(), 80, 24, "id")
		d.press(keys...)
		d.fitsEverywhere(fmt.Sprint(keys), 7, 3)
	}
}

// The arithmetic of the form stands beside our own numbers, and that it is no rating.
func TestOfficialFormIsNoRating(t *testing.T) {
	answers := strings.Repeat("3", 21) + "5555555" + "3333333" + "1111111" + "333333333333" // 100, 50, 0: 62.5
	d := opened(t, newResults(&fakeStore{sessions: []*assess.Session{regency("s", "2026-11-20", assess.SelfMethod, answers)}}, Options{}, "s"), 80, 30, "id", "o")
	d.shows("bukan peringkat resmi", "Bukan peringkat resmi", "50% 100,0 100,00", "25% 50,0 60,00", "25% 0,0 20,00", "100% 62,5 70,00", "(50 × 100 + 25 × 50 + 25 × 0) ÷ 100 = 62,5", "kelas P-4, efektif")
	// by hand: com 13 ÷ 7 of 5 is 21.4286, the others 25 and 50: 29.4643, and (1 + 4 × 29.4643 ÷ 100) ÷ 5 = 43.57 %
	answers = strings.Repeat("3", 21) + "2222221" + "2222222" + "3333333" + "333333333333"
	opened(t, newResults(&fakeStore{sessions: []*assess.Session{regency("s", "2026-11-20", assess.SelfMethod, answers)}}, Options{}, "s"), 80, 30, "en", "o").
		shows("(50 × 21.4286 + 25 × 25 + 25 × 50) ÷ 100 = 29.4643", "(1 + 4 × 29.4643 ÷ 100) ÷ 5 × 100 = 43.57")
	few := regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("3", 21))
	opened(t, newResults(&fakeStore{sessions: []*assess.Session{few}}, Options{}, "s"), 80, 30, "id", "o").hides("peringkat")
}

// Ticking one level throughout gives a score, and is told to whoever did it alone.
func TestStraightAnswersAreTold(t *testing.T) {
	store := &fakeStore{sessions: []*assess.Session{regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("4", 54))}}
	opened(t, newResults(store, Options{}, "s"), 80, 40, "id").shows("Tingkat 4 dipilih pada 54 dari 54 butir")
	d, _ := diagnose(t, regency("s", "2026-11-20", assess.SelfMethod, strings.Repeat("3", 54)), 80, 24, "id")
	d.shows("! Tingkat 3 dipilih pada 54 dari 54 butir", "Tidak ada temuan")
}

// Everything that follows from the results can be reached from them by digits.
func TestDossierLeadsOn(t *testing.T) {
	d, _ := diagnose(t, stuck(), 80, 24, "id")
	d.press("esc", "l").shows("Tindak lanjut: Penilaian 2026", "Temuan", "Posisi yang diinginkan", "Lembar fakta", "Kerja sama daerah", "Rencana tindak")
	for digit, title := range map[string]string{"1": "Temuan: ", "2": "diinginkan", "3": "akta", "4": "erja sama", "5": "encana tindak"} {
		d.press(digit).hides("Tindak lanjut:").shows(title).press("esc").shows("Tindak lanjut:")
	}
}

// A record that says something else than people feel stands among the findings, and
// unfolds to both, with its date and source; a figure also with its arithmetic.
func TestRecordsStandBesideOpinions(t *testing.T) {
	s := stuck()
	s.Facts = []assess.Fact{{ID: "levels", Value: 9, Source: "Perbup 12/2024", Date: "2025-12-31"}} // as tall as can be, while people say 3 of 5
	for _, decision := range assess.Decisions {
		s.Facts = append(s.Facts, assess.Fact{ID: decision.ID, Value: 0, Source: "Perbup 7/2023"}) // while people say 2 of 5
	}
	d, _ := diagnose(t, s, 80, 60, "id")
	d.shows("Dokumen dan pendapat", "Jenjang banyak dalam bagan, terasa adaptabel", "Belum cukup untuk disimpulkan")
	d.unfold("Jenjang banyak dalam bagan").shows("Jawaban dan dokumen yang mendasarinya",
		"Kompleksitas diferensiasi: 50,0", "Jenjang pada jalur terdalam: 9", "Perbup 12/2024, 31 Des 2025")
	d.press("esc").unfold("Wewenang turun dalam dokumen").shows("Rata-rata jenjang keputusan: 0 = ",
		"Memberi cuti tahunan: 0 petugas atau pelaksana", "Perbup 7/2023")
}

// unfold opens the finding whose title begins so.
func (d *driver) unfold(title string) *driver {
	d.t.Helper()
	d.press("home")
	for range 60 {
		for _, line := range strings.Split(d.screen(), "\n") {
			if strings.Contains(line, "› ") && strings.Contains(line, title) {
				return d.press("enter")
			}
		}
		d.press("down")
	}
	d.t.Fatalf("no finding %q in\n%s", title, d.screen())
	return d
}

// A comparison tells what became of what was planned for the scale.
func TestComparisonTellsWhatBecameOfThePlan(t *testing.T) {
	store := twoYears()
	store.find("before").Plan = []assess.Action{{ID: "a", What: "Latih semua kepala seksi", Scale: "str", Status: assess.Planned}}
	store.find("after").Plan = []assess.Action{{ID: "a", What: "Latih semua kepala seksi", Scale: "str", Status: assess.Carried, Outcome: "dua angkatan"}}
	d := opened(t, newCompare(store, []string{"before", "after"}), 80, 40, "id", "enter")
	d.shows("1 tindakan direncanakan, 1 selesai", "Yang direncanakan pada (1) dan apa jadinya pada (2)", "- Latih semua kepala seksi selesai: dua angkatan · Strategi struktural")
}

// A remedy stands in the plan once, however often it is asked for.
func TestRemedyIsPlannedOnce(t *testing.T) {
	d, store := diagnose(t, stuck(), 80, 24, "id")
	d.press("enter", "1").shows("Langkah itu masuk ke rencana").press("1").shows("Langkah itu sudah ada di rencana")
	if got := store.find("s").Plan; len(got) != 1 {
		t.Errorf("the plan is %+v", got)
	}
}

// Of an item that too few anonymous people answered, a finding tells what the group
// agreed on and not who said what.
func TestFindingsKeepTheAnswersOfFew(t *testing.T) {
	line := "5555555" + "1111111" + "5155555" + "333333322222222222222" + "333333333333"
	few := "5555555" + "1111111" + "5.55555" + "333333322222222222222" + "333333333333"
	s := regency("s", "2026-11-20", assess.GroupMethod, line, line, few, few)
	s.Identity, s.Settlements = assess.Anonymous, []assess.Settlement{{Item: "tec2", Outcome: assess.Agreed, Level: 1}}
	d, _ := diagnose(t, s, 80, 60, "en")
	d.unfold("Technology budgeted").shows("tec1", "Answers: level 5: 4 people", "tec2").hides("unanswered: 2 people").hides("level 1: 2 people")
}
