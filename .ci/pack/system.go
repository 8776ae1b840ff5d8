package main

import (
	"os"
	"path/filepath"
	"strings"
)

// A system is what a package is made for.
type system struct{ os, arch string }

// systems that get a package.
var systems = []system{
	{"windows", "amd64"}, {"windows", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"linux", "amd64"}, {"linux", "arm64"},
}

func (s system) String() string { return s.os + "/" + s.arch }

// env makes the go command work for the system.
func (s system) env() []string {
	return []string{"GOOS=" + s.os, "GOARCH=" + s.arch, "CGO_ENABLED=0"}
}

// program is the name of the program's file.
func (s system) program() string {
	if s.os == "windows" {
		return "luwes.exe"
	}
	return "luwes"
}

// build returns the program, built without anything that differs from one
// machine to another.
func (s system) build(version string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "luwes-pack-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, s.program())
	_, err = run(s.env(), "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -X luwes/ui/command.Version="+strings.TrimPrefix(version, "v"), "-o", file, "luwes")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(file)
}

// text gives a text the form that the system's own editor reads: Notepad wants
// CRLF and a byte order mark.
func (s system) text(t string) []byte {
	if s.os == "windows" {
		t = "\ufeff" + strings.ReplaceAll(t, "\n", "\r\n")
	}
	return []byte(t)
}
