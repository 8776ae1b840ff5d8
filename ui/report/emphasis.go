package report

import "strings"

// Messages mark emphasis as Markdown does: *italic* and **bold**. Values are kept
// from being read as marks by a backslash before each.

var protector = strings.NewReplacer(`\`, `\\`, `*`, `\*`)

// protect makes a text safe to stand in a message with marks.
func protect(s string) string { return protector.Replace(s) }

// spans parts a message at its marks.
func spans(message string) []Span {
	var out []Span
	var text strings.Builder
	now := Plain
	flush := func(next Emphasis) {
		if text.Len() > 0 {
			out = append(out, Span{text.String(), now})
			text.Reset()
		}
		now = next
	}
	for i := 0; i < len(message); i++ {
		switch c := message[i]; {
		case c == '\\' && i+1 < len(message):
			i++
			text.WriteByte(message[i])
		case c == '*':
			mark := Italic
			if i+1 < len(message) && message[i+1] == '*' {
				mark = Bold
				i++
			}
			if now == mark {
				mark = Plain
			}
			flush(mark)
		default:
			text.WriteByte(c)
		}
	}
	flush(Plain)
	return out
}

// plain is a text without emphasis.
func plain(s string) []Span { return []Span{{Text: s}} }

// lead is a point that begins with a name in bold.
func lead(name, said string) []Span { return []Span{{name + ":", Bold}, {Text: " " + said}} }
