package locale

import (
	"strings"
	"unicode"
)

// OneLine makes a text from outside safe for a terminal and keeps it on one line:
// control characters, and signs that turn the direction of writing, would show
// something else than what is there.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("\n\t\r\u2028\u2029", r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return '\uFFFD'
		}
		return r
	}, s)
}
