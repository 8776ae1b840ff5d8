package command

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

const onWindows = true

var (
	kernel32                 = windows.NewLazySystemDLL("kernel32.dll")
	getUserDefaultLocaleName = kernel32.NewProc("GetUserDefaultLocaleName")
	getConsoleProcessList    = kernel32.NewProc("GetConsoleProcessList")
)

// userLocale asks Windows for the name of the user's locale, such as "id-ID".
func userLocale() string {
	var name [85]uint16 // LOCALE_NAME_MAX_LENGTH
	if getUserDefaultLocaleName.Find() != nil {
		return ""
	}
	n, _, _ := getUserDefaultLocaleName.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(len(name)))
	if n == 0 {
		return ""
	}
	return windows.UTF16ToString(name[:])
}

// virtualTerminal reports whether the console understands the sequences that the
// interface is drawn with; one before Windows 10 does not.
func virtualTerminal(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	if windows.GetConsoleMode(console, &mode) != nil {
		return true // no console: a terminal of another kind
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

// ownConsole reports whether nobody else uses the console window: it was opened
// for this program by a double-click and closes with it.
func ownConsole() bool {
	var ids [4]uint32
	if getConsoleProcessList.Find() != nil {
		return false
	}
	n, _, _ := getConsoleProcessList.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}

// desktop reports whether a program could open a window.
func desktop() bool { return true }

// openFile opens a file with the program that Windows has for it.
func openFile(path string) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, name, nil, nil, windows.SW_SHOWNORMAL)
}
