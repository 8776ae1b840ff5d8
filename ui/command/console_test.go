package command

import (
	"bytes"
	"strings"
	"testing"
)

func TestKeepWindow(t *testing.T) {
	for _, c := range []struct {
		own  bool
		code int
		want bool
	}{
		{true, exitCannot, true},
		{true, exitDatabase, true},
		{true, exitDone, false},
		{true, exitInterrupted, false},
		{false, exitCannot, false},
	} {
		in := strings.NewReader("\nrest")
		var out bytes.Buffer
		keepWindow(c.own, c.code, in, &out, "Press Enter")
		if got := strings.Contains(out.String(), "Press Enter"); got != c.want {
			t.Errorf("%+v: asked %t", c, got)
		}
	}
	keepWindow(true, exitCannot, strings.NewReader(""), &bytes.Buffer{}, "x") // the end of the input does not hang
}
