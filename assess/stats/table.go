package stats

import "math"

// Complete returns the people of a table who answered every item: listwise
// deletion. NaN is an answer that was not given. The rows are those of the table,
// not copies; nobody complete gives nil.
func Complete(table [][]float64) [][]float64 {
	var rows [][]float64
	for _, row := range table {
		if !hasHole(row) {
			rows = append(rows, row)
		}
	}
	return rows
}

func hasHole(row []float64) bool {
	for _, x := range row {
		if math.IsNaN(x) {
			return true
		}
	}
	return false
}

// Columns returns the answers to each item of a table, those that were not given
// (NaN) left out, so that the columns may have different lengths. The number of
// columns is that of the longest row.
func Columns(table [][]float64) [][]float64 {
	width := 0
	for _, row := range table {
		width = max(width, len(row))
	}
	columns := make([][]float64, width)
	for _, row := range table {
		for j, x := range row {
			if !math.IsNaN(x) {
				columns[j] = append(columns[j], x)
			}
		}
	}
	return columns
}

// checkTable refuses a table that is empty, ragged, not finite, or too small.
func checkTable(table [][]float64, people, items int) Reason {
	if len(table) == 0 {
		return NoAnswers
	}
	for _, row := range table {
		if len(row) != len(table[0]) {
			return UnequalLengths
		}
		if !finite(row...) {
			return NotFinite
		}
	}
	switch {
	case len(table[0]) < items:
		return OneItem
	case len(table) < people:
		return OnePerson
	}
	return ""
}

// column returns a copy of one column of a checked table.
func column(table [][]float64, j int) []float64 {
	xs := make([]float64, len(table))
	for i, row := range table {
		xs[i] = row[j]
	}
	return xs
}

// totals returns the sum of each row but for the column given; −1 leaves none out.
func totals(table [][]float64, without int) []float64 {
	xs := make([]float64, len(table))
	for i, row := range table {
		for j, x := range row {
			if j != without {
				xs[i] += x
			}
		}
	}
	return xs
}
