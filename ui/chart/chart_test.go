package chart_test

import (
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/ui/chart"
	"luwes/ui/theme"
)

// odd are scores that no bar may break on.
var odd = []assess.Figure{
	assess.Known(-5), assess.Known(120), assess.Known(math.NaN()), assess.Known(math.Inf(1)), assess.Known(math.Inf(-1)),
	assess.Unknown(assess.NotScored),
}

func TestWidthIsExact(t *testing.T) {
	scores := append([]assess.Figure{}, odd...)
	for s := 0.0; s <= 100; s += 0.5 {
		scores = append(scores, assess.Known(s))
	}
	for _, ascii := range []bool{false, true} {
		th := theme.New("terminal", ascii)
		for _, s := range scores {
			for w := -1; w <= 60; w++ {
				if got, want := lipgloss.Width(chart.Bar(th, s, w)), max(w, 1); got != want {
					t.Fatalf("Bar(%v, %d) has %d cells", s, w, got)
				}
				if got, want := lipgloss.Width(chart.Position(th, s, w)), max(w, 3); got != want {
					t.Fatalf("Position(%v, %d) has %d cells", s, w, got)
				}
			}
			if got := lipgloss.Width(chart.Step(th, s)); got != 1 {
				t.Fatalf("Step(%v) has %d cells", s, got)
			}
		}
		if got := lipgloss.Width(chart.Trend(th, scores)); got != len(scores) {
			t.Fatalf("Trend of %d scores has %d cells", len(scores), got)
		}
	}
}

// A bar is empty only at 0 and full only at 100: 0,4 must not look like nothing,
// nor 99,6 like everything.
func TestBarEnds(t *testing.T) {
	th := theme.New("contrast", false)
	for w := 2; w <= 60; w++ {
		full := func(score float64) int {
			return strings.Count(ansi.Strip(chart.Bar(th, assess.Known(score), w)), th.Bar)
		}
		if got := full(0); got != 0 {
			t.Errorf("0 fills %d of %d cells", got, w)
		}
		if got := full(100); got != w {
			t.Errorf("100 fills %d of %d cells", got, w)
		}
		if got := full(0.4); got < 1 {
			t.Errorf("0.4 fills none of %d cells", w)
		}
		if got := full(99.6); got >= w {
			t.Errorf("99.6 fills all of %d cells", w)
		}
		last := 0
		for s := 0.0; s <= 100; s++ {
			n := full(s)
			if n < last {
				t.Fatalf("width %d: %g fills %d cells, less than a lower score", w, s, n)
			}
			last = n
		}
	}
}

func TestPositionEnds(t *testing.T) {
	th := theme.New("contrast", false)
	tests := []struct {
		score float64
		want  string
	}{
		{0, "●────┼────┤"}, {50, "├────●────┤"}, {100, "├────┼────●"}, {10, "├●───┼────┤"},
	}
	for _, tt := range tests {
		if got := ansi.Strip(chart.Position(th, assess.Known(tt.score), 11)); got != tt.want {
			t.Errorf("Position(%g) = %s, want %s", tt.score, got, tt.want)
		}
	}
	if got, want := ansi.Strip(chart.Position(th, assess.Known(math.NaN()), 11)), "├────┼────┤"; got != want {
		t.Errorf("Position(NaN) = %s, want %s", got, want)
	}
}

func TestTrend(t *testing.T) {
	th := theme.New("contrast", false)
	got := ansi.Strip(chart.Trend(th, []assess.Figure{assess.Known(0), assess.Unknown(assess.NotScored), assess.Known(50), assess.Known(100)}))
	if want := "▁·▅█"; got != want {
		t.Errorf("Trend = %s, want %s", got, want)
	}
}

func TestArrow(t *testing.T) {
	th := theme.New("contrast", false)
	for points, want := range map[float64]string{12: "▲", 0.5: "▲", 0.4: "=", 0: "=", -0.4: "=", -0.5: "▼", -30: "▼"} {
		if got := chart.Arrow(th, points); got != want {
			t.Errorf("Arrow(%g) = %s, want %s", points, got, want)
		}
	}
	if got := chart.Arrow(th, math.NaN()); got != "=" {
		t.Errorf("Arrow(NaN) = %s", got)
	}
}
