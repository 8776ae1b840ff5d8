package transfer

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"luwes/assess"
)

// An examination is what is known of a workbook before its cells are read.
type examination struct {
	files   map[string]*zip.File // by path in small letters
	sheets  map[string]*sheetPart
	shared  []int32 // bytes of each shared text, up to the first that is too long
	endless bool    // there is one that is too long
	other   int     // elements so far of parts that hold no cells and no texts
	cells   int     // so far, those between filled ones among them
	letters int     // bytes of texts so far, a shared one as often as it is used
}

// A sheetPart is one sheet before its cells are read.
type sheetPart struct {
	name, path string
	flaws      []assess.TableFlaw
}

// examine looks at the parts of a workbook without keeping them: whether it is
// one, whether everything in it can be read to its end, and whether it stays
// within what a questionnaire needs. It returns the first thing that forbids
// reading it.
func examine(src []byte) (*examination, *assess.Problem) {
	if bytes.HasPrefix(src, []byte(oleSignature)) {
		return nil, oldWorkbook(src)
	}
	archive, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, problem("xlsx-broken")
	}
	x := &examination{files: map[string]*zip.File{}, sheets: map[string]*sheetPart{}}
	size := uint64(0)
	for _, f := range archive.File {
		if size += min(f.UncompressedSize64, maxUnzipped+1); size > maxUnzipped {
			return nil, problem("xlsx-too-large", "limit", itoa(maxUnzipped>>20))
		}
		if x.files[partName(f)] != nil { // programs would not agree on which one counts
			return nil, problem("xlsx-broken")
		}
		x.files[partName(f)] = f
	}
	book := x.files["xl/workbook.xml"]
	if book == nil {
		return nil, problem("xlsx-none")
	}
	if p := x.readable(archive); p != nil {
		return nil, p
	}
	parts, err := x.listSheets(book)
	if err != nil {
		return nil, problem("xlsx-broken")
	}
	for _, part := range parts {
		if p := x.sheet(part); p != nil {
			return nil, p
		}
		x.sheets[part.name] = part
	}
	return x, nil
}

func partName(f *zip.File) string {
	return strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")), "/")
}

// oldWorkbook says why a file in the older container is not read: with a password
// the new format is wrapped in it, under a name that stands there in UTF-16.
func oldWorkbook(src []byte) *assess.Problem {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	if bytes.Contains(src, name) {
		return problem("xlsx-password")
	}
	return problem("xls-old")
}

// readable reads every part to its end, with its checksum, and the shared texts
// among them.
func (x *examination) readable(archive *zip.Reader) *assess.Problem {
	for _, f := range archive.File {
		name := partName(f)
		if strings.HasSuffix(name, "/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return problem("xlsx-broken")
		}
		switch {
		case name == "xl/sharedstrings.xml":
			err = x.sharedTexts(r)
		case strings.HasPrefix(name, "xl/worksheets/"): // read with its cells
		case strings.HasSuffix(name, ".xml"), strings.HasSuffix(name, ".rels"):
			err = eachToken(r, x.element)
		default:
			_, err = io.Copy(io.Discard, r)
		}
		r.Close()
		switch {
		case errors.Is(err, errManyValues):
			return problem("values-too-many", "limit", itoa(maxGiven))
		case err != nil:
			return problem("xlsx-broken")
		}
	}
	return nil
}

// The library keeps a value for each shared text, and for each element of styles
// and the like, so that these are bounded too.
const maxElements = 200_000

var errManyValues = errors.New("too many values")

// element counts the elements of parts other than cells and texts.
func (x *examination) element(token xml.Token) error {
	if _, ok := token.(xml.StartElement); ok {
		if x.other++; x.other > maxElements {
			return errManyValues
		}
	}
	return nil
}

// listSheets are the sheets with cells and where they stand.
func (x *examination) listSheets(book *zip.File) ([]*sheetPart, error) {
	var names struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Old  string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // strict
		} `xml:"sheets>sheet"`
	}
	var targets struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := decodePart(book, &names); err != nil {
		return nil, err
	}
	if rels := x.files["xl/_rels/workbook.xml.rels"]; rels != nil {
		if err := decodePart(rels, &targets); err != nil {
			return nil, err
		}
	}
	paths := map[string]string{}
	for _, r := range targets.Relations {
		paths[r.ID] = partPath(r.Target)
	}
	var out []*sheetPart
	for _, s := range names.Sheets {
		p := paths[s.ID+s.Old]
		if x.files[p] != nil && !strings.HasPrefix(p, "xl/chartsheets/") {
			out = append(out, &sheetPart{name: s.Name, path: p})
		}
	}
	return out, nil
}

// partPath is where the target of a relation stands in the archive.
func partPath(target string) string {
	target = strings.ToLower(strings.ReplaceAll(target, `\`, "/"))
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join("xl", target)
}

func decodePart(f *zip.File, into any) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(r).Decode(into)
}
