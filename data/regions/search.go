package regions

import (
	"slices"
	"strings"
	"unicode"
)

// Search returns the regions that fit what a person has typed so far, the best first, at most limit of them; a limit
// of zero or less means all.
//
// Each word of the query must begin a word of the region's name, kind, province or code, or an abbreviation of the
// province: "kota band", "jawa barat kota", "jabar", "32.04", "3204". Case and punctuation do not count. The order is:
//
//  1. the whole name (without kind) is the query: "bandung", "kab bandung"
//  2. every word begins a word of the region's own name or code
//  3. some words fit only the province, or are an unfinished kind ("kabu")
//  4. the name fits only if spaces are ignored: "palangka r" for Palangkaraya
//
// and within these the order of the codes. A query without letters and digits fits every region.
func Search(query string, limit int) []Region {
	t := loaded()
	q := parseQuery(query)
	var ranked [misses][]Region
	for i, e := range t.entries {
		if r := e.rank(q); r < misses {
			ranked[r] = append(ranked[r], t.regions[i])
		}
	}
	found := slices.Concat(ranked[:]...)
	if limit > 0 && limit < len(found) {
		found = found[:limit]
	}
	return found
}

// rank is how well a region fits a query; lower is better.
type rank int

const (
	exact rank = iota
	own
	wider
	respaced
	misses
)

// query is a parsed search.
type query struct {
	words []string
	// names holds for each kind the words that do not say this kind, written together: "kota baru" is "baru" as the
	// name of a city and "kotabaru" as the name of a regency.
	names map[Kind]string
}

func parseQuery(text string) query {
	q := query{words: splitWords(text), names: map[Kind]string{}}
	for _, kind := range []Kind{Province, Regency, City} {
		for _, word := range q.words {
			if !saysKind(word, kind) {
				q.names[kind] += word
			}
		}
	}
	return q
}

// splitWords returns the words of a query in lower case. A dot separates words ("kab.bandung") except in a code.
func splitWords(text string) []string {
	var words []string
	separates := func(r rune) bool { return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for _, word := range strings.FieldsFunc(strings.ToLower(text), separates) {
		word = strings.Trim(word, ".")
		if word != "" && '0' <= word[0] && word[0] <= '9' {
			words = append(words, word)
		} else {
			words = append(words, strings.FieldsFunc(word, func(r rune) bool { return r == '.' })...)
		}
	}
	return words
}

// saysKind reports whether a word of a query is the kind or its usual abbreviation.
func saysKind(word string, kind Kind) bool {
	return word == kindWord(kind) || kind == Regency && word == "kab" || kind == Province && word == "prov"
}

// kindWord returns the kind as names have it, in lower case.
func kindWord(kind Kind) string {
	switch kind {
	case Province:
		return "provinsi"
	case Regency:
		return "kabupaten"
	default:
		return "kota"
	}
}

// entry is what a search compares with a query, all in lower case.
type entry struct {
	kind     Kind
	name     string   // without kind and spaces
	code     string   // with its dot
	digits   string   // the code without its dot, as in the number of an identity card
	own      []string // the words of the name without kind
	province []string // the words of the province; none for a province
}

func newEntry(p place) entry {
	words := strings.Fields(strings.ToLower(p.base))
	e := entry{kind: p.Kind, name: strings.Join(words, ""), code: p.Code, own: words}
	e.digits = strings.ReplaceAll(p.Code, ".", "")
	if p.Administrative {
		e.own = append(e.own, "administrasi")
	}
	if p.Kind == Province {
		e.own = append(e.own, otherWords(p.base)...)
	} else {
		e.province = append(strings.Fields(strings.ToLower(p.Province)), otherWords(p.Province)...)
	}
	return e
}

func (e *entry) rank(q query) rank {
	name := q.names[e.kind]
	worst := own
	for _, word := range q.words {
		worst = max(worst, e.rankWord(word))
	}
	switch {
	case name != "" && name == e.name:
		return exact
	case worst == misses && name != "" && strings.HasPrefix(e.name, name):
		return respaced
	}
	return worst
}

func (e *entry) rankWord(word string) rank {
	begins := func(s string) bool { return strings.HasPrefix(s, word) }
	switch {
	case begins(e.code), begins(e.digits), slices.ContainsFunc(e.own, begins), saysKind(word, e.kind):
		return own
	case slices.ContainsFunc(e.province, begins), begins(kindWord(e.kind)):
		return wider
	}
	return misses
}
