package assess

import (
	"strings"
	"testing"
)

const soundYAML = `id: small
version: 1.0.0
title: {en: Small}
levels: 2
labels: [{en: a}, {en: b}]
scales:
  - id: S
    kind: other
    title: {en: S}
    items:
      - {id: S1, text: {en: x}, weight: 1}
`

// What brings a parser down or does not belong into a text is told at its place.
func TestOddYAML(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"brackets":       {"a: " + strings.Repeat("[", 20_000), "1:104: yaml-deep"},
		"braces":         {strings.Repeat("{a: ", 20_000), "1:401: yaml-deep"},
		"questions":      {strings.Repeat("? ", 20_000), "1:2001: yaml-deep"},
		"hyphens":        {strings.Repeat("- ", 20_000), "1:2001: yaml-deep"},
		"anchors":        {"a: " + strings.Repeat("&a ", 20_000), "1:3004: yaml-deep"},
		"tags":           {"a: " + strings.Repeat("!!str ", 20_000), "1:5004: yaml-deep"},
		"indentation":    {indented(300), "202:202: yaml-deep"},
		"mark":           {"\uFEFF" + soundYAML, ""},
		"CRLF":           {strings.ReplaceAll(soundYAML, "\n", "\r\n"), ""},
		"NUL":            {"id: a\nversion: 1\x002", "2:11: control-character value=\"\\x00\""},
		"no UTF-8":       {"id: a\ntitle: \xe9", "2:8: yaml-not-utf8"},
		"escape":         {strings.Replace(soundYAML, "{en: x}", `{en: "\e[2J"}`, 1), "11:29: control-character value=\"\\x1b[2J\""},
		"odd id":         {strings.Replace(soundYAML, "id: small", `id: "s\e[m"`, 1), "1:5: control-character value=\"s\\x1b[m\"\n1:5: id-characters id=\"s\\x1b[m\""},
		"huge weight":    {strings.Replace(soundYAML, "weight: 1", "weight: 1e308", 1), "11:41: yaml-number value=\"1e308\""},
		"tiny weight":    {strings.Replace(soundYAML, "weight: 1", "weight: 1e-300", 1), "11:41: yaml-number value=\"1e-300\""},
		"a column's id":  {strings.Replace(soundYAML, "id: S1", "id: Answer", 1), "11:14: id-reserved id=\"Answer\""},
		"a merge key":    {strings.Replace(soundYAML, "version: 1.0.0", "version: 1.0.0\n<<: {a: b}", 1), "3:1: unknown-key allowed=\"id, version, title, levels, convention, labels, groups, scales, bands, composites\" key=\"<<\""},
		"many list rows": {soundYAML + strings.Repeat("      - {id: S1, text: {en: x}}\n", 1), "12:14: id-twice id=\"S1\" kind=\"item\""},
	} {
		got := ""
		if _, err := ParseInstrument([]byte(c.src)); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

func indented(levels int) string {
	var b strings.Builder
	for i := range levels {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
