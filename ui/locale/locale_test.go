package locale

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// raw reads the files of a language as they are, by name.
func raw(t *testing.T, lang string) map[string]map[string]any {
	t.Helper()
	names, err := filepath.Glob("*." + lang + ".json")
	if err != nil || len(names) == 0 {
		t.Fatal("no files", err)
	}
	out := map[string]map[string]any{}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file := map[string]any{}
		if err := json.Unmarshal(src, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = file
	}
	return out
}

// messages reads every message of a language: its forms by plural, its file.
func messages(t *testing.T, lang string) (texts map[string]map[string]string, files map[string]string) {
	t.Helper()
	texts, files = map[string]map[string]string{}, map[string]string{}
	for name, file := range raw(t, lang) {
		for id, v := range file {
			if other, twice := files[id]; twice {
				t.Errorf("%s: %s is in %s too", name, id, other)
			}
			files[id], texts[id] = name, forms(v)
		}
	}
	return texts, files
}

func forms(v any) map[string]string {
	if s, ok := v.(string); ok {
		return map[string]string{"other": s}
	}
	out := map[string]string{}
	for form, text := range v.(map[string]any) {
		out[form] = fmt.Sprint(text)
	}
	return out
}

// A message with forms has all of its language: English asks for that of one too, even
// where there is usually more.
func TestFormsOfNumbers(t *testing.T) {
	for lang, want := range map[string][]string{English: {"one", "other"}, Indonesian: {"other"}} {
		for name, file := range raw(t, lang) {
			for id, v := range file {
				if _, one := v.(string); one {
					continue
				}
				if got := slices.Sorted(maps.Keys(forms(v))); !slices.Equal(got, want) {
					t.Errorf("%s: %s has the forms %v, want %v", name, id, got, want)
				}
			}
		}
	}
}

// Every message is there in both languages, in files of the same area, and names
// the same values.
func TestBothLanguages(t *testing.T) {
	id, idFiles := messages(t, Indonesian)
	en, enFiles := messages(t, English)
	for _, key := range slices.Sorted(maps.Keys(idFiles)) {
		if _, ok := en[key]; !ok {
			t.Errorf("%s: %s is missing in English", idFiles[key], key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(enFiles)) {
		if _, ok := id[key]; !ok {
			t.Errorf("%s: %s is missing in Indonesian", enFiles[key], key)
			continue
		}
		if a, b := area(idFiles[key]), area(enFiles[key]); a != b {
			t.Errorf("%s stands in %s and in %s", key, a, b)
		}
		if a, b := places(id[key]), places(en[key]); a != b {
			t.Errorf("%s names %q in Indonesian and %q in English", key, a, b)
		}
		for _, m := range []map[string]string{id[key], en[key]} {
			for form, text := range m {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s (%s) is empty", key, form)
				}
			}
		}
	}
}

func area(file string) string { return strings.SplitN(file, ".", 2)[0] }

// variable finds the values that a template names.
var variable = regexp.MustCompile(`\.([A-Za-z_]+)`)

var action = regexp.MustCompile(`{{[^}]*}}`)

func places(forms map[string]string) string {
	names := map[string]bool{}
	for _, text := range forms {
		for _, a := range action.FindAllString(text, -1) {
			for _, m := range variable.FindAllStringSubmatch(a, -1) {
				names[m[1]] = true
			}
		}
	}
	delete(names, "N") // a form for one may leave the number out
	return strings.Join(slices.Sorted(maps.Keys(names)), " ")
}

// English tells one from many; Indonesian does not. A message with forms has
// those of its language.
func TestPluralForms(t *testing.T) {
	for lang, want := range map[string]string{Indonesian: "other", English: "one other"} {
		texts, _ := messages(t, lang)
		for key, m := range texts {
			got := strings.Join(slices.Sorted(maps.Keys(m)), " ")
			if got != want && got != "other" {
				t.Errorf("%s (%s) has the forms %s", key, lang, got)
			}
		}
	}
}

// Every template can be read and filled.
func TestTemplates(t *testing.T) {
	for _, lang := range Languages {
		w := For(lang)
		texts, _ := messages(t, lang)
		for key, m := range texts {
			var values []any
			for name := range strings.FieldsSeq(places(m)) {
				values = append(values, name, "x")
			}
			text := w.T(key, values...)
			if len(m) > 1 || strings.Contains(m["other"], ".N}") {
				text = w.N(key, 2, values...)
			}
			if strings.Contains(text, "⟦") || strings.Contains(text, "<no value>") {
				t.Errorf("%s (%s): %s", key, lang, text)
			}
		}
	}
}
