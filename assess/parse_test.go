package assess

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// Each file of testdata/parse holds an instrument under "in" and, under "want",
// either all its problems or what was read. UPDATE=1 writes it.
func TestParseInstrument(t *testing.T) {
	files, err := filepath.Glob("testdata/parse/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want := part(t, ar, "in"), part(t, ar, "want")
			got := parsed(in.Data)
			if os.Getenv("UPDATE") != "" {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(want.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, want.Data)
			}
		})
	}
}

func part(t *testing.T, ar *txtar.Archive, name string) *txtar.File {
	t.Helper()
	for i := range ar.Files {
		if ar.Files[i].Name == name {
			return &ar.Files[i]
		}
	}
	t.Fatalf("%s is missing", name)
	return nil
}

// parsed gives the problems of an instrument, or what a reader of its defaults
// wants to see.
func parsed(src []byte) string {
	in, err := ParseInstrument(src)
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %q levels %d %s\n", in.ID, in.Version, in.Title, in.Levels, in.Convention)
	for _, g := range in.Groups {
		fmt.Fprintf(&b, "group %s %q %v required %t\n", g.ID, g.Title, g.Scales, g.Required)
	}
	for _, s := range in.Scales {
		fmt.Fprintf(&b, "scale %s %s formative %t minimum %g bands %d\n", s.ID, s.Kind, s.Formative, s.Minimum, len(in.BandsOf(&s)))
		for _, it := range s.Items {
			fmt.Fprintf(&b, "  item %s %q reverse %t weight %g anchors %d\n", it.ID, it.Text, it.Reverse, it.Weight, len(it.Anchors))
		}
	}
	for _, c := range in.Composites {
		fmt.Fprintf(&b, "composite %s %v\n", c.ID, c.Weights)
	}
	return b.String()
}

func TestParseKeepsTheText(t *testing.T) {
	src := "# mine\nid: a\nversion: '1'\ntitle: {id: A}\nlevels: 2\nlabels: [{id: x}, {id: y}]\n" +
		"scales:\n  - {id: s, kind: other, title: {id: S}, items: [{id: s1, text: {id: T}}]}\n"
	in, err := ParseInstrument([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if in.Source != src {
		t.Errorf("got %q", in.Source)
	}
}

// Whatever the bytes, parsing ends with an instrument or with problems that have
// a place, and never panics.
func FuzzParseInstrument(f *testing.F) {
	files, _ := filepath.Glob("testdata/parse/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(ar.Files[0].Data)
		}
	}
	for _, s := range []string{"", "a", "[", "{", "- ", "&a [*a]", "*a", "!!int x", "? a\n: b", "a: |\n  b", "%YAML 1.2\n---\n", "\x00", "id: 1\nid: 2", "<<: {a: b}",
		"scales: [[[]]]", "levels: 1e9", "levels: .inf", "labels: {}", "bands: [{upTo: -.inf}]", "groups: [null]", "scales: [null]", "title: null"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		in, err := ParseInstrument(src)
		var problems Problems
		switch {
		case err == nil:
			if in.Levels < MinLevels || in.Levels > MaxLevels || in.ItemCount() == 0 || in.ID == "" {
				t.Errorf("read as %+v", in)
			}
			Score(in, []Person{{ID: "x"}})
		case !errors.As(err, &problems):
			t.Errorf("no problems: %v", err)
		default:
			for _, p := range problems {
				if p.Place.Line < 1 {
					t.Errorf("no place: %v", p)
				}
			}
		}
	})
}
