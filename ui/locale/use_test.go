package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	store "luwes/data"
	"luwes/data/transfer"
)

// uses are the ids that the program's text names.
type uses struct {
	ids      map[string]token.Position // whole ids given to T, N or Has
	prefixes map[string]token.Position // beginnings, completed while running
	literals map[string]bool           // every string of the program
}

// lookups are the methods that take an id first.
var lookups = []string{"T", "N", "Has"}

// readUses walks the program, without its tests.
func readUses(t *testing.T) *uses {
	t.Helper()
	u := &uses{map[string]token.Position{}, map[string]token.Position{}, map[string]bool{}}
	set := token.NewFileSet()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool { return u.inspect(set, n) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func (u *uses) inspect(set *token.FileSet, n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BasicLit:
		if s, ok := literal(n); ok {
			u.literals[s] = true
		}
	case *ast.BinaryExpr:
		if s, ok := literal(n.X); ok && n.Op == token.ADD && strings.HasSuffix(s, ".") {
			u.prefixes[s] = set.Position(n.Pos())
		}
	case *ast.CallExpr:
		sel, ok := n.Fun.(*ast.SelectorExpr)
		if ok && slices.Contains(lookups, sel.Sel.Name) && len(n.Args) > 0 {
			if s, ok := literal(n.Args[0]); ok {
				u.ids[s] = set.Position(n.Pos())
			}
		}
	}
	return true
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// Every id that the program names exists, and every beginning of one has
// messages.
func TestEveryIDExists(t *testing.T) {
	texts, _ := messages(t, English)
	u := readUses(t)
	for id, at := range u.ids {
		if _, ok := texts[id]; !ok {
			t.Errorf("%s: there is no message %s", at, id)
		}
	}
	areas := map[string]bool{}
	for id := range texts {
		first, _, _ := strings.Cut(id, ".")
		areas[first+"."] = true
	}
	for prefix, at := range u.prefixes {
		begins := func(id string) bool { return strings.HasPrefix(id, prefix) }
		if first, _, _ := strings.Cut(prefix, "."); !areas[first+"."] {
			continue // another kind of text that ends with a point
		}
		if !slices.ContainsFunc(slices.Collect(maps.Keys(texts)), begins) {
			t.Errorf("%s: no message begins with %s", at, prefix)
		}
	}
}

// No message is left over: each is named in the program, whole or by its
// beginning.
func TestEveryMessageIsUsed(t *testing.T) {
	texts, files := messages(t, English)
	u := readUses(t)
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		if u.literals[id] || u.begins(id) {
			continue
		}
		t.Errorf("%s: %s is used nowhere", files[id], id)
	}
}

// begins reports whether a text of the program is the beginning of an id, up to
// a point or a hyphen.
func (u *uses) begins(id string) bool {
	for i, c := range id {
		if (c == '.' || c == '-') && i > 0 && (u.literals[id[:i]] && strings.Contains(id[:i], ".") || u.literals[id[:i+1]]) {
			return true
		}
	}
	return false
}

// Every code of a problem has a sentence, and no sentence is for a code that
// nobody has.
func TestEveryProblemHasASentence(t *testing.T) {
	texts, files := messages(t, English)
	codes := map[string]bool{}
	for _, code := range slices.Concat(store.Codes(), problemCodes(t, "../../data/transfer"), problemCodes(t, "../../assess"),
		problemCodes(t, "../command"), problemCodes(t, "../report")) {
		codes[code] = true
		if _, ok := texts["problem."+code]; !ok {
			t.Errorf("problem.%s is missing", code)
		}
	}
	for id := range texts {
		code, ok := strings.CutPrefix(id, "problem.")
		if ok && !codes[strings.TrimSuffix(code, ".hint")] {
			t.Errorf("%s: %s is for no problem", files[id], id)
		}
	}
}

// The list that the codecs publish is complete.
func TestTransferCodes(t *testing.T) {
	made := problemCodes(t, "../../data/transfer")
	slices.Sort(made)
	if want := slices.Compact(made); !slices.Equal(slices.Sorted(slices.Values(transfer.Codes())), want) {
		t.Errorf("transfer.Codes() is not\n%s", strings.Join(want, " "))
	}
}

// makers are the functions that make problems, with the arguments at which the
// code may stand.
var makers = map[string][]int{"NewProblem": {0}, "add": {0, 1}, "problem": {0}, "misuse": {0}, "cannot": {0}, "fileFault": {2}}

// codeLike tells a code from whatever else something that is called add may add.
var codeLike = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)

// problemCodes are the codes that a package makes problems with.
func problemCodes(t *testing.T, folder string) []string {
	t.Helper()
	var codes []string
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			codes = append(codes, codesAt(n)...)
			return true
		})
	}
	if len(codes) == 0 {
		t.Fatalf("%s: no problem found", folder)
	}
	return codes
}

// codesAt are the codes in a call of a maker, or in an assignment to a variable
// that is called code.
func codesAt(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.CallExpr:
		name := nameOf(n.Fun)
		for _, at := range makers[name] {
			if at < len(n.Args) {
				if s, ok := literal(n.Args[at]); ok && (name != "add" || codeLike.MatchString(s)) {
					return []string{s}
				}
			}
		}
	case *ast.AssignStmt:
		if id, ok := n.Lhs[0].(*ast.Ident); ok && id.Name == "code" {
			if s, ok := literal(n.Rhs[0]); ok {
				return []string{s}
			}
		}
	}
	return nil
}

func nameOf(fn ast.Expr) string {
	switch fn := fn.(type) {
	case *ast.Ident:
		return fn.Name
	case *ast.SelectorExpr:
		return fn.Sel.Name
	}
	return ""
}
