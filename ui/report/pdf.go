package report

import (
	"fmt"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// WritePDF writes a document as A4 pages with bookmarks, the fonts within the file,
// and text that can be searched and copied. The same document gives the same bytes.
func WritePDF(out io.Writer, d *Document) error {
	p, err := newPrint(d)
	if err != nil {
		return err
	}
	p.title()
	d.write(p)
	p.introduce(0)
	p.margins()
	if err := p.pdf.Output(out); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// The measures of a page, in points of 1/72 inch.
const (
	paperWidth  = 595.28
	paperHeight = 841.89
	sideMargin  = 54.0
	pageTop     = 52.0 // below the running title
	firstTop    = 42.0 // where there is none
	pageBottom  = paperHeight - 48
	textWidth   = paperWidth - 2*sideMargin
	fullRoom    = pageBottom - pageTop
)

// A print is the [writer] of PDF: a place on the last page of a file that grows. The
// library knows how to write a file, text at a place and lines; where things go, and
// what stays together, is decided here.
type print struct {
	pdf   *fpdf.Fpdf
	doc   *Document
	faces [3]*face // by emphasis
	look  look
	y     float64 // from the top of the page to where the next block begins

	ahead
	waiting   []held // what goes where the block that follows it goes
	bookmarks bool   // a section was begun, so that one below it has a place
}

func newPrint(d *Document) (*print, error) {
	p := &print{doc: d, pdf: fpdf.New("P", "pt", "A4", ""), look: roomy}
	if d.Short {
		p.look = tight
	}
	for i := range p.faces {
		f, err := newFace(Emphasis(i))
		if err != nil {
			return nil, err
		}
		p.faces[i] = f
		p.pdf.AddUTF8FontFromBytes(family, f.style, f.file)
	}
	p.pdf.SetCatalogSort(true)
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetLang(d.Lang)
	p.pdf.SetTitle(p.faces[Plain].shown(d.Title), true)
	p.pdf.SetSubject(p.faces[Plain].shown(d.Kicker), true)
	p.pdf.SetCreator("luwes", true)
	p.pdf.SetProducer("luwes", true)
	p.pdf.SetCreationDate(d.day())
	p.pdf.SetModificationDate(d.day())
	p.newPage()
	p.y = firstTop
	return p, nil
}

// day is the date of what a document tells, as the same document shall give the same
// file; one without a date has that of no day in particular.
func (d *Document) day() time.Time {
	t, err := time.Parse(time.DateOnly, d.Date)
	if err != nil {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

func (p *print) newPage() {
	p.pdf.AddPage()
	p.y = pageTop
}

// pageBreak begins a new page unless this one is still empty.
func (p *print) pageBreak() {
	p.introduce(0)
	if p.y > pageTop {
		p.newPage()
	}
}

// left is how much room there is above the foot of the page.
func (p *print) left() float64 { return pageBottom - p.y }

// A held block waits for the room that what follows it needs.
type held struct {
	height float64
	write  func()
}

// introduce makes sure that so much room is left, with what waits, and writes that: no
// heading stands alone at the foot of a page.
func (p *print) introduce(room float64) {
	waiting := p.waiting
	if p.waiting = nil; room == 0 && len(waiting) == 0 { // nothing needs a page, however full this one is
		return
	}
	for _, h := range waiting {
		room += h.height
	}
	if p.left() < math.Min(room, fullRoom) {
		p.newPage()
	}
	for _, h := range waiting {
		h.write()
	}
}

// gap leaves room before a block, but none at the top of a page.
func (p *print) gap(points float64) {
	if p.y > pageTop {
		p.y += points
	}
}

// space leaves room after a block.
func (p *print) space(points float64) { p.y += points * p.look.gaps }

// title is the top of the first page.
func (p *print) title() {
	p.block(p.look.kicker, plain(p.doc.Kicker))
	p.space(2)
	p.block(p.look.title, []Span{{p.doc.Title, Bold}})
	p.space(5)
	p.rule(accent, 2)
	p.space(10)
	if p.doc.Draft != "" {
		p.draft()
	}
}

// draft is a frame with the sentence that says so.
func (p *print) draft() {
	lines := p.wrap([]Span{{p.doc.Draft, Bold}}, p.look.body.size, textWidth-16)
	height := float64(len(lines))*p.look.body.leading + 8
	p.ink(warning)
	p.pdf.SetLineWidth(1)
	p.pdf.SetDashPattern([]float64{4, 3}, 0)
	p.pdf.Rect(sideMargin, p.y, textWidth, height, "D")
	p.pdf.SetDashPattern(nil, 0)
	font := p.look.body
	font.colour = warning
	p.put(font, lines, sideMargin+8, p.y+4)
	p.y += height
	p.space(10)
}

// margins writes what stands above and below the text of each page, now that their
// number is known.
func (p *print) margins() {
	count := p.pdf.PageCount()
	for page := 1; page <= count; page++ {
		p.pdf.SetPage(page)
		if page > 1 {
			p.line(marginFont, p.cut(p.doc.Title, marginFont, textWidth), sideMargin, 26)
			p.stroke(hairline, 0.5, sideMargin, 39, textWidth, 0)
		}
		number := fmt.Sprintf("%d / %d", page, count)
		width := p.faces[Plain].width(number, marginFont.size)
		p.line(marginFont, plain(number), sideMargin+textWidth-width, pageBottom+15)
		if p.doc.Draft != "" {
			font := marginFont
			font.colour = warning
			p.line(font, p.cut(p.doc.Draft, marginFont, textWidth-width-20), sideMargin, pageBottom+15)
		}
	}
}
