package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

// Version is the version of the program; packages set their own when linking.
var Version = "0.1.0"

// A program is one run of luwes: its streams, its environment, and the settings
// that flags, environment and configuration add up to.
type program struct {
	in     io.Reader
	out    *sink
	err    io.Writer
	getenv func(string) string
	now    func() time.Time
	flags  flags
	config config
	settings
}

// words are those of the language; reading them costs a millisecond, which a
// command that prints none need not pay.
func (p *program) words() *locale.Words { return locale.For(p.lang) }

// Run runs luwes with the arguments after the program's name and returns its
// exit code. It never panics and never exits by itself.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	p := &program{
		in: stdin, out: &sink{w: stdout}, err: stderr,
		getenv: os.Getenv, now: time.Now,
	}
	defer func() {
		if r := recover(); r != nil {
			code = p.finish(cannot("internal", "detail", fmt.Sprint(r)))
		}
	}()
	return p.finish(p.run(ctx, args))
}

func (p *program) run(ctx context.Context, args []string) error {
	problem := p.configure(earlyFlag(args, "lang"))
	root := p.root(problem)
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	if completing(args) {
		p.describe(root)
	}
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = p.out.fault()
	}
	if ctx.Err() != nil && err != nil {
		return ctx.Err()
	}
	return err
}

// finish tells an error and returns the exit code.
func (p *program) finish(err error) int {
	if p.out.closed {
		return exitDone // the reader had enough
	}
	code := exitOf(err)
	if err != nil && code != exitInterrupted {
		p.tell(err)
		keepWindow(ownConsole(), code, p.in, p.err, p.words().T("console.press-enter"))
	}
	return code
}

// tell writes an error to standard error: each sentence on a line, each hint
// once.
func (p *program) tell(err error) {
	hints := []string{}
	seen := map[string]bool{}
	for _, m := range p.words().Error(err) {
		fmt.Fprintln(p.err, "luwes: "+m.Sentence)
		if m.Hint != "" && !seen[m.Hint] {
			seen[m.Hint] = true
			hints = append(hints, m.Hint)
		}
	}
	for _, h := range hints {
		fmt.Fprintln(p.err, h)
	}
}

// say writes a message to standard error.
func (p *program) say(id string, pairs ...any) {
	fmt.Fprintln(p.err, p.words().T(id, pairs...))
}

// sessionSaid tells what was done with a session.
func (p *program) sessionSaid(id string, h assess.Header) {
	p.say(id, "title", clean(h.Title), "id", h.ID)
}
