package report

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

const instrument = `id: regional-government
version: 1.0.0
title: {id: Kecil, en: Small}
levels: 5
labels: [{id: satu, en: one}, {id: dua, en: two}, {id: tiga, en: three}, {id: empat, en: four}, {id: lima, en: five}]
scales:
  - {id: str, kind: strategy, title: {id: Strategi struktural, en: Structural strategy}, low: {id: belum, en: absent}, high: {id: teratur, en: regular},
     items: [{id: str1, text: {id: Apa yang dilakukan {we}?, en: What does {we} do?}}, {id: str2, text: {id: Dua, en: Two}, reverse: true}]}
  - {id: beh, kind: strategy, title: {id: Strategi perilaku, en: Behavioural strategy}, items: [{id: beh1, text: {id: Tiga, en: Three}}]}
  - {id: com, kind: dimension, title: {id: Kompleksitas, en: Complexity}, low: {id: birokratis, en: bureaucratic}, high: {id: adaptabel, en: adaptable},
     items: [{id: com1, text: {id: Empat, en: Four}}, {id: com2, text: {id: Lima, en: Five}}]}
  - {id: siz, kind: symptom, title: {id: Ukuran, en: Size}, items: [{id: siz1, text: {id: Enam, en: Six}}]}
bands:
  - {upTo: 50, title: {id: rendah, en: low}}
  - {upTo: 100, title: {id: tinggi, en: high}}
composites:
  - {id: all, title: {id: Gabungan, en: Together}, weights: {str: 1, com: 1}}
`

func session(t *testing.T) *assess.Session {
	t.Helper()
	in, err := assess.ParseInstrument([]byte(strings.ReplaceAll(instrument, "{id: Apa yang dilakukan {we}?, en: What does {we} do?}",
		`{id: "Apa yang dilakukan {we}?", en: "What does {we} do?"}`)))
	if err != nil {
		t.Fatal(err)
	}
	return &assess.Session{Instrument: in, Header: assess.Header{
		ID: "abcdefghij", Title: "Penilaian *2026* | <draf>", Date: "2026-11-23", BudgetYear: 2026,
		Region: assess.Region{Code: "32.04", Name: "Kabupaten Bandung"}, Method: assess.SelfMethod, Identity: assess.Coded,
		Status: assess.Open, Language: "id",
	}, Reopenings: []assess.Reopening{{At: time.Date(2026, 11, 24, 12, 0, 0, 0, time.Local), Reason: "salah | ketik"}},
		Respondents: []assess.Respondent{{ID: "R1", Entries: []assess.Entry{
			{Item: "str1", Round: 1, Answer: assess.At(4), Note: "catatan | dengan\nbaris", Evidence: "[Perbup](x) #1"},
			{Item: "str2", Round: 1, Answer: assess.At(2)},
			{Item: "beh1", Round: 1, Answer: assess.At(1)},
			{Item: "com1", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}},
			{Item: "com2", Round: 1, Answer: assess.At(5)},
			{Item: "siz1", Round: 1, Answer: assess.Answer{Kind: assess.Inapplicable}},
		}}}}
}

// The report of one person in both languages; UPDATE=1 writes the files.
func TestMarkdown(t *testing.T) {
	for _, lang := range locale.Languages {
		golden(t, "self."+lang+".md", markdownOf(t, session(t), lang, Options{}))
	}
}

func TestMarkdownOfAGroup(t *testing.T) {
	s := session(t)
	s.Method, s.Status, s.Completed = assess.GroupMethod, assess.Completed, time.Date(2026, 11, 25, 12, 0, 0, 0, time.Local)
	for _, id := range []string{"R2", "R3"} {
		r := s.Respondents[0]
		r.ID = id
		s.Respondents = append(s.Respondents, r)
	}
	golden(t, "group.en.md", markdownOf(t, s, "en", Options{}))
	short := markdownOf(t, s, "en", Options{Short: true})
	if strings.Contains(short, "str1") || !strings.Contains(short, "Structural strategy") {
		t.Error("the short report has items or no scales")
	}
}

// What twelve people settled stands beside their own answers, the items that
// they see most differently first.
func TestMarkdownOfAWorkshop(t *testing.T) {
	for _, lang := range locale.Languages {
		golden(t, "workshop."+lang+".md", markdownOf(t, workshop(t), lang, Options{}))
	}
}

