package ui

import (
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// leave closes the form. Where something is typed that is not saved, its row is shown
// first; the same key again drops it.
func (f *factForm) leave() tea.Cmd {
	row, lost := f.unsaved()
	if !lost || f.warned {
		return f.close()
	}
	f.warned = true
	return tea.Batch(f.goTo(row), notice("facts.not-saved"))
}

// unsaved is the row to mend before everything that is typed can be saved: of a number
// or a date that cannot be read, or of the number for which date, source and note wait.
func (f *factForm) unsaved() (row int, lost bool) {
	number, date := f.value(factValue), f.value(factDate)
	if _, _, ok := assess.ReadFact(number, f.line.Unit); number != "" && !ok {
		return factValue, true
	}
	if f.waits() {
		return factValue, true
	}
	_, ok := readDate(date)
	return factDate, date != "" && !ok
}

// waits reports that date, source or note wait for a number: without one there is no
// fact to keep them.
func (f *factForm) waits() bool {
	_, has := f.sheet.fact(f.line.ID)
	return !has && f.value(factDate)+f.value(factSource)+f.value(factNote) != ""
}
