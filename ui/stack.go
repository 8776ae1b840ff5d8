package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// The stack of screens, and what it means that one of them is a warden.

// close closes a screen, mostly the top one; the first stays.
func (a *App) close(s Screen) tea.Cmd {
	i := slices.Index(a.stack, s)
	if i < 1 {
		return nil
	}
	msg := refreshMsg{}
	if about, ok := s.(subject); ok {
		_, msg.from = about.Subject()
	}
	a.stack = slices.Delete(a.stack, i, i+1)
	return a.toAll(msg)
}

// push opens a screen on top.
func (a *App) push(s Screen) tea.Cmd {
	a.stack = append(a.stack, s)
	return a.begin(len(a.stack) - 1)
}

// begin starts the screen at a place of the stack. Whoever the laptop is passed to
// may choose another language: the facilitator's is kept.
func (a *App) begin(i int) tea.Cmd {
	s := a.stack[i]
	if isWarden(s) {
		a.own = a.look
	}
	if a.width == 0 {
		return s.Init()
	}
	return tea.Batch(a.to(i, tea.WindowSizeMsg{Width: a.width, Height: a.height}), s.Init())
}

// exchange puts a screen where another lies; nothing happens where that one has
// been closed meanwhile.
func (a *App) exchange(msg insteadMsg) tea.Cmd {
	i := slices.Index(a.stack, msg.of)
	if i < 0 {
		return nil
	}
	a.stack[i] = msg.by
	return a.begin(i)
}

// returnTo closes every screen above one, and takes what they said off the foot.
func (a *App) returnTo(s Screen) tea.Cmd {
	i := slices.Index(a.stack, s)
	if i < 0 {
		return nil
	}
	if a.warden() != nil && !slices.ContainsFunc(a.stack[:i+1], isWarden) {
		a.look = a.own
	}
	a.stack, a.menu = a.stack[:i+1], nil
	a.say(nil)
	return a.toAll(refreshMsg{})
}

func isWarden(s Screen) bool { _, ok := s.(warden); return ok }

// warden is the screen that guards what lies above it; nil where the facilitator
// has the laptop.
func (a *App) warden() warden {
	if i := slices.IndexFunc(a.stack, isWarden); i >= 0 {
		return a.stack[i].(warden)
	}
	return nil
}

// mayQuit leaves, or asks first while the laptop goes round.
func (a *App) mayQuit() tea.Cmd {
	w := a.warden()
	switch {
	case w == nil || a.quitting:
		return a.quit()
	case a.asked != nil && a.top() == a.asked:
		return nil
	}
	a.menu = nil
	a.asked = w.ask(quitMsg{})
	return a.handle(openMsg{a.asked})
}
