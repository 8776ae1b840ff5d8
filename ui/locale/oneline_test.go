package locale

import (
	"testing"

	"luwes/assess"
)

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"Kabupaten Bandung": "Kabupaten Bandung",
		"a\r\nb\tc":         "a  b c",
		"\x1b[2J\a\u009bm":  "\uFFFD[2J\uFFFD\uFFFDm",
		"a\u202eb\u2066c":   "a\uFFFDb\uFFFDc",
		"a\u2028b":          "a b",
	} {
		if got := OneLine(in); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
}

// What a sentence names comes from outside and must not move the cursor.
func TestProblemIsSafe(t *testing.T) {
	p := assess.NewProblem("id-characters", "id", "A\x1b[2J")
	p.Place = assess.Place{File: "\x1b]0;x\a.yaml", Line: 1, Column: 2}
	if m := For(English).Problem(p); m.Sentence != OneLine(m.Sentence) {
		t.Errorf("%q", m.Sentence)
	}
}
