package report

import (
	"errors"
	"io"
	"strings"

	"luwes/assess"
)

// WriteDOCXInto writes a report into a document of one's own, such as one with the
// letterhead of a region. A paragraph of {{report}} alone becomes the report, each
// other placeholder its value of [Document.Values], in the heads and feet of pages
// too. The styles of the template are used where it has them; what else stands in it
// stays. An error has all problems of the template as [assess.Problems], and then
// nothing is written.
func WriteDOCXInto(out io.Writer, template []byte, d *Document) error {
	p, err := openPackage(template)
	if err != nil {
		return err
	}
	t := &letter{docxPackage: p, doc: d}
	if err := t.fill(); err != nil {
		return err
	}
	if err := t.insert(); err != nil {
		return err
	}
	return p.write(out)
}

// A letter is a template while it is filled.
type letter struct {
	*docxPackage
	doc     *Document
	titled  bool               // says the title by itself
	place   *templateParagraph // where the report goes
	width   int                // between the margins there, in twentieths of a point
	body    string             // text of the main part
	edits   []edit             // of it
	missing []string           // kinds of parts that it has not: "styles", "numbering"
}

// filled are the parts beside the main one in which placeholders may stand, by the
// ends of what their relations are called.
var filled = []string{"/header", "/footer", "/footnotes", "/endnotes"}

// fill gives all placeholders their values, and finds the place of the report.
// Problems: template-placeholder, template-open, template-report-place,
// template-report-missing, template-report-twice, template-damaged, template-large.
func (t *letter) fill() error {
	var problems assess.Problems
	f := filling{doc: t.doc, used: map[string]bool{}, problems: &problems}
	var err error
	if t.body, err = t.docxPackage.text(t.main); err != nil {
		return err
	}
	if t.edits, err = t.fillPart(f, t.main, t.body); err != nil {
		return err
	}
	relations, err := t.relations(t.main)
	if err != nil {
		return err
	}
	for _, r := range relations {
		if err := t.fillBeside(f, r); err != nil {
			return err
		}
	}
	if !f.used[reportMark] {
		f.problem("template-report-missing", "mark", braced(t.own(reportMark)))
	}
	t.titled = f.used["title"]
	return problems.Err()
}

// own is the name of a placeholder in the language of the report.
func (t *letter) own(name string) string {
	if own := inIndonesian[name]; t.doc.Lang == "id" && own != "" {
		return own
	}
	return name
}

func (t *letter) fillBeside(f filling, r relation) error {
	for _, end := range filled {
		if !strings.HasSuffix(r.Kind, end) || r.Mode == "External" {
			continue
		}
		name := target(t.main, r.Target)
		text, err := t.docxPackage.text(name)
		if err != nil {
			return err
		}
		edits, err := t.fillPart(f, name, text)
		if err != nil {
			return err
		}
		if len(edits) > 0 {
			t.changed[name] = edited(text, edits)
		}
	}
	return nil
}

func (t *letter) fillPart(f filling, name, text string) ([]edit, error) {
	s, err := scanPart(text)
	switch {
	case errors.Is(err, errSpace) && name == t.main:
		return nil, noDOCX()
	case err != nil:
		return nil, damaged(name)
	}
	var edits []edit
	for _, p := range s.paragraphs {
		more, report := f.fill(p)
		edits = append(edits, more...)
		switch {
		case report && t.place != nil:
			f.problem("template-report-twice", "mark", braced(t.own(reportMark)))
		case report:
			t.place = p
		}
	}
	if name == t.main && t.place != nil {
		t.width = s.widthAt(t.place)
	}
	return oneEach(edits), nil
}

// insert puts the report into its place, with the styles, the list and the pictures
// that it needs.
func (t *letter) insert() error {
	styles, err := t.styles()
	if err != nil {
		return err
	}
	if t.width <= 0 {
		t.width = docxText
	}
	w := newDOCX(t.doc, styles, t.width)
	w.lang, w.letter = docxLanguages[t.doc.Lang], wideRoom
	if w.first, err = t.freePicture(); err != nil {
		return err
	}
	if w.bullet, err = t.bullets(); err != nil {
		return err
	}
	if t.titled {
		w.after = t.place.below && (t.place.section || !t.place.holds) && t.doc.Draft == ""
		w.draft()
	} else {
		w.title()
	}
	t.doc.write(w)
	w.end()
	if w.err != nil {
		return w.err
	}
	t.put(w.b.String())
	return t.attach(w)
}

// put writes the report in the place of its paragraph. One in which a section ends
// stays below it; one that holds more than words, such as a letterhead that is anchored
// there, stays above.
func (t *letter) put(report string) {
	place := edit{t.place.from, t.place.to, report}
	switch {
	case t.place.section:
		place.to = place.from
	case t.place.holds:
		place.from = place.to
	default:
		kept := t.edits[:0]
		for _, e := range t.edits {
			if e.to <= place.from || e.from >= place.to {
				kept = append(kept, e)
			}
		}
		t.edits = kept
	}
	t.changed[t.main] = edited(t.body, append(t.edits, place))
}
