package ui

import (
	"net/url"
	"path/filepath"
	"strings"
)

// How a path looks that somebody drags into the window or copies from elsewhere:
// terminals put quotes around it, or signs before its spaces, or write it as an
// address.

// named is the path that a text stands for. A quoted path counts alone where it is
// complete: whoever drags a file behind a folder means the file.
func named(text string) string {
	text = strings.TrimSpace(text)
	for _, quote := range []string{`"`, `'`} {
		lead, rest, begun := strings.Cut(text, quote)
		inner, ended := strings.CutSuffix(rest, quote)
		if begun && ended && (lead == "" || complete(inner)) {
			text = strings.ReplaceAll(inner, `'\''`, `'`)
			break
		}
	}
	if address, err := url.Parse(text); err == nil && address.Scheme == "file" {
		path := address.Path
		if len(path) > 2 && path[2] == ':' { // /C:/folder
			path = path[1:]
		}
		return filepath.FromSlash(path)
	}
	return text
}

// meant is the path that a text is about to become while it is typed: it may end with
// a space.
func meant(text string) string {
	if path := named(text); path != strings.TrimSpace(text) {
		return path
	}
	return text
}

// pasted is the path of a text that was pasted; whole reports whether it is complete
// and takes the place of what stands in the field.
func pasted(text string) (path string, whole bool) {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	path = named(line)
	if path == strings.TrimSpace(line) && filepath.Separator == '/' {
		path = unescaped(path)
	}
	return path, complete(path)
}

// complete reports whether a path says on its own where something is.
func complete(path string) bool {
	return filepath.IsAbs(path) || strings.HasPrefix(path, "~") || strings.HasPrefix(path, "file:")
}

// unescaped takes out the signs that a shell needs before spaces and the like.
func unescaped(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] == '\\' && i+1 < len(path) {
			i++
		}
		b.WriteByte(path[i])
	}
	return b.String()
}
