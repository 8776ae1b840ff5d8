package ui

import (
	"path/filepath"
	"testing"
)

// What terminals paste for a file that is dragged into them, on systems whose
// paths have slashes.
func TestDraggedFilesAreUnderstood(t *testing.T) {
	if filepath.Separator != '/' {
		t.Skip("paths of this system look otherwise")
	}
	for text, want := range map[string]string{
		"'/docs/a/my file.csv' ":        "/docs/a/my file.csv",
		`"/docs/a/my file.csv"`:         "/docs/a/my file.csv",
		`/docs/a/my\ file.csv`:          "/docs/a/my file.csv",
		`'/docs/a/it'\''s.csv'`:         "/docs/a/it's.csv",
		"file:///docs/a/my%20file.csv":  "/docs/a/my file.csv",
		"file:///C:/a.csv":              "C:/a.csv",
		"'file:///docs/a/b.csv'":        "/docs/a/b.csv",
		"/docs/a/Budi's.csv\n/docs/b":   "/docs/a/Budi's.csv",
		"~/a.csv":                       "~/a.csv",
		"name.csv":                      "name.csv",
		"/docs/'/docs/a/my file.csv'":   "/docs/a/my file.csv",
		"/docs/Laporan 'akhir' desa.md": "/docs/Laporan 'akhir' desa.md",
	} {
		got, whole := pasted(text)
		if got != want || whole != (want[0] == '/' || want[0] == '~') {
			t.Errorf("pasted(%q) = %q, %v; want %q", text, got, whole, want)
		}
	}
	if got := named("/docs/Budi's"); got != "/docs/Budi's" {
		t.Errorf("one quote is not taken as it stands: %q", got)
	}
}
