package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"luwes/ui/theme"
)

func TestPath(t *testing.T) {
	steps := []PathStep{{Sign: "v", Text: "first"}, {Sign: "x", Text: "second and long", Here: "we are here"}, {Sign: ".", Text: "third"}}
	tests := []struct {
		ascii bool
		width int
		want  string
	}{
		{false, 40, "v first\n│\nx second and long\n│ └─● we are here\n. third"},
		{true, 12, "v first\n|\nx second and\n| long\n| `-O we are\n|     here\n. third"},
	}
	for _, tt := range tests {
		lines := Path(theme.New("", tt.ascii), steps, tt.width)
		if got := ansi.Strip(strings.Join(lines, "\n")); got != tt.want {
			t.Errorf("at %d:\n%s\nwant:\n%s", tt.width, got, tt.want)
		}
	}
}
