package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/data/regions"
)

// Title says what the form is for.
func (d *details) Title(l Look) string {
	if d.id != "" {
		return l.T("details.title-amend")
	}
	return l.T("details.title-new")
}

// The widths of the labels, and of the fields that are short.
const (
	labelCell   = 18
	dateField   = 12
	numberField = 6
)

// View draws the three fields, the way on, and what may be left out.
func (d *details) View(l Look, width, height int) string {
	room := width - labelCell - 2
	rows := []string{
		d.line(l, rowRegion, "details.region", d.input(l, &d.region, rowRegion, room), width),
	}
	if d.offering() {
		rows[0] += "\n" + d.offersView(l, width)
	} else {
		rows[0] += "\n" + d.regionNote(l, width)
	}
	optional := "details.optional"
	if d.id == "" {
		optional = "details.optional-new"
	}
	rows = append(rows,
		d.line(l, rowDate, "details.date", d.input(l, &d.date, rowDate, dateField)+"  "+d.dateNote(l), width),
		d.line(l, rowTitle, "details.title", d.input(l, &d.title, rowTitle, room), width),
		"\n"+d.startRow(l, width),
		"\n"+l.Muted.Render(l.cell(l.T(optional), width))+"\n"+d.methodLine(l, width),
	)
	shown := []int{rowRegion, rowDate, rowTitle, rowStart, rowMethod}
	if d.header.Method == assess.GroupMethod {
		more, at := d.groupLines(l, width)
		rows, shown = append(rows, more...), append(shown, at...)
	}
	rows = append(rows,
		d.line(l, rowUnit, "details.unit", d.input(l, &d.unit, rowUnit, room)+d.hint(l, d.unit, "details.unit-hint"), width),
		d.line(l, rowYear, "details.year", d.input(l, &d.year, rowYear, numberField), width),
	)
	shown = append(shown, rowUnit, rowYear)
	if d.ready {
		more, at := d.rest(l, width)
		rows, shown = append(rows, more...), append(shown, at...)
	}
	foot := ""
	if d.problem != "" {
		foot = "\n\n" + l.Bad.Render(wrap(l.Bang+" "+l.T(d.problem), width))
	}
	return window(rows, slices.Index(shown, d.at), height-strings.Count(foot, "\n")) + foot
}

func (d *details) hint(l Look, in textinput.Model, id string) string {
	if in.Value() != "" || in.Focused() {
		return ""
	}
	return l.Muted.Render(l.T(id))
}

func (d *details) line(l Look, row int, label, value string, width int) string {
	name := l.cell(l.T(label), labelCell)
	if row == d.at {
		return l.Key.Render(l.Pointer) + " " + l.Title.Render(name) + value
	}
	return fit("  "+l.Muted.Render(name)+value, width, 1)
}

// input draws a field; the one that is not typed in shows its text only.
func (d *details) input(l Look, in *textinput.Model, row, width int) string {
	if row != d.at {
		return l.cell(in.Value(), min(lipgloss.Width(in.Value()), width))
	}
	text, _ := inSight(l, in, width)
	return l.cell(text, width)
}

func (d *details) regionNote(l Look, width int) string {
	text := l.T("details.region-hint")
	if name := strings.TrimSpace(d.region.Value()); name != "" {
		text = l.T("details.region-free")
		if d.picked.Code != "" {
			text = regionLine(l, d.picked)
		}
	}
	return strings.Repeat(" ", labelCell+2) + l.Muted.Render(l.cell(text, width-labelCell-2))
}

func (d *details) offersView(l Look, width int) string {
	return l.offers(d.offers, d.offer, d.others, d.region.Value(), width)
}

// regionLine tells apart regions of the same name: province, code, kind.
func regionLine(l Look, r regions.Region) string {
	kind := l.T("region." + string(r.Kind))
	if r.Administrative {
		kind = l.T("region.administrative", "kind", kind)
	}
	parts := []string{r.Code, kind}
	if r.Province != "" {
		parts = append([]string{r.Province}, parts...)
	}
	return strings.Join(parts, " "+l.Dot+" ")
}

