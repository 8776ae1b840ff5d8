package report

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/ui/chart"
	"luwes/ui/locale"
)

// pdfOf writes a document and reads the words of each page, in the order in which
// they were put there.
func pdfOf(t *testing.T, d *Document) (file string, pages []string) {
	t.Helper()
	file = written(t, WritePDF, d)
	contents := regexp.MustCompile(`/Contents (\d+) 0 R`).FindAllStringSubmatch(file, -1)
	for _, c := range contents {
		pages = append(pages, pageWords(t, file, c[1]))
	}
	return file, pages
}

// shownText is a text that a page shows, in UTF-16 with some bytes escaped.
var shownText = regexp.MustCompile(`(?s)Td \(((?:\\.|[^\\)])*)\) Tj`)

func pageWords(t *testing.T, file, object string) string {
	t.Helper()
	_, body, found := strings.Cut(file, "\n"+object+" 0 obj\n")
	_, body, stream := strings.Cut(body, "stream\n")
	if !found || !stream {
		t.Fatalf("object %s is not there", object)
	}
	r, err := zlib.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, m := range shownText.FindAllSubmatch(page, -1) {
		words = append(words, utf16Text(m[1]))
	}
	return strings.Join(words, "\n")
}

func utf16Text(escaped []byte) string {
	b := []byte(strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(string(escaped)))
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// Everything that a document says stands on its pages in the order of reading, with
// the title, the number and the mark of a draft on each.
func TestPDF(t *testing.T) {
	for _, lang := range locale.Languages {
		s := workshop(t)
		s.Status, s.Title, s.Revealed = assess.Open, "Penilaian 2026", time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
		d := Of(s, locale.For(lang), Options{Earlier: raised(t)})
		file, pages := pdfOf(t, d)
		if len(pages) < 3 {
			t.Fatalf("%s: %d pages", lang, len(pages))
		}
		flat := strings.Join(strings.Fields(strings.Join(pages, " ")), " ")
		at := 0
		for _, b := range d.Blocks {
			h, ok := b.(Heading)
			if !ok {
				continue
			}
			next := strings.Index(flat[at:], h.Text)
			if next < 0 {
				t.Errorf("%s: %q is not after what stands before it", lang, h.Text)
				continue
			}
			at += next + len(h.Text)
		}
		for i, page := range pages {
			if want := strconv.Itoa(i+1) + " / " + strconv.Itoa(len(pages)); !strings.Contains(page, want) {
				t.Errorf("%s, page %d: %q is missing", lang, i+1, want)
			}
			if !strings.Contains(page, d.Draft) || !strings.Contains(page, d.Title) {
				t.Errorf("%s, page %d has no mark of a draft or no title:\n%s", lang, i+1, page)
			}
		}
		for _, want := range []string{"/Lang (" + lang + ")", "/Outlines ", "/FontFile2 ", "/ToUnicode "} {
			if !strings.Contains(file, want) {
				t.Errorf("%s: %s is not in the file", lang, want)
			}
		}
	}
}

// The same document gives the same bytes, whenever it is written.
func TestPDFIsTheSameAgain(t *testing.T) {
	first := written(t, WritePDF, Of(workshop(t), locale.For("id"), Options{}))
	for range 5 {
		if again := written(t, WritePDF, Of(workshop(t), locale.For("id"), Options{})); again != first {
			t.Fatal("the bytes differ")
		}
	}
	if !strings.Contains(first, "D:20261123") {
		t.Error("the file is not dated as its session")
	}
}

// Words of people are shown as far as the fonts have their signs, and never end a
// text of the file.
func TestPDFSigns(t *testing.T) {
	s := session(t)
	s.Title = "a) Tj \\ (é→½×≥−…–☐ 😀 ạ\u202e\x00\nb"
	_, pages := pdfOf(t, Of(s, locale.For("en"), Options{}))
	if want := "a) Tj \\ (é→½×≥−…–□ □ a / b"; !strings.Contains(strings.Join(strings.Fields(pages[0]), " "), strings.Join(strings.Fields(want), " ")) {
		t.Errorf("%q is not in\n%s", want, pages[0])
	}
}

// The fonts have every sign of the program's own words, of the instruments and of
// what stands between them.
func TestPDFFontsAreComplete(t *testing.T) {
	var faces []*face
	for _, e := range []Emphasis{Plain, Italic, Bold} {
		f, err := newFace(e)
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, f)
	}
	for _, in := range instruments.All() {
		text := in.Source
		for _, lang := range locale.Languages {
			text += written(t, WriteHTML, Of(crowd(12), locale.For(lang), Options{Rules: instruments.Rules(in.ID), Earlier: crowd(9)}))
			text += written(t, WriteHTML, Form(in, locale.For(lang)))
		}
		for _, f := range faces {
			for _, sign := range text {
				if sign >= ' ' && sign != '─' && f.of(sign) < 0 { // the rule of a comment
					t.Errorf("%s: no font sign for %q", in.ID, sign)
				}
			}
		}
	}
}

