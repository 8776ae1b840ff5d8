package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// bind makes a binding. The first of the keys is the one that the menu of keys
// presses; an empty one only tells. The label is how they are shown, an id where
// it is a word. The message is the id of what they do: in a word or two for the
// line at the foot, and after a | in full for the menu, where that says more.
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

// shown reports whether a binding is told of at all.
func shown(b key.Binding) bool { return b.Enabled() && b.Help().Key != "" }

// tells reports whether a binding stands for several keys, so that the menu has
// none to press for it.
func tells(b key.Binding) bool { return b.Keys()[0] == "" }

// leaves reports whether a binding leads back, or out.
func leaves(b key.Binding) bool { return b.Keys()[0] == "esc" || b.Keys()[0] == "q" }

// keyHint writes a key and in short what it does.
func (l Look) keyHint(b key.Binding) string {
	short, _, _ := strings.Cut(l.T(b.Help().Desc), "|")
	return l.Key.Render(l.keyLabel(b)) + " " + l.Muted.Render(short)
}

// keyPurpose says in full what a key does.
func (l Look) keyPurpose(b key.Binding) string {
	short, full, found := strings.Cut(l.T(b.Help().Desc), "|")
	if !found {
		return short
	}
	return full
}

// keyLabel is how a key is called. Where there are no arrows to draw, a sign in
// their place would be taken for a key of its own, so they have words.
func (l Look) keyLabel(b key.Binding) string {
	label := b.Help().Key
	if strings.HasPrefix(label, "cap.") {
		return l.T(label)
	}
	if !l.Plain {
		return label
	}
	for _, arrow := range []struct{ sign, id string }{
		{"↑↓", "cap.up-down"}, {"←→", "cap.left-right"}, {"↑", "cap.up"}, {"↓", "cap.down"}, {"←", "cap.left"}, {"→", "cap.right"},
	} {
		label = strings.ReplaceAll(label, arrow.sign, l.T(arrow.id))
	}
	return plain.Replace(label)
}

// press makes the message of pressing a key by the name that a binding has for
// it, as if the person had done so.
func press(name string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
		"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
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
