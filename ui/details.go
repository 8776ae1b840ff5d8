package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/data/regions"
)

// details is the form of a new assessment, and of correcting an old one: where,
// when, and what else is known of it. Only the first three fields are asked for.
type details struct {
	turn
	store Store
	opt   Options
	id    string // of the session that is corrected; empty for a new one

	brought *brought // from a file; nil where nobody has answered yet

	header      assess.Header // what the form does not show
	instruments []*assess.Instrument
	chosen      int // place in instruments
	modules     map[string]bool

	region, date, title, unit, year textinput.Model
	people                          [3]textinput.Model // numbers of a group: expected, eligible, margin

	picked   regions.Region // what the region field stands for; zero for free text
	offers   []regions.Region
	offer    int  // selected offer; len(offers) is the free text
	others   bool // more regions fit than are offered
	ownTitle bool // the person has typed a title
	at       int  // selected row
	problem  string
	ready    bool // the instruments are read
	hasty    bool // the person went on before that
	busy     bool
}

// The rows of the form. Which of them are there, and in which order, rows says;
// the modules follow rowModules.
const (
	rowRegion = iota
	rowDate
	rowTitle
	rowStart
	rowMethod
	rowIdentity
	rowExpected
	rowEligible
	rowMargin
	rowUnit
	rowYear
	rowInstrument
	rowModules
)

// savedDetailsMsg says what became of the session that was made or corrected.
type savedDetailsMsg struct {
	screen *details
	id     string
	method assess.Method
	err    error
}

type detailsMsg struct {
	screen      *details
	instruments []*assess.Instrument
	session     *assess.Session
}

func newDetails(store Store, opt Options, h assess.Header) *details {
	d := &details{store: store, opt: opt, id: h.ID, header: h, modules: map[string]bool{}}
	for _, in := range []*textinput.Model{&d.region, &d.date, &d.title, &d.unit, &d.year, &d.people[0], &d.people[1], &d.people[2]} {
		*in = textinput.New()
		in.Prompt = ""
		in.CharLimit = 120
		in.SetVirtualCursor(false)
	}
	d.year.CharLimit = 4
	if h.ID == "" {
		d.header.Method, d.header.Identity = assess.SelfMethod, assess.Coded
	}
	d.date.SetValue(writeDate(opt.today()))
	if h.ID != "" {
		d.fill(h)
	}
	return d
}

func (d *details) fill(h assess.Header) {
	d.region.SetValue(h.Region.Name)
	d.picked, _ = regions.ByCode(h.Region.Code)
	d.date.SetValue(writeDate(h.Date))
	d.title.SetValue(h.Title)
	d.ownTitle = h.Title != offeredTitle(h.Region.Name, h.Unit, h.Date)
	d.unit.SetValue(h.Unit)
	if h.BudgetYear > 0 {
		d.year.SetValue(itoa(h.BudgetYear))
	}
	d.fillGroup(h)
	for _, m := range h.Modules {
		d.modules[m] = true
	}
}

// Init reads the instruments that can be chosen, and the list of regions.
func (d *details) Init() tea.Cmd {
	return tea.Batch(d.region.Focus(), func() tea.Msg {
		regions.Search("", 1)
		msg := detailsMsg{screen: d, instruments: d.instruments}
		if d.brought != nil {
			return msg
		}
		if d.id == "" {
			msg.instruments = d.opt.Instruments()
			return msg
		}
		s, err := d.store.Session(d.opt.context(), d.id)
		if err != nil {
			return failMsg{err}
		}
		msg.session = s
		return msg
	})
}

// Loading reports that what is to be corrected is not read yet, or is being saved.
func (d *details) Loading() bool { return d.busy || d.hasty || d.id != "" && !d.ready }

func (d *details) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case detailsMsg:
		if msg.screen != d {
			return d, nil
		}
		d.take(msg)
		if d.hasty {
			return d, d.submit()
		}
		return d, nil
	case broughtMsg:
		if msg.screen == d {
			return d, d.arrived(msg)
		}
	case savedDetailsMsg:
		if msg.screen == d {
			return d, d.saved(msg)
		}
	case tea.KeyPressMsg:
		return d, d.press(msg)
	case tea.PasteMsg:
		return d, d.typed(msg)
	}
	return d, nil
}

func (d *details) take(msg detailsMsg) {
	d.ready = true
	if msg.session != nil {
		d.header = msg.session.Header
		d.instruments = []*assess.Instrument{msg.session.Instrument}
		d.fill(msg.session.Header)
		return
	}
	d.instruments = msg.instruments
	d.allModules()
}

func (d *details) allModules() {
	d.modules = map[string]bool{}
	for _, g := range d.instrument().Modules() {
		d.modules[g.ID] = true
	}
}

func (d *details) instrument() *assess.Instrument { return d.instruments[d.chosen] }

// asked is the instrument without what is left out.
func (d *details) asked() *assess.Instrument { return d.instrument().With(d.moduleIDs()) }

func (d *details) moduleIDs() []string {
	var ids []string
	for _, g := range d.instrument().Modules() {
		if d.modules[g.ID] {
			ids = append(ids, g.ID)
		}
	}
	return ids
}

// Header is that of the session.
func (d *details) Header() assess.Header { return d.header }

// Subject is the session that is corrected; none while a new one is made.
func (d *details) Subject() (Store, string) { return d.store, d.id }

// Typing reports that keys belong to a text field.
func (d *details) Typing() bool { return d.field() != nil }
