package transfer

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"luwes/assess"
)

// DossierConflicts lists in what the parts of the dossier differ that two sessions
// both have.
func DossierConflicts(saved, file *assess.Session) assess.Problems {
	d := &differences{}
	d.dossier(saved, file, false)
	return d.list
}

// DossierAdditions returns the parts of the dossier that only the file has.
func DossierAdditions(saved, file *assess.Session) assess.Dossier {
	add := &assess.Session{}
	for _, part := range assess.Parts {
		if there := listOf(part, file); listOf(part, saved).Len() == 0 && there.Len() > 0 {
			listOf(part, add).Set(there)
		}
	}
	return add.Dossier
}

// dossier compares part by part, with whole also those that only one side has.
func (d *differences) dossier(saved, file *assess.Session, whole bool) {
	for _, part := range assess.Parts {
		here, there := listOf(part, saved), listOf(part, file)
		if whole || here.Len() > 0 && there.Len() > 0 {
			d.series(part, here, there)
		}
	}
}

// series compares two lists entry by entry, from the first that differs to the last,
// so that one entry more in the middle is one difference.
func (d *differences) series(part assess.Part, here, there reflect.Value) {
	shorter, longer := min(here.Len(), there.Len()), max(here.Len(), there.Len())
	first, last := 0, 0 // entries that are the same at the beginning and at the end
	for first < shorter && alike(here.Index(first), there.Index(first)) {
		first++
	}
	for last < shorter-first && alike(here.Index(here.Len()-1-last), there.Index(there.Len()-1-last)) {
		last++
	}
	for i := first; i < longer-last; i++ {
		switch {
		case i >= here.Len()-last:
			d.entry(part, i, "–", wording(there.Index(i)))
		case i >= there.Len()-last:
			d.entry(part, i, wording(here.Index(i)), "–")
		default:
			d.structure(part, i, here.Index(i), there.Index(i))
		}
	}
}

// entry tells of an entry that only one side has.
func (d *differences) entry(part assess.Part, i int, here, there string) {
	d.add("differs-part", "part", string(part), "number", itoa(i+1), "here", short(here), "there", short(there))
}

// structure names the fields in which two entries differ, by the keys that they have
// in files of sessions.
func (d *differences) structure(part assess.Part, i int, here, there reflect.Value) {
	for k := range here.NumField() {
		a, b := here.Field(k), there.Field(k)
		if !alike(a, b) {
			key, _, _ := strings.Cut(here.Type().Field(k).Tag.Get("json"), ",")
			d.add("differs-entry-of", "part", string(part), "number", itoa(i+1), "what", string(part)+"."+key,
				"here", short(wording(a)), "there", short(wording(b)))
		}
	}
}

// alike reports whether two values are written alike.
func alike(a, b reflect.Value) bool {
	x, _ := plainJSON(a.Interface()) // what was read can be written
	y, _ := plainJSON(b.Interface())
	return bytes.Equal(x, y)
}

// wording puts what stands in a value on one line: texts and numbers without their
// keys, those of lists and entries with a dot between.
func wording(v reflect.Value) string {
	var parts []string
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() {
				parts = append(parts, wording(f))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			parts = append(parts, wording(v.Index(i)))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			parts = append(parts, key.String()+" "+wording(v.MapIndex(key)))
		}
		slices.Sort(parts)
	case reflect.Pointer:
		if !v.IsNil() {
			return wording(v.Elem())
		}
	case reflect.String:
		return v.String()
	default:
		return fmt.Sprint(v)
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
