package ui

import (
	"strings"

	"luwes/assess"
)

// A page is a text that is made line by line at a width, to be read on paper.
type page struct {
	l     Look
	width int
	out   []string
}

// heading begins a part.
func (p *page) heading(text string) {
	p.out = append(p.out, "", p.l.Title.Render(p.l.cell(text, p.width)))
}

// say writes words so many cells from the left.
func (p *page) say(lead int, text string) {
	p.out = append(p.out, strings.Split(indent(ansiWrapped(text, max(p.width-lead, 1)), lead), "\n")...)
}

// number writes a figure, or the sign for none.
func (p *page) number(f assess.Figure, decimals int) string { return p.l.Words.Figure(f, decimals) }
