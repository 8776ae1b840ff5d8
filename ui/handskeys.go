package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

var (
	keyCount     = bind("0–9", "key.count", "")
	keyNextCount = bind("↓", "key.next-count", "down", "tab", "space", "-")
	keyPrevCount = bind("↑", "key.previous-count", "up", "shift+tab")
	keySaveCount = bind("Enter", "key.save-count", "enter")
	keyWipeCount = bind("Del", "key.wipe-count", "delete")
	keyCountOn   = bind("→", "key.next-item", "right", "pgdown")
	keyCountBack = bind("←", "key.previous-item", "left", "pgup")
)

// largestCount is the largest number of hands: three digits.
const largestCount = 999

func (h *hands) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case h.leaving:
		return nil
	case h.session == nil:
		return h.unread(msg)
	}
	if d, err := strconv.Atoi(msg.String()); err == nil && len(msg.String()) == 1 {
		return h.digit(d)
	}
	switch {
	case key.Matches(msg, keyBack):
		return h.leave()
	case key.Matches(msg, keySaveCount):
		return h.enter()
	case key.Matches(msg, keyNextCount):
		h.goTo(h.field + 1)
	case key.Matches(msg, keyPrevCount):
		h.goTo(h.field - 1)
	case key.Matches(msg, keyCountOn):
		return h.turnTo(h.at + 1)
	case key.Matches(msg, keyCountBack):
		return h.turnTo(h.at - 1)
	case key.Matches(msg, keyWipeCount):
		*h.number(h.field), h.fresh = 0, true
	case msg.String() == "backspace":
		*h.number(h.field) /= 10
		h.fresh = false
	}
	return nil
}

// unread leaves the way back open where the session cannot be read.
func (h *hands) unread(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keyBack) {
		return h.turn.close()
	}
	return nil
}

// digit adds a digit to the number, or begins it anew.
func (h *hands) digit(d int) tea.Cmd {
	n := h.number(h.field)
	if h.fresh {
		*n = 0
	}
	if *n*10+d > largestCount {
		return notice("hands.too-many")
	}
	*n = *n*10 + d
	h.fresh = false
	return nil
}

func (h *hands) goTo(field int) {
	h.field, h.fresh = max(min(field, h.fields()-1), 0), true
}

// enter saves the item and goes on to the next, or closes where there is none.
func (h *hands) enter() tea.Cmd {
	if h.at == len(h.items)-1 {
		return h.leave()
	}
	return h.turnTo(h.at + 1)
}

// turnTo goes to another item; what was typed here is saved.
func (h *hands) turnTo(at int) tea.Cmd {
	if at < 0 || at >= len(h.items) {
		return nil
	}
	cmd := h.keep()
	h.show(at)
	return cmd
}

// leave closes the screen as soon as everything is on disk.
func (h *hands) leave() tea.Cmd {
	cmd := h.keep()
	if len(h.raises) == 0 {
		return h.turn.close()
	}
	h.leaving = true
	if cmd == nil {
		cmd = h.send()
	}
	return cmd
}

// Keys of the screen.
func (h *hands) Keys() []key.Binding {
	if h.session == nil {
		return []key.Binding{keyBack}
	}
	keys := []key.Binding{keyCount}
	for _, k := range []struct {
		of   key.Binding
		does bool
	}{
		{keyNextCount, h.field < h.fields()-1}, {keySaveCount, true}, {keyPrevCount, h.field > 0}, {keyWipeCount, *h.number(h.field) > 0},
		{keyCountOn, h.at < len(h.items)-1}, {keyCountBack, h.at > 0},
	} {
		if k.does {
			keys = append(keys, k.of)
		}
	}
	return append(keys, keyBack)
}
