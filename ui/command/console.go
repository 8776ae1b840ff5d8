package command

import (
	"bufio"
	"fmt"
	"io"
)

// keepWindow waits for Enter after an error, if the console window belongs to
// this program alone and would take the sentence with it.
func keepWindow(own bool, code int, in io.Reader, out io.Writer, words string) {
	if !own || code == exitDone || code == exitInterrupted {
		return
	}
	fmt.Fprintln(out)
	fmt.Fprintln(out, words)
	_, _ = bufio.NewReader(in).ReadString('\n') // the end of the input is as good as Enter
}
