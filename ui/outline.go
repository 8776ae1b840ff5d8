package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// outline lists the items of a questionnaire with what is still missing, and
// goes to the one that is chosen.
type outline struct {
	turn
	q       *questionnaire
	missing bool   // only what has no level yet
	at      int    // place in shown()
	number  string // the digits typed so far
}

func newOutline(q *questionnaire) *outline { return &outline{q: q, at: q.at} }

func (o *outline) Init() tea.Cmd { return nil }

var (
	keyGo      = bind("Enter", "key.go-to", "enter")
	keyNumber  = bind("1–9", "key.type-number", "")
	keyMissing = bind("b", "key.only-missing", "b", "f7")
)

// shown are the places of the items in the list.
func (o *outline) shown() []int {
	var out []int
	for i, it := range o.q.items {
		if o.missing && o.q.who().Entry(it.item.ID, o.q.round).Answer.Kind == assess.Level {
			continue
		}
		out = append(out, i)
	}
	return out
}

func (o *outline) Update(msg tea.Msg) (Screen, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return o, nil
	}
	shown := o.shown()
	switch {
	case key.Matches(k, keyBack), k.String() == "o", k.String() == "f6":
		return o, o.close()
	case key.Matches(k, keyMissing):
		o.missing, o.at = !o.missing, 0
		return o, nil
	case key.Matches(k, keyGo) && len(shown) > 0:
		return o, o.close(jumpMsg{o.q, shown[o.at]})
	}
	if o.typeNumber(k.String(), shown) {
		return o, nil
	}
	o.at = step(k.String(), o.at, len(shown))
	return o, nil
}

// typeNumber selects the item whose number is typed, digit by digit.
func (o *outline) typeNumber(k string, shown []int) bool {
	if len(k) != 1 || k < "0" || k > "9" {
		o.number = ""
		return false
	}
	o.number += k
	n, _ := strconv.Atoi(o.number)
	if n > len(o.q.items) {
		o.number = k
		n, _ = strconv.Atoi(k)
	}
	if i := slices.Index(shown, n-1); i >= 0 {
		o.at = i
	}
	return true
}

// step moves a place in a list of n rows by the keys that lists have in common.
func step(k string, at, n int) int {
	switch k {
	case "up":
		at--
	case "down":
		at++
	case "pgup":
		at -= 10
	case "pgdown":
		at += 10
	case "home":
		at = 0
	case "end":
		at = n - 1
	}
	return max(min(at, n-1), 0)
}

// Keys of the outline.
func (o *outline) Keys() []key.Binding {
	return []key.Binding{keyGo, keyNumber, keyMissing, keyBack}
}

// Subject is the session that is being answered.
func (o *outline) Subject() (Store, string) { return o.q.Subject() }

// Title says how much is done.
func (o *outline) Title(l Look) string {
	return l.T("outline.title", "done", o.q.touched(), "count", len(o.q.items))
}

// View draws the items by section.
func (o *outline) View(l Look, width, height int) string {
	shown := o.shown()
	if len(shown) == 0 {
		return wrap(l.T("outline.nothing-missing"), width)
	}
	var rows []string
	var before *assess.Scale
	for i, at := range shown {
		it := o.q.items[at]
		text := ""
		if it.scale != before {
			if i > 0 {
				text = "\n"
			}
			text += l.Key.Render(l.Words.Text(it.scale.Title, o.q.session.Unit)) + "\n"
			before = it.scale
		}
		rows = append(rows, text+l.row(o.q.itemLine(l, at), i == o.at, width))
	}
	legend := l.Muted.Render(wrap(l.T("outline.legend"), width))
	room := height - lipgloss.Height(legend)
	return pad(window(rows, o.at, room), room) + "\n" + legend
}

// itemLine is one item in a list: number, answer, what was written, question.
func (q *questionnaire) itemLine(l Look, at int) string {
	it := q.items[at]
	e := q.who().Entry(it.item.ID, q.round)
	answer := l.Blank
	switch e.Answer.Kind {
	case assess.Level:
		answer = strconv.Itoa(e.Answer.Level)
	case assess.DontKnow:
		answer = "0"
	case assess.Inapplicable:
		answer = "-"
	}
	wrote := " "
	if strings.TrimSpace(e.Evidence) != "" {
		wrote = l.Check
	}
	return l.right(strconv.Itoa(at+1), 2) + "  " + l.Chosen.Render(answer) + " " + wrote + "  " + distinct(l, q.session, q.items[at].item)
}
