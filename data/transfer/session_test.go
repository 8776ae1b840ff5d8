package transfer

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"luwes/assess"
)

func TestSessionComesBackByteForByte(t *testing.T) {
	in := small(t)
	for seed := range uint64(300) {
		s := randomSession(rand.New(rand.NewPCG(seed, 1)), in)
		first := written(t, s)
		back, err := ReadSession(bytes.NewReader(first), "s.json")
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, first)
		}
		if second := written(t, back); !bytes.Equal(first, second) {
			t.Fatalf("seed %d:\n%s\n%s", seed, first, second)
		}
		if ds := Differences(s, back); len(ds) > 0 {
			t.Fatalf("seed %d: %v", seed, ds)
		}
	}
}

func written(t *testing.T, s *assess.Session) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSession(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func randomSession(r *rand.Rand, in *assess.Instrument) *assess.Session {
	pick := func(xs ...string) string { return xs[r.IntN(len(xs))] }
	text := func() string {
		return pick("", "a", "Kabupaten Bandung", "\"<&>\\", "baris\nbaris\ttab", "\u2028", "é漢字🙂", "=1+1")
	}
	name := func() string { return strings.NewReplacer("\n", "", "\t", "").Replace(text()) }
	when := func() time.Time {
		return time.Unix(r.Int64N(1<<32), r.Int64N(1e9)).In(time.FixedZone("WIB", 7*3600))
	}
	s := &assess.Session{Instrument: in, Header: assess.Header{
		ID: "abcdefgh2" + pick("2", "7", "z"), Title: name(), Date: "2026-11-23", BudgetYear: r.IntN(3) * 1013,
		Region: assess.Region{Code: pick("", "32.04"), Name: name()}, Unit: name(),
		Method:   assess.Method(pick("self", "group", "consensus")),
		Identity: assess.Identity(pick("named", "coded", "anonymous")),
		Status:   assess.Open, Language: pick("id", "en"), Created: when(), Changed: when(),
	}}
	if r.IntN(2) == 0 {
		s.Status, s.Completed, s.Modules = assess.Completed, when(), []string{"more"}
	}
	s.Expected, s.Eligible, s.Margin = r.IntN(3)*6, r.IntN(2)*40, float64(r.IntN(3))*7.25
	if r.IntN(2) == 0 {
		s.Revealed = when()
	}
	for _, item := range []string{"STR1", "com2"}[:r.IntN(3)] {
		s.Hands = append(s.Hands, assess.Hands{Item: item, Round: 1 + r.IntN(2), Levels: []int{r.IntN(9), 0, 3, 0, r.IntN(2)}, Inapplicable: r.IntN(2), DontKnow: r.IntN(2)})
		st := assess.Settlement{Item: item, Outcome: assess.Outcome(pick("", "agreed", "disagreed")), Reason: "r" + text(), Dissent: text(), High: text(), Low: text()}
		if st.Outcome == assess.Agreed {
			st.Level = 1 + r.IntN(5)
		}
		if r.IntN(2) == 0 {
			st.At = when()
		}
		s.Settlements = append(s.Settlements, st)
	}
	for range r.IntN(3) {
		s.Reopenings = append(s.Reopenings, assess.Reopening{At: when(), Reason: text()})
	}
	for i := range r.IntN(4) {
		p := assess.Respondent{ID: fmt.Sprintf("R%d%sx", i, name()), Group: name(), Unit: name(), Rank: name(), Place: pick("", "com1"),
			Phase: assess.Phase(pick("", "waiting", "answering", "done")), Consent: r.IntN(2) == 0}
		for _, item := range []string{"STR2", "STR1", "com2", "sym1"}[:r.IntN(5)] {
			answers := []assess.Answer{{}, assess.At(1 + r.IntN(5)), {Kind: assess.Inapplicable}, {Kind: assess.DontKnow}}
			e := assess.Entry{Item: item, Round: 1 + r.IntN(2), Answer: answers[r.IntN(4)], Note: text(), Evidence: text()}
			if r.IntN(2) == 0 {
				e.At = when()
			}
			p.Entries = append(p.Entries, e)
		}
		s.Respondents = append(s.Respondents, p)
	}
	return s
}

// fixed is a session with one value of every kind.
func fixed(t *testing.T) *assess.Session {
	at := time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)
	return &assess.Session{Instrument: small(t), Header: assess.Header{
		ID: "k3mz7q2xra", Title: "Penilaian 2026", Date: "2026-11-23", Region: assess.Region{Code: "32.04", Name: "Kabupaten Bandung"},
		Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open, Language: "id", Created: at, Changed: at, Revealed: at,
	}, Respondents: []assess.Respondent{
		{ID: "R1", Group: "A", Place: "STR2", Entries: []assess.Entry{
			{Item: "STR1", Round: 1, Answer: assess.At(4), Note: "catatan", Evidence: "Perbup", At: at},
			{Item: "STR2", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}, At: at},
		}},
		{ID: "R2", Entries: []assess.Entry{
			{Item: "STR1", Round: 1, Answer: assess.At(2)}, {Item: "STR2", Round: 1, Answer: assess.At(2)},
			{Item: "com1", Round: 1, Answer: assess.Answer{Kind: assess.Inapplicable}},
			{Item: "com2", Round: 1, Answer: assess.Answer{Kind: assess.Inapplicable}},
		}},
	}}
}

