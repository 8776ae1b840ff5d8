package locale

import "testing"

// A negative number has one sign wherever it stands, that of subtraction.
func TestNegativeNumbers(t *testing.T) {
	for lang, want := range map[string]string{"id": "−1,76", "en": "−1.76"} {
		w := For(lang)
		if got := w.Number(-1.76, 2); got != want {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
		if got := w.Signed(-1.76, 2); got != want {
			t.Errorf("%s, as a change: got %q, want %q", lang, got, want)
		}
	}
}