func (d *details) dateNote(l Look) string {
	iso, ok := readDate(d.date.Value())
	if !ok {
		return l.Warn.Render(l.Bang + " " + l.T("details.date-form"))
	}
	return l.Muted.Render(l.Words.Date(iso))
}

func (d *details) startRow(l Look, width int) string {
	if d.id != "" {
		return l.row("[ "+l.T("details.save")+" ]", d.at == rowStart, width)
	}
	if d.brought != nil {
		told := l.Words.N("import.brings", len(d.brought.file.Respondents))
		return l.row("[ "+l.T("import.save")+" ]  "+l.Muted.Render(told), d.at == rowStart, width)
	}
	text := "[ " + l.T("details.start") + " ]"
	if d.ready {
		n := d.asked().ItemCount()
		text += "  " + l.Muted.Render(l.T("details.expect", "items", n, "minutes", expectedMinutes(n)))
	}
	return l.row(text, d.at == rowStart, width)
}

// expectedMinutes is how long a person needs for a number of items, at half a
// minute each, rounded up to five minutes.
func expectedMinutes(items int) int { return max((items+9)/10*5, 5) }

// rest draws the choice of the instrument and the modules, and says which rows
// they are.
func (d *details) rest(l Look, width int) (lines []string, rows []int) {
	if d.id == "" && len(d.instruments) > 1 {
		lines = append(lines, d.instrumentLine(l, width))
		rows = append(rows, rowInstrument)
	}
	for i, g := range d.optional() {
		lines = append(lines, d.moduleRow(l, i, g, width))
		rows = append(rows, rowModules+i)
	}
	return lines, rows
}

// instrumentLine draws the choice of the questionnaire: its title, and its id and
// version as far as they fit. The whole title of the one that is being chosen stands
// below where the row cuts it.
func (d *details) instrumentLine(l Look, width int) string {
	in, room := d.instrument(), width-labelCell-2
	title, mark := l.Words.Text(in.Title, ""), in.ID+" "+in.Version
	value := "‹ " + cutTo(l, title, room-4) + " ›"
	whole := lipgloss.Width(title) <= room-4
	if lipgloss.Width(value)+2+lipgloss.Width(mark) <= room {
		return d.line(l, rowInstrument, "details.instrument", value+"  "+l.Muted.Render(mark), width)
	}
	line := d.line(l, rowInstrument, "details.instrument", value, width)
	if d.at != rowInstrument {
		return line
	}
	if !whole {
		line += "\n" + under(l, title, labelCell+2, width)
	}
	return line + "\n" + under(l, mark, labelCell+2, width)
}

func (d *details) moduleRow(l Look, i int, g assess.Group, width int) string {
	sign := l.Unmark
	if d.modules[g.ID] {
		sign = l.Mark
	}
	n := 0
	for _, id := range g.Scales {
		n += len(d.instrument().Scale(id).Items)
	}
	label := ""
	if i == 0 {
		label = "details.modules"
	}
	text := sign + " " + l.Words.Text(g.Title, "") + "  " + l.Muted.Render(l.Words.N("details.items", n))
	return d.line(l, rowModules+i, label, text, width)
}

// fieldWidth is that of the field that is typed in.
func (d *details) fieldWidth(width int) int {
	switch d.at {
	case rowDate:
		return dateField
	case rowRegion, rowTitle, rowUnit:
		return width - labelCell - 2
	}
	return numberField
}

// Cursor stands in the field that is typed in: in the row with the pointer.
func (d *details) Cursor(l Look, width, height int) *tea.Cursor {
	f := d.field()
	if f == nil {
		return nil
	}
	c := f.Cursor()
	if c == nil {
		return nil
	}
	_, caret := inSight(l, f, d.fieldWidth(width))
	c.X = labelCell + 2 + caret
	for y, line := range strings.Split(ansi.Strip(d.View(l, width, height)), "\n") {
		if strings.HasPrefix(line, l.Pointer) {
			c.Y += y
			break
		}
	}
	return c
}