// blocks is a document of these blocks alone.
func blocks(b ...Block) *Document { return &Document{Lang: "en", Title: "T", Kicker: "K", Blocks: b} }

// A table over pages has its head on each, all its rows in order, and none of them
// twice; a row that is higher than a page goes on.
func TestPDFTableOverPages(t *testing.T) {
	table := Table{Caption: "c", Columns: []Column{{Title: "Headword"}, {Title: "Text"}}}
	for i := range 90 {
		table.Rows = append(table.Rows, []string{"row" + strconv.Itoa(i), strings.Repeat("word ", 30)})
	}
	table.Rows = append(table.Rows, []string{"high", strings.Repeat("long ", 4000) + "end"})
	_, pages := pdfOf(t, blocks(table))
	var rows []string
	for i, page := range pages {
		if n := strings.Count(page, "Headword"); n != 1 {
			t.Errorf("page %d has %d heads", i+1, n)
		}
		rows = append(rows, regexp.MustCompile(`(?m)^row\d+$`).FindAllString(page, -1)...)
	}
	want := make([]string, 90)
	for i := range want {
		want[i] = "row" + strconv.Itoa(i)
	}
	if !slices.Equal(rows, want) {
		t.Errorf("rows %v", rows)
	}
	all := strings.Join(pages, "\n")
	if n := strings.Count(all, "long"); n != 4000 || !strings.Contains(all, "end") {
		t.Errorf("%d of 4000 words of the high row", n)
	}
}

// sweep is the step by which what stands on a page is moved down it: each line, or a
// few places where only races are looked for.
func sweep() int {
	if testing.Short() {
		return 15
	}
	return 1
}

// Wherever a page ends, a heading stands with the first line of what follows it, and
// a question with all its boxes.
func TestPDFKeepsTogether(t *testing.T) {
	t.Parallel()
	for n := 0; n < 60; n += sweep() {
		var lines []Block
		for range n {
			lines = append(lines, Paragraph{plain("filler")})
		}
		q := Question{Number: "1 id", Text: "Question?", Options: []Option{{"1", "first"}, {"2", "second"}, {"0", "unknown"}}, Lines: []string{"Note"}}
		_, pages := pdfOf(t, blocks(append(lines, Heading{2, "Section"}, Heading{3, "Part"}, q)...))
		together := false
		for _, page := range pages {
			all := true
			for _, want := range []string{"Section", "Part", "Question?", "first", "second", "unknown", "Note:"} {
				all = all && strings.Contains(page, want)
			}
			together = together || all
		}
		if !together {
			t.Errorf("%d lines before: parted in\n%s", n, strings.Join(pages, "\n---\n"))
		}
	}
}

// No line is wider than its room, whatever the words are.
func TestPDFWrap(t *testing.T) {
	p, err := newPrint(blocks())
	if err != nil {
		t.Fatal(err)
	}
	text := []Span{{"a bb ccc ", Plain}, {strings.Repeat("w", 90), Bold}, {"joined on", Italic}, {"  two  blanks ", Plain}}
	for _, width := range []float64{3, 20, 61, 200} {
		said := ""
		for _, line := range p.wrap(text, 9, width) {
			if line.width() > width+0.02 && len(line) > 0 && len([]rune(line[0].text)) > 1 {
				t.Errorf("a line of %.1f in %.1f", line.width(), width)
			}
			for _, part := range line {
				said += part.text
			}
		}
		if got, want := strings.ReplaceAll(said, " ", ""), "abbccc"+strings.Repeat("w", 90)+"joinedontwoblanks"; got != want {
			t.Errorf("%.0f: got %q", width, got)
		}
	}
}

