package ui

import (
	"math"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/chart"
)

// changeText writes a change with its sign as an arrow and as a plus or minus.
func changeText(l Look, change float64, decimals int) string {
	text := l.Words.Signed(change, decimals)
	arrow := l.Flat
	switch text[0:1] {
	case "+":
		arrow = l.Up
	case "0":
	default:
		arrow = l.Down
	}
	return arrow + " " + text
}

// told puts the change of a scale into words: how far, which way, and whether it
// means anything; for three and more sessions with the trend.
func (t *table) told(row comparedRow, width int) string {
	parts := []string{t.direction(row)}
	if len(t.c.sides) > 2 {
		parts[0] = chart.Trend(t.l.Theme, row.scale.Scores) + "  " + parts[0]
	}
	switch verdict := t.verdict(row); {
	case verdict != "":
		parts = append(parts, verdict)
	case row.composite != nil && t.grouped(row):
		parts = append(parts, t.l.T("compare.composite"))
	case math.Abs(row.change) <= t.c.Margin+noise && math.Abs(row.change) >= noticed:
		parts = append(parts, t.l.T("compare.small"))
	}
	if !t.adds(row) {
		parts = append(parts, t.l.T("compare.unrounded"))
	}
	if missing := t.missing(row.scale.Scores); missing != "" {
		parts = append(parts, missing)
	}
	if planned := t.plannedFor(row); planned != "" {
		parts = append(parts, planned)
	}
	return facts(t.l, parts, width)
}

// adds reports whether the change is what a reader gets who subtracts the scores
// as they are shown.
func (t *table) adds(row comparedRow) bool {
	shown := func(x float64) float64 { return math.Round(x*10) / 10 }
	from, to := row.scale.Scores[row.from].Value, row.scale.Scores[row.to].Value
	return math.Abs(shown(to)-shown(from)-shown(row.change)) < 1e-6
}

// direction says which way a scale went. Places do not rise or fall: what counts
// is the pole that is nearer.
func (t *table) direction(row comparedRow) string {
	s := row.scale.Scale
	if math.Abs(row.change) < noticed {
		return t.l.T("compare.same")
	}
	id := "compare.went."
	switch {
	case t.c.places():
		id = "compare.stands."
	case row.to-row.from < len(t.c.sides)-1:
		id = "compare.part."
	}
	pole := s.High
	way := "up"
	if row.change < 0 {
		pole, way = s.Low, "down"
	}
	if positioned(s.Kind) && !pole.Empty() {
		way = "towards"
	}
	points := t.l.Words.Number(math.Abs(row.change), pointDecimals(row.change))
	return t.l.T(id+way, "points", points, "pole", t.c.sides[0].text(t.l, pole), "from", number(row.from), "to", number(row.to))
}

// missing names the sessions without a figure and says why.
func (t *table) missing(figures []assess.Figure) string {
	var parts []string
	for i, f := range figures {
		if !f.OK() {
			parts = append(parts, number(i)+" "+t.lacks(f.Reason))
		}
	}
	return strings.Join(parts, "; ")
}

// lacks says why one session has no figure.
func (t *table) lacks(r assess.Reason) string {
	if r == assess.NotInBoth {
		return t.l.T("compare.not-asked")
	}
	return reasonText(t.l, r)
}

// why says in words why a scale cannot be compared, and names the sessions.
func (t *table) why(row comparedRow) string {
	if row.reason == assess.ScoredOtherwise {
		return reasonText(t.l, row.reason)
	}
	if missing := t.missing(row.scale.Scores); missing != "" {
		return missing
	}
	return reasonText(t.l, row.reason)
}

// itemRow draws an item among those that changed most; the selected one with its
// question and the words of the levels.
func (t *table) itemRow(row comparedRow, selected bool) string {
	it := row.item
	name := it.Item.ID + "  " + t.c.sides[0].text(t.l, it.Scale.Title)
	cells := t.cells(it.Means, func(f assess.Figure) string { return levelNumber(t.l, f.Value) })
	change := t.l.Title.Render(t.l.right(changeText(t.l, row.change, levelDecimals(row.change)), changeCell))
	out := pointer(t.l, selected) + t.named(name, t.name, selected) + cells + change
	question := t.c.sides[row.to].text(t.l, it.Item.Text)
	if !selected {
		return out + "\n" + under(t.l, cutTo(t.l, distinct(t.l, t.c.sides[row.to].session, it.Item), t.width-4), 4, t.width)
	}
	out += "\n" + indent(ansiWrapped(question, max(t.width-4, 1)), 4)
	for _, i := range []int{row.from, row.to} {
		sign := t.l.Muted.Render(number(i)) + " "
		room := t.width - 4 - lipgloss.Width(sign)
		out += "\n" + indent(hanging(sign, t.level(it, i, room), room+lipgloss.Width(sign)), 4)
	}
	return out
}

// level writes the level of an item in one session in its words.
func (t *table) level(it *assess.ComparedItem, side, width int) string {
	s := t.c.sides[side]
	own, _ := s.result.Instrument.Item(it.Item.ID)
	f := it.Means[side]
	if own == nil || !f.OK() {
		return ansiWrapped(t.lacks(f.Reason), width)
	}
	return ansiWrapped(t.l.T("compare.level", "level", levelNumber(t.l, f.Value), "anchor", anchorOf(t.l, s, own, f.Value)), width)
}

// levelNumber writes a mean level: whole where it is whole.
func levelNumber(l Look, level float64) string { return l.Words.Number(level, levelDecimals(level)) }

func levelDecimals(level float64) int {
	if math.Abs(level-math.Round(level)) < noise {
		return 0
	}
	return 1
}