// workshop is a session of twelve people, with two items settled and a plan.
func workshop(t *testing.T) *assess.Session {
	t.Helper()
	s := session(t)
	s.Method, s.Status = assess.GroupMethod, assess.Completed
	s.Respondents = nil
	for i := range 12 {
		r := assess.Respondent{ID: "P" + string(rune('A'+i)), Phase: assess.Done}
		split := 1 + 4*(i%2)
		for item, level := range map[string]int{"str1": split, "str2": 2, "beh1": 1 + i%3, "com1": 3, "com2": 4, "siz1": 2} {
			r.Put(assess.Entry{Item: item, Round: 1, Answer: assess.At(level)})
		}
		if i < 4 {
			r.Put(assess.Entry{Item: "str1", Round: 2, Answer: assess.At(4)})
		}
		s.Respondents = append(s.Respondents, r)
	}
	s.Settlements = []assess.Settlement{
		{Item: "beh1", Outcome: assess.Disagreed, Dissent: "dinas | lain"},
		{Item: "str1", Outcome: assess.Agreed, Level: 4, Reason: "ada Perbup", High: "sudah diatur", Low: "belum dipakai"},
	}
	s.Plan = []assess.Action{
		{ID: "a", What: "Menyusun SOP", Who: "Bagian | Organisasi", When: "2027", Status: assess.Begun},
		{ID: "b", What: "Analisis beban kerja", Scale: "str", First: true, Status: assess.Planned},
		{ID: "c", Status: assess.Planned},
	}
	return s
}

// markdownOf and htmlOf write the report of a session in a language.
func markdownOf(t *testing.T, s *assess.Session, lang string, opt Options) string {
	t.Helper()
	return written(t, WriteMarkdown, Of(s, locale.For(lang), opt))
}

func htmlOf(t *testing.T, s *assess.Session, lang string, opt Options) string {
	t.Helper()
	return written(t, WriteHTML, Of(s, locale.For(lang), opt))
}

func written(t *testing.T, write func(io.Writer, *Document) error, d *Document) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s", name, got)
	}
}

// Below three people an anonymous session has a report without any value.
func TestAnonymousFew(t *testing.T) {
	s := session(t)
	s.Identity = assess.Anonymous
	got := markdownOf(t, s, "en", Options{})
	for _, word := range []string{"Structural", "catatan", "Perbup", "%", "R1"} {
		if strings.Contains(got, word) {
			t.Errorf("%q is in\n%s", word, got)
		}
	}
}

// What one anonymous person wrote at an item that no other answered is not told:
// words can be known by their writer.
func TestAnonymousWordsOfAHiddenItem(t *testing.T) {
	s := session(t)
	s.Identity = assess.Anonymous
	for _, id := range []string{"R2", "R3"} {
		s.Respondents = append(s.Respondents, assess.Respondent{ID: id, Entries: []assess.Entry{{Item: "com2", Round: 1, Answer: assess.At(3)}}})
	}
	if got := markdownOf(t, s, "en", Options{}); strings.Contains(got, "catatan") || strings.Contains(got, "Perbup") {
		t.Errorf("the words of one person are in\n%s", got)
	}
	if got := everyCell(t, openWorkbook(t, s, "id")); strings.Contains(got, "catatan") || strings.Contains(got, "Perbup") {
		t.Errorf("the words of one person are in the workbook\n%s", got)
	}
}

// Three anonymous people: what they wrote stands without their codes.
func TestAnonymousWords(t *testing.T) {
	s := session(t)
	s.Identity = assess.Anonymous
	for _, id := range []string{"R2", "R3"} {
		s.Respondents = append(s.Respondents, assess.Respondent{ID: id, Entries: []assess.Entry{{Item: "str1", Round: 1, Answer: assess.At(3)}}})
	}
	got := markdownOf(t, s, "en", Options{})
	if strings.Contains(got, "R1") || !strings.Contains(got, "catatan") {
		t.Errorf("got\n%s", got)
	}
}

func TestInline(t *testing.T) {
	for in, want := range map[string]string{
		"a | b":          `a \| b`,
		"*x* _y_ `z`":    "\\*x\\* \\_y\\_ \\`z\\`",
		"<b>&amp;":       `\<b\>&amp;amp;`,
		"one\r\ntwo":     "one / two",
		"# [a](b) ~~c~~": `\# \[a\](b) \~\~c\~\~`,
		"\x1b[2J":        `\[2J`,
	} {
		if got := inline(in); got != want {
			t.Errorf("inline(%q) = %q, want %q", in, got, want)
		}
	}
}

