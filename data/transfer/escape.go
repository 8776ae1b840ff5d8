package transfer

import "strings"

// formulaStarts are the characters with which a spreadsheet takes a cell for a
// formula, or trims it so that it becomes one.
const formulaStarts = "=+-@\t\r"

// escape puts an apostrophe before a cell that a spreadsheet would run. A cell
// that already looks escaped gets one more, so that unescape gives back every
// text exactly.
func escape(s string) string {
	if startsFormula(s) {
		return "'" + s
	}
	return s
}

// unescape takes away what escape added.
func unescape(s string) string {
	if strings.HasPrefix(s, "'") && startsFormula(s) {
		return s[1:]
	}
	return s
}

// startsFormula reports whether s begins with a formula character, after any
// number of apostrophes.
func startsFormula(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && strings.IndexByte(formulaStarts, s[0]) >= 0
}
