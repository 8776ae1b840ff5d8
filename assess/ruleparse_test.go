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

// twoScales is an instrument with the scales a (a1 to a4) and B (b1, b2), and the
// composites total and part.
const twoScales = `
id: test
version: 1
title: {en: T}
levels: 5
labels: [{en: I}, {en: II}, {en: III}, {en: IV}, {en: V}]
scales:
  - {id: a, kind: strategy, title: {id: Skala A, en: Scale A}, items: [{id: a1, text: {en: T}}, {id: a2, text: {en: T}}, {id: a3, text: {en: T}}, {id: a4, text: {en: T}}]}
  - {id: B, kind: dimension, title: {id: Skala B, en: Scale B}, items: [{id: b1, text: {en: T}}, {id: b2, text: {en: T}}]}
composites: [{id: total, title: {en: T}, weights: {a: 1, B: 1}}, {id: part, title: {en: T}, weights: {a: 1}}]
`

func instrumentOf(t testing.TB, src string) *Instrument {
	t.Helper()
	in, err := ParseInstrument([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// Each file of testdata/rules holds a rules file under "in" and, under "want",
// either all its problems or what was read. UPDATE=1 writes it.
func TestParseRules(t *testing.T) {
	files, err := filepath.Glob("testdata/rules/*.txtar")
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
			got := readRules(instrumentOf(t, twoScales), in.Data)
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

func readRules(in *Instrument, src []byte) string {
	rs, err := ParseRules(src, in)
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	for _, r := range rs.List {
		fmt.Fprintf(&b, "%s %s %s %q %q %q after %v against %v covers %v\n", r.ID, r.Kind, r.Strength, r.Title, r.Text, r.Remedies, r.After, r.Against, r.covers)
		r.When.Each(func(c *Condition) {
			fmt.Fprintf(&b, "  %s%s%v places %d %d above %v below %v apart %t\n", c.Item, c.Scale, c.Gap, c.first, c.second, c.Above, c.Below, c.Apart)
		})
	}
	return b.String()
}

// Whatever the bytes, reading rules ends with rules or with problems that have a
// place.
func FuzzParseRules(f *testing.F) {
	files, _ := filepath.Glob("testdata/rules/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(ar.Files[0].Data)
		}
	}
	for _, s := range []string{"", "rules: [null]", "rules: [{when: [[]]}]", "rules: [{when: {all: [{all: []}]}}]", "rules: [{when: {gap: [null, null], above: .nan}}]", "references: [null]"} {
		f.Add([]byte(s))
	}
	in := instrumentOf(f, twoScales)
	f.Fuzz(func(t *testing.T, src []byte) {
		rs, err := ParseRules(src, in)
		var problems Problems
		switch {
		case err == nil:
			s := &Session{Instrument: in, Respondents: []Respondent{{ID: "x", Entries: []Entry{{Item: "a1", Round: 1, Answer: At(1)}}}}}
			rs.Diagnose(s, nil)
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
