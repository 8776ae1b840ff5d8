package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A wipedFact is a fact that can be brought back to its place.
type wipedFact struct {
	fact  assess.Fact
	place int
}

// wipe takes the selected fact out, with its date, source and note.
func (f *factSheet) wipe() tea.Cmd {
	place := slices.IndexFunc(f.session.Facts, func(fact assess.Fact) bool { return fact.ID == f.selected() })
	if place < 0 {
		return nil
	}
	fact := f.session.Facts[place]
	f.wiped = append(f.wiped, wipedFact{fact, place})
	f.session.Facts = assess.WithoutFact(f.session.Facts, fact.ID)
	f.derive()
	return tea.Batch(f.keep(), factNotice("facts.wiped", fact))
}

// unwipe brings back the fact that was taken out last, and goes to its row. What was
// filled in anew meanwhile stays.
func (f *factSheet) unwipe() tea.Cmd {
	if len(f.wiped) == 0 {
		return nil
	}
	last := f.wiped[len(f.wiped)-1]
	f.wiped = f.wiped[:len(f.wiped)-1]
	f.goTo(last.fact.ID)
	if _, has := f.fact(last.fact.ID); has {
		return nil
	}
	all := f.session.Facts
	f.session.Facts = slices.Insert(slices.Clone(all), min(last.place, len(all)), last.fact)
	f.derive()
	return tea.Batch(f.keep(), factNotice("facts.restored", last.fact))
}

// goTo selects the row of a fact on its page.
func (f *factSheet) goTo(id string) {
	if row := slices.IndexFunc(assess.FactSheet, func(line assess.FactLine) bool { return line.ID == id }); row >= 0 {
		f.page, f.at[sheetPage] = sheetPage, row
	}
	if row := slices.IndexFunc(assess.Decisions, func(d assess.Decision) bool { return d.ID == id }); row >= 0 {
		f.page, f.at[gridPage] = gridPage, row
	}
}

// factNotice says what happened to a fact.
func factNotice(id string, fact assess.Fact) tea.Cmd {
	return func() tea.Msg {
		return noticeMsg{func(l Look) string { return l.T(id, "name", l.T("fact."+fact.ID)) }}
	}
}
