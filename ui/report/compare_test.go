package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

// wave is the workshop in another year, at a place, with the levels of some items
// raised by one by three of four people; so many people of it answered.
func wave(t *testing.T, year, region string, people int, raised ...string) *assess.Session {
	t.Helper()
	s := workshop(t)
	s.ID, s.Title, s.Date = "s"+year+region, region+" "+year, year+"-10-05"
	s.Region = assess.Region{Name: region}
	s.Completed = time.Date(2026, 11, 25, 12, 0, 0, 0, time.Local)
	s.Respondents = s.Respondents[:people]
	for i := range s.Respondents {
		s.Respondents[i].ID += region
		for k, e := range s.Respondents[i].Entries {
			if slices.Contains(raised, e.Item) && e.Round == 1 && i%4 < 3 {
				s.Respondents[i].Entries[k].Answer = assess.At(min(e.Answer.Level+1, 5))
			}
		}
	}
	return s
}

func comparedIn(t *testing.T, lang string, sessions ...*assess.Session) string {
	t.Helper()
	return written(t, WriteMarkdown, Compare(sessions, locale.For(lang)))
}

// hasAll and hasNone look for words in a paper.
func hasAll(t *testing.T, paper string, words ...string) {
	t.Helper()
	for _, want := range words {
		if !strings.Contains(paper, want) {
			t.Errorf("%q is not in\n%s", want, paper)
		}
	}
}

func hasNone(t *testing.T, paper string, words ...string) {
	t.Helper()
	for _, not := range words {
		if strings.Contains(paper, not) {
			t.Errorf("%q is in\n%s", not, paper)
		}
	}
}

// Two years of one place, given in any order, in both languages; UPDATE=1 writes the
// files.
func TestCompareYears(t *testing.T) {
	then, now := wave(t, "2025", "Kabupaten Bone", 12), wave(t, "2026", "Kabupaten Bone", 12, "com1", "com2", "beh1")
	then.Facts = []assess.Fact{{ID: "agencies", Value: 30}, {ID: "levels", Value: 6}, {ID: "decide-leave", Value: 3}}
	now.Facts = []assess.Fact{{ID: "agencies", Value: 25}, {ID: "decide-leave", Value: 2}}
	now.Plan = []assess.Action{{ID: "a", What: "Menyusun SOP", Status: assess.Carried, Outcome: "terbit"}}
	for _, lang := range locale.Languages {
		golden(t, "compare-years."+lang+".md", comparedIn(t, lang, now, then))
	}
}

// Of two places no change is claimed, in both languages.
func TestCompareRegions(t *testing.T) {
	a, b := wave(t, "2025", "Kabupaten Bone", 12), wave(t, "2025", "Kabupaten Wajo", 12, "com1", "com2", "beh1")
	b.Date = "2025-11-05"
	for _, lang := range locale.Languages {
		golden(t, "compare-regions."+lang+".md", comparedIn(t, lang, a, b))
	}
	paper := comparedIn(t, "en", a, b)
	hasAll(t, paper, "# Kabupaten Bone and Kabupaten Wajo, 2025", "(1) and (2) differ by more than chance can explain")
	hasNone(t, paper, "changed", "were at both", "What was planned", " → ")
}

// Codes that two places have in common are taken for the same people, and that is said.
func TestCompareRegionsWithTheSameCodes(t *testing.T) {
	a, b := wave(t, "2025", "Kabupaten Bone", 12), wave(t, "2025", "Kabupaten Bone", 12, "com1")
	b.Region.Name = "Kabupaten Wajo"
	hasAll(t, comparedIn(t, "en", a, b), "12 codes occur in both (1) and (2)")
}

