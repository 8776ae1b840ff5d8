package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// together goes from the answers of several people to the score.
func (w *workings) together() {
	w.spreads()
	w.heading("derivation.people")
	w.say(w.l.T("derivation.people-rule", "share", w.share()))
	w.formula(w.l.T("derivation.people-formula", "formula", w.convert(w.l.T("derivation.mean-word"))))
	w.people()
	if !w.row.score().OK() {
		return
	}
	w.heading("derivation.average")
	w.average()
	w.bands()
}

// counted goes from hands, which belong to nobody, to the score: by the means of
// the items, as assess does.
func (w *workings) counted() {
	w.spreads()
	w.heading("derivation.counted")
	w.say(w.l.T("derivation.counted-rule"))
	sum, weights := 0.0, 0.0
	for i := range w.s.result.Items {
		it := &w.s.result.Items[i]
		if it.Scale != w.row.scale.Scale || !it.Mean.OK() {
			continue
		}
		text := w.rounded(it.Mean.Value)
		if w.weighted() {
			text = w.plain(it.Item.Weight) + " × " + text
		}
		w.line("     " + w.l.cell(it.Item.ID, w.ids()) + "  " + text)
		sum += it.Item.Weight * it.Mean.Value
		weights += it.Item.Weight
	}
	mean := sum / weights
	w.formula(w.plain(sum) + " ÷ " + w.plain(weights) + " = " + w.rounded(mean))
	w.scoring(mean)
}

// spreads writes how many people gave which level, item by item.
func (w *workings) spreads() {
	w.heading("derivation.spread")
	for i := range w.s.result.Items {
		if it := &w.s.result.Items[i]; it.Scale == w.row.scale.Scale {
			w.spread(it)
		}
	}
}

// spread writes how many people gave which level to an item.
func (w *workings) spread(it *assess.ItemResult) {
	w.item(it.Item, "")
	lead := w.ids() + 7
	if it.Mean.Reason == assess.AnonymousFew {
		w.hang(lead, reasonText(w.l, assess.AnonymousFew))
		return
	}
	w.hang(lead, facts(w.l, counts(w.l, it, w.s.result.Respondents), max(w.width-lead, 1)))
	if it.Item.Reverse {
		w.hang(lead, w.l.T("derivation.counted-reversed"))
	}
	if it.Item.Weight != 1 {
		w.hang(lead, w.l.T("derivation.weight", "weight", w.plain(it.Item.Weight)))
	}
}

// counts tell how many people gave which answer, those of nobody left out.
func counts(l Look, it *assess.ItemResult, respondents int) []string {
	var parts []string
	for level, n := range it.Counts {
		if n > 0 {
			parts = append(parts, l.Words.N("derivation.at-level", n, "level", level+1))
		}
	}
	for _, other := range []struct {
		id string
		n  int
	}{
		{"derivation.people-na", it.Inapplicable},
		{"derivation.people-dk", it.DontKnow},
		{"derivation.people-none", respondents - it.N - it.Inapplicable - it.DontKnow},
	} {
		if other.n > 0 {
			parts = append(parts, l.Words.N(other.id, other.n))
		}
	}
	return parts
}

// people lists each person's score: by name or code, or, where nobody may be
// told apart, the bare scores from the lowest to the highest.
func (w *workings) people() {
	if w.s.nameless() {
		w.say(w.l.T("derivation.nameless"))
		w.say(strings.Join(w.sortedScores(), "   "))
	} else {
		wide := 0
		for _, sum := range w.sums {
			wide = max(wide, lipgloss.Width(oneLine(sum.name)))
		}
		for _, sum := range w.sums {
			w.person(sum, min(wide, 16))
		}
	}
	if n := w.row.scale.NotScored; n > 0 {
		w.say(w.l.Words.N("derivation.people-not-scored", n))
	}
}

// person writes one person's sum and score.
func (w *workings) person(sum personSum, wide int) {
	p := sum.score
	lead := "  " + w.l.cell(oneLine(sum.name), wide) + "  "
	if !p.Score.OK() {
		w.line(lead + w.l.Muted.Render(w.l.T("derivation.person-not-scored", "answered", p.Answered, "applicable", p.Applicable)))
		return
	}
	w.line(lead + w.l.cell(w.mean2(sum), 18) + "  " + w.l.Words.Number(p.Score.Value, 4))
}

// mean2 is a person's mean without the remark that it is rounded, which stands
// over the list.
func (w *workings) mean2(sum personSum) string {
	return w.plain(sum.sum) + " ÷ " + w.plain(sum.weight) + " = " + w.plain(sum.score.Mean.Value)
}

func (w *workings) sortedScores() []string {
	var scores []float64
	for _, sum := range w.sums {
		if sum.score.Score.OK() {
			scores = append(scores, sum.score.Score.Value)
		}
	}
	slices.Sort(scores)
	out := make([]string, len(scores))
	for i, s := range scores {
		out[i] = w.l.Words.Number(s, 4)
	}
	return out
}

// average divides the sum of the people's scores by their number.
func (w *workings) average() {
	sum := 0.0
	for _, p := range w.sums {
		if p.score.Score.OK() {
			sum += p.score.Score.Value
		}
	}
	n := w.row.scale.N
	w.say(w.l.Words.N("derivation.sum", n, "sum", w.rounded(sum)))
	w.formula(w.plain(sum) + " ÷ " + strconv.Itoa(n) + " = " + w.rounded(w.row.score().Value))
	w.asShown(w.row.score().Value)
}

// weighing goes from the scores of scales to a composite.
func (w *workings) weighing() {
	c := w.row.composite
	w.heading("derivation.parts")
	sum, weights := 0.0, 0.0
	for _, part := range c.Composite.Weights {
		sc := w.s.result.Scale(part.Scale)
		if sc == nil {
			continue
		}
		name := w.l.cell(w.s.text(w.l, sc.Scale.Title), 28)
		if !sc.Score.OK() {
			w.line("  " + name + "  " + w.l.Muted.Render(reasonText(w.l, sc.Score.Reason)))
			continue
		}
		w.line("  " + name + "  " + w.plain(part.Value) + " × " + w.plain(sc.Score.Value))
		sum += part.Value * sc.Score.Value
		weights += part.Value
	}
	if !c.Score.OK() {
		return
	}
	w.heading("derivation.average-weighted")
	w.formula(w.plain(sum) + " ÷ " + w.plain(weights) + " = " + w.rounded(c.Score.Value))
	w.asShown(c.Score.Value)
	w.bands()
}
