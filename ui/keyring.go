package ui

import (
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A keyring knows for which sessions the facilitator has given the PIN since the
// program began. It is emptied when the laptop is passed on.
type keyring struct{ opened map[string]bool }

func newKeyring() *keyring { return &keyring{opened: map[string]bool{}} }

// fits reports whether a session may be looked into.
func (k *keyring) fits(h assess.Header) bool { return !h.Locked || k != nil && k.opened[h.ID] }

func (k *keyring) add(session string) {
	if k != nil {
		k.opened[session] = true
	}
}

func (k *keyring) drop() {
	if k != nil {
		clear(k.opened)
	}
}

// guarded returns the screen that open makes, or before it one that asks for the
// PIN of a session that has one.
func guarded(store Store, opt Options, sessions []assess.Header, open func() Screen) Screen {
	for _, h := range sessions {
		if !opt.keys.fits(h) {
			p := newPINCheck(store, opt, h, "pin.guarded")
			p.then = func() tea.Msg { return insteadMsg{p, guarded(store, opt, sessions, open)} }
			return p
		}
	}
	return open()
}
