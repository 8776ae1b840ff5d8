package transfer

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"luwes/assess"
)

// value reads a node into a Go value as encoding/json would, by the tags of its
// type, but tells every problem with its place: unknown keys, those missing that
// the type never leaves out, wrong types, numbers out of range, words that are none
// of a few, and characters that a terminal would obey. The key is that under which the node stands.
//
// Structs, lists, maps by text, pointers, text, truth and numbers can be read;
// another kind is a mistake in the program, which the tests of the dossier find.
func (t *jsonText) value(n node, key string, v reflect.Value) {
	if n.missing {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		t.structure(n, v)
	case reflect.Map:
		t.dictionary(n, v)
	case reflect.Slice:
		t.series(n, key, v)
	case reflect.Pointer:
		if n.value != nil {
			v.Set(reflect.New(v.Type().Elem()))
			t.value(n, key, v.Elem())
		}
	case reflect.String:
		t.string(n, key, v)
	case reflect.Bool:
		t.bool(n, v)
	case reflect.Int, reflect.Float64:
		t.number(n, key, v)
	default:
		panic(fmt.Sprintf("%s cannot be read", v.Type()))
	}
}

// structure reads an object of fixed keys.
func (t *jsonText) structure(n node, v reflect.Value) {
	keys := make([]string, v.NumField())
	optional := make([]bool, v.NumField())
	for i := range keys {
		name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		keys[i], optional[i] = name, strings.Contains(options, "omitempty")
	}
	f, ok := t.fields(n, keys...)
	if !ok {
		return
	}
	for i, key := range keys {
		if f.has(key) || !optional[i] {
			t.value(f.get(key), key, v.Field(i))
		}
	}
}

// dictionary reads an object whose keys are values too, such as ids of items.
func (t *jsonText) dictionary(n node, v reflect.Value) {
	if n.value == nil {
		return
	}
	m, ok := n.value.(*members)
	if !ok {
		t.wrongType(n, "object")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i, key := range m.keys {
		if strings.ContainsFunc(key, unicode.IsControl) {
			t.add(m.places[i], "json-unknown", "key", short(key))
		}
		value := reflect.New(v.Type().Elem()).Elem()
		t.value(m.values[i], key, value)
		v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), value)
	}
}

func (t *jsonText) series(n node, key string, v reflect.Value) {
	if n.value == nil {
		return
	}
	xs, ok := n.value.([]node)
	if !ok {
		t.wrongType(n, "list")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(xs), len(xs)))
	for i, x := range xs {
		t.value(x, key, v.Index(i))
	}
}

func (t *jsonText) string(n node, key string, v reflect.Value) {
	s, ok := n.value.(string)
	if !ok {
		t.wrongType(n, "string")
		return
	}
	words, few := vocabularies[v.Type()]
	if strings.ContainsFunc(s, odd) || few && !slices.Contains(words, s) {
		t.add(n.at, "json-value", "key", short(key), "value", short(s))
	}
	v.SetString(s)
}

// vocabularies are the types of text of which a few words are all.
var vocabularies = map[reflect.Type][]string{
	reflect.TypeFor[assess.ActionStatus](): wordsOf(assess.ActionStatuses),
	reflect.TypeFor[assess.Pillar]():       wordsOf(assess.Pillars),
}

func wordsOf[T ~string](of []T) []string {
	words := make([]string, len(of))
	for i, w := range of {
		words[i] = string(w)
	}
	return words
}

func (t *jsonText) bool(n node, v reflect.Value) {
	b, ok := n.value.(bool)
	if !ok {
		t.wrongType(n, "boolean")
	}
	v.SetBool(b)
}

func (t *jsonText) number(n node, key string, v reflect.Value) {
	x, ok := n.value.(json.Number)
	if !ok {
		t.wrongType(n, "number")
		return
	}
	var err error
	if v.CanFloat() {
		var number float64
		number, err = x.Float64()
		v.SetFloat(number)
	} else {
		var number int64
		number, err = strconv.ParseInt(x.String(), 10, v.Type().Bits())
		v.SetInt(number)
	}
	if err != nil {
		t.add(n.at, "json-value", "key", short(key), "value", short(x.String()))
	}
}
