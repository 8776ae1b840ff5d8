package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"luwes/assess"
)

// TemplateRoom is the most that a template may have, in bytes.
const TemplateRoom = 32 << 20

// What its parts may have: bytes of all together, as they say of themselves, and of
// one that is read. Pictures are passed on packed.
const (
	unpackedRoom = 256 << 20
	partRoom     = 16 << 20
	partCount    = 4000
)

// A docxPackage is a Word document as the files that it consists of.
type docxPackage struct {
	files   []*zip.File
	named   map[string]*zip.File
	changed map[string]string // new text by name
	added   []part
	main    string // name of the part with the text
	kinds   contentTypes
}

type contentTypes struct {
	Defaults []struct {
		Extension   string `xml:"Extension,attr"`
		ContentType string `xml:"ContentType,attr"`
	} `xml:"Default"`
	Overrides []struct {
		Name        string `xml:"PartName,attr"`
		ContentType string `xml:"ContentType,attr"`
	} `xml:"Override"`
}

// A relation is what a part says of another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Kind   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

const typesPart = "[Content_Types].xml"

// openPackage reads what a template consists of. Problems: template-large,
// template-format, template-macros, template-damaged.
func openPackage(template []byte) (*docxPackage, error) {
	if len(template) > TemplateRoom {
		return nil, tooLarge()
	}
	z, err := zip.NewReader(bytes.NewReader(template), int64(len(template)))
	if err != nil {
		return nil, noDOCX()
	}
	p := &docxPackage{files: z.File, named: map[string]*zip.File{}, changed: map[string]string{}}
	var room uint64
	for _, f := range z.File {
		room += min(f.UncompressedSize64, unpackedRoom+1)
		if room > unpackedRoom || len(z.File) > partCount {
			return nil, tooLarge()
		}
		if p.named[f.Name] != nil {
			return nil, damaged(f.Name)
		}
		p.named[f.Name] = f
	}
	return p, p.identify()
}

// identify finds the main part, and refuses what is no Word document without macros.
func (p *docxPackage) identify() error {
	if p.named[typesPart] == nil {
		return noDOCX()
	}
	if err := p.parse(typesPart, &p.kinds); err != nil {
		return err
	}
	relations, err := p.relations("")
	if err != nil {
		return err
	}
	for _, r := range relations {
		if strings.HasSuffix(r.Kind, "/officeDocument") {
			p.main = target("", r.Target)
		}
	}
	kind := p.kindOf(p.main)
	switch {
	case p.macros():
		return assess.Problems{assess.NewProblem("template-macros")}
	case p.named[p.main] == nil, kind != wordType+"document.main+xml" && kind != wordType+"template.main+xml":
		return noDOCX()
	}
	return nil
}

func (p *docxPackage) macros() bool {
	for _, o := range p.kinds.Overrides {
		if strings.Contains(o.ContentType, "macroEnabled") {
			return true
		}
	}
	for _, f := range p.files {
		if strings.Contains(strings.ToLower(f.Name), "vbaproject") {
			return true
		}
	}
	return false
}

// kindOf is the content type of a part that has one of its own.
func (p *docxPackage) kindOf(name string) string {
	for _, o := range p.kinds.Overrides {
		if o.Name == "/"+name {
			return o.ContentType
		}
	}
	return ""
}

// text is a part as it stands now. Problems: template-large, template-damaged.
func (p *docxPackage) text(name string) (string, error) {
	if text, ok := p.changed[name]; ok {
		return text, nil
	}
	f := p.named[name]
	if f == nil {
		return "", damaged(name)
	}
	r, err := f.Open()
	if err != nil {
		return "", damaged(name)
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, partRoom+1))
	switch {
	case len(text) > partRoom:
		return "", tooLarge()
	case err != nil:
		return "", damaged(name)
	}
	return string(text), nil
}

func (p *docxPackage) parse(name string, into any) error {
	text, err := p.text(name)
	if err != nil {
		return err
	}
	if xml.Unmarshal([]byte(text), into) != nil {
		return damaged(name)
	}
	return nil
}

// relationsOf is the name of the part with the relations of another, or of the
// package for none.
func relationsOf(name string) string {
	return path.Join(path.Dir(name), "_rels", strings.TrimPrefix(path.Base(name), ".")+".rels")
}

// relations are those of a part; none if it has no part for them.
func (p *docxPackage) relations(of string) ([]relation, error) {
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	name := relationsOf(of)
	if p.named[name] == nil {
		return nil, nil
	}
	err := p.parse(name, &list)
	return list.Relations, err
}

// target is the name of a part to which another, named of, refers.
func target(of, to string) string {
	if strings.HasPrefix(to, "/") {
		return strings.TrimPrefix(path.Clean(to), "/")
	}
	return path.Join(path.Dir(of), to)
}

// write writes the package: changed parts anew, the others as they were packed.
func (p *docxPackage) write(out io.Writer) error {
	z := zip.NewWriter(out)
	for _, f := range p.files {
		text, changed := p.changed[f.Name]
		if changed {
			if err := writePart(z, part{f.Name, text}); err != nil {
				return err
			}
		} else if err := z.Copy(f); err != nil {
			return err
		}
	}
	for _, a := range p.added {
		if err := writePart(z, a); err != nil {
			return err
		}
	}
	return z.Close()
}

func noDOCX() error { return assess.Problems{assess.NewProblem("template-format")} }

func tooLarge() error { return assess.Problems{assess.NewProblem("template-large")} }

func damaged(part string) error {
	return assess.Problems{assess.NewProblem("template-damaged", "part", part)}
}
