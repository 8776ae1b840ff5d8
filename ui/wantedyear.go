package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// wantedYear is where the group agrees on the year of its aims. One year holds for
// all of them.
type wantedYear struct {
	turn
	*lineForm
	of *wanted
}

// The years that an aim may have.
const (
	earliestAim = 2000
	latestAim   = 2100
)

func newWantedYear(of *wanted) *wantedYear {
	y := &wantedYear{of: of}
	text := ""
	if of.year > 0 {
		text = itoa(of.year)
	}
	y.lineForm = &lineForm{rows: []formLine{typedRow("wanted.year-label", text, y.hint)}}
	y.rows[0].input.CharLimit = 4
	return y
}

// Init begins in the year.
func (y *wantedYear) Init() tea.Cmd { return y.goTo(0) }

// Update takes the keys.
func (y *wantedYear) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) || msg.String() == "enter" {
			return y, y.close()
		}
		return y, y.typed(msg)
	case tea.PasteMsg:
		return y, y.typed(msg)
	}
	return y, nil
}

// typed takes a year as soon as it is one, and saves it with every aim.
func (y *wantedYear) typed(msg tea.Msg) tea.Cmd {
	cmd, changed := y.press(msg)
	year, ok := y.read()
	if !changed || !ok || year == y.of.year {
		return cmd
	}
	y.of.year = year
	if len(y.of.session.Wanted) == 0 {
		return cmd // the year is kept with the first aim
	}
	y.of.session.Wanted = assess.InYear(y.of.session.Wanted, year)
	return tea.Batch(cmd, y.of.keep())
}

func (y *wantedYear) read() (int, bool) {
	year, err := strconv.Atoi(y.value(0))
	return year, err == nil && year >= earliestAim && year <= latestAim
}

// hint says whether the year can be one.
func (y *wantedYear) hint(l Look) string {
	if _, ok := y.read(); ok {
		return l.T("wanted.year-good")
	}
	return l.T("wanted.year-bad", "from", earliestAim, "to", latestAim)
}

// Subject is the session.
func (y *wantedYear) Subject() (Store, string) { return y.of.Subject() }

// Header is that of the session.
func (y *wantedYear) Header() assess.Header { return y.of.Header() }

// Typing reports that keys belong to a text.
func (y *wantedYear) Typing() bool { return true }

// Keys of the form.
func (y *wantedYear) Keys() []key.Binding { return y.keys() }

// Title says what is asked.
func (y *wantedYear) Title(l Look) string { return l.T("wanted.year-title") }

// View draws the question and the year.
func (y *wantedYear) View(l Look, width, height int) string {
	head := l.Muted.Render(wrap(l.T("wanted.year-explain"), width))
	return pad(y.draw(l, head, width, height-1), height-1) + "\n" + y.of.saver.state(l)
}

// Cursor stands where the year is typed.
func (y *wantedYear) Cursor(l Look, width, height int) *tea.Cursor {
	return y.place(l, y.View(l, width, height), width)
}
