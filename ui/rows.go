package ui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// row writes one line of a list. The selected one has a pointer before it and is
// bold, so that it can be told without colour.
func (l Look) row(text string, selected bool, width int) string {
	lead := "  "
	if selected {
		lead = l.Key.Render(l.Pointer) + " "
		text = l.Title.Render(text)
	}
	return ansi.Truncate(lead+text, width, l.Ellipse)
}

// window shows as many of the blocks as fit into height lines, the one at the
// given place always among them.
func window(blocks []string, at, height int) string {
	if len(blocks) == 0 {
		return ""
	}
	at = min(max(at, 0), len(blocks)-1)
	first, last := at, at
	used := lipgloss.Height(blocks[at])
	for {
		grew := false
		if last+1 < len(blocks) && used+lipgloss.Height(blocks[last+1]) <= height && (last-at <= at-first || first == 0) {
			last++
			used += lipgloss.Height(blocks[last])
			grew = true
		}
		if first > 0 && used+lipgloss.Height(blocks[first-1]) <= height && (at-first <= last-at || last == len(blocks)-1) {
			first--
			used += lipgloss.Height(blocks[first])
			grew = true
		}
		if !grew {
			break
		}
	}
	return strings.Join(blocks[first:last+1], "\n")
}

// cell writes text into exactly width cells, cut with an ellipsis if need be.
func (l Look) cell(text string, width int) string {
	text = ansi.Truncate(text, width, l.Ellipse)
	return text + strings.Repeat(" ", max(width-lipgloss.Width(text), 0))
}

// right writes text at the right end of width cells.
func (l Look) right(text string, width int) string {
	text = ansi.Truncate(text, width, l.Ellipse)
	return strings.Repeat(" ", max(width-lipgloss.Width(text), 0)) + text
}

// oneLine puts what a person typed, or another program wrote, on one line:
// without line breaks and without sequences that a terminal would obey.
func oneLine(s string) string { return strings.Join(strings.Fields(ansi.Strip(s)), " ") }
