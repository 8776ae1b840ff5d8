package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Fingerprint is the SHA-256, in hexadecimal, of everything that decides the
// score of a scale: item ids, keys, weights, levels, convention and minimum, not
// its words and not the order of its items. Two scores may be compared if and
// only if their fingerprints are the same.
func (in *Instrument) Fingerprint(s *Scale) string {
	var b strings.Builder
	fmt.Fprintf(&b, "luwes/fingerprint/1\nlevels %d\nconvention %s\nminimum %g\n", in.Levels, in.Convention, s.Minimum)
	for _, it := range sortedByID(s.Items) {
		fmt.Fprintf(&b, "item %q reverse %t weight %g\n", strings.ToLower(it.ID), it.Reverse, it.Weight)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])
}
