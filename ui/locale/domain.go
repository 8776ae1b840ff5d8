package locale

import (
	"unicode"
	"unicode/utf8"

	"strings"

	"luwes/assess"
)

// Text gives a text of an instrument in this language. {we} and {We} in it
// become the referent of the session: the whole government, or the one agency
// that unit names.
func (w *Words) Text(t assess.Text, unit string) string {
	s := t.In(w.lang)
	if !strings.Contains(s, "{") {
		return s
	}
	we := w.T("referent.government")
	if unit != "" {
		we = w.T("referent.agency")
	}
	return strings.NewReplacer("{we}", we, "{We}", strings.ToUpper(we[:1])+we[1:]).Replace(s)
}

// Reason says why a figure is unknown, in a few words.
func (w *Words) Reason(r assess.Reason) string { return w.T("reason." + string(r)) }

// ReasonSentence says the same as a sentence of its own.
func (w *Words) ReasonSentence(r assess.Reason) string {
	return asSentence(w.Reason(r))
}

// asSentence makes a sentence of some words.
func asSentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:] + "."
}

// Kind names a kind of scales, in the plural.
func (w *Words) Kind(k assess.Kind) string { return w.T("kind." + string(k)) }

// Status names the status of a session.
func (w *Words) Status(s assess.Status) string { return w.T("status." + string(s)) }

// Method names the method of a session.
func (w *Words) Method(m assess.Method) string { return w.T("method." + string(m)) }

// Voices says who answered: so many people, or the whole room as one.
func (w *Words) Voices(m assess.Method, people int) string {
	if m == assess.ConsensusMethod {
		return w.T("results.room")
	}
	return w.N("results.people", people)
}

// Identity names how the respondents of a session are told apart.
func (w *Words) Identity(i assess.Identity) string { return w.T("identity." + string(i)) }
