package ui

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"luwes/assess"
)

// text is all that a derivation says, in one line.
func derived(t *testing.T, s *assess.Session, of, lang string) string {
	t.Helper()
	store := &fakeStore{sessions: []*assess.Session{s}}
	return oneLine(opened(t, newDerivation(store, s.ID, nil, of), 110, 100, lang).screen())
}

func TestDerivationOfOnePerson(t *testing.T) {
	store := years(t)
	got := derived(t, store.find("agency"), "one", "id")
	for _, want := range []string{
		"one1 3 Rencana perangkat daerah kami jelas. netral",
		"one2 4 Rencana sering diabaikan. tidak setuju Butir terbalik: dipilih 2, dihitung 5 + 1 − 2 = 4",
		"one3 – Rencana dibiayai. belum dijawab: tidak ikut dihitung bobot 2",
		"Dari 3 butir yang berlaku, 2 dijawab; yang diperlukan paling sedikit 2 (setengahnya). Cukup.",
		"(1 × 3 + 1 × 4) ÷ (1 + 1) = 7 ÷ 2 = 3,5",
		"3,5 ÷ 5 × 100 = 70",
		"nilai terendah 20, bukan 0",
		"✓ di atas 50 s.d. 100 Tinggi (70,0)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("derivation lacks %q:\n%s", want, got)
		}
	}
}

func TestDerivationOfSeveral(t *testing.T) {
	s := years(t).find("people")
	got := derived(t, s, "one", "en")
	for _, want := range []string{
		"level 3: 2 people · level 4: 1 person",
		"R-01 15 ÷ 4 = 3.75 68.7500", // 3 + (6 − 2) + 2 × 4
		"R-02 14 ÷ 3 = 4.6667 91.6667",
		"R-03 1 of 3 items: not scored",
		"Sum of 2 scores: 160.4167 (rounded)",
		"160.4167 ÷ 2 = 80.2083 (rounded)",
		"The results show it as 80.2.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("derivation lacks %q:\n%s", want, got)
		}
	}
	if f := score(s).result.Scale("one").Score; math.Abs(f.Value-80.208333) > 1e-5 {
		t.Errorf("score is %v", f.Value)
	}
}

func TestDerivationOfComposite(t *testing.T) {
	got := derived(t, years(t).find("agency"), "all", "en")
	for _, want := range []string{"First strategy 2 × 70", "Second strategy 1 × 100", "240 ÷ 3 = 80", "above 50 up to 100 High (80.0)"} {
		if !strings.Contains(got, want) {
			t.Errorf("derivation lacks %q:\n%s", want, got)
		}
	}
}

// The last result of every derivation is the score of assess: what a reader
// works out is what the program shows.
func TestDerivationEndsInTheScore(t *testing.T) {
	result := regexp.MustCompile(`× 100 = ([0-9.]+)|÷ 12 = ([0-9.]+)`)
	for _, id := range []string{"2026", "group"} {
		s := years(t).find(id)
		for _, sc := range score(s).result.Scales {
			all := result.FindAllStringSubmatch(derived(t, s, sc.Scale.ID, "en"), -1)
			if len(all) == 0 {
				t.Errorf("%s %s has no result", id, sc.Scale.ID)
				continue
			}
			last := all[len(all)-1]
			got, _ := strconv.ParseFloat(last[1]+last[2], 64)
			if math.Abs(got-sc.Score.Value) > 0.00005 {
				t.Errorf("%s %s ends in %v, want %v", id, sc.Scale.ID, got, sc.Score.Value)
			}
		}
	}
}

// A show of hands has no persons, but its score comes from somewhere all the same.
func TestDerivationByHands(t *testing.T) {
	s := meeting(t, assess.Coded, 0).sessions[0]
	s.Revealed = at
	for k, q := range questions(s.Asked()) {
		h := assess.Hands{Item: q.item.ID, Round: 1, Levels: make([]int, 5)}
		h.Levels[2], h.Levels[4-k%2] = 2, 2
		s.Hands = append(s.Hands, h)
	}
	row := score(s).rows[0]
	want := row.score().Value
	got := derived(t, s, row.id(), "id")
	for _, part := range []string{"tingkat 3: 2 orang · tingkat ", "Rata-rata tiap butir", "bukan milik siapa pun", "✓ ", "Nilai 0–100",
		"= " + strings.ReplaceAll(strconv.FormatFloat(math.Round(want*1e4)/1e4, 'f', -1, 64), ".", ",")} {
		if !strings.Contains(got, part) {
			t.Errorf("derivation of %v lacks %q:\n%s", want, part, got)
		}
	}
	if strings.Contains(got, "Belum ada yang menjawab") {
		t.Errorf("the derivation of a score says that nobody answered:\n%s", got)
	}
	opened(t, newStatistics(&fakeStore{sessions: []*assess.Session{s}}, s.ID, nil), 80, 60, "id").
		shows("Tanpa alfa: jawaban berupa hitungan angkat tangan").hides("menjawab lengkap; di sini 0")
}
