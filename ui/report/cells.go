package report

import (
	"slices"

	"luwes/assess"
	"luwes/ui/locale"
)

// column is a column of words, numbers one of numbers.
func column(title string) Column { return Column{Title: title} }

func numbers(title string) Column { return Column{Title: title, Number: true} }

// lean is a table without the columns in which nothing stands; the first names its rows
// and stays.
func lean(t Table) Table {
	out := Table{Caption: t.Caption, Rows: make([][]string, len(t.Rows))}
	for i, c := range t.Columns {
		if i > 0 && !slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for j, row := range t.Rows {
			out.Rows[j] = append(out.Rows[j], row[i])
		}
	}
	return out
}

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
