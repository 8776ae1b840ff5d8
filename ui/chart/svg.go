package chart

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode"
)

// SVG draws the graph as an element for an HTML page, whose stylesheet gives each
// role its colours (class "track", "value", …). It is one picture to a screen
// reader, with Title and Told as its words; id begins the ids that it needs.
func (g *Graph) SVG(id string) string {
	shapes, height := g.Shapes()
	id = html.EscapeString(id)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="graph" role="img" aria-labelledby="%s-title %s-told" viewBox="0 0 %s %s">`, id, id, number(Width), number(height))
	fmt.Fprintf(&b, "\n<title id=\"%s-title\">%s</title>\n<desc id=\"%s-told\">%s</desc>\n", id, escape(g.Title), id, escape(g.Told))
	for _, s := range shapes {
		b.WriteString(s.svg() + "\n")
	}
	b.WriteString("</svg>")
	return b.String()
}

func (s Shape) svg() string {
	switch s.Kind {
	case Box:
		return fmt.Sprintf(`<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`, s.Role, number(s.X), number(s.Y), number(s.W), number(s.H))
	case Line:
		return fmt.Sprintf(`<line class="%s" x1="%s" y1="%s" x2="%s" y2="%s"/>`, s.Role, number(s.X), number(s.Y), number(s.X+s.W), number(s.Y+s.H))
	case Dot:
		return fmt.Sprintf(`<circle class="%s" cx="%s" cy="%s" r="%s"/>`, s.Role, number(s.X), number(s.Y), number(s.R))
	case Ring:
		return fmt.Sprintf(`<circle class="%s ring" cx="%s" cy="%s" r="%s"/>`, s.Role, number(s.X), number(s.Y), number(s.R))
	case Area:
		corners := make([]string, len(s.Points))
		for i, p := range s.Points {
			corners[i] = number(p.X) + "," + number(p.Y)
		}
		return fmt.Sprintf(`<polygon class="%s" points="%s"/>`, s.Role, strings.Join(corners, " "))
	}
	size, anchor := Letters, [...]string{Start: "start", End: "end", Middle: "middle"}[s.Anchor]
	if s.Role == MutedRole {
		size = Small
	}
	return fmt.Sprintf(`<text class="%s" x="%s" y="%s" font-size="%s" text-anchor="%s">%s</text>`,
		s.Role, number(s.X), number(s.Y), number(size), anchor, escape(s.Text))
}

// number writes a length with at most two decimals.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// escape makes words safe between and within the tags of a page.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s))
}
