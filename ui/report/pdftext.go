package report

import (
	"strings"
	"unicode/utf8"
)

// A piece is a stretch of a line in one emphasis.
type piece struct {
	text     string
	emphasis Emphasis
	width    float64
}

// A textLine is a line of pieces that follow each other.
type textLine []piece

func (l textLine) width() float64 {
	sum := 0.0
	for _, p := range l {
		sum += p.width
	}
	return sum
}

// wrap breaks text into lines that are at most so wide, in points: at blanks, and
// within a word where it is wider than a line.
func (p *print) wrap(text []Span, size, width float64) []textLine {
	w := wrapping{p: p, size: size, width: width}
	for _, s := range text {
		w.span(s)
	}
	w.word()
	w.end()
	return w.lines
}

// A wrapping is text while it is broken into lines.
type wrapping struct {
	p           *print
	size, width float64
	lines       []textLine
	line        textLine
	used        float64
	pending     textLine // a word that may go on in the next span
	blank       Emphasis // of the blank before that word
	spaced      bool     // there is one
}

func (w *wrapping) span(s Span) {
	text := w.p.faces[s.Emphasis].shown(s.Text)
	for text != "" {
		at := strings.IndexByte(text, ' ')
		if at != 0 {
			part := text
			if at > 0 {
				part = text[:at]
			}
			w.pending = append(w.pending, w.piece(part, s.Emphasis))
			text = text[len(part):]
			continue
		}
		w.word()
		w.blank, w.spaced = s.Emphasis, true
		text = text[1:]
	}
}

func (w *wrapping) piece(text string, e Emphasis) piece {
	return piece{text, e, w.p.faces[e].width(text, w.size)}
}

// word puts the pending word on the line, or on the next one if it does not fit.
func (w *wrapping) word() {
	if len(w.pending) == 0 {
		return
	}
	word := w.pending
	w.pending = nil
	if w.spaced && len(w.line) > 0 {
		blank := w.piece(" ", w.blank)
		if w.used+blank.width+word.width() <= w.width+0.01 {
			w.put(blank)
		} else {
			w.end()
		}
	}
	w.spaced = false
	for _, part := range word {
		w.broken(part)
	}
}

// broken puts a piece of a word down, and breaks it where it is wider than what is
// left.
func (w *wrapping) broken(part piece) {
	for w.used+part.width > w.width+0.01 {
		head := w.head(part)
		if head == "" {
			w.end()
			continue
		}
		w.put(w.piece(head, part.emphasis))
		w.end()
		part = w.piece(part.text[len(head):], part.emphasis)
	}
	if part.text != "" {
		w.put(part)
	}
}

// head is as much of a piece as fits on the line; on an empty one at least one sign.
func (w *wrapping) head(part piece) string {
	room := w.width - w.used
	at, f := 0, w.p.faces[part.emphasis]
	for i, sign := range part.text {
		room -= f.of(sign) * w.size
		if room < 0 && (i > 0 || len(w.line) > 0) {
			break
		}
		at = i + utf8.RuneLen(sign)
	}
	return part.text[:at]
}

// put adds a piece to the line, to the piece before it where they look the same.
func (w *wrapping) put(part piece) {
	w.used += part.width
	if last := len(w.line) - 1; last >= 0 && w.line[last].emphasis == part.emphasis {
		w.line[last].text += part.text
		w.line[last].width += part.width
		return
	}
	w.line = append(w.line, part)
}

func (w *wrapping) end() {
	if len(w.line) > 0 {
		w.lines = append(w.lines, w.line)
	}
	w.line, w.used = nil, 0
}

// put writes lines below each other, with the top of the first at y.
func (p *print) put(font textFont, lines []textLine, x, y float64) {
	for i, line := range lines {
		p.putLine(font, line, x, y+float64(i)*font.leading)
	}
}

// putLine writes a line whose top is at y.
func (p *print) putLine(font textFont, line textLine, x, y float64) {
	p.pdf.SetTextColor(font.colour.r, font.colour.g, font.colour.b)
	base := y + (font.leading-font.size)/2 + font.size*0.8
	for _, part := range line {
		p.pdf.SetFont(family, p.faces[part.emphasis].style, font.size)
		p.pdf.Text(x, base, part.text)
		x += part.width
	}
}

// line writes text that fits on one line.
func (p *print) line(font textFont, text []Span, x, y float64) {
	for _, line := range p.wrap(text, font.size, paperWidth) {
		p.putLine(font, line, x, y)
		return
	}
}

// cut shortens text to one line of a width.
func (p *print) cut(text string, font textFont, width float64) []Span {
	lines := p.wrap(plain(text), font.size, width)
	if len(lines) < 2 {
		return plain(text)
	}
	line := p.wrap(plain(text), font.size, width-font.size)[0]
	return plain(line[0].text + "…")
}

// block writes text over the full width that stays on one page.
func (p *print) block(font textFont, text []Span) {
	lines := p.wrap(text, font.size, textWidth)
	height := float64(len(lines)) * font.leading
	p.introduce(height)
	p.put(font, lines, sideMargin, p.y)
	p.y += height
}
