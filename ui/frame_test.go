package ui

import "testing"

// A line ends at a blank or behind a hyphen between words, never within a class or a date.
func TestWrap(t *testing.T) {
	for text, want := range map[string]string{
		"Kelas P-5 kini":          "Kelas\nP-5 kini",
		"kelas-P-5":               "kelas-\nP-5",
		"daerah-daerah":           "daerah-\ndaerah",
		"temuan. - hilang":        "temuan.\n- hilang", // a sign by itself: not beyond the edge, where it would be cut
		"abcdefgh -- dan":         "abcdefgh\n-- dan",
		"sejak 2026-11-23 berada": "sejak\n2026-11-\n23\nberada", // longer than a line
	} {
		if got := wrap(text, 8); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := wrap("per 2026-11-23", 11); got != "per\n2026-11-23" {
		t.Errorf("got %q", got)
	}
}
