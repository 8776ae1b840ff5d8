package instruments_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"luwes/assess"
	"luwes/assess/instruments"
)

// form is the rehearsal of the official evaluation.
func form() *assess.Instrument { return instruments.Find(instruments.EvaluationID) }

func TestFormScales(t *testing.T) {
	in := form()
	want := []struct {
		id    string
		items int
	}{{"kom", 14}, {"for", 7}, {"sen", 11}, {"sel", 8}, {"tat", 7}, {"per", 4}, {"ris", 6}, {"tek", 5}}
	if len(in.Scales) != len(want) || in.ItemCount() != 62 {
		t.Fatalf("%d scales with %d items, want %d with 62", len(in.Scales), in.ItemCount(), len(want))
	}
	for i, w := range want {
		if s := in.Scales[i]; s.ID != w.id || len(s.Items) != w.items || s.Kind != assess.Other {
			t.Errorf("scale %d is %s, %s, with %d items; want %s, other, %d", i+1, s.ID, s.Kind, len(s.Items), w.id, w.items)
		}
	}
	if in.ID != instruments.EvaluationID || in.Version != "1.0.0" || in.Levels != 4 || in.Convention != assess.Share {
		t.Errorf("%s %s, %d levels, %s; want %s 1.0.0, 4, share", in.ID, in.Version, in.Levels, in.Convention, instruments.EvaluationID)
	}
	if mods := in.Modules(); len(mods) > 0 {
		t.Errorf("modules are %v, want none: a part has no rating", mods)
	}
}

// TestFormReversed: which items state a fault is the form's, not ours.
func TestFormReversed(t *testing.T) {
	want := strings.Fields("kom1 kom2 kom3 kom4 kom5 kom6 kom8 kom10 for1 for3 sen1 sen3 sen4 per2 per4 ris4 ris5 tek4")
	var got []string
	eachItem([]*assess.Instrument{form()}, func(_ assess.Scale, _ int, it assess.Item) {
		if it.Reverse {
			got = append(got, it.ID)
		}
	})
	if !slices.Equal(got, want) {
		t.Errorf("reversed are %v, want %v", got, want)
	}
}

func TestFormTitles(t *testing.T) {
	in := form()
	complete(t, "title of the instrument", in.Title)
	for _, g := range in.Groups {
		complete(t, "title of group "+g.ID, g.Title)
	}
	for _, s := range in.Scales {
		complete(t, s.ID+": title", s.Title)
	}
	for _, l := range in.Labels {
		complete(t, "label", l)
	}
	bands(t, "instrument", in.Bands)
	for _, c := range in.Composites {
		complete(t, c.ID+": title", c.Title)
	}
	if len(in.Labels) != 4 {
		t.Errorf("%d labels, want STS, TS, S, SS", len(in.Labels))
	}
}

// TestStatements: the form asks for agreement, so its questions are statements,
// and none is a denial, to which agreeing would be a riddle.
func TestStatements(t *testing.T) {
	eachItem([]*assess.Instrument{form()}, func(_ assess.Scale, _ int, it assess.Item) {
		for _, l := range languages {
			q := referent.ReplaceAllString(it.Text.In(l.name), l.we)
			if n := utf8.RuneCountInString(q); n > maxQuestion {
				t.Errorf("%s (%s): statement has %d runes, at most %d: %s", it.ID, l.name, n, maxQuestion, q)
			}
			if !strings.HasSuffix(q, ".") {
				t.Errorf("%s (%s): no full stop at the end: %s", it.ID, l.name, q)
			}
			if word := negation.FindString(q); word != "" {
				t.Errorf("%s (%s): %q in the statement: %s", it.ID, l.name, word, q)
			}
		}
	})
}

// TestFormLadders: the form's anchors say of how much a statement holds: none,
// most not, most, all. The outer ones speak of all, whichever way the item runs.
func TestFormLadders(t *testing.T) {
	words := map[string][2]string{"id": {"semua ", "sebagian besar "}, "en": {"all ", "most "}}
	eachItem([]*assess.Instrument{form()}, func(_ assess.Scale, _ int, it assess.Item) {
		for _, l := range languages {
			for i, a := range it.Anchors {
				inner := (i + 1) / 2 % 2 // 0 1 1 0
				if text := strings.ToLower(a.In(l.name)); !strings.Contains(text, words[l.name][inner]) {
					t.Errorf("%s (%s): anchor %d lacks %q: %s", it.ID, l.name, i+1, words[l.name][inner], text)
				}
			}
		}
	})
}