// A room that answers as one is no single person, in any paper and language, and nobody
// knows how many sat in it.
func TestRoomIsNoPerson(t *testing.T) {
	s := session(t)
	s.Method = assess.ConsensusMethod
	s.Region, s.Unit = assess.Region{}, ""
	for _, lang := range locale.Languages {
		w := locale.For(lang)
		for _, d := range []*Document{Of(s, w, Options{}), Of(s, w, Options{Short: true}), Minutes(s, w, Options{})} {
			got := written(t, WriteMarkdown, d)
			for _, bad := range []string{"⟦", "  dengan", " of ,", w.N("report.prorated", 1), "| " + w.T("report.respondents") + " | 1 |",
				"| " + w.T("minutes.people") + " |"} {
				if strings.Contains(got, bad) {
					t.Errorf("%s: %q is in\n%s", lang, bad, got)
				}
			}
		}
	}
}

// Minutes without a reason have no column for it.
func TestMinutesWithoutReasons(t *testing.T) {
	s := session(t)
	s.Method = assess.ConsensusMethod
	for i := range s.Respondents[0].Entries {
		s.Respondents[0].Entries[i].Note = ""
	}
	if got := written(t, WriteMarkdown, Minutes(s, locale.For("en"), Options{})); strings.Contains(got, "| Reason |") || !strings.Contains(got, "| Agreed |") {
		t.Errorf("got\n%s", got)
	}
}

// From few people the summary does not say that nothing changed.
func TestSummaryOfAChangeOfFew(t *testing.T) {
	few := func() *assess.Session {
		s := workshop(t)
		s.Respondents = s.Respondents[:4]
		return s
	}
	got := markdownOf(t, few(), "en", Options{Earlier: few()})
	if !strings.Contains(got, "cannot be told from so few people") || strings.Contains(got, "told from chance; that") {
		t.Errorf("got\n%s", got)
	}
}

// Hands that were counted are nobody's own answers, and no section stands empty.
func TestHandsAreNoPersons(t *testing.T) {
	s := handsSession(session(t).Instrument)
	s.Status = assess.Completed
	for _, lang := range locale.Languages {
		w := locale.For(lang)
		for _, d := range []*Document{Of(s, w, Options{}), Of(s, w, Options{Short: true}), Minutes(s, w, Options{})} {
			got := written(t, WriteMarkdown, d)
			if !strings.Contains(got, w.T("report.by-hands")) || len(d.Blocks) < 8 {
				t.Errorf("%s: got\n%s", lang, got)
			}
			for _, bad := range []string{"⟦", w.T("report.how.session"), w.T("minutes.course.group"), w.Method(s.Method)} {
				if strings.Contains(got, bad) {
					t.Errorf("%s: %q is in\n%s", lang, bad, got)
				}
			}
			for i, b := range d.Blocks[:len(d.Blocks)-1] {
				if h, ok := b.(Heading); ok {
					if next, ok := d.Blocks[i+1].(Heading); ok && next.Level <= h.Level {
						t.Errorf("%s: nothing stands under %q", lang, h.Text)
					}
				}
			}
		}
	}
}

// The room sees totals only, and so does whoever reads the report: nobody's name or
// code stands beside what was written, nor does the order tell who wrote what.
func TestReportNamesNobody(t *testing.T) {
	for _, identity := range []assess.Identity{assess.Coded, assess.Named} {
		s := session(t)
		s.Method, s.Identity, s.Status = assess.GroupMethod, identity, assess.Completed
		for i, who := range []string{"Zulkifli", "Anton", "Mira"} {
			r := assess.Respondent{ID: who, Phase: assess.Done}
			for _, it := range []string{"str1", "str2"} {
				r.Put(assess.Entry{Item: it, Round: 1, Answer: assess.At(3), Note: []string{"perlu waktu", "belum ada", "sudah jalan"}[(i+len(it)+int(it[3]))%3]})
			}
			s.Respondents = append(s.Respondents[:i:i], r)
		}
		got := markdownOf(t, s, "id", Options{})
		for _, who := range []string{"Zulkifli", "Anton", "Mira"} {
			if strings.Contains(got, who) {
				t.Errorf("%s: the report names %s", identity, who)
			}
		}
		if n := strings.Count(got, "belum ada; perlu waktu; sudah jalan"); n != 2 {
			t.Errorf("%s: what was written stands together at %d items, want 2:\n%s", identity, n, got)
		}
	}
}