// talked is a session in which a group worked.
func talked(t *testing.T) *assess.Session {
	s := fixed(t)
	s.Expected, s.Eligible, s.Margin, s.Revealed = 12, 40, 7.5, s.Created.Add(time.Hour)
	s.Respondents[0].Phase, s.Respondents[0].Consent = assess.Done, true
	s.Respondents[1].Phase = assess.Waiting
	s.Hands = []assess.Hands{
		{Item: "STR1", Round: 1, Levels: []int{2, 5, 3, 1, 1}, DontKnow: 2},
		{Item: "STR1", Round: 2, Levels: []int{0, 0, 12, 0, 0}, Inapplicable: 1},
	}
	s.Settlements = []assess.Settlement{
		{Item: "STR1", Outcome: assess.Agreed, Level: 3, Reason: "Perbup", Dissent: "dua orang", High: "tinggi", Low: "rendah", At: s.Revealed},
		{Item: "com1", Outcome: assess.Disagreed, Dissent: "tidak sepakat"},
		{Item: "com2", High: "belum selesai"},
	}
	return s
}

func TestSessionFile(t *testing.T) {
	golden(t, "session.json", written(t, fixed(t)))
	golden(t, "session_group.json", written(t, talked(t)))
}

// TestWhenAFileCountsAsRevealed: files of before group work, and those of
// answers, say nothing of it.
func TestWhenAFileCountsAsRevealed(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(s *assess.Session)
		key  bool
		want func(s *assess.Session) time.Time
	}{
		{"filled from a file", func(*assess.Session) {}, false, func(s *assess.Session) time.Time { return s.Created }},
		{"filled, but not shown", func(s *assess.Session) { s.Revealed = time.Time{} }, true, func(*assess.Session) time.Time { return time.Time{} }},
		{"nobody yet", func(s *assess.Session) { s.Revealed, s.Respondents = time.Time{}, nil }, false, func(*assess.Session) time.Time { return time.Time{} }},
		{"still answering", func(s *assess.Session) { s.Revealed, s.Respondents[0].Phase = time.Time{}, assess.Answering }, false, func(*assess.Session) time.Time { return time.Time{} }},
		{"revealed later", func(s *assess.Session) { s.Revealed = s.Created.Add(time.Hour) }, true, func(s *assess.Session) time.Time { return s.Created.Add(time.Hour) }},
		{"one person", func(s *assess.Session) { s.Method, s.Revealed = assess.SelfMethod, time.Time{} }, false, func(*assess.Session) time.Time { return time.Time{} }},
	} {
		s := fixed(t)
		c.make(s)
		text := written(t, s)
		if got := bytes.Contains(text, []byte(`"revealed"`)); got != c.key {
			t.Errorf("%s: the file has the key: %t", c.name, got)
		}
		back, err := ReadSession(bytes.NewReader(text), "s.json")
		if err != nil {
			t.Fatal(err)
		}
		if want := c.want(s); !back.Revealed.Equal(want) {
			t.Errorf("%s: got %v, want %v", c.name, back.Revealed, want)
		}
	}
}

// golden compares with a file of testdata; UPDATE=1 writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s", name, got)
	}
}

