package ui

import (
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// View draws the scales or the items with what is and what is wanted.
func (w *wanted) View(l Look, width, height int) string {
	if !w.ready() {
		return fit(l.Muted.Render(l.T("wanted.loading")), width, height)
	}
	c := w.columns(l, width)
	head := w.head(l, c)
	room := height - lipgloss.Height(head) - 1
	blocks := make([]string, len(w.gaps))
	for i, g := range w.gaps {
		blocks[i] = c.line(g, false)
		if i == w.at {
			blocks[i] = c.selected(g, room-1)
		}
	}
	body := scroll(l, blocks, w.at, width, room)
	return pad(fit(head+"\n"+body, width, height-1), height-1) + "\n" + w.state(l)
}

// state says whether everything is on disk. A year alone is not: it is part of every
// aim, and kept with the first.
func (w *wanted) state(l Look) string {
	if w.year > 0 && len(w.session.Wanted) == 0 && w.saver.unsaved() == 0 {
		return l.Muted.Render(l.T("wanted.year-later"))
	}
	return w.saver.state(l)
}

// head says which year, what to do, and names the columns. The sign before the year is
// that of a wanted level on every line.
func (w *wanted) head(l Look, c wantedColumns) string {
	year := l.Warn.Render(l.Bang + " " + l.T("wanted.no-year"))
	if w.year > 0 {
		year = l.Chosen.Render(l.Aim) + " " + l.Title.Render(l.T("wanted.year", "year", w.year))
	}
	order := "wanted.by-order"
	if w.byGap {
		order = "wanted.by-gap"
	}
	text := fit(year+"  "+l.Muted.Render(l.T(order)), c.width, 1)
	if note := w.explanation(l); note != "" {
		text += "\n" + l.Muted.Render(wrap(note, c.width))
	}
	return text + "\n" + c.heading()
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

// about says of the selected scale what its ends are, what its present score rests on
// or why there is none, and that less is wanted than there is or can be.
func (w *wanted) about(l Look, g assess.WantedGap) []string {
	var parts []string
	if !g.Scale.Low.Empty() && !g.Scale.High.Empty() {
		parts = append(parts, l.T("wanted.poles", "least", w.least(l), "low", w.text(l, g.Scale.Low), "high", w.text(l, g.Scale.High)))
	}
	if w.analysis != nil {
		s := &scored{session: w.session, result: w.analysis.Result, analysis: w.analysis}
		parts = append(parts, basisText(l, s, resultRow{kind: g.Scale.Kind, scale: w.analysis.Result.Scale(g.Scale.ID)}))
	}
	if g.Wanted.OK() && g.Wanted.Value < w.session.Instrument.ScoreOf(1) {
		parts = append(parts, l.Bang+" "+l.T("wanted.below-least", "least", w.least(l)))
	}
	return append(parts, w.less(l, g)...)
}

// less warns that a group wants less than there is.
func (w *wanted) less(l Look, g assess.WantedGap) []string {
	if !g.Gap.OK() || g.Gap.Value >= 0 {
		return nil
	}
	return []string{l.Bang + " " + l.T("wanted.less")}
}

// least is the lowest score that answers can give: 0, or 25 in the convention of the
// official form.
func (w *wanted) least(l Look) string { return inSum(l, w.session.Instrument.ScoreOf(1)) }
