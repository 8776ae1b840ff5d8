package report

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// WriteHTML writes a report as one page that asks nothing of a network: the style
// stands in it, charts are SVG, and its policy forbids the rest. It follows the
// reader's light or dark setting, and prints on A4.
func WriteHTML(out io.Writer, d *Document) error {
	p := &page{doc: d}
	p.head()
	d.write(p)
	p.b.WriteString("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(out, p.b.String())
	return err
}

//go:embed html.css
var style string

// policy lets a page use its own style and nothing else, not even from the same
// place.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

// A page is the [writer] of HTML.
type page struct {
	ahead
	doc      *Document
	b        strings.Builder
	sections int
	charts   int
}

func (p *page) head() {
	title := escape(p.doc.Title)
	fmt.Fprintf(&p.b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", escape(p.doc.Lang))
	fmt.Fprintf(&p.b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy)
	p.b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(&p.b, "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", title, style)
	fmt.Fprintf(&p.b, "<header>\n<p class=\"kicker\">%s</p>\n<h1>%s</h1>\n", escape(p.doc.Kicker), title)
	if p.doc.Draft != "" {
		fmt.Fprintf(&p.b, "<p class=\"draft\"><strong>%s</strong></p>\n", escape(p.doc.Draft))
	}
	p.b.WriteString("</header>\n")
	p.contents()
}

// contents lists the sections, for who reads on a screen.
func (p *page) contents() {
	var list strings.Builder
	n := 0
	for _, b := range p.doc.Blocks {
		if h, ok := b.(Heading); ok && h.Level == 2 {
			n++
			fmt.Fprintf(&list, "<li><a href=\"#s%d\">%s</a></li>\n", n, escape(h.Text))
		}
	}
	if n > 1 {
		fmt.Fprintf(&p.b, "<nav aria-label=\"%s\">\n<ul>\n%s</ul>\n</nav>\n", escape(p.doc.Contents), list.String())
	}
}

func (p *page) heading(h Heading) {
	id := ""
	if h.Level == 2 {
		p.sections++
		id = fmt.Sprintf(` id="s%d"`, p.sections)
	}
	fmt.Fprintf(&p.b, "<h%d%s>%s</h%d>\n", h.Level, id, escape(h.Text), h.Level)
}

func (p *page) paragraph(t Paragraph) { p.b.WriteString("<p>" + marked(t.Spans) + "</p>\n") }

func (p *page) list(l List) {
	p.b.WriteString("<ul>\n")
	for _, item := range l.Items {
		p.b.WriteString("<li>" + marked(item) + "</li>\n")
	}
	p.b.WriteString("</ul>\n")
}

func (p *page) fields(f Fields) {
	p.b.WriteString("<table class=\"fields\">\n<tbody>\n")
	for _, row := range f.Rows {
		fmt.Fprintf(&p.b, "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", escape(row.Name), escape(row.Value))
	}
	p.b.WriteString("</tbody>\n</table>\n")
}

// table can be moved sideways where it is too wide, with the keyboard too.
func (p *page) table(t Table) {
	fmt.Fprintf(&p.b, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table>\n<caption>%s</caption>\n<thead>\n<tr>",
		escape(t.Caption), escape(t.Caption))
	for _, c := range t.Columns {
		fmt.Fprintf(&p.b, "<th scope=\"col\"%s>%s</th>", number(c), strings.ReplaceAll(escape(c.Title), "–", "–&#8288;")) // 0–100 stays on one line
	}
	p.b.WriteString("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.b.WriteString("<tr>")
		for i, c := range row {
			if i == 0 {
				fmt.Fprintf(&p.b, "<th scope=\"row\">%s</th>", escape(c))
				continue
			}
			fmt.Fprintf(&p.b, "<td%s>%s</td>", number(t.Columns[i]), lines(c))
		}
		p.b.WriteString("</tr>\n")
	}
	p.b.WriteString("</tbody>\n</table>\n</div>\n")
}

// lines keeps the lines of a text in a cell.
func lines(text string) string {
	all := strings.FieldsFunc(text, lineBreak)
	for i, line := range all {
		all[i] = escape(line)
	}
	return strings.Join(all, "<br/>")
}

func number(c Column) string {
	switch {
	case c.Number:
		return ` class="number"`
	case c.Fill:
		return ` class="fill"`
	}
	return ""
}

func (p *page) chart(c Chart) {
	p.charts++
	fmt.Fprintf(&p.b, "<figure>\n%s\n<figcaption>%s</figcaption>\n</figure>\n", c.SVG("g"+strconv.Itoa(p.charts)), escape(c.Title))
}

// question gives each answer an empty box, to be crossed on paper.
func (p *page) question(q Question) {
	fmt.Fprintf(&p.b, "<div class=\"question\">\n<p><strong>%s</strong> %s</p>\n", escape(q.Number), escape(q.Text))
	if q.Aim != "" {
		fmt.Fprintf(&p.b, "<p class=\"aim\">%s</p>\n", escape(q.Aim))
	}
	p.b.WriteString("<ul class=\"boxes\">\n")
	for _, o := range q.Options {
		fmt.Fprintf(&p.b, "<li><b>%s</b> %s</li>\n", escape(o.Mark), escape(o.Text))
	}
	p.b.WriteString("</ul>\n")
	p.lines(q.Lines)
	p.b.WriteString("</div>\n")
}

func (p *page) signature(s Signature) {
	p.b.WriteString("<div class=\"signature\">\n")
	p.lines(s.Lines)
	p.b.WriteString("<div class=\"signers\">\n")
	for _, signer := range s.Signers {
		fmt.Fprintf(&p.b, "<div>\n<p class=\"role\">%s</p>\n<p class=\"sign\">%s</p>\n", escape(signer.Role), escape(signer.Sign))
		p.lines(signer.Lines)
		p.b.WriteString("</div>\n")
	}
	p.b.WriteString("</div>\n</div>\n")
}

// lines are names with room to write behind them.
func (p *page) lines(names []string) {
	p.b.WriteString("<ul class=\"lines\">\n")
	for _, name := range names {
		fmt.Fprintf(&p.b, "<li><span>%s:</span></li>\n", escape(name))
	}
	p.b.WriteString("</ul>\n")
}

func (p *page) pageBreak() { p.b.WriteString("<hr class=\"page\">\n") }

// marked writes stretches of text with their emphasis.
func marked(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		tag := [...]string{Plain: "", Italic: "em", Bold: "strong"}[s.Emphasis]
		if tag == "" {
			b.WriteString(escape(s.Text))
			continue
		}
		b.WriteString("<" + tag + ">" + escape(s.Text) + "</" + tag + ">")
	}
	return b.String()
}

// escape makes words of a person safe between and within tags. Their lines stay
// apart; signs that a page cannot hold, or that turn the direction of what follows,
// become blanks.
func escape(s string) string {
	lines := strings.FieldsFunc(s, lineBreak)
	for i, line := range lines {
		lines[i] = html.EscapeString(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				return ' '
			}
			return r
		}, line))
	}
	return strings.Join(lines, " / ")
}
