package assess_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"luwes/assess"
)

// rulesOf reads rules written as "id kind strength condition", with or without
// further keys after a semicolon. A line that begins with "records" is the table of
// those.
func rulesOf(t testing.TB, in *assess.Instrument, lines ...string) *assess.Rules {
	t.Helper()
	var b strings.Builder
	b.WriteString("instrument: " + in.ID + "\n")
	if len(lines) > 0 && strings.HasPrefix(lines[0], "records") {
		b.WriteString(lines[0] + "\n")
		lines = lines[1:]
	}
	b.WriteString("rules:\n")
	for _, line := range lines {
		line, more, _ := strings.Cut(line, ";")
		w := strings.SplitN(line, " ", 4)
		fmt.Fprintf(&b, "  - {id: %s, kind: %s, strength: %s, when: %s, %s\n", w[0], w[1], w[2], w[3], more)
		b.WriteString("     title: {id: T, en: T}, text: {id: T, en: T}, remedies: [{id: R, en: R}], article: {id: A, en: A}}\n")
	}
	rs, err := assess.ParseRules([]byte(b.String()), in)
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	return rs
}

// pair is an instrument with the strategies a and b, four items each, and a
// symptom c of three in a module.
func pair() *assess.Instrument {
	a, b, c := scaleOf("a", 4), scaleOf("b", 4), scaleOf("c", 3)
	a.Kind, b.Kind, c.Kind = assess.Strategy, assess.Strategy, assess.Symptom
	in := questionnaire(5, a, b, c)
	in.Groups = []assess.Group{{ID: "core", Required: true, Scales: []string{"a", "b"}}, {ID: "more", Scales: []string{"c"}}}
	return in
}

// told are the ids of what was found, with certainty, and after a bar those that
// are silent, with the first lack.
func told(d *assess.Diagnosis) string {
	var words []string
	for _, f := range d.Findings {
		words = append(words, fmt.Sprintf("%s %.2f", f.Rule.ID, f.Certainty))
	}
	words = append(words, "|")
	for _, s := range d.Silent {
		words = append(words, fmt.Sprintf("%s %s %s", s.Rule.ID, s.Lacks[0].ID, s.Lacks[0].Why))
	}
	return strings.Join(words, " ")
}

