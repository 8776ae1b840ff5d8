package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// paperSheet is where the answers of a paper form are typed, digits only, one item
// after another, with all of them in view. Each is saved as it is typed.
type paperSheet struct {
	turn
	*questionnaire // the person, the items and the saver are those of a questionnaire
	sum            *paperSum
}

func newPaperSheet(store Store, opt Options, session, person string) *paperSheet {
	q := newQuestionnaire(store, opt, session)
	q.person = person
	return &paperSheet{questionnaire: q}
}

// Loading reports that the sheet is not read yet, or that its end is being saved:
// whoever types in a heap of papers types the code of the next one by then.
func (p *paperSheet) Loading() bool { return p.questionnaire.Loading() || p.gone }

// Update takes what the store answers, and the digits.
func (p *paperSheet) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if end, ok := msg.(paperEndMsg); ok && end.screen == p {
		return p, p.ended(end)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		_, cmd := p.questionnaire.Update(msg)
		return p, cmd
	}
	switch {
	case p.session != nil && p.sum != nil:
		return p, p.sum.press(k)
	case p.session != nil:
		return p, p.press(k)
	case key.Matches(k, keyBack):
		return p, p.turn.close()
	}
	return p, nil
}

var (
	keyTyped    = bind("1–5", "key.type-level", "")
	keyLeft     = bind("cap.space", "key.left-empty", "space", "delete")
	keySkip     = bind("Enter", "key.skip", "enter", "right", "tab")
	keyOneBack  = bind("cap.backspace", "key.one-back", "backspace")
	keyMoveCell = bind("←→↑↓", "key.move-cell", "")
	keySum      = bind("F8", "key.sum", "f8")
)

func (p *paperSheet) press(msg tea.KeyPressMsg) tea.Cmd {
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= p.asked.Levels {
		return p.put(assess.At(n))
	}
	switch {
	case key.Matches(msg, keyBack), key.Matches(msg, keySum):
		return p.toSum()
	case key.Matches(msg, keyDontKnow):
		return p.put(assess.Answer{Kind: assess.DontKnow})
	case key.Matches(msg, keyNone):
		return p.put(assess.Answer{Kind: assess.Inapplicable})
	case key.Matches(msg, keyLeft):
		return p.put(assess.Answer{})
	case key.Matches(msg, keySkip):
		return p.on()
	case key.Matches(msg, keyOneBack), msg.String() == "left":
		return p.goTo(p.at - 1)
	}
	switch msg.String() {
	case "up":
		return p.goTo(p.at - p.rowBefore())
	case "down":
		return p.goTo(p.at + p.rowAfter())
	case "home":
		return p.goTo(0)
	case "end":
		return p.goTo(len(p.items) - 1)
	}
	return nil
}

// put saves what stands on the paper at the item, and goes on.
func (p *paperSheet) put(a assess.Answer) tea.Cmd {
	e := p.entry()
	if e.Answer != a {
		e.Answer = a
		p.who().Put(e)
		p.saver.put(e)
	}
	return p.on()
}

// on goes to the next item, and from the last one to the sum.
func (p *paperSheet) on() tea.Cmd {
	if p.at == len(p.items)-1 {
		return tea.Batch(p.toSum(), p.saver.send())
	}
	return p.goTo(p.at + 1)
}

// rowBefore and rowAfter are how many items lie between a cell and the one above
// or below it.
func (p *paperSheet) rowBefore() int {
	it := p.items[p.at]
	if p.at < it.number {
		return 0
	}
	return max(it.number, len(p.items[p.at-it.number].scale.Items))
}

func (p *paperSheet) rowAfter() int {
	it := p.items[p.at]
	below := p.at + len(it.scale.Items) - it.number + 1
	if below >= len(p.items) {
		return 0
	}
	return min(len(it.scale.Items), below-p.at+len(p.items[below].scale.Items)-1)
}

func (p *paperSheet) toSum() tea.Cmd {
	p.sum = newPaperSum(p)
	return nil
}

// ticked is the sum of the levels as ticked, which can be counted on the paper too.
func (p *paperSheet) ticked() int {
	sum := 0
	for _, it := range p.items {
		if a := p.who().Entry(it.item.ID, p.round).Answer; a.Kind == assess.Level {
			sum += a.Level
		}
	}
	return sum
}

func (p *paperSheet) handOver() []tea.Msg {
	return append(p.questionnaire.handOver(), p.turn.handOver()...)
}

// Keys of the sheet.
func (p *paperSheet) Keys() []key.Binding {
	switch {
	case p.session == nil:
		return []key.Binding{keyBack}
	case p.sum != nil:
		return p.sum.keys()
	}
	levels := keyTyped
	levels.SetHelp("1–"+strconv.Itoa(p.asked.Levels), "key.type-level")
	return []key.Binding{levels, keyLeft, keySkip, keyOneBack, keySum, keyDontKnow, keyNone, keyMoveCell, keyBack}
}

// Typing reports that digits belong to the sum.
func (p *paperSheet) Typing() bool { return p.sum != nil && p.sum.at == 0 }
