package ui

import (
	"math"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// View draws the scales or the items with what is and what is wanted.
func (w *wanted) View(l Look, width, height int) string {
	if !w.ready() {
		return fit(l.Muted.Render(l.T("wanted.loading")), width, height)
	}
	head := w.head(l, width)
	blocks := make([]string, len(w.gaps))
	for i, g := range w.gaps {
		blocks[i] = w.row(l, g, i == w.at, width)
	}
	body := scroll(l, blocks, w.at, width, height-lipgloss.Height(head)-1)
	return pad(fit(head+"\n"+body, width, height-1), height-1) + "\n" + w.saver.state(l)
}

// head says which year, what to do, and names the columns.
func (w *wanted) head(l Look, width int) string {
	year := l.Warn.Render(l.Bang + " " + l.T("wanted.no-year"))
	if w.year > 0 {
		year = l.Title.Render(l.T("wanted.year", "year", w.year))
	}
	order := "wanted.by-order"
	if w.byGap {
		order = "wanted.by-gap"
	}
	text := fit(year+"  "+l.Muted.Render(l.T(order)), width, 1)
	if note := w.explanation(l); note != "" {
		text += "\n" + l.Muted.Render(wrap(note, width))
	}
	columns := l.right(l.T("wanted.present"), presentCell) + l.right(l.T("wanted.wanted"), wantedCell) + l.right(l.T("wanted.gap"), gapCell)
	return text + "\n" + l.Muted.Render(l.right(columns, width))
}

// explanation says what the screen is for, as long as that is news.
func (w *wanted) explanation(l Look) string {
	switch {
	case w.analysis == nil:
		return l.T("wanted.closed")
	case w.scale != nil:
		return l.T("wanted.explain-items", "levels", w.highest())
	case len(w.session.Wanted) == 0 && w.year > 0:
		return l.T("wanted.explain-agreed", "least", w.least(l))
	case len(w.session.Wanted) == 0:
		return l.T("wanted.explain", "least", w.least(l))
	case w.session.Status == assess.Completed && !w.saver.saved:
		return l.T("wanted.completed")
	}
	return ""
}

// The widths of the columns.
const (
	presentCell = 9
	wantedCell  = 11
	gapCell     = 13
)

// row draws one scale or item; the selected one says in full what it is, and why
// there is no gap.
func (w *wanted) row(l Look, g assess.WantedGap, selected bool, width int) string {
	numbers := l.right(w.figure(l, g.Present), presentCell) + l.right(w.figure(l, g.Wanted), wantedCell) + l.right(w.gap(l, g), gapCell)
	room := width - 2 - lipgloss.Width(numbers)
	track := 0
	if room >= 38 && g.Item == nil { // the words of an item need the line
		track = room - 26
	}
	label := l.cell(w.label(l, g), room-track)
	if track > 0 {
		label += " " + w.track(l, g, track-2) + " "
	}
	block := l.row(label+numbers, selected, width)
	if !selected {
		return block
	}
	if track == 0 {
		block += "\n" + strings.Repeat(" ", 4) + w.track(l, g, min(width-8, 40))
	}
	if about := w.about(l, g); about != "" {
		block += "\n" + aside(l, about, width)
	}
	return block
}

func (w *wanted) label(l Look, g assess.WantedGap) string {
	if g.Item != nil {
		return g.Item.ID + "  " + w.text(l, g.Item.Text)
	}
	return w.text(l, g.Scale.Title)
}

// about says what the item asks or what the ends of the scale are, why something is
// unknown, and that less is wanted than there is or can be.
func (w *wanted) about(l Look, g assess.WantedGap) string {
	var parts []string
	switch {
	case g.Item != nil:
		parts = append(parts, w.text(l, g.Item.Text))
		if g.Wanted.OK() {
			parts = append(parts, w.anchor(l, g))
		}
	case !g.Scale.Low.Empty() && !g.Scale.High.Empty():
		parts = append(parts, l.T("wanted.poles", "least", w.least(l), "low", w.text(l, g.Scale.Low), "high", w.text(l, g.Scale.High)))
	}
	if g.Item == nil && g.Wanted.OK() && g.Wanted.Value < w.session.Instrument.ScoreOf(1) {
		parts = append(parts, l.Bang+" "+l.T("wanted.below-least", "least", w.least(l)))
	}
	switch {
	case w.analysis == nil:
	case !g.Present.OK():
		parts = append(parts, l.Words.ReasonSentence(g.Present.Reason))
	case g.Gap.OK() && g.Gap.Value < 0:
		parts = append(parts, l.Bang+" "+l.T("wanted.less"))
	}
	return strings.Join(parts, "\n")
}

// least is the lowest score that answers can give: 0, or 25 in the convention of the
// official form.
func (w *wanted) least(l Look) string { return inSum(l, w.session.Instrument.ScoreOf(1)) }

// anchor is the words of the level that is wanted, before reversing.
func (w *wanted) anchor(l Look, g assess.WantedGap) string {
	level := int(g.Wanted.Value)
	if g.Item.Reverse {
		level = w.session.Instrument.Levels + 1 - level
	}
	if level < 1 || level > len(g.Item.Anchors) {
		return ""
	}
	return w.figure(l, g.Wanted) + ": " + w.text(l, g.Item.Anchors[level-1])
}

// figure writes a score with a decimal, a level as it is.
func (w *wanted) figure(l Look, f assess.Figure) string {
	switch {
	case !f.OK():
		return locale.None
	case w.scale != nil:
		return oneDecimal(l, f.Value)
	}
	return l.Words.Number(f.Value, 1)
}

// gap writes what is lacking with a sign that says the direction.
func (w *wanted) gap(l Look, g assess.WantedGap) string {
	if !g.Gap.OK() {
		return locale.None
	}
	sign := l.Flat
	switch {
	case g.Gap.Value > 0.05:
		sign = l.Up
	case g.Gap.Value < -0.05:
		sign = l.Down
	}
	return l.Words.Signed(g.Gap.Value, 1) + " " + sign
}

// track draws the present as a bar and the wanted level as a place on it.
func (w *wanted) track(l Look, g assess.WantedGap, width int) string {
	full, pin := -1, -1
	if x := w.share(g.Present); x.OK() {
		full = int(math.Round(x.Value * float64(width)))
	}
	if x := w.share(g.Wanted); x.OK() {
		pin = int(math.Round(x.Value * float64(width-1)))
	}
	var b strings.Builder
	for i := range width {
		switch {
		case i == pin:
			b.WriteString(l.Chosen.Render(l.Pin))
		case i < full:
			b.WriteString(l.Value.Render(l.Bar))
		default:
			b.WriteString(l.Track.Render(l.Empty))
		}
	}
	return b.String()
}

// share is where a figure lies between the ends of its measure, 0–1.
func (w *wanted) share(f assess.Figure) assess.Figure {
	switch {
	case !f.OK():
		return f
	case w.scale != nil:
		return assess.Known((f.Value - 1) / float64(w.highest()-1))
	}
	return assess.Known(f.Value / 100)
}
