package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// figureRows are what follows from the facts, worked out when one has changed.
type figureRows struct {
	derived []assess.Derived
	before  []assess.Derived // of the earlier session; nil if there is none
	gaps    []assess.RecordGap
	flaws   []assess.Flaw
}

// derive works out what follows from the facts. What people feel stays out as long
// as a group has not opened its answers.
func (f *factSheet) derive() {
	f.figures = figureRows{derived: assess.Derive(f.session.Facts), flaws: assess.Flaws(f.session.Facts)}
	if f.earlier != nil {
		f.figures.before = assess.Derive(f.earlier.Facts)
	}
	if f.analysis != nil {
		f.figures.gaps = f.rules.RecordGaps(f.session, f.analysis)
	}
}

// figureBlocks draws the derived figures.
func (f *factSheet) figureBlocks(l Look, width int) []string {
	var blocks []string
	for i, d := range f.figures.derived {
		blocks = append(blocks, f.figure(l, d, i == f.at[figuresPage], width))
	}
	return blocks
}

// gapBlocks draws the records beside the perceptions.
func (f *factSheet) gapBlocks(l Look, width int) []string {
	var blocks []string
	for i, g := range f.figures.gaps {
		blocks = append(blocks, f.gap(l, g, i == f.at[besidePage], width))
	}
	return blocks
}

// figure draws one derived figure; the selected one with its arithmetic.
func (f *factSheet) figure(l Look, d assess.Derived, selected bool, width int) string {
	before := ""
	if old, ok := assess.DerivedAt(f.figures.before, d.ID); ok {
		before = figureText(l, old.Value, d.Unit)
	}
	block := f.row(l, selected, l.T("derived."+d.ID), figureText(l, d.Value, d.Unit), before, width)
	if selected {
		block += "\n" + aside(l, f.way(l, d), width)
	}
	return block
}

// gap draws one record beside what people feel about it.
func (f *factSheet) gap(l Look, g assess.RecordGap, selected bool, width int) string {
	label := recordTitle(l, g.Record)
	if g.Large {
		label = l.Bang + " " + label + " " + l.Dot + " " + l.T("facts.large")
	}
	block := f.row(l, selected, label, l.Words.Figure(g.Paper, 0), l.Words.Figure(g.Felt, 0), width)
	if !selected {
		return block
	}
	for _, text := range []string{gapSentence(l, f.session, g), paperWay(l, g), feltBasis(l, f.analysis, g)} {
		if text != "" {
			block += "\n" + aside(l, text, width)
		}
	}
	return block
}

func abs(x float64) float64 { return max(x, -x) }

// recordTitle names a fact or a derived figure.
func recordTitle(l Look, id string) string { return l.Words.RecordName(id) }

// way is how a derived figure came about, or why it did not.
func (f *factSheet) way(l Look, d assess.Derived) string {
	if !d.Value.OK() {
		return l.Words.ReasonSentence(d.Value.Reason) + " " + f.missing(l, d)
	}
	text := l.Words.Arithmetic(d.Way) + " = " + figureText(l, d.Value, d.Unit)
	return text + " " + l.Dot + " " + l.T("facts.rests-on", "n", d.N, "all", d.Of)
}

// missing names what a figure lacks.
func (f *factSheet) missing(l Look, d assess.Derived) string {
	if len(d.Missing) == 0 {
		return ""
	}
	if line, _ := assess.LineOf(d.Missing[0]); line.Unit == assess.LevelFact {
		return l.T("facts.missing-many", "count", len(d.Missing))
	}
	titles := make([]string, len(d.Missing))
	for i, id := range d.Missing {
		titles[i] = l.T("fact." + id)
	}
	return l.T("facts.missing", "list", strings.Join(titles, ", "))
}

// aside writes a muted text below a row.
func aside(l Look, text string, width int) string {
	return indent(l.Muted.Render(ansiWrapped(text, width-4)), 4)
}

// valueCell is the width of a column of values.
const valueCell = 12

// mostSheet is the widest that a row gets: beyond it the eye loses the way from the
// label to its values.
const mostSheet = 84

// row draws the label and two values of a line of the sheet; a label that is too
// long stands in full below the selected one.
func (f *factSheet) row(l Look, selected bool, label, now, before string, width int) string {
	across := min(width, mostSheet)
	room := across - 2 - 2*valueCell
	text := l.row(l.cell(label, room)+l.right(now, valueCell)+l.right(before, valueCell), selected, across)
	if selected && lipgloss.Width(label) > room {
		text += "\n" + indent(wrap(label, width-4), 4)
	}
	return text
}
