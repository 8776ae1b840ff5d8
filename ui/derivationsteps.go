package ui

import (
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// workings write the steps from answers to a number, one line after another.
type workings struct {
	l     Look
	s     *scored
	row   resultRow
	sums  []personSum
	width int
	step  int
	out   []string
}

// all writes everything, as far as there is a number to arrive at.
func (w *workings) all() []string {
	w.head()
	switch {
	case w.row.composite != nil:
		w.weighing()
	case w.row.scale.Score.Reason == assess.AnonymousFew:
		w.say(reasonText(w.l, assess.AnonymousFew))
	case w.row.scale.SD.Reason == assess.CountsOnly:
		w.counted()
	case len(w.sums) == 0:
		w.say(w.l.T("derivation.nobody"))
	case len(w.sums) == 1:
		w.alone()
	default:
		w.together()
	}
	return w.out
}

// head says the number that the rest explains.
func (w *workings) head() {
	title := w.l.Title.Render(w.s.text(w.l, w.row.title()))
	score := w.row.score()
	if !score.OK() {
		w.line(title + ": " + reasonText(w.l, score.Reason))
		return
	}
	w.line(title + ": " + w.l.Title.Render(w.shown()) + bandAfter(w.l, w.s, w.row))
	if w.row.scale == nil {
		return
	}
	sc := w.row.scale.Scale
	if positioned(sc.Kind) && !sc.Low.Empty() && !sc.High.Empty() {
		w.muted(w.l.T("derivation.position", "least", w.plain(w.s.result.Instrument.ScoreOf(1)), "low", w.s.text(w.l, sc.Low), "high", w.s.text(w.l, sc.High)))
	}
}

// bandAfter is the band of a score, to stand behind it.
func bandAfter(l Look, s *scored, row resultRow) string {
	if row.band().Empty() {
		return ""
	}
	return " " + l.Dot + " " + s.text(l, row.band())
}

// shown is the score as the results show it.
func (w *workings) shown() string {
	return scoreText(w.l, w.row.score(), w.row.bands(w.s.result.Instrument))
}

// alone goes from one person's answers to the score.
func (w *workings) alone() {
	sum := w.sums[0]
	w.heading("derivation.answers")
	for _, t := range sum.terms {
		w.answer(t)
	}
	w.heading("derivation.enough")
	w.enough(sum)
	if !sum.score.Score.OK() {
		return
	}
	w.heading("derivation.mean")
	w.formula(terms(w.l, sum, w.weighted()) + " = " + w.mean(sum))
	w.scoring(sum.score.Mean.Value)
}

// scoring goes from a mean level to the score that is explained, and its band.
func (w *workings) scoring(mean float64) {
	score := w.row.score().Value
	w.heading("derivation.score")
	w.say(w.conversion())
	w.formula(w.convert(w.plain(mean)) + " = " + w.rounded(score))
	w.asShown(score)
	w.bands()
}

// answer writes one item: its id, the level that counts, and the question.
func (w *workings) answer(t term) {
	level := "–"
	if t.keyed > 0 {
		level = strconv.Itoa(t.keyed)
	}
	w.item(t.item, level)
	lead := w.ids() + 7
	switch {
	case t.keyed == 0:
		w.hang(lead, w.l.T("derivation.left."+leftOut(t.answer)))
	case t.item.Reverse:
		levels := w.s.result.Instrument.Levels
		w.hang(lead, w.anchor(t.item, t.answer.Level))
		w.hang(lead, w.l.T("derivation.reversed", "ticked", t.answer.Level, "levels", levels, "keyed", t.keyed))
	default:
		w.hang(lead, w.anchor(t.item, t.answer.Level))
	}
	if t.item.Weight != 1 {
		w.hang(lead, w.l.T("derivation.weight", "weight", w.plain(t.item.Weight)))
	}
}

// leftOut is why an answer is not in the sum.
func leftOut(a assess.Answer) string {
	switch a.Kind {
	case assess.Inapplicable:
		return "na"
	case assess.DontKnow:
		return "dk"
	}
	return "none"
}

// item writes an item's id, a short value and its question.
func (w *workings) item(it *assess.Item, value string) {
	lead := "  " + w.l.cell(it.ID, w.ids()) + "  " + w.l.Title.Render(w.l.right(value, 1)) + "  "
	text := ansiWrapped(w.s.text(w.l, it.Text), max(w.width-lipgloss.Width(lead), 1))
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			lead = strings.Repeat(" ", lipgloss.Width(lead))
		}
		w.out = append(w.out, lead+line)
	}
}

// ids is the width of the column of item ids.
func (w *workings) ids() int {
	wide := 0
	for i := range w.row.scale.Scale.Items {
		wide = max(wide, lipgloss.Width(w.row.scale.Scale.Items[i].ID))
	}
	return min(wide, 12)
}

