package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"luwes/ui/locale"
)

// A report that an office program opens and saves again has lost no heading, table,
// picture or word.
func TestDOCXSavedAgain(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no office program here, or no time for one")
	}
	file := docxOf(t, Of(workshop(t), locale.For("id"), Options{Earlier: workshop(t)}))
	dir := t.TempDir()
	from := filepath.Join(dir, "laporan.docx")
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "docx", "--outdir", filepath.Join(dir, "out"), from).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	again, err := os.ReadFile(filepath.Join(dir, "out", "laporan.docx"))
	if err != nil {
		t.Skipf("the office program here opens no texts: %s", said)
	}
	compareDOCX(t, unpacked(t, file)["word/document.xml"], unpacked(t, again)["word/document.xml"])
}

// The short report of a workshop with an earlier one is two pages in an office program
// too.
func TestDOCXShort(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no office program here, or no time for one")
	}
	dir := t.TempDir()
	from := filepath.Join(dir, "ringkas.docx")
	if err := os.WriteFile(from, docxOf(t, full("id")), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, from).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	file, err := os.ReadFile(filepath.Join(dir, "ringkas.pdf"))
	if err != nil {
		t.Skipf("the office program here opens no texts: %s", said)
	}
	if n := regexp.MustCompile(`/Type\s*/Pages[^>]*/Count (\d+)|/Count (\d+)[^>]*/Type\s*/Pages`).FindSubmatch(file); n == nil || string(n[1])+string(n[2]) != "2" {
		t.Errorf("pages: %q", n)
	}
}

// compareDOCX sets what a reader sees of two texts beside each other.
func compareDOCX(t *testing.T, before, after string) {
	t.Helper()
	for _, what := range []string{`<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading2"/>`, `<w:pStyle w:val="ListBullet"/>`,
		"<w:tbl>", "<w:tr>", "<w:tblHeader", "<pic:pic "} {
		if got, want := count(after, what), count(before, what); got != want || want == 0 {
			t.Errorf("%d of %s, want %d", got, what, want)
		}
	}
	told := regexp.MustCompile(`<wp:docPr [^>]*descr="([^"]+)"`)
	for _, m := range told.FindAllStringSubmatch(before, -1) {
		if !strings.Contains(wordsIn(after+" "+strings.Join(told.FindAllString(after, -1), " ")), wordsIn(m[1])) && !strings.Contains(after, m[1]) {
			t.Errorf("the words of a picture are lost: %s", m[1])
		}
	}
	got := spaced(wordsIn(after))
	for _, line := range strings.Split(wordsIn(before), "\n") {
		if !strings.Contains(got, spaced(line)) {
			t.Errorf("lost: %s", line)
		}
	}
}

// count is how often an element is in a text, with attributes or without.
func count(text, element string) int {
	open := strings.TrimRight(element, "/> ")
	return strings.Count(text, open+">") + strings.Count(text, open+" ") + strings.Count(text, open+"/")
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
