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
	for range r.IntN(3) {
		s.Reopenings = append(s.Reopenings, assess.Reopening{At: when(), Reason: text()})
	}
	for i := range r.IntN(4) {
		p := assess.Respondent{ID: fmt.Sprintf("R%d%sx", i, name()), Group: name(), Unit: name(), Rank: name(), Place: pick("", "com1")}
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
		Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open, Language: "id", Created: at, Changed: at,
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

func TestSessionFile(t *testing.T) { golden(t, "session.json", written(t, fixed(t))) }

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
	want := `differs-field field="title" here="Penilaian 2026" there="Lain"
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

func FuzzReadSession(f *testing.F) {
	src, _ := os.ReadFile("testdata/session.json")
	f.Add(src)
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
