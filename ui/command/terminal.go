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

// oldConsole reports whether standard output is a console on which the interface
// would only leave its control sequences.
func (p *program) oldConsole() bool {
	f, ok := p.out.w.(*os.File)
	return ok && !virtualTerminal(f)
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
