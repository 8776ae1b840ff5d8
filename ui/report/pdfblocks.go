package report

// heading waits for what follows it.
func (p *print) heading(h Heading) {
	p.waiting = append(p.waiting, held{p.heightOf(h), func() { p.writeHeading(h) }})
}

func (p *print) lookOf(h Heading) headingLook {
	if h.Level == 2 {
		return p.look.section
	}
	return p.look.part
}

func (p *print) heightOf(h Heading) float64 {
	look := p.lookOf(h)
	return look.above + float64(len(p.wrap([]Span{{h.Text, Bold}}, look.font.size, textWidth)))*look.font.leading + look.below
}

// writeHeading writes a heading where there is room for it and for what follows, and
// leads there from the bookmarks.
func (p *print) writeHeading(h Heading) {
	look := p.lookOf(h)
	p.gap(look.above)
	lines := p.wrap([]Span{{h.Text, Bold}}, look.font.size, textWidth)
	p.put(look.font, lines, sideMargin, p.y)
	p.bookmark(h)
	p.y += float64(len(lines)) * look.font.leading
	if h.Level == 2 {
		p.y++
		p.rule(hairline, 0.75)
	}
	p.y += look.below
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
	lines := p.wrap(t.Spans, p.look.body.size, textWidth)
	if p.signed() || p.leads() && len(p.waiting) > 0 {
		p.hold(lines, 0, 5)
		return
	}
	p.flow(lines, sideMargin)
	p.space(5)
}

// hold keeps lines for the page of what follows, indented by so many points and with
// so much room after them; an indented one begins with a mark.
func (p *print) hold(lines []textLine, indent, after float64) {
	height := float64(len(lines)) * p.look.body.leading
	p.waiting = append(p.waiting, held{height + after*p.look.gaps, func() {
		if indent > 0 {
			p.mark()
		}
		p.put(p.look.body, lines, sideMargin+indent, p.y)
		p.y += height
		p.space(after)
	}})
}

// mark begins an item of a list.
func (p *print) mark() { p.line(p.look.body, plain("•"), sideMargin+3, p.y) }

func (p *print) list(l List) {
	const indent = 12
	for _, item := range l.Items {
		lines := p.wrap(item, p.look.body.size, textWidth-indent)
		if p.signed() {
			p.hold(lines, indent, 2)
			continue
		}
		p.introduce(p.together(lines))
		p.mark()
		p.flow(lines, sideMargin+indent)
		p.space(2)
	}
	if !p.signed() {
		p.space(4)
	}
}

// together is the room that the first lines of a text need: no line of it stands
// alone at the foot of a page.
func (p *print) together(lines []textLine) float64 {
	n := len(lines)
	if n > 3 {
		n = 2
	}
	return float64(n) * p.look.body.leading
}

// flow writes lines over as many pages as they need, with none of them alone at the
// foot or the top of a page.
func (p *print) flow(lines []textLine, x float64) {
	for len(lines) > 0 {
		p.introduce(p.together(lines))
		fits := min(int(p.left()/p.look.body.leading), len(lines))
		if fits == len(lines)-1 && fits > 2 {
			fits--
		}
		p.put(p.look.body, lines[:fits], x, p.y)
		p.y += float64(fits) * p.look.body.leading
		lines = lines[fits:]
	}
}
