// Command luwes is a questionnaire about the organisational design of Indonesian
// regional governments, for the terminal.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"luwes/ui/command"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of writing, and quiet
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := command.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
