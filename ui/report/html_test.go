package report

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

// The page of one person and of a workshop, in both languages; UPDATE=1 writes the
// files.
func TestHTML(t *testing.T) {
	for _, lang := range locale.Languages {
		golden(t, "self."+lang+".html", htmlOf(t, session(t), lang, Options{}))
		golden(t, "workshop."+lang+".html", htmlOf(t, workshop(t), lang, Options{}))
	}
}

// hostile is what somebody might write to break out of a page.
const hostile = `"'><script src=//evil.example/x.js></script><img src=x onerror=alert(1)>` + "</style></title>\x00\x1b[2J\u202e"

// Words of people stay words: everywhere a person can write, nothing becomes a tag.
func TestHTMLEscapes(t *testing.T) {
	s := workshop(t)
	s.Title, s.Unit, s.Region.Name = hostile, hostile, hostile
	s.Status, s.Revealed = assess.Open, time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	s.Reopenings[0].Reason = hostile
	s.Settlements[1].Reason, s.Settlements[0].Dissent = hostile, hostile
	s.Plan[0] = assess.Action{ID: "x", What: hostile, Who: hostile, When: hostile, Outcome: hostile, Status: assess.Carried}
	p := &s.Respondents[0]
	p.ID = hostile
	p.Put(assess.Entry{Item: "beh1", Round: 1, Answer: assess.At(1), Note: hostile, Evidence: hostile})
	earlier := workshop(t)
	earlier.Title = hostile
	got := htmlOf(t, s, "en", Options{Earlier: earlier})
	if n := strings.Count(got, "&lt;script src=//evil.example"); n < 12 {
		t.Errorf("%d hostile texts are shown, so not all of them", n)
	}
	selfContained(t, got)
	for _, bad := range []string{"<script", "<img", "\x00", "\x1b", "\u202e"} {
		if strings.Contains(got, bad) {
			t.Errorf("%q is in the page", bad)
		}
	}
	if n := strings.Count(got, "</style>"); n != 1 {
		t.Errorf("%d ends of the style", n)
	}
}

// loads finds what could make a browser ask for something.
var loads = regexp.MustCompile(`(?i)<[^>]*\b(src|srcset|href|action|data|poster|background|style|on[a-z]+)\s*=\s*("[^"]*"|[^\s>]+)|@import|url\(|<(link|script|iframe|object|embed|base|form|image|use)\b`)

// selfContained fails if a page refers to anything but its own places.
func selfContained(t *testing.T, page string) {
	t.Helper()
	for _, m := range loads.FindAllStringSubmatch(page, -1) {
		if strings.ToLower(m[1]) != "href" || !strings.HasPrefix(m[2], `"#`) {
			t.Errorf("the page refers to %s", m[0])
		}
	}
}

func TestHTMLIsSelfContained(t *testing.T) {
	got := htmlOf(t, workshop(t), "id", Options{Earlier: workshop(t)})
	selfContained(t, got)
	if !strings.Contains(got, `content="default-src 'none'; style-src 'unsafe-inline'`) {
		t.Error("the page has no policy")
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(got, -1) {
		if n := strings.Count(got, ` id="`+m[1]+`"`); n != 1 {
			t.Errorf("#%s leads to %d places", m[1], n)
		}
	}
}

// A page is well nested: read as XML, with the tags that HTML leaves open closed,
// it has no error.
func TestHTMLNests(t *testing.T) {
	for _, short := range []bool{false, true} {
		got := htmlOf(t, workshop(t), "id", Options{Short: short, Earlier: workshop(t)})
		body := regexp.MustCompile(`<(meta|hr)([^>]*)>`).ReplaceAllString(strings.TrimPrefix(got, "<!DOCTYPE html>"), "<$1$2/>")
		d := xml.NewDecoder(strings.NewReader(body))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// What a screen reader needs: one first heading and none left out below it, a scope
// for each head of a table, a name and a description for each picture.
func TestHTMLForScreenReaders(t *testing.T) {
	got := htmlOf(t, workshop(t), "id", Options{Earlier: workshop(t)})
	last := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(got, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 || level == 1 && last != 0 {
			t.Errorf("a heading of level %d after one of level %d", level, last)
		}
		last = level
	}
	for _, th := range regexp.MustCompile(`<th\b[^>]*>[^<]*`).FindAllString(got, -1) {
		if !strings.Contains(th, ` scope="`) || strings.HasSuffix(th, ">") {
			t.Errorf("%s has no scope or no words", th)
		}
	}
	graphs := strings.Count(got, "<svg ")
	if graphs != 5 {
		t.Errorf("%d graphs, want 5", graphs)
	}
	for _, part := range []string{`role="img" aria-labelledby="g`, "<title id=", "<desc id=", "<figcaption>"} {
		if n := strings.Count(got, part); n != graphs {
			t.Errorf("%d of %q for %d graphs", n, part, graphs)
		}
	}
	for _, want := range []string{`<html lang="id">`, "Strategi struktural 62,5 (45–77)", "prefers-color-scheme: dark", "@media print"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in the page", want)
		}
	}
}

// Below three people an anonymous session has a page without any value.
func TestHTMLOfFewAnonymous(t *testing.T) {
	s := session(t)
	s.Identity = assess.Anonymous
	got := htmlOf(t, s, "en", Options{Earlier: workshop(t)})
	_, body, _ := strings.Cut(got, "<body>")
	for _, word := range []string{"Structural", "catatan", "Perbup", "%", "R1", "<svg"} {
		if strings.Contains(body, word) {
			t.Errorf("%q is in\n%s", word, body)
		}
	}
}
