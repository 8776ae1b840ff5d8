package ui

import (
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// analysis is what a group says at the item beyond its level; nil where one voice
// is all there is.
func (d *itemDetail) analysis() *assess.ItemAnalysis {
	if d.scored.analysis == nil {
		return nil
	}
	for i := range d.scored.analysis.Items {
		if a := &d.scored.analysis.Items[i]; a.ItemResult == d.row.item {
			return a
		}
	}
	return nil
}

// talked is what the talk left at the item: the second round and what the group
// agreed, beside the individual answers above it.
func (d *itemDetail) talked(l Look, width int) string {
	a := d.analysis()
	if a == nil {
		return ""
	}
	var out []string
	if a.Apart && a.N >= locale.GroupFrom {
		out = append(out, l.Warn.Render(l.Bang+" "+l.T("group.item-apart", "steps", l.Words.Figure(a.AD, 1))))
	}
	if again := d.again(l, a); again != "" {
		out = append(out, l.T("talk.second")+": "+again)
	}
	if settled := d.settlement(l, a); settled != "" {
		out = append(out, l.Title.Render(l.T("talk.settled")+": ")+settled)
	}
	if len(out) == 0 {
		return ""
	}
	for i := range out {
		out[i] = ansiWrapped(out[i], width)
	}
	return strings.Join(out, "\n") + "\n\n"
}

func (d *itemDetail) again(l Look, a *assess.ItemAnalysis) string {
	if a.Again.N < stripFrom || !a.Again.Median.OK() {
		return ""
	}
	parts := []string{l.T("talk.moved-median", "from", levelNumber(l, a.Median.Value), "to", levelNumber(l, a.Again.Median.Value))}
	if a.Again.Moved > 0 {
		parts = append(parts, l.T("talk.moved-people", "moved", a.Again.Moved, "n", a.Again.N))
	}
	return strings.Join(parts, " "+l.Dot+" ")
}

// settlement is what the group agreed, with its reason and the dissent.
func (d *itemDetail) settlement(l Look, a *assess.ItemAnalysis) string {
	s := a.Settlement
	var parts []string
	switch s.Outcome {
	case assess.Agreed:
		parts = append(parts, l.T("talk.agreed", "level", s.Level)+" ("+anchorText(l, d.scored, a.Item, s.Level)+")")
	case assess.Disagreed:
		parts = append(parts, l.T("talk.disagreed"))
	}
	for _, said := range []struct{ id, words string }{
		{"talk.reason", s.Reason}, {"talk.dissent", s.Dissent}, {"talk.high", s.High}, {"talk.low", s.Low},
	} {
		if words := oneLine(said.words); words != "" {
			parts = append(parts, l.T(said.id)+": "+words)
		}
	}
	return strings.Join(parts, " "+l.Dot+" ")
}