// Of three years every pair is told, and the sentences are of the first and the last.
func TestCompareThreeYears(t *testing.T) {
	of := []*assess.Session{wave(t, "2024", "Kabupaten Bone", 12), wave(t, "2025", "Kabupaten Bone", 12, "com1"), wave(t, "2026", "Kabupaten Bone", 12, "com1", "com2")}
	hasAll(t, comparedIn(t, "en", of...), "# Kabupaten Bone, 2024–2026", "| Scale | (1) 2024 | (2) 2025 | (3) 2026 |", "| Complexity | 62.5 (n 12; 100%) | 71.9 (n 12; 100%) | 81.3 (n 12; 100%) |",
		"| Scale | Difference (3)−(1) | What can be said |", "### (1) 2024 – (2) 2025", "### (2) 2025 – (3) 2026", "12 people were at both, 0 only at (1)")
	hasAll(t, comparedIn(t, "id", of...), "## Selisih tiap pasangan", "| Kompleksitas | +18,8 |")
	hasNone(t, comparedIn(t, "en", of...), "### (1) 2024 – (3) 2026") // it stands with the scales
}

// A scale that nobody answered in one of three sessions is told once why.
func TestCompareGaps(t *testing.T) {
	without := wave(t, "2025", "Kabupaten Bone", 12)
	for i := range without.Respondents {
		r := &without.Respondents[i]
		r.Entries = slices.DeleteFunc(r.Entries, func(e assess.Entry) bool { return e.Item == "siz1" })
	}
	paper := comparedIn(t, "en", wave(t, "2024", "Kabupaten Bone", 12), without, wave(t, "2026", "Kabupaten Bone", 12))
	hasAll(t, paper, "| Size | 25.0 (n 12; 100%) | – | 25.0 (n 12; 100%) |", "- **Size:** (2) ")
	if _, pairs, _ := strings.Cut(paper, "## Differences pair by pair"); strings.Contains(pairs, "| Size |") {
		t.Error("a pair tells of a scale that it has not")
	}
}

// Of four places no pair is put first.
func TestCompareManyPlaces(t *testing.T) {
	paper := comparedIn(t, "en", wave(t, "2025", "A", 12), wave(t, "2025", "B", 12, "com1"), wave(t, "2025", "C", 12), wave(t, "2025", "D", 1))
	hasAll(t, paper, "# 4 assessments of different places, 2025", "**Complexity:** highest (2) B with 71.9, lowest (1) A with 62.5", "is not tested", "### (3) C – (4) D")
}

// An anonymous session with too few people shows nothing of its answers, whether another
// two are left to be compared or not.
func TestCompareAnonymousFew(t *testing.T) {
	few := wave(t, "2026", "Kabupaten Bone", 2, "com1", "com2")
	few.Identity = assess.Anonymous
	few.Facts = []assess.Fact{{ID: "agencies", Value: 77}}
	then, now := wave(t, "2024", "Kabupaten Bone", 12), wave(t, "2025", "Kabupaten Bone", 12)
	alone := comparedIn(t, "en", then, few)
	hasAll(t, alone, "**(2) 2026:** An anonymous assessment of fewer than three people shows nothing.")
	hasNone(t, alone, "Complexity", "77", "## ")
	paper := comparedIn(t, "id", then, now, few)
	hasAll(t, paper, "**(3) 2026:** Penilaian anonim", "| Skala | (1) 2024 | (2) 2025 |", "Selisih (2)−(1)")
	hasNone(t, paper, "87,5", "77", "(3)−", "| (3) 2026 |")
}

// An anonymous session of some people is compared, and nobody is matched.
func TestCompareAnonymousSmall(t *testing.T) {
	small := wave(t, "2026", "Kabupaten Bone", 4, "com1", "com2")
	small.Identity = assess.Anonymous
	paper := comparedIn(t, "en", wave(t, "2025", "Kabupaten Bone", 12), small)
	hasAll(t, paper, "is not known: people of an anonymous assessment cannot be matched", "too few people judged to tell any change", "Only 4 people judged in (2)")
	hasNone(t, paper, "were at both", "likely between")
}

// A session that names no place goes by its title.
func TestCompareWithoutPlace(t *testing.T) {
	nowhere := wave(t, "2026", "", 12)
	nowhere.Title = "Trial"
	paper := comparedIn(t, "en", wave(t, "2025", "Kabupaten Bone", 12), nowhere)
	hasAll(t, paper, "| (2) Trial | 5 October 2026; 12 respondents;", "| Scale | (1) Kabupaten Bone | (2) Trial |")
}

