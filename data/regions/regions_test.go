package regions

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestCounts(t *testing.T) {
	count, administrative := map[Kind]int{}, map[Kind]int{}
	for _, r := range All() {
		count[r.Kind]++
		if r.Administrative {
			administrative[r.Kind]++
		}
	}
	for kind, want := range map[Kind]int{Province: 38, Regency: 416, City: 98} {
		if count[kind] != want {
			t.Errorf("%s: got %d, want %d", kind, count[kind], want)
		}
	}
	if administrative[Regency] != 1 || administrative[City] != 5 || administrative[Province] != 0 {
		t.Errorf("administrative: got %v, want 1 regency and 5 cities", administrative)
	}
}

func TestCodesAreWellFormedUniqueAndSorted(t *testing.T) {
	form := map[Kind]*regexp.Regexp{
		Province: regexp.MustCompile(`^\d\d$`),
		Regency:  regexp.MustCompile(`^\d\d\.[0-6]\d$`),
		City:     regexp.MustCompile(`^\d\d\.[7-9]\d$`),
	}
	previous := ""
	for _, r := range All() {
		if !form[r.Kind].MatchString(r.Code) {
			t.Errorf("%s: code %q does not fit a %s", r.Name, r.Code, r.Kind)
		}
		if r.Code <= previous {
			t.Errorf("code %q does not come after %q", r.Code, previous)
		}
		previous = r.Code
	}
}

func TestProvinceIsThatOfTheCode(t *testing.T) {
	for _, r := range All() {
		if r.Kind == Province {
			if r.Province != "" {
				t.Errorf("%s lies in %q", r.Name, r.Province)
			}
			continue
		}
		province, ok := ByCode(r.Code[:2])
		if !ok || strings.TrimPrefix(province.Name, "Provinsi ") != r.Province {
			t.Errorf("%s: province is %q, but code %q belongs to %q", r.Name, r.Province, r.Code, province.Name)
		}
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		code, name, province string
		administrative       bool
	}{
		{"19", "Provinsi Kepulauan Bangka Belitung", "", false},
		{"31", "Provinsi DKI Jakarta", "", false},
		{"32", "Provinsi Jawa Barat", "", false},
		{"34", "Daerah Istimewa Yogyakarta", "", false},
		{"96", "Provinsi Papua Barat Daya", "", false},
		{"13.07", "Kabupaten Lima Puluh Kota", "Sumatera Barat", false},
		{"16.01", "Kabupaten Ogan Komering Ulu", "Sumatera Selatan", false},
		{"16.12", "Kabupaten Penukal Abab Lematang Ilir", "Sumatera Selatan", false},
		{"18.08", "Kabupaten Way Kanan", "Lampung", false},
		{"31.01", "Kabupaten Administrasi Kepulauan Seribu", "DKI Jakarta", true},
		{"31.71", "Kota Administrasi Jakarta Pusat", "DKI Jakarta", true},
		{"32.04", "Kabupaten Bandung", "Jawa Barat", false},
		{"32.73", "Kota Bandung", "Jawa Barat", false},
		{"34.03", "Kabupaten Gunungkidul", "Daerah Istimewa Yogyakarta", false},
		{"63.02", "Kabupaten Kotabaru", "Kalimantan Selatan", false},
		{"71.74", "Kota Kotamobagu", "Sulawesi Utara", false},
		{"72.09", "Kabupaten Tojo Una Una", "Sulawesi Tengah", false},
		{"73.10", "Kabupaten Pangkajene dan Kepulauan", "Sulawesi Selatan", false},
		{"81.07", "Kabupaten Kepulauan Aru", "Maluku", false},
	}
	for _, test := range tests {
		r, ok := ByCode(test.code)
		if !ok || r.Name != test.name || r.Province != test.province || r.Administrative != test.administrative {
			t.Errorf("%s: got %+v, want %+v", test.code, r, test)
		}
	}
}

// Every word is capitalised, apart from the two exceptions: new data with another one should be looked at.
func TestNamesAreInProperCase(t *testing.T) {
	form := regexp.MustCompile(`^[A-Z][a-z]+$`)
	for _, r := range All() {
		for _, word := range strings.Split(r.Name, " ") {
			if word != "DKI" && word != "dan" && !form.MatchString(word) {
				t.Errorf("%s: word %q in %q", r.Code, word, r.Name)
			}
		}
	}
}

func TestByCodeUnknown(t *testing.T) {
	for _, code := range []string{"", "3", "99", "32.99", "3204", " 32"} {
		if r, ok := ByCode(code); ok {
			t.Errorf("%q: got %+v, want nothing", code, r)
		}
	}
}

func TestAllIsACopy(t *testing.T) {
	All()[0].Name = "changed"
	if got := All()[0].Name; got != "Provinsi Aceh" {
		t.Errorf("got %q after a caller changed its slice", got)
	}
}

func TestAmbiguous(t *testing.T) {
	kinds := map[string][]Kind{}
	for _, r := range All() {
		if r.Ambiguous() {
			_, base, _ := strings.Cut(r.Name, " ")
			kinds[base] = append(kinds[base], r.Kind)
		}
	}
	if len(kinds) != 26 {
		t.Errorf("got %d double names, want 26", len(kinds))
	}
	for base, got := range kinds {
		slices.Sort(got)
		if !slices.Equal(got, []Kind{City, Regency}) {
			t.Errorf("%s: got %v, want one city and one regency", base, got)
		}
	}
	// Banjar: the regency and the city lie in different provinces. Gorontalo: a province as well.
	for code, want := range map[string]bool{"63.03": true, "32.79": true, "75.01": true, "75": false, "32.76": false, "31.71": false} {
		if r, _ := ByCode(code); r.Ambiguous() != want {
			t.Errorf("%s: got %t, want %t", r.Name, r.Ambiguous(), want)
		}
	}
	if (Region{}).Ambiguous() {
		t.Error("the zero region is ambiguous")
	}
}

func TestParseReportsBrokenData(t *testing.T) {
	const provinces = "code,name\n32,JAWA BARAT\n"
	tests := []struct{ name, provinces, regencies, want string }{
		{"empty", "", "", "parse provinces: header"},
		{"header", provinces, "code,name\n", "parse regencies: header"},
		{"columns", provinces, "code,province_code,name\n32.04,32\n", "wrong number of fields"},
		{"province", provinces, "code,province_code,name\n32.04,33,KOTA X\n", `32.04: unknown province "33"`},
		{"kind", provinces, "code,province_code,name\n32.04,32,BANDUNG\n", `32.04: name "BANDUNG" has no kind`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := parse(test.provinces, test.regencies)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want %q", err, test.want)
			}
		})
	}
}

func TestNoticeGivesTheAttribution(t *testing.T) {
	for _, want := range []string{"idn-area-data", "https://opendatacommons.org/licenses/odbl/1-0/", "Ministry of Home\n  Affairs"} {
		if !strings.Contains(Notice(), want) {
			t.Errorf("notice lacks %q", want)
		}
	}
	if want := "# Open Database License (ODbL)\n"; !strings.HasPrefix(License(), want) {
		t.Errorf("license does not begin with %q", want)
	}
}
