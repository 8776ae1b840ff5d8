package report

import (
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// Brief is the summary of a report as plain text, to be put into a message: what
// it is of, whether it is a draft, and a line for each point.
func Brief(s *assess.Session, w *locale.Words, opt Options) string {
	r := &report{s: s, w: w, opt: opt, result: s.Score()}
	r.opening()
	lines := []string{r.doc.Title}
	if r.doc.Draft != "" {
		lines = append(lines, r.doc.Draft)
	}
	lines = append(lines, "")
	if why := r.withheld(); why != "" {
		return strings.Join(append(lines, why), "\n") + "\n"
	}
	r.look()
	for _, point := range r.summed() {
		lines = append(lines, "- "+text(point))
	}
	return strings.Join(lines, "\n") + "\n"
}

// text is what stretches of text say, without their emphasis.
func text(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
