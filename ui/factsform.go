package ui

import (
	"math"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// factForm is where one fact is filled in: its number, the date of the data, the
// source and a note. Whatever can be read is saved as it is typed; what cannot be
// read is told, and nothing is blocked.
type factForm struct {
	turn
	*lineForm
	sheet *factSheet
	line  assess.FactLine
	begun string // what was typed to open the form; empty if nothing

	warned bool // that something is typed and not saved
}

// The rows of the form.
const (
	factValue = iota
	factDate
	factSource
	factNote
)

// newFactForm opens the form of a fact; begun is what its number begins anew with,
// empty to keep the number that is there.
func newFactForm(sheet *factSheet, id, begun string) *factForm {
	line, _ := assess.LineOf(id)
	fact, has := sheet.fact(id)
	value := begun
	if has && begun == "" {
		value = valueTyped(fact, line.Unit)
	}
	f := &factForm{sheet: sheet, line: line, begun: begun}
	f.lineForm = &lineForm{rows: []formLine{
		typedRow("facts.value", value, f.valueHint),
		typedRow("facts.date", writeDate(fact.Date), f.dateHint),
		typedRow("facts.source", fact.Source, f.wordsHint),
		typedRow("facts.note", fact.Note, f.wordsHint),
	}}
	return f
}

// valueTyped is a value as a person would type it, so that [assess.ReadFact] reads
// the same again.
func valueTyped(fact assess.Fact, unit assess.FactUnit) string {
	if unit == assess.ShareFact && fact.Of > 0 {
		return typedNumber(math.Round(fact.Value*fact.Of/100)) + "/" + typedNumber(fact.Of)
	}
	return typedNumber(fact.Value)
}

// typedNumber writes a number with a decimal comma. Three decimals get a zero more,
// or they would be taken for thousands.
func typedNumber(v float64) string {
	whole, part, found := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	switch {
	case !found:
		return whole
	case len(part) == 3:
		part += "0"
	}
	return whole + "," + part
}

// Init begins in the number, and saves what it begins with.
func (f *factForm) Init() tea.Cmd {
	if f.begun != "" && f.save() {
		return tea.Batch(f.goTo(factValue), f.sheet.keep())
	}
	return f.goTo(factValue)
}

// Update takes the keys.
func (f *factForm) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) || msg.String() == "enter" && f.last() {
			return f, f.leave()
		}
		f.warned = false
		return f, f.typed(msg)
	case tea.PasteMsg:
		return f, f.typed(msg)
	}
	return f, nil
}

func (f *factForm) typed(msg tea.Msg) tea.Cmd {
	cmd, changed := f.press(msg)
	if !changed || !f.save() {
		return cmd
	}
	return tea.Batch(cmd, f.sheet.keep())
}

// save puts what can be read into the session, and reports whether that changed
// anything.
func (f *factForm) save() bool {
	s := f.sheet.session
	old, had := f.sheet.fact(f.line.ID)
	if f.value(factValue) == "" {
		s.Facts = assess.WithoutFact(s.Facts, f.line.ID)
		f.sheet.derive()
		return had
	}
	fact := old
	fact.ID, fact.Source, fact.Note = f.line.ID, f.value(factSource), f.value(factNote)
	if v, of, ok := assess.ReadFact(f.value(factValue), f.line.Unit); ok {
		fact.Value, fact.Of = v, of
	} else if !had {
		return false
	}
	if date, ok := readDate(f.value(factDate)); ok || f.value(factDate) == "" {
		fact.Date = date
	}
	if had && fact == old {
		return false
	}
	s.Facts = assess.PutFact(s.Facts, fact)
	f.sheet.derive()
	return true
}

// valueHint says how to write the number, or as what it was read.
func (f *factForm) valueHint(l Look) string {
	text := f.value(factValue)
	example := l.T("facts.example." + string(f.line.Unit))
	v, _, ok := assess.ReadFact(text, f.line.Unit)
	switch {
	case text == "":
		return example + " " + l.T("facts.value-hint")
	case !ok:
		return l.Bang + " " + l.T("facts.value-bad", "example", example) + f.still(l)
	case f.line.Unit == assess.LevelFact:
		return levelName(l, v)
	}
	return l.T("facts.read-as", "value", factText(l, v, f.line.Unit))
}

// still says what stays saved while the number cannot be read.
func (f *factForm) still(l Look) string {
	fact, has := f.sheet.fact(f.line.ID)
	if !has {
		return ""
	}
	return " " + l.T("facts.still", "value", factText(l, fact.Value, f.line.Unit))
}

// dateHint says which date was read.
func (f *factForm) dateHint(l Look) string {
	text := f.value(factDate)
	if text == "" {
		return ""
	}
	iso, ok := readDate(text)
	if !ok {
		return l.Bang + " " + l.T("facts.date-bad")
	}
	if hint := f.wordsHint(l); hint != "" {
		return hint
	}
	return strings.TrimSpace(l.Words.Date(iso) + "  " + f.sheet.dateNote(l, iso))
}

// wordsHint says that date, source and note wait for a number.
func (f *factForm) wordsHint(l Look) string {
	if !f.waits() {
		return ""
	}
	return l.Bang + " " + l.T("facts.number-first")
}

// Subject is the session.
func (f *factForm) Subject() (Store, string) { return f.sheet.Subject() }

// Header is that of the session.
func (f *factForm) Header() assess.Header { return f.sheet.Header() }

// Typing reports that keys belong to a text.
func (f *factForm) Typing() bool { return true }

// Keys of the form.
func (f *factForm) Keys() []key.Binding { return f.keys() }

// Title names the fact.
func (f *factForm) Title(l Look) string { return l.T("fact." + f.line.ID) }

// View draws what the fact means, the rows, and whether they are saved.
func (f *factForm) View(l Look, width, height int) string {
	return pad(f.draw(l, f.head(l, width), width, height-1), height-1) + "\n" + f.sheet.saver.state(l)
}

// head says what is counted, what it was in the earlier session, and what cannot
// be about it.
func (f *factForm) head(l Look, width int) string {
	text := l.T("facts.grid-explain")
	if f.line.Unit != assess.LevelFact {
		text = l.T("fact-how." + f.line.ID)
	}
	text = wrap(text, width)
	if old, had := f.sheet.before(f.line.ID); had {
		text += "\n" + wrap(l.T("facts.earlier-value", "title", oneLine(f.sheet.earlier.Title), "value", factText(l, old.Value, f.line.Unit)), width)
	}
	text = l.Muted.Render(text)
	for _, flaw := range f.sheet.flawsOf(f.line.ID) {
		text += "\n" + l.Warn.Render(wrap(l.Bang+" "+l.T("flaw."+string(flaw.Code))+" "+l.T("flaw.kept"), width))
	}
	return text
}

// Cursor stands where the person types.
func (f *factForm) Cursor(l Look, width, height int) *tea.Cursor {
	return f.place(l, f.View(l, width, height), width)
}