// A group that still answers closes the paper.
func TestCompareClosed(t *testing.T) {
	open := wave(t, "2026", "Kabupaten Bone", 12)
	open.Status, open.Completed, open.Revealed = assess.Open, time.Time{}, time.Time{}
	paper := comparedIn(t, "en", wave(t, "2025", "Kabupaten Bone", 12), open, wave(t, "2024", "Kabupaten Bone", 12))
	hasAll(t, paper, "**(3) 2026:** The group's answers are still closed.")
	hasNone(t, paper, "Complexity", "## ")
}

// One voice is never tested.
func TestCompareOneVoice(t *testing.T) {
	then, now := wave(t, "2025", "Kabupaten Bone", 1), wave(t, "2026", "Kabupaten Bone", 1, "com1", "com2")
	then.Method, now.Method = assess.SelfMethod, assess.ConsensusMethod
	paper := comparedIn(t, "en", then, now)
	hasAll(t, paper, "In (1), (2) there is one voice only", "beyond 10 points, which cannot be tested: Complexity +25.0 points", "| Complexity | 62.5 (n 1; 100%) | 87.5 (n 1; 100%) | +25.0 | one voice only: cannot be tested |")
	hasNone(t, paper, "chance can explain", "likely between")
}

// A scale that is scored otherwise is named with the reason and without a number.
func TestCompareOtherwise(t *testing.T) {
	other := wave(t, "2026", "Kabupaten Bone", 12)
	in := *other.Instrument
	in.Version = "2.0.0"
	in.Scales = slices.Clone(in.Scales)
	in.Scales[2].Minimum = 0.9
	other.Instrument = &in
	paper := comparedIn(t, "en", wave(t, "2025", "Kabupaten Bone", 12), other)
	hasAll(t, paper, "regional-government 2.0.0", "Not comparable: Complexity; Together.", "| Complexity | scored by other items or rules", "different questionnaires or versions")
	hasNone(t, paper, "| Complexity | 6")
}

// The numbers are those of assess, for every scale.
func TestCompareNumbers(t *testing.T) {
	then, now := wave(t, "2025", "Kabupaten Bone", 12), wave(t, "2026", "Kabupaten Bone", 11, "com1", "beh1")
	paper, w := comparedIn(t, "id", then, now), locale.For("id")
	c := assess.Compare([]assess.Side{assess.SideOf(then), assess.SideOf(now)})
	for i, ch := range c.Pairs[0].Scales {
		s := c.Scales[i]
		hasAll(t, paper, " | "+w.Signed(ch.Difference.Value, 1)+" | "+w.Verdict(&ch, c.Margin, false)+" |", "| "+w.Text(s.Scale.Title, "")+" | "+w.Figure(s.Scores[0], 1)+" (n 12;")
	}
	for _, over := range c.Composites() {
		hasAll(t, paper, "| "+w.Figure(over.Scores[0], 1)+" | "+w.Figure(over.Scores[1], 1)+" | "+w.Signed(over.Scores[1].Value-over.Scores[0].Value, 1)+" |")
	}
}

// Every writer takes the paper of a comparison, of more sessions than fit beside each other too.
func TestCompareFormats(t *testing.T) {
	var many []*assess.Session
	for _, year := range []string{"2021", "2022", "2023", "2024", "2025", "2026"} {
		many = append(many, wave(t, year, "Kabupaten Bone", 3))
	}
	d := Compare(many, locale.For("id"))
	hasAll(t, written(t, WriteMarkdown, d), "15 pasangan", "| Skala | (1) 2021 | (2) 2022 | (3) 2023 | (4) 2024 |", "| Skala | (5) 2025 | (6) 2026 |")
	wordRules(t, docxOf(t, d))
	for begins, write := range map[string]func(*bytes.Buffer) error{
		"PK": func(b *bytes.Buffer) error { return WriteDOCX(b, d) }, "%PDF": func(b *bytes.Buffer) error { return WritePDF(b, d) },
		"<!DOCTYPE html>": func(b *bytes.Buffer) error { return WriteHTML(b, d) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil || !strings.HasPrefix(b.String(), begins) {
			t.Errorf("%s: begins %.20q (%v)", begins, b.String(), err)
		}
	}
}
