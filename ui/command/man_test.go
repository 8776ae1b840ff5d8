package command

import "testing"

func TestRoff(t *testing.T) {
	for in, want := range map[string]string{
		"":             "",
		"a-b":          `a\-b`,
		`a\b`:          `a\eb`,
		".TH":          `\&.TH`,
		"a\n\nb":       "a\n.PP\nb",
		"a\n  luwes x": "a\n.br\nluwes x",
		"0–20 …":       `0\[u2013]20 \[u2026]`,
	} {
		if got := roff(in); got != want {
			t.Errorf("roff(%q) = %q, want %q", in, got, want)
		}
	}
}
