package ui

import (
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// The cells of the table: a session's column and the change, each with the gap
// before it, and the least of the name.
const (
	sideCell   = 8
	changeCell = 11
	sideName   = 16
)

// A table is a comparison at a size: which columns are shown, and how wide.
type table struct {
	l           Look
	c           *compared
	width, name int
	first, last int // columns from first up to, not including, last
}

// View draws the sessions, the table and what is to be kept in mind.
func (c *comparison) View(l Look, width, height int) string {
	switch {
	case c.data == nil && c.failed:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case c.data == nil:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	case len(c.data.sides) < 2:
		return fit(wrap(l.T("compare.two"), width), width, height)
	}
	t := newTable(l, c.data, c.first, width)
	c.first, c.most = t.first, len(c.data.sides)-(t.last-t.first)
	legend, head := t.legend(), t.head()
	blocks, at, tail := t.blocks(c.at)
	c.tail = tail
	if above := strings.Join(legend, "\n") + "\n"; height-lines(above, head) >= 9 {
		head = above + "\n" + head
	} else {
		legend[0] = "\n" + legend[0]
		blocks = append(blocks, legend...)
		c.tail += len(legend)
		head += "\n" + l.Muted.Render(wrap(l.T("compare.legend-below", "last", number(len(c.data.sides)-1)), width))
	}
	if beyond := c.at - len(c.data.rows); beyond >= 0 {
		at = len(blocks) - c.tail + min(beyond, c.tail-1)
	}
	return fit(head+"\n"+scroll(l, blocks, at, width, height-lipgloss.Height(head)), width, height)
}

// newTable shares a width among name and columns, from the given one on.
func newTable(l Look, c *compared, first, width int) *table {
	t := &table{l: l, c: c, width: width}
	n := len(c.sides)
	fits := min(max((width-2-changeCell-sideName)/sideCell, 1), n)
	t.first = min(first, n-fits)
	t.last = t.first + fits
	t.name = min(max(width-2-changeCell-fits*sideCell, 1), mostName)
	return t
}

// number is how a session is called in the table.
func number(i int) string { return "(" + strconv.Itoa(i+1) + ")" }

// legend says which session is which, a block a session.
func (t *table) legend() []string {
	var out []string
	places := t.c.places()
	for i, s := range t.c.sides {
		h := s.session.Header
		parts := []string{t.l.Words.Date(h.Date)}
		if places {
			parts = append(parts, oneLine(place(h)))
		}
		parts = append(parts, t.l.Words.Voices(h.Method, s.result.Respondents))
		if !s.few {
			parts = append(parts, t.l.T("results.coverage", "share", t.l.Words.Percent(s.result.Coverage())))
		}
		if h.Status != assess.Completed {
			parts = append(parts, t.l.Warn.Render(t.l.T("compare.draft")))
		}
		lead := t.l.right(number(i), len(number(len(t.c.sides)-1))) + " "
		text := facts(t.l, parts, max(t.width-len(lead), 1))
		out = append(out, t.l.Title.Render(lead)+strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", len(lead))))
	}
	return out
}

// head writes the number and the date of each column over it.
func (t *table) head() string {
	blank := strings.Repeat(" ", t.name+2)
	rows := []string{blank, blank, blank}
	for i := t.first; i < t.last; i++ {
		day, year := dayYear(t.l.Words.ShortDate(t.c.sides[i].session.Date))
		for k, text := range []string{number(i), day, year} {
			rows[k] += t.l.right(text, sideCell)
		}
	}
	word := "compare.change"
	if t.c.places() {
		word = "compare.difference"
	}
	rows[0] += t.l.right(t.l.T(word), changeCell)
	if n := len(t.c.sides); n > 2 {
		rows[1] += t.l.right(number(0)+"–"+number(n-1), changeCell)
	}
	for k := range rows {
		rows[k] = t.l.Muted.Render(strings.TrimRight(rows[k], " "))
	}
	out := strings.Join(rows, "\n")
	if t.last-t.first < len(t.c.sides) {
		out += "\n" + t.l.Muted.Render(wrap(t.l.T("compare.hidden", "first", t.first+1, "last", t.last, "count", len(t.c.sides)), t.width))
	}
	return out
}

// dayYear parts a short date at its last space.
func dayYear(date string) (day, year string) {
	i := strings.LastIndex(date, " ")
	if i < 0 {
		return date, ""
	}
	return date[:i], date[i+1:]
}

// blocks draws one block a row, the balance after the strategies and the caution
// at the end, and gives the place of the selected row among them and how many
// follow the last row.
func (t *table) blocks(selected int) (blocks []string, at, tail int) {
	for i, row := range t.c.rows {
		block := t.row(row, i == selected)
		if i == 0 || !row.with(t.c.rows[i-1]) {
			block = t.section(row) + "\n" + block
		}
		last := i+1 == len(t.c.rows) || !row.with(t.c.rows[i+1])
		if last {
			block += "\n"
		}
		if i == selected {
			at = len(blocks)
		}
		blocks = append(blocks, block)
		if last && row.section == string(assess.Strategy) && t.near() {
			blocks = append(blocks, t.balances()...)
		}
	}
	rows := len(blocks)
	if !t.near() {
		blocks = append(blocks, t.balances()...)
	}
	blocks = append(blocks, t.planned()...)
	blocks = append(blocks, t.onPaper()...)
	blocks = append(blocks, t.caution())
	return blocks, at, len(blocks) - rows
}

// near reports whether the balances stand with the strategies. Those of many
// sessions would fill a screen between two rows, so they follow at the end.
func (t *table) near() bool { return len(t.c.sides) <= 3 }

// with reports whether two rows stand under one heading.
func (row comparedRow) with(o comparedRow) bool {
	return row.section == o.section && row.chapter == o.chapter
}

// section heads the rows of a kind, of a group of the questionnaire, or of those that
// stand apart.
func (t *table) section(row comparedRow) string {
	text := t.l.T("results.section." + row.section)
	switch {
	case row.section == apart || row.section == mostly:
		text = t.l.T("compare.section."+row.section, "levels", t.c.sides[0].result.Instrument.Levels)
	case row.chapter != nil:
		text = t.c.sides[0].text(t.l, row.chapter.Title)
	}
	return t.l.Title.Render(wrap(text, t.width))
}

func (t *table) row(row comparedRow, selected bool) string {
	switch {
	case row.item != nil:
		return t.itemRow(row, selected)
	case row.section == apart:
		name := t.named(t.title(row), t.width-2, selected)
		return pointer(t.l, selected) + name + "\n" + under(t.l, t.why(row), 4, t.width)
	}
	limits := t.limits(row)
	cells := t.cells(row.scale.Scores, func(f assess.Figure) string {
		return t.l.Words.Number(f.Value, decimals(f.Value, 1, limits...))
	})
	return pointer(t.l, selected) + t.named(t.title(row), t.name, selected) + cells + t.changed(row) + "\n" +
		under(t.l, t.told(row, t.width-4), 4, t.width)
}

// limits are the upper ends of the bands of a scale.
func (t *table) limits(row comparedRow) []float64 {
	var out []float64
	for _, b := range t.c.sides[row.from].result.Instrument.BandsOf(row.scale.Scale) {
		out = append(out, b.UpTo)
	}
	return out
}

func (t *table) title(row comparedRow) string {
	return t.c.sides[0].text(t.l, row.scale.Scale.Title)
}

func (t *table) named(name string, width int, selected bool) string {
	name = t.l.cell(name, width)
	if selected {
		return t.l.Title.Render(name)
	}
	return name
}

// cells writes the figures of the columns that are shown.
func (t *table) cells(figures []assess.Figure, text func(assess.Figure) string) string {
	var b strings.Builder
	for _, f := range figures[t.first:t.last] {
		shown := locale.None
		if f.OK() {
			shown = text(f)
		}
		b.WriteString(t.l.right(shown, sideCell))
	}
	return b.String()
}

// changed writes the change of a scale in points, from the first session to the
// last: where one of these has no score, the words below tell of the others.
func (t *table) changed(row comparedRow) string {
	if row.from > 0 || row.to < len(t.c.sides)-1 {
		return t.l.right(locale.None, changeCell)
	}
	return t.l.Title.Render(t.l.right(changeText(t.l, row.change, pointDecimals(row.change)), changeCell))
}

// pointDecimals is how many decimals a change in points needs.
func pointDecimals(points float64) int { return decimals(math.Abs(points), 1, assess.Margin) }

// caution says what a difference between sessions does not prove.
func (t *table) caution() string {
	id := "compare.caution"
	if t.c.places() {
		id = "compare.caution-places"
	}
	text := t.l.T(id, "margin", t.l.Words.Points(t.c.Margin))
	for _, more := range []string{t.attendance(), t.ranks()} {
		if more != "" {
			text += " " + more
		}
	}
	return t.l.Muted.Render(wrap(text, t.width))
}

// balances says of each session whether its strategies move together, a block a
// session.
func (t *table) balances() []string {
	var out []string
	for i, s := range t.c.sides {
		out = append(out, hanging("  "+number(i)+" ", balanceSentence(t.l, s), t.width))
	}
	for i := range t.c.Scales {
		if s := &t.c.Scales[i]; s.Scale.Kind == assess.Strategy && !s.Same {
			out = append(out, under(t.l, t.l.T("compare.balance-apart"), 2, t.width))
			break
		}
	}
	out[0] = t.l.Title.Render(t.l.T("results.balance.title")) + "\n" + out[0]
	out[len(out)-1] += "\n"
	return out
}
