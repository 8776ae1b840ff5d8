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

	level assess.Figure // that is noted once the year is agreed; unknown if nothing waits
	typed string        // its digits; empty if an arrow chose it
}

// keyWantedAgree ends the question for the year where a level waits for it.
var keyWantedAgree = bind("Enter", "key.wanted-agree", "enter")

// The years that an aim may have.
const (
	earliestAim = 2000
	latestAim   = 2100
)

func newWantedYear(of *wanted) *wantedYear {
	y := &wantedYear{of: of, level: assess.Unknown(assess.NotWanted)}
	text := ""
	if of.year > 0 {
		text = itoa(of.year)
	}
	y.lineForm = &lineForm{rows: []formLine{typedRow("wanted.year-label", text, y.hint)}}
	y.rows[0].input.CharLimit = 4
	return y
}

// before lets a level wait for the year.
func (y *wantedYear) before(level float64, typed string) *wantedYear {
	y.level, y.typed = assess.Known(level), typed
	return y
}

// Init begins in the year.
func (y *wantedYear) Init() tea.Cmd { return y.goTo(0) }

// Update takes the keys.
func (y *wantedYear) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keyBack):
			return y, y.close()
		case key.Matches(msg, keyWantedAgree):
			return y, y.agree()
		case y.goesOn(msg):
			return y, nil
		}
		return y, y.take(msg)
	case tea.PasteMsg:
		return y, y.take(msg)
	}
	return y, nil
}

// goesOn takes the next digit of the level that waits, where it cannot begin a year:
// somebody types 60 without looking up.
func (y *wantedYear) goesOn(msg tea.KeyPressMsg) bool {
	n := digit(msg)
	if n < 0 || n == earliestAim/1000 || y.typed == "" || y.value(0) != "" || y.of.scale != nil {
		return false
	}
	level, err := strconv.Atoi(y.typed + itoa(n))
	if err != nil || level > y.of.highest() {
		return false
	}
	y.level, y.typed = assess.Known(float64(level)), itoa(level)
	return true
}

// agree closes the question, and notes the level that waits for the year. What is no
// year keeps it open then, or the level would be lost.
func (y *wantedYear) agree() tea.Cmd {
	if !y.level.OK() {
		return y.close()
	}
	if _, ok := y.read(); !ok {
		return nil
	}
	return tea.Batch(y.of.aim(y.level.Value, y.typed), y.close())
}

// take takes a year as soon as it is one, and saves it with every aim.
func (y *wantedYear) take(msg tea.Msg) tea.Cmd {
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
func (y *wantedYear) Keys() []key.Binding {
	if _, ok := y.read(); ok && y.level.OK() {
		return append([]key.Binding{keyWantedAgree}, y.keys()...)
	}
	return y.keys()
}

// Title says what is asked.
func (y *wantedYear) Title(l Look) string { return l.T("wanted.year-title") }

// View draws the question and the year.
func (y *wantedYear) View(l Look, width, height int) string {
	text := l.T("wanted.year-explain")
	if y.level.OK() {
		text += " " + y.of.waiting(l, y.level.Value)
	}
	head := l.Muted.Render(wrap(text, width))
	return pad(y.draw(l, head, width, height-1), height-1) + "\n" + y.of.state(l)
}

// Cursor stands where the year is typed.
func (y *wantedYear) Cursor(l Look, width, height int) *tea.Cursor {
	return y.place(l, y.View(l, width, height), width)
}
