package assess_test

import (
	"encoding/hex"
	"slices"
	"testing"

	"luwes/assess"
)

func fingerprinted() *assess.Instrument {
	in := questionnaire(5, scaleOf("str", 3), scaleOf("beh", 2))
	in.Scales[0].Items[1].Reverse = true
	in.Scales[0].Items[2].Weight = 2
	return in
}

func TestFingerprint(t *testing.T) {
	before := fingerprinted().Fingerprint(&fingerprinted().Scales[0])
	if raw, err := hex.DecodeString(before); err != nil || len(raw) != 32 {
		t.Fatalf("fingerprint %q is no SHA-256 in hexadecimal", before)
	}
	for _, c := range []struct {
		what string
		edit func(in *assess.Instrument, s *assess.Scale)
		same bool
	}{
		{"nothing", func(in *assess.Instrument, s *assess.Scale) {}, true},

		{"another wording", func(in *assess.Instrument, s *assess.Scale) {
			s.Title, s.Low, s.High = assess.Text{ID: "x"}, assess.Text{ID: "y"}, assess.Text{ID: "z"}
			s.Items[0].Text, s.Items[0].Aim = assess.Text{EN: "other"}, assess.Text{EN: "aim"}
			s.Items[0].Anchors = make([]assess.Text, 5)
			s.Items[0].Facet, s.Items[0].Source = "facet", "source"
		}, true},
		{"another order of items", func(in *assess.Instrument, s *assess.Scale) { slices.Reverse(s.Items) }, true},
		{"ids in capitals", func(in *assess.Instrument, s *assess.Scale) { s.Items[0].ID = "STR1" }, true},
		{"other bands", func(in *assess.Instrument, s *assess.Scale) { s.Bands = bandsTo(50, 100) }, true},
		{"another version, title and source", func(in *assess.Instrument, s *assess.Scale) {
			in.ID, in.Version, in.Title, in.Source = "x", "2", assess.Text{EN: "t"}, "s"
		}, true},
		{"another scale changed", func(in *assess.Instrument, s *assess.Scale) { in.Scales[1].Items[0].Reverse = true }, true},
		{"kind and formative", func(in *assess.Instrument, s *assess.Scale) { s.Kind, s.Formative = assess.Strategy, true }, true},

		{"an item reversed", func(in *assess.Instrument, s *assess.Scale) { s.Items[0].Reverse = true }, false},
		{"the reversal moved", func(in *assess.Instrument, s *assess.Scale) {
			s.Items[0].Reverse, s.Items[1].Reverse = true, false
		}, false},
		{"a weight", func(in *assess.Instrument, s *assess.Scale) { s.Items[0].Weight = 1.0000000001 }, false},
		{"the weights swapped", func(in *assess.Instrument, s *assess.Scale) {
			s.Items[0].Weight, s.Items[2].Weight = 2, 1
		}, false},
		{"the levels", func(in *assess.Instrument, s *assess.Scale) { in.Levels = 4 }, false},
		{"the convention", func(in *assess.Instrument, s *assess.Scale) { in.Convention = assess.Share }, false},
		{"the minimum", func(in *assess.Instrument, s *assess.Scale) { s.Minimum = 0.51 }, false},
		{"an id", func(in *assess.Instrument, s *assess.Scale) { s.Items[0].ID = "str4" }, false},
		{"an item less", func(in *assess.Instrument, s *assess.Scale) { s.Items = s.Items[:2] }, false},
		{"an item more", func(in *assess.Instrument, s *assess.Scale) {
			s.Items = append(s.Items, assess.Item{ID: "str4", Weight: 1})
		}, false},
	} {
		in := fingerprinted()
		s := &in.Scales[0]
		c.edit(in, s)
		if same := in.Fingerprint(s) == before; same != c.same {
			t.Errorf("%s: same fingerprint %t, want %t", c.what, same, c.same)
		}
	}
}

// The fingerprint stands in files that other versions of luwes wrote: it never
// changes for the same scale.
func TestFingerprintIsForEver(t *testing.T) {
	in := fingerprinted()
	const want = "c15a62cf97ba86caf2522b122ccc38eeaf167f3a0a9968fdd6af600c2a9dae61"
	if got := in.Fingerprint(&in.Scales[0]); got != want {
		t.Errorf("fingerprint %s, want %s", got, want)
	}
}
