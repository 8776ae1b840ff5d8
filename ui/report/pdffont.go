package report

import (
	"fmt"
	"strings"
	"unicode"

	imagefont "golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// family is what the Go fonts are called within a file. They were drawn by Bigelow &
// Holmes, may be used freely, and tell apart 1, l and I, and 0 and O.
const family = "go"

// A face is one of the fonts, with the widths of its signs.
type face struct {
	style  string // as the PDF library calls it
	file   []byte
	font   *sfnt.Font
	buffer sfnt.Buffer
	widths map[rune]float64 // in parts of the size; negative for a sign that is not there
}

func newFace(e Emphasis) (*face, error) {
	f := &face{widths: map[rune]float64{}}
	switch e {
	case Plain:
		f.style, f.file = "", goregular.TTF
	case Italic:
		f.style, f.file = "I", goitalic.TTF
	case Bold:
		f.style, f.file = "B", gobold.TTF
	}
	var err error
	if f.font, err = sfnt.Parse(f.file); err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return f, nil
}

// of is the width of a sign in parts of the size; negative if the font does not have
// it.
func (f *face) of(sign rune) float64 {
	if w, ok := f.widths[sign]; ok {
		return w
	}
	w := f.look(sign)
	f.widths[sign] = w
	return w
}

func (f *face) look(sign rune) float64 {
	glyph, err := f.font.GlyphIndex(&f.buffer, sign)
	if err != nil || glyph == 0 {
		return -1
	}
	em := fixed.I(1000)
	advance, err := f.font.GlyphAdvance(&f.buffer, glyph, em, imagefont.HintingNone)
	if err != nil {
		return -1
	}
	return float64(advance) / float64(em)
}

// width is how wide a text is in points at a size.
func (f *face) width(text string, size float64) float64 {
	sum := 0.0
	for _, sign := range text {
		sum += f.of(sign)
	}
	return sum * size
}

// Signs that no font of ours has but that have a near relation in it.
var relations = strings.NewReplacer("☐", "□", "✓", "√", "✔", "√", "\u2010", "-", "\u2011", "-", "\u00a0", " ", "\u202f", " ", "\u2009", " ", "\ufe0f", "")

// unknown stands where a font does not have a sign, such as a smiley.
const unknown = '□'

// shown are words of a person as this font can show them: on one line, without signs
// that control something, and with a box for what it does not have.
func (f *face) shown(s string) string {
	if f.plain(s) {
		return s
	}
	s = relations.Replace(norm.NFC.String(strings.Join(strings.FieldsFunc(s, lineBreak), " / ")))
	var b strings.Builder
	for _, sign := range s {
		switch {
		case unicode.IsControl(sign), unicode.Is(unicode.Cf, sign):
			b.WriteByte(' ')
		case f.of(sign) >= 0:
			b.WriteRune(sign)
		default:
			b.WriteString(f.bare(sign))
		}
	}
	return b.String()
}

// plain reports whether there is nothing to do, as for most texts.
func (f *face) plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// bare is a sign without the marks above and below it that the font does not know.
func (f *face) bare(sign rune) string {
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(sign)) {
		if !unicode.Is(unicode.Mn, part) && f.of(part) >= 0 {
			b.WriteRune(part)
		}
	}
	if b.Len() == 0 {
		b.WriteRune(unknown)
	}
	return b.String()
}
