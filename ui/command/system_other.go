//go:build !windows

package command

import (
	"os"
	"os/exec"
	"runtime"
)

const onWindows = false

// userLocale is only asked on Windows; elsewhere the environment says it.
func userLocale() string { return "" }

// virtualTerminal is only a question on Windows.
func virtualTerminal(*os.File) bool { return true }

// ownConsole is never so where programs are not started by a double-click into
// a console of their own.
func ownConsole() bool { return false }

// desktop reports whether somebody sits at a screen on which a program could open
// a window.
func desktop() bool {
	return runtime.GOOS == "darwin" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// openFile opens a file with the program that the desktop has for it. What that
// program writes must not reach the terminal that we draw on.
func openFile(path string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	return exec.Command(opener, path).Run()
}