func TestReadSessionProblems(t *testing.T) {
	good := string(written(t, fixed(t)))
	for _, c := range []struct{ old, new, want string }{
		{`"schema": "luwes/session/1"`, `"schema": "luwes/session/2"`, "1:1: session-schema"},
		{`"luwes/session/1",`, `"luwes/session/1"`, "json-syntax"},
		{`"title": "Penilaian 2026",`, ``, "1:1: json-missing key=\"title\""},
		{`"title": "Penilaian 2026"`, `"title": "Penilaian 2026", "title": "x"`, "4:30: json-twice"},
		{`"title": "Penilaian 2026"`, `"title": 7`, "4:12: json-type want=\"string\""},
		{`"title": "Penilaian 2026"`, `"title": "\u001b[2J"`, "4:12: json-value key=\"title\""},
		{`"date": "2026-11-23"`, `"date": "23-11-2026"`, "json-value key=\"date\""},
		{`"method": "group"`, `"method": "vote"`, "json-value key=\"method\" value=\"vote\""},
		{`"status": "open"`, `"status": "completed"`, "session-completed-time"},
		{`"id": "k3mz7q2xra"`, `"id": "../../etc"`, "json-value key=\"id\""},
		{`"level": 4`, `"level": 6`, "json-value key=\"level\" value=\"6\""},
		{`"level": 4`, `"level": 3.5`, "json-value key=\"level\" value=\"3.5\""},
		{`"level": 4`, `"level": 4, "answer": "na"`, "json-unknown key=\"answer\""},
		{`"answer": "dk"`, `"answer": "maybe"`, "json-value key=\"answer\""},
		{`"item": "STR2"`, `"item": "STR1"`, "item-twice"},
		{`"item": "STR2"`, `"item": "str2"`, "item-unknown"},
		{`"id": "R2"`, `"id": "r1"`, "respondent-twice"},
		{`"id": "R2"`, `"id": ""`, "json-value key=\"id\""},
		{`"at": "2026-11-23T09:30:00Z"`, `"at": "noon"`, "json-value key=\"at\""},
		{`"created": "2026`, `"created": "x2026`, "json-value key=\"created\""},
		{`levels: 5`, `levels: 99`, "session-instrument"},
		{`"modules": []`, `"modules": {}`, "json-type want=\"list\""},
		{`"modules": []`, `"modules": [[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]`, "json-syntax"},
		{"Penilaian", "\xff", "not-utf8"},
	} {
		src := strings.Replace(good, c.old, c.new, 1)
		if src == good {
			t.Fatalf("%s is not in the file", c.old)
		}
		_, err := ReadSession(strings.NewReader(src), "s.json")
		var ps assess.Problems
		if !errors.As(err, &ps) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.new, err, c.want)
		}
	}
	for i := range len(good) - 2 {
		if _, err := ReadSession(strings.NewReader(good[:i]), "cut"); err == nil {
			t.Fatalf("cut at %d is read", i)
		}
	}
}

func TestReadTalkProblems(t *testing.T) {
	good := string(written(t, talked(t)))
	for _, c := range []struct{ old, new, want string }{
		{`"expected": 12`, `"expected": 0`, `json-value key="expected" value="0"`},
		{`"eligible": 40`, `"eligible": "viele"`, `json-type want="number"`},
		{`"margin": 7.5`, `"margin": 0`, `json-value key="margin" value="0"`},
		{`"margin": 7.5`, `"margin": 100.5`, `json-value key="margin"`},
		{`"margin": 7.5`, `"margin": 1e400`, `json-value key="margin"`},
		{`"revealed": "2026`, `"revealed": "x2026`, `json-value key="revealed"`},
		{`"phase": "done"`, `"phase": "gone"`, `json-value key="phase" value="gone"`},
		{`"consent": true`, `"consent": "yes"`, `json-type want="boolean"`},
		{`"dk": 2`, `"dk": -2`, `json-value key="dk" value="-2"`},
		{`"dk": 2`, `"pin": 2`, `json-unknown key="pin"`},
		{`"levels": [`, `"levels": [1.5,`, `json-value key="levels" value="1.5"`},
		{`"levels": [`, `"levels": [1,`, `json-value key="levels" value="6"`},
		{`"levels": [`, `"levels": [true,`, `json-type want="number"`},
		{`"round": 2,
      "levels"`, `"round": 1,
      "levels"`, `item-twice item="STR1"`},
		{`"outcome": "disagreed"`, `"outcome": "voted"`, `json-value key="outcome" value="voted"`},
		{`"outcome": "disagreed"`, `"level": 3`, `json-unknown key="level"`},
		{`"level": 3`, `"high": "x"`, `json-missing key="level"`},
		{`"level": 3`, `"level": 6`, `json-value key="level" value="6"`},
		{`,
      "high": "belum selesai"`, ``, `json-missing key="outcome"`},
		{`"item": "com2",
      "high"`, `"item": "com9",
      "high"`, `item-unknown value="com9"`},
		{`"item": "com2",
      "high"`, `"item": "com1",
      "high"`, `item-twice item="com1"`},
	} {
		src := strings.Replace(good, c.old, c.new, 1)
		if src == good {
			t.Fatalf("%s is not in the file", c.old)
		}
		_, err := ReadSession(strings.NewReader(src), "s.json")
		var ps assess.Problems
		if !errors.As(err, &ps) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.new, err, c.want)
		}
	}
	blank := talked(t)
	blank.Hands[0] = assess.Hands{Item: "STR1", Round: 1, Levels: make([]int, 5)}
	if _, err := ReadSession(bytes.NewReader(written(t, blank)), "s.json"); err == nil || !strings.Contains(err.Error(), `json-value key="levels" value="0"`) {
		t.Errorf("a show of no hands is read: %v", err)
	}
}

