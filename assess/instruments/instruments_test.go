package instruments_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"luwes/assess"
	"luwes/assess/instruments"
)

const (
	maxAnchor   = 72  // runes
	maxQuestion = 150 // runes, with the longest referent in place
)

// languages with the longest words that replace {we}.
var languages = []struct{ name, we string }{
	{"id", "pemerintah daerah kami"},
	{"en", "our regional government"},
}

var (
	referent    = regexp.MustCompile(`\{[wW]e\}`)
	placeholder = regexp.MustCompile(`[{}]`)
	negation    = regexp.MustCompile(`(?i)\b(tidak|bukan|not|cannot)\b|n['’]t\b`)
)

// describing items tell how things are although their scale is a strategy.
var describing = []string{"str5", "str7", "beh6"}

func TestScales(t *testing.T) {
	in := instruments.Default()
	want := []struct {
		id        string
		kind      assess.Kind
		items     int
		formative bool
	}{
		{"str", assess.Strategy, 7, false}, {"beh", assess.Strategy, 7, false}, {"tec", assess.Strategy, 7, false},
		{"com", assess.Dimension, 7, true}, {"for", assess.Dimension, 7, false}, {"cen", assess.Dimension, 7, false},
		{"siz", assess.Symptom, 3, false}, {"ovl", assess.Symptom, 3, false},
		{"row", assess.Symptom, 3, false}, {"ins", assess.Symptom, 3, false},
	}
	if len(in.Scales) != len(want) {
		t.Fatalf("%d scales, want %d", len(in.Scales), len(want))
	}
	for i, w := range want {
		s := in.Scales[i]
		if s.ID != w.id || s.Kind != w.kind || len(s.Items) != w.items || s.Formative != w.formative {
			t.Errorf("scale %d is %s, %s, %d items, formative %v; want %v", i+1, s.ID, s.Kind, len(s.Items), s.Formative, w)
		}
		if s.Minimum != 0.5 {
			t.Errorf("scale %s: minimum %v, want 0.5", s.ID, s.Minimum)
		}
	}
	if core := in.With(nil); core.ItemCount() != 42 || in.ItemCount() != 54 {
		t.Errorf("%d core items of %d, want 42 of 54", core.ItemCount(), in.ItemCount())
	}
}

func TestRules(t *testing.T) {
	in := instruments.Default()
	if in.ID != instruments.DefaultID || in.Levels != 5 || in.Convention != assess.Range {
		t.Errorf("%s, %d levels, %s; want %s, 5, %s", in.ID, in.Levels, in.Convention, instruments.DefaultID, assess.Range)
	}
	if len(in.Labels) > 0 || len(in.Composites) > 0 {
		t.Errorf("%d labels and %d composites, want none", len(in.Labels), len(in.Composites))
	}
	mods := in.Modules()
	if len(mods) != 1 || mods[0].ID != "symptoms" || strings.Join(mods[0].Scales, " ") != "siz ovl row ins" {
		t.Errorf("modules are %v, want symptoms alone, with siz ovl row ins", mods)
	}
}

func TestTitles(t *testing.T) {
	in := instruments.Default()
	complete(t, "title of the instrument", in.Title)
	for _, g := range in.Groups {
		complete(t, "title of group "+g.ID, g.Title)
	}
	bands(t, "instrument", in.Bands)
	for _, s := range in.Scales {
		complete(t, s.ID+": title", s.Title)
		complete(t, s.ID+": low", s.Low)
		complete(t, s.ID+": high", s.High)
		bands(t, s.ID, in.BandsOf(&s))
		if own := len(s.Bands) > 0; own != (s.Kind != assess.Strategy) {
			t.Errorf("%s: own bands is %v for a %s", s.ID, own, s.Kind)
		}
	}
}

func TestItems(t *testing.T) {
	eachItem(instruments.All(), func(s assess.Scale, i int, it assess.Item) {
		if want := fmt.Sprint(s.ID, i+1); it.ID != want {
			t.Errorf("item %d of %s has id %s, want %s", i+1, s.ID, it.ID, want)
		}
		if it.Facet == "" {
			t.Errorf("%s: facet missing", it.ID)
		}
		if slices.ContainsFunc(s.Items[:i], func(o assess.Item) bool { return o.Facet == it.Facet }) {
			t.Errorf("%s: facet %s twice", it.ID, it.Facet)
		}
		if it.Weight != 1 {
			t.Errorf("%s: weight %v, want 1", it.ID, it.Weight)
		}
		if strings.TrimSpace(it.Source) == "" {
			t.Errorf("%s: source missing", it.ID)
		}
		complete(t, it.ID+": text", it.Text)
		complete(t, it.ID+": aim", it.Aim)
		complete(t, it.ID+": evidence", it.Evidence)
	})
}

