package report

import (
	"fmt"
	"io"
	"strings"
)

// WriteDOCX writes a report for Word and LibreOffice, to be edited there: headings
// and lists by style, tables whose heads come again on each page, charts as pictures
// with their words, and page numbers. The same document gives the same bytes. An
// error is one of drawing a chart, or of out.
func WriteDOCX(out io.Writer, d *Document) error {
	w := newDOCX(d, identity(docxStyles()), docxText)
	w.title()
	d.write(w)
	w.end()
	if w.err != nil {
		return w.err
	}
	return writeParts(out, w.parts())
}

// The room of A4 in twentieths of a point: the width between margins of 2 cm.
const docxText = 11906 - 2*docxMargin

const docxMargin = 1134

// A docx is the [writer] of the main part of a Word document.
type docx struct {
	ahead
	doc      *Document
	b        strings.Builder
	style    map[string]string // ours to those of the document
	bullet   int               // the list of points, among the lists of the document
	lang     string            // of each run, as "id-ID"; empty where the whole document has it
	letter   int               // room for a letter of a table, in twentieths of a point
	width    int               // between the margins, in twentieths of a point
	first    int               // number of the first picture, which no other may have
	pictures [][]byte          // PNG
	broken   bool              // the next block begins a page
	after    bool              // the last block was a table
	err      error             // the first one
}

func newDOCX(d *Document, styles map[string]string, width int) *docx {
	return &docx{doc: d, style: styles, bullet: 1, letter: letterRoom, width: width, first: 1}
}

// Languages of Word for those of a report.
var docxLanguages = map[string]string{"id": "id-ID", "en": "en-US"}

// title is what stands above the first block.
func (w *docx) title() {
	w.styled("Kicker", "", w.run(flat(w.doc.Kicker), Plain))
	w.styled("Title", "", w.run(flat(w.doc.Title), Plain))
	w.draft()
}

func (w *docx) draft() {
	if w.doc.Draft != "" {
		w.styled("Draft", "", w.run(w.doc.Draft, Plain))
	}
}

// end is what a document needs after its last block.
func (w *docx) end() { w.apart() }

// heading is one level below that of a page, where the title has the first.
func (w *docx) heading(h Heading) {
	w.after = false
	w.styled(fmt.Sprintf("Heading%d", max(h.Level-1, 1)), "", w.run(flat(h.Text), Plain))
}

func (w *docx) paragraph(p Paragraph) {
	w.apart()
	w.styled("BodyText", w.stays(), w.runs(p.Spans))
}

// stays keeps a paragraph on the page of what it leads to, or of the signature below.
func (w *docx) stays() string {
	if w.leads() || w.signed() {
		return "<w:keepNext/>"
	}
	return ""
}

func (w *docx) list(l List) {
	w.apart()
	for _, item := range l.Items {
		w.styled("ListBullet", w.stays()+fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, w.bullet), w.runs(item))
	}
}

func (w *docx) pageBreak() { w.broken = true }

// styled writes a paragraph in one of our styles. What it has beside its style
// stands in the order that the format wants: keepNext, keepLines, pageBreakBefore,
// numPr, tabs, spacing, ind, jc.
func (w *docx) styled(style, properties, runs string) {
	if w.broken {
		rest, keep := strings.CutPrefix(properties, "<w:keepNext/>")
		properties, w.broken = `<w:pageBreakBefore/>`+rest, false
		if keep {
			properties = "<w:keepNext/>" + properties
		}
	}
	fmt.Fprintf(&w.b, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>`, w.style[style], properties, runs)
}

// apart keeps what follows a table from touching it: Word would make one of two.
func (w *docx) apart() {
	if w.after {
		w.after = false
		w.styled("Gap", "", "")
	}
}

// runs are stretches of text with their emphasis.
func (w *docx) runs(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(w.run(s.Text, s.Emphasis))
	}
	return b.String()
}

// run is one of them.
func (w *docx) run(text string, e Emphasis) string {
	properties := [...]string{Plain: "", Italic: "<w:i/>", Bold: "<w:b/>"}[e]
	if w.lang != "" {
		properties += `<w:lang w:val="` + w.lang + `"/>`
	}
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	return "<w:r>" + properties + docxLines(text) + "</w:r>"
}
