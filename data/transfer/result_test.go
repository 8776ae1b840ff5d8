package transfer

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"luwes/assess"
)

func TestResultFile(t *testing.T) {
	s := fixed(t)
	var saved, alone, anonymous bytes.Buffer
	if err := WriteResult(&saved, s.Score(), &s.Header); err != nil {
		t.Fatal(err)
	}
	golden(t, "result.json", saved.Bytes())
	if err := WriteResult(&alone, s.Score(), nil); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(alone.String(), `"session"`) {
		t.Error("a result without a session has one")
	}
	s.Identity = assess.Anonymous
	if err := WriteResult(&anonymous, s.Score(), &s.Header); err != nil {
		t.Fatal(err)
	}
	golden(t, "result_anonymous.json", anonymous.Bytes())
}

// Below three people an anonymous session shows no number but how many took part.
func TestAnonymousResultHasNoValue(t *testing.T) {
	s := fixed(t)
	s.Identity = assess.Anonymous
	var b bytes.Buffer
	if err := WriteResult(&b, s.Score(), &s.Header); err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(b.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"scales", "items", "composites"} {
		if n := numbers(file[key]); n > 0 {
			t.Errorf("%d numbers in %s", n, key)
		}
	}
	if strings.Contains(b.String(), `"R1"`) {
		t.Error("a respondent's code is in the file")
	}
	third := s.Respondents[1]
	third.ID = "R3"
	s.Respondents = append(s.Respondents, third)
	b.Reset()
	if err := WriteResult(&b, s.Score(), &s.Header); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), `"R1"`) || !strings.Contains(b.String(), `"score": `) {
		t.Error("three anonymous people show scores and no rows")
	}
}

func numbers(v any) int {
	n := 0
	switch v := v.(type) {
	case float64:
		n++
	case []any:
		for _, x := range v {
			n += numbers(x)
		}
	case map[string]any:
		for _, x := range v {
			n += numbers(x)
		}
	}
	return n
}

func TestResultReasons(t *testing.T) {
	in := small(t)
	same := assess.Sheet{"STR1": assess.At(3), "STR2": assess.At(3)}
	for _, c := range []struct {
		name   string
		people int
		method assess.Method
		key    string
		want   string
	}{
		{"nobody", 0, assess.GroupMethod, "interval_reason", "not-scored"},
		{"one person", 1, assess.SelfMethod, "sd_reason", "one-person"},
		{"the room", 1, assess.ConsensusMethod, "sd_reason", "consensus"},
		{"the room", 1, assess.ConsensusMethod, "interval_reason", "consensus"},
		{"no spread", 2, assess.GroupMethod, "interval_reason", "no-spread"},
		{"no spread", 2, assess.GroupMethod, "agreement_reason", "not-built"},
	} {
		var people []assess.Person
		for range c.people {
			people = append(people, assess.Person{ID: "x", Sheet: same})
		}
		var b bytes.Buffer
		if err := WriteResult(&b, assess.Score(in, people), &assess.Header{Method: c.method}); err != nil {
			t.Fatal(err)
		}
		var file struct{ Scales []map[string]any }
		if err := json.Unmarshal(b.Bytes(), &file); err != nil {
			t.Fatal(err)
		}
		if got := file.Scales[0][c.key]; got != c.want {
			t.Errorf("%s: %s = %v, want %s", c.name, c.key, got, c.want)
		}
	}
}

func TestListFile(t *testing.T) {
	s := fixed(t)
	rows := []assess.Row{{Header: s.Header, Summary: assess.Summarize(s.Score())}, {Header: s.Header, Summary: assess.Summarize(s.Score())}}
	rows[1].Identity = assess.Anonymous
	var b bytes.Buffer
	if err := WriteList(&b, rows); err != nil {
		t.Fatal(err)
	}
	golden(t, "list.json", b.Bytes())
	b.Reset()
	if err := WriteList(&b, nil); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"schema\": \"luwes/list/1\",\n  \"sessions\": []\n}\n"; b.String() != want {
		t.Errorf("got %s", b.String())
	}
}
