package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Keys typed ahead. Whoever knows the program types the next keys before the next
// screen has read what it is about. Those keys wait for it; dropped, they would be
// answers that nobody misses until the report.

// A loader is a screen that may still be reading what it shows, or writing before
// it gives way to the next one.
type loader interface{ Loading() bool }

// ahead reports whether a message is a key or a pasted text that came too early.
// The way out of the program is always open, and so is the way back: at once where
// nothing waits, else by pressing Esc twice. Nothing waits for a screen that could
// not read.
func (a *App) ahead(msg tea.Msg) bool {
	if !a.loading() {
		return false
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) && (len(a.held) == 0 || isBack(a.held[len(a.held)-1])) {
			a.held = nil
			return false
		}
		return !key.Matches(msg, keyQuit)
	case tea.PasteMsg, tea.PasteStartMsg, tea.PasteEndMsg:
		return true
	}
	return false
}

func isBack(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && key.Matches(k, keyBack)
}

func (a *App) loading() bool {
	l, ok := a.top().(loader)
	return ok && l.Loading() && a.menu == nil && !a.failed && !a.quitting
}

// catchUp hands the keys that waited to the screens that they were meant for, which
// the question whether the program may be left is not.
func (a *App) catchUp() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.held) > 0 && !a.loading() && a.top() != a.asked {
		if a.failed {
			a.held = nil // they were meant for what could not be shown
			break
		}
		next := a.held[0]
		a.held = a.held[1:]
		cmds = append(cmds, a.handle(next))
	}
	return tea.Batch(cmds...)
}