// TestReferent: every question names its referent once, and nothing else does,
// because only questions are filled in where they stand.
func TestReferent(t *testing.T) {
	eachItem(instruments.All(), func(_ assess.Scale, _ int, it assess.Item) {
		for _, l := range languages {
			q := it.Text.In(l.name)
			if n := len(referent.FindAllString(q, -1)); n != 1 {
				t.Errorf("%s (%s): {we} %d times in the question, want once: %s", it.ID, l.name, n, q)
			}
			if rest := referent.ReplaceAllString(q, ""); placeholder.MatchString(rest) {
				t.Errorf("%s (%s): stray brace in the question: %s", it.ID, l.name, q)
			}
			others := []string{it.Aim.In(l.name), it.Evidence.In(l.name), it.Source}
			for _, a := range it.Anchors {
				others = append(others, a.In(l.name))
			}
			for _, s := range others {
				if placeholder.MatchString(s) {
					t.Errorf("%s (%s): brace outside the question: %s", it.ID, l.name, s)
				}
			}
		}
	})
}

func TestQuestions(t *testing.T) {
	own := []*assess.Instrument{instruments.Default()}
	spans := map[string]string{"id": "dua tahun terakhir", "en": "last two years"}
	eachItem(own, func(s assess.Scale, _ int, it assess.Item) {
		if it.Reverse {
			t.Errorf("%s is reversed", it.ID)
		}
		for _, l := range languages {
			q := referent.ReplaceAllString(it.Text.In(l.name), l.we)
			if n := utf8.RuneCountInString(q); n > maxQuestion {
				t.Errorf("%s (%s): question has %d runes, at most %d: %s", it.ID, l.name, n, maxQuestion, q)
			}
			if !strings.HasSuffix(q, "?") {
				t.Errorf("%s (%s): no question mark at the end: %s", it.ID, l.name, q)
			}
			if word := negation.FindString(q); word != "" {
				t.Errorf("%s (%s): %q in the question: %s", it.ID, l.name, word, q)
			}
			want := s.Kind == assess.Strategy && !slices.Contains(describing, it.ID)
			if got := strings.Contains(q, spans[l.name]); got != want {
				t.Errorf("%s (%s): asks for %q is %v, want %v: %s", it.ID, l.name, spans[l.name], got, want, q)
			}
		}
	})
}

func TestAnchors(t *testing.T) {
	eachItem(instruments.All(), func(_ assess.Scale, _ int, it assess.Item) {
		for _, l := range languages {
			seen := map[string]int{}
			for i, text := range it.Anchors {
				level, a := i+1, text.In(l.name)
				complete(t, fmt.Sprintf("%s: anchor %d", it.ID, level), text)
				if n := utf8.RuneCountInString(a); n > maxAnchor {
					t.Errorf("%s (%s): anchor %d has %d runes, at most %d: %s", it.ID, l.name, level, n, maxAnchor, a)
				}
				if word := negation.FindString(a); word != "" {
					t.Errorf("%s (%s): %q in anchor %d: %s", it.ID, l.name, word, level, a)
				}
				if strings.HasSuffix(a, ".") {
					t.Errorf("%s (%s): full stop after anchor %d: %s", it.ID, l.name, level, a)
				}
				same := strings.ToLower(a)
				if other := seen[same]; other > 0 {
					t.Errorf("%s (%s): anchors %d and %d are the same: %s", it.ID, l.name, other, level, a)
				}
				seen[same] = level
			}
		}
	})
}

// TestNegation: the pattern finds what the rule forbids and leaves other words.
func TestNegation(t *testing.T) {
	for text, want := range map[string]bool{
		"Unit tidak ada": true, "Bukan unit": true, "It isn't done": true, "It isn’t done": true,
		"Not yet": true, "does not": true, "cannot say": true,
		"Notulen rapat": false, "They have yet to be set": false, "Nothing in writing": false, "A note": false,
	} {
		if got := negation.MatchString(text); got != want {
			t.Errorf("negation in %q is %v, want %v", text, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	in := instruments.Default()
	if got := instruments.Find("Regional-Government"); got != in {
		t.Errorf("Find without case gives %p, want %p", got, in)
	}
	if got := instruments.Find("none"); got != nil {
		t.Errorf("Find of an unknown id gives %s, want nil", got.ID)
	}
	other := instruments.Find("institutional-evaluation")
	if all := instruments.All(); !slices.Equal(all, []*assess.Instrument{in, other}) {
		t.Errorf("All gives %d instruments, want the default and %v", len(all), other)
	}
}

func eachItem(all []*assess.Instrument, f func(s assess.Scale, i int, it assess.Item)) {
	for _, in := range all {
		for _, s := range in.Scales {
			for i, it := range s.Items {
				f(s, i, it)
			}
		}
	}
}

func complete(t *testing.T, what string, text assess.Text) {
	t.Helper()
	for lang, words := range map[string]string{"id": text.ID, "en": text.EN} {
		if strings.TrimSpace(words) == "" {
			t.Errorf("%s missing in %s", what, lang)
		}
		if words != strings.Join(strings.Fields(words), " ") {
			t.Errorf("%s in %s: stray space: %q", what, lang, words)
		}
	}
}

func bands(t *testing.T, what string, bands []assess.Band) {
	t.Helper()
	if len(bands) == 0 || bands[len(bands)-1].UpTo != 100 {
		t.Errorf("%s: bands %v do not end at 100", what, bands)
	}
	for _, b := range bands {
		complete(t, fmt.Sprintf("%s: title of the band up to %v", what, b.UpTo), b.Title)
	}
}
