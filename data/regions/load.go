package regions

import (
	"cmp"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed provinces.csv
var provincesCSV string

//go:embed regencies.csv
var regenciesCSV string

// table is the parsed data. Regions and entries have the same order, that of the codes.
type table struct {
	regions   []Region
	entries   []entry
	byCode    map[string]int
	ambiguous map[string]bool // by code
}

// loaded parses the embedded files at the first call. It panics if they are broken, which cannot happen in a released
// program: the tests parse the same bytes.
var loaded = sync.OnceValue(func() *table {
	t, err := parse(provincesCSV, regenciesCSV)
	if err != nil {
		panic("load regions: " + err.Error())
	}
	return t
})

// place is a region together with its name without kind.
type place struct {
	Region
	base string
}

func parse(provinces, regencies string) (*table, error) {
	places, err := parseProvinces(provinces)
	if err != nil {
		return nil, fmt.Errorf("parse provinces: %w", err)
	}
	lower, err := parseRegencies(regencies, places)
	if err != nil {
		return nil, fmt.Errorf("parse regencies: %w", err)
	}
	return newTable(append(places, lower...)), nil
}

func parseProvinces(text string) ([]place, error) {
	rows, err := records(text, "code", "name")
	if err != nil {
		return nil, err
	}
	var places []place
	for _, row := range rows {
		base := properCase(row[1])
		region := Region{Code: row[0], Name: provinceName(base), Kind: Province}
		places = append(places, place{region, base})
	}
	return places, nil
}

// provinceName puts "Provinsi" before the name, except for Daerah Istimewa Yogyakarta. Jakarta stays "Provinsi DKI
// Jakarta" as in the data, although a law of 2024 calls it Daerah Khusus Jakarta; a search finds it under both.
func provinceName(base string) string {
	if strings.HasPrefix(base, "Daerah ") {
		return base
	}
	return "Provinsi " + base
}

func parseRegencies(text string, provinces []place) ([]place, error) {
	rows, err := records(text, "code", "province_code", "name")
	if err != nil {
		return nil, err
	}
	provinceOf := map[string]string{}
	for _, p := range provinces {
		provinceOf[p.Code] = p.base
	}
	var places []place
	for _, row := range rows {
		p, err := parseRegency(row, provinceOf)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", row[0], err)
		}
		places = append(places, p)
	}
	return places, nil
}

// parseRegency reads one row: code, code of the province, name in capitals with its kind.
func parseRegency(row []string, provinceOf map[string]string) (place, error) {
	province, ok := provinceOf[row[1]]
	if !ok {
		return place{}, fmt.Errorf("unknown province %q", row[1])
	}
	region := Region{Code: row[0], Name: properCase(row[2]), Province: province}
	kind, base, _ := strings.Cut(region.Name, " ")
	switch kind {
	case "Kabupaten":
		region.Kind = Regency
	case "Kota":
		region.Kind = City
	default:
		return place{}, fmt.Errorf("name %q has no kind", row[2])
	}
	base, region.Administrative = strings.CutPrefix(base, "Administrasi ")
	return place{region, base}, nil
}

// records returns the rows of a CSV text after checking its header.
func records(text string, header ...string) ([][]string, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || !slices.Equal(rows[0], header) {
		return nil, fmt.Errorf("header is not %q", header)
	}
	return rows[1:], nil
}

// properCase writes a name in capitals as it stands in running text. The data holds one abbreviation (DKI), one
// conjunction (DAN) and no Roman numeral; its short words (Ulu, Una, Way, Aru) are ordinary names.
func properCase(capitals string) string {
	words := strings.Fields(capitals)
	for i, word := range words {
		switch word {
		case "DKI":
		case "DAN":
			words[i] = "dan"
		default:
			words[i] = word[:1] + strings.ToLower(word[1:])
		}
	}
	return strings.Join(words, " ")
}

func newTable(places []place) *table {
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.Code, b.Code) })
	t := &table{byCode: map[string]int{}, ambiguous: ambiguous(places)}
	for i, p := range places {
		t.byCode[p.Code] = i
		t.regions = append(t.regions, p.Region)
		t.entries = append(t.entries, newEntry(p))
	}
	return t
}

// ambiguous returns the codes of the regencies and cities that share their name without kind with the other kind.
func ambiguous(places []place) map[string]bool {
	codes := map[string]map[Kind]string{} // by name
	for _, p := range places {
		if codes[p.base] == nil {
			codes[p.base] = map[Kind]string{}
		}
		codes[p.base][p.Kind] = p.Code
	}
	shared := map[string]bool{}
	for _, code := range codes {
		if code[Regency] != "" && code[City] != "" {
			shared[code[Regency]], shared[code[City]] = true, true
		}
	}
	return shared
}
