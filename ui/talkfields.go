package ui

import (
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// newField is a text of several lines in the terminal's own colours.
func newField(text string) textarea.Model {
	f := textarea.New()
	f.Prompt = ""
	f.ShowLineNumbers = false
	f.CharLimit = noteLimit
	f.SetVirtualCursor(false)
	f.SetStyles(bare(f.Styles()))
	f.SetValue(text)
	return f
}

// A pair is two texts, one below the other, with a label over each.
type pair struct {
	fields [2]textarea.Model
	labels [2]string // ids of messages
	at     int       // which one the person writes in; -1 for neither
}

func newPair(at int, first, firstLabel, second, secondLabel string) *pair {
	return &pair{fields: [2]textarea.Model{newField(first), newField(second)}, labels: [2]string{firstLabel, secondLabel}, at: at}
}

// focus goes to one of the texts, or with -1 to neither.
func (p *pair) focus(at int) tea.Cmd {
	for i := range p.fields {
		p.fields[i].Blur()
	}
	p.at = at
	if at < 0 {
		return nil
	}
	return p.fields[at].Focus()
}

// typed hands a key to the text, and reports whether it changed it.
func (p *pair) typed(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	f := &p.fields[p.at]
	before := f.Value()
	*f, cmd = f.Update(msg)
	return cmd, f.Value() != before
}

func (p *pair) value(i int) string { return p.fields[i].Value() }

// resize gives both texts an equal share of so many lines.
func (p *pair) resize(width, lines int) {
	for i := range p.fields {
		p.fields[i].SetWidth(max(min(width, 100), 20))
		p.fields[i].SetHeight(min(max(lines/2-1, 1), 8))
	}
}

func (p *pair) view(l Look, width int) string {
	text := ""
	for i := range p.fields {
		label := "  " + l.Muted.Render(l.cell(l.T(p.labels[i]), width-2))
		if i == p.at {
			label = l.Key.Render(l.Pointer) + " " + l.Title.Render(l.cell(l.T(p.labels[i]), width-2))
		}
		text += label + "\n" + indent(p.fields[i].View(), 2) + "\n"
	}
	return text
}

// cursor stands where the person writes, counted from the first label; nil if she
// writes in neither.
func (p *pair) cursor() *tea.Cursor {
	if p.at < 0 {
		return nil
	}
	c := p.fields[p.at].Cursor()
	if c == nil {
		return nil
	}
	c.X += 2
	c.Y++
	if p.at == 1 {
		c.Y += lipgloss.Height(p.fields[0].View()) + 1
	}
	return c
}
