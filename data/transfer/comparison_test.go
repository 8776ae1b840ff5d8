package transfer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
)

// wave is the fixed session with one person a code, each with one keyed level for
// all of STR.
func wave(t *testing.T, id, date string, codes string, levels ...int) *assess.Session {
	s := fixed(t)
	s.ID, s.Date, s.Respondents = id, date, nil
	for i, code := range strings.Fields(codes) {
		r := assess.Respondent{ID: code}
		ticked := []assess.Answer{assess.At(levels[i]), assess.At(s.Instrument.Levels + 1 - levels[i])} // the second is reversed
		for k, item := range []string{"STR1", "STR2"} {
			r.Entries = append(r.Entries, assess.Entry{Item: item, Round: 1, Answer: ticked[k]})
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func compared(t *testing.T, sessions ...*assess.Session) []byte {
	t.Helper()
	var sides []assess.Side
	for _, s := range sessions {
		sides = append(sides, assess.SideOf(s))
	}
	var out bytes.Buffer
	if err := WriteComparison(&out, assess.Compare(sides)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestComparisonFile(t *testing.T) {
	a := wave(t, "aaaaaaaaa1", "2025-11-24", "a b c d e f g h", 1, 2, 2, 3, 3, 2, 4, 1)
	b := wave(t, "bbbbbbbbb2", "2026-11-23", "A b c d e f x y z", 2, 3, 4, 3, 5, 2, 4, 3, 4)
	b.Margin = 12.5
	b.Modules = []string{"more"}
	golden(t, "comparison.json", compared(t, a, b))
}

// A margin belongs to the later session of a pair, whichever is named first; the
// file has that of the latest of all.
func TestComparisonMargins(t *testing.T) {
	a := wave(t, "aaaaaaaaa1", "2024-11-24", "a b", 1, 2)
	b := wave(t, "bbbbbbbbb2", "2025-11-24", "a b", 2, 3)
	c := wave(t, "ccccccccc3", "2026-11-23", "a b", 2, 4)
	b.Margin, c.Margin = 5, 8
	for _, sides := range [][]*assess.Session{{a, b, c}, {c, b, a}} {
		var file struct {
			Margin float64
			Pairs  []struct {
				From, To string
				Margin   *float64
			}
		}
		if err := json.Unmarshal(compared(t, sides...), &file); err != nil {
			t.Fatal(err)
		}
		if file.Margin != 8 {
			t.Errorf("margin %v, want that of the latest session, 8", file.Margin)
		}
		for _, p := range file.Pairs {
			early := p.From != c.ID && p.To != c.ID
			if early != (p.Margin != nil) || early && *p.Margin != 5 {
				t.Errorf("from %s to %s: margin %v", p.From, p.To, p.Margin)
			}
		}
	}
	if got := compared(t, a, a); !bytes.Contains(got, []byte(`"margin": 10,`)) {
		t.Error("without a margin of its own the session has not that of luwes, 10")
	}
}

// What has no number says why.
func TestComparisonReasons(t *testing.T) {
	two := wave(t, "aaaaaaaaa1", "2025-11-24", "a b", 1, 2)
	one := wave(t, "bbbbbbbbb2", "2026-11-23", "a", 3)
	room := wave(t, "ccccccccc3", "2026-11-23", "room", 3)
	room.Method = assess.ConsensusMethod
	flat := wave(t, "ddddddddd4", "2026-11-23", "a b c d e f g h", 3, 3, 3, 3, 3, 3, 3, 3)
	hidden := wave(t, "eeeeeeeee5", "2026-11-23", "x y", 1, 2)
	hidden.Identity = assess.Anonymous
	masked := wave(t, "fffffffff6", "2026-11-23", "u v w x y z", 1, 2, 3, 4, 5, 5)
	masked.Identity = assess.Anonymous
	for _, c := range []struct {
		name     string
		from, to *assess.Session
		want     map[string]any
	}{
		{"one person", two, one, map[string]any{"comparable": true, "design": "welch", "n_to": 1., "n_matched": 1., "difference": 37.5,
			"se": nil, "se_reason": "one-person", "p_holm_reason": "one-person", "low_reason": "one-person", "verdict": "too-few", "hedges_g_reason": "one-person"}},
		{"the room", two, room, map[string]any{"comparable": true, "design": nil, "design_reason": "consensus", "n_matched_reason": "consensus",
			"difference": 37.5, "p_reason": "consensus", "verdict": nil, "verdict_reason": "consensus", "hedges_g_reason": "consensus"}},
		{"no spread", flat, flat, map[string]any{"design": "paired", "difference": 0., "p": nil, "p_reason": "no-spread", "verdict": nil, "verdict_reason": "no-spread"}},
		{"two anonymous people", two, hidden, map[string]any{"comparable": false, "reason": "anonymous-few", "n_from": nil, "n_from_reason": "anonymous-few",
			"difference": nil, "difference_reason": "anonymous-few", "verdict_reason": "anonymous-few"}},
		{"six anonymous people", two, masked, map[string]any{"comparable": true, "design": "welch", "n_from": 2., "n_to": 6., "n_matched": nil,
			"n_matched_reason": "unmatched", "verdict": "too-few"}},
	} {
		var file struct {
			Pairs []struct{ Scales []map[string]any }
		}
		if err := json.Unmarshal(compared(t, c.from, c.to), &file); err != nil {
			t.Fatal(err)
		}
		got := file.Pairs[0].Scales[0]
		for key, want := range c.want {
			if value, there := got[key]; !there || value != want {
				t.Errorf("%s: %s is %v (there: %t), want %v", c.name, key, value, there, want)
			}
		}
		for key := range got {
			if reason, ok := got[key+"_reason"]; ok && (got[key] != nil || reason == "") {
				t.Errorf("%s: %s is %v beside the reason %v", c.name, key, got[key], reason)
			}
		}
		if text := fmt.Sprint(got); strings.Contains(text, "not-built") {
			t.Errorf("%s: something is not built: %s", c.name, text)
		}
	}
}
