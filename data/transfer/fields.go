package transfer

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// fields are the members of an object while they are read; what is wrong with
// one is a problem at its place.
type fields struct {
	t *jsonText
	m *members
	n node
}

// fields reads a node as an object that has no keys but the allowed ones.
func (t *jsonText) fields(n node, allowed ...string) (fields, bool) {
	m, ok := n.value.(*members)
	if !ok {
		t.wrongType(n, "object")
		return fields{}, false
	}
	for i, key := range m.keys {
		if !slices.Contains(allowed, key) {
			t.add(m.places[i], "json-unknown", "key", short(key))
		}
	}
	return fields{t, m, n}, true
}

func (t *jsonText) wrongType(n node, want string) {
	if !n.missing {
		t.add(n.at, "json-type", "want", want)
	}
}

// get is the value of a key; a problem if it is not there.
func (f fields) get(key string) node {
	n, ok := f.m.find(key)
	if !ok {
		f.t.add(f.n.at, "json-missing", "key", key)
		return node{at: f.n.at, missing: true}
	}
	return n
}

func (f fields) has(key string) bool {
	_, ok := f.m.find(key)
	return ok
}

func (f fields) text(key string) string {
	n := f.get(key)
	s, ok := n.value.(string)
	if !ok {
		f.t.wrongType(n, "string")
	}
	return s
}

// short is a text that is no longer than a cell of a table may be.
func (f fields) short(key string) string {
	s := f.text(key)
	if len(s) > maxCell {
		f.t.add(f.m.of(key).at, "text-too-long", "key", key, "limit", itoa(maxCell>>20))
		return ""
	}
	return s
}

// name is a text that identifies something and is shown on one line.
func (f fields) name(key string) string {
	s := f.short(key)
	if strings.ContainsFunc(s, unicode.IsControl) {
		f.bad(key, s)
	}
	return s
}

// words is a text that a person wrote.
func (f fields) words(key string) string {
	s := f.short(key)
	if strings.ContainsFunc(s, odd) {
		f.bad(key, s)
	}
	return s
}

// odd reports whether a character is none that a person writes.
func odd(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' }

// optional reads a text that may be left out.
func (f fields) optional(key string, read func(string) string) string {
	if !f.has(key) {
		return ""
	}
	return read(key)
}

func (f fields) oneOf(key string, values ...string) string {
	s := f.text(key)
	if _, ok := f.m.of(key).value.(string); ok && !slices.Contains(values, s) {
		f.bad(key, s)
	}
	return s
}

// number reads a whole number from low to high.
func (f fields) number(key string, low, high int) int {
	return f.whole(f.get(key), key, low, high)
}

// whole reads a whole number that stands under a key or in its list.
func (f fields) whole(n node, key string, low, high int) int {
	x, ok := n.value.(json.Number)
	if !ok {
		f.t.wrongType(n, "number")
		return low
	}
	i, err := strconv.Atoi(x.String())
	if err != nil || i < low || i > high {
		f.t.add(n.at, "json-value", "key", key, "value", short(x.String()))
		return low
	}
	return i
}

// optionalNumber reads a whole number that may be left out; 0 then.
func (f fields) optionalNumber(key string, low, high int) int {
	if !f.has(key) {
		return 0
	}
	return f.number(key, low, high)
}

// decimal reads a number above low and up to high.
func (f fields) decimal(key string, low, high float64) float64 {
	n := f.get(key)
	x, ok := n.value.(json.Number)
	if !ok {
		f.t.wrongType(n, "number")
		return 0
	}
	v, err := x.Float64()
	if err != nil || v <= low || v > high {
		f.bad(key, x.String())
		return 0
	}
	return v
}

func (f fields) flag(key string) bool {
	n := f.get(key)
	b, ok := n.value.(bool)
	if !ok {
		f.t.wrongType(n, "boolean")
	}
	return b
}

// null reports whether the key is there with null.
func (f fields) null(key string) bool {
	n, ok := f.m.find(key)
	return ok && n.value == nil
}

// moment reads a time; the zero time for null.
func (f fields) moment(key string) time.Time {
	if f.null(key) {
		return time.Time{}
	}
	s := f.text(key)
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		if s != "" {
			f.bad(key, s)
		}
		return time.Time{}
	}
	return t.UTC().Truncate(time.Millisecond)
}

func (f fields) list(key string) []node {
	n := f.get(key)
	xs, ok := n.value.([]node)
	if !ok {
		f.t.wrongType(n, "list")
	}
	return xs
}

// bad tells a value that is not allowed.
func (f fields) bad(key, value string) {
	f.t.add(f.m.of(key).at, "json-value", "key", key, "value", short(value))
}
