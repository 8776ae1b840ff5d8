package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// Fingerprint is the SHA-256, in hexadecimal, of everything that decides the
// score of a scale: item ids, keys, weights, levels, convention and minimum, not
// its words and not the order of its items. Two scores may be compared if and
// only if their fingerprints are the same.
//
// It is made with every score, so it is built without fmt.
func (in *Instrument) Fingerprint(s *Scale) string {
	lines := make([]string, len(s.Items))
	for i := range s.Items {
		lines[i] = s.Items[i].key()
	}
	slices.Sort(lines)
	b := make([]byte, 0, 1024)
	b = append(b, "luwes/fingerprint/1\nlevels "...)
	b = strconv.AppendInt(b, int64(in.Levels), 10)
	b = append(b, "\nconvention "+string(in.Convention)+"\nminimum "...)
	b = appendNumber(b, s.Minimum)
	for _, line := range lines {
		b = append(b, line...)
	}
	sum := sha256.Sum256(append(b, '\n'))
	return hex.EncodeToString(sum[:])
}

// key is what an item brings to the fingerprint of its scale.
func (it *Item) key() string {
	b := make([]byte, 0, 64)
	b = append(b, "\nitem "...)
	b = strconv.AppendQuote(b, strings.ToLower(it.ID))
	b = append(b, " reverse "...)
	b = strconv.AppendBool(b, it.Reverse)
	b = append(b, " weight "...)
	return string(appendNumber(b, it.Weight))
}

// appendNumber writes a number in the shortest form that reads back as itself.
func appendNumber(b []byte, x float64) []byte { return strconv.AppendFloat(b, x, 'g', -1, 64) }
