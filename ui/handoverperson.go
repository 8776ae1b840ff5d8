package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// person is the form of what is known of one participant: a code or a name, where
// there is one, and if they like the unit and the rank band. Nothing else is asked
// for. Both the person at the laptop and who types in a paper form fill it.
type person struct {
	session    *assess.Session
	code, unit textinput.Model
	onPaper    bool // somebody else types it in
	rank       int  // place in ranks, 0 for none
	at         int
	problem    string
}

// ranks are the rank bands of the Indonesian civil service that a person may
// name, after Law 20/2023, as files carry them; the first is none.
var ranks = []string{"", "JPT", "Administrator", "Pengawas", "Fungsional", "Pelaksana", "Lainnya"}

// The rows of the form.
const (
	personCode = iota
	personUnit
	personRank
	personGo
)

func newPerson(s *assess.Session) *person {
	p := &person{session: s}
	for _, in := range []*textinput.Model{&p.code, &p.unit} {
		*in = textinput.New()
		in.Prompt = ""
		in.CharLimit = 80
		in.SetVirtualCursor(false)
	}
	p.code.CharLimit = 40
	p.at = p.first()
	return p
}

// first is the row to begin at: an anonymous person has no code.
func (p *person) first() int {
	if p.session.Identity == assess.Anonymous {
		return personUnit
	}
	return personCode
}

func (p *person) field() *textinput.Model {
	switch p.at {
	case personCode:
		return &p.code
	case personUnit:
		return &p.unit
	}
	return nil
}

func (p *person) goTo(row int) tea.Cmd {
	if f := p.field(); f != nil {
		f.Blur()
	}
	p.at = max(min(row, personGo), p.first())
	if f := p.field(); f != nil {
		return f.Focus()
	}
	return nil
}

// press handles a key of the form; on is true when the person wants to go on and
// nothing is wrong.
func (p *person) press(msg tea.KeyPressMsg) (cmd tea.Cmd, on bool) {
	switch msg.String() {
	case "enter":
		if p.at == personGo {
			return p.check()
		}
		return p.goTo(p.at + 1), false
	case "f8":
		return p.check()
	case "down", "tab":
		return p.goTo(p.at + 1), false
	case "up", "shift+tab":
		return p.goTo(p.at - 1), false
	}
	if p.at == personRank {
		step := map[string]int{"left": -1, "right": 1, "space": 1}[msg.String()]
		p.rank = (p.rank + len(ranks) + step) % len(ranks)
	}
	return p.typed(msg), false
}

func (p *person) typed(msg tea.Msg) tea.Cmd {
	f := p.field()
	if f == nil {
		return nil
	}
	p.problem = ""
	var cmd tea.Cmd
	*f, cmd = f.Update(msg)
	return cmd
}

// check refuses a missing code, and one that is taken.
func (p *person) check() (tea.Cmd, bool) {
	code := oneLine(p.code.Value())
	switch {
	case p.session.Identity == assess.Anonymous:
		return nil, true
	case code == "":
		p.problem = "person.missing-" + string(p.session.Identity)
		return p.goTo(personCode), false
	case taken(p.session, code):
		return p.refuse(), false
	}
	return nil, true
}

// refuse says that the code is taken.
func (p *person) refuse() tea.Cmd {
	p.problem = "person.taken-" + string(p.session.Identity)
	if p.onPaper {
		p.problem = "paper.taken"
	}
	return p.goTo(personCode)
}

// explain is the id of the message above the form.
func (p *person) explain() string {
	if p.onPaper {
		return "paper.explain"
	}
	return "person.explain-" + string(p.session.Identity)
}

// taken reports whether a code belongs to somebody who has begun.
func taken(s *assess.Session, code string) bool {
	for _, r := range s.Respondents {
		if assess.SameCode(r.ID, code) && r.Phase != assess.Waiting {
			return true
		}
	}
	return false
}

// respondent is the person that the form describes.
func (p *person) respondent() assess.Respondent {
	return assess.Respondent{ID: oneLine(p.code.Value()), Unit: oneLine(p.unit.Value()), Rank: ranks[p.rank], Consent: true}
}

var keyRank = bind("←→", "key.rank", "")

func (p *person) keys(on key.Binding, back key.Binding) []key.Binding {
	keys := []key.Binding{keyNext, on, back}
	if p.at == personRank {
		keys = append([]key.Binding{keyRank}, keys...)
	}
	return keys
}

// view draws the form; goOn is the id of the message of its last row.
func (p *person) view(l Look, width int, goOn string) string {
	identity := string(p.session.Identity)
	head := wrap(l.T(p.explain()), width)
	rows := []string{head, ""}
	if p.first() == personCode {
		rows = append(rows, p.line(l, personCode, "person."+identity, p.input(&p.code, personCode, width), width))
	}
	rank := "person.rank-none"
	if p.rank > 0 {
		rank = "rank." + strings.ToLower(ranks[p.rank])
	}
	rows = append(rows,
		p.line(l, personUnit, "person.unit", p.input(&p.unit, personUnit, width), width),
		p.line(l, personRank, "person.rank", "‹ "+l.T(rank)+" ›", width),
		"", l.row("[ "+l.T(goOn)+" ]", p.at == personGo, width))
	if p.problem != "" {
		rows = append(rows, "", l.Bad.Render(wrap(l.Bang+" "+l.T(p.problem), width)))
	} else {
		rows = append(rows, "", l.Muted.Render(wrap(l.T("person.optional"), width)))
	}
	if !p.onPaper {
		rows = append(rows, "", wrap(l.T("person.not-yet-stored"), width))
	}
	return strings.Join(rows, "\n")
}

// personLabel is the width of the labels.
const personLabel = 20

func (p *person) line(l Look, row int, label, value string, width int) string {
	return l.row(l.cell(l.T(label), personLabel), p.at == row, personLabel+2) + fit(value, width-personLabel-2, 1)
}

func (p *person) input(in *textinput.Model, row, width int) string {
	if p.at != row {
		return in.Value()
	}
	field := *in
	field.SetWidth(width - personLabel - 3)
	return field.View()
}

// cursor stands in the field that is typed in.
func (p *person) cursor(l Look, width int) *tea.Cursor {
	f := p.field()
	if f == nil {
		return nil
	}
	c := f.Cursor()
	if c == nil {
		return nil
	}
	c.X += personLabel + 2
	c.Y += lines(wrap(l.T(p.explain()), width)) + 1 + p.at - p.first()
	return c
}
