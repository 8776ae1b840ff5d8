package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/data/regions"
)

// cooperationPartners names who takes part in a field: regions of the list,
// organisations of society, businesses; and how far each is willing.
type cooperationPartners struct {
	turn
	book   *cooperationBook
	id     string
	at     int // the partners, then one row to add to each pillar
	count  int // of the partners, when the person came to her row
	add    [3]textinput.Model
	offers []regions.Region // for the row of regions
	offer  int              // selected; len(offers) is the text itself
	more   bool             // further regions fit
	warned bool             // that a name is typed and not added
}

func newCooperationPartners(book *cooperationBook, id string) *cooperationPartners {
	p := &cooperationPartners{book: book, id: id}
	for i := range p.add {
		p.add[i] = newInput()
	}
	p.count = len(p.field().Partners)
	p.at = p.count
	return p
}

var (
	partnerWilling = bind("1–3", "key.cooperation-willing", "")
	partnerUnknown = bind("-", "key.cooperation-unknown", "-")
	partnerRemove  = bind("d", "key.cooperation-partner-remove", "d", "delete")
	partnerAdd     = bind("Enter", "key.cooperation-partner-add", "enter")
	partnerNext    = bind("Tab", "key.next-field", "tab")
)

// Init begins at a new region.
func (p *cooperationPartners) Init() tea.Cmd { return p.add[0].Focus() }

// Update takes the keys.
func (p *cooperationPartners) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if p.field() == nil {
			return p, p.close()
		}
		return p, p.press(msg)
	case tea.PasteMsg:
		return p, p.typed(msg)
	case bookReadMsg:
		return p, p.reread()
	}
	return p, nil
}

// reread keeps the person in her row where another program has added partners or
// taken some out.
func (p *cooperationPartners) reread() tea.Cmd {
	if p.field() == nil {
		return nil
	}
	grown := len(p.field().Partners) - p.count
	switch {
	case grown == 0:
		return nil
	case p.at >= p.count:
		return p.goTo(p.at + grown)
	}
	return p.goTo(min(p.at, p.rows()-1))
}

func (p *cooperationPartners) field() *assess.Cooperation { return p.book.field(p.id) }

// input is the selected text, nil in the row of a partner.
func (p *cooperationPartners) input() *textinput.Model {
	if p.field() == nil {
		return nil
	}
	if i := p.at - len(p.field().Partners); i >= 0 {
		return &p.add[i]
	}
	return nil
}

func (p *cooperationPartners) press(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keyBack) {
		return p.leave()
	}
	p.warned = false
	in := p.input()
	switch {
	case msg.String() == "up":
		return p.arrow(-1)
	case msg.String() == "down":
		return p.arrow(1)
	case key.Matches(msg, partnerNext):
		return p.goTo((p.at + 1) % p.rows())
	case in == nil:
		return p.change(msg)
	case key.Matches(msg, partnerAdd):
		return p.take(in)
	}
	return p.typed(msg)
}

// leave closes the screen. A name that is typed and not added is told first; the
// same key again drops it.
func (p *cooperationPartners) leave() tea.Cmd {
	for i := range p.add {
		if name := oneLine(p.add[i].Value()); name != "" && !p.warned {
			p.warned = true
			return notice("cooperation.partner-not-added", "name", name)
		}
	}
	return p.close()
}

func (p *cooperationPartners) rows() int { return len(p.field().Partners) + len(p.add) }

// arrow moves among the offers while there are some, else among the rows.
func (p *cooperationPartners) arrow(step int) tea.Cmd {
	if to := p.offer + step; len(p.offers) > 0 && to >= 0 && to <= len(p.offers) {
		p.offer = to
		return nil
	}
	return p.goTo(max(min(p.at+step, p.rows()-1), 0))
}

func (p *cooperationPartners) goTo(row int) tea.Cmd {
	for i := range p.add {
		p.add[i].Blur()
	}
	p.at, p.count, p.offers, p.offer = row, len(p.field().Partners), nil, 0
	if in := p.input(); in != nil {
		return in.Focus()
	}
	return nil
}

// change says how far the selected partner is willing, or takes her out.
func (p *cooperationPartners) change(msg tea.KeyPressMsg) tea.Cmd {
	partner := &p.field().Partners[p.at]
	n, err := strconv.Atoi(msg.String())
	switch {
	case key.Matches(msg, partnerRemove):
		name := partner.Name
		c := p.field()
		c.Partners = slices.Delete(c.Partners, p.at, p.at+1)
		return tea.Batch(p.goTo(p.at), p.book.keep(), notice("cooperation.partner-removed", "name", oneLine(name)))
	case key.Matches(msg, partnerUnknown):
		partner.Willing = ""
	case err == nil && n >= 1 && n <= len(assess.Willingness):
		partner.Willing = assess.Willingness[n-1]
	case msg.String() == "right", msg.String() == "space", msg.String() == "left":
		step := 1
		if msg.String() == "left" {
			step = -1
		}
		partner.Willing = next(append([]string{""}, assess.Willingness...), partner.Willing, step)
	default:
		return nil
	}
	return p.book.keep()
}

// take adds what is typed, or the region that is selected among the offers.
func (p *cooperationPartners) take(in *textinput.Model) tea.Cmd {
	c := p.field()
	partner := assess.Partner{Pillar: assess.Pillars[p.at-len(c.Partners)], Name: strings.TrimSpace(in.Value())}
	if partner.Name == "" {
		return p.goTo((p.at + 1) % p.rows())
	}
	if p.offer < len(p.offers) {
		partner.Code, partner.Name = p.offers[p.offer].Code, p.offers[p.offer].Name
	}
	own := assess.Partner{Pillar: assess.RegionPillar, Code: p.book.session.Region.Code, Name: p.book.session.Region.Name}
	switch {
	case partner.Same(own):
		return notice("cooperation.partner-self")
	case slices.ContainsFunc(c.Partners, partner.Same):
		return notice("cooperation.partner-twice", "name", oneLine(partner.Name))
	}
	c.Partners = append(c.Partners, partner)
	in.SetValue("")
	return tea.Batch(p.goTo(p.at+1), p.book.keep())
}

// typed hands a key to the selected text, and offers the regions that fit.
func (p *cooperationPartners) typed(msg tea.Msg) tea.Cmd {
	in := p.input()
	if in == nil {
		return nil
	}
	before := in.Value()
	var cmd tea.Cmd
	*in, cmd = in.Update(msg)
	if in == &p.add[0] && in.Value() != before {
		p.offers, p.offer = nil, 0
		if strings.TrimSpace(in.Value()) != "" {
			p.offers, p.more = offeredRegions(in.Value())
		}
	}
	return cmd
}