func TestDiagnose(t *testing.T) {
	low := []int{2, 2, 2, 2, 4, 4, 4, 4}
	for name, c := range map[string]struct {
		when string
		rows [][]int
		want string
	}{
		"an item":                          {"{item: a1, below: 3}", [][]int{low}, "r 1.00 |"},
		"an item at the limit":             {"{item: a1, below: 2}", [][]int{low}, "|"},
		"a median between two levels":      {"{item: a1, below: 3}", [][]int{{2}, {3}}, "r 1.00 |"},
		"a scale":                          {"{scale: a, below: 40}", [][]int{low}, "r 1.00 |"},
		"a scale at the limit":             {"{scale: a, below: 25}", [][]int{low}, "|"},
		"a gap":                            {"{gap: [b, a], above: 20}", [][]int{low}, "r 1.00 |"},
		"a gap the other way":              {"{gap: [a, b], above: 20}", [][]int{low}, "|"},
		"all":                              {"{all: [{item: a1, below: 3}, {item: b1, above: 3}]}", [][]int{low}, "r 1.00 |"},
		"any":                              {"{any: [{item: a1, above: 3}, {item: b1, above: 3}]}", [][]int{low}, "r 1.00 |"},
		"don't know lowers certainty":      {"{item: a1, below: 3}", [][]int{{2}, {2}, {2}, {-2}}, "r 0.75 |"},
		"so do blanks":                     {"{item: a1, below: 3}", [][]int{{2}, {2}, {2}, {0, 2}}, "r 0.75 |"},
		"not applicable does not":          {"{item: a1, below: 3}", [][]int{{2}, {2}, {2}, {-1}}, "r 1.00 |"},
		"nobody there does not":            {"{item: a1, below: 3}", [][]int{{2}, {2}, {}}, "r 1.00 |"},
		"fewer than half":                  {"{item: a1, below: 3}", [][]int{{2}, {-2}, {-2}}, "| r a1 few-answers"},
		"nobody to whom it applies":        {"{item: a1, below: 3}", [][]int{{-1, 2}}, "| r a1 not-applicable"},
		"a scale under the half rule":      {"{scale: a, below: 40}", [][]int{{2}}, "| r a few-answers"},
		"a scale covered by few":           {"{scale: a, below: 40}", [][]int{{2, 2, 2, 2}, {2}, {2}, {2}}, "| r a few-answers"},
		"a scale prorated":                 {"{scale: a, below: 40}", [][]int{{2, 2, 2, -2}}, "r 0.75 |"},
		"denied anyway":                    {"{all: [{item: a1, above: 3}, {item: a2, below: 3}]}", [][]int{{2}}, "|"},
		"given anyway":                     {"{any: [{item: a1, below: 3}, {item: a2, below: 3}]}", [][]int{{2}}, "r 1.00 |"},
		"open":                             {"{any: [{item: a1, above: 3}, {item: a2, below: 3}]}", [][]int{{2}}, "| r a2 few-answers"},
		"a module left out":                {"{scale: c, below: 50}", [][]int{low}, "| r c not-asked"},
		"five people apart":                {"{item: a1, below: 4}", [][]int{{1}, {1}, {1}, {5}, {5}}, "| r a1 contested"},
		"four people apart":                {"{item: a1, below: 4}", [][]int{{1}, {1}, {1}, {5}}, "r 1.00 |"},
		"apart is a finding":               {"{item: a1, apart: true}", [][]int{{1}, {1}, {1}, {5}, {5}}, "r 1.00 |"},
		"not among four":                   {"{item: a1, apart: true}", [][]int{{1}, {1}, {1}, {5}}, "|"},
		"a scale apart":                    {"{scale: a, apart: true}", [][]int{{1, 1, 1, 1}, {1, 1, 1, 1}, {5, 5, 5, 5}, {5, 5, 5, 5}, {5, 5, 5, 5}}, "r 1.00 |"},
		"a scale apart carries no rule":    {"{scale: a, above: 40}", [][]int{{1, 1, 1, 1}, {1, 1, 1, 1}, {5, 5, 5, 5}, {5, 5, 5, 5}, {5, 5, 5, 5}}, "| r a contested"},
		"a gap with a scale left unscored": {"{gap: [a, b], above: 20}", [][]int{{5, 5, 5, 5}}, "| r b few-answers"},
	} {
		s := filled(pair(), c.rows...)
		if got := told(rulesOf(t, s.Instrument, "r misfit strong "+c.when).Diagnose(s, nil)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// What the group agreed is the final level, whoever was apart before.
func TestAgreedLevelsCount(t *testing.T) {
	s := filled(pair(), []int{1}, []int{1}, []int{1}, []int{5}, []int{5})
	rs := rulesOf(t, s.Instrument, "low misfit strong {item: a1, below: 3}", "talk disagreement strong {item: a1, apart: true}")
	if got, want := told(rs.Diagnose(s, nil)), "talk 1.00 | low a1 contested"; got != want {
		t.Errorf("before: %q, want %q", got, want)
	}
	s.Settlements = []assess.Settlement{{Item: "a1", Outcome: assess.Disagreed}}
	if got, want := told(rs.Diagnose(s, nil)), "| low a1 contested"; got != want {
		t.Errorf("agreed to disagree: %q, want %q", got, want)
	}
	s.Settlements = []assess.Settlement{{Item: "a1", Outcome: assess.Agreed, Level: 2}}
	if got, want := told(rs.Diagnose(s, nil)), "low 1.00 |"; got != want {
		t.Errorf("agreed: %q, want %q", got, want)
	}
}

func TestDiagnoseOfNothing(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "r misfit strong {item: a1, below: 3}")
	if d := rs.Diagnose(filled(in), nil); d.Reason != assess.NoAnswers || len(d.Silent) > 0 {
		t.Errorf("nobody: %+v", d)
	}
	s := filled(in, []int{1}, []int{1})
	s.Identity = assess.Anonymous
	if d := rs.Diagnose(s, nil); d.Reason != assess.AnonymousFew || len(d.Findings)+len(d.Silent) > 0 {
		t.Errorf("two anonymous people: %+v", d)
	}
	if l := rs.Levers(s, nil, nil); len(l.Best)+len(l.Singles) > 0 {
		t.Errorf("levers of two anonymous people: %+v", l)
	}
	if w, err := rs.WhatIf(s, nil, []assess.Change{{Item: "a1", Level: 5}}); err != nil || len(w.Moves)+len(w.Steps)+len(w.Added)+len(w.Removed) > 0 {
		t.Errorf("what if of two anonymous people: %+v, %v", w, err)
	}
	three := filled(in, []int{1, 1}, []int{1, 1}, []int{0, 1})
	three.Identity = assess.Anonymous
	if got, want := told(rs.Diagnose(three, nil)), "| r a1 anonymous-few"; got != want {
		t.Errorf("an item of two among three: %q, want %q", got, want)
	}
}

// Talk comes first, then strength times size, strengths last; what is covered goes.
func TestOrderOfFindings(t *testing.T) {
	s := filled(pair(), []int{1, 1, 2, 2, 5, 5}, []int{1, 1, 2, 2, 5, 5}, []int{1, 1, 2, 2, 5, 5}, []int{1, 1, 2, 2, 5, 1}, []int{1, 1, 2, 2, 5, 1})
	rs := rulesOf(t, s.Instrument,
		"praise strength strong {item: b1, above: 3}",
		"small misfit strong {item: a3, below: 3}",
		"less misfit strong {item: a1, below: 3}",
		"large symptom moderate {item: a1, below: 3}",
		"great misfit strong {all: [{item: a1, below: 3}, {item: a2, below: 3}]};covers: [less],",
		"talk disagreement weak {item: b2, apart: true}")
	if got, want := told(rs.Diagnose(s, nil)), "talk 1.00 great 1.00 large 1.00 small 1.00 praise 1.00 |"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The size is how far the answers are beyond the limits, the weight size times
// strength, and the triggers name scale, item, score, level and anchor.
func TestTriggers(t *testing.T) {
	in := pair()
	in.Scales[0].Items[0].Anchors = []assess.Text{{EN: "I"}, {EN: "II"}, {EN: "III"}, {EN: "IV"}, {EN: "V"}}
	in.Scales[0].Items[0].Reverse = true
	s := filled(in, []int{4, 2, 2, 2, 5, 5, 5, 5}) // a1 is 2 when keyed
	rs := rulesOf(t, in, "r misfit moderate {all: [{item: a1, below: 3}, {any: [{item: a2, above: 3}, {gap: [b, a], above: 20}]}]}")
	f := rs.Diagnose(s, nil).Findings[0]
	if want := (.5 + (75.0-20)/80) / 2; math.Abs(f.Size-want) > 1e-12 || math.Abs(f.Weight()-2*want) > 1e-12 {
		t.Errorf("size %g, weight %g; want %g and twice that", f.Size, f.Weight(), want)
	}
	var got []string
	for _, tr := range f.Triggers {
		item := "-"
		if tr.Item != nil {
			item = tr.Item.ID
		}
		got = append(got, fmt.Sprint(tr.Scale.ID, item, tr.Score, tr.Level, tr.Anchor.EN))
	}
	if want := []string{"aa10 2IV", "b-100 0", "a-25 0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for certainty, want := range map[float64]assess.Certainty{1: assess.Sure, .9: assess.Sure, .8: assess.Likely, .7: assess.Likely, .5: assess.Unclear} {
		if got := (assess.Finding{Certainty: certainty}).Sureness(); got != want {
			t.Errorf("%g is %s, want %s", certainty, got, want)
		}
	}
}

// By show of hands, in a consensus session, and for one person findings come out as
// from the same levels.
func TestDiagnoseHowever(t *testing.T) {
	in := pair()
	rs := rulesOf(t, in, "r misfit strong {all: [{item: a1, below: 3}, {scale: a, below: 40}]}", "talk disagreement strong {item: a1, apart: true}")
	alone := filled(in, []int{2, 2, 2, 2})
	alone.Method = assess.SelfMethod
	room := filled(in, []int{2, 2, 2, 2})
	room.Method = assess.ConsensusMethod
	hands := filled(in)
	for i := range 4 {
		hands.Hands = append(hands.Hands, assess.Hands{Item: fmt.Sprint("a", i+1), Round: 1, Levels: []int{0, 6, 0, 0, 0}})
	}
	for name, s := range map[string]*assess.Session{"alone": alone, "room": room, "hands": hands} {
		if got, want := told(rs.Diagnose(s, s.Analyze())), "r 1.00 |"; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	hands.Hands[0].Levels = []int{3, 0, 0, 0, 3}
	if got, want := told(rs.Diagnose(hands, nil)), "talk 1.00 | r a1 contested"; got != want {
		t.Errorf("hands apart: got %q, want %q", got, want)
	}
}
