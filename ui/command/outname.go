package command

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
)

// The longest name of a file that is proposed, in characters and in bytes: file
// systems take at least 255 bytes, of which some are left for number and ending.
const (
	longestName  = 80
	longestBytes = 220
)

// fileNameOf makes words fit for the name of a file on every system.
func fileNameOf(words string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, words)
	runes := []rune(strings.Join(strings.Fields(name), " "))
	runes = runes[:min(len(runes), longestName)]
	for len(string(runes)) > longestBytes {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " .")
}

// freeName is a path with an ending that nothing stands at yet, numbered if need
// be.
func freeName(path, ending string) string {
	free := path + ending
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); err != nil {
			return free
		}
		free = path + " (" + strconv.Itoa(n) + ")" + ending
	}
}

// fullPath is where a person means a file to be: in the home folder behind a tilde,
// under the proposed name in a folder, and with the ending of its format.
func fullPath(typed, proposed, format string) (string, error) {
	path, err := homed(typed)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() || strings.HasSuffix(path, string(filepath.Separator)) {
		path = filepath.Join(path, filepath.Base(proposed))
	}
	if !strings.EqualFold(filepath.Ext(path), "."+format) {
		path += "." + format
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return "", fileFault(err, typed, "file-unwritable")
	}
	return full, nil
}

// homed is a path whose tilde stands for the home folder.
func homed(typed string) (string, error) {
	rest, ok := strings.CutPrefix(typed, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return typed, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fileFault(err, typed, "file-unreadable")
	}
	return home + rest, nil
}
