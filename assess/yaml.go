package assess

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"
)

// A yamlReader walks a syntax tree and gathers every problem on the way, which
// decoding into structs cannot: it stops at the first.
type yamlReader struct {
	problems Problems
	ids      map[string]bool // kind of thing and id in lower case, as far as seen
}

// A yamlMapping is a node of the tree that ought to be a mapping.
type yamlMapping struct {
	r      *yamlReader
	node   ast.Node
	fields map[string]ast.Node
}

func (r *yamlReader) add(n ast.Node, code string, pairs ...string) {
	p := NewProblem(code, pairs...).At(1, 1)
	if n != nil && n.GetToken() != nil && n.GetToken().Position != nil {
		pos := firstToken(n).GetToken().Position
		p = p.At(pos.Line, pos.Column)
	}
	r.problems = append(r.problems, p)
}

// firstToken is the node where a person sees n begin: the token of a block
// mapping is its first colon.
func firstToken(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 && !n.IsFlowStyle {
			return n.Values[0].Key
		}
	case *ast.MappingValueNode:
		return n.Key
	}
	return n
}

// pairsOf returns the key-value pairs of a node; false if it is no mapping.
func pairsOf(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func (r *yamlReader) mapping(n ast.Node, allowed ...string) yamlMapping {
	m := yamlMapping{r: r, node: n, fields: map[string]ast.Node{}}
	pairs, ok := pairsOf(n)
	if !ok {
		r.add(n, "yaml-mapping")
		return m
	}
	for _, kv := range pairs {
		key := r.scalar(kv.Key)
		switch {
		case !slices.Contains(allowed, key):
			r.add(kv.Key, "unknown-key", "key", key, "allowed", strings.Join(allowed, ", "))
		case m.fields[key] != nil:
			r.add(kv.Key, "key-twice", "key", key)
		default:
			m.fields[key] = kv.Value
		}
	}
	return m
}

func (m yamlMapping) has(key string) bool {
	n := m.fields[key]
	return n != nil && n.Type() != ast.NullType
}

// at is the node of a key, or the mapping itself without it.
func (m yamlMapping) at(key string) ast.Node {
	if n := m.fields[key]; n != nil {
		return n
	}
	return m.node
}

func (m yamlMapping) require(keys ...string) {
	if _, ok := pairsOf(m.node); !ok {
		return // said already that it is no mapping
	}
	for _, key := range keys {
		if !m.has(key) {
			m.r.add(m.node, "key-missing", "key", key)
		}
	}
}

func (m yamlMapping) raw(key string) string {
	if !m.has(key) {
		return ""
	}
	return m.r.scalar(m.fields[key])
}

func (m yamlMapping) str(key string) string {
	if !m.has(key) {
		return ""
	}
	s := strings.TrimSpace(m.r.scalar(m.fields[key]))
	switch {
	case s == "":
		m.r.add(m.fields[key], "yaml-string", "key", key)
	case strings.ContainsFunc(s, oddRune): // an escape in quotes
		m.r.add(m.fields[key], "control-character", "value", s)
	}
	return s
}

func (m yamlMapping) text(key string) Text {
	if !m.has(key) {
		return Text{}
	}
	return m.r.text(m.fields[key])
}

// text reads the two languages of a text; one is enough.
func (r *yamlReader) text(n ast.Node) Text {
	m := r.mapping(n, "id", "en")
	t := Text{ID: m.str("id"), EN: m.str("en")}
	if _, ok := pairsOf(n); ok && t.Empty() {
		r.add(n, "text-empty")
	}
	return t
}

func (m yamlMapping) oneOf(key string, values ...string) string {
	if !m.has(key) {
		return values[0]
	}
	v := m.raw(key)
	if !slices.Contains(values, v) {
		m.r.add(m.fields[key], "value-unknown", "key", key, "value", v, "allowed", strings.Join(values, ", "))
		return values[0]
	}
	return v
}

func (m yamlMapping) boolean(key string) bool {
	if !m.has(key) {
		return false
	}
	b, ok := m.fields[key].(*ast.BoolNode)
	if !ok {
		m.r.add(m.fields[key], "yaml-boolean", "key", key, "value", m.raw(key))
		return false
	}
	return b.Value
}

func (m yamlMapping) integer(key string, otherwise int) int {
	if !m.has(key) {
		return otherwise
	}
	n, err := strconv.Atoi(m.raw(key))
	if err != nil {
		m.r.add(m.fields[key], "yaml-number", "value", m.raw(key))
		return otherwise
	}
	return n
}

func (m yamlMapping) number(key string, otherwise float64) float64 {
	if !m.has(key) {
		return otherwise
	}
	return m.r.float(m.fields[key], otherwise)
}

func (r *yamlReader) float(n ast.Node, otherwise float64) float64 {
	v, err := strconv.ParseFloat(r.scalar(n), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		r.add(n, "yaml-number", "value", r.scalar(n))
		return otherwise
	}
	return v
}

func (m yamlMapping) list(key string) []ast.Node {
	if !m.has(key) {
		return nil
	}
	seq, ok := m.fields[key].(*ast.SequenceNode)
	if !ok {
		m.r.add(m.fields[key], "yaml-list", "key", key)
		return nil
	}
	return seq.Values
}

// isList reports whether a key is there with a list; anything else is told by
// list.
func (m yamlMapping) isList(key string) bool {
	_, ok := m.fields[key].(*ast.SequenceNode)
	return ok
}

func (m yamlMapping) pairs(key string) []*ast.MappingValueNode {
	if !m.has(key) {
		return nil
	}
	pairs, ok := pairsOf(m.fields[key])
	if !ok {
		m.r.add(m.fields[key], "yaml-mapping")
	}
	return pairs
}

// scalar returns the text of a single value, or "" for anything else. Aliases
// and tags are refused: an instrument is to be read as it stands.
func (r *yamlReader) scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode, *ast.InfinityNode, *ast.NanNode, *ast.MergeKeyNode:
		return n.GetToken().Value
	}
	return ""
}

// unique reads an id that no other thing of its kind may have, without case.
func (r *yamlReader) unique(kind string, m yamlMapping) string {
	id := m.str("id")
	if id == "" {
		return id
	}
	if strings.ContainsFunc(id, func(c rune) bool { return !idRune(c) }) {
		r.add(m.fields["id"], "id-characters", "id", id)
	}
	if kind == "item" && slices.Contains(reservedIDs, strings.ToLower(id)) {
		r.add(m.fields["id"], "id-reserved", "id", id)
	}
	key := kind + "\x00" + strings.ToLower(id)
	if r.ids[key] {
		r.add(m.fields["id"], "id-twice", "id", id, "kind", kind)
	}
	if r.ids == nil {
		r.ids = map[string]bool{}
	}
	r.ids[key] = true
	return id
}

// reservedIDs are the other columns of an answers file, and the one by which a
// long file is known.
var reservedIDs = []string{"respondent", "id", "group", "unit", "rank", "answer"}

// idRune reports whether an id may hold c: what stands in a column header or in
// a file name without quoting.
func idRune(c rune) bool {
	return c == '-' || c == '_' || c == '.' || unicode.IsLetter(c) || unicode.IsDigit(c)
}

func itoa(n int) string { return strconv.Itoa(n) }
