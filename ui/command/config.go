package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/goccy/go-yaml/ast"

	"luwes/assess"
	"luwes/ui/locale"
)

// A config is what config.yaml says. Zero values are not said.
type config struct {
	Lang, Theme string
	ASCII       bool
	Margin      int
}

// configKeys are the keys of config.yaml.
var configKeys = []string{"lang", "theme", "ascii", "margin"}

// maxMargin is the widest margin beside the interface.
const maxMargin = 20

// configPath is where config.yaml stands.
func configPath() string { return filepath.Join(xdg.ConfigHome, "luwes", "config.yaml") }

// readConfig reads config.yaml; a file that is not there says nothing. All its
// problems are told at once, with their lines.
func readConfig(path string) (config, error) {
	src, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return config{}, nil
	}
	if err != nil {
		return config{}, fileFault(err, path, "file-unreadable")
	}
	c, problems := parseConfig(src)
	if len(problems) > 0 {
		return c, problems.In(path).Err()
	}
	return c, nil
}

func parseConfig(src []byte) (config, assess.Problems) {
	r := configReader{seen: map[string]bool{}}
	file, problems := assess.ParseYAML(src)
	if problems != nil {
		return r.config, problems
	}
	for _, doc := range file.Docs {
		switch n := doc.Body.(type) {
		case nil, *ast.CommentGroupNode:
		case *ast.MappingNode:
			for _, kv := range n.Values {
				r.pair(kv)
			}
		case *ast.MappingValueNode:
			r.pair(n)
		default:
			r.add(n, "yaml-mapping")
		}
	}
	return r.config, r.problems
}

type configReader struct {
	config   config
	problems assess.Problems
	seen     map[string]bool
}

func (r *configReader) add(n ast.Node, code string, pairs ...string) {
	p := assess.NewProblem(code, pairs...)
	if t := n.GetToken(); t != nil {
		p = p.At(t.Position.Line, t.Position.Column)
	}
	r.problems = append(r.problems, p)
}

func (r *configReader) pair(kv *ast.MappingValueNode) {
	key, value := kv.Key.GetToken().Value, ""
	if kv.Value != nil && kv.Value.GetToken() != nil {
		value = kv.Value.GetToken().Value
	}
	if r.seen[key] {
		r.add(kv.Key, "key-twice", "key", clean(key))
		return
	}
	r.seen[key] = true
	if kv.Value != nil && kv.Value.Type() == ast.NullType && slices.Contains(configKeys, key) {
		return // a key without a value says nothing
	}
	switch key {
	case "lang":
		r.config.Lang = r.oneOf(kv, value, locale.Languages)
	case "theme":
		r.config.Theme = r.oneOf(kv, value, themes)
	case "ascii":
		r.config.ASCII = r.oneOf(kv, value, []string{"true", "false"}) == "true"
	case "margin":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n > maxMargin {
			r.add(kv.Value, "value-unknown", "key", key, "value", clean(value), "allowed", "0–"+strconv.Itoa(maxMargin))
			return
		}
		r.config.Margin = n
	default:
		r.add(kv.Key, "unknown-key", "key", clean(key), "allowed", strings.Join(configKeys, ", "))
	}
}

func (r *configReader) oneOf(kv *ast.MappingValueNode, value string, allowed []string) string {
	if slices.Contains(allowed, value) {
		return value
	}
	n := ast.Node(kv.Key)
	if kv.Value != nil {
		n = kv.Value
	}
	r.add(n, "value-unknown", "key", kv.Key.GetToken().Value, "value", clean(value), "allowed", strings.Join(allowed, ", "))
	return ""
}

// remember keeps language and theme for the next start. Other lines of the file,
// comments too, stay as they are.
func remember(path, lang, theme string) error {
	src, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fileFault(err, path, "file-unreadable")
	}
	text := withKey(withKey(string(src), "lang", lang), "theme", theme)
	if text == string(src) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fileFault(err, path, "file-unwritable")
	}
	return writeFile(path, true, []byte(text))
}

// withKey sets one top-level key of a YAML text line by line.
func withKey(text, key, value string) string {
	if value == "" {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, key+":") {
			lines[i] = key + ": " + value + "\n"
			return strings.Join(lines, "")
		}
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return text + key + ": " + value + "\n"
}
