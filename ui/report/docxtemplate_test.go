package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/ui/locale"
)

// letterhead are the parts of a template as Word writes them in Indonesian: styles
// with ids of their own, a placeholder in several runs, a head with a picture, and a
// list.
func letterhead() map[string]string {
	const w = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"
	space := ` xmlns:w="` + mainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	return map[string]string{
		typesPart: w + `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/></Types>`,
		"_rels/.rels": w + related(`<Relationship Id="rId1" Type="`+officeKind+`officeDocument" Target="/word/document.xml"/>`),
		"word/document.xml": w + `<w:document` + space + `><w:body>` +
			`<w:p><w:r><w:t>PEMERINTAH </w:t></w:r><w:r><w:t>{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{Dae</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>rah}} – nomor {{ number }}</w:t></w:r></w:p>` +
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Tahun {{tahun anggaran}}, {{unit}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
			`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{{</w:t></w:r><w:r><w:t>report}}</w:t></w:r></w:p>` +
			`<w:p><w:r><w:t>Penutup &amp; salam</w:t></w:r></w:p>` +
			`<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1500" w:bottom="1000" w:left="1500"/></w:sectPr></w:body></w:document>`,
		"word/_rels/document.xml.rels": w + related(`<Relationship Id="rId1" Type="`+officeKind+`styles" Target="styles.xml"/><Relationship Id="rId9" Type="`+officeKind+`header" Target="header7.xml"/>`),
		"word/styles.xml":              w + `<w:styles` + space + `><w:style w:type="paragraph" w:default="1" w:styleId="Biasa"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style><w:style w:type="character" w:styleId="Caption"><w:name w:val="Lain"/></w:style></w:styles>`,
		"word/header7.xml":             w + `<w:hdr` + space + `><w:p><w:r><w:t>{{judul}}</w:t></w:r></w:p></w:hdr>`,
		"word/_rels/header7.xml.rels":  w + related(`<Relationship Id="rId1" Type="`+officeKind+`image" Target="media/logo.jpeg"/>`),
		"word/media/logo.jpeg":         "\xff\xd8 not really a picture",
	}
}

// packedParts is a document of parts, with those that a test replaces; an empty one
// is left out.
func packedParts(t *testing.T, parts map[string]string, replaced ...string) []byte {
	t.Helper()
	for i := 0; i < len(replaced); i += 2 {
		parts[replaced[i]] = replaced[i+1]
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] == "" {
			continue
		}
		if err := writePart(z, part{name, parts[name]}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A letterhead gets its values, split as they may be, and the report in its place,
// in its own styles; what else it has stays.
func TestDOCXTemplate(t *testing.T) {
	s := workshop(t)
	s.Unit = "Setda <&> " + hostile
	var b bytes.Buffer
	if err := WriteDOCXInto(&b, packedParts(t, letterhead()), Of(s, locale.For("id"), Options{})); err != nil {
		t.Fatal(err)
	}
	parts := unpacked(t, b.Bytes())
	body := parts["word/document.xml"]
	words := wordsIn(body)
	for _, want := range []string{"PEMERINTAH Kabupaten Bandung – nomor …", "Tahun 2026, Setda <&> \"'><script", "Penutup & salam", "Strategi struktural"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in\n%s", want, words)
		}
	}
	if strings.Contains(words, "{") || strings.Index(words, "Strategi struktural") > strings.Index(words, "Penutup") {
		t.Errorf("braces are left, or the report is in another place:\n%s", words)
	}
	for _, want := range []string{`<w:pStyle w:val="Judul1"/>`, `<w:pStyle w:val="Heading2"/>`, `<w:pStyle w:val="LuwesCaption"/>`, `<w:lang w:val="id-ID"/>`, `<w:headerReference w:type="default" r:id="rId9"/>`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not in the text", want)
		}
	}
	if strings.Contains(body, `w:val="Heading1"`) || strings.Contains(body, `<w:pStyle w:val="Title"/>`) {
		t.Error("a style of the template is not used, or its title comes twice")
	}
	if n := strings.Count(parts["word/styles.xml"], `w:default="1"`); n != 1 {
		t.Errorf("%d defaults among the styles, want that of the template", n)
	}
	if got := wordsIn(parts["word/header7.xml"]); !strings.Contains(got, "Penilaian *2026* | <draf>") {
		t.Errorf("head: %s", got)
	}
	for name, want := range letterhead() {
		if strings.Contains(name, "media") || strings.Contains(name, "header7.xml.rels") {
			if parts[name] != want {
				t.Errorf("%s did not stay", name)
			}
		}
	}
	if !strings.Contains(parts["word/_rels/document.xml.rels"], "rId9") || !strings.Contains(parts[typesPart], `Extension="png"`) || parts["word/luwes-numbering.xml"] == "" || parts["word/media/luwes1001.png"] == "" {
		t.Error("relations, types, list or pictures are missing")
	}
	referred(t, parts)
}

// referred fails if a style, a list or a relation that the text names is not there.
func referred(t *testing.T, parts map[string]string) {
	t.Helper()
	for what, where := range map[string][2]string{
		`<w:pStyle w:val="`: {"word/styles.xml", `w:styleId="`}, `<w:tblStyle w:val="`: {"word/styles.xml", `w:styleId="`},
		`<w:numId w:val="`: {"word/luwes-numbering.xml", `w:numId="`}, `r:embed="`: {"word/_rels/document.xml.rels", `Id="`},
	} {
		for _, after := range strings.Split(parts["word/document.xml"], what)[1:] {
			id, _, _ := strings.Cut(after, `"`)
			if !strings.Contains(parts[where[0]], where[1]+id+`"`) {
				t.Errorf("%s%s is not in %s", what, id, where[0])
			}
		}
	}
}

// A report can be the template of another: its list, styles and pictures stay apart.
func TestDOCXTemplateOfAReport(t *testing.T) {
	d := Of(workshop(t), locale.For("id"), Options{})
	own := unpacked(t, docxOf(t, d))
	own["word/document.xml"] = strings.Replace(own["word/document.xml"], "<w:body>", "<w:body><w:p><w:r><w:t>{{laporan}}</w:t></w:r></w:p>", 1)
	var once, twice bytes.Buffer
	if err := WriteDOCXInto(&once, packedParts(t, own), d); err != nil {
		t.Fatal(err)
	}
	parts := unpacked(t, once.Bytes())
	if n := strings.Count(parts["word/numbering.xml"], "<w:num "); n != 2 || strings.LastIndex(parts["word/numbering.xml"], "<w:abstractNum ") > strings.Index(parts["word/numbering.xml"], "<w:num ") {
		t.Errorf("%d lists, or a form after one:\n%s", n, parts["word/numbering.xml"])
	}
	if n := strings.Count(parts["word/styles.xml"], "<w:style "); n != strings.Count(own["word/styles.xml"], "<w:style ") {
		t.Errorf("%d styles", n)
	}
	if err := WriteDOCXInto(&twice, packedParts(t, own), d); err != nil || !bytes.Equal(once.Bytes(), twice.Bytes()) {
		t.Errorf("other bytes the second time; %v", err)
	}
}

// Each thing that is wrong with a template is a problem of its own, all told at
// once, and nothing is written.
func TestDOCXTemplateProblems(t *testing.T) {
	body := func(paragraphs ...string) string {
		text := `<w:document xmlns:w="` + mainSpace + `"><w:body>`
		for _, p := range paragraphs {
			text += `<w:p><w:r><w:t>` + p + `</w:t></w:r></w:p>`
		}
		return text + `</w:body></w:document>`
	}
	with := func(replaced ...string) []byte { return packedParts(t, letterhead(), replaced...) }
	macros := strings.Replace(letterhead()[typesPart], wordType+"document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", 1)
	tests := []struct {
		name     string
		template []byte
		want     string
	}{
		{"no zip", []byte("\xd0\xcf\x11\xe0 an old .doc"), "template-format"},
		{"empty", nil, "template-format"},
		{"another zip", packedParts(t, map[string]string{"a.txt": "a"}), "template-format"},
		{"workbook", with(typesPart, strings.Replace(letterhead()[typesPart], wordType+"document.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", 1)), "template-format"},
		{"strict", with("word/document.xml", `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`), "template-format"},
		{"macros", with(typesPart, macros), "template-macros"},
		{"hidden macros", with("word/vbaProject.bin", "x"), "template-macros"},
		{"unknown", with("word/document.xml", body("{{report}}", "{{wali_kota}} {{x}}")), "template-placeholder template-placeholder"},
		{"open", with("word/document.xml", body("{{report}}", "{{daerah")), "template-open"},
		{"no report", with("word/document.xml", body("{{region}}")), "template-report-missing"},
		{"not alone", with("word/document.xml", body("Laporan: {{report}}")), "template-report-place"},
		{"in a head", with("word/header7.xml", strings.Replace(letterhead()["word/header7.xml"], "{{judul}}", "{{report}}", 1), "word/document.xml", body("{{report}}")), "template-report-place template-report-twice"},
		{"twice", with("word/document.xml", body("{{report}}", "{{laporan}}")), "template-report-twice"},
		{"cut", with("word/document.xml", body("{{report}}")[:90]), "template-damaged"},
		{"crossed", with("word/document.xml", `<w:document xmlns:w="`+mainSpace+`"><w:body></w:document></w:body>`), "template-damaged"},
		{"styles cut", with("word/styles.xml", `<w:styles><w:style>`), "template-damaged"},
		{"bomb", with("word/document.xml", body(strings.Repeat(" ", partRoom))), "template-large"},
		{"all at once", with("word/header7.xml", strings.Replace(letterhead()["word/header7.xml"], "judul", "satu", 1), "word/document.xml", body("{{dua}}", "{{tiga")), "template-placeholder template-open template-placeholder template-report-missing"},
	}
	d := Of(session(t), locale.For("id"), Options{})
	for _, tt := range tests {
		var b bytes.Buffer
		err := WriteDOCXInto(&b, tt.template, d)
		var problems assess.Problems
		if !errors.As(err, &problems) || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", tt.name, err, b.Len())
			continue
		}
		var codes []string
		for _, p := range problems {
			codes = append(codes, p.Code)
			if said := locale.For("id").Problem(p); strings.Contains(said.Sentence+said.Hint, "⟦") || strings.Contains(said.Sentence+said.Hint, "<no value>") {
				t.Errorf("%s: %+v", tt.name, said)
			}
		}
		if got := strings.Join(codes, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A template of parts that say that they are huge is refused by what
// it says, before anything is unpacked.
func TestDOCXTemplateRoom(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"word/media/1", "word/media/2"} {
		f, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: 1, UncompressedSize64: unpackedRoom/2 + 1})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte{0}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, template := range [][]byte{b.Bytes(), make([]byte, TemplateRoom+1)} {
		err := WriteDOCXInto(io.Discard, template, &Document{})
		if err == nil || !strings.Contains(err.Error(), "template-large") {
			t.Errorf("%v", err)
		}
	}
}
