package regions

import (
	"slices"
	"strings"
	"testing"
)

// codes returns the codes of regions, separated by spaces.
func codes(found []Region) string {
	var all []string
	for _, r := range found {
		all = append(all, r.Code)
	}
	return strings.Join(all, " ")
}

func TestSearchFinds(t *testing.T) {
	tests := []struct {
		query string
		want  string // all codes found, in order
	}{
		// Whole names first, then longer names.
		{"kab bandung", "32.04 32.17"},
		{"Kab. Bandung", "32.04 32.17"},
		{"kab.bandung", "32.04 32.17"},
		{"KABUPATEN  BANDUNG BARAT", "32.17 32.04"}, // the second has "barat" from its province
		{"bandung", "32.04 32.73 32.17"},
		{"kota band", "11.71 18.71 32.73"}, // Banda Aceh, Bandar Lampung, Bandung
		{"kabupaten lima puluh kota", "13.07"},
		{"daerah istimewa yogyakarta", "34 34.01 34.02 34.03 34.04 34.71"},
		{"kota adm jakarta pus", "31.71"},
		{"jakarta pusat", "31.71"},
		// The province, then what lies in it.
		{"gorontalo", "75 75.01 75.71 75.05 75.02 75.03 75.04"},
		{"prov gorontalo", "75"},
		{"banten kota", "36.71 36.72 36.73 36.74"},
		{"kota jogja", "34.71"},
		{"sulbar", "76 76.01 76.02 76.03 76.04 76.05 76.06"},
		{"kab diy", "34.01 34.02 34.03 34.04"},
		{"daerah khusus ibukota jakarta", "31 31.01 31.71 31.72 31.73 31.74 31.75"},
		// Codes.
		{"32.04", "32.04"},
		{"3204", "32.04"},
		{"32.7 bandung", "32.73"},
		{"76", "76 76.01 76.02 76.03 76.04 76.05 76.06"},
		{"76.", "76 76.01 76.02 76.03 76.04 76.05 76.06"},
		// Other spacing than in the data.
		{"palangka raya", "62.71"},
		{"Palangka R", "62.71"},
		{"kota baubau", "74.72"},
		{"Tojo Una-Una", "72.09"},
		{"gunung kidul", "34.03"},
		{"prov jawabarat", "32"},
		{"kotabaru", "63.02"},
		{"kota baru", "63.02"},
		// Nothing.
		{"atlantis", ""},
		{"andung", ""},
		{"kota bandung barat daya", ""},
		{"prov bandung", ""},
		{"04.32", ""},
	}
	for _, test := range tests {
		if got := codes(Search(test.query, 0)); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.query, got, test.want)
		}
	}
}

func TestSearchBegins(t *testing.T) {
	tests := []struct {
		query string
		want  string // the first codes found
	}{
		{"jawa barat kota", "32.71 32.72 32.73 32.74 32.75 32.76 32.77 32.78 32.79"},
		{"jawa barat", "32 32.01 32.02"},
		{"papua", "91 92 93 94 95 96 91.03"},
		{"kotawaringin", "62.01 62.02"},
		{"prov", "11 12 13"},
		{"provinsi", "11 12 13"},
		{"kab", "11.01 11.02"},
		{"kabu", "11.01 11.02"},
		{"kol", "74.01 74.08 74.11"},
		{"ko", "13.07 16.01"},  // names (Puluh Kota, Komering) before all cities
		{"sol", "13.02 13.11"}, // by code
	}
	for _, test := range tests {
		n := len(strings.Fields(test.want))
		if got := codes(Search(test.query, n)); got != test.want {
			t.Errorf("%q: got %s, want %s", test.query, got, test.want)
		}
	}
}

func TestSearchByKind(t *testing.T) {
	for query, kind := range map[string]Kind{"kab": Regency, "kabupaten": Regency, "prov": Province, "provinsi": Province} {
		want := slices.DeleteFunc(All(), func(r Region) bool { return r.Kind != kind })
		if got := Search(query, 0); !slices.Equal(got, want) {
			t.Errorf("%q: got %d regions, want the %d of kind %s", query, len(got), len(want), kind)
		}
	}
	// Names with a word that begins with "kota" fit as well.
	want := slices.DeleteFunc(All(), func(r Region) bool { return !strings.Contains(r.Name, "Kota") })
	if got := Search("kota", 0); !slices.Equal(got, want) {
		t.Errorf("kota: got %d regions, want %d", len(got), len(want))
	}
}

func TestSearchAbbreviations(t *testing.T) {
	abbreviations := map[string]string{
		"sumut": "12", "sumbar": "13", "sumsel": "16", "babel": "19", "kepri": "21", "jabar": "32", "jateng": "33",
		"diy": "34", "jatim": "35", "ntb": "52", "ntt": "53", "kalbar": "61", "kalteng": "62", "kalsel": "63",
		"kaltim": "64", "kaltara": "65", "sulut": "71", "sulteng": "72", "sulsel": "73", "sultra": "74",
		"sulbar": "76", "malut": "82",
	}
	for query, code := range abbreviations {
		want := slices.DeleteFunc(All(), func(r Region) bool { return !strings.HasPrefix(r.Code, code) })
		if got := Search(query, 0); !slices.Equal(got, want) {
			t.Errorf("%q: got %s, want %s", query, codes(got), codes(want))
		}
	}
}

func TestSearchFindsEveryRegionFirstByItsNameAndCode(t *testing.T) {
	for _, r := range All() {
		for _, query := range []string{r.Name, strings.ToUpper(r.Name), r.Code} {
			if got := Search(query, 1); len(got) != 1 || got[0] != r {
				t.Errorf("%q: got %+v first, want %s", query, got, r.Code)
			}
		}
	}
}

func TestSearchWithoutWordsFindsAll(t *testing.T) {
	for _, query := range []string{"", "  ", "...", " - "} {
		if got := Search(query, 0); !slices.Equal(got, All()) {
			t.Errorf("%q: got %d regions, want all", query, len(got))
		}
	}
}

func TestSearchLimit(t *testing.T) {
	for limit, want := range map[int]int{-1: 3, 0: 3, 1: 1, 3: 3, 100: 3} {
		if got := len(Search("bandung", limit)); got != want {
			t.Errorf("limit %d: got %d, want %d", limit, got, want)
		}
	}
}

func FuzzSearch(f *testing.F) {
	for _, query := range []string{
		"", "bandung", "32.04", ".", "..", "3..", ".3", "٣٢", "ǅ", "\xff\xfe", "İstanbul", "\x00", "kota\tkota", "a.b.c",
		"kab kab kab", strings.Repeat("kota ", 200), "日本", "e\u0301",
	} {
		f.Add(query, 5)
	}
	f.Fuzz(func(t *testing.T, query string, limit int) {
		found := Search(query, limit)
		if limit > 0 && len(found) > limit {
			t.Errorf("got %d regions, want at most %d", len(found), limit)
		}
		seen := map[string]bool{}
		for _, r := range found {
			if seen[r.Code] {
				t.Errorf("%s found twice", r.Code)
			}
			seen[r.Code] = true
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	for _, query := range []string{"b", "kota band", "jawa barat kota", "palangka raya", ""} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				Search(query, 10)
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := parse(provincesCSV, regenciesCSV); err != nil {
			b.Fatal(err)
		}
	}
}
