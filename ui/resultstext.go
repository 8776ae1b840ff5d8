package ui

import (
	"math"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// noise absorbs the rounding of binary fractions, as assess does.
const noise = 1e-9

// decimals is how many decimals a number needs, at least those given, to stand
// on the same side of every limit as the number itself: 60,04 must not be shown
// as 60,0 beside the name of the band above 60.
func decimals(x float64, least int, limits ...float64) int {
	for d := least; d < 4; d++ {
		scale := math.Pow(10, float64(d))
		shown := math.Round(x*scale) / scale
		same := true
		for _, limit := range limits {
			same = same && (x > limit+noise) == (shown > limit+noise)
		}
		if same {
			return d
		}
	}
	return 4
}

// scoreText writes a score with one decimal, with more where its band would
// otherwise not fit the number.
func scoreText(l Look, score assess.Figure, bands []assess.Band) string {
	if !score.OK() {
		return locale.None
	}
	limits := make([]float64, len(bands))
	for i, b := range bands {
		limits[i] = b.UpTo
	}
	return l.Words.Number(score.Value, decimals(score.Value, 1, limits...))
}

// reasonText says why a figure is not shown.
func reasonText(l Look, r assess.Reason) string {
	if r == assess.AnonymousFew {
		return l.T("results.reason.anonymous-few", "least", assess.AnonymousFrom)
	}
	return l.Words.Reason(r)
}

// basisText says what a score rests on, or why there is none.
func basisText(l Look, s *scored, row resultRow) string {
	if row.composite != nil {
		return compositeBasis(l, s, row.composite)
	}
	sc := row.scale
	if sc.Score.Reason == assess.NotApplicable {
		return l.T("results.unscored", "reason", reasonText(l, sc.Score.Reason))
	}
	text := ""
	if !sc.Score.OK() {
		text = l.T("results.unscored", "reason", reasonText(l, sc.Score.Reason)) + " " + l.Dot + " "
	}
	if s.solo() {
		id := "results.basis-solo"
		if sc.Applicable < len(sc.Scale.Items) {
			id = "results.basis-apply"
		}
		return text + l.T(id, "answered", sc.Answered, "applicable", sc.Applicable)
	}
	text += votesText(l, sc)
	for _, more := range briefGroup(l, s.group(row)) {
		text += " " + l.Dot + " " + more
	}
	return text
}

// votesText says how many people a score of a group rests on, and how many of the
// answers that it asks for.
func votesText(l Look, sc *assess.ScaleResult) string {
	text := ""
	if sc.Score.OK() {
		text = l.Words.N("results.people", sc.N) + " " + l.Dot + " "
	}
	if sc.Score.Reason != assess.AnonymousFew {
		text += l.T("results.basis", "answered", l.Words.Integer(sc.Answered), "applicable", l.Words.Integer(sc.Applicable), "share", l.Words.Percent(sc.Coverage().Value))
	}
	if sc.Score.OK() && sc.NotScored > 0 {
		text += " " + l.Dot + " " + l.Words.N("results.not-scored", sc.NotScored)
	}
	return text
}

// briefGroup is how sure a score is and how far people agree, in a few words.
func briefGroup(l Look, a *assess.ScaleAnalysis) (facts []string) {
	if a == nil {
		return nil
	}
	if between := l.Words.Range(a); between != "" {
		facts = append(facts, l.T("group.range", "range", between))
	}
	if label := locale.LabelOf(a); label != "" {
		facts = append(facts, l.T("group.label."+string(label)))
	}
	if a.Settled > 0 && a.Agreed.OK() {
		facts = append(facts, l.T("group.agreed.brief", "score", l.Words.Number(a.Agreed.Value, 1)))
	}
	return facts
}

// compositeBasis names the scales of a composite.
func compositeBasis(l Look, s *scored, c *assess.CompositeResult) string {
	if !c.Score.OK() {
		return l.T("results.unscored", "reason", reasonText(l, c.Score.Reason))
	}
	return l.Words.N("results.basis-composite", len(c.Composite.Weights)-len(c.Left))
}

// ansiWrapped breaks a text into lines only where it is too long.
func ansiWrapped(text string, width int) string {
	if lipgloss.Width(text) <= width {
		return text
	}
	return wrap(text, width)
}
