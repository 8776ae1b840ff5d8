package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"luwes/assess"
	"luwes/ui"
)

// alone gives a test folders of its own.
func alone(t *testing.T) {
	t.Helper()
	t.Setenv("LUWES_DB", filepath.Join(t.TempDir(), "test.db"))
	t.Setenv("LUWES_LANG", "en")
}

func TestExitOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errors.New("anything"), 1},
		{cannot("file-missing"), 1},
		{misuse("flag-syntax"), 2},
		{assess.Problems{assess.NewProblem("key-missing")}, 3},
		{fmt.Errorf("read: %w", assess.Problems{assess.NewProblem("key-missing")}), 3},
		{context.Canceled, 130},
		{fmt.Errorf("query: %w", context.Canceled), 130},
		{ui.ErrInterrupted, 130},
	} {
		if got := exitOf(c.err); got != c.want {
			t.Errorf("%v: got %d, want %d", c.err, got, c.want)
		}
	}
}

// A run that is interrupted says nothing and exits with 130.
func TestInterrupted(t *testing.T) {
	alone(t)
	ctx, cancel := context.WithCancel(context.Background())
	var out, errs bytes.Buffer
	if code := Run(ctx, []string{"import", "testdata/oracle/n012.csv", "--instrument", "testdata/oracle/oracle.yaml"}, nil, &out, &errs); code != 0 {
		t.Fatal(errs.String())
	}
	cancel()
	out.Reset()
	if code := Run(ctx, []string{"show", "last"}, nil, &out, &errs); code != 130 || out.Len()+errs.Len() > 0 {
		t.Errorf("exit code %d, %q, %q", code, out.String(), errs.String())
	}
}

// Nobody writes to standard input: an interrupt ends the waiting.
func TestInterruptedWhileWaiting(t *testing.T) {
	alone(t)
	for _, name := range []string{"score", "import"} {
		ctx, cancel := context.WithCancel(context.Background())
		in, out := io.Pipe()
		defer out.Close()
		asked := make(chan struct{})
		go func() {
			<-asked
			cancel()
		}()
		var errs bytes.Buffer
		stdin := readerFunc(func(b []byte) (int, error) { close(asked); return in.Read(b) })
		if code := Run(ctx, []string{name, "-"}, stdin, io.Discard, &errs); code != 130 || errs.Len() > 0 {
			t.Errorf("%s: exit code %d, %s", name, code, errs.String())
		}
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

// failing is a standard output that fails in its own way.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestOutputFails(t *testing.T) {
	alone(t)
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{&os.PathError{Op: "write", Err: syscall.EPIPE}, 0, ""},
		{io.ErrClosedPipe, 0, ""},
		{&os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, 1, "luwes: standard output cannot be written"},
	} {
		var errs bytes.Buffer
		code := Run(context.Background(), []string{"path"}, nil, failing{c.err}, &errs)
		if code != c.code || !strings.HasPrefix(errs.String(), c.says) || c.says == "" && errs.Len() > 0 {
			t.Errorf("%v: exit code %d, %q", c.err, code, errs.String())
		}
	}
}

// panicking is an input that brings the program down.
type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("boom") }

// A fault of ours is one sentence and exit code 1, never a stack trace.
func TestPanic(t *testing.T) {
	alone(t)
	var out, errs bytes.Buffer
	code := Run(context.Background(), []string{"score", "-"}, panicking{}, &out, &errs)
	want := "luwes: something went wrong inside luwes (boom)\nAnswers that were saved are safe. Please report this sentence.\n"
	if code != 1 || errs.String() != want {
		t.Errorf("exit code %d, %q", code, errs.String())
	}
}
