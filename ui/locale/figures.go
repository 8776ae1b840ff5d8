package locale

import (
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/number"

	"luwes/assess"
)

// None stands where a figure is unknown; the reason belongs beside it.
const None = "–"

// Number writes x with the given decimals: 80,03 in Indonesian, 80.03 in English.
// A half is rounded up, as spreadsheets do and readers expect: 56,25 becomes 56,3.
// A negative one has the sign of subtraction, as [Words.Signed] writes it.
func (w *Words) Number(x float64, decimals int) string {
	s := w.numbers.Sprint(number.Decimal(halfUp(x, decimals), number.Scale(decimals)))
	return strings.Replace(s, "-", "−", 1)
}

// mostDigits is how many decimals a calculation shows.
const mostDigits = 4

// Exact writes x with as many decimals as it has, and says whether there would be
// more than four.
func (w *Words) Exact(x float64) (text string, rounded bool) {
	for d := range mostDigits + 1 {
		scale := math.Pow10(d)
		if math.Abs(x*scale-math.Round(x*scale)) < 1e-7 {
			return w.Number(x, d), false
		}
	}
	return w.Number(x, mostDigits), true
}

// halfUp rounds to decimals, halves away from zero; the small part added undoes
// the noise of binary fractions.
func halfUp(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	return math.Copysign(math.Floor(math.Abs(x)*scale+0.5+1e-9)/scale, x)
}

// Integer writes n with the language's separator of thousands.
func (w *Words) Integer(n int) string { return w.numbers.Sprint(number.Decimal(n)) }

// Signed writes a change with its sign; zero after rounding has none.
func (w *Words) Signed(x float64, decimals int) string {
	s := w.Number(max(x, -x), decimals)
	switch {
	case strings.Trim(s, "0.,") == "":
		return s
	case x < 0:
		return "−" + s
	}
	return "+" + s
}

// Figure writes a figure with the given decimals, or [None].
func (w *Words) Figure(f assess.Figure, decimals int) string {
	if !f.OK() {
		return None
	}
	return w.Number(f.Value, decimals)
}

// Percent writes a share of 0–1 as whole percent. It rounds down, so that only
// the whole is called 100 %.
func (w *Words) Percent(share float64) string {
	return w.Integer(int(share*100+1e-9)) + "%"
}

// Date writes an ISO date as 23 November 2026, and anything else as it is.
func (w *Words) Date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return strconv.Itoa(t.Day()) + " " + w.T("month."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}

// ShortDate writes an ISO date as 23 Nov 2026, at most 11 characters.
func (w *Words) ShortDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return strconv.Itoa(t.Day()) + " " + w.T("month.short."+strconv.Itoa(int(t.Month()))) + " " + strconv.Itoa(t.Year())
}

// Time writes the date and the time of day of t in t's own zone.
func (w *Words) Time(t time.Time) string {
	clock := t.Format("15:04")
	if w.lang == Indonesian {
		clock = t.Format("15.04")
	}
	return w.Date(t.Format(time.DateOnly)) + " " + clock
}

// Bytes writes a size in the largest unit that leaves at least one.
func (w *Words) Bytes(n int64) string {
	units := []string{"B", "KiB", "MiB", "GiB", "TiB"}
	x, i := float64(n), 0
	for x >= 1024 && i < len(units)-1 {
		x /= 1024
		i++
	}
	if i == 0 {
		return w.Integer(int(n)) + " B"
	}
	return w.Number(x, 1) + " " + units[i]
}
