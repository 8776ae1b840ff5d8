package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licencesFolder is the folder of a package with the licence texts.
const licencesFolder = "licences"

// A part is something that is linked into the program: luwes itself, a Go
// module, or Go.
type part struct {
	name, version string
	own           bool // luwes itself
	dir           string
	licences      []file
}

// A goPackage is what "go list" tells about a package.
type goPackage struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// parts returns everything that is linked into the program on the system, with
// its licences: luwes first, then Go, then the modules by name.
func (s system) parts() ([]part, error) {
	std, err := goItself(s)
	if err != nil {
		return nil, err
	}
	modules, err := s.modules()
	if err != nil {
		return nil, err
	}
	const own = "luwes"
	all := []part{*modules[own], std}
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		if name != own {
			all = append(all, *modules[name])
		}
	}
	for _, p := range all {
		if err := p.check(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// modules returns the linked modules by name, with the licences that hold for
// their linked packages.
func (s system) modules() (map[string]*part, error) {
	list, err := run(s.env(), "go", "list", "-deps", "-json=Dir,Module", "luwes")
	if err != nil {
		return nil, err
	}
	modules := map[string]*part{}
	for in := json.NewDecoder(strings.NewReader(list)); in.More(); {
		var pkg goPackage
		if err := in.Decode(&pkg); err != nil {
			return nil, err
		}
		m := pkg.Module
		if m == nil {
			continue // Go's own
		}
		if modules[m.Path] == nil {
			modules[m.Path] = &part{name: m.Path, version: m.Version, own: m.Main, dir: m.Dir}
		}
		if err := modules[m.Path].collect(pkg.Dir); err != nil {
			return nil, err
		}
	}
	return modules, nil
}

// goItself is the part that every Go program has.
func goItself(s system) (part, error) {
	env, err := run(s.env(), "go", "env", "GOROOT", "GOVERSION")
	if err != nil {
		return part{}, err
	}
	root, version, _ := strings.Cut(env, "\n")
	p := part{name: "Go", version: version, dir: root}
	return p, p.collect(root)
}

// licenceName matches the names of files with licences and what belongs to them.
var licenceName = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|copyright|notice|patents)s?([-._].*)?$`)

// collect adds the licences that hold for the package in dir: those in the
// folders from the module's own down to it. Each file is taken once.
func (p *part) collect(dir string) error {
	for ; ; dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !e.Type().IsRegular() || filepath.Ext(e.Name()) == ".go" || !licenceName.MatchString(e.Name()) {
				continue
			}
			if err := p.add(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
		if dir == p.dir || len(dir) <= len(p.dir) {
			return nil
		}
	}
}

// add adds a licence file under a name that opens with a double-click.
func (p *part) add(source string) error {
	inside, err := filepath.Rel(p.dir, source)
	if err != nil {
		return err
	}
	name := strings.ReplaceAll(path.Join(p.name, filepath.ToSlash(inside)), "/", "-")
	name = path.Join(licencesFolder, strings.TrimSuffix(name, ".txt")+".txt")
	if slices.ContainsFunc(p.licences, func(f file) bool { return f.name == name }) {
		return nil
	}
	content, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	p.licences = append(p.licences, file{name: name, content: content})
	slices.SortFunc(p.licences, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return nil
}

// check refuses a part without a licence, and one under a licence that the
// program as a whole would then be under.
func (p *part) check() error {
	if !slices.ContainsFunc(p.licences, isGrant) {
		return fmt.Errorf("%s %s has no licence in %s", p.name, p.version, p.dir)
	}
	for _, l := range p.licences {
		if found := copyleft.Find(l.content); found != nil {
			return fmt.Errorf("%s %s: %s reads like a licence that does not fit: %q", p.name, p.version, l.name, found)
		}
	}
	return nil
}

// isGrant reports whether a file is a licence and no mere notice beside one.
func isGrant(f file) bool {
	name := strings.ToLower(path.Base(f.name))
	return (strings.Contains(name, "licen") || strings.Contains(name, "copying")) && len(f.content) > 200
}

// copyleft matches what only a text of the GNU licences says: their heading with
// the version, the notice that puts a work under them, or their short names. The
// Mozilla licence, which names them among others, is no match.
var copyleft = regexp.MustCompile(`(?i)GNU\s+((lesser|library|affero)\s+)?general\s+public\s+license\s+version\s+\d` +
	`|under\s+the\s+terms\s+of\s+(version\s+\d\s+of\s+)?the\s+GNU\s` +
	`|license-identifier:\s*[AL]?GPL` +
	`|\A\s*[AL]?GPL[-v \d.]`)
