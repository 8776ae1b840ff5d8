package report

import (
	"io"
	"strings"
	"testing"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

// While a group still answers, no paper says what anybody answered.
func TestCollecting(t *testing.T) {
	s := workshop(t)
	s.Status = assess.Open
	w := locale.For("en")
	const sentence = "still closed"
	papers := map[string]string{"workbook": everyCell(t, openWorkbook(t, s, "en")), "brief": Brief(s, w, Options{})}
	for name, write := range map[string]func(io.Writer, *Document) error{"md": WriteMarkdown, "html": WriteHTML} {
		for _, short := range []bool{false, true} {
			papers[name] += written(t, write, Of(s, w, Options{Short: short}))
		}
	}
	for name, text := range papers {
		if !strings.Contains(text, sentence) || strings.Contains(text, "Structural") || strings.Contains(text, "ada Perbup") {
			t.Errorf("%s:\n%s", name, text)
		}
	}
	s.Revealed = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	if text := markdownOf(t, s, "en", Options{}); strings.Contains(text, sentence) || !strings.Contains(text, "Structural") {
		t.Errorf("revealed:\n%s", text)
	}
}

// An earlier session whose answers are still closed is not compared with.
func TestCollectingEarlier(t *testing.T) {
	earlier := workshop(t)
	earlier.Status = assess.Open
	if got := markdownOf(t, raised(t), "en", Options{Earlier: earlier}); strings.Contains(got, "## Comparison") {
		t.Errorf("got\n%s", got)
	}
}

// What is too little to matter is what the session says.
func TestMarginOfTheLimits(t *testing.T) {
	s := session(t)
	s.Margin = 7.5
	if got := markdownOf(t, s, "en", Options{}); !strings.Contains(got, "7.5 points") || strings.Contains(got, "10 points") {
		t.Errorf("got\n%s", got)
	}
}
