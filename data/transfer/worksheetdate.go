package transfer

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// monthBegins are the first three letters of the months in both languages, January
// first.
var monthBegins = [][]string{{"jan"}, {"feb"}, {"mar"}, {"apr"}, {"mei", "may"}, {"jun"}, {"jul"}, {"agu", "aug"}, {"sep"}, {"okt", "oct"}, {"nov"}, {"des", "dec"}}

// dateOf reads a date as the workbook shows it, "12 November 2025", and gives it in
// ISO; empty if it is none.
func dateOf(shown string) string {
	parts := strings.Fields(fold(shown))
	if len(parts) != 3 || len(parts[1]) < 3 {
		return ""
	}
	month := 1 + slices.IndexFunc(monthBegins, func(begins []string) bool { return slices.Contains(begins, parts[1][:3]) })
	t, err := time.Parse("2006-1-2", parts[2]+"-"+strconv.Itoa(month)+"-"+parts[0])
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
