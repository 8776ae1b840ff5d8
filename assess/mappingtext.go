package assess

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// pattern is a regular expression that is made when it is first used, so that the
// start of the program does not wait for it.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// plainText is a text as it is compared: small letters and digits, everything
// else one space.
func plainText(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// unitMark is where a text of an instrument names the unit assessed.
const unitMark = "{we}"

// unitWords is how many words may stand for the unit assessed.
const unitWords = 8

// A phrase is a text of an instrument, ready to be compared with others.
type phrase struct {
	parts []string // plain, around the marks of the unit assessed
	grams map[string]int
	total int
}

func newPhrase(text string) phrase {
	var p phrase
	for _, part := range strings.Split(strings.ReplaceAll(text, "{We}", unitMark), unitMark) {
		p.parts = append(p.parts, plainText(part))
	}
	p.grams, p.total = trigrams(strings.Join(p.parts, " "))
	return p
}

// phrasesOf are a text's phrases in the languages that it has.
func phrasesOf(t Text) []phrase {
	var out []phrase
	for _, s := range []string{t.ID, t.EN} {
		if s != "" {
			out = append(out, newPhrase(s))
		}
	}
	return out
}

// is reports whether a plain text is the phrase, with a few words of any kind
// where the phrase names the unit assessed.
func (p phrase) is(plain string) bool {
	rest, ok := strings.CutPrefix(plain, p.parts[0])
	for _, part := range p.parts[1:] {
		if !ok {
			return false
		}
		at := strings.LastIndex(rest, part)
		if at < 0 {
			return false
		}
		unit := strings.Fields(rest[:at])
		if len(unit) == 0 || len(unit) > unitWords {
			return false
		}
		rest = rest[at+len(part):]
	}
	return ok && rest == ""
}

// likeness is how alike a plain text and the phrase are, 0–1: the Dice (1945)
// coefficient of the sequences of three letters in them.
func (p phrase) likeness(grams map[string]int, total int) float64 {
	if total+p.total == 0 {
		return 0
	}
	common := 0
	for g, n := range grams {
		common += min(n, p.grams[g])
	}
	return 2 * float64(common) / float64(total+p.total)
}

// longestHeader is how many characters of a header are looked at for likeness, and
// tooLong how many bytes make it none: no question takes four times that, and a cell
// of a megabyte would be compared with every one of them for many seconds.
const (
	longestHeader = 500
	tooLong       = 4 * longestHeader
)

// trigrams counts the sequences of three characters in a plain text.
func trigrams(plain string) (map[string]int, int) {
	runes := []rune(" " + plain + " ")
	runes = runes[:min(len(runes), longestHeader)]
	grams := make(map[string]int, len(runes))
	total := 0
	for i := 0; i+3 <= len(runes); i++ {
		grams[string(runes[i:i+3])]++
		total++
	}
	return grams, total
}
