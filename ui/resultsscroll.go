package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// scroll shows the blocks around the one at a place, and says on the last line
// where there is more.
func scroll(l Look, blocks []string, at, width, height int) string {
	all := strings.Join(blocks, "\n")
	if lipgloss.Height(all) <= height {
		return fit(all, width, height)
	}
	shown := window(blocks, at, height-1)
	above := !strings.HasPrefix(shown, blocks[0])
	below := !strings.HasSuffix(shown, blocks[len(blocks)-1])
	body := pad(fit(shown, width, height-1), height-1)
	return fit(body+"\n"+more(l, above, below), width, height)
}

// more says in which direction a text goes on.
func more(l Look, above, below bool) string {
	switch {
	case above && below:
		return l.Muted.Render(l.Up + " " + l.Down + " " + l.T("results.more-both"))
	case above:
		return l.Muted.Render(l.Up + " " + l.T("results.more-above"))
	case below:
		return l.Muted.Render(l.Down + " " + l.T("results.more-below"))
	}
	return ""
}

// moved is the place in a list after a key; page is how far a page goes.
func moved(msg tea.KeyPressMsg, at, count, page int) int {
	switch msg.String() {
	case "up", "k":
		at--
	case "down", "j":
		at++
	case "pgup":
		at -= page
	case "pgdown":
		at += page
	case "home":
		at = 0
	case "end":
		at = count - 1
	}
	return max(min(at, count-1), 0)
}

// A paper is a long text that is read line by line. It remembers how much of it
// the last drawing showed: a page is as long as the window, and the end is
// reached only there.
type paper struct {
	top, last, page int
}

func (p *paper) press(msg tea.KeyPressMsg) {
	p.top = min(moved(msg, p.top, p.last+1, max(p.page-1, 1)), p.last)
}

// draw shows the lines from the place on where the reader is.
func (p *paper) draw(l Look, lines []string, width, height int) string {
	p.page = max(height-1, 1)
	p.last = 0
	if len(lines) > height {
		p.last = len(lines) - p.page
	}
	p.top = min(p.top, p.last)
	if p.last == 0 {
		return fit(strings.Join(lines, "\n"), width, height)
	}
	shown := strings.Join(lines[p.top:min(p.top+p.page, len(lines))], "\n")
	return fit(fit(shown, width, p.page)+"\n"+more(l, p.top > 0, p.top < p.last), width, height)
}
