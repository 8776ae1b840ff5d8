package report

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A templateParagraph is one paragraph of a template: where it stands in its part,
// and its text, which Word parts as it likes.
type templateParagraph struct {
	from, to int64
	body     bool // stands in the text itself: in no table, head or box
	section  bool // ends a section, and says how its pages look
	holds    bool // has what would be lost or left half with it: a drawing, an end of what begins elsewhere
	below    bool // follows a table, with nothing between
	unpaired int  // marks that begin in it, less those that end
	pieces   []wordPiece
}

// A wordPiece is one element of text, with its place; a break between words has none.
type wordPiece struct {
	from, to int64
	text     string
	bindings []edit // of the controls around, taken away where it becomes another text
}

// A scan is a part of a template while it is read. It keeps places, so that
// everything but what is replaced stays as it is, to the byte.
type scan struct {
	open       []string // elements around
	around     []*templateParagraph
	paragraphs []*templateParagraph
	sections   []section
	page       section // the one that is read
	before     string  // the last block of the text itself
	controls   []edit  // those around, by where each is bound to data
	text       *wordPiece
}

// scanPart finds the paragraphs of a part, inner ones before those around them. An
// error is one of XML, or of another name space than that of Word documents.
func scanPart(text string) (*scan, error) {
	s := &scan{}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		from := d.InputOffset()
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			if len(s.open) > 0 {
				return nil, errNesting
			}
			return s, nil
		case err != nil:
			return nil, err
		}
		if err := s.token(token, from, d.InputOffset()); err != nil {
			return nil, err
		}
	}
}

var (
	errNesting = errors.New("elements do not nest")
	errSpace   = errors.New("not of the name space of Word documents")
)

func (s *scan) token(token xml.Token, from, to int64) error {
	switch t := token.(type) {
	case xml.StartElement:
		if len(s.open) == 0 && !slices.Contains(t.Attr, xml.Attr{Name: xml.Name{Space: "xmlns", Local: "w"}, Value: mainSpace}) {
			return errSpace
		}
		s.start(t, from)
	case xml.EndElement:
		if len(s.open) == 0 || s.open[len(s.open)-1] != elementName(t.Name) {
			return errNesting
		}
		s.open = s.open[:len(s.open)-1]
		s.end(elementName(t.Name), to)
	case xml.CharData:
		if s.text != nil {
			s.text.text += string(t)
		}
	}
	return nil
}

func elementName(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

func (s *scan) start(t xml.StartElement, from int64) {
	name := elementName(t.Name)
	switch {
	case name == "w:p":
		body := s.inBody()
		s.around = append(s.around, &templateParagraph{from: from, body: body, below: body && (s.before == "w:tbl" || s.before == "w:sdt")})
	case name == "w:sdt":
		s.controls = append(s.controls, edit{})
	case bindsControl(name) && len(s.controls) > 0:
		s.controls[len(s.controls)-1].from = from
	case slices.Contains(s.open, "w:sectPrChange"): // as it was once
	case name == "w:pgSz":
		s.page.paper = attribute(t, "w")
	case name == "w:pgMar":
		s.page.taken = attribute(t, "left") + attribute(t, "right") + attribute(t, "gutter")
	case len(s.around) == 0:
	case name == "w:t":
		s.text = &wordPiece{from: from}
	case name == "w:tab", name == "w:br", name == "w:cr":
		p := s.around[len(s.around)-1]
		p.pieces = append(p.pieces, wordPiece{text: "\n"})
	case name == "w:sectPr":
		s.around[len(s.around)-1].section = true
	default:
		s.around[len(s.around)-1].hold(t, name)
	}
	s.open = append(s.open, name)
}

// bindsControl reports whether an element binds a control to data elsewhere in the
// file, from which Word writes its text anew when it opens the document.
func bindsControl(name string) bool { return name == "w:dataBinding" || name == "w15:dataBinding" }

// inBody reports whether what begins or ended is a block of the text itself.
func (s *scan) inBody() bool { return len(s.open) == 2 && s.open[1] == "w:body" }

// hold notes what a paragraph has beside text.
func (p *templateParagraph) hold(t xml.StartElement, name string) {
	switch name {
	case "w:drawing", "w:pict", "w:object":
		p.holds = true
	case "w:bookmarkStart", "w:commentRangeStart", "w:permStart":
		p.unpaired++
	case "w:bookmarkEnd", "w:commentRangeEnd", "w:permEnd":
		p.unpaired--
	case "w:fldChar":
		for _, a := range t.Attr {
			p.unpaired += map[string]int{"begin": 1, "end": -1}[a.Value]
		}
	}
}

func (s *scan) end(name string, to int64) {
	n := len(s.around)
	if s.inBody() && (name == "w:p" || name == "w:tbl" || name == "w:sdt") {
		s.before = name
	}
	switch {
	case name == "w:sdt":
		s.controls = s.controls[:len(s.controls)-1]
	case bindsControl(name) && len(s.controls) > 0:
		s.controls[len(s.controls)-1].to = to
	case name == "w:sectPr" && !slices.Contains(s.open, "w:sectPrChange"):
		s.page.at = to
		s.sections, s.page = append(s.sections, s.page), section{}
	case n == 0:
	case name == "w:t" && s.text != nil:
		s.text.to, s.text.bindings = to, slices.Clone(s.controls)
		s.around[n-1].pieces = append(s.around[n-1].pieces, *s.text)
		s.text = nil
	case name == "w:p":
		s.around[n-1].to, s.around[n-1].holds = to, s.around[n-1].holds || s.around[n-1].unpaired != 0
		s.paragraphs = append(s.paragraphs, s.around[n-1])
		s.around = s.around[:n-1]
	}
}

// attribute is a length of an element, 0 where it has none.
func attribute(t xml.StartElement, name string) int {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			n, _ := strconv.Atoi(a.Value) // of a template; 0 is replaced by what is usual
			return n
		}
	}
	return 0
}
