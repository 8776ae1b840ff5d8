package ui

import (
	"strconv"
	"strings"
)

// heading starts the next step.
func (w *workings) heading(id string) {
	w.step++
	w.out = append(w.out, "")
	w.line(w.l.Title.Render(strconv.Itoa(w.step) + "  " + w.l.T(id)))
}

// line writes a line of its own, broken only where it is too long.
func (w *workings) line(text string) {
	w.out = append(w.out, strings.Split(ansiWrapped(text, w.width), "\n")...)
}

// say writes words under the heading of a step.
func (w *workings) say(text string) { w.hangPlain(3, text) }

// muted writes what may be overlooked.
func (w *workings) muted(text string) { w.line(w.l.Muted.Render(text)) }

// formula writes a calculation, set off from the words.
func (w *workings) formula(text string) { w.hangPlain(5, text) }

func (w *workings) hangPlain(lead int, text string) {
	w.out = append(w.out, strings.Split(indent(ansiWrapped(text, max(w.width-lead, 1)), lead), "\n")...)
}

// hang writes muted words under an item.
func (w *workings) hang(lead int, text string) {
	if text == "" {
		return
	}
	w.out = append(w.out, strings.Split(under(w.l, text, lead, max(w.width, lead+1)), "\n")...)
}

// digits writes a number with as many decimals as it has, and says whether
// there would be more.
func digits(l Look, x float64) (text string, rounded bool) { return l.Words.Exact(x) }

// plain writes a number inside a calculation.
func (w *workings) plain(x float64) string { return inSum(w.l, x) }

// inSum writes a number as part of a calculation on any screen.
func inSum(l Look, x float64) string {
	text, _ := digits(l, x)
	return text
}

// rounded writes what a calculation makes, and says if that is rounded.
func (w *workings) rounded(x float64) string {
	text, rounded := digits(w.l, x)
	if rounded {
		return w.l.T("derivation.rounded", "number", text)
	}
	return text
}
