package chart_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/ui/chart"
	"luwes/ui/theme"
)

func TestDots(t *testing.T) {
	th := theme.New("contrast", false)
	tests := []struct {
		counts []int
		width  int
		want   string
	}{
		{[]int{2, 1, 0, 3, 2}, 20, "●●  ●   ·   ●●● ●●"},
		{[]int{2, 1, 0, 4, 2}, 20, "2   1   ·   4   2"}, // four dots would touch the next level
		{[]int{40, 0, 0, 0, 0}, 25, "40   ·    ·    ·    ·"},
		{[]int{0, 0, 0, 0, 0}, 10, "· · · · ·"},
		{nil, 4, ""},
	}
	for _, tt := range tests {
		got := ansi.Strip(chart.Dots(th, tt.counts, tt.width))
		if strings.TrimRight(got, " ") != tt.want {
			t.Errorf("Dots(%v, %d) = %q, want %q", tt.counts, tt.width, got, tt.want)
		}
		if n := lipgloss.Width(got); n != tt.width {
			t.Errorf("Dots(%v, %d) has %d cells", tt.counts, tt.width, n)
		}
	}
}

// Every person is one dot, as long as there is room.
func TestDotsCountPeople(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th := theme.New("terminal", ascii)
		for n := range 8 {
			got := ansi.Strip(chart.Dots(th, []int{n, 1, 0}, 24))
			if dots := strings.Count(got, th.Pin); dots != n+1 && n < 8 {
				t.Errorf("%d people have %d dots: %q", n+1, dots, got)
			}
		}
	}
}

func TestPeople(t *testing.T) {
	th := theme.New("contrast", false)
	for _, tt := range []struct {
		n    int
		dots bool
		want string
	}{{3, true, "●●●"}, {3, false, "3 × ●"}, {0, true, "·"}, {0, false, "·"}} {
		if got := strings.TrimRight(ansi.Strip(chart.People(th, th.Pin, tt.n, tt.dots, 9)), " "); got != tt.want {
			t.Errorf("People(%d, %t) = %q, want %q", tt.n, tt.dots, got, tt.want)
		}
	}
}
