package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/ui/locale"
)

// papersOf are all papers of some sessions in a language, by name.
func papersOf(t *testing.T, lang string) map[string]*Document {
	t.Helper()
	w := locale.For(lang)
	agreed := hostileSession(t)
	agreed.Method = assess.ConsensusMethod
	return map[string]*Document{
		"group":      Of(workshop(t), w, Options{Earlier: workshop(t)}),
		"single":     Of(session(t), w, Options{}),
		"short":      full(lang),
		"hostile":    Of(agreed, w, Options{}),
		"minutes":    Minutes(hostileSession(t), w, Options{}),
		"attendance": Attendance(hostileSession(t), w),
		"form":       Form(instruments.Default(), w),
		"form of":    FormOf(hostileSession(t), w),
		"comparison": Compare([]*assess.Session{workshop(t), hostileSession(t)}, w),
	}
}

// hostileTexts are what a person or a file may put where words belong: signs of
// control, bytes that are no letters, letters that XML has not, a word without an end,
// pictures of several letters, writing from the right, and what looks like markup.
var hostileTexts = []string{
	"\x00\x01\x08\x0b\x0c\x0e\x1f\x7f\u0085\u2028", "\xff\xfe\xed\xa0\x80\xed\xbf\xbf", "\ufffe\uffff\ufffd", strings.Repeat("W", 10_000),
	"👩🏽‍💻🇮🇩\U0001f9d1\U000e0001", "\u202eمرحبا\u202c \u200fשלום \u2066x\u2069", hostile + "]]>&#0;&amp;<!--", "a\r\nb\tc\n\n\nd", "_x0000_ _x0041_", "{{report}} {{x}}", "",
}

// hostileSession is a workshop in which all words of people are hostile.
func hostileSession(t *testing.T) *assess.Session {
	t.Helper()
	s := workshop(t)
	all := strings.Join(hostileTexts, " ")
	s.Title, s.Unit, s.Region.Name = all, all, all
	for i := range s.Settlements {
		s.Settlements[i].Reason, s.Settlements[i].Dissent = all, all
	}
	for i := range s.Plan {
		s.Plan[i].What, s.Plan[i].Who, s.Plan[i].When, s.Plan[i].Outcome = all, all, hostileTexts[i], all
	}
	for i := range s.Respondents {
		r := &s.Respondents[i]
		text := hostileTexts[i%len(hostileTexts)]
		r.ID, r.Unit, r.Rank, r.Group = r.ID+text, text, text, text
		r.Put(assess.Entry{Item: "beh1", Round: 1, Answer: assess.At(1), Note: text, Evidence: all})
	}
	return s
}

// Every paper keeps the rules by which Word opens a document without a repair,
// whatever people wrote; in Indonesian in a letterhead that makes it difficult.
func TestDOCXOpensWithoutRepair(t *testing.T) {
	t.Parallel()
	for _, lang := range locale.Languages {
		for name, d := range papersOf(t, lang) {
			t.Run(lang+" "+name, func(t *testing.T) {
				fewCharts(d, map[string]int{"group": 2, "hostile": 1, "comparison": 1}[name])
				if lang == "en" || d.Values == nil { // a form has nothing for a letterhead
					wordRules(t, docxOf(t, d))
					return
				}
				var into bytes.Buffer
				if err := WriteDOCXInto(&into, packedParts(t, difficult()), d); err != nil {
					t.Fatal(err)
				}
				wordRules(t, into.Bytes())
			})
		}
	}
}

// fewCharts leaves some charts in a paper, because drawing them takes most of the time.
func fewCharts(d *Document, n int) {
	d.Blocks = slices.DeleteFunc(d.Blocks, func(b Block) bool {
		_, is := b.(Chart)
		if is {
			n--
		}
		return is && n < 0
	})
}

