package data

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"luwes/assess"
)

//go:embed testdata/small.yaml
var smallSource []byte

// childEnv names the function that this test binary runs instead of the tests,
// in another process, as another user or in another mount namespace.
const childEnv = "LUWES_DATA_CHILD"

var children = map[string]func(dir string) error{}

func TestMain(m *testing.M) {
	if name := os.Getenv(childEnv); name != "" {
		if err := children[name](os.Getenv(childEnv + "_DIR")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			if errors.Is(err, errCannotMount) {
				os.Exit(42)
			}
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	_ = os.RemoveAll(filled.dir) // of the benchmarks; nothing if there were none
	os.Exit(code)
}

var errCannotMount = errors.New("mounting is not permitted")

// child returns a command that runs the named function in the given folder.
func child(t *testing.T, name, dir string) *exec.Cmd {
	t.Helper()
	exe := "/proc/self/exe" // also where the folder of the binary is closed to the child
	if _, err := os.Stat(exe); err != nil {
		if exe, err = os.Executable(); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), exe)
	cmd.Dir = dir
	// A program with the race detector sleeps a second when it ends.
	cmd.Env = append(os.Environ(), "GORACE="+strings.TrimSpace(os.Getenv("GORACE")+" atexit_sleep_ms=0"), childEnv+"="+name, childEnv+"_DIR="+dir, "HOME="+dir, "TMPDIR="+dir)
	return cmd
}

// runChild runs it to its end and fails the test with what it says.
func runChild(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == 42:
		t.Skipf("needs a mount of its own: %s", out)
	case err != nil:
		t.Fatalf("%v\n%s", err, out)
	}
}

// openDir is a folder that every user can reach.
func openDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "luwes-data-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o777)
		_ = os.RemoveAll(dir)
	})
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// want returns an error unless err has the code.
func want(what string, err error, code string) error {
	if got := codeOf(err); got != code {
		return fmt.Errorf("%s: got %q (%v), want %q", what, got, err, code)
	}
	return nil
}

// childSession is a small session for processes without a testing.T.
func childSession() *assess.Session {
	in, err := assess.ParseInstrument(smallSource)
	if err != nil {
		panic(err)
	}
	return &assess.Session{Instrument: in, Header: assess.Header{Title: "anak", Date: "2026-11-23",
		Method: assess.GroupMethod, Identity: assess.Coded, Language: "id"}}
}

// build makes a database with one session in a folder, closed again.
func build(dir string, opt Options) (path, id string, err error) {
	path = filepath.Join(dir, "luwes.db")
	opt.Create = true
	s, err := Open(context.Background(), path, opt)
	if err != nil {
		return path, "", err
	}
	id, err = s.Create(context.Background(), childSession())
	return path, id, errors.Join(err, s.Close())
}

func big(n int) string { return strings.Repeat("catatan ", n/8) }
