package command

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestMain lets the test's own binary be the program when it is called luwes, as
// it is in a folder that the scripts find first.
func TestMain(m *testing.M) {
	if name := filepath.Base(os.Args[0]); strings.TrimSuffix(name, ".exe") == "luwes" {
		os.Exit(Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(withProgram(m))
}

func withProgram(m *testing.M) int {
	folder, err := os.MkdirTemp("", "luwes-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	if err := putProgram(folder); err != nil {
		panic(err)
	}
	os.Setenv("PATH", folder+string(filepath.ListSeparator)+os.Getenv("PATH"))
	// A program with the race detector sleeps a second when it ends.
	os.Setenv("GORACE", strings.TrimSpace(os.Getenv("GORACE")+" atexit_sleep_ms=0"))
	return m.Run()
}

func putProgram(folder string) error {
	own, err := os.Executable()
	if err != nil {
		return err
	}
	if runtime.GOOS != "windows" {
		return os.Symlink(own, filepath.Join(folder, "luwes"))
	}
	from, err := os.Open(own)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.OpenFile(filepath.Join(folder, "luwes.exe"), os.O_WRONLY|os.O_CREATE, 0o700)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if closing := to.Close(); err == nil {
		err = closing
	}
	return err
}
