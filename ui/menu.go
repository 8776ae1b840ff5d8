package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// A menu lists every key of the screen below and does what the person chooses,
// so that whoever knows only arrows and Enter reaches everything. Bindings that
// stand for several keys are only told of, above the others.
type menu struct {
	told, keys []key.Binding
	at         int
}

var menuChoose = bind("↑↓ Enter", "key.choose", "enter")

func newMenu(keys []key.Binding) *menu {
	m := &menu{}
	said := map[string]bool{}
	for _, b := range keys {
		if !shown(b) || said[b.Help().Desc] {
			continue
		}
		said[b.Help().Desc] = true
		if tells(b) {
			m.told = append(m.told, b)
		} else {
			m.keys = append(m.keys, b)
		}
	}
	return m
}

// press returns the key that was chosen, if any, and whether the menu closes.
func (m *menu) press(msg tea.KeyPressMsg) (chosen string, done bool) {
	switch msg.String() {
	case "enter":
		return m.keys[m.at].Keys()[0], true
	case "esc", "f1", "?":
		return "", true
	case "up", "down", "pgup", "pgdown", "home", "end":
		m.at = moved(msg, m.at, len(m.keys), 10)
		return "", false
	}
	for _, b := range m.keys { // whoever presses the key that is shown means it
		if key.Matches(msg, b) {
			return b.Keys()[0], true
		}
	}
	return "", false
}

func (m *menu) view(l Look, width, height int) string {
	wide := 0
	for _, b := range slices.Concat(m.told, m.keys) {
		wide = max(wide, lipgloss.Width(l.keyLabel(b)))
	}
	line := func(b key.Binding) string { return l.cell(l.Key.Render(l.keyLabel(b)), wide+2) + l.keyPurpose(b) }
	head := l.Title.Render(l.T("menu.title")) + "\n" + l.Muted.Render(wrap(l.T("menu.hint"), width)) + "\n\n"
	for _, b := range m.told {
		head += l.row(line(b), false, width) + "\n"
	}
	rows := make([]string, len(m.keys))
	for i, b := range m.keys {
		rows[i] = l.row(line(b), i == m.at, width)
	}
	return head + scroll(l, rows, m.at, width, height-lipgloss.Height(head)+1)
}
