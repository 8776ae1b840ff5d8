package transfer

import (
	"reflect"

	"luwes/assess"
)

// dossierKeys are the keys of a dossier's parts, in the order of the file.
var dossierKeys = func() []string {
	var keys []string
	for _, part := range assess.Parts {
		keys = append(keys, string(part))
	}
	return keys
}()

// putDossier writes the parts that have anything, as the JSON tags of their
// entries say.
func putDossier(o *object, s *assess.Session) {
	for _, part := range assess.Parts {
		if list := listOf(part, s); list.Len() > 0 {
			o.put(string(part), list.Interface())
		}
	}
}

// dossier reads the parts that a file has.
func (t *sessionText) dossier(f fields, s *assess.Session) {
	for _, part := range assess.Parts {
		if !f.has(string(part)) {
			continue
		}
		if n := f.m.of(string(part)); n.value == nil { // null is a list elsewhere, but not here
			t.wrongType(n, "list")
		} else {
			t.value(n, string(part), listOf(part, s))
			t.distinct(n)
		}
	}
}

// distinct tells entries with an id that is empty or that another has: they are found
// by it.
func (t *sessionText) distinct(list node) {
	seen := map[string]bool{"": true}
	entries, _ := list.value.([]node)
	for _, entry := range entries {
		m, ok := entry.value.(*members)
		if !ok {
			continue
		}
		id, ok := m.of("id").value.(string)
		if ok && seen[id] {
			t.add(m.of("id").at, "json-value", "key", "id", "value", short(id))
		}
		seen[id] = true
	}
}

// listOf is the list that a part of the session's dossier is.
func listOf(part assess.Part, s *assess.Session) reflect.Value {
	return reflect.ValueOf(part.Of(&s.Dossier)).Elem()
}
