package assess

import (
	"regexp"
	"strconv"
	"strings"
)

// ReadFact reads a number of the records as a person types it: "1.250", "12,5", and
// for a share also "34/120", which gives 28.33 of 120. A point or a comma before
// exactly three digits separates thousands in a count, and decimals elsewhere. It
// returns false for anything else; whether the value is possible, [Flaws] says.
func ReadFact(text string, unit FactUnit) (value, of float64, ok bool) {
	text = strings.TrimSuffix(strings.ReplaceAll(strings.TrimSpace(text), " ", ""), "%")
	part, whole, found := strings.Cut(text, "/")
	if !found {
		value, ok = readNumber(text, unit)
		return value, 0, ok
	}
	counted, ok := readNumber(part, CountFact)
	of, fine := readNumber(whole, CountFact)
	if unit != ShareFact || !ok || !fine || of == 0 {
		return 0, 0, false
	}
	return 100 * counted / of, of, true
}

var (
	thousands = regexp.MustCompile(`^\d{1,3}([.,]\d{3})+$`)
	decimal   = regexp.MustCompile(`^\d{1,9}([.,]\d{1,6})?$`)
)

func readNumber(text string, unit FactUnit) (float64, bool) {
	if unit == CountFact && thousands.MatchString(text) {
		text = strings.NewReplacer(".", "", ",", "").Replace(text)
	}
	if !decimal.MatchString(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return v, err == nil
}
