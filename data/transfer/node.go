package transfer

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"luwes/assess"
)

// A node is one value of a JSON text with the place where it begins, which
// decoding into structs does not keep.
type node struct {
	value   any // nil, bool, string, json.Number, []node, *members
	at      int // offset in the text
	missing bool
}

// members are the keys of a JSON object in order.
type members struct {
	keys   []string
	places []int
	values []node
}

// manyKeys is more than any object of ours has, wrong ones among them.
const manyKeys = 1000

// find is the value of a key; false if there is none.
func (m *members) find(key string) (node, bool) {
	i := slices.Index(m.keys, key) // a handful, in which looking is quicker than hashing
	if i < 0 {
		return node{}, false
	}
	return m.values[i], true
}

// of is the value of a key; an empty node if there is none.
func (m *members) of(key string) node {
	n, _ := m.find(key)
	return n
}

func (m *members) add(key string, place int, value node) {
	m.keys, m.places, m.values = append(m.keys, key), append(m.places, place), append(m.values, value)
}

// maxDepth is deeper than any file of ours.
const maxDepth = 16

// maxNodes is how many values a file may hold: four million are the answers of
// more than ten thousand people.
const maxNodes = 4_000_000

var (
	errDepth = errors.New("nested too deeply")
	errNodes = errors.New("too many values")
	errKeys  = errors.New("too many keys")
)

// A jsonText is a JSON text while it is read.
type jsonText struct {
	src      []byte
	dec      *json.Decoder
	lines    []int // offsets at which lines begin
	nodes    int
	problems problems
}

func newJSONText(src []byte) *jsonText {
	t := &jsonText{src: src, dec: json.NewDecoder(bytes.NewReader(src)), lines: []int{0}}
	t.dec.UseNumber()
	for i, c := range src {
		if c == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// root reads the whole text, which must hold one value and nothing behind it.
// It reports false if the text is no JSON.
func (t *jsonText) root() (node, bool) {
	if !utf8.Valid(t.src) {
		t.problems.add(assess.NewProblem("not-utf8"))
		return node{}, false
	}
	n, err := t.node(0)
	if err == nil {
		if _, end := t.dec.Token(); end == nil {
			err = errors.New("text after the end")
		} else if end != io.EOF {
			err = end
		}
	}
	if err != nil {
		t.broken(err)
		return node{}, false
	}
	return n, true
}

// broken tells why the text is no JSON.
func (t *jsonText) broken(err error) {
	at := int(t.dec.InputOffset())
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = max(0, int(syntax.Offset)-1)
	}
	switch {
	case errors.Is(err, errNodes):
		t.add(at, "values-too-many", "limit", itoa(maxNodes))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		t.add(len(t.src), "json-cut")
	default:
		t.add(at, "json-syntax")
	}
}

func (t *jsonText) node(depth int) (node, error) {
	at := t.next()
	token, err := t.dec.Token()
	if err != nil {
		return node{}, err
	}
	t.nodes++
	switch {
	case depth > maxDepth:
		return node{}, errDepth
	case t.nodes > maxNodes:
		return node{}, errNodes
	}
	switch token {
	case json.Delim('['):
		var xs []node
		for t.dec.More() {
			x, err := t.node(depth + 1)
			if err != nil {
				return node{}, err
			}
			xs = append(xs, x)
		}
		_, err := t.dec.Token()
		return node{value: xs, at: at}, err
	case json.Delim('{'):
		m, err := t.members(depth)
		return node{value: m, at: at}, err
	}
	return node{value: token, at: at}, nil
}

func (t *jsonText) members(depth int) (*members, error) {
	m := &members{}
	for t.dec.More() {
		at := t.next()
		token, err := t.dec.Token()
		if err != nil {
			return nil, err
		}
		if len(m.keys) == manyKeys {
			return nil, errKeys
		}
		key, _ := token.(string)
		value, err := t.node(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, twice := m.find(key); twice {
			t.add(at, "json-twice", "key", short(key))
			continue
		}
		m.add(key, at, value)
	}
	_, err := t.dec.Token()
	return m, err
}

// next is the offset at which the next token begins.
func (t *jsonText) next() int {
	i := int(t.dec.InputOffset())
	for i < len(t.src) && bytes.IndexByte([]byte(" \t\r\n,:"), t.src[i]) >= 0 {
		i++
	}
	return i
}

// add tells a problem at an offset: its line, and its column in characters.
func (t *jsonText) add(at int, code string, pairs ...string) {
	line := t.lineOf(at)
	start := t.lines[line]
	column := utf8.RuneCount(t.src[start:min(at, len(t.src))]) + 1
	t.problems.add(assess.NewProblem(code, pairs...).At(line+1, column))
}

func (t *jsonText) lineOf(at int) int {
	low, high := 0, len(t.lines)
	for high-low > 1 {
		if mid := (low + high) / 2; t.lines[mid] <= at {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}
