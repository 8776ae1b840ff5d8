//go:build !windows

package command

const onWindows = false

// userLocale is only asked on Windows; elsewhere the environment says it.
func userLocale() string { return "" }

// ownConsole is never so where programs are not started by a double-click into
// a console of their own.
func ownConsole() bool { return false }
