package report

import "luwes/ui/chart"

// A Document is a report before it has a format: what stands in it, in the order
// of reading, and nothing of how it looks. Every text is plain words of a person or
// of the locale, so that each writer escapes it for its own format.
type Document struct {
	Lang     string // of its words: "id" or "en"
	Kicker   string // what kind of paper this is, above the title
	Title    string
	Date     string // ISO, of what it tells: what a file says about itself; may be empty
	Short    bool   // written closely where the format has pages
	Draft    string // a sentence that says so; empty once the session is completed
	Contents string // what a list of the sections is called
	Blocks   []Block
	Values   map[string]string // what the placeholders of a template stand for, by name
}

// A Block is one part of a document.
type Block interface{ to(w writer) }

// A writer puts blocks into a format. The compiler tells one that forgets a kind
// of block; [Document.write] calls it in the order of reading.
type writer interface {
	follow(rest []Block)
	heading(Heading)
	paragraph(Paragraph)
	list(List)
	fields(Fields)
	table(Table)
	chart(Chart)
	question(Question)
	signature(Signature)
	pageBreak()
}

func (d *Document) write(w writer) {
	for i, b := range d.Blocks {
		w.follow(d.Blocks[i+1:])
		b.to(w)
	}
}

// An ahead is what follows the block that is written, for writers with pages.
type ahead struct{ rest []Block }

func (a *ahead) follow(rest []Block) { a.rest = rest }

// leads reports whether a chart or a table follows at once: what leads to it stays on
// its page.
func (a *ahead) leads() bool {
	if len(a.rest) == 0 {
		return false
	}
	switch a.rest[0].(type) {
	case Chart, Table:
		return true
	}
	return false
}

// signed reports whether nothing but headings and paragraphs stands between here and
// a signature: nobody signs a page without a word of what is signed.
func (a *ahead) signed() bool {
	for _, b := range a.rest {
		switch b := b.(type) {
		case Heading, Paragraph:
		case Signature:
			return len(b.Signers) > 0
		default:
			return false
		}
	}
	return false
}

type (
	// A Heading opens a section: level 2 below the title, 3 below a section. No level
	// is left out on the way down.
	Heading struct {
		Level int
		Text  string
	}

	// A Paragraph is running text.
	Paragraph struct{ Spans []Span }

	// A Span is a stretch of text in one emphasis.
	Span struct {
		Text     string
		Emphasis Emphasis
	}

	// A List is a list of points without an order.
	List struct{ Items [][]Span }

	// Fields are names with values, such as those of a title sheet.
	Fields struct{ Rows []Field }

	// A Field is one of them.
	Field struct{ Name, Value string }

	// A Table has a row for each thing; the first cell of a row names it.
	Table struct {
		Caption string // what it shows, for who cannot see where it stands
		Columns []Column
		Rows    [][]string // as many cells as columns
	}

	// A Column is what stands at the head of one.
	Column struct {
		Title  string
		Number bool // stands at the right
		Fill   bool // is filled in by hand, so that its rows are high and it is wide
	}

	// A Chart is a drawing. What it shows stands in words in it, and in the table that
	// follows, so that a format without drawings may leave it out.
	Chart struct{ *chart.Graph }

	// A Question is one item of a blank form, answered by a cross in a box.
	Question struct {
		Number  string // as the form counts them, and behind a blank the id, which may be small
		Text    string
		Aim     string // what it wants to learn; may be empty
		Options []Option
		Lines   []string // names of lines to fill in
	}

	// An Option is one of the answers, with its box.
	Option struct {
		Mark string // what is written for it elsewhere: the level, or a short name; may be empty
		Text string
	}

	// A Signature is the part that is filled in by hand.
	Signature struct {
		Lines   []string // to fill in for the paper as a whole
		Signers []Signer
	}

	// A Signer is one person who signs.
	Signer struct {
		Role  string
		Sign  string   // what the room for the signature is called
		Lines []string // to fill in about the person
	}

	// A PageBreak begins a new page where the format has pages.
	PageBreak struct{}
)

// An Emphasis is how a stretch of text stands out.
type Emphasis uint8

// The emphases.
const (
	Plain Emphasis = iota
	Italic
	Bold
)

func (h Heading) to(w writer)   { w.heading(h) }
func (p Paragraph) to(w writer) { w.paragraph(p) }
func (l List) to(w writer)      { w.list(l) }
func (f Fields) to(w writer)    { w.fields(f) }
func (t Table) to(w writer)     { w.table(t) }
func (c Chart) to(w writer)     { w.chart(c) }
func (q Question) to(w writer)  { w.question(q) }
func (s Signature) to(w writer) { w.signature(s) }
func (PageBreak) to(w writer)   { w.pageBreak() }
