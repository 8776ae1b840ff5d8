package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/data/regions"
)

var (
	keyNext   = bind("Enter", "key.next-field", "enter")
	keyTab    = bind("Tab", "key.next-field", "tab")
	keyPrev   = bind("↑", "key.previous-field", "up", "shift+tab")
	keyToggle = bind("cap.space", "key.toggle", "space")
	keyAlter  = bind("cap.space", "key.other-choice", "space")
	keyCancel = bind("Esc", "key.cancel", "esc")
	keyGoOn   = bind("Enter", "key.start", "enter")
	keyKeep   = bind("Enter", "key.save-details", "enter")
	keyStart  = bind("F8", "key.start", "f8")
	keySave   = bind("F8", "key.save-details", "f8")
)

func (d *details) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case d.busy: // it cannot be taken back any more
		return nil
	case key.Matches(msg, keyBack):
		return d.close()
	case key.Matches(msg, keyStart):
		return d.submit()
	case msg.String() == "enter":
		return d.enter()
	case msg.String() == "tab":
		d.accept()
		return d.step(1)
	case msg.String() == "shift+tab":
		return d.step(-1)
	case msg.String() == "up" || msg.String() == "down":
		return d.arrow(msg.String() == "down")
	case d.field() == nil:
		return d.change(msg)
	}
	return d.typed(msg)
}

// arrow moves among the offers while there are some, else among the rows.
func (d *details) arrow(down bool) tea.Cmd {
	step := -1
	if down {
		step = 1
	}
	if d.offering() && d.offer+step >= 0 && d.offer+step <= len(d.offers) {
		d.offer += step
		return nil
	}
	return d.step(step)
}

func (d *details) enter() tea.Cmd {
	switch {
	case d.at == rowStart:
		return d.submit()
	case d.field() == nil:
		return d.change(press("space"))
	}
	d.accept()
	return d.step(1)
}

// accept takes the selected offer into the region field.
func (d *details) accept() {
	if !d.offering() {
		return
	}
	if d.offer < len(d.offers) {
		d.picked = d.offers[d.offer]
		d.region.SetValue(d.picked.Name)
		d.region.CursorEnd()
	}
	d.offers = nil
	d.offerTitle()
}

// offering reports whether regions are offered below their field.
func (d *details) offering() bool { return d.at == rowRegion && len(d.offers) > 0 }

// change chooses method, identity or instrument, or turns a module on or off.
func (d *details) change(msg tea.KeyPressMsg) tea.Cmd {
	step := map[string]int{"left": -1, "right": 1, "space": 1}[msg.String()]
	if step == 0 {
		return nil
	}
	switch {
	case d.at == rowMethod:
		d.header.Method = next(d.methods(), d.header.Method, step)
	case d.at == rowIdentity:
		d.header.Identity = next(identities, d.header.Identity, step)
	case d.at == rowInstrument:
		d.chosen = (d.chosen + len(d.instruments) + step) % len(d.instruments)
		d.allModules()
	case d.at >= rowModules && d.locked():
		return notice("details.modules-locked")
	case d.at >= rowModules:
		g := d.instrument().Modules()[d.at-rowModules]
		d.modules[g.ID] = !d.modules[g.ID]
	}
	return nil
}

func (d *details) locked() bool { return d.header.Status == assess.Completed }

// rows are those that can be selected, in their order.
func (d *details) rows() []int {
	rows := []int{rowRegion, rowDate, rowTitle, rowStart}
	if d.id == "" {
		rows = append(rows, rowMethod)
	}
	if d.header.Method == assess.GroupMethod {
		rows = append(rows, d.groupRows()...)
	}
	rows = append(rows, rowUnit, rowYear)
	if !d.ready {
		return rows
	}
	if d.id == "" && len(d.instruments) > 1 {
		rows = append(rows, rowInstrument)
	}
	for i := range d.optional() {
		rows = append(rows, rowModules+i)
	}
	return rows
}

// step goes to the row that is so many further.
func (d *details) step(n int) tea.Cmd {
	rows := d.rows()
	i := slices.Index(rows, d.at) + n
	return d.goTo(rows[max(min(i, len(rows)-1), 0)])
}

func (d *details) field() *textinput.Model {
	switch d.at {
	case rowRegion:
		return &d.region
	case rowDate:
		return &d.date
	case rowTitle:
		return &d.title
	case rowUnit:
		return &d.unit
	case rowYear:
		return &d.year
	case rowExpected, rowEligible, rowMargin:
		return &d.people[d.at-rowExpected]
	}
	return nil
}

func (d *details) goTo(row int) tea.Cmd {
	if f := d.field(); f != nil {
		f.Blur()
	}
	d.offers = nil
	d.at = row
	if f := d.field(); f != nil {
		f.CursorEnd()
		return f.Focus()
	}
	return nil
}

// typed hands a key to the field, and follows what it changes.
func (d *details) typed(msg tea.Msg) tea.Cmd {
	f := d.field()
	if f == nil {
		return nil
	}
	before := f.Value()
	var cmd tea.Cmd
	*f, cmd = f.Update(msg)
	if f.Value() == before {
		return cmd
	}
	d.problem = ""
	switch d.at {
	case rowRegion:
		d.picked = regions.Region{}
		d.offers, d.offer = nil, 0
		if strings.TrimSpace(f.Value()) != "" {
			d.offers, d.others = offeredRegions(f.Value())
		}
	case rowTitle:
		d.ownTitle = f.Value() != ""
		return cmd
	}
	d.offerTitle()
	return cmd
}

func (d *details) offerTitle() {
	if d.ownTitle {
		return
	}
	name := strings.TrimSpace(d.region.Value())
	if name == "" {
		d.title.SetValue("")
		return
	}
	date, _ := readDate(d.date.Value())
	d.title.SetValue(offeredTitle(name, strings.TrimSpace(d.unit.Value()), date))
}

// Keys of the form.
func (d *details) Keys() []key.Binding {
	onward, last := keyGoOn, keyStart
	if d.id != "" || d.brought != nil {
		onward, last = keyKeep, keySave
	}
	keys := []key.Binding{keyNext, last, keyCancel}
	switch {
	case d.at == rowStart:
		keys = []key.Binding{onward, keyCancel}
	case d.at >= rowModules:
		keys = []key.Binding{keyToggle, last, keyCancel}
	case d.field() == nil:
		keys = []key.Binding{keyAlter, last, keyCancel}
	}
	if d.at > 0 {
		keys = append(keys, keyPrev)
	}
	if rows := d.rows(); d.at != rows[len(rows)-1] && d.field() == nil { // in a field Enter goes on
		keys = append(keys, keyTab)
	}
	return keys
}
