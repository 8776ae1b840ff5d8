package report

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// sections are the headings of level 2.
func sections(markdown string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatch(markdown, -1) {
		out = append(out, m[1])
	}
	return out
}

// The full report has the appendices after the signatures; the short one has none of
// them, and less of everything else.
func TestShortAndFull(t *testing.T) {
	opt := Options{Earlier: workshop(t)}
	full := markdownOf(t, workshop(t), "en", opt)
	core := []string{"Summary", "Results", "Agreement among the participants", "Action plan",
		"Comparison with the earlier assessment", "How a score arises", "What cannot be concluded", "Signatures"}
	if got, want := sections(full), append(core[:len(core):len(core)], "Items", "Statistical appendix"); !reflect.DeepEqual(got, want) {
		t.Errorf("full: got %q, want %q", got, want)
	}
	opt.Short = true
	short := markdownOf(t, workshop(t), "en", opt)
	brief := []string{"Summary", "Results", "Agreement among the participants", "Action plan", "What cannot be concluded", "Signatures"}
	if got := sections(short); !reflect.DeepEqual(got, brief) {
		t.Errorf("short: got %q, want %q", got, brief)
	}
	for _, want := range []string{"**str1:** 3 (n 12) → 4: four.", "**beh1:** 2 (n 12) → agreed to disagree. Dissent: dinas \\| lain"} {
		if !strings.Contains(short, want) {
			t.Errorf("%q is not in\n%s", want, short)
		}
	}
	if strings.Contains(short, "What does our") {
		t.Error("the short report has questions")
	}
}

// A draft says so until it is completed.
func TestDraft(t *testing.T) {
	for status, want := range map[assess.Status]bool{assess.Open: true, assess.Completed: false} {
		s := session(t)
		s.Status = status
		if got := strings.Contains(markdownOf(t, s, "id", Options{Short: true}), "**DRAF:"); got != want {
			t.Errorf("%s: draft %t, want %t", status, got, want)
		}
	}
}

// The plan has what comes first above, and leaves out what says nothing.
func TestPlan(t *testing.T) {
	got := markdownOf(t, workshop(t), "id", Options{})
	want := `| Apa | Siapa | Kapan | Untuk | Status |
| --- | --- | --- | --- | --- |
| Analisis beban kerja |  |  | Strategi struktural | direncanakan; didahulukan |
| Menyusun SOP | Bagian \| Organisasi | 2027 |  | ` // and the word for begun
	if !strings.Contains(got, want) {
		t.Errorf("%s\nis not in\n%s", want, got)
	}
	if !strings.Contains(got, "- 2 tindakan direncanakan atau sedang berjalan.") {
		t.Error("the summary does not count them")
	}
}

// raised is a workshop in which each person answers a level higher than in [workshop]
// where there is one.
func raised(t *testing.T) *assess.Session {
	t.Helper()
	s := workshop(t)
	s.ID, s.Title, s.Date = "bbbbbbbbbb", "Sesudahnya", "2027-11-23"
	for i := range s.Respondents {
		for j := range s.Respondents[i].Entries {
			if e := &s.Respondents[i].Entries[j]; e.Item == "beh1" {
				e.Answer.Level += 2
			}
		}
	}
	return s
}

