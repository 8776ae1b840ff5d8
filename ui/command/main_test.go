package command

import (
	"context"
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

// putProgram copies the test's binary into a folder that every user can reach.
func putProgram(folder string) error {
	own, err := os.Executable()
	if err != nil {
		return err
	}
	binary, err := os.ReadFile(own)
	if err != nil {
		return err
	}
	name := "luwes"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if err := os.WriteFile(filepath.Join(folder, name), binary, 0o755); err != nil {
		return err
	}
	return os.Chmod(folder, 0o755)
}
