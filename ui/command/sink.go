package command

import (
	"errors"
	"io"
	"syscall"
)

// A sink is standard output. It remembers that writing failed, so that no
// command has to look: a closed pipe ends the run quietly, anything else is told
// at the end.
type sink struct {
	w      io.Writer
	err    error
	closed bool
}

// Write writes until the first failure.
func (s *sink) Write(b []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.w.Write(b)
	if err != nil {
		s.err = err
		s.closed = brokenPipe(err)
	}
	return n, err
}

// fault is why standard output could not be written; nil for a closed pipe.
func (s *sink) fault() error {
	if s.err == nil || s.closed {
		return nil
	}
	return cannot("output-failing", "detail", s.err.Error())
}

// brokenPipe reports whether the other end of a pipe is gone. 109 and 232 are
// ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
func brokenPipe(err error) bool {
	var errno syscall.Errno
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return true
	}
	return onWindows && errors.As(err, &errno) && (errno == 109 || errno == 232)
}
