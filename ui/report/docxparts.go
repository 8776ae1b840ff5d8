package report

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"time"
)

// The names that parts of a Word document use.
const (
	mainSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesSpace    = "http://schemas.openxmlformats.org/package/2006/content-types"
	officeKind    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	coreKind      = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	coreType      = "application/vnd.openxmlformats-package.core-properties+xml"
	declaration   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// A part is one file of a package.
type part struct {
	name string
	text string
}

// parts are all files of a document that is ours alone.
func (w *docx) parts() []part {
	types := []string{"document.main", "styles", "numbering", "settings", "footer"}
	names := []string{"document", "styles", "numbering", "settings", "footer"}
	if w.doc.Draft != "" {
		types, names = append(types, "header"), append(names, "header")
	}
	var list, relations strings.Builder
	for i, name := range names {
		fmt.Fprintf(&list, `<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, name, wordType, types[i])
		if i > 0 {
			fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>`, i, officeKind, name, name)
		}
	}
	relations.WriteString(w.pictureRelations())
	out := []part{
		{"[Content_Types].xml", `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="` + coreType + `"/>` + list.String() + `</Types>`},
		{"_rels/.rels", related(`<Relationship Id="rId1" Type="` + officeKind + `officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="` + coreKind + `" Target="docProps/core.xml"/>`)},
		{"docProps/core.xml", w.core()},
		{"word/document.xml", `<w:document xmlns:w="` + mainSpace + `" xmlns:r="` + strings.TrimSuffix(officeKind, "/") + `"><w:body>` + w.b.String() + w.section() + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", related(relations.String())},
		{"word/styles.xml", w.sheet()},
		{"word/numbering.xml", `<w:numbering xmlns:w="` + mainSpace + `">` + bullets(0) + bulletList(1, 0) + `</w:numbering>`},
		{"word/settings.xml", docxSettings},
		{"word/footer.xml", w.footer()},
	}
	if w.doc.Draft != "" {
		out = append(out, part{"word/header.xml", w.header()})
	}
	for i := range out {
		out[i].text = declaration + out[i].text
	}
	return append(out, w.pictureParts("word/media/")...)
}

// sheet has our styles, with smaller letters and less room between in a short
// report.
func (w *docx) sheet() string {
	sheet := strings.TrimPrefix(strings.Replace(docxStyleSheet, "LANGUAGE", docxLanguages[w.doc.Lang], 1), declaration)
	if !w.doc.Short {
		return sheet
	}
	return strings.NewReplacer(`w:val="21"`, `w:val="18"`, `w:line="269"`, `w:line="240"`, `w:before="320"`, `w:before="140"`, `w:after="100"`, `w:after="60"`, `w:before="220"`, `w:before="120"`,
		`w:after="110"`, `w:after="60"`, `w:after="60"`, `w:after="20"`, `w:after="160"`, `w:after="80"`, `w:w="35"`, `w:w="15"`, `w:val="28"`, `w:val="23"`).Replace(sheet)
}

func related(relations string) string {
	return `<Relationships xmlns="` + relationSpace + `">` + relations + `</Relationships>`
}

// pictureRelations are what the main part says of pictures, and pictureParts are
// the pictures in a folder.
func (w *docx) pictureRelations() string {
	var b strings.Builder
	for i := range w.pictures {
		n := w.first + i
		fmt.Fprintf(&b, `<Relationship xmlns="%s" Id="%s" Type="%simage" Target="media/%s"/>`, relationSpace, pictureID(n), officeKind, pictureName(n))
	}
	return b.String()
}

func (w *docx) pictureParts(folder string) []part {
	var out []part
	for i, p := range w.pictures {
		out = append(out, part{folder + pictureName(w.first+i), string(p)})
	}
	return out
}

// core is what the file says of itself; no time of writing, so that the same report
// gives the same bytes.
func (w *docx) core() string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escapeXML(flat(w.doc.Title)) + `</dc:title><dc:subject>` + escapeXML(flat(w.doc.Kicker)) + `</dc:subject>` +
		`<dc:language>` + docxLanguages[w.doc.Lang] + `</dc:language>` + w.created() + `</cp:coreProperties>`
}

// created is the date of what the document tells.
func (w *docx) created() string {
	if _, err := time.Parse(time.DateOnly, w.doc.Date); err != nil {
		return ""
	}
	return `<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="dcterms:W3CDTF">` + w.doc.Date + `T00:00:00Z</dcterms:created>`
}

// section is A4 with its foot, and with a head that says that it is a draft.
func (w *docx) section() string {
	head := ""
	if w.doc.Draft != "" {
		head = `<w:headerReference w:type="default" r:id="rId5"/>`
	}
	return fmt.Sprintf(`<w:sectPr>%s<w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>`+
		`<w:pgMar w:top="%[3]d" w:right="%[2]d" w:bottom="%[3]d" w:left="%[2]d" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`, head, docxMargin, w.aboveAndBelow())
}

// aboveAndBelow is the margin there: 2 cm, in a short report 1.6 cm.
func (w *docx) aboveAndBelow() int {
	if w.doc.Short {
		return docxMargin * 4 / 5
	}
	return docxMargin
}

// footer has the title, and the page of how many.
func (w *docx) footer() string {
	field := func(name string) string {
		return `<w:fldSimple w:instr=" ` + name + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
	}
	return `<w:ftr xmlns:w="` + mainSpace + `"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + w.run(flat(w.doc.Title), Plain) +
		`<w:r><w:tab/></w:r>` + field("PAGE") + w.run(" / ", Plain) + field("NUMPAGES") + `</w:p></w:ftr>`
}

func (w *docx) header() string {
	return `<w:hdr xmlns:w="` + mainSpace + `"><w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="right"/></w:pPr>` + w.run(flat(w.doc.Draft), Plain) + `</w:p></w:hdr>`
}

// docxSettings make Word read the document as one of its own, of 2013 and later.
const docxSettings = `<w:settings xmlns:w="` + mainSpace + `"><w:defaultTabStop w:val="720"/><w:compat>` +
	`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// bullets is the form of a list of points, and bulletList a list of that form.
func bullets(form int) string {
	return fmt.Sprintf(`<w:abstractNum xmlns:w="%s" w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>`+
		`<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>`, mainSpace, form)
}

func bulletList(list, form int) string {
	return fmt.Sprintf(`<w:num xmlns:w="%s" w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, mainSpace, list, form)
}

// dawn is the time of every file in a package: the first that its format knows.
var dawn = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// writeParts writes a package of files.
func writeParts(out io.Writer, parts []part) error {
	z := zip.NewWriter(out)
	for _, p := range parts {
		if err := writePart(z, p); err != nil {
			return err
		}
	}
	return z.Close()
}

// writePart adds one file, packed even if it is a picture: LibreOffice reads no
// unpacked one whose size stands behind it.
func writePart(z *zip.Writer, p part) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: dawn})
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, p.text)
	return err
}
