package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// bind makes a binding. The first of the keys is the one that the menu of keys
// presses; label is how they are shown, and message the id of what they do.
func bind(label, message string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, message))
}

// The keys that mean the same on every screen.
var (
	keyHelp     = bind("F1", "key.help", "f1", "?")
	keyLanguage = bind("F2", "key.language", "f2")
	keyTheme    = bind("F3", "key.theme", "f3")
	keyResults  = bind("F4", "key.results", "f4")
	keyBack     = bind("Esc", "key.back", "esc")
	keyQuit     = bind("Ctrl+C", "key.quit", "ctrl+c")
)

// press makes the message of pressing a key by the name that a binding has for
// it, as if the person had done so.
func press(name string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10,
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		k := press(rest)
		k.Mod, k.Text = k.Mod|tea.ModCtrl, ""
		return k
	}
	if rest, ok := strings.CutPrefix(name, "shift+"); ok {
		k := press(rest)
		k.Mod |= tea.ModShift
		return k
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if code, ok := named[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	r := []rune(name)
	return tea.KeyPressMsg{Code: r[0], Text: name}
}