func (w *workings) anchor(it *assess.Item, ticked int) string {
	return anchorText(w.l, w.s, it, ticked)
}

// anchorText is the words of a level as it was ticked.
func anchorText(l Look, s *scored, it *assess.Item, ticked int) string {
	if ticked < 1 || ticked > len(it.Anchors) {
		return ""
	}
	return s.text(l, it.Anchors[ticked-1])
}

// enough says whether a person answered enough of the scale.
func (w *workings) enough(sum personSum) {
	p, minimum := sum.score, w.row.scale.Scale.Minimum
	if p.Applicable == 0 {
		w.say(w.l.T("derivation.none-apply"))
		return
	}
	least := max(int(math.Ceil(minimum*float64(p.Applicable)-noise)), 1)
	text := w.l.T("derivation.half", "answered", p.Answered, "applicable", p.Applicable, "least", least, "share", w.share())
	if !p.Score.OK() {
		w.say(text + " " + w.l.T("derivation.half-no"))
		w.leftOut(sum)
		return
	}
	w.say(text + " " + w.l.T("derivation.half-yes"))
	if p.Prorated {
		w.say(w.l.T("derivation.prorated"))
	}
	w.leftOut(sum)
}

// leftOut explains what the answers without a level do.
func (w *workings) leftOut(sum personSum) {
	seen := map[string]bool{}
	for _, t := range sum.terms {
		if t.keyed == 0 {
			seen[leftOut(t.answer)] = true
		}
	}
	for _, why := range []string{"na", "dk"} {
		if seen[why] {
			w.say(w.l.T("derivation.rule." + why))
		}
	}
}

// share is the scale's minimum in words.
func (w *workings) share() string {
	if w.row.scale.Scale.Minimum == 0.5 {
		return w.l.T("derivation.half-share")
	}
	return w.l.Words.Percent(w.row.scale.Scale.Minimum)
}

// weighted reports whether an item counts more than another.
func (w *workings) weighted() bool {
	for i := range w.row.scale.Scale.Items {
		if w.row.scale.Scale.Items[i].Weight != 1 {
			return true
		}
	}
	return false
}

// terms writes the sum of a person's levels, with their weights if they differ.
func terms(l Look, sum personSum, weighted bool) string {
	var levels, weights []string
	for _, t := range sum.terms {
		if t.keyed == 0 {
			continue
		}
		level := strconv.Itoa(t.keyed)
		if weighted {
			weight, _ := digits(l, t.item.Weight)
			weights = append(weights, weight)
			level = weight + " × " + level
		}
		levels = append(levels, level)
	}
	count := strconv.Itoa(len(levels))
	if weighted {
		count = "(" + strings.Join(weights, " + ") + ")"
	}
	return "(" + strings.Join(levels, " + ") + ") ÷ " + count
}

// mean writes a person's sum divided by its weight, and what it makes.
func (w *workings) mean(sum personSum) string {
	return w.plain(sum.sum) + " ÷ " + w.plain(sum.weight) + " = " + w.rounded(sum.score.Mean.Value)
}

// conversion says in words how a mean becomes a score.
func (w *workings) conversion() string {
	in := w.s.result.Instrument
	return w.l.T("derivation.convention."+string(in.Convention), "levels", in.Levels, "least", w.plain(in.ScoreOf(1)))
}

// convert is that formula for a mean.
func (w *workings) convert(mean string) string {
	levels := strconv.Itoa(w.s.result.Instrument.Levels)
	if w.s.result.Instrument.Convention == assess.Share {
		return mean + " ÷ " + levels + " × 100"
	}
	return "(" + mean + " − 1) ÷ (" + levels + " − 1) × 100"
}

// asShown says how the score is written where the results have fewer decimals.
func (w *workings) asShown(score float64) {
	if math.Abs(score*10-math.Round(score*10)) > 1e-7 {
		w.say(w.l.T("derivation.shown", "shown", w.shown()))
	}
}

// bands lists the bands, the one of the score marked.
func (w *workings) bands() {
	bands := w.row.bands(w.s.result.Instrument)
	if len(bands) == 0 || !w.row.score().OK() {
		return
	}
	w.heading("derivation.bands")
	own, _ := assess.BandAt(bands, w.row.score().Value)
	lower := ""
	for _, b := range bands {
		upper := w.plain(b.UpTo)
		limits := w.l.T("derivation.band-first", "upper", upper)
		if lower != "" {
			limits = w.l.T("derivation.band", "lower", lower, "upper", upper)
		}
		lower = upper
		sign, title := " ", w.s.text(w.l, b.Title)
		if b == own {
			sign, title = w.l.Chosen.Render(w.l.Check), w.l.Title.Render(title)+" ("+w.shown()+")"
		}
		w.line("  " + sign + " " + w.l.cell(limits, 26) + "  " + title)
	}
}
