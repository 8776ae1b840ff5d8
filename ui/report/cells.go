package report

import (
	"luwes/assess"
	"luwes/ui/locale"
)

// column is a column of words, numbers one of numbers.
func column(title string) Column { return Column{Title: title} }

func numbers(title string) Column { return Column{Title: title, Number: true} }

// signed writes a change with its sign.
func (r *report) signed(f assess.Figure, decimals int) string {
	if !f.OK() {
		return locale.None
	}
	return r.w.Signed(f.Value, decimals)
}

// share writes a share of 0–1 as whole percent.
func (r *report) share(f assess.Figure) string {
	if !f.OK() {
		return locale.None
	}
	return r.w.Percent(f.Value)
}

// decimalsOf is how many decimals a level needs: none where it is whole.
func decimalsOf(x float64) int {
	if x == float64(int(x)) {
		return 0
	}
	return 1
}
