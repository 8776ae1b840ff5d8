package assess

import "testing"

// A group of scales that are all of no particular kind is their heading.
func TestChapter(t *testing.T) {
	title := Text{ID: "Dimensi struktur"}
	in := &Instrument{
		Groups: []Group{{ID: "a", Title: title, Scales: []string{"x", "y"}}, {ID: "mixed", Title: title, Scales: []string{"z", "s"}}, {ID: "bare", Scales: []string{"w"}}},
		Scales: []Scale{{ID: "x", Kind: Other}, {ID: "Y", Kind: Other}, {ID: "z", Kind: Other}, {ID: "s", Kind: Strategy}, {ID: "w", Kind: Other}},
	}
	for i, want := range []string{"a", "a", "", "", ""} {
		got := ""
		if g := in.Chapter(&in.Scales[i]); g != nil {
			got = g.ID
		}
		if got != want {
			t.Errorf("%s: chapter %q, want %q", in.Scales[i].ID, got, want)
		}
	}
}
