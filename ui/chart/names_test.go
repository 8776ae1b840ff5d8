package chart

import (
	"strings"
	"testing"
	"unicode/utf8"

	"luwes/assess"
)

// A long name is cut before its figure, and long poles before each other; a usual one is
// whole.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("tata kelola ", 20)
	g := &Graph{Form: Changes, Rows: []GraphRow{
		{Name: long, Figure: "32.1 → 53.8 (+21.7)", Low: long, High: long, Value: assess.Known(54), From: assess.Known(32)},
		{Name: "Perbaikan dan peningkatan proses", Figure: "61.6 (51–71)", Value: assess.Known(62), From: assess.Known(60)},
	}}
	shapes, _ := g.Shapes()
	lines, whole := map[float64]int{}, false
	for _, s := range shapes {
		if s.Kind == Label {
			lines[s.Y] += utf8.RuneCountInString(s.Text)
			whole = whole || s.Text == "Perbaikan dan peningkatan proses"
		}
	}
	for y, n := range lines {
		if n > 90 {
			t.Errorf("%d letters on the line at %.0f", n, y)
		}
	}
	if !whole {
		t.Error("a usual name is cut")
	}
}