// A change is told with its verdict where enough people judged, and the sentence of
// caution always.
func TestComparison(t *testing.T) {
	got := markdownOf(t, raised(t), "en", Options{Earlier: workshop(t)})
	for _, want := range []string{
		"Compared with Penilaian \\*2026\\* \\| \\<draf\\>, 23 November 2026 (n 12).",
		"| Behavioural strategy | 25.0 | 75.0 | +50.0 |",
		"12 people were at both", "Conclude with care",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	one := markdownOf(t, session(t), "en", Options{Earlier: session(t)})
	if !strings.Contains(one, "whether it is chance cannot be said") || strings.Contains(one, "- No change since") {
		t.Errorf("of one voice a change is judged:\n%s", one)
	}
}

// Of an earlier anonymous session with too few people nothing is shown.
func TestComparisonHidesFew(t *testing.T) {
	earlier := session(t)
	earlier.Identity = assess.Anonymous
	got := markdownOf(t, workshop(t), "en", Options{Earlier: earlier})
	if strings.Contains(got, "Then |") || !strings.Contains(got, "## Comparison with") {
		t.Errorf("got\n%s", got)
	}
}

// Under five people nothing is said of agreement, and no interval is drawn.
func TestThresholds(t *testing.T) {
	for n, want := range map[int]bool{4: false, 5: true} {
		s := workshop(t)
		s.Respondents = s.Respondents[:n]
		s.Settlements = nil
		got := markdownOf(t, s, "en", Options{})
		if agreed := strings.Contains(got, "opinions are split"); agreed != want {
			t.Errorf("%d people: agreement told %t, want %t", n, agreed, want)
		}
		if page := htmlOf(t, s, "en", Options{}); strings.Contains(page, `<line class="range"`) != want {
			t.Errorf("%d people: interval drawn %t, want %t", n, !want, want)
		}
		if statistics := strings.Contains(got, "## Statistical appendix"); statistics != want {
			t.Errorf("%d people: statistics %t, want %t", n, statistics, want)
		}
	}
}

// Every trigger of a finding says something: an item over which people are apart has
// no level.
func TestContestedTrigger(t *testing.T) {
	in := instruments.Default()
	s := &assess.Session{Instrument: in, Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Completed}}
	for i := range 10 {
		r := assess.Respondent{ID: "P" + string(rune('0'+i))}
		for _, scale := range in.Scales {
			for _, it := range scale.Items {
				r.Put(assess.Entry{Item: it.ID, Round: 1, Answer: assess.At(1 + 4*(i%2))})
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	for _, short := range []bool{false, true} {
		got := markdownOf(t, s, "en", Options{Short: short, Rules: instruments.Rules(in.ID)})
		if strings.Contains(strings.ToLower(got), "level 0") || !strings.Contains(got, "## Findings") {
			t.Errorf("got\n%s", got)
		}
	}
}

func TestSpans(t *testing.T) {
	for in, want := range map[string][]Span{
		"a *b* c":                               {{"a ", Plain}, {"b", Italic}, {" c", Plain}},
		"**a:** b":                              {{"a:", Bold}, {" b", Plain}},
		protect(`*x* **y** \z`):                 {{`*x* **y** \z`, Plain}},
		"**" + protect("2*3") + "** is " + `\*`: {{"2*3", Bold}, {" is *", Plain}},
		"":                                      nil,
	} {
		if got := spans(in); !reflect.DeepEqual(got, want) {
			t.Errorf("spans(%q) = %v, want %v", in, got, want)
		}
	}
}

// The names of an instrument are no marks of emphasis, wherever a message takes them.
func TestNamesAreNoMarks(t *testing.T) {
	s := session(t)
	in := *s.Instrument
	in.Scales = slices.Clone(in.Scales)
	in.Scales[0].Title = assess.Text{ID: "*S*", EN: "*S*"}
	s.Instrument = &in
	got := htmlOf(t, s, "en", Options{})
	if !strings.Contains(got, "that of *S* (75.0") || !strings.Contains(got, "out of balance; *S* is") {
		t.Errorf("got\n%s", got)
	}
}

// Agreement is told of those who agree too, and of nobody under five people.
func TestSummaryOfAgreement(t *testing.T) {
	for n, want := range map[int]bool{4: false, 5: true} {
		s := workshop(t)
		s.Respondents, s.Settlements = nil, nil
		for i := range n {
			r := assess.Respondent{ID: "P" + string(rune('A'+i))}
			r.Put(assess.Entry{Item: "str1", Round: 1, Answer: assess.At(3)})
			s.Respondents = append(s.Respondents, r)
		}
		if got := strings.Contains(markdownOf(t, s, "en", Options{}), "- The participants broadly agree."); got != want {
			t.Errorf("%d people: agreement told %t, want %t", n, got, want)
		}
	}
}
