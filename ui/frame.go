package ui

import (
	"fmt"
	"regexp"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// View draws the header, the top screen, the line for errors and the keys. The keys
// come last: only the drawing shows whether a text goes on below.
func (a *App) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = "luwes"
	switch {
	case a.width <= 0 || a.height <= 0:
		return v
	case a.tooSmall():
		v.Content = fit(wrap(plain.Replace(a.look.T("screen.too-small", "width", minWidth, "height", minHeight)), a.width), a.width, a.height)
		return v
	}
	if p, ok := a.top().(projected); ok && a.menu == nil {
		return a.project(v, p)
	}
	head, status := a.header(), a.statusLine()
	w, h := a.inner(), a.height-lipgloss.Height(head)-lipgloss.Height(status)-1
	var body string
	if a.menu != nil {
		body = a.menu.view(a.look, w, h)
	} else {
		body = a.top().View(a.look, w, h)
		v.Cursor = a.cursor(lipgloss.Height(head), w, h)
	}
	v.Content = head + "\n" + indent(pad(fit(body, w, h), h), a.margin()) + "\n" + status + "\n " + a.shortHelp(a.width-2)
	if a.opt.ASCII {
		v.Content = plain.Replace(v.Content)
	}
	return v
}

// plain replaces the signs in words that a console without line drawing may lack;
// those of the theme have plain ones of their own.
var plain = strings.NewReplacer("…", "~", "–", "-", "−", "-", "“", `"`, "”", `"`, "’", "'", "↑", "^", "↓", "v", "←", "<", "→", ">",
	"‹", "<", "›", ">", "×", "x", "·", "-", "≥", ">", "≤", "<", "÷", "/")

// margin is the number of empty cells on both sides.
func (a *App) margin() int {
	if a.width < 80 {
		return 1
	}
	return 1 + max(a.opt.Margin, 1)
}

func (a *App) inner() int { return min(a.width-2*a.margin(), maxWidth) }

// maxWidth is the longest line that the eye follows back without losing its row.
const maxWidth = 116

func (a *App) cursor(top, width, height int) *tea.Cursor {
	p, ok := a.top().(pointed)
	if !ok {
		return nil
	}
	c := p.Cursor(a.look, width, height)
	if c == nil {
		return nil
	}
	at := *c
	at.Color = nil // the terminal's own can be seen on its background
	at.X += a.margin()
	at.Y += top
	return &at
}

func (a *App) header() string {
	l := a.look
	name := " " + l.Title.Render("luwes") + "  "
	room := a.width - lipgloss.Width(name) - 1
	title := ansi.Truncate(a.top().Title(l), room, l.Ellipse)
	line := name + title
	if a.height < 24 {
		return line
	}
	return line + "\n" + l.Track.Render(strings.Repeat(l.Rule, a.width))
}

// statusLine is the line for errors and notices over the line of keys.
func (a *App) statusLine() string {
	l := a.look
	status := ""
	if a.status != nil {
		text := a.status(l)
		if a.failed {
			text = l.Bad.Render(l.Cross + " " + text)
		} else {
			text = l.Good.Render(text)
		}
		status = l.shorten(ansi.Wrap(text, a.width-2, ""), a.width-2, max(a.height/5, 3))
	}
	return indent(status, 1)
}

// A keyLine is the line of keys as it was last drawn. It stays the same from key
// to key, and to measure its words is half the work of a frame.
type keyLine struct{ of, text string }

// shortHelp writes as many keys as fit. How to leave and where all keys are
// stands always at the end.
func (a *App) shortHelp(width int) string {
	l := a.look
	if a.menu != nil {
		return ansi.Truncate(l.keyHint(menuChoose)+"  "+l.keyHint(keyBack), width, l.Ellipse)
	}
	keys := a.top().Keys()
	of := fmt.Sprint(width, l.Name, l.Words.Lang())
	for _, b := range keys {
		of += " " + b.Help().Key + " " + b.Help().Desc
	}
	if a.keyLine.of != of {
		a.keyLine = keyLine{of, l.shortHelp(keys, width)}
	}
	return a.keyLine.text
}

func (l Look) shortHelp(keys []key.Binding, width int) string {
	last := l.keyHint(keyHelp)
	for _, b := range keys {
		if leaves(b) {
			last = l.keyHint(b) + "  " + last
		}
	}
	line := ""
	for _, b := range keys {
		if !shown(b) || leaves(b) {
			continue
		}
		next := line + l.keyHint(b) + "  "
		if lipgloss.Width(next)+lipgloss.Width(last) <= width {
			line = next
		}
	}
	return line + last
}

// fit cuts a text to a number of lines and of cells.
func fit(s string, width, height int) string {
	lines := strings.Split(s, "\n")
	if len(lines) > height {
		lines = lines[:max(height, 0)]
	}
	for i, line := range lines {
		if lipgloss.Width(line) > width {
			lines[i] = ansi.Truncate(line, max(width, 0), "")
		}
	}
	return strings.Join(lines, "\n")
}

// shorten cuts a text to a number of lines and shows that there was more.
func (l Look) shorten(s string, width, height int) string {
	lines := strings.Split(s, "\n")
	if len(lines) <= height {
		return s
	}
	lines = lines[:max(height, 1)]
	last := len(lines) - 1
	written := lipgloss.Width(strings.TrimRight(ansi.Strip(lines[last]), " "))
	lines[last] = ansi.Truncate(lines[last], min(written, width-1), "") + l.Ellipse
	return strings.Join(lines, "\n")
}

// pad fills a text with empty lines up to a height.
func pad(s string, height int) string {
	if n := height - lipgloss.Height(s); n > 0 {
		return s + strings.Repeat("\n", n)
	}
	return s
}

func indent(s string, cells int) string {
	lead := strings.Repeat(" ", cells)
	return lead + strings.ReplaceAll(s, "\n", "\n"+lead)
}

// wrap breaks a text into lines at spaces, and behind hyphens unless a digit follows:
// "P-5" and dates stay whole. A hyphen by itself is a word, which [ansi.Wrap] would
// write beyond the edge.
func wrap(s string, width int) string {
	tied := beforeDigit.ReplaceAllString(s, noBreak+"$1")
	tied = byItself.ReplaceAllStringFunc(tied, func(sign string) string { return strings.ReplaceAll(sign, "-", noBreak) })
	return strings.ReplaceAll(ansi.Wrap(tied, max(width, 1), ""), noBreak, "-")
}

// noBreak is a hyphen at which no line ends.
const noBreak = "\u2011"

var (
	beforeDigit = regexp.MustCompile(`-([0-9])`)
	byItself    = regexp.MustCompile(`(^|\s)-+`)
)