// Words of a session are no longer than a cell of a table may be.
func TestReadSessionLongWords(t *testing.T) {
	for key, old := range map[string]string{"high": `"high": "belum selesai"`, "title": `"title": "`} {
		src := strings.Replace(string(written(t, talked(t))), old, `"`+key+`": "`+strings.Repeat("x", 10<<20)+strings.TrimPrefix(old, `"`+key+`": "`), 1)
		_, err := ReadSession(strings.NewReader(src), "s.json")
		if want := `text-too-long key="` + key + `" limit="1"`; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %.200v, want %s", err, want)
		}
	}
}

func TestReadSessionTellsAllProblems(t *testing.T) {
	src := strings.NewReplacer(`"level": 4`, `"level": 0`, `"method": "group"`, `"method": 1`, `"unit": ""`, `"units": ""`).Replace(string(written(t, fixed(t))))
	_, err := ReadSession(strings.NewReader(src), "s.json")
	ps, _ := err.(assess.Problems)
	if len(ps) != 4 {
		t.Errorf("got %d problems: %v", len(ps), err)
	}
}

func TestDifferences(t *testing.T) {
	a, b := fixed(t), fixed(t)
	b.Title = "Lain"
	b.Respondents[0].Entries[0].Answer = assess.At(5)
	b.Respondents[0].Place, b.Changed = "", b.Changed.Add(time.Hour) // no differences
	b.Respondents[1].ID = "R3"
	got := Differences(a, b).Error()
	want := `differs-field here="Penilaian 2026" there="Lain" what="title"
differs-entry here="4 · catatan · Perbup" item="STR1" respondent="R1" round="1" there="5 · catatan · Perbup"
differs-respondent-here respondent="R2"
differs-respondent-there respondent="R3"`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if ps := Conflicts(&a.Respondents[0], &b.Respondents[0]); len(ps) != 1 {
		t.Errorf("conflicts %v", ps)
	}
}

func TestDifferencesOfTheTalk(t *testing.T) {
	a, b := talked(t), talked(t)
	if ds := Differences(a, b); len(ds) > 0 {
		t.Errorf("the same differ: %v", ds)
	}
	b.Margin, b.Eligible, b.Revealed = 10, 0, b.Revealed.Add(time.Hour)
	b.Respondents[0].Phase, b.Respondents[0].Consent = assess.Waiting, false
	b.Hands[0].DontKnow, b.Hands[1].Round = 3, 3
	b.Settlements[0].Level, b.Settlements[1].Item = 4, "sym1"
	b.Settlements[2].At = b.Created // a time that is not saved
	got := Differences(a, b).Error()
	want := `differs-field here="40" there="0" what="eligible"
differs-field here="7.5" there="10" what="margin"
differs-field here="2026-11-23T10:30:00Z" there="2026-11-23T11:30:00Z" what="revealed"
differs-person here="done" respondent="R1" there="waiting" what="phase"
differs-person here="true" respondent="R1" there="false" what="consent"
differs-hands here="2-5-3-1-1 · dk 2" item="STR1" round="1" there="2-5-3-1-1 · dk 3"
differs-hands here="0-0-12-0-0 · na 1" item="STR1" round="2" there="–"
differs-hands here="–" item="STR1" round="3" there="0-0-12-0-0 · na 1"
differs-settlement here="agreed 3 · Perbup · dua orang · tinggi · rendah" item="STR1" there="agreed 4 · Perbup · dua orang · tinggi · rendah"
differs-settlement here="disagreed · tidak sepakat" item="com1" there="–"
differs-settlement here="belum selesai" item="com2" there="belum selesai"
differs-settlement here="–" item="sym1" there="disagreed · tidak sepakat"`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := len(TalkConflicts(a, b)); n != 2 {
		t.Errorf("got %d conflicts, want those of one show of hands and one settlement: %v", n, TalkConflicts(a, b))
	}
	b.Revealed = time.Time{}
	if strings.Contains(Differences(a, b).Error(), "revealed") {
		t.Error("a file that does not say when differs in it")
	}
}

func FuzzReadSession(f *testing.F) {
	for _, name := range []string{"session.json", "session_group.json", "session_dossier.json"} {
		src, _ := os.ReadFile(filepath.Join("testdata", name))
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := ReadSession(bytes.NewReader(src), "f")
		if err != nil {
			return
		}
		first := written(t, s)
		back, err := ReadSession(bytes.NewReader(first), "g")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, written(t, back)) {
			t.Fatal("comes back changed")
		}
	})
}
