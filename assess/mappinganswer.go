package assess

import (
	"slices"
	"strconv"
	"strings"
)

// An answerReader reads the answers to one item as people and form services
// write them.
type answerReader struct {
	levels  int
	anchors [][]phrase // by level, level 1 first
}

func newAnswerReader(it *Item, levels int) *answerReader {
	r := &answerReader{levels: levels}
	for _, a := range it.Anchors {
		r.anchors = append(r.anchors, phrasesOf(a))
	}
	return r
}

// read understands what [ParseAnswer] does, and also a level with an empty
// fraction ("3,0"), a level with its text behind it ("3 - text"), the text alone
// in either language, and usual words for "not applicable" and "don't know". It
// reports false for anything else, also for a text that stands for two levels
// and for a digit before the text of another level.
func (r *answerReader) read(cell string) (Answer, bool) {
	if a, ok := ParseAnswer(cell, r.levels); ok {
		return a, true
	}
	if strings.HasPrefix(strings.TrimSpace(cell), "#") { // an error of a spreadsheet, such as #N/A
		return Answer{}, false
	}
	plain := plainText(cell)
	if kind, ok := answerWords[plain]; ok {
		return Answer{Kind: kind}, true
	}
	if level := r.level(plain); level > 0 {
		return At(level), true
	}
	parts := levelBefore().FindStringSubmatch(cell)
	if parts == nil {
		return Answer{}, false
	}
	level, err := strconv.Atoi(parts[1])
	if err != nil || level < 1 || level > r.levels || !r.fits(level, plainText(parts[2])) {
		return Answer{}, false
	}
	return At(level), true
}

// levelBefore is a level, an empty fraction, and a text behind it.
var levelBefore = pattern(`(?s)^\s*[\[(]?([1-9])(?:[.,]0+)?[\])]?\s*(?:$|[\s.:)=–—-]+(.*)$)`)

// level is the level whose text this is; 0 if none is, or several are.
func (r *answerReader) level(plain string) int {
	found := 0
	for i, phrases := range r.anchors {
		if !slices.ContainsFunc(phrases, func(p phrase) bool { return p.is(plain) }) {
			continue
		}
		if found > 0 {
			return 0
		}
		found = i + 1
	}
	return found
}

// fits reports whether a text behind a level may belong to it: it is empty, or
// the level's own, or much like it and like no other's more.
func (r *answerReader) fits(level int, plain string) bool {
	if plain == "" || slices.ContainsFunc(r.anchors[level-1], func(p phrase) bool { return p.is(plain) }) {
		return true
	}
	grams, total := trigrams(plain)
	likeness := func(phrases []phrase) float64 {
		x := 0.0
		for _, p := range phrases {
			x = max(x, p.likeness(grams, total))
		}
		return x
	}
	own := likeness(r.anchors[level-1])
	for i, phrases := range r.anchors {
		if i != level-1 && likeness(phrases) >= own {
			return false
		}
	}
	return own >= likeEnough
}
