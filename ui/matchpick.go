package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// matchPick is where the person says what a column holds: one of the few things
// beside answers, or an item, found by typing words of it.
type matchPick struct {
	turn
	of     *matching
	filter textinput.Model
	at     int
}

// A pick is one thing that a column can hold.
type pick struct {
	role assess.Role
	item string
	text assess.Text // of the item
}

func newMatchPick(m *matching) *matchPick {
	p := &matchPick{of: m, filter: newInput()}
	c := m.now().mapping.Columns[m.at]
	for i, one := range p.picks("") {
		if one.role == c.Role && strings.EqualFold(one.item, c.Item) {
			p.at = i
		}
	}
	return p
}

// picks are what fits the words that are typed.
func (p *matchPick) picks(words string) []pick {
	in := p.of.now().instrument
	var out []pick
	for _, role := range assess.Roles() {
		switch {
		case role == assess.ItemColumn || words != "":
		case role != assess.NoteColumn && role != assess.EvidenceColumn || p.of.now().mapping.Long():
			out = append(out, pick{role: role})
		default:
			if item := p.of.wordsOn(); item != "" {
				out = append(out, pick{role: role, item: item})
			}
		}
	}
	for i := range in.Scales {
		for j := range in.Scales[i].Items {
			it := &in.Scales[i].Items[j]
			if hasWords(it, words) {
				out = append(out, pick{assess.ItemColumn, it.ID, it.Text})
			}
		}
	}
	return out
}

// hasWords reports whether every word stands in the id or the text of an item.
func hasWords(it *assess.Item, words string) bool {
	all := strings.ToLower(it.ID + " " + it.Text.ID + " " + it.Text.EN)
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return !strings.Contains(all, w) })
}

// Init begins in the filter.
func (p *matchPick) Init() tea.Cmd { return p.filter.Focus() }

// Update takes the choice, or a key of the filter.
func (p *matchPick) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		picks := p.picks(p.filter.Value())
		switch {
		case key.Matches(msg, keyBack):
			return p, p.close()
		case key.Matches(msg, keyChoose):
			if len(picks) > 0 {
				p.of.set(picks[p.at].role, picks[p.at].item)
				return p, p.close()
			}
			return p, nil
		}
		switch msg.String() {
		case "up", "down", "pgup", "pgdown":
			p.at = step(msg.String(), p.at, len(picks))
			return p, nil
		}
	case tea.PasteMsg:
	default:
		return p, nil
	}
	before := p.filter.Value()
	var cmd tea.Cmd
	if p.filter, cmd = p.filter.Update(msg); p.filter.Value() != before {
		p.at = 0
	}
	return p, cmd
}

// Typing reports that keys belong to the filter.
func (p *matchPick) Typing() bool { return true }

// Keys of the choice.
func (p *matchPick) Keys() []key.Binding { return []key.Binding{keyChoose, listMove, keyCancel} }

// Title says what is asked.
func (p *matchPick) Title(l Look) string {
	return l.T("match.pick-title", "header", p.of.header(l, p.of.now().mapping.Columns[p.of.at]))
}

// View draws the filter and what fits it.
func (p *matchPick) View(l Look, width, height int) string {
	field := p.filter
	lead := l.T("match.filter") + " "
	field.SetWidth(max(width-len([]rune(lead))-1, 1))
	picks := p.picks(p.filter.Value())
	rows := make([]string, len(picks))
	for i, one := range picks {
		text := capital(strings.TrimSpace(l.T("mapping.role."+string(one.role), "item", one.item)))
		if one.role == assess.ItemColumn {
			text = l.cell(one.item, 6) + " " + l.Words.Text(one.text, "")
		}
		rows[i] = l.row(text, i == p.at, width)
	}
	if len(rows) == 0 {
		rows = []string{l.Muted.Render(l.T("match.none-fits"))}
	}
	return lead + field.View() + "\n\n" + scroll(l, rows, p.at, width, height-2)
}

// Cursor stands in the filter.
func (p *matchPick) Cursor(l Look, _, _ int) *tea.Cursor {
	c := p.filter.Cursor()
	if c != nil {
		c.X += len([]rune(l.T("match.filter"))) + 1
	}
	return c
}
