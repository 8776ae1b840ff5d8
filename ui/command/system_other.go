//go:build !windows

package command

import "os"

const onWindows = false

// userLocale is only asked on Windows; elsewhere the environment says it.
func userLocale() string { return "" }

// virtualTerminal is only a question on Windows.
func virtualTerminal(*os.File) bool { return true }

// ownConsole is never so where programs are not started by a double-click into
// a console of their own.
func ownConsole() bool { return false }
