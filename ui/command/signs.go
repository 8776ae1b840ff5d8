package command

import "strings"

// plainSigns reports whether the terminal can be expected to lack the signs of
// line drawing: the environment names a character set other than UTF-8. Windows
// consoles are written to in Unicode whatever their code page is, and where
// nothing is said, terminals of today understand UTF-8.
func plainSigns(getenv func(string) string, windows bool) bool {
	if windows {
		return false
	}
	charset := strings.ToLower(first(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")))
	return charset != "" && !strings.Contains(charset, "utf-8") && !strings.Contains(charset, "utf8")
}
