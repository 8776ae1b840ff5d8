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
	if err := WriteResult(&saved, s.Analyze(), &s.Header, nil); err != nil {
		t.Fatal(err)
	}
	golden(t, "result.json", saved.Bytes())
	if err := WriteResult(&alone, s.Analyze(), nil, nil); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(alone.String(), `"session"`) {
		t.Error("a result without a session has one")
	}
	s.Identity = assess.Anonymous
	if err := WriteResult(&anonymous, s.Analyze(), &s.Header, nil); err != nil {
		t.Fatal(err)
	}
	golden(t, "result_anonymous.json", anonymous.Bytes())
}

// Below three people an anonymous session shows no number but how many took part.
func TestAnonymousResultHasNoValue(t *testing.T) {
	s := fixed(t)
	s.Identity = assess.Anonymous
	var b bytes.Buffer
	if err := WriteResult(&b, s.Analyze(), &s.Header, nil); err != nil {
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
	if err := WriteResult(&b, s.Analyze(), &s.Header, nil); err != nil {
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

// groupOfSix is a group of six who answered alone and agreed on one item.
func groupOfSix(t *testing.T) *assess.Session {
	s := fixed(t)
	s.Respondents = nil
	for i, levels := range [][4]int{{1, 4, 2, 2}, {1, 5, 3, 3}, {2, 4, 2, 3}, {4, 2, 3, 4}, {5, 1, 4, 4}, {5, 2, 3, 5}} {
		r := assess.Respondent{ID: string(rune('a' + i))}
		for j, item := range []string{"STR1", "STR2", "com1", "com2"} {
			r.Entries = append(r.Entries, assess.Entry{Item: item, Round: 1, Answer: assess.At(levels[j])})
		}
		s.Respondents = append(s.Respondents, r)
	}
	s.Settlements = []assess.Settlement{{Item: "STR2", Outcome: assess.Agreed, Level: 4, Reason: "r"}, {Item: "com1", Outcome: assess.Disagreed, Dissent: "d"}}
	return s
}

func TestResultOfAGroup(t *testing.T) {
	var b bytes.Buffer
	if err := WriteResult(&b, groupOfSix(t).Analyze(), nil, nil); err != nil {
		t.Fatal(err)
	}
	golden(t, "result_group.json", b.Bytes())
}

func TestResultByHands(t *testing.T) {
	s := groupOfSix(t)
	s.Respondents = nil
	s.Hands = []assess.Hands{
		{Item: "STR1", Round: 1, Levels: []int{2, 5, 3, 1, 1}},
		{Item: "STR2", Round: 1, Levels: []int{0, 0, 6, 4, 1}, DontKnow: 1},
	}
	var b bytes.Buffer
	if err := WriteResult(&b, s.Analyze(), nil, nil); err != nil {
		t.Fatal(err)
	}
	golden(t, "result_hands.json", b.Bytes())
}

// The reason that stands beside each null of a file: of the first scale, its first
// item, or the whole file.
func TestResultReasons(t *testing.T) {
	nobody := func(s *assess.Session) { s.Respondents = nil }
	people := func(n int) func(*assess.Session) {
		return func(s *assess.Session) { s.Respondents = s.Respondents[:n] }
	}
	together := func(s *assess.Session) { people(1)(s); s.Method = assess.ConsensusMethod }
	alike := func(s *assess.Session) {
		for i := range s.Respondents {
			s.Respondents[i].Entries = s.Respondents[0].Entries
		}
	}
	top := func(s *assess.Session) {
		for i := range s.Respondents {
			s.Respondents[i].Put(assess.Entry{Item: "STR1", Round: 1, Answer: assess.At(5)})
			s.Respondents[i].Put(assess.Entry{Item: "STR2", Round: 1, Answer: assess.At(1 + i/5)})
		}
	}
	bottom := func(s *assess.Session) {
		for i := range s.Respondents {
			s.Respondents[i].Put(assess.Entry{Item: "STR1", Round: 1, Answer: assess.At(1 + i/5)})
			s.Respondents[i].Put(assess.Entry{Item: "STR2", Round: 1, Answer: assess.At(5)})
		}
	}
	halves := func(s *assess.Session) {
		for i := range s.Respondents {
			s.Respondents[i].Entries = s.Respondents[i].Entries[i%2:][:1]
		}
	}
	inapplicable := func(s *assess.Session) {
		for i := range s.Respondents {
			for j := range s.Respondents[i].Entries {
				s.Respondents[i].Entries[j].Answer = assess.Answer{Kind: assess.Inapplicable}
			}
		}
	}
	hands := func(s *assess.Session) {
		nobody(s)
		s.Hands = []assess.Hands{{Item: "STR1", Round: 1, Levels: []int{1, 1, 1, 1, 1}}}
	}
	secret := func(s *assess.Session) { people(2)(s); s.Identity = assess.Anonymous }
	sixLevels := func(s *assess.Session) { in := *s.Instrument; in.Levels = 6; s.Instrument = &in }
	for _, c := range []struct {
		name   string
		change func(*assess.Session)
		want   map[string]string
	}{
		{"nobody", nobody, map[string]string{"scale.score": "not-scored", "scale.interval": "not-scored", "scale.agreement": "not-scored",
			"scale.reliability": "not-scored", "item.mean": "no-answers", "item.ad": "no-answers"}},
		{"one person", people(1), map[string]string{"scale.sd": "one-person", "scale.interval": "one-person", "scale.agreement": "one-person",
			"item.ad": "one-person"}},
		{"the room", together, map[string]string{"scale.sd": "consensus", "scale.interval": "consensus", "scale.agreement": "consensus",
			"scale.reliability": "consensus", "item.ad": "consensus"}},
		{"four people", people(4), map[string]string{"agreement.label": "too-few"}},
		{"no spread", alike, map[string]string{"scale.interval": "no-spread", "reliability.alpha": "no-spread"}},
		{"at the top", top, map[string]string{"scale.interval": "near-top"}},
		{"at the bottom", bottom, map[string]string{"scale.interval": "near-bottom"}},
		{"nobody complete", halves, map[string]string{"scale.reliability": "too-few"}},
		{"does not apply", inapplicable, map[string]string{"scale.score": "not-applicable", "scale.interval": "not-applicable",
			"scale.agreement": "not-applicable", "scale.reliability": "not-applicable", "item.ad": "no-answers"}},
		{"by hands", hands, map[string]string{"scale.sd": "counts-only", "scale.median": "counts-only", "scale.interval": "counts-only",
			"agreement.label": "counts-only", "scale.reliability": "counts-only"}},
		{"two anonymous", secret, map[string]string{"scale.score": "anonymous-few", "scale.interval": "anonymous-few", "scale.agreement": "anonymous-few",
			"scale.reliability": "anonymous-few", "scale.agreed": "anonymous-few", "item.ad": "anonymous-few", "item.counts": "anonymous-few", "item.agreed": "anonymous-few"}},
		{"six levels", sixLevels, map[string]string{"agreement.rwgj_slight_skew": "no-null-variance"}},
		{"two items", func(*assess.Session) {}, map[string]string{"reliability.omega": "one-item", "item.agreed": "not-agreed", "file.order_of_strategies": "one-item"}},
		{"nothing agreed", func(s *assess.Session) { s.Settlements = nil }, map[string]string{"scale.agreed": "not-agreed"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := groupOfSix(t)
			c.change(s)
			for place, want := range c.want {
				if value, why := nullAt(t, s, place); value != nil || why != want {
					t.Errorf("%s = %v (%v), want null and %s", place, value, why, want)
				}
			}
		})
	}
}

// nullAt is what the result file of a session says at a place, and its reason.
func nullAt(t *testing.T, s *assess.Session, place string) (value, why any) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteResult(&b, s.Analyze(), &s.Header, nil); err != nil {
		t.Fatal(err)
	}
	file := map[string]any{}
	if err := json.Unmarshal(b.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	first := func(key string) map[string]any { return file[key].([]any)[0].(map[string]any) }
	in, key, _ := strings.Cut(place, ".")
	at := map[string]map[string]any{"file": file, "scale": first("scales"), "item": first("items")}[in]
	if at == nil {
		at, _ = first("scales")[in].(map[string]any)
	}
	return at[key], at[key+"_reason"]
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
