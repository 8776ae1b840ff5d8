package command

import (
	"os"

	"github.com/charmbracelet/x/term"
)

// terminals reports whether a person can be shown the interface: both standard
// input and standard output are a terminal.
func (p *program) terminals() bool {
	return isTerminal(p.in) && isTerminal(p.out.w)
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
