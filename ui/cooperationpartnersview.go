package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
)

// Typing reports that keys belong to a text.
func (p *cooperationPartners) Typing() bool { return p.input() != nil }

// Keys are those of the selected row.
func (p *cooperationPartners) Keys() []key.Binding {
	switch {
	case p.field() == nil:
		return []key.Binding{keyBack}
	case p.input() != nil:
		return []key.Binding{partnerAdd, partnerNext, keyBack}
	}
	keys := []key.Binding{partnerWilling, formChange}
	if p.field().Partners[p.at].Willing != "" {
		keys = append(keys, partnerUnknown)
	}
	return append(keys, partnerRemove, partnerNext, keyBack)
}

// Subject is the session.
func (p *cooperationPartners) Subject() (Store, string) { return p.book.store, p.book.id }

// Header is that of the session.
func (p *cooperationPartners) Header() assess.Header { return p.book.header() }

// Title names the field.
func (p *cooperationPartners) Title(l Look) string { return fieldTitle(l, p.field()) }

// View draws the partners with how far they are willing, and a row to add to each
// pillar.
func (p *cooperationPartners) View(l Look, width, height int) string {
	c := p.field()
	if c == nil {
		return l.T("cooperation.gone")
	}
	head := l.Muted.Render(wrap(l.T("cooperation.pillars"), width))
	if height < 16 && len(p.offers) > 0 { // the offers need the room
		head = ""
	}
	rows := make([]string, 0, p.rows())
	for i, partner := range c.Partners {
		rows = append(rows, partnerRow(l, partner, i == p.at, width))
	}
	for i, pillar := range assess.Pillars {
		rows = append(rows, p.addRow(l, i, pillar, width))
	}
	room := height - lipgloss.Height(head) - 2
	return head + "\n" + pad(scroll(l, rows, p.at, width, room), room) + "\n" + p.book.saver.state(l)
}

func partnerRow(l Look, p assess.Partner, selected bool, width int) string {
	willing := l.Muted.Render(l.Blank)
	if slices.Contains(assess.Willingness, p.Willing) { // a file may say anything
		willing = l.Chosen.Render(l.T("cooperation.value." + p.Willing))
	}
	text := l.cell(oneLine(p.Name), partnerCell(width)) + " " + l.cell(willing, 10)
	pillar := oneLine(string(p.Pillar))
	if slices.Contains(assess.Pillars, p.Pillar) {
		pillar = l.T("cooperation.pillar." + string(p.Pillar))
	}
	text += l.Muted.Render(pillar + "  " + oneLine(p.Code))
	row := l.row(text, selected, width)
	if !selected {
		return row
	}
	if lipgloss.Width(oneLine(p.Name)) > partnerCell(width) {
		row += "\n" + indent(wrap(oneLine(p.Name), width-4), 4)
	}
	return row + "\n" + indent(willingLine(l, p, width-4), 4)
}

// partnerCell is the width of the names.
func partnerCell(width int) int { return min(32, width/2) }

// willingLine asks how far a partner is willing, with the digits of the choices.
func willingLine(l Look, p assess.Partner, width int) string {
	parts := []string{l.T("cooperation.ask.willing")}
	for i, w := range assess.Willingness {
		parts = append(parts, choiceMark(l, p.Willing == w)+l.Key.Render(strconv.Itoa(i+1))+" "+l.T("cooperation.value."+w))
	}
	return flow(append(parts, choiceMark(l, p.Willing == "")+l.Key.Render("-")+" "+l.T("cooperation.unknown")), width)
}

func (p *cooperationPartners) addRow(l Look, i int, pillar assess.Pillar, width int) string {
	selected := p.at == len(p.field().Partners)+i
	label := l.cell("+ "+l.T("cooperation.pillar."+string(pillar)), labelCell)
	in := p.add[i]
	value := oneLine(in.Value())
	if selected {
		in.SetWidth(max(width-labelCell-3, 1))
		value = in.View()
	} else if value == "" {
		value = l.Muted.Render(l.T("cooperation.add-hint." + string(pillar)))
	}
	row := l.row(label+value, selected, width)
	if selected {
		row = l.Key.Render(l.Pointer) + " " + l.Title.Render(label) + value
	}
	if selected && len(p.offers) > 0 {
		row += "\n" + l.offers(p.offers, p.offer, p.more, in.Value(), width)
	}
	return row
}

// Cursor stands in the text that is typed in: in the first row with the pointer.
func (p *cooperationPartners) Cursor(l Look, width, height int) *tea.Cursor {
	if !p.Typing() {
		return nil
	}
	c := p.input().Cursor()
	if c == nil {
		return nil
	}
	c.X += labelCell + 2
	for y, line := range strings.Split(ansi.Strip(p.View(l, width, height)), "\n") {
		if strings.HasPrefix(line, l.Pointer) {
			c.Y += y
			break
		}
	}
	return c
}
