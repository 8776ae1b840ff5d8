package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// A menu lists every key of the screen below and does what the person chooses,
// so that whoever knows only arrows and Enter reaches everything.
type menu struct {
	keys []key.Binding
	at   int
}

var menuChoose = bind("↑↓ Enter", "key.choose", "enter")

func newMenu(keys []key.Binding) *menu {
	m := &menu{}
	for _, b := range keys {
		if b.Enabled() && b.Help().Key != "" {
			m.keys = append(m.keys, b)
		}
	}
	return m
}

// press returns the key that was chosen, if any, and whether the menu closes.
func (m *menu) press(msg tea.KeyPressMsg) (chosen string, done bool) {
	switch msg.String() {
	case "up", "k":
		m.at = max(m.at-1, 0)
	case "down", "j":
		m.at = min(m.at+1, len(m.keys)-1)
	case "home", "pgup":
		m.at = 0
	case "end", "pgdown":
		m.at = len(m.keys) - 1
	case "enter":
		return m.keys[m.at].Keys()[0], true
	case "esc", "f1", "?", "q":
		return "", true
	}
	return "", false
}

func (m *menu) view(l Look, width, height int) string {
	wide := 0
	for _, b := range m.keys {
		wide = max(wide, lipgloss.Width(b.Help().Key))
	}
	rows := make([]string, len(m.keys))
	label := lipgloss.NewStyle().Width(wide + 2)
	for i, b := range m.keys {
		text := label.Render(l.Key.Render(b.Help().Key)) + l.T(b.Help().Desc)
		rows[i] = l.row(text, i == m.at, width)
	}
	head := l.Title.Render(l.T("menu.title")) + "\n" + l.Muted.Render(wrap(l.T("menu.hint"), width)) + "\n\n"
	return head + window(rows, m.at, height-lipgloss.Height(head)+1)
}
