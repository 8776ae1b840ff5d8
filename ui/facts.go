package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of the fact sheet.
var (
	keyFactPage   = bind("Tab", "key.fact-page", "tab", "shift+tab")
	keyFactOpen   = bind("Enter", "key.fact-open", "enter")
	keyFactLevel  = bind("0–5", "key.fact-level", "")
	keyFactLower  = bind("←", "key.fact-lower", "left")
	keyFactHigher = bind("→", "key.fact-higher", "right")
	keyFactWipe   = bind("Del", "key.fact-wipe", "delete")
	keyFactUndo   = bind("u", "key.fact-undo", "u")
)

// factSheet is what the records of a region say: a sheet of counts, the grid of
// decisions, and the figures that follow from both, beside what people feel. None
// of it enters a score.
type factSheet struct {
	turn
	*folio
	page    int
	at      [factPages]int // selected row of each page
	figures figureRows
	wiped   []wipedFact // last one last
}

// The pages of the fact sheet.
const (
	sheetPage = iota
	gridPage
	figuresPage
	besidePage
	factPages
)

func newFacts(store Store, opt Options, id string) Screen {
	return &factSheet{folio: newFolio(store, opt, id, assess.FactsPart)}
}

// Init reads the session.
func (f *factSheet) Init() tea.Cmd { return f.load() }

// Update takes what was read, what was saved, and the keys.
func (f *factSheet) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return f, f.press(k)
	}
	cmd, taken := f.update(msg)
	if taken {
		f.derive()
	}
	return f, cmd
}

func (f *factSheet) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		cmd, all := f.saver.finish()
		if all {
			return tea.Batch(cmd, f.close())
		}
		return cmd
	case !f.ready():
		return nil
	case key.Matches(msg, keyFactPage):
		by := 1
		if msg.String() == "shift+tab" {
			by = factPages - 1
		}
		f.page = (f.page + by) % factPages
		return nil
	case f.fillable() && key.Matches(msg, keyFactOpen):
		return f.open(newFactForm(f, f.selected(), ""))
	case f.fillable() && key.Matches(msg, keyFactWipe):
		return f.wipe()
	case f.fillable() && key.Matches(msg, keyFactUndo):
		return f.unwipe()
	case f.page == gridPage && f.decide(msg):
		return f.keep()
	case f.page == sheetPage && digit(msg) >= 0:
		return f.open(newFactForm(f, f.selected(), msg.String()))
	}
	f.at[f.page] = step(msg.String(), f.at[f.page], f.rows())
	return nil
}

// fillable reports whether the rows of the page are facts; those of the others
// follow from them.
func (f *factSheet) fillable() bool { return f.page == sheetPage || f.page == gridPage }

// digit is the digit that was pressed, else −1.
func digit(msg tea.KeyPressMsg) int {
	if n, err := strconv.Atoi(msg.String()); err == nil && len(msg.String()) == 1 {
		return n
	}
	return -1
}

// decide sets the level of the selected decision, and reports whether it did.
func (f *factSheet) decide(msg tea.KeyPressMsg) bool {
	fact, has := f.fact(f.selected())
	level := digit(msg)
	switch now := int(fact.Value); {
	case key.Matches(msg, keyFactLower) && has:
		level = max(now-1, 0)
	case key.Matches(msg, keyFactHigher) && has:
		level = min(now+1, assess.TopLevel)
	case key.Matches(msg, keyFactHigher):
		level = 0
	}
	if level < 0 || level > assess.TopLevel {
		return false
	}
	fact.ID, fact.Value, fact.Of = f.selected(), float64(level), 0
	f.session.Facts = assess.PutFact(f.session.Facts, fact)
	f.derive()
	return true
}

// selected is the id of the fact in the selected row of the sheet or the grid.
func (f *factSheet) selected() string {
	if f.page == gridPage {
		return assess.Decisions[f.at[gridPage]].ID
	}
	return assess.FactSheet[f.at[sheetPage]].ID
}

// rows is how many rows the page has.
func (f *factSheet) rows() int {
	switch f.page {
	case gridPage:
		return len(assess.Decisions)
	case figuresPage:
		return max(len(f.figures.derived), 1)
	case besidePage:
		return max(len(f.figures.gaps), 1)
	}
	return len(assess.FactSheet)
}

// fact is the fact with an id, as this session has it.
func (f *factSheet) fact(id string) (assess.Fact, bool) { return assess.FactAt(f.session.Facts, id) }

// before is the fact with an id, as the earlier session of the place has it.
func (f *factSheet) before(id string) (assess.Fact, bool) {
	if f.earlier == nil {
		return assess.Fact{}, false
	}
	return assess.FactAt(f.earlier.Facts, id)
}

// Unsaved is 1 if something is not on disk.
func (f *factSheet) Unsaved() int { return f.saver.unsaved() }

// Title names the session.
func (f *factSheet) Title(l Look) string { return f.titled(l, "facts.title") }

// Keys of the page.
func (f *factSheet) Keys() []key.Binding {
	switch {
	case !f.ready():
		return []key.Binding{keyBack}
	case !f.fillable() && f.at[f.page] == f.rows()-1:
		return []key.Binding{keyFactPage, keyBack}
	case !f.fillable():
		return []key.Binding{keyFactPage, keyBack, listMove}
	}
	fact, has := f.fact(f.selected())
	keys := []key.Binding{keyFactOpen, keyFactPage}
	if f.page == gridPage {
		keys = append([]key.Binding{keyFactLevel}, keys...)
		if has && fact.Value > 0 {
			keys = append(keys, keyFactLower)
		}
		if !has || fact.Value < assess.TopLevel {
			keys = append(keys, keyFactHigher)
		}
	}
	if has {
		keys = append(keys, keyFactWipe)
	}
	if len(f.wiped) > 0 {
		keys = append(keys, keyFactUndo)
	}
	return append(keys, keyBack)
}
