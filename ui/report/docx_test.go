package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/ui/locale"
)

// docxOf is the report of a session as a Word document.
func docxOf(t *testing.T, d *Document) []byte {
	t.Helper()
	return []byte(written(t, WriteDOCX, d))
}

// unpacked are the parts of a document by name; each of XML is well formed.
func unpacked(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(text)
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			wellFormed(t, f.Name, string(text))
		}
	}
	return parts
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// wordsIn are all words of a part, a line for each paragraph.
func wordsIn(part string) string {
	part = strings.ReplaceAll(part, "</w:p>", "\n")
	part = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(part, "")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&apos;", "'", "&#34;", `"`, "&amp;", "&").Replace(part)
}

// What Word and LibreOffice need to edit a report: headings and lists by style,
// heads of tables that come again, words for pictures, the language and the pages.
func TestDOCX(t *testing.T) {
	for _, lang := range locale.Languages {
		d := Of(workshop(t), locale.For(lang), Options{Earlier: workshop(t)})
		parts := unpacked(t, docxOf(t, d))
		body := parts["word/document.xml"]
		count := map[string]int{}
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case Heading:
				count[`<w:pStyle w:val="Heading`+string(rune('0'+b.Level-1))+`"/>`]++
			case List:
				count[`<w:pStyle w:val="ListBullet"/>`] += len(b.Items)
			case Table:
				count["<w:tblHeader/>"]++
				count["<w:tr>"] += len(b.Rows) + 1
			case Fields:
				count["<w:tr>"] += len(b.Rows)
			case Chart:
				count["<w:drawing>"]++
				count[`<w:pStyle w:val="Caption"/>`]++
				count[`descr="`+escapeXML(b.Title+" "+b.Told)+`"`] += 2
			case Signature:
				count["<w:tr>"] += 1 + 6
			}
		}
		if count["<w:drawing>"] < 4 || count["<w:tblHeader/>"] < 4 {
			t.Fatalf("%v", count)
		}
		for what, want := range count {
			if n := strings.Count(body, what); n != want {
				t.Errorf("%s: %d of %q, want %d", lang, n, what, want)
			}
		}
		if rows, whole := strings.Count(body, "<w:tr>"), strings.Count(body, "<w:cantSplit/>"); rows != whole {
			t.Errorf("%d of %d rows stay whole", whole, rows)
		}
		for name, want := range map[string]string{
			"docProps/core.xml": "<dc:title>Penilaian *2026* | &lt;draf&gt;</dc:title>", "word/styles.xml": `<w:lang w:val="` + docxLanguages[lang] + `"`,
			"word/footer.xml": `<w:fldSimple w:instr=" PAGE ">`, "word/document.xml": `<w:pStyle w:val="Title"/>`,
		} {
			if !strings.Contains(parts[name], want) {
				t.Errorf("%s is not in %s", want, name)
			}
		}
		if n := len(regexp.MustCompile(`r:embed="([^"]+)"`).FindAllString(body, -1)); strings.Count(parts["word/_rels/document.xml.rels"], "/image\"") != n {
			t.Errorf("%d pictures, but other relations", n)
		}
	}
}

// The same report gives the same bytes.
func TestDOCXIsDeterministic(t *testing.T) {
	make := func() []byte { return docxOf(t, Of(workshop(t), locale.For("id"), Options{Earlier: workshop(t)})) }
	if !bytes.Equal(make(), make()) {
		t.Error("other bytes the second time")
	}
}

// A draft says so on its first page and above each, a completed session nowhere.
func TestDOCXDraft(t *testing.T) {
	draft := unpacked(t, docxOf(t, Of(session(t), locale.For("id"), Options{})))
	if !strings.Contains(draft["word/header.xml"], "DRAF:") || !strings.Contains(draft["word/document.xml"], `<w:pStyle w:val="Draft"/>`) {
		t.Error("the draft is not marked")
	}
	done := unpacked(t, docxOf(t, Of(workshop(t), locale.For("id"), Options{})))
	if done["word/header.xml"] != "" || strings.Contains(done["word/document.xml"], `w:val="Draft"`) {
		t.Error("a completed session is marked as a draft")
	}
}

// Words of people stay words, in every part: no tag, no sign of control.
func TestDOCXEscapes(t *testing.T) {
	s := workshop(t)
	s.Title, s.Unit, s.Region.Name = hostile, hostile, hostile
	s.Plan[0] = assess.Action{ID: "x", What: hostile + "\n\xff\ufffe second", Who: hostile, When: hostile, Status: assess.Carried}
	s.Respondents[0].Put(assess.Entry{Item: "beh1", Round: 1, Answer: assess.At(1), Note: hostile, Evidence: hostile})
	for name, text := range unpacked(t, docxOf(t, Of(s, locale.For("en"), Options{Earlier: s}))) {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		for _, bad := range []string{"<script", "<img", "\x00", "\x1b", "\u202e", "\ufffe", "\xff"} {
			if strings.Contains(text, bad) {
				t.Errorf("%q is in %s", bad, name)
			}
		}
	}
	for in, want := range map[string]string{
		"a\nb": `<w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t>`,
		"a\tb": `<w:t xml:space="preserve">a b</w:t>`,
		`<&">`: `<w:t xml:space="preserve">&lt;&amp;&quot;&gt;</w:t>`,
	} {
		if got := docxLines(in); got != want {
			t.Errorf("docxLines(%q) = %s", in, got)
		}
	}
}

