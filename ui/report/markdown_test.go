package report

import (
	"strings"
	"testing"

	"luwes/assess/instruments"
	"luwes/ui/locale"
)

// A question without a number, such as that for consent, leaves no empty marks.
func TestMarkdownOfAForm(t *testing.T) {
	for _, lang := range locale.Languages {
		var b strings.Builder
		if err := WriteMarkdown(&b, Form(instruments.Default(), locale.For(lang))); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "****") {
			t.Errorf("%s: empty emphasis", lang)
		}
		if !strings.Contains(b.String(), "\n**1 str1** ") {
			t.Errorf("%s: the first item has no number", lang)
		}
	}
}
