package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"
)

// The rules that a package of an office program keeps, whatever is in it. LibreOffice
// forgives a break of them; Word and Excel offer to repair the file.

// An element is one of a part, by the usual short name of its name space.
type element struct {
	name string
	attr map[string]string
	kids []*element
	text string // right in it
}

// spaces are the short names of name spaces.
var spaces = map[string]string{
	mainSpace: "w:", strings.TrimSuffix(officeKind, "/"): "r:", relationSpace: "", typesSpace: "",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
	"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing":    "xdr:",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a:",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":              "s:",
	"xmlns": "xmlns:", "": "",
}

// parsed is the outermost element of a part. Names without a name space, and letters
// that XML has not, are errors of the test.
func parsed(t *testing.T, part, text string) *element {
	t.Helper()
	top := &element{}
	open := []*element{top}
	short := func(n xml.Name) string {
		s, known := spaces[n.Space]
		switch {
		case known:
			return s + n.Local
		case !strings.Contains(n.Space, ":"): // no address, but a short name without one
			t.Errorf("%s: %s:%s is of no name space", part, n.Space, n.Local)
		}
		return n.Space + " " + n.Local
	}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: short(token.Name), attr: map[string]string{}}
			for _, a := range token.Attr {
				e.attr[short(a.Name)] = a.Value
			}
			open[len(open)-1].kids = append(open[len(open)-1].kids, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			open[len(open)-1].text += string(token)
		}
	}
	if len(top.kids) != 1 {
		t.Fatalf("%s: %d outermost elements", part, len(top.kids))
	}
	return top.kids[0]
}

// each visits all elements in one.
func (e *element) each(visit func(*element)) {
	for _, k := range e.kids {
		visit(k)
		k.each(visit)
	}
}

// kid is the first one of a name; an empty one where there is none.
func (e *element) kid(name string) *element {
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	return &element{}
}

// packageRules fails where the parts of a package do not hold together: each has a
// type, each relation a name of its own and a part that is there, and each name of a
// relation is one.
func packageRules(t *testing.T, file []byte) map[string]*element {
	t.Helper()
	once(t, file)
	parts, trees := unpacked(t, file), map[string]*element{}
	for name, text := range parts {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			trees[name] = parsed(t, name, text)
		}
	}
	typed(t, parts, trees[typesPart])
	for name, tree := range trees {
		if !strings.HasSuffix(name, ".rels") {
			related := idsOf(t, trees[relationsOf(name)], "Id")
			tree.each(func(e *element) {
				for key, id := range e.attr {
					if strings.HasPrefix(key, "r:") && !related[id] {
						t.Errorf("%s: %s has no relation %s", name, e.name, id)
					}
				}
			})
			continue
		}
		of := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
		for _, r := range tree.kids {
			if _, there := parts[target(of, r.attr["Target"])]; !there && r.attr["TargetMode"] != "External" {
				t.Errorf("%s refers to %s, which is not there", name, r.attr["Target"])
			}
		}
	}
	return trees
}

// once fails if two files of a package have one name, in letters of whatever case.
func once(t *testing.T, file []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range z.File {
		if key := strings.ToLower(f.Name); names[key] || strings.HasSuffix(key, "/") {
			t.Errorf("%s is there twice, or is a folder", f.Name)
		} else {
			names[key] = true
		}
	}
}

// idsOf are the values of an attribute of the elements in another; each may be there once.
func idsOf(t *testing.T, in *element, attribute string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	if in == nil {
		return ids
	}
	for _, e := range in.kids {
		if id, has := e.attr[attribute]; has {
			if ids[id] {
				t.Errorf("%s: %s %q is there twice", e.name, attribute, id)
			}
			ids[id] = true
		}
	}
	return ids
}

// typed fails if a part has no type, or a type no part.
func typed(t *testing.T, parts map[string]string, types *element) {
	t.Helper()
	extensions, names := idsOf(t, types, "Extension"), idsOf(t, types, "PartName")
	for name := range parts {
		if name != typesPart && !names["/"+name] && !extensions[strings.TrimPrefix(path.Ext(name), ".")] {
			t.Errorf("%s has no type", name)
		}
	}
	for name := range names {
		if _, there := parts[strings.TrimPrefix(name, "/")]; !there {
			t.Errorf("%s has a type and is not there", name)
		}
	}
}