// Another name for Word's name space, and a picture with a number that ours would have.
const (
	otherSpace = ` xmlns:q="` + mainSpace + `"`
	crest      = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="1002" name="Lambang" descr="Lambang daerah"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="lambang"/></a:graphic></wp:inline></w:drawing></w:r>`
)

// difficult is a letterhead in which a table stands right above the report, on a page
// that is narrower than the last one; whose sheets of styles and lists write their names
// in another way, with no list but what comes after lists; and which has a number and a
// relation that our pictures would have.
func difficult() map[string]string {
	parts := letterhead()
	const margins = `<w:pgMar w:top="1000" w:right="2000" w:bottom="1000" w:left="1906" w:header="500" w:footer="500" w:gutter="500"/>`
	parts["word/document.xml"] = `<w:document xmlns:w="` + mainSpace + `" xmlns:r="` + strings.TrimSuffix(officeKind, "/") + `"><w:body>` +
		`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{judul}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><w:t>{{laporan}}</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>` + margins + `</w:sectPr></w:pPr></w:p>` +
		`<w:p>` + crest + `</w:p><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>` + margins + `</w:sectPr></w:body></w:document>`
	parts["word/styles.xml"] = `<q:styles` + otherSpace + `><q:style q:type="paragraph" q:default="1" q:styleId="Biasa"><q:name q:val="Normal"/></q:style></q:styles>`
	parts["word/numbering.xml"] = `<q:numbering` + otherSpace + `><q:abstractNum q:abstractNumId="4"><q:lvl q:ilvl="0"/></q:abstractNum><q:numIdMacAtCleanup q:val="4"/></q:numbering>`
	parts["word/_rels/document.xml.rels"] = strings.Replace(parts["word/_rels/document.xml.rels"], "</Relationships>", `<Relationship Id="rIdLuwes2001" Type="`+officeKind+`image" Target="media/logo.jpeg"/>`+
		`<Relationship Id="rId2" Type="`+officeKind+`numbering" Target="numbering.xml"/></Relationships>`, 1)
	parts[typesPart] = strings.Replace(parts[typesPart], "</Types>", `<Override PartName="/word/numbering.xml" ContentType="`+wordType+`numbering+xml"/><Override PartName="/word/header7.xml" ContentType="`+wordType+`header+xml"/></Types>`, 1)
	return parts
}

// The report is as wide as the page on which it stands, not as the last one.
func TestDOCXTemplateWidth(t *testing.T) {
	var b bytes.Buffer
	d := Of(session(t), locale.For("id"), Options{})
	fewCharts(d, 0)
	if err := WriteDOCXInto(&b, packedParts(t, difficult()), d); err != nil {
		t.Fatal(err)
	}
	tables := 0
	parsed(t, "", unpacked(t, b.Bytes())["word/document.xml"]).each(func(e *element) {
		if e.name != "w:tblGrid" || len(e.kids) == 1 {
			return
		}
		tables++
		width := 0
		for _, c := range e.kids {
			width += wholeNumber(c.attr["w:w"])
		}
		if want := 11906 - 2000 - 1906 - 500; width > want || width < want-200 {
			t.Errorf("a table %d wide on a page of %d", width, want)
		}
	})
	if tables < 3 {
		t.Errorf("%d tables", tables)
	}
}

// What hangs on the paragraph of the report stays above it: a crest that is anchored
// there, and the end of a mark that begins elsewhere. An empty line does not.
func TestDOCXTemplateHeldParagraph(t *testing.T) {
	d := Of(session(t), locale.For("id"), Options{})
	fewCharts(d, 0)
	for what, stays := range map[string]bool{crest: true, `<w:bookmarkEnd w:id="7"/>`: true, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`: true, `<w:bookmarkStart w:id="8" w:name="_GoBack"/><w:bookmarkEnd w:id="8"/>`: false} {
		template := letterhead()
		template["word/document.xml"] = strings.Replace(template["word/document.xml"], `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>`, `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>`+what, 1)
		var b bytes.Buffer
		if err := WriteDOCXInto(&b, packedParts(t, template), d); err != nil {
			t.Fatal(err)
		}
		body := unpacked(t, b.Bytes())["word/document.xml"]
		at := strings.Index(body, what)
		if at >= 0 != stays || at > strings.Index(body, "Strategi struktural") {
			t.Errorf("%s: at %d, want it kept: %t", what, at, stays)
		}
		if words := wordsIn(body); strings.Contains(words, "{{") {
			t.Errorf("braces are left: %.200s", words)
		}
	}
}

// Word writes the text of a control that is bound to data anew from there when it opens
// the document, so that a value would turn into its placeholder again: the control is
// bound no more. One without a placeholder stays bound.
func TestDOCXTemplateBoundControls(t *testing.T) {
	template := letterhead()
	const bound = `<w:dataBinding w:xpath="/subject" w:storeItemID="{1}"/>`
	control := func(content string) string {
		return `<w:sdt><w:sdtPr><w:alias w:val="a"/>` + bound + `</w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
	}
	words := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	template["word/header7.xml"] = `<w:hdr xmlns:w="` + mainSpace + `">` + control(`<w:p>`+words("{{daerah}}")+`</w:p><w:p>`+words("{{judul}}")+`</w:p>`) +
		`<w:p>` + control(words("{{nomor}}")) + control(words("Rahasia")) + `</w:p></w:hdr>`
	d := Of(session(t), locale.For("id"), Options{})
	fewCharts(d, 0)
	var b bytes.Buffer
	if err := WriteDOCXInto(&b, packedParts(t, template), d); err != nil {
		t.Fatal(err)
	}
	head := unpacked(t, b.Bytes())["word/header7.xml"]
	if n := strings.Count(head, bound); n != 1 || !strings.Contains(head, control(words("Rahasia"))) {
		t.Errorf("%d controls are bound, want the one without a placeholder:\n%s", n, head)
	}
	if got := wordsIn(head); !strings.Contains(got, "Kabupaten Bandung") || strings.Contains(got, "{{") {
		t.Errorf("head: %s", got)
	}
}
