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
		}
	}
}

// listOf is the list that a part of the session's dossier is.
func listOf(part assess.Part, s *assess.Session) reflect.Value {
	return reflect.ValueOf(part.Of(&s.Dossier)).Elem()
}