// Words that somebody wrote in lines stay in them, in a cell of a page too.
func TestLinesOfACell(t *testing.T) {
	d := blocks(Table{Columns: []Column{{Title: "Item"}, {Title: "Reasons"}}, Rows: [][]string{{"str1", "for: one\nagainst: two <b>"}}})
	p, err := newPrint(d)
	if err != nil {
		t.Fatal(err)
	}
	g := &grid{p: p, columns: make([]Column, 2), widths: []float64{100, 300}}
	if got := g.cells([]string{"", "one\ntwo"}, false).lines(); got != 2 {
		t.Errorf("PDF: %d lines, want 2", got)
	}
	var b strings.Builder
	if err := WriteHTML(&b, d); err != nil {
		t.Fatal(err)
	}
	if want := "<td>for: one<br/>against: two &lt;b&gt;</td>"; !strings.Contains(b.String(), want) {
		t.Errorf("%s is not in the page", want)
	}
}

// A chart that is higher than a page is drawn smaller, and stays on one.
func TestPDFHighChart(t *testing.T) {
	g := &chart.Graph{Title: "Many"}
	for i := range 80 {
		g.Rows = append(g.Rows, chart.GraphRow{Name: "scale" + strconv.Itoa(i), Value: assess.Known(50)})
	}
	if _, pages := pdfOf(t, blocks(Chart{g})); len(pages) > 2 || !strings.Contains(pages[len(pages)-1], "scale0\n") || !strings.Contains(pages[len(pages)-1], "Many") {
		t.Errorf("%d pages", len(pages))
	}
}

// The short report of a workshop is two pages, with an earlier one too.
func TestPDFShort(t *testing.T) {
	for _, lang := range locale.Languages {
		if _, pages := pdfOf(t, full(lang)); len(pages) != 2 {
			t.Errorf("%s: %d pages", lang, len(pages))
		}
	}
}

// full is the short report of a workshop that has all that a report can tell of.
func full(lang string) *Document {
	s := crowd(12)
	for _, id := range []string{"str", "beh", "tec", "com", "for", "cen"} {
		s.Wanted = append(s.Wanted, assess.Wanted{Scale: id, Value: 70, Year: 2028})
	}
	for _, id := range []string{"str1", "beh2", "tec3", "com4"} {
		s.Settlements = append(s.Settlements, assess.Settlement{Item: id, Outcome: assess.Agreed, Level: 3, Dissent: "sebagian peserta menilai lebih rendah"})
	}
	for i := range 9 {
		s.Plan = append(s.Plan, assess.Action{ID: strconv.Itoa(i), What: "Menyusun SOP layanan bersama seluruh perangkat daerah terkait", Who: "Bagian Organisasi", When: "Triwulan II 2027", Status: assess.Planned})
	}
	return Of(s, locale.For(lang), Options{Short: true, Rules: instruments.Rules(s.Instrument.ID), Earlier: crowd(9)})
}

// 200 people, compared with 200: content and file.
func BenchmarkPDF(b *testing.B) {
	s, earlier := crowd(200), crowd(200)
	opt := Options{Rules: instruments.Rules(s.Instrument.ID), Earlier: earlier}
	w := locale.For("id")
	size := 0
	for b.Loop() {
		var out bytes.Buffer
		if err := WritePDF(&out, Of(s, w, opt)); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size), "bytes")
}

// Nobody signs a page on which no word of what is signed stands: the points before a
// signature go with it.
func TestPDFSignatureIsNotAlone(t *testing.T) {
	t.Parallel()
	for n := 0; n < 60; n += sweep() {
		var lines []Block
		for range n {
			lines = append(lines, Paragraph{plain("filler")})
		}
		_, pages := pdfOf(t, blocks(append(lines, Heading{2, "Limits"}, List{[][]Span{plain("first"), plain("last")}}, Heading{2, "Signatures"},
			Signature{Lines: []string{"Place"}, Signers: []Signer{{"Head", "Sign", []string{"Name"}}}})...))
		for _, page := range pages {
			if strings.Contains(page, "Name:") && !(strings.Contains(page, "Limits") && strings.Contains(page, "first") && strings.Contains(page, "last")) {
				t.Errorf("%d lines before: the signature stands alone in\n%s", n, page)
			}
		}
	}
}
