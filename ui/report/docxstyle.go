package report

import (
	_ "embed"
	"regexp"
	"strings"
)

//go:embed docx.styles.xml
var docxStyleSheet string

// A docxStyle is one style of our sheet.
type docxStyle struct {
	kind string // "paragraph" or "table"
	id   string // how paragraphs refer to it
	name string // what a person reads; the same in every language of Word
	text string // as it stands in the sheet
}

var (
	oneStyle  = regexp.MustCompile(`(?s)<w:style w:type="(\w+)"[^>]* w:styleId="(\w+)"><w:name w:val="([^"]+)"/>.*?</w:style>`)
	styleLink = regexp.MustCompile(`(<w:(?:basedOn|next) w:val=")(\w+)(")`)
)

// docxStyles are the styles of our sheet in its order.
func docxStyles() []docxStyle {
	var out []docxStyle
	for _, m := range oneStyle.FindAllStringSubmatch(docxStyleSheet, -1) {
		out = append(out, docxStyle{kind: m[1], id: m[2], name: m[3], text: m[0]})
	}
	return out
}

// identity is the map of styles of a document that has ours and no other.
func identity(styles []docxStyle) map[string]string {
	out := map[string]string{}
	for _, s := range styles {
		out[s.id] = s.id
	}
	return out
}

// as is the style with the ids of another document, where it is none by default.
func (s docxStyle) as(ids map[string]string) string {
	text := strings.Replace(strings.Replace(s.text, ` w:default="1"`, "", 1), "<w:style ", `<w:style xmlns:w="`+mainSpace+`" `, 1)
	text = strings.Replace(text, ` w:styleId="`+s.id+`"`, ` w:styleId="`+ids[s.id]+`"`, 1)
	return styleLink.ReplaceAllStringFunc(text, func(link string) string {
		m := styleLink.FindStringSubmatch(link)
		return m[1] + ids[m[2]] + m[3]
	})
}
