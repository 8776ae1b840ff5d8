package ui

import (
	"math"
	"strings"

	"charm.land/bubbles/v2/key"
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
	first, last := around(blocks, at, height-1)
	body := pad(strings.Join(blocks[first:last], "\n"), height-1)
	return fit(firstLines(body, height-1)+"\n"+more(l, first > 0, last < len(blocks)), width, height)
}

// firstLines keeps so many lines of a text.
func firstLines(s string, n int) string {
	at := 0
	for range n {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return s
		}
		at += i + 1
	}
	return s[:max(at-1, 0)]
}

// around is the range of blocks that fits into a height: the one at a place, and
// evenly those on both sides of it; where one side has no more, or none that
// fits, the other gets the room.
func around(blocks []string, at, height int) (first, last int) {
	at = min(max(at, 0), len(blocks)-1)
	first, last = at, at+1
	room := height - lipgloss.Height(blocks[at])
	take := func(i int) bool {
		if i < 0 || i >= len(blocks) || lipgloss.Height(blocks[i]) > room {
			return false
		}
		room -= lipgloss.Height(blocks[i])
		return true
	}
	for up, down := true, true; up || down; {
		if up = up && take(first-1); up {
			first--
		}
		if down = down && take(last); down {
			last++
		}
	}
	return first, last
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
	last := p.last
	if p.page == 0 { // not drawn yet: the first drawing brings it back to the end
		last = math.MaxInt32
	}
	p.top = moved(msg, p.top, last+1, max(p.page-1, 1))
}

// keys are those of a text, unless all of it stands in the window.
func (p *paper) keys() []key.Binding {
	if p.page > 0 && p.last == 0 {
		return nil
	}
	return []key.Binding{textDown, textUp, textPage, textEnd, textStart}
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
	return fit(shown+"\n"+more(l, p.top > 0, p.top < p.last), width, height)
}
