package ui

import (
	"testing"

	"charm.land/bubbles/v2/textinput"
)

// The caret of a long text is always in sight, and a cut end has its sign.
func TestFieldShowsItsCaret(t *testing.T) {
	l := NewApp(options(&fakeStore{}, "id")).look
	in := textinput.New()
	in.SetValue("Menyusun kajian beban kerja")
	for _, tc := range []struct {
		at, width int
		text      string
		caret     int
	}{
		{27, 40, "Menyusun kajian beban kerja", 27},
		{27, 12, "…an kerja", 9},
		{0, 12, "Menyusun k…", 0},
		{12, 12, "…usun kaji…", 9},
		{27, 2, "Menyusun kajian beban kerja", 27},
	} {
		in.SetCursor(tc.at)
		text, caret := inSight(l, &in, tc.width)
		if text != tc.text || caret != tc.caret {
			t.Errorf("at %d of %d: %q with the caret at %d, want %q at %d", tc.at, tc.width, text, caret, tc.text, tc.caret)
		}
	}
}
