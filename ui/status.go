package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The line at the foot, which says what happened and tells of errors.

func (a *App) say(text func(Look) string) { a.status, a.failed = text, false }

// tell puts an error on the line at the foot, in words of the language of the
// moment.
func (a *App) tell(err error) {
	a.status = func(l Look) string {
		m := l.Words.Error(err)[0]
		return strings.TrimSpace(sentence(m.Sentence) + " " + m.Hint)
	}
	a.failed = true
}

// sentence begins a text with a capital, unless that is a name of a file, and
// ends it with a full stop.
func sentence(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if !strings.ContainsAny(first, `./\:_`) {
		s = capital(s)
	}
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
