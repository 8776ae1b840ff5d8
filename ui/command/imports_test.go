package command

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the rule of the house: which of our packages each package may
// use. A folder that is not listed may use none.
var mayImport = map[string][]string{
	".":                  {"ui/command"},
	"assess":             {"assess/stats"},
	"assess/instruments": {"assess"},
	"data":               {"assess", "data/transfer", "data/regions"},
	"data/transfer":      {"assess"},
	"ui":                 {"assess", "data/regions", "ui/chart", "ui/theme", "ui/locale", "ui/report"}, // never data: ui declares the Store it needs
	"ui/chart":           {"assess", "ui/theme"},
	"ui/locale":          {"assess"},
	"ui/report":          {"assess", "ui/chart", "ui/locale"},
	"ui/command": {"ui", "ui/report", "ui/locale", "data", "data/transfer", "data/regions", "assess",
		"assess/instruments"},
}

// onlyIn says which folder, with those inside it, may name the modules that
// begin like this.
var onlyIn = map[string]string{
	"modernc.org/":              "data",
	"database/sql":              "data",
	"github.com/pressly/goose":  "data",
	"charm.land/":               "ui",
	"github.com/charmbracelet/": "ui",
	"github.com/spf13/":         "ui/command",
	"github.com/nicksnyder/":    "ui/locale",
	"golang.org/x/text/message": "ui/locale",
	"golang.org/x/text/number":  "ui/locale",
}

// TestImports reads every file, tests apart, and fails with its name.
func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	seen := 0
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != root && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		seen++
		checkImports(t, file, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Errorf("only %d files read", seen)
	}
}

func checkImports(t *testing.T, file, rel string) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	folder := path.Dir(rel)
	for _, spec := range tree.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		if own, ok := strings.CutPrefix(name, "luwes/"); ok && !slices.Contains(mayImport[folder], own) {
			t.Errorf("%s: %s may not use %s", rel, folder, own)
		}
		for begin, home := range onlyIn {
			if strings.HasPrefix(name, begin) && folder != home && !strings.HasPrefix(folder, home+"/") {
				t.Errorf("%s: only %s may use %s", rel, home, name)
			}
		}
	}
}
