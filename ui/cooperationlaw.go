package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// sideBySide is the least width at which the law of then and now stand side by side.
const sideBySide = 76

// writeLaw sets what the article argued from beside what is in force. What bears on
// the kind of cooperation of this field has a sign.
func writeLaw(t *page, c *assess.Cooperation, p assess.Positioning) {
	l := t.l
	t.heading(l.T("cooperation.part.law"))
	t.say(0, l.Muted.Render(wrap(l.T("cooperation.law-hint"), t.width)))
	half := (t.width - 3) / 2
	if t.width >= sideBySide {
		t.out = append(t.out, "", l.Title.Render(l.cell(l.T("cooperation.law-then"), half))+"   "+l.Title.Render(l.cell(l.T("cooperation.law-now"), half)))
	}
	for _, g := range assess.Grounds {
		name := l.T("cooperation.law." + g.ID)
		if g.Bears(c) {
			name = l.Key.Render(l.Pointer) + " " + l.Title.Render(name)
		} else {
			name = "  " + name
		}
		t.out = append(t.out, "", l.cell(name, t.width))
		then, now := l.T("cooperation.law-silent"), lawText(l, g.ID, "now", g.Now)
		if g.Then != "" {
			then = lawText(l, g.ID, "then", []string{g.Then})
		}
		if t.width < sideBySide {
			t.hang("  ", l.Muted.Render(l.T("cooperation.law-then")+":")+" "+then)
			t.hang("  ", l.Title.Render(l.T("cooperation.law-now")+":")+" "+now)
			continue
		}
		t.beside(then, now, half)
	}
}

func lawText(l Look, matter, when string, sources []string) string {
	return l.T("cooperation.law."+matter+"."+when) + " (" + sourceNames(l, sources) + ")"
}

// beside writes two texts side by side.
func (p *page) beside(left, right string, half int) {
	a, b := strings.Split(wrap(left, half), "\n"), strings.Split(wrap(right, half), "\n")
	for i := range max(len(a), len(b)) {
		line := strings.Repeat(" ", half)
		if i < len(a) {
			line = a[i] + strings.Repeat(" ", max(half-lipgloss.Width(a[i]), 0))
		}
		if i < len(b) {
			line += "   " + b[i]
		}
		p.out = append(p.out, line)
	}
}
