package report

// heading waits for what follows it.
func (p *print) heading(h Heading) { p.waiting = append(p.waiting, h) }

// The room around headings.
const (
	aboveSection, belowSection = 16.0, 6.0
	abovePart, belowPart       = 9.0, 3.0
)

func (p *print) heightOf(h Heading) float64 {
	font := headingFonts[h.Level]
	height := float64(len(p.wrap([]Span{{h.Text, Bold}}, font.size, textWidth))) * font.leading
	if h.Level == 2 {
		return aboveSection + height + belowSection
	}
	return abovePart + height + belowPart
}

// writeHeading writes a heading where there is room for it and for what follows, and
// leads there from the bookmarks.
func (p *print) writeHeading(h Heading) {
	above, below := abovePart, belowPart
	if h.Level == 2 {
		above, below = aboveSection, belowSection
	}
	p.gap(above)
	font := headingFonts[h.Level]
	lines := p.wrap([]Span{{h.Text, Bold}}, font.size, textWidth)
	p.put(font, lines, sideMargin, p.y)
	p.bookmark(h)
	p.y += float64(len(lines)) * font.leading
	if h.Level == 2 {
		p.y += 2
		p.rule(hairline, 0.75)
	}
	p.y += below
}

// bookmark needs a section above that of a part.
func (p *print) bookmark(h Heading) {
	level := 0
	if h.Level > 2 && p.bookmarks {
		level = 1
	}
	p.bookmarks = true
	p.pdf.Bookmark(p.faces[Plain].shown(h.Text), level, p.y)
}

func (p *print) paragraph(t Paragraph) {
	p.flow(p.wrap(t.Spans, bodyFont.size, textWidth), sideMargin)
	p.y += 5
}

func (p *print) list(l List) {
	const indent = 12
	for _, item := range l.Items {
		lines := p.wrap(item, bodyFont.size, textWidth-indent)
		p.introduce(p.together(lines))
		p.line(bodyFont, plain("•"), sideMargin+3, p.y)
		p.flow(lines, sideMargin+indent)
		p.y += 2
	}
	p.y += 4
}

// together is the room that the first lines of a text need: no line of it stands
// alone at the foot of a page.
func (p *print) together(lines []textLine) float64 {
	n := len(lines)
	if n > 3 {
		n = 2
	}
	return float64(n) * bodyFont.leading
}

// flow writes lines over as many pages as they need, with none of them alone at the
// foot or the top of a page.
func (p *print) flow(lines []textLine, x float64) {
	for len(lines) > 0 {
		p.introduce(p.together(lines))
		fits := min(int(p.left()/bodyFont.leading), len(lines))
		if fits == len(lines)-1 && fits > 2 {
			fits--
		}
		p.put(bodyFont, lines[:fits], x, p.y)
		p.y += float64(fits) * bodyFont.leading
		lines = lines[fits:]
	}
}
