package ui

import (
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// View draws the page.
func (f *factSheet) View(l Look, width, height int) string {
	if !f.ready() {
		return fit(l.Muted.Render(l.T("facts.loading")), width, height)
	}
	head := f.head(l, width)
	var blocks []string
	switch f.page {
	case sheetPage:
		blocks = f.sheetBlocks(l, width)
	case gridPage:
		blocks = f.gridBlocks(l, width)
	case figuresPage:
		blocks = f.figureBlocks(l, width)
	case besidePage:
		blocks = f.gapBlocks(l, width)
	}
	room := height - lipgloss.Height(head) - 1
	body := scroll(l, blocks, f.at[f.page], width, room)
	return pad(fit(head+"\n"+body, width, height-1), height-1) + "\n" + f.saver.state(l)
}

// head names the pages, with the one that is open in brackets, and says what is to
// be known.
func (f *factSheet) head(l Look, width int) string {
	var tabs []string
	for i, id := range []string{"facts.page.sheet", "facts.page.grid", "facts.page.figures", "facts.page.beside"} {
		if i == f.page {
			tabs = append(tabs, l.Title.Render("["+l.T(id)+"]"))
		} else {
			tabs = append(tabs, l.Muted.Render(l.T(id)))
		}
	}
	text := strings.Join(tabs, "  ")
	if done, all := f.filled(); f.fillable() {
		text += "  " + l.Muted.Render(l.T("facts.filled", "done", done, "all", all))
	}
	text = fit(text, width, 1)
	if n := len(f.figures.flaws); n > 0 {
		text += "\n" + l.Warn.Render(l.Bang+" "+l.Words.N("facts.flaws", n))
	}
	if note := f.explanation(l); note != "" {
		text += "\n" + l.Muted.Render(wrap(note, width))
	}
	return text + "\n" + f.columns(l, width)
}

// filled is how many rows of the page have a fact.
func (f *factSheet) filled() (done, all int) {
	for i := range f.rows() {
		id := ""
		if f.page == gridPage {
			id = assess.Decisions[i].ID
		} else if f.page == sheetPage {
			id = assess.FactSheet[i].ID
		}
		if _, has := f.fact(id); has {
			done++
		}
	}
	return done, f.rows()
}

// explanation says what the page is for, as long as that is news.
func (f *factSheet) explanation(l Look) string {
	switch {
	case f.page == gridPage:
		return l.T("facts.grid-explain")
	case f.page == besidePage && f.analysis == nil:
		return l.T("facts.beside-closed")
	case f.page == besidePage && len(f.figures.gaps) == 0:
		return l.T("facts.beside-none")
	case f.page == besidePage:
		return l.T("facts.beside-explain")
	case len(f.session.Facts) == 0 && f.page == figuresPage:
		return l.T("facts.sheet-first")
	case len(f.session.Facts) == 0:
		return l.T("facts.empty")
	case f.session.Status == assess.Completed && !f.saver.saved && f.fillable():
		return l.T("facts.completed")
	}
	return ""
}

// columns names the two columns of values where the person is.
func (f *factSheet) columns(l Look, width int) string {
	first := min(width, mostSheet) - valueCell
	if f.page == besidePage {
		return l.Muted.Render(l.right(l.T("facts.paper"), first) + l.right(l.T("facts.felt"), valueCell))
	}
	before := ""
	if f.earlier != nil && len(f.earlier.Date) >= 4 {
		before = f.earlier.Date[:4]
	}
	return l.Muted.Render(l.right(l.T("facts.now"), first) + l.right(before, valueCell))
}

// sheetBlocks draws the counts by topic.
func (f *factSheet) sheetBlocks(l Look, width int) []string {
	topic := assess.FactTopic("")
	blocks := make([]string, len(assess.FactSheet))
	for i, line := range assess.FactSheet {
		if line.Topic != topic {
			topic = line.Topic
			blocks[i] = l.Title.Render(l.cell(l.T("fact-topic."+string(topic)), width)) + "\n"
		}
		blocks[i] += f.line(l, line, i == f.at[sheetPage], width)
	}
	return blocks
}

// gridBlocks draws the decisions by topic.
func (f *factSheet) gridBlocks(l Look, width int) []string {
	topic := assess.DecisionTopic("")
	blocks := make([]string, len(assess.Decisions))
	for i, d := range assess.Decisions {
		if d.Topic != topic {
			topic = d.Topic
			blocks[i] = l.Title.Render(l.cell(l.T("decision-topic."+string(topic)), width)) + "\n"
		}
		line, _ := assess.LineOf(d.ID)
		blocks[i] += f.line(l, line, i == f.at[gridPage], width)
	}
	return blocks
}

// line draws one fact with the earlier one; the selected one with its source.
func (f *factSheet) line(l Look, line assess.FactLine, selected bool, width int) string {
	fact, has := f.fact(line.ID)
	now, before := locale.None, ""
	if has {
		now = factText(l, fact.Value, line.Unit)
	}
	if line.Unit == assess.LevelFact {
		now = ladder(l, fact.Value, has)
	}
	if old, had := f.before(line.ID); had {
		before = factText(l, old.Value, line.Unit)
	}
	label := l.T("fact." + line.ID)
	if len(f.flawsOf(line.ID)) > 0 {
		label = l.Bang + " " + label
	}
	block := f.row(l, selected, label, now, before, width)
	if !selected {
		return block
	}
	return block + "\n" + aside(l, f.about(l, line, fact, has), width)
}

// about says of the selected fact what it means, where it stands, and what cannot
// be about it.
func (f *factSheet) about(l Look, line assess.FactLine, fact assess.Fact, has bool) string {
	var parts []string
	switch {
	case !has && line.Unit == assess.LevelFact:
		return l.T("facts.none-grid") + "\n" + allLevels(l)
	case !has:
		return l.T("fact-how."+line.ID) + " " + l.Dot + " " + l.T("facts.none")
	case line.Unit == assess.LevelFact:
		parts = append(parts, levelName(l, fact.Value))
	case fact.Of > 0:
		parts = append(parts, l.T("facts.share-of", "share", factText(l, fact.Value, line.Unit), "of", plainNumber(l, fact.Of)))
	}
	source := l.T("facts.no-source")
	if fact.Source != "" {
		source = oneLine(fact.Source)
	}
	if line.Unit != assess.LevelFact || fact.Source != "" {
		parts = append(parts, source)
	}
	if fact.Date != "" {
		parts = append(parts, l.Words.ShortDate(fact.Date))
	}
	text := strings.Join(parts, " "+l.Dot+" ")
	if note := f.dateNote(l, fact.Date); note != "" {
		text += "\n" + note
	}
	for _, flaw := range f.flawsOf(line.ID) {
		text += "\n" + l.Bang + " " + l.T("flaw."+string(flaw.Code)) + " " + l.T("flaw.kept")
	}
	return text
}

// flawsOf are the flaws that a fact is part of.
func (f *factSheet) flawsOf(id string) []assess.Flaw {
	var out []assess.Flaw
	for _, flaw := range f.figures.flaws {
		for _, fact := range flaw.Facts {
			if fact == id {
				out = append(out, flaw)
			}
		}
	}
	return out
}

// ladder draws the six levels of a decision as one cell each, with the digit of the
// lowest that may take it.
func ladder(l Look, level float64, known bool) string {
	var cells []string
	for i := range assess.TopLevel + 1 {
		sign := l.Dot
		if known && level == float64(i) {
			sign = strconv.Itoa(i)
		}
		cells = append(cells, sign)
	}
	return strings.Join(cells, " ")
}

// allLevels names every level of the decision grid after its digit, one a line.
func allLevels(l Look) string {
	var names []string
	for i := range assess.TopLevel + 1 {
		names = append(names, levelName(l, float64(i)))
	}
	return strings.Join(names, "\n")
}

// levelName names a level of the decision grid.
func levelName(l Look, level float64) string {
	if level != math.Trunc(level) || level < 0 || level > assess.TopLevel {
		return plainNumber(l, level)
	}
	n := strconv.Itoa(int(level))
	return n + " " + l.T("decision-level."+n)
}

// factText writes a value in its unit.
func factText(l Look, v float64, unit assess.FactUnit) string {
	switch unit {
	case assess.ShareFact:
		return oneDecimal(l, v) + "%"
	case assess.MinutesFact:
		return l.T("facts.minutes", "n", oneDecimal(l, v))
	case assess.CountFact:
		return plainNumber(l, v)
	}
	return oneDecimal(l, v)
}

// figureText writes a figure in its unit, or the sign for none.
func figureText(l Look, v assess.Figure, unit assess.FactUnit) string {
	switch {
	case !v.OK():
		return locale.None
	case unit == assess.ShareFact:
		return oneDecimal(l, v.Value) + "%"
	}
	return l.Words.Number(v.Value, 1)
}

// oneDecimal writes a number with a decimal only if it has one.
func oneDecimal(l Look, v float64) string {
	if v == math.Trunc(v) {
		return l.Words.Number(v, 0)
	}
	return l.Words.Number(v, 1)
}

// plainNumber writes a number as it was typed: with as many decimals as it has, two
// at most.
func plainNumber(l Look, v float64) string {
	if v*10 == math.Trunc(v*10) {
		return oneDecimal(l, v)
	}
	return l.Words.Number(v, 2)
}