// A question of a blank form stays on one page, with a box for each answer.
func TestDOCXQuestion(t *testing.T) {
	d := &Document{Lang: "id", Title: "Formulir", Blocks: []Block{Question{Number: "1.", Text: "Apa?", Aim: "Untuk apa", Lines: []string{"Catatan"},
		Options: []Option{{"1", "tidak ada"}, {"2", "sebagian"}, {"", "Tidak tahu"}}}}}
	body := unpacked(t, docxOf(t, d))["word/document.xml"]
	if n := strings.Count(body, "☐"); n != 3 {
		t.Errorf("%d boxes", n)
	}
	if n := strings.Count(body, "<w:keepNext/>"); n != 5 {
		t.Errorf("%d of 6 paragraphs stay with the next, want all but the last", n)
	}
	if !strings.Contains(wordsIn(body), "1  tidak ada") {
		t.Errorf("got %s", wordsIn(body))
	}
}

// Columns share the width of the page exactly, and each has some of it.
func TestColumnWidths(t *testing.T) {
	long := strings.Repeat("kata ", 200)
	for _, row := range [][]string{{"a", "b", "c"}, {"x", long, long}, {strings.Repeat("w", 300), "1", "2"}, {"", "", ""}} {
		got := columnWidths(Table{Columns: []Column{{Title: "Satu"}, {Title: "Dua"}, {Title: "Tiga"}}, Rows: [][]string{row}}, docxText, letterRoom)
		sum := 0
		for _, w := range got {
			sum += w
			if w < 300 {
				t.Errorf("%.20q: %v", row, got)
			}
		}
		if sum != docxText {
			t.Errorf("%.20q: %v have %d together", row, got, sum)
		}
	}
}

// The longest word of a column is not torn: bold in 9 points of a typeface like Arial it
// is 40 points wide, 800 twentieths.
func TestColumnWidthsOfWideLetters(t *testing.T) {
	full := strings.Repeat("kata ", 200)
	got := columnWidths(Table{Columns: []Column{{Title: "dokumen"}, {Title: "Dua"}}, Rows: [][]string{{"a", full}}}, 4000, letterRoom)
	if want := 800 + 2*85 + 20; got[0] < want {
		t.Errorf("got %v, want at least %d", got, want)
	}
}

// A row that is signed has the height of a signature.
func TestDOCXRowsToSign(t *testing.T) {
	for fill, want := range map[bool]int{false: 0, true: 2} {
		d := blocks(Table{Columns: []Column{{Title: "No."}, {Title: "Sign", Fill: fill}}, Rows: [][]string{{"1", ""}, {"2", ""}}})
		if n := strings.Count(unpacked(t, docxOf(t, d))["word/document.xml"], "<w:trHeight "); n != want {
			t.Errorf("filled in by hand %t: %d high rows, want %d", fill, n, want)
		}
	}
}

// All who sign stand on one page.
func TestDOCXSignersStayTogether(t *testing.T) {
	d := blocks(Signature{Signers: []Signer{{"Head", "Sign", nil}, {"Second", "Sign", nil}, {"Third", "Sign", nil}}})
	body := unpacked(t, docxOf(t, d))["word/document.xml"]
	_, between, _ := strings.Cut(body, "</w:tbl>")
	if between, _, _ = strings.Cut(between, "<w:tbl>"); !strings.Contains(between, "<w:keepNext/>") {
		t.Errorf("a page may end between them: %s", between)
	}
}

// What leads to a table, and the points before a signature, stay on its page; so do the
// lines of the paper above those who sign.
func TestDOCXKeepsTogether(t *testing.T) {
	d := blocks(Paragraph{plain("free")}, List{[][]Span{plain("loose")}}, Paragraph{plain("leads")}, Table{Columns: []Column{{Title: "a"}}, Rows: [][]string{{"b"}}},
		List{[][]Span{plain("point")}}, Heading{2, "Signatures"}, Signature{Lines: []string{"Number", "Place"}, Signers: []Signer{{"Head", "Sign", nil}}})
	body := unpacked(t, docxOf(t, d))["word/document.xml"]
	for word, want := range map[string]bool{"free": false, "loose": false, "leads": true, "point": true} {
		before := body[:strings.Index(body, word)]
		if got := strings.Contains(before[strings.LastIndex(before, "<w:p>"):], "<w:keepNext/>"); got != want {
			t.Errorf("%s: kept %t, want %t", word, got, want)
		}
	}
	if n := strings.Count(body[strings.Index(body, "Signatures"):], "<w:tbl>"); n != 1 {
		t.Errorf("the lines and those who sign stand in %d tables, between which a page may end", n)
	}
}
