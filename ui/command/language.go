package command

import (
	"strings"

	"luwes/ui/locale"
)

// systemLanguage is the language of the system: that of the first variable that
// is set, as in any Unix program, else that of the user's locale on Windows.
// Anything but Indonesian is English.
func systemLanguage(getenv func(string) string, user func() string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return languageOf(v)
		}
	}
	return languageOf(user())
}

// languageOf reads a locale name such as "id_ID.UTF-8" or "id-ID".
func languageOf(name string) string {
	name, _, _ = strings.Cut(strings.ToLower(name), ".")
	name, _, _ = strings.Cut(strings.ReplaceAll(name, "-", "_"), "_")
	if name == "id" || name == "ind" {
		return locale.Indonesian
	}
	return locale.English
}

// earlyFlag finds the value of a flag before the command line is parsed: errors
// of parsing are told in that language too.
func earlyFlag(args []string, name string) string {
	value := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--"+name && i+1 < len(args) {
			value = args[i+1]
		}
		if v, ok := strings.CutPrefix(arg, "--"+name+"="); ok {
			value = v
		}
	}
	return value
}
