package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"luwes/ui/theme"
)

// A PathStep is one step of a chain of thought.
type PathStep struct {
	Sign string // one cell: whether it has been passed
	Text string
	Here string // what to say of whoever stands here; empty for nobody
}

// Path draws a chain of steps from the first above to the last below, with the
// place of whoever stands on it. Unlike the other drawings it has several lines.
func Path(t *theme.Theme, steps []PathStep, width int) []string {
	rail, branch := "│", "└─"
	if t.Plain {
		rail, branch = "|", "`-"
	}
	var out []string
	for i, s := range steps {
		lead := rail
		if i == len(steps)-1 {
			lead = " "
		}
		style := t.Text
		if s.Here != "" {
			style = t.Title
		}
		out = append(out, hung(s.Sign+" ", t.Track.Render(lead)+" ", style.Render, s.Text, width)...)
		switch {
		case s.Here != "":
			first := t.Track.Render(lead+" "+branch) + t.Value.Bold(true).Render(t.Pin) + " "
			out = append(out, hung(first, t.Track.Render(lead)+"     ", t.Chosen.Render, s.Here, width)...)
		case lead == rail:
			out = append(out, t.Track.Render(rail))
		}
	}
	return out
}

// hung breaks a text into lines of a width, with one lead before the first and
// another, as wide, before the rest.
func hung(first, rest string, style func(...string) string, text string, width int) []string {
	lines := strings.Split(ansi.Wrap(text, max(width-ansi.StringWidth(first), 1), ""), "\n")
	for i, line := range lines {
		lead := rest
		if i == 0 {
			lead = first
		}
		lines[i] = lead + style(line)
	}
	return lines
}
