// Package regions knows the provinces, regencies and cities of Indonesia, embedded in the program.
//
// A [Region] is one province, regency (kabupaten) or city (kota) with the code of the Ministry of Home Affairs.
// [Search] finds regions while a person types, [ByCode] finds one again that was stored, and [All] lists them.
// Twenty-six names belong to a regency and to a city: [Region.Ambiguous] tells when a name without its kind is not
// enough. [Notice] is the attribution that the licence of the data asks for.
//
// Nothing is parsed until the first call.
package regions

import "slices"

// Kind is the level of government of a region.
type Kind string

// The kinds of region.
const (
	Province Kind = "province" // provinsi
	Regency  Kind = "regency"  // kabupaten
	City     Kind = "city"     // kota
)

// Region is one province, regency or city.
type Region struct {
	// Code is the code of the Ministry of Home Affairs: "32" for a province, "32.04" for a regency or city.
	Code string
	// Name is the full name with its kind: "Provinsi Jawa Barat", "Kabupaten Bandung", "Kota Bandung". Only
	// "Daerah Istimewa Yogyakarta" stands without "Provinsi", because "Daerah Istimewa" already says what it is.
	Name string
	Kind Kind
	// Administrative is true for the six parts of Jakarta, which have no council of their own.
	Administrative bool
	// Province is the name, without "Provinsi", of the province that the region lies in; empty for a province.
	Province string
}

// All returns every region in the order of the codes, each province before its regencies and cities. The slice is a
// copy that the caller may change.
func All() []Region {
	return slices.Clone(loaded().regions)
}

// ByCode returns the region with exactly this code, and whether there is one.
func ByCode(code string) (Region, bool) {
	t := loaded()
	i, ok := t.byCode[code]
	if !ok {
		return Region{}, false
	}
	return t.regions[i], true
}

// Ambiguous reports whether a regency and a city share the name of the region: "Bandung" is both, "Depok" is not. A
// province is never ambiguous, although Kabupaten Gorontalo and Kota Gorontalo carry the name of one.
func (r Region) Ambiguous() bool {
	return loaded().ambiguous[r.Code]
}
