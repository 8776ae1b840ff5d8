package command

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"luwes/assess"
)

// The exit codes of the contract.
const (
	exitDone        = 0
	exitCannot      = 1   // not there, not permitted, disk full or failing, fault of ours
	exitUsage       = 2   // wrong use
	exitInput       = 3   // bad input: file, line and column are named
	exitInterrupted = 130 // by a signal; 4 comes from the data package
)

// A fault is an error with an exit code and with problems for ui/locale to put
// into words.
type fault struct {
	problems assess.Problems
	exit     int
	cause    error
}

func (f *fault) Error() string {
	if f.cause != nil {
		return f.problems.Error() + ": " + f.cause.Error()
	}
	return f.problems.Error()
}

// Unwrap gives the problems first, so that they and not the cause are told.
func (f *fault) Unwrap() []error {
	if f.cause == nil {
		return []error{f.problems}
	}
	return []error{f.problems, f.cause}
}

// misuse is a fault of exit code 2: the command was used wrongly.
func misuse(code string, pairs ...string) error {
	return &fault{problems: assess.Problems{assess.NewProblem(code, pairs...)}, exit: exitUsage}
}

// cannot is a fault of exit code 1: something could not be done.
func cannot(code string, pairs ...string) error {
	return &fault{problems: assess.Problems{assess.NewProblem(code, pairs...)}, exit: exitCannot}
}

// fileFault says why a file could not be read or written; other is the code
// where the system gives no reason that a person knows.
func fileFault(err error, path, other string) error {
	code := other
	switch {
	case errors.Is(err, syscall.EISDIR):
		code = "file-directory"
	case errors.Is(err, fs.ErrNotExist):
		code = "file-missing"
	case errors.Is(err, fs.ErrPermission):
		code = "file-forbidden"
	case errors.Is(err, fs.ErrExist):
		code = "file-exists"
	}
	detail := err.Error()
	var pe *fs.PathError
	if errors.As(err, &pe) {
		detail = pe.Err.Error()
	}
	p := assess.NewProblem(code, "path", path, "detail", strings.TrimSpace(detail))
	return &fault{problems: assess.Problems{p}, exit: exitCannot, cause: err}
}

// exitOf is the exit code of an error.
func exitOf(err error) int {
	var own *fault
	var carrier interface{ Exit() int }
	var problems assess.Problems
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled), interrupted(err):
		return exitInterrupted
	case errors.As(err, &own):
		return own.exit
	case errors.As(err, &carrier):
		return carrier.Exit()
	case errors.As(err, &problems):
		return exitInput
	}
	return exitCannot
}
