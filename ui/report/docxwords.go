package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// docxLines is a text within a run, its lines kept apart.
func docxLines(s string) string {
	var b strings.Builder
	for i, line := range strings.FieldsFunc(s, lineBreak) {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		b.WriteString(`<w:t xml:space="preserve">` + escapeXML(line) + "</w:t>")
	}
	return b.String()
}

// flat is a text on one line, for places that have no more room.
func flat(s string) string { return strings.Join(strings.FieldsFunc(s, lineBreak), " / ") }

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escapeXML makes words of a person safe between tags and in attributes. What the
// format cannot hold falls away: signs of control, those that turn the direction of
// what follows, and bytes that are no letters. A tab becomes a blank.
func escapeXML(s string) string {
	return xmlEscaper.Replace(strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || lineBreak(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == 0xfffe, r == 0xffff, r == utf8.RuneError:
			return -1
		}
		return r
	}, s))
}
